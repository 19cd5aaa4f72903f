// Write the TypeScript part of ../../schemas/typescript, or compare it with --controle.
//
// Reads what `python -m geboortezorg.uitgave` wrote; `python3 dev.py bijwerken` runs both.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const schemas = new URL("../../schemas/", import.meta.url);
const doel = new URL("typescript/", schemas);
const openapi = JSON.parse(readFileSync(new URL("0.1/openapi.json", schemas)));
const versie = openapi.info.version;
const catalogus = JSON.parse(readFileSync(new URL(`${versie}/regels.schema.json`, schemas)));
const { Document, ...onderdelen } = openapi.components.schemas;
const { $schema, $id, $defs: delen, ...regelcatalogus } = catalogus;
for (const [naam, deel] of Object.entries({ ...delen, Regelcatalogus: regelcatalogus }))
  onderdelen[naam] ??= deel;
const naamVan = (verwijzing) => verwijzing.split("/").at(-1);

/** Return a schema as the generator reads it best: a reference as the name of its type. */
function vereenvoudig(deel) {
  if (Array.isArray(deel)) return deel.map(vereenvoudig);
  if (deel === null || typeof deel !== "object") return deel;
  const { title, ...rest } = deel;
  if (rest.$ref) return { description: rest.description, tsType: naamVan(rest.$ref) };
  if (rest.properties) {
    for (const [naam, lid] of Object.entries(rest.properties)) {
      // A title would give every member a type of its own.
      rest.properties[naam] = vereenvoudig(lid);
    }
  }
  if (rest.items) rest.items = vereenvoudig(rest.items);
  return rest;
}

const $defs = Object.fromEntries(
  Object.entries(onderdelen).map(([naam, deel]) => [naam, vereenvoudig(deel)]),
);
const soorten = Object.entries(Document.discriminator.mapping);
const documenten = {
  title: "Documenten",
  description: "Every kind of document, by its `soort`.",
  type: "object",
  properties: Object.fromEntries(soorten.map(([s, ref]) => [s, { tsType: naamVan(ref) }])),
  required: soorten.map(([soort]) => soort),
  additionalProperties: false,
  $defs,
};
const KOP = "// Generated from the schemas: do not edit. See README.md.\n";
const VERWIJZING = /(?: \*\n)? \* This interface was referenced by `Documenten`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g;
const typen = (await compile(documenten, "Documenten", {
  additionalProperties: false,
  bannerComment: KOP.trim(),
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
})).replaceAll(VERWIJZING, "");

const { prestaties } = JSON.parse(readFileSync(new URL("tarieven.json", doel)));
const namen = prestaties.flatMap(({ prestatie_id, code }) => [prestatie_id, ...(code ? [code] : [])]);

const bestanden = {
  "types.d.ts": `${typen}
/**
 * The prestaties that the tables know, by stable name and by code.
 */
export type Prestatienaam =
${namen.map((naam) => `  | ${JSON.stringify(naam)}`).join("\n")};
`,
  "gegevens.js": `${KOP}
export const SCHEMA_VERSIE = ${JSON.stringify(versie)};
export const SOORTEN = Object.freeze(${JSON.stringify(soorten.map(([soort]) => soort))});
`,
};
for (const [naam, inhoud] of Object.entries(bestanden)) {
  const plek = new URL(naam, doel);
  if (existsSync(plek) && readFileSync(plek, "utf8") === inhoud) continue;
  if (process.argv.includes("--controle")) {
    console.error(`typescript/${naam}: not up to date`);
    process.exitCode = 1;
  } else {
    writeFileSync(plek, inhoud);
    console.log(`wrote typescript/${naam}`);
  }
}
