import type { Bron, Documenten, Looptijd, Prestatienaam, Regelcatalogus, Tarief, Tariefbeschikking, Regime, Verificatie } from "./types.js";

export type * from "./types.js";

/** The kinds of document. */
export type Soort = keyof Documenten;
/** A document of any kind; `soort` tells them apart. */
export type Document = Documenten[Soort];
/** The version of the schemas in this package, and of the documents that follow them. */
export declare const SCHEMA_VERSIE: Documenten["dossier"]["schema_versie"];
/** Every kind of document. */
export declare const SOORTEN: readonly Soort[];
/** Return the JSON Schema of a kind of document, as a new object. */
export declare function schema(soort: Soort): Record<string, unknown>;
/** Return what is said of each place in a schema beside validity, as a new object. */
export declare function toelichting(soort: Soort): Toelichting;
/** Return the catalogue of the rules, as a new object. */
export declare function regels(): Regelcatalogus;

export interface Toelichting {
  /** The `$id` of the schema. */
  schema: string;
  /** By JSON Pointer into the schema. */
  plaatsen: Record<string, ToelichtingVanPlaats>;
}

export interface ToelichtingVanPlaats {
  titel_en?: string;
  titel_nl?: string;
  omschrijving_nl?: string;
  eenheid?: string;
  formaat?: string;
  bron?: string;
  /** Personal data: do not log what it holds. */
  persoonsgegeven?: true;
}

/** The part of an Ajv for draft 2020-12 (`ajv/dist/2020.js`) that is used here. */
export interface Ajv {
  getSchema(id: string): unknown;
  compile(schema: Record<string, unknown>): unknown;
}

/** A test of shape by Ajv, that tells TypeScript which kind of document it is. */
export interface Vormtoets<T> {
  (document: unknown): document is T;
  errors?: null | { instancePath: string; keyword: string }[];
}

/** Return the test of shape of a kind of document, compiled once in each Ajv. */
export declare function vormtoets<S extends Soort>(ajv: Ajv, soort: S): Vormtoets<Documenten[S]>;
/** Return where the last document of a test failed, without anything that it holds. */
export declare function plaatsen(toets: Vormtoets<unknown>): { pad: string; trefwoord: string }[];

interface VanPrestatie {
  /** The day that was asked for. */
  op: string;
  prestatie_id: string;
  code?: string;
  omschrijving: string;
  omschrijving_en: string;
  regime: Regime;
}

/** A tariff, with its source. Amounts are whole eurocents; without one the tariff is free. */
export interface Gevonden extends VanPrestatie, Omit<Tarief, "bron" | "looptijd" | "prestatie_id"> {
  status: "gevonden";
  looptijd: Looptijd;
  /** Name of the table. */
  tabel: string;
  eigen: false;
  tariefbeschikking: Tariefbeschikking;
  /** Whether a rule may judge by this row; `belemmering` says why not. */
  toetsbaar: boolean;
  belemmering?: "tariefsoort_niet_vermeld" | "betwist" | "concept";
  /** Whether a rule refuses by this row, on the bar `bevestigd`; absent for a free tariff. */
  wijst_af?: boolean;
  bron: Bron;
  verificatie: Verificatie;
}

/** Nothing is known; the amount of another day never stands in. */
export interface GeenTarief extends VanPrestatie {
  status: "onbekend";
  reden: "geen_tarief_bekend";
  laatst_bekend_tot_en_met?: string;
  eerstvolgend_van?: string;
}

/** No list of prestaties has this name or code. */
export interface PrestatieOnbekend {
  status: "onbekend";
  op: string;
  reden: "prestatie_onbekend";
}

/** The prestatie itself does not exist yet, or no more. */
export interface BuitenLooptijd extends VanPrestatie {
  status: "nog_niet_van_kracht" | "beeindigd";
  /** Its first day, or its last. */
  datum: string;
  bron: Bron;
  verificatie: Verificatie;
}

export type Tariefantwoord = Gevonden | GeenTarief | PrestatieOnbekend | BuitenLooptijd;

/**
 * Return what the tables say of the tariff of a prestatie (stable name or code) on a day, written
 * `YYYY-MM-DD`; RangeError for another. For care whose tariff follows the start of care, give that day.
 */
export declare function tarief(prestatie: Prestatienaam | (string & {}), dag: string): Tariefantwoord;
