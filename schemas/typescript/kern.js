// What the entries share: the same functions over a way to read a file of the package by its name.
import { SCHEMA_VERSIE, SOORTEN } from "./gegevens.js";

const DAG = /^(\d{4})-(\d{2})-(\d{2})$/;

export function maak(lees) {
  function schema(soort) {
    return lees(`schemas/${bekend(soort)}.schema.json`);
  }

  function toelichting(soort) {
    return lees(`schemas/${bekend(soort)}.toelichting.json`);
  }

  function vormtoets(ajv, soort) {
    const gevraagd = schema(soort);
    return ajv.getSchema(gevraagd.$id) ?? ajv.compile(gevraagd);
  }

  let tarieven; // prestaties by stable name and by code, made on first use

  function tarief(prestatie, dag) {
    if (!isDag(dag)) throw new RangeError("give a day as YYYY-MM-DD");
    tarieven ??= perNaam(lees("tarieven.json"));
    const gevonden = tarieven.prestaties.get(prestatie);
    if (!gevonden) return { status: "onbekend", op: dag, reden: "prestatie_onbekend" };
    const { stukken, ...gegevens } = gevonden;
    const { vanaf, bron, tariefbeschikking, ...antwoord } = stukken.findLast((s) => s.vanaf <= dag);
    const uit = { ...gegevens, ...antwoord, op: dag };
    if (bron !== undefined) uit.bron = tarieven.bronnen[bron];
    if (tariefbeschikking !== undefined)
      uit.tariefbeschikking = tarieven.tariefbeschikkingen[tariefbeschikking];
    return structuredClone(uit);
  }

  return { schema, toelichting, vormtoets, tarief, regels: () => lees("schemas/regels.json") };
}

export function plaatsen(toets) {
  return (toets.errors ?? []).map(({ instancePath, keyword }) => ({ pad: instancePath, trefwoord: keyword }));
}

function bekend(soort) {
  if (!SOORTEN.includes(soort)) throw new RangeError("unknown soort");
  return soort;
}

function isDag(dag) {
  const delen = typeof dag === "string" && DAG.exec(dag);
  if (!delen) return false;
  const tijd = new Date(`${dag}T00:00:00Z`);
  return Number(delen[1]) > 0 && tijd.getUTCDate() === Number(delen[3]);
}

function perNaam({ prestaties, ...rest }) {
  const uit = new Map();
  for (const prestatie of prestaties)
    for (const naam of [prestatie.prestatie_id, prestatie.code])
      if (naam !== undefined) uit.set(naam, prestatie);
  return { ...rest, prestaties: uit };
}

export { SCHEMA_VERSIE, SOORTEN };
