// The page "Try it": the shape at once, the rules after one click, and nothing that leaves the page.
import { plekken, tekstregelVan } from "./plekken.js";

const HIER = new URL("./proberen/", import.meta.url);
const VELDEN = {
  tarieftabel: "tarieftabellen",
  prestatielijst: "prestatielijsten",
  normtabel: "normtabellen",
  cijfertabel: "cijfertabellen",
  overeenkomst: "overeenkomsten",
  prestatiebeschrijving: "prestatiebeschrijvingen",
};
const ROND = 2; // lines that are shown before and after one with a finding
const GROOT = 3_000_000; // characters from which the shape is checked after the click only
const TEKSTEN = {
  en: {
    lees: "Reading the library, once: some seconds.",
    oordeelt: "Judging.",
    klaar: "Judged.",
    heel: "whole document",
    ook: (aantal) => `and in ${aantal} other places`,
    alles: "The whole report, as JSON",
    beneden: "The document, where something was found",
    geen: "There is no finding.",
    regels: (s) =>
      `${s.voldaan} rules met, ${s.geschonden} broken, ${s.niet_beoordeeld} not judged, ${s.niet_van_toepassing} do not apply.`,
    weg: (aantal) => `${aantal} more places are counted, not listed.`,
    bron: "Source",
  },
  nl: {
    lees: "De bibliotheek wordt eenmaal gelezen: enkele seconden.",
    oordeelt: "Bezig met beoordelen.",
    klaar: "Beoordeeld.",
    heel: "hele document",
    ook: (aantal) => `en op ${aantal} andere plaatsen`,
    alles: "Het hele rapport, als JSON",
    beneden: "Het document, waar iets is gevonden",
    geen: "Er is geen bevinding.",
    regels: (s) =>
      `${s.voldaan} regels voldaan, ${s.geschonden} geschonden, ${s.niet_beoordeeld} niet beoordeeld, ${s.niet_van_toepassing} niet van toepassing.`,
    weg: (aantal) => `${aantal} plaatsen meer zijn geteld, niet getoond.`,
    bron: "Bron",
  },
};

const vind = (naam) => document.getElementById(`gz-${naam}`);
const el = (naam, kenmerken = {}, ...inhoud) => {
  const uit = document.createElement(naam);
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) uit.setAttribute(kenmerk, waarde);
  uit.append(...inhoud);
  return uit;
};
const taal = () => vind("taal").value;
const zeg = () => TEKSTEN[taal()];
const tekstVan = (bevinding) => (taal() === "en" ? bevinding.tekst_en : bevinding.tekst);

// The shape, while one types.

const schemas = new Map();
async function vormfouten(soort, document) {
  if (!schemas.has(soort)) {
    const [{ Validator }, antwoord] = await Promise.all([
      import(new URL("vorm/index.js", HIER)),
      fetch(new URL(`schemas/${soort}.json`, HIER)),
    ]);
    schemas.set(soort, new Validator(await antwoord.json(), "2020-12", false));
  }
  const { errors } = schemas.get(soort).validate(document);
  const groepen = new Set(["properties", "items", "$ref", "allOf", "additionalProperties"]);
  return errors.filter((fout) => !groepen.has(fout.keyword));
}

let ronde = 0;
async function toonVorm(inhoud) {
  const mijn = ++ronde;
  const lijst = vind("vormfouten");
  const meld = (tekst, fouten = []) => {
    if (mijn !== ronde) return;
    vind("vorm").textContent = tekst;
    lijst.replaceChildren(...fouten);
  };
  const tekst = vind("document").value;
  if (!tekst.trim()) return meld("");
  if (tekst.length > GROOT) return meld("Large: its shape is checked when it is judged.");
  let document;
  try {
    document = JSON.parse(tekst);
  } catch (fout) {
    return meld(`Not JSON yet: ${fout.message}`);
  }
  const soort = document?.soort;
  if (!inhoud.soorten.includes(soort)) return meld(`JSON; give it a soort: ${inhoud.soorten.join(", ")}.`);
  const fouten = await vormfouten(soort, document);
  if (!fouten.length) return meld(`The shape is that of a ${soort}.`);
  const plek = plekken(tekst);
  const rijen = fouten.slice(0, 50).map((fout) => {
    const regel = tekstregelVan(tekst, plek.get(decodeURIComponent(fout.instanceLocation.slice(1))) ?? 0);
    const knop = el("button", { type: "button", class: "gz-plek" }, `line ${regel + 1}`);
    knop.addEventListener("click", () => ganaar(regel));
    return el("li", {}, knop, ` ${fout.error}`);
  });
  meld(`Not the shape of a ${soort}: ${fouten.length} faults.`, rijen);
}

