// Put the schemas into the package just before it is packed, and take them out again after.
//
// They stand once in the project, in ../<version>/. Run by `npm pack`.
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { SCHEMA_VERSIE } from "./index.js";

const bron = new URL(`../${SCHEMA_VERSIE}/`, import.meta.url);
const doel = new URL("schemas/", import.meta.url);
rmSync(doel, { recursive: true, force: true });
if (!process.argv.includes("--opruimen")) {
  mkdirSync(doel);
  for (const naam of readdirSync(bron)) {
    if (naam.endsWith(".schema.json") || ["openapi.json", "regels.json"].includes(naam)) {
      cpSync(new URL(naam, bron), new URL(naam, doel));
    }
  }
}
