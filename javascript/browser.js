// For the browser: everything is fetched from where this file stands, and from nowhere else.
import { maakLoad } from "./kern.js";

export { OngeldigeContext } from "./kern.js";
export const load = maakLoad(async (url) => {
  const antwoord = await fetch(url);
  if (!antwoord.ok) throw new Error(`${url.pathname}: ${antwoord.status}`);
  return new Uint8Array(await antwoord.arrayBuffer());
});
