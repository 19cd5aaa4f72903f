// Judge documents with zod, by what json-schema-to-zod makes of a schema: one line in, one out.
//
// In: {"soort": "dossier", "document": "{...}"}. Out: true or false. Usage: node zod.mjs SCHEMAS
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { z } from "zod";

/** Return a schema as the generator reads it: references filled in, and each `not` by itself. */
function ingevuld(deel, wortel) {
  if (Array.isArray(deel)) return deel.map((item) => ingevuld(item, wortel));
  if (deel === null || typeof deel !== "object") return deel;
  if (deel.$ref) return ingevuld(wortel.$defs[deel.$ref.split("/").at(-1)], wortel);
  const { $defs, not, ...rest } = deel;
  if (not && "type" in rest) return { allOf: [ingevuld(rest, wortel), { not }] };
  return Object.fromEntries(Object.entries(rest).map(([naam, lid]) => [naam, ingevuld(lid, wortel)]));
}

const alle = {};
for await (const regel of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { soort, document } = JSON.parse(regel);
  if (!alle[soort]) {
    const schema = JSON.parse(readFileSync(`${process.argv[2]}/${soort}.schema.json`, "utf8"));
    const tekst = jsonSchemaToZod(ingevuld(schema, schema), { module: "none" });
    alle[soort] = new Function("z", `return ${tekst}`)(z);
  }
  console.log(alle[soort].safeParse(JSON.parse(document)).success);
}
