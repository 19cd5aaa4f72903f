// For Node, and what reads files as Node does.
import { readFile } from "node:fs/promises";
import { maakLoad } from "./kern.js";

export { OngeldigeContext } from "./kern.js";
export const load = maakLoad(async (url) => new Uint8Array(await readFile(url)));
