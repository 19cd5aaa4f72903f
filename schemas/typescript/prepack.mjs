// Put the schemas and tables into the package just before it is packed, and take them out after.
//
// They stand once in the project, in ../<version>/ and ../tabellen/. Run by `npm pack`.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SCHEMA_VERSIE, SOORTEN } from "./gegevens.js";

const MAPPEN = { schemas: new URL(`../${SCHEMA_VERSIE}/`, import.meta.url), tabellen: new URL("../tabellen/", import.meta.url) };
const HIER = ["openapi.json", "regels.json"];
const inhoud = new URL("inhoud.js", import.meta.url);

for (const [naam, bron] of Object.entries(MAPPEN)) {
  const doel = new URL(`${naam}/`, import.meta.url);
  rmSync(doel, { recursive: true, force: true });
  if (process.argv.includes("--opruimen")) continue;
  mkdirSync(doel);
  for (const bestand of readdirSync(bron))
    if (naam === "tabellen" || /\.(schema|toelichting)\.json$/.test(bestand) || HIER.includes(bestand))
      cpSync(new URL(bestand, bron), new URL(bestand, doel));
}
rmSync(inhoud, { force: true });
if (!process.argv.includes("--opruimen")) {
  const namen = SOORTEN.flatMap((soort) => [`schemas/${soort}.schema.json`, `schemas/${soort}.toelichting.json`]);
  const delen = ["tarieven.json", "schemas/regels.json", ...namen].map((naam) => {
    const waarde = JSON.parse(readFileSync(new URL(naam, import.meta.url), "utf8"));
    return `${JSON.stringify(naam)}:${JSON.stringify(waarde)}`;
  });
  writeFileSync(inhoud, `export default {${delen.join(",\n")}};\n`);
}
