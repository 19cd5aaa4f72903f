// For Node, and what reads files as Node does: a file is read when it is asked for.
import { readFileSync } from "node:fs";
import { maak } from "./kern.js";

export { SCHEMA_VERSIE, SOORTEN, plaatsen } from "./kern.js";
export const { schema, toelichting, vormtoets, tarief, regels } = maak((naam) =>
  JSON.parse(readFileSync(new URL(naam, import.meta.url), "utf8")),
);
