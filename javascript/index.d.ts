import type { Documenten, RapportDocument, ToetscontextDocument } from "./types.js";

export type * from "./types.js";

/** A document of any kind; `soort` tells them apart. */
export type Document = Documenten[keyof Documenten];
/** JSON as text or as UTF-8 bytes, judged as it stands, or an object that JSON can hold. */
export type Invoer<T = object> = string | Uint8Array | T | object;

export interface Opties {
  /** Where the files of pyodide are, when a bundler moved them: a URL that ends in a slash. */
  indexURL?: string;
}

export interface Geboortezorg {
  /** Version of the library whose rules these are. */
  readonly versie: string;
  /** Version of the schemas that documents follow. */
  readonly schemaVersie: string;
  /**
   * Judge one document, and return the report that the Python library gives.
   *
   * Whatever is wrong with the document is in the report. Throws OngeldigeContext for a context
   * that cannot be used, and TypeError for a value that is no JSON object, text or bytes.
   */
  validate(document: Invoer<Document>, context?: Invoer<ToetscontextDocument>): RapportDocument;
}

/** A context that cannot be used: `message` says why in Dutch, `rapport` is the report on it. */
export declare class OngeldigeContext extends Error {
  readonly name: "OngeldigeContext";
  readonly tekst_en: string;
  readonly rapport: RapportDocument;
}

/** Start Python with the library in it; takes seconds the first time, and is done once. */
export declare function load(opties?: Opties): Promise<Geboortezorg>;
