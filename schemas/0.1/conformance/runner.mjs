// The reference runner of the conformance cases, to read and to copy.
//
//   node runner.mjs              the shape of every document, with Ajv
//   node runner.mjs engine.mjs   the same, and what the engine answers on the levels it claims
//
// Ajv comes from the folder in which this is started (`npm install ajv`). An engine is a module:
//   export const levels = ["regels-tarief"];        // levels of manifest.json that it claims
//   export const codes = ["GZ-IGO-001"];            // further rules that it implements
//   export const gaps = ["GZ-IGO-001 geldig-een"];  // cases that it is known to answer otherwise
//   export async function judge(document, context)  // `context` is undefined when there is none
//     -> { oordeel: "akkoord",                      // only for the level "oordeel"
//          uitkomsten: { "GZ-TARIEF-001": "voldaan" },
//          bevindingen: [{ code: "GZ-TARIEF-001", pad: "/...", uitkomst: "geschonden" }] }
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const here = new URL(".", import.meta.url);
const { Ajv2020 } = createRequire(resolve("package.json"))("ajv/dist/2020.js");
const read = (name) => readFileSync(new URL(name, here));

const ajv = new Ajv2020();
const shapes = Object.fromEntries(
  readdirSync(new URL("..", here))
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name.replace(".schema.json", ""), ajv.compile(JSON.parse(read(`../${name}`)))]),
);
const engine = process.argv[2] ? await import(pathToFileURL(process.argv[2])) : {};
const manifest = JSON.parse(read("manifest.json"));
const levels = manifest.niveaus.filter(({ naam }) => engine.levels?.includes(naam));
const codes = new Set([...(engine.codes ?? []), ...levels.flatMap((level) => level.codes)]);
const verdicts = levels.some(({ naam }) => naam === "oordeel");
const gaps = new Set(engine.gaps);
const wrong = [];
const seen = { shapes: 0, outcomes: 0, verdicts: 0 };

/** Write the findings of one rule as lines that can be compared; their order says nothing. */
const lines = (findings, rule) =>
  findings
    .filter(({ code }) => code === rule)
    .map(({ code, pad, uitkomst }) => `${code} ${pad} ${uitkomst}`)
    .sort()
    .join(", ") || "none";

/** Note what is wrong with a case; a known gap must be wrong, or it is a gap no longer. */
function note(place, faults) {
  const [file, name] = place.split(" ");
  if (!gaps.delete(`${file.replace(".json", "")} ${name}`)) wrong.push(...faults);
  else if (!faults.length) wrong.push(`${place}: a gap no longer`);
}

for (const { pad, sha256 } of [...manifest.bestanden, ...manifest.oordelen, ...manifest.tabellen])
  if (createHash("sha256").update(read(pad)).digest("hex") !== sha256) wrong.push(`${pad}: sha256`);

for (const { pad, code } of [...manifest.bestanden, ...manifest.oordelen]) {
  for (const { naam, document, context, verwacht } of JSON.parse(read(pad)).gevallen) {
    const place = `${pad} ${naam}`;
    const faults = [];
    if (code) {
      // A document has the right shape exactly when the rule on shape finds nothing.
      const right = !verwacht.bevindingen.some((finding) => finding.code === "GZ-VORM-001");
      const shape = Object.hasOwn(shapes, document.soort) ? shapes[document.soort] : () => false;
      seen.shapes += 1;
      if (shape(document) !== right) faults.push(`${place}: shape`);
    }
    if (code ? codes.has(code) : verdicts) {
      const { oordeel, uitkomsten, bevindingen } = await engine.judge(document, context);
      seen[code ? "outcomes" : "verdicts"] += 1;
      const compare = (what, got, due) => got === due || faults.push(`${place}: ${what} ${got}, not ${due}`);
      if (code) {
        compare("outcome", uitkomsten[code], verwacht.uitkomst);
        compare("findings", lines(bevindingen, code), lines(verwacht.bevindingen, code));
      } else if (!verwacht.oordeel_in.includes(oordeel)) compare("verdict", oordeel, verwacht.oordeel_in.join(" or "));
    }
    note(place, faults);
  }
}
for (const gap of gaps) wrong.push(`${gap}: no such case`);
for (const line of wrong) console.error(line);
const counts = Object.entries(seen).map(([what, count]) => `${count} ${what}`);
console.log(`${counts.join(", ")} compared; ${wrong.length} wrong`);
process.exitCode = wrong.length ? 1 : 0;
