// Generated from the schemas: do not edit. See README.md.

export const SCHEMA_VERSIE = "0.1";
export const SOORTEN = Object.freeze(["dossier","zorgepisode","declaratie","vsv","igo","overeenkomst","vsv_declaratie","prestatiebeschrijving","aanwijzing","aansluiting","bestuurlijke_afspraak","monitorplan","wachtdienst","prestatielijst","tarieftabel","normtabel","cijfertabel","codelijst","ei_indeling","context","rapport"]);
