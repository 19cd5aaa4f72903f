// Generated from the schemas: do not edit. See README.md.
import type { Documenten, Regelcatalogus } from "./types.js";

export * from "./types.js";

/** The kinds of document. */
export type Soort = keyof Documenten;
/** A document of any kind; `soort` tells them apart. */
export type Document = Documenten[Soort];
/** The version of the schemas in this package, and of the documents that follow them. */
export declare const SCHEMA_VERSIE: "0.1";
/** Every kind of document. */
export declare const SOORTEN: readonly Soort[];
/** Return the JSON Schema of a kind of document, as a new object. Needs a file system. */
export declare function schema(soort: Soort): Record<string, unknown>;
/** Return the catalogue of the rules, as a new object. Needs a file system. */
export declare function regels(): Regelcatalogus;