function ganaar(regel) {
  const veld = vind("document");
  const regels = veld.value.split("\n");
  const begin = regels.slice(0, regel).reduce((som, deel) => som + deel.length + 1, 0);
  veld.focus();
  veld.setSelectionRange(begin, begin + regels[regel].length);
  veld.scrollTop = (veld.scrollHeight / regels.length) * Math.max(regel - 3, 0);
}

// The rules, in a worker that the page makes itself: it has the policy of the page.

let werker;
const wacht = [];
function vraag(gegeven) {
  if (!werker) {
    const pakket = JSON.stringify(new URL("browser.js", HIER).href);
    const code = `import { load, OngeldigeContext } from ${pakket};
      onmessage = async ({ data: [document, context] }) => {
        try {
          postMessage({ rapport: (await load()).validate(document, context) });
        } catch (fout) {
          const context = fout instanceof OngeldigeContext;
          postMessage(context ? { fout: fout.message, fout_en: fout.tekst_en, rapport: fout.rapport } : { mis: String(fout) });
        }
      };`;
    const adres = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    werker = new Worker(adres, { type: "module" });
    werker.onmessage = ({ data }) => wacht.shift()(data);
    werker.onerror = (gebeurtenis) => {
      wacht.shift()?.({ mis: gebeurtenis.message ?? "the library could not be started" });
      werker = undefined;
    };
  }
  return new Promise((klaar) => {
    wacht.push(klaar);
    werker.postMessage(gegeven);
  });
}

let laatste;
async function beoordeel() {
  const [tekst, context] = [vind("document").value, vind("context").value.trim()];
  vind("beoordeel").disabled = true;
  vind("stand").textContent = werker ? zeg().oordeelt : zeg().lees;
  vind("contextfout").textContent = "";
  const antwoord = await vraag(context ? [tekst, context] : [tekst]);
  vind("beoordeel").disabled = false;
  if (antwoord.mis !== undefined) {
    vind("stand").textContent = antwoord.mis;
    return;
  }
  laatste = { ...antwoord, tekst: antwoord.fout === undefined ? tekst : context };
  toon();
  vind("rapport").focus();
}

function toon() {
  if (!laatste) return;
  const { rapport, tekst, fout, fout_en } = laatste;
  const woorden = zeg();
  vind("stand").textContent = woorden.klaar;
  const kop = el("h2", { class: `gz-oordeel gz-${rapport.oordeel}` }, rapport.oordeel);
  const uit = [kop];
  if (fout !== undefined) {
    vind("contextfout").textContent = taal() === "en" ? fout_en : fout;
    uit.push(el("p", {}, vind("contextfout").textContent));
  }
  if (rapport.samenvatting) uit.push(el("p", {}, woorden.regels(rapport.samenvatting)));
  if (!rapport.bevindingen.length) uit.push(el("p", {}, woorden.geen));
  let plek;
  try {
    JSON.parse(tekst);
    plek = plekken(tekst);
  } catch {
    plek = new Map();
  }
  const perRegel = new Map();
  const los = [];
  for (const bevinding of rapport.bevindingen) {
    const waar = plek.get(bevinding.pad);
    if (waar === undefined || bevinding.pad === "") los.push(bevinding);
    else {
      const regel = tekstregelVan(tekst, waar);
      perRegel.set(regel, [...(perRegel.get(regel) ?? []), bevinding]);
    }
  }
  uit.push(...los.map(kaart));
  if (perRegel.size) uit.push(el("h3", {}, woorden.beneden), tekstMetBevindingen(tekst, perRegel));
  if (rapport.bevindingen_weggelaten) uit.push(el("p", {}, woorden.weg(rapport.bevindingen_weggelaten)));
  const json = el("pre", { tabindex: "0" }, JSON.stringify(rapport, null, 2));
  uit.push(el("details", {}, el("summary", {}, woorden.alles), json));
  const doel = vind("rapport");
  doel.replaceChildren(...uit);
  doel.hidden = false;
}

