// Judge with the installed package: one line in, one line out.
//
// In:  {"document": "{...}", "context": "{...}", "als": "tekst" | "bytes" | "object"}
// Out: {"rapport": {...}} or {"fout": "...", "fout_en": "...", "rapport": {...}}
// Usage: node pyodide.mjs PATH_OF_THE_PACKAGE [ENTRY], in a folder where it is installed.
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

Socket.prototype.connect = () => {
  throw new Error("a connection to outside");
};
const adres = pathToFileURL(process.argv[2]);
let geweigerd = 0;
globalThis.fetch = async (url) => {
  if (!String(url).startsWith(new URL("./", adres))) throw new Error("a request to outside");
  // The first answer is a refusal: a second call of load() must try again.
  return geweigerd++ ? new Response(readFileSync(url)) : new Response(null, { status: 404 });
};
const { load, OngeldigeContext } = await import(adres);
let gz = await load().catch(() => load());
if (gz !== (await load())) throw new Error("two instances");
if (geweigerd && geweigerd < 7) throw new Error("not what was expected of fetch");
console.log(JSON.stringify({ versie: gz.versie, schemaVersie: gz.schemaVersie }));

const als = {
  tekst: (json) => json,
  bytes: (json) => Buffer.from(json),
  object: (json) => JSON.parse(json),
};
for await (const regel of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const gegeven = JSON.parse(regel);
  const lees = als[gegeven.als];
  let antwoord;
  try {
    const context = gegeven.context === null ? undefined : lees(gegeven.context);
    antwoord = { rapport: gz.validate(lees(gegeven.document), context) };
  } catch (fout) {
    if (!(fout instanceof OngeldigeContext)) {
      antwoord = { anders: fout.name };
    } else {
      antwoord = { fout: fout.message, fout_en: fout.tekst_en, rapport: fout.rapport };
    }
  }
  process.stdout.write(JSON.stringify(antwoord) + "\n");
}
