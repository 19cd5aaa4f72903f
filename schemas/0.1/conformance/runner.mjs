// The reference runner of the conformance cases, to read and to copy.
//
//   node runner.mjs              the shape of every document, with Ajv
//   node runner.mjs engine.mjs   the same, and the outcome of every rule that the engine knows
//
// Ajv comes from the folder in which this is started (`npm install ajv`). An engine is a module:
//   export const codes = ["GZ-TARIEF-001"];         // the rules that it implements
//   export async function judge(document, context)  // `context` is undefined when there is none
//     -> { uitkomsten: { "GZ-TARIEF-001": "voldaan" },
//          bevindingen: [{ code: "GZ-TARIEF-001", pad: "/...", uitkomst: "geschonden" }] }
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const here = new URL(".", import.meta.url);
const { Ajv2020 } = createRequire(resolve("package.json"))("ajv/dist/2020.js");
const read = (name) => readFileSync(new URL(name, here));

const ajv = new Ajv2020({ strict: true, validateFormats: false });
for (const word of ["bron", "eenheid", "omschrijving-nl", "persoonsgegeven", "titel-nl"])
  ajv.addKeyword(`x-${word}`);
const shapes = Object.fromEntries(
  readdirSync(new URL("..", here))
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [name.replace(".schema.json", ""), ajv.compile(JSON.parse(read(`../${name}`)))]),
);
const engine = process.argv[2] && (await import(pathToFileURL(process.argv[2])));
const manifest = JSON.parse(read("manifest.json"));
const wrong = [];
let shapesSeen = 0;
let outcomesSeen = 0;

/** Write the findings of one rule as lines that can be compared; their order says nothing. */
const lines = (findings, rule) =>
  findings
    .filter(({ code }) => code === rule)
    .map(({ code, pad, uitkomst }) => `${code} ${pad} ${uitkomst}`)
    .sort()
    .join("\n");

for (const { pad, sha256, code } of manifest.bestanden) {
  const bytes = read(pad);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) wrong.push(`${pad}: sha256`);
  for (const { naam, document, context, verwacht } of JSON.parse(bytes).gevallen) {
    // A document has the right shape exactly when the rule on shape finds nothing.
    const right = !verwacht.bevindingen.some((finding) => finding.code === "GZ-VORM-001");
    const shape = Object.hasOwn(shapes, document.soort) ? shapes[document.soort] : () => false;
    shapesSeen += 1;
    if (shape(document) !== right) wrong.push(`${pad} ${naam}: shape`);
    if (!engine?.codes.includes(code)) continue;
    const { uitkomsten, bevindingen } = await engine.judge(document, context);
    outcomesSeen += 1;
    if (uitkomsten[code] !== verwacht.uitkomst) wrong.push(`${pad} ${naam}: outcome`);
    if (lines(bevindingen, code) !== lines(verwacht.bevindingen, code)) wrong.push(`${pad} ${naam}: findings`);
  }
}
for (const line of wrong) console.error(line);
console.log(`${shapesSeen} shapes and ${outcomesSeen} outcomes compared, ${wrong.length} wrong`);
process.exitCode = wrong.length ? 1 : 0;