function kaart(bevinding) {
  const regel = new URL(`../naslag/regels/${bevinding.code}.html`, import.meta.url);
  const { bron, ernst, code, pad, ook_op = [] } = bevinding;
  const naam = el("a", { href: regel.href }, code);
  const waar = pad === "" ? ` (${zeg().heel})` : ` ${pad}`;
  const meer = ook_op.length ? ` ${zeg().ook(ook_op.length)}` : "";
  const kop = el("p", {}, el("strong", {}, ernst), " ", naam, el("code", {}, waar), meer);
  const titel = bron.url ? el("a", { href: bron.url, rel: "noreferrer" }, bron.titel) : bron.titel;
  const voet = el("p", { class: "gz-bron" }, `${zeg().bron}: `, titel, ` (${bron.verificatie})`);
  return el("div", { class: `gz-bevinding gz-${ernst}` }, kop, el("p", {}, tekstVan(bevinding)), voet);
}

function tekstMetBevindingen(tekst, perRegel) {
  const regels = tekst.split("\n");
  const lijst = el("ol", { class: "gz-tekst" });
  let vorige = -1;
  for (const [nummer, inhoud] of regels.entries()) {
    let dichtbij = false;
    for (let n = nummer - ROND; n <= nummer + ROND; n += 1) dichtbij ||= perRegel.has(n);
    if (!dichtbij) continue;
    if (nummer > vorige + 1) lijst.append(el("li", { class: "gz-sprong", "aria-hidden": "true" }, "…"));
    vorige = nummer;
    const kort = inhoud.length > 200 ? `${inhoud.slice(0, 200)}…` : inhoud;
    const rij = el("li", { value: nummer + 1 }, el("code", {}, kort));
    rij.append(...(perRegel.get(nummer) ?? []).map(kaart));
    lijst.append(rij);
  }
  return lijst;
}

// Own tables that are dropped go into the context.

async function neem(bestanden) {
  for (const bestand of bestanden) {
    let gelezen, context;
    try {
      gelezen = JSON.parse(await bestand.text());
      context = JSON.parse(vind("context").value.trim() || '{"soort": "context", "schema_versie": "0.1"}');
    } catch {
      vind("contextfout").textContent = "Not JSON. A table in TOML or CSV is for the command geboortezorg.";
      return;
    }
    const { soort, schema_versie, ...rest } = gelezen;
    const veld = VELDEN[soort];
    if (soort === "context") context = gelezen;
    else if (veld) context[veld] = [...(context[veld] ?? []), rest];
    else {
      vind("contextfout").textContent = "This kind of document does not go into a context.";
      return;
    }
    vind("context").value = JSON.stringify(context, null, 2);
    vind("contextfout").textContent = "Taken in.";
  }
}

function begin(inhoud) {
  const { voorbeelden } = inhoud;
  vind("voorbeeld").append(new Option("", ""), ...Object.keys(voorbeelden).map((naam) => new Option(naam, naam)));
  let straks;
  const veranderd = () => {
    clearTimeout(straks);
    straks = setTimeout(() => toonVorm(inhoud), 200);
  };
  const zet = (tekst) => {
    vind("document").value = tekst;
    laatste = undefined;
    vind("rapport").hidden = true;
    veranderd();
  };
  vind("voorbeeld").addEventListener("change", () => zet(voorbeelden[vind("voorbeeld").value] ?? ""));
  const gekozen = (veld, neemAan) =>
    veld.addEventListener("change", async () => {
      await neemAan([...veld.files]);
      veld.value = ""; // the same file may be chosen again
    });
  gekozen(vind("bestand"), async ([bestand]) => bestand && zet(await bestand.text()));
  gekozen(vind("tabellen"), neem);
  vind("document").addEventListener("input", veranderd);
  vind("beoordeel").addEventListener("click", beoordeel);
  vind("taal").addEventListener("change", toon);
  const neer = vind("neer");
  neer.addEventListener("dragover", (gebeurtenis) => gebeurtenis.preventDefault());
  neer.addEventListener("drop", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    neem(gebeurtenis.dataTransfer.files);
  });
  vind("voorbeeld").value = "fout/thuisbevalling-2023";
  zet(voorbeelden["fout/thuisbevalling-2023"] ?? "");
  vind("proberen").hidden = false;
}

try {
  const antwoord = await fetch(new URL("inhoud.json", HIER));
  if (!antwoord.ok) throw new Error(antwoord.status);
  begin(await antwoord.json());
} catch {
  vind("afwezig").hidden = false;
}
