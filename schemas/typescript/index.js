// Generated from the schemas: do not edit. See README.md.
import { readFileSync } from "node:fs";

export const SCHEMA_VERSIE = "0.1";
export const SOORTEN = Object.freeze(["dossier","zorgepisode","declaratie","vsv","igo","overeenkomst","vsv_declaratie","prestatiebeschrijving","aanwijzing","aansluiting","bestuurlijke_afspraak","monitorplan","wachtdienst","prestatielijst","tarieftabel","normtabel","cijfertabel","codelijst","context","rapport"]);

export function schema(soort) {
  if (!SOORTEN.includes(soort)) throw new RangeError("unknown soort");
  return lees(`${soort}.schema.json`);
}

export function regels() {
  return lees("regels.json");
}

function lees(naam) {
  return JSON.parse(readFileSync(new URL(`./schemas/${naam}`, import.meta.url), "utf8"));
}
