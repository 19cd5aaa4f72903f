// For the browser: everything is in the module beside this one, and no file is read.
import inhoud from "./inhoud.js";
import { maak } from "./kern.js";

export { SCHEMA_VERSIE, SOORTEN, plaatsen } from "./kern.js";
export const { schema, toelichting, vormtoets, tarief, regels } = maak((naam) =>
  structuredClone(inhoud[naam]),
);
