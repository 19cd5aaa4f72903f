// Judge documents with the JavaScript validators: one line in, one line of verdicts out.
//
// In:  {"soort": "dossier", "document": "{...}"}, where `document` is JSON text.
// Out: {"ajv": true, "ajv met formats": true, "cfworker": true, "hyperjump": true}, or
//      {"ontleden": false} when JSON.parse refuses the text. Usage: node oordeel.mjs FOLDER_WITH_SCHEMAS KIND...
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Validator } from "@cfworker/json-schema";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

/** Return the verdict functions of the kinds of document, by kind and by validator. */
async function keuringen(map, soorten) {
  const zonder = new Ajv2020(); // strict, with nothing added
  const met = addFormats.default(new Ajv2020({ allErrors: true }));
  const uit = {};
  for (const soort of soorten) {
    const schema = JSON.parse(readFileSync(join(map, `${soort}.schema.json`), "utf8"));
    const eigen = zonder.compile(schema);
    const formats = met.compile(schema);
    const cfworker = new Validator(schema, "2020-12");
    registerSchema(schema);
    const hyperjump = await validate(schema.$id);
    uit[soort] = {
      ajv: (document) => eigen(document),
      "ajv met formats": (document) => formats(document),
      cfworker: (document) => cfworker.validate(document).valid,
      hyperjump: (document) => hyperjump(document).valid,
    };
  }
  return uit;
}

function ontleed(tekst) {
  try {
    return { waarde: JSON.parse(tekst) };
  } catch {
    return null;
  }
}

const alle = await keuringen(process.argv[2], process.argv.slice(3));
for await (const regel of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { soort, document } = JSON.parse(regel);
  const gelezen = ontleed(document);
  const oordelen = gelezen
    ? Object.fromEntries(
        Object.entries(alle[soort]).map(([naam, keuring]) => [naam, keuring(gelezen.waarde)]),
      )
    : { ontleden: false };
  process.stdout.write(JSON.stringify(oordelen) + "\n");
}
