// Generated from the schemas: do not edit. See README.md.

/**
 * What a bestuurlijke afspraak is about; the letter names the first three, among others.
 */
export type Afspraakthema = "kwaliteit" | "toegankelijkheid" | "data" | "anders";
/**
 * From which norm the law lets a collective arrangement deviate.
 */
export type Afwijking =
  | "pauze"
  | "zondagen"
  | "vier_weken"
  | "reeks"
  | "nachtdiensten"
  | "dagelijkse_rust"
  | "arbeidsduur_artsen"
  | "bereikbaarheidsdienst";
/**
 * Whether the law on working hours holds for this person.
 */
export type Arbeidsverhouding = "in_loondienst" | "zelfstandig";
/**
 * How far a prestatiebeschrijving has come. Only `vastgesteld` allows a declaratie.
 */
export type Beschrijvingstatus = "concept" | "consultatie" | "vastgesteld" | "ingetrokken";
/**
 * How far a decision has come.
 */
export type Besluitstatus = "concept" | "vastgesteld" | "nooit_in_werking" | "ingetrokken";
/**
 * Kind of document that shows that an activity takes place; our own words.
 */
export type Bewijssoort = "samenwerkingsafspraak" | "plan" | "verslag" | "protocol" | "meting" | "anders";
/**
 * Who collects an eigen bijdrage.
 */
export type Bijdrageinning = "zorgaanbieder" | "verzekeraar";
/**
 * What an eigen bijdrage was charged for.
 */
export type Bijdragesoort = "thuis" | "instelling" | "partusassistentie";
/**
 * Why the woman pays less than the eigen bijdrage, or nothing.
 */
export type Bijdragevrijstelling = "verzekeraar" | "kwijtgescholden";
/**
 * Why the collective agreement would bind this employer, as the sender states it.
 */
export type Caobinding = "partij" | "afgesproken" | "algemeen_verbindend";
/**
 * How far a collective agreement has come.
 */
export type Caostatus = "overeengekomen" | "aangemeld" | "algemeen_verbindend";
/**
 * What one unit of a figure is.
 */
export type Cijfereenheid =
  "aantal" | "duizendtal" | "percentage" | "per_duizend" | "indexpercentage" | "jaren" | "euro" | "miljoen_euro";
/**
 * How final a figure is.
 */
export type Cijferstatus = "definitief" | "voorlopig" | "raming" | "niet_vermeld";
/**
 * Sign of an amount (Vektis COD043); amounts themselves are never negative.
 */
export type DebetCredit = "D" | "C";
/**
 * Professional discipline in maternity care.
 *
 * The first five are the disciplines that the letter Kamerstuk 32279 nr. 272 names.
 */
export type Discipline =
  | "eerstelijnsverloskundige"
  | "kraamverzorgende"
  | "klinisch_verloskundige"
  | "gynaecoloog"
  | "kinderarts"
  | "huisarts"
  | "echoscopist";
/**
 * Which part of a goal was changed.
 */
export type Doelonderdeel = "omschrijving" | "streefwaarde" | "indicator" | "vervallen";
/**
 * Domain in which a VSV meets others.
 */
export type Domein = "medisch" | "sociaal" | "publiek";
/**
 * What a value must be, beside its characters.
 */
export type EIInhoud = "datum" | "bsn" | "agb" | "uzovi" | "reserve";
/**
 * What a record is for; the frame of every message is made of these.
 */
export type EIRecordrol = "voorloop" | "verzekerde" | "debiteur" | "prestatie" | "commentaar" | "sluit";
/**
 * Which characters a field may hold.
 */
export type EIVeldtype = "N" | "AN";
/**
 * Line of care.
 */
export type Echelon = "eerste_lijn" | "tweede_lijn" | "derde_lijn";
/**
 * Unit in which a prestatie is counted and its tariff expressed.
 */
export type Eenheid =
  | "uur"
  | "half_uur"
  | "kwartier"
  | "minuut"
  | "dag"
  | "stuk"
  | "zwangerschap"
  | "consult"
  | "echo"
  | "onderzoek"
  | "test"
  | "gesprek";
/**
 * How serious a finding is.
 */
export type Ernst = "fout" | "waarschuwing" | "info";
/**
 * Phase of care that an integrale prestatie is for (NR/REG-2201).
 */
export type Fase = "prenataal" | "nataal" | "postnataal";
/**
 * Kind of payer.
 */
export type Financieringssoort =
  "zonmw" | "structureel" | "iza" | "eigen" | "programma_babyconnect" | "overgangssteun_dig" | "veld";
/**
 * Why more or less was indicated than the basic package.
 */
export type Indicatiegrond = "medisch" | "sociaal";
/**
 * When the hours were set.
 */
export type Indicatiemoment = "intake" | "start_zorg" | "dag_8" | "herindicatie";
/**
 * By which protocol the hours were set.
 */
export type Indicatieprotocol = "lip" | "klim";
/**
 * The four kerntaken of the basiskader, in its order.
 */
export type Kerntaak =
  | "samenwerkingsverband_organiseren"
  | "zorg_coordineren"
  | "informatievoorziening_communicatie"
  | "kwaliteitsverbetering";
/**
 * How old the employee was while the wachtdiensten lasted; no date of birth is needed.
 */
export type Leeftijdsgroep = "tot_18" | "wordt_18" | "vanaf_18";
/**
 * On which terms the figures may be used again.
 */
export type Licentie = "cc_by" | "bronvermelding" | "niet_gezien" | "niet_commercieel";
/**
 * The budget of the health insurance act under which costs fall.
 */
export type Macrokadersoort = "overig_curatief" | "ander";
/**
 * For which area the plan is.
 */
export type Monitorniveau = "landelijk" | "regionaal";
/**
 * What is monitored.
 */
export type Monitoronderwerp = "vsv_bekostiging" | "eerste_1000_dagen" | "anders";
/**
 * What one unit of a value is.
 */
export type Normeenheid =
  "minuut" | "uur" | "dag" | "week" | "maand" | "jaar" | "aantal" | "eurocent" | "basispunt" | "gram" | "deel";
/**
 * What is supported besides the funding.
 */
export type Ondersteuningsoort = "organisatorisch" | "inhoudelijk";
/**
 * The verdict of a whole report.
 */
export type Oordeel = "akkoord" | "afgekeurd" | "onvolledig";
/**
 * Why a document is `onvolledig`.
 */
export type Oorzaak = "twijfel" | "onbekend";
/**
 * Kind of percentage on top of a maximum tariff.
 */
export type Opslagsoort = "max_max" | "toeslag_integrale_geboortezorg" | "toeslag_beschikbaarheid";
/**
 * What the agreement is about.
 */
export type Overeenkomstsoort = "max_max" | "toeslag_integrale_geboortezorg" | "integraal" | "lumpsum";
/**
 * Kind of organisation.
 */
export type Partijsoort =
  | "verloskundigenpraktijk"
  | "kraamzorgorganisatie"
  | "ziekenhuis"
  | "echopraktijk"
  | "huisartsenpraktijk"
  | "geboortecentrum"
  | "igo"
  | "vsv";
/**
 * Phase of care around birth (PWD, PeriodeZorgverlening).
 */
export type PerinatalePeriode =
  | "intake"
  | "zwangerschap_vervolg"
  | "begin_baring"
  | "uitdrijving"
  | "nageboorte"
  | "eerste_24_uur"
  | "dag_2_tot_en_met_7"
  | "follow_up_tot_6_weken";
/**
 * Where a woman gives birth, or means to.
 */
export type PlaatsBaring = "thuis" | "geboortecentrum" | "ziekenhuis" | "onderweg" | "buitenland";
/**
 * Steps of the procedure.
 */
export type Procedurestapsoort =
  "zakelijke_inhoud_eerste_kamer" | "zakelijke_inhoud_tweede_kamer" | "besluit" | "staatscourant";
/**
 * Legal form of a collaboration; all but `geen` and `maatschap` are legal persons.
 */
export type Rechtsvorm = "geen" | "maatschap" | "stichting" | "vereniging" | "cooperatie" | "besloten_vennootschap";
/**
 * The set of funding rules that a prestatie falls under.
 */
export type Regime =
  | "kraamzorg"
  | "verloskunde"
  | "prenatale_screening"
  | "integrale_geboortezorg"
  | "vsv"
  | "eigen_bijdrage_kraamzorg"
  | "medisch_specialistische_zorg";
/**
 * On which side of the target the result must be.
 */
export type Richting = "minstens" | "hoogstens";
/**
 * Conclusion on risk after the intake (PWD, ConclusieRisicostatus).
 */
export type Risicostatus = "eerste_lijn" | "overleg" | "tweede_lijn" | "eerste_lijn_plaatsindicatie" | "derde_lijn";
/**
 * What happens in a step of the timeline.
 */
export type Stapsoort = "monitoring" | "evaluatie" | "beleidskeuze" | "informeren_kamer" | "anders";
/**
 * Kind of tariff (Wmg art. 50 lid 1), and what the sources add to it.
 */
export type Tariefsoort = "maximum" | "vast" | "vrij" | "opslag" | "eigen_bijdrage" | "niet_vermeld";
/**
 * How often a prestatie can be declared for one pregnancy, by whomever.
 */
export type Telgrens = "een_per_vrouw" | "een_per_volgend_kind";
/**
 * A kind of time that has its own compensation.
 */
export type Tijdsoort = "wachttijd" | "arbeidstijd";
/**
 * What the period of a figure means.
 */
export type Tijdvak = "kalenderjaar" | "periode" | "peilmoment";
/**
 * What a rule says of a document.
 */
export type Uitkomst = "voldaan" | "geschonden" | "niet_van_toepassing" | "niet_beoordeeld";
/**
 * To what an organisation is connected.
 */
export type Uitwisselingsstelsel = "babyconnect" | "dig";
/**
 * How well a fact was verified, from the strongest ground to the weakest.
 */
export type Verificatie = "officieel" | "bevestigd" | "secundair" | "afgeleid";
/**
 * Phase in which a woman is referred.
 *
 * The kernset has a list of its own for this (PerinatalePeriodeOverdrachtConsult, 15 codes); the five of them that mean the same as a :class:`PerinatalePeriode` have its name. The three values of PerinatalePeriode that the kernset does not have for a referral are accepted too.
 */
export type Verwijsperiode =
  | "intake"
  | "zwangerschap_vervolg"
  | "ante_partum"
  | "na_eerste_controle"
  | "voor_28e_week"
  | "28e_tot_en_met_36e_week"
  | "vanaf_37e_week"
  | "durante_partu"
  | "begin_baring"
  | "uitdrijving"
  | "nageboorte"
  | "postpartum"
  | "direct_postpartum"
  | "tijdens_kraambed"
  | "eerste_24_uur"
  | "dag_2_tot_en_met_7"
  | "2e_week_of_later"
  | "follow_up_tot_6_weken";
/**
 * Why a woman is referred: for advice, or for another to take over (PWD).
 */
export type Verwijzingsoort = "consult" | "overname";
/**
 * How the child is fed.
 */
export type Voeding = "borstvoeding" | "kunstvoeding";
/**
 * What the NZa attaches to a tariff or prestatie (Wmg art. 50 lid 3).
 */
export type Voorwaardesoort = "voorschrift" | "beperking";
/**
 * What kind of wachtdienst it is; other bounds hold for each kind.
 */
export type Wachtdienstsoort = "consignatie" | "bereikbaarheidsdienst" | "aanwezigheidsdienst";
/**
 * What the employee works as; the Arbeidstijdenbesluit has other bounds for some.
 */
export type Werkzaamheid =
  | "verpleging_verzorging"
  | "arts"
  | "medisch_specialist"
  | "verloskundige_intramuraal"
  | "verloskundige_extramuraal"
  | "verloskundige_in_opleiding"
  | "anders";
/**
 * How a pregnancy ended (PWD, WijzeEindeZwangerschap).
 */
export type WijzeEinde = "partus" | "miskraam" | "apla" | "eug" | "mola";
/**
 * Who gives a fact.
 */
export type Feitplaats = "document" | "context";
/**
 * Which date of the document decides which norm applies.
 */
export type Peildatum = "start_zorg" | "levering" | "prestatie" | "geboorte" | "document" | "beoordeling" | "geen";
/**
 * What a document can have that is plain to see without a rule.
 */
export type Trek =
  | "velden"
  | "bedragen"
  | "geen_tarief"
  | "vrij_tarief"
  | "integraal_tarief"
  | "afspraak"
  | "integraal_begrensd"
  | "zorgaanbieder"
  | "samenloop"
  | "zonder_bsn"
  | "kraamzorg"
  | "kraamzorgdag"
  | "omgekeerde_kraamzorg"
  | "aanmelding"
  | "partusassistentie"
  | "kraamzorgindicatie"
  | "kraamzorguren"
  | "bevaldag"
  | "bericht"
  | "factuur"
  | "zwangerschap"
  | "leeftijd"
  | "zorgepisodes"
  | "meer_zorgepisodes"
  | "overname"
  | "overgenomen"
  | "volledige_zorg"
  | "late_start"
  | "deel"
  | "deel_tot_bevalling"
  | "zwangerschapsduur"
  | "screeningscontract"
  | "rijksbegroting"
  | "experiment"
  | "regulier"
  | "bundel"
  | "integrale_fasen"
  | "andere_zorg"
  | "vaker"
  | "per_stuk"
  | "bij_levering"
  | "geheel"
  | "geheel_prenataal"
  | "van_een_fase"
  | "tarief"
  | "grond_bevestigd"
  | "grond_secundair"
  | "grond_afgeleid"
  | "dagen"
  | "dubbel"
  | "aantal"
  | "fase"
  | "episode"
  | "verzekeraar"
  | "bsn"
  | "referenties";

/**
 * Every kind of document, by its `soort`.
 */
export interface Documenten {
  dossier: DossierDocument;
  zorgepisode: ZorgepisodeDocument;
  declaratie: DeclaratieDocument;
  vsv: VSVDocument;
  igo: IGODocument;
  overeenkomst: OvereenkomstDocument;
  vsv_declaratie: VSVDeclaratieDocument;
  prestatiebeschrijving: PrestatiebeschrijvingDocument;
  aanwijzing: AanwijzingDocument;
  aansluiting: AansluitingDocument;
  bestuurlijke_afspraak: BestuurlijkeAfspraakDocument;
  monitorplan: MonitorplanDocument;
  wachtdienst: WachtdienstroosterDocument;
  prestatielijst: PrestatielijstDocument;
  tarieftabel: TarieftabelDocument;
  normtabel: NormtabelDocument;
  cijfertabel: CijfertabelDocument;
  codelijst: CodelijstDocument;
  ei_indeling: EIIndelingDocument;
  context: ToetscontextDocument;
  rapport: RapportDocument;
}
/**
 * Who carries the cost of a connection, over one period.
 */
export interface Aansluitbijdrage {
  /**
   * Who pays.
   */
  financieringssoort: Financieringssoort;
  /**
   * Days over which it pays.
   */
  looptijd: Looptijd;
  /**
   * Amount over the whole period.
   */
  bedrag_eurocent?: number;
}
/**
 * The connection of one organisation, and when it exists.
 */
export interface Aansluiting {
  /**
   * Own key.
   */
  aansluiting_id: string;
  /**
   * To what it is connected.
   */
  uitwisselingsstelsel: Uitwisselingsstelsel;
  /**
   * Kind of organisation.
   */
  partijsoort: Partijsoort;
  /**
   * Days of the connection.
   */
  looptijd: Looptijd;
  /**
   * AGB-code of the organisation.
   */
  agb_code?: string;
  /**
   * Own identifier of the VSV through which it is connected.
   */
  vsv_id?: string;
  /**
   * Who carries the cost, per period.
   *
   * @maxItems 100
   */
  bijdragen?: Aansluitbijdrage[];
}
/**
 * The connection of one organisation, and when it exists.
 */
export interface AansluitingDocument {
  /**
   * Kind of document.
   */
  soort: "aansluiting";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own key.
   */
  aansluiting_id: string;
  /**
   * To what it is connected.
   */
  uitwisselingsstelsel: Uitwisselingsstelsel;
  /**
   * Kind of organisation.
   */
  partijsoort: Partijsoort;
  /**
   * Days of the connection.
   */
  looptijd: Looptijd;
  /**
   * AGB-code of the organisation.
   */
  agb_code?: string;
  /**
   * Own identifier of the VSV through which it is connected.
   */
  vsv_id?: string;
  /**
   * Who carries the cost, per period.
   *
   * @maxItems 100
   */
  bijdragen?: Aansluitbijdrage[];
}
/**
 * Something to supply: the finding with this code and reason says what.
 */
export interface Aanvulling {
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * Which of the rule's cases this is.
   */
  reden: string;
  /**
   * In how many places it is missing.
   */
  plaatsen: number;
}
/**
 * An instruction of the minister to the NZa, from its announcement on.
 */
export interface Aanwijzing {
  /**
   * Own key.
   */
  aanwijzing_id: string;
  /**
   * What it is about.
   */
  onderwerp: string;
  /**
   * Regime of the prestaties that it is about, when it is one of ours.
   */
  regime?: Regime;
  /**
   * The steps taken.
   *
   * @maxItems 100
   */
  stappen?: Procedurestap[];
  /**
   * First possible day of the decision, when the letter to parliament states it.
   */
  besluit_niet_eerder_dan?: string;
  /**
   * Days on which it applies, once decided.
   */
  looptijd?: Looptijd;
}
/**
 * An instruction of the minister to the NZa, from its announcement on.
 */
export interface AanwijzingDocument {
  /**
   * Kind of document.
   */
  soort: "aanwijzing";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own key.
   */
  aanwijzing_id: string;
  /**
   * What it is about.
   */
  onderwerp: string;
  /**
   * Regime of the prestaties that it is about, when it is one of ours.
   */
  regime?: Regime;
  /**
   * The steps taken.
   *
   * @maxItems 100
   */
  stappen?: Procedurestap[];
  /**
   * First possible day of the decision, when the letter to parliament states it.
   */
  besluit_niet_eerder_dan?: string;
  /**
   * Days on which it applies, once decided.
   */
  looptijd?: Looptijd;
}
/**
 * One thing that a VSV does for a kerntaak, and when.
 */
export interface Activiteit {
  /**
   * Key by which a financieringsbron refers to this activity.
   */
  activiteit_id: string;
  /**
   * What it is.
   */
  omschrijving: string;
  /**
   * Days on which it takes place.
   */
  looptijd: Looptijd;
  /**
   * What shows it.
   *
   * @maxItems 100
   */
  bewijs?: Bewijs[];
}
/**
 * What a VSV does to meet the basiskader.
 */
export interface Basiskader {
  /**
   * One for every kerntaak.
   *
   * @maxItems 20
   */
  kerntaken?: Kerntaakinvulling[];
  /**
   * Multidisciplinary meetings, per domain.
   *
   * @maxItems 100
   */
  mdos?: MDO[];
}
/**
 * One agreement between parties of the Landelijke Tafel.
 */
export interface BestuurlijkeAfspraakDocument {
  /**
   * Kind of document.
   */
  soort: "bestuurlijke_afspraak";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own key.
   */
  afspraak_id: string;
  /**
   * Theme.
   */
  thema: Afspraakthema;
  /**
   * Day on which it was made.
   */
  datum: string;
  /**
   * Names of the organisations that made it.
   *
   * @maxItems 100
   */
  partijen: string[];
  /**
   * What was agreed.
   */
  omschrijving?: string;
  /**
   * Days on which it applies.
   */
  looptijd?: Looptijd;
  /**
   * Source.
   */
  bron?: Bron;
}
/**
 * One thing that a rule has to say about one place in the document.
 */
export interface Bevinding {
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * What the rule says of this place.
   */
  uitkomst: Uitkomst;
  /**
   * Severity.
   */
  ernst: Ernst;
  /**
   * JSON Pointer (RFC 6901) to the place; a segment that is not a known field is `*`.
   */
  pad: string;
  /**
   * Which of the rule's cases this is.
   */
  reden: string;
  /**
   * What is wrong and what to do, in Dutch.
   */
  tekst: string;
  /**
   * What is wrong and what to do, in English.
   */
  tekst_en: string;
  /**
   * Source of the norm.
   */
  bron: Bron;
  /**
   * JSON Pointers to the other places with the same cause, in order.
   *
   * @maxItems 10000
   */
  ook_op?: string[];
  /**
   * Values from the library's own tables.
   *
   * @maxItems 20
   */
  parameters?: Parameter[];
  /**
   * Vektis return codes (COD954) that fit a refusal on this rule.
   *
   * @maxItems 20
   */
  retourcodes?: string[];
}
/**
 * One document that shows that an activity takes place; not the document itself.
 */
export interface Bewijs {
  /**
   * Kind.
   */
  bewijssoort: Bewijssoort;
  /**
   * Its date.
   */
  datum: string;
  /**
   * Where it can be found: a title, file number or address.
   */
  vindplaats?: string;
}
/**
 * One source of a rule or a table row.
 */
export interface Bron {
  /**
   * Title of the instrument or page.
   */
  titel: string;
  /**
   * How well it was verified.
   */
  verificatie: Verificatie;
  /**
   * Number of the instrument, as published.
   */
  nummer?: string;
  /**
   * Article or section within the instrument.
   */
  artikel?: string;
  /**
   * Where it was seen.
   */
  url?: string;
  /**
   * Date of the version of the text that was read, when it is known.
   */
  toestand?: string;
  /**
   * Day on which the source was last seen, when it is known.
   */
  gezien_op?: string;
  /**
   * What the source does not say.
   */
  toelichting?: string;
}
/**
 * A collective agreement and how far it has come.
 */
export interface Cao {
  /**
   * Key of the agreement.
   */
  cao_id: string;
  /**
   * Name.
   */
  naam: string;
  /**
   * Statuses, with their days.
   *
   * @maxItems 20
   */
  stappen?: Caostap[];
}
/**
 * One status of a collective agreement, and the days on which it has it.
 */
export interface Caostap {
  /**
   * Status.
   */
  status: Caostatus;
  /**
   * Days on which it has this status; statuses run side by side.
   */
  looptijd: Looptijd;
}
/**
 * One published figure.
 */
export interface Cijfer {
  /**
   * Its definition.
   */
  definitie_id: string;
  /**
   * Area it is about.
   */
  gebied: string;
  /**
   * The figure without its decimal mark: 7,8 is 78 with one decimal.
   */
  waarde: number;
  /**
   * Status.
   */
  status: Cijferstatus;
  /**
   * Number of decimals with which it was published.
   */
  decimalen?: number;
  /**
   * Days it is about; left out when the source gives none, and then it is never compared.
   */
  periode?: Periode;
  /**
   * Part of the population, when the figure is split up.
   */
  categorie?: string;
  /**
   * Published count behind a ratio.
   */
  teller_aantal?: number;
  /**
   * Source, when another than that of the table.
   */
  bron?: Bron;
  /**
   * What a reader must know beside the figure.
   */
  toelichting?: string;
}
/**
 * Figures of one publisher, with their definitions, source and terms of use.
 */
export interface Cijfertabel {
  /**
   * Name of the table, unique among the tables in use.
   */
  naam: string;
  /**
   * Title.
   */
  titel: string;
  /**
   * Source.
   */
  bron: Bron;
  /**
   * Terms of use.
   */
  licentie: Licentie;
  /**
   * Text by which to name the source when the figures are used.
   */
  naamsvermelding: string;
  /**
   * Definitions; one without figures says what the figures of others count.
   *
   * @maxItems 1000
   */
  definities?: Definitie[];
  /**
   * The figures.
   *
   * @maxItems 10000
   */
  cijfers?: Cijfer[];
  /**
   * Day on which it was entered in this table.
   */
  opgenomen_op?: string;
}
/**
 * Figures of one publisher, with their definitions, source and terms of use.
 */
export interface CijfertabelDocument {
  /**
   * Kind of document.
   */
  soort: "cijfertabel";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the table, unique among the tables in use.
   */
  naam: string;
  /**
   * Title.
   */
  titel: string;
  /**
   * Source.
   */
  bron: Bron;
  /**
   * Terms of use.
   */
  licentie: Licentie;
  /**
   * Text by which to name the source when the figures are used.
   */
  naamsvermelding: string;
  /**
   * Definitions; one without figures says what the figures of others count.
   *
   * @maxItems 1000
   */
  definities?: Definitie[];
  /**
   * The figures.
   *
   * @maxItems 10000
   */
  cijfers?: Cijfer[];
  /**
   * Day on which it was entered in this table.
   */
  opgenomen_op?: string;
}
/**
 * The woman. Every field may be left out: a pseudonymous dossier is enough.
 */
export interface Client {
  /**
   * Burgerservicenummer.
   */
  bsn?: string;
  /**
   * Date of birth.
   */
  geboortedatum?: string;
  /**
   * Postal code, without space.
   */
  postcode?: string;
  /**
   * Health insurance over time.
   *
   * @maxItems 50
   */
  verzekeringen?: Verzekering[];
}
/**
 * A theme that clients find important, which the evaluation looks at.
 */
export interface Clientthema {
  /**
   * The theme.
   */
  thema: string;
  /**
   * What it is about.
   */
  omschrijving?: string;
  /**
   * How the view of clients is gathered, without data on persons.
   */
  werkwijze?: string;
}
/**
 * A local Kansrijke Start coalition in which a VSV takes part.
 */
export interface Coalitie {
  /**
   * Own key.
   */
  coalitie_id: string;
  /**
   * Where it works.
   */
  regio: string;
  /**
   * Domains that take part.
   *
   * @maxItems 3
   */
  domeinen: Domein[];
  /**
   * Days on which it exists.
   */
  looptijd: Looptijd;
}
/**
 * One code with its meaning, in our own words.
 */
export interface Codebetekenis {
  /**
   * The code.
   */
  code: string;
  /**
   * Meaning, in Dutch.
   */
  betekenis: string;
  /**
   * Meaning, in English.
   */
  betekenis_en: string;
  /**
   * Source of this code, when another than that of the list.
   */
  bron?: Bron;
}
/**
 * The codes of one published list that were seen; the list itself may be longer.
 */
export interface CodelijstDocument {
  /**
   * Kind of document.
   */
  soort: "codelijst";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the list.
   */
  naam: string;
  /**
   * What the list is for.
   */
  omschrijving: string;
  /**
   * Source.
   */
  bron: Bron;
  /**
   * The codes that were seen.
   *
   * @minItems 1
   * @maxItems 10000
   */
  codes: Codebetekenis[];
  /**
   * Day on which the list stood like this, when the source says so.
   */
  stand?: string;
}
/**
 * What a cao, or what was agreed with the employees' council, deviates from the law in.
 *
 * An empty list says that it deviates in nothing, or that there is none.
 */
export interface CollectieveRegeling {
  /**
   * From which norms it deviates, within what the law allows.
   *
   * @maxItems 20
   */
  afwijkingen?: Afwijking[];
}
/**
 * A message with declaratieregels from one declarant to one insurer.
 */
export interface DeclaratieDocument {
  /**
   * Kind of document.
   */
  soort: "declaratie";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * AGB-code of the declarant.
   */
  declarant_agb: string;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Invoice number.
   */
  factuurnummer: string;
  /**
   * Invoice date.
   */
  factuurdatum: string;
  /**
   * Declaration period.
   */
  periode: Periode;
  /**
   * The lines.
   *
   * @minItems 1
   * @maxItems 10000
   */
  declaratieregels: Declaratieregel[];
  /**
   * Account to pay to, without spaces.
   */
  iban?: string;
}
/**
 * One declared prestatie.
 */
export interface Declaratieregel {
  /**
   * Reference of this line, unique for the provider.
   */
  referentienummer: string;
  /**
   * AGB-code of the declaring provider.
   */
  zorgaanbieder_agb: string;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.
   */
  prestatie: string;
  /**
   * Days on which it was delivered.
   */
  periode: Periode;
  /**
   * Quantity, in `eenheid`.
   */
  aantal: number;
  /**
   * Tariff per unit of the prestatie.
   */
  tarief_eurocent: number;
  /**
   * Computed amount: tariff times quantity.
   */
  bedrag_eurocent: number;
  /**
   * Part of the computed amount that is declared to this receiver.
   */
  declaratiebedrag_eurocent: number;
  /**
   * D is debit, C is credit.
   */
  debet_credit: DebetCredit;
  /**
   * Unit of the quantity; left out when it is that of the prestatie.
   */
  eenheid?: Eenheid;
  /**
   * Burgerservicenummer of the insured person, in a message about several; nine nines when it is not known.
   */
  bsn?: string;
  /**
   * The zorgepisode of the dossier that this care belongs to.
   */
  zorgepisode_id?: string;
  /**
   * Start of the care, when no zorgepisode in the document tells it.
   */
  startdatum_zorg?: string;
  /**
   * Day of birth, where a message names it (field 0414 of VK301).
   */
  datum_partus?: string;
  /**
   * Reference of the earlier debit line that a credit line corrects.
   */
  gerelateerd_referentienummer?: string;
  /**
   * References of the lines over which a toeslag is computed.
   *
   * @maxItems 1000
   */
  grondslag_referentienummers?: string[];
  /**
   * AGB-code of who gave the care.
   */
  behandelaar_agb?: string;
  /**
   * Specialism (COD016) of who gave the care.
   */
  behandelaar_specialisme?: string;
  /**
   * AGB-code of who referred the woman.
   */
  verwijzer_agb?: string;
  /**
   * Specialism (COD016) of who referred the woman.
   */
  verwijzer_specialisme?: string;
  /**
   * AGB-code of the care provider from whom the care was taken over.
   */
  vorige_zorgverlener_agb?: string;
  /**
   * Specialism (COD016) of the care provider from whom the care was taken over.
   */
  vorige_zorgverlener_specialisme?: string;
}
/**
 * The outcome of each declaratieregel, by its position from 0; each stands in one list.
 *
 * A position in none of the lists is of one about which no rule had anything to say.
 */
export interface Declaratieregeluitkomsten {
  /**
   * How many there are.
   */
  aantal: number;
  /**
   * Those that break a rule on ground strong enough to refuse.
   *
   * @maxItems 10000
   */
  geschonden?: number[];
  /**
   * Those of which facts point to a breach, on too weak a ground.
   *
   * @maxItems 10000
   */
  twijfel?: number[];
  /**
   * Those that could not be judged for want of a fact or a table.
   *
   * @maxItems 10000
   */
  onbekend?: number[];
}
/**
 * A provider that takes part in a VSV or IGO, and when.
 */
export interface Deelnemer {
  /**
   * The provider.
   */
  zorgaanbieder: Zorgaanbieder;
  /**
   * Days of participation.
   */
  looptijd: Looptijd;
}
/**
 * What exactly a figure counts. Figures with another definition are never compared.
 */
export interface Definitie {
  /**
   * Key of the definition.
   */
  definitie_id: string;
  /**
   * What it is about; several definitions can share a subject.
   */
  onderwerp: string;
  /**
   * Exact definition.
   */
  omschrijving: string;
  /**
   * Unit.
   */
  eenheid: Cijfereenheid;
  /**
   * What the period of a figure means.
   */
  tijdvak: Tijdvak;
  /**
   * Whether persons or their births or deaths are counted: small numbers of those are suppressed.
   */
  telt_personen: boolean;
  /**
   * Who or what it is about.
   */
  populatie?: string;
  /**
   * What is counted.
   */
  teller?: string;
  /**
   * Out of what; left out for a plain count.
   */
  noemer?: string;
  /**
   * Bounds of a figure on perinatal mortality.
   */
  sterftegrenzen?: Sterftegrenzen;
}
/**
 * One goal of the plan, as it is now, with every change since it was fixed.
 */
export interface Doel {
  /**
   * Key of the goal.
   */
  doel_id: string;
  /**
   * The goal.
   */
  omschrijving: string;
  /**
   * Indicators that show whether it is reached.
   *
   * @maxItems 100
   */
  indicator_ids?: string[];
  /**
   * Day on which it was fixed.
   */
  vastgesteld_op?: string;
  /**
   * Its target.
   */
  streefwaarde?: Streefwaarde;
  /**
   * Changes since it was fixed, oldest first.
   *
   * @maxItems 100
   */
  wijzigingen?: Doelwijziging[];
}
/**
 * One change of a goal; without its date and reason it says too little.
 */
export interface Doelwijziging {
  /**
   * Part that was changed.
   */
  onderdeel: Doelonderdeel;
  /**
   * Day of the change.
   */
  gewijzigd_op?: string;
  /**
   * Why it was changed.
   */
  reden?: string;
  /**
   * The goal as it was before.
   */
  vorige_omschrijving?: string;
  /**
   * The target before.
   */
  vorige_streefwaarde?: Streefwaarde;
}
/**
 * One pregnancy with its zorgepisodes and declaratieregels.
 */
export interface DossierDocument {
  /**
   * Kind of document.
   */
  soort: "dossier";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Reference of the sender; a pseudonym is enough.
   */
  referentie: string;
  /**
   * The pregnancy.
   */
  zwangerschap: Zwangerschap;
  /**
   * The woman.
   */
  client?: Client;
  /**
   * The children.
   *
   * @maxItems 9
   */
  kinderen?: Kind[];
  /**
   * One for every responsible organisation.
   *
   * @maxItems 100
   */
  zorgepisodes?: Zorgepisode[];
  /**
   * Indications of kraamzorg; of those of one day the last one counts.
   *
   * @maxItems 100
   */
  kraamzorgindicaties?: Kraamzorgindicatie[];
  /**
   * Kraamzorg delivered, by day.
   *
   * @maxItems 1000
   */
  geleverde_kraamzorg?: GeleverdeKraamzorg[];
  /**
   * Assistance at the birth.
   *
   * @maxItems 20
   */
  partusassistenties?: Partusassistentie[];
  /**
   * What the woman was charged herself.
   *
   * @maxItems 1000
   */
  eigen_bijdragen?: EigenBijdrage[];
  /**
   * What was declared.
   *
   * @maxItems 10000
   */
  declaratieregels?: Declaratieregel[];
  /**
   * Agreements that matter for the lines.
   *
   * @maxItems 1000
   */
  overeenkomsten?: Overeenkomst[];
  /**
   * Moments that bound the phases of integrale geboortezorg.
   */
  integraal_traject?: IntegraalTraject;
  /**
   * Contracts with a regional centre for prenatal screening.
   *
   * @maxItems 100
   */
  screeningscontracten?: Screeningscontract[];
}
/**
 * One code that a field may hold.
 */
export interface EICode {
  /**
   * The code.
   */
  code: string;
  /**
   * What our documents write for it, where they have a word for it.
   */
  betekent?: string;
  /**
   * Whether a field with this code says nothing to judge; see that of the field.
   */
  buiten_oordeel?: boolean;
}
/**
 * The layout of one message in one version.
 */
export interface EIIndelingDocument {
  /**
   * Kind of document.
   */
  soort: "ei_indeling";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the layout.
   */
  naam: string;
  /**
   * What the message is for.
   */
  omschrijving: string;
  /**
   * Message code (COD002).
   */
  berichtcode: string;
  /**
   * Version, as the message writes it.
   */
  berichtversie: string;
  /**
   * Subversion, as the message writes it; 00 is none.
   */
  berichtsubversie: string;
  /**
   * Characters in every record.
   */
  recordlengte: number;
  /**
   * Source of the layout, and how well it was verified.
   */
  bron: Bron;
  /**
   * The kinds of record.
   *
   * @minItems 1
   * @maxItems 100
   */
  records: EIRecord[];
  /**
   * Name of the layout to which this one is the return message.
   */
  retour_op?: string;
}
/**
 * One kind of record, with its fields in order.
 */
export interface EIRecord {
  /**
   * The two digits that each such record begins with.
   */
  kenmerk: string;
  /**
   * What the record is for.
   */
  recordrol: EIRecordrol;
  /**
   * The fields in the order of their positions, which together fill the record.
   *
   * @minItems 1
   * @maxItems 1000
   */
  velden: EIVeld[];
}
/**
 * One field of a record: a name, a place and what may stand there.
 */
export interface EIVeld {
  /**
   * Name of the field; the names of the reference page have a meaning here.
   */
  naam: string;
  /**
   * N is digits, AN is text.
   */
  veldtype: EIVeldtype;
  /**
   * First position, from 1.
   */
  begin: number;
  /**
   * Last position, included.
   */
  einde: number;
  /**
   * Number of the field in the standard, where a source names it.
   */
  rubriek?: string;
  /**
   * Whether it must be filled; zero is not.
   */
  verplicht?: boolean;
  /**
   * What the value must be, beside its characters.
   */
  inhoud?: EIInhoud;
  /**
   * Codes that it may hold.
   *
   * @maxItems 1000
   */
  codes?: EICode[];
  /**
   * Whether these are all codes; only then is another one wrong.
   */
  codes_volledig?: boolean;
  /**
   * Return code (COD954) of a fault in this field, where a source names it.
   */
  retourcode?: string;
  /**
   * Whether it says nothing of care or money that must be judged. Another field that is filled and that nothing here reads leaves its record unjudged.
   */
  buiten_oordeel?: boolean;
}
/**
 * What a payer knows to have been declared before under one agreement.
 */
export interface EerderGedeclareerd {
  /**
   * Key of the agreement.
   */
  overeenkomst_id: string;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Declared before this document, less what was credited.
   */
  bedrag_eurocent: number;
}
/**
 * An eigen bijdrage that was charged to the insured woman.
 */
export interface EigenBijdrage {
  /**
   * What it was charged for.
   */
  bijdragesoort: Bijdragesoort;
  /**
   * Days of the care.
   */
  periode: Periode;
  /**
   * Amount charged.
   */
  bedrag_eurocent: number;
  /**
   * Duration of the care at home or the assistance that it is over.
   */
  duur_minuten?: number;
  /**
   * Days in the institution that it is over.
   */
  aantal_dagen?: number;
  /**
   * Persons in the institution: the mother and each child.
   */
  aantal_personen?: number;
  /**
   * Tariff of the institution per day.
   */
  instellingstarief_eurocent?: number;
  /**
   * Whether the stay was medically necessary or the birth a medical one.
   */
  medisch?: boolean;
  /**
   * Why she was charged less than the eigen bijdrage.
   */
  vrijstelling?: Bijdragevrijstelling;
  /**
   * Who collects it.
   */
  inning?: Bijdrageinning;
}
/**
 * One payer of activities of a VSV, over one period.
 */
export interface Financieringsbron {
  /**
   * Own key.
   */
  financieringsbron_id: string;
  /**
   * Kind of payer.
   */
  financieringssoort: Financieringssoort;
  /**
   * Days over which it pays.
   */
  looptijd: Looptijd;
  /**
   * Keys of the activities of the basiskader that it pays.
   *
   * @maxItems 1000
   */
  activiteiten?: string[];
  /**
   * Amount over the whole period.
   */
  bedrag_eurocent?: number;
  /**
   * What it is meant for.
   */
  doel?: string;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code?: string;
}
/**
 * The kraamzorg at home of one day, without partusassistentie.
 */
export interface GeleverdeKraamzorg {
  /**
   * Day of the care.
   */
  datum: string;
  /**
   * Duration.
   */
  duur_minuten: number;
  /**
   * AGB-code of the kraamzorg organisation.
   */
  zorgaanbieder_agb?: string;
  /**
   * Whether this is uitgestelde kraamzorg: given later, after a child's stay in hospital.
   */
  uitgesteld?: boolean;
  /**
   * Whether these hours are outside the indication, under another contract: not declared as kraamzorg, and not taken off the indicated hours.
   */
  buiten_indicatie?: boolean;
  /**
   * Whether it was given at another address than that of the mother: where the child is.
   */
  ander_adres?: boolean;
}
/**
 * An organisation that declares integrale prestaties for care of several disciplines.
 */
export interface IGODocument {
  /**
   * Kind of document.
   */
  soort: "igo";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own identifier.
   */
  igo_id: string;
  /**
   * Name.
   */
  naam: string;
  /**
   * Participants.
   *
   * @maxItems 1000
   */
  deelnemers?: Deelnemer[];
  /**
   * Whether it is a legal person.
   */
  rechtspersoon?: boolean;
  /**
   * AGB-code (zorgsoort 53).
   */
  agb_code?: string;
  /**
   * Qualification in the AGB register (COD016); 5314 is integrale geboortezorg.
   */
  agb_kwalificatie?: string;
  /**
   * Number in the trade register (KVK).
   */
  kvk_nummer?: string;
}
/**
 * What is measured, by which definition.
 */
export interface Indicator {
  /**
   * Key of the indicator.
   */
  indicator_id: string;
  /**
   * Name.
   */
  naam: string;
  /**
   * Its definition.
   */
  definitie_id: string;
  /**
   * Day on which it was fixed.
   */
  vastgesteld_op?: string;
}
/**
 * The moments that bound the phases of integrale geboortezorg for one pregnancy.
 */
export interface IntegraalTraject {
  /**
   * Day of the physical intake, with which the prenatal phase begins.
   */
  fysieke_intake: string;
  /**
   * Start of the active phase of labour, with which the natal phase begins.
   */
  begin_actieve_fase?: string;
  /**
   * Birth of the placenta; two hours later the postnatal phase begins.
   */
  geboorte_placenta?: string;
}
/**
 * How a VSV carries out one kerntaak.
 */
export interface Kerntaakinvulling {
  /**
   * The kerntaak.
   */
  kerntaak: Kerntaak;
  /**
   * What is done for it.
   *
   * @maxItems 1000
   */
  activiteiten?: Activiteit[];
  /**
   * Day on which the bouwsteen of this kerntaak was elaborated; left out while it is not.
   */
  uitgewerkt_op?: string;
}
/**
 * One child of the pregnancy.
 */
export interface Kind {
  /**
   * Rank within the pregnancy, from 1.
   */
  rangnummer: number;
  /**
   * Whether the child has been born.
   */
  geboren: boolean;
  /**
   * Whether the child was born alive.
   */
  levend_geboren?: boolean;
  /**
   * Burgerservicenummer of the child.
   */
  bsn?: string;
  /**
   * Date of birth; left out for a child not yet born.
   */
  geboortedatum?: string;
  /**
   * Date of death; left out when the child lives.
   */
  overlijdensdatum?: string;
  /**
   * Whether it was a perinatal death.
   */
  perinatale_sterfte?: boolean;
  /**
   * Actual place of birth.
   */
  werkelijke_plaats_baring?: PlaatsBaring;
  /**
   * Birth weight.
   */
  geboortegewicht_gram?: number;
  /**
   * Apgar score after five minutes.
   */
  apgarscore_5_minuten?: number;
}
/**
 * The hours of kraamzorg that were indicated, in minutes, and the facts they rest on.
 */
export interface Kraamzorgindicatie {
  /**
   * Day of the indication.
   */
  datum: string;
  /**
   * Protocol.
   */
  indicatieprotocol: Indicatieprotocol;
  /**
   * Indicated kraamzorg in all, before hospital days are deducted; partusassistentie not counted.
   */
  geindiceerd_minuten: number;
  /**
   * Version of the protocol.
   */
  protocolversie?: string;
  /**
   * When it was indicated.
   */
  indicatiemoment?: Indicatiemoment;
  /**
   * Feeding.
   */
  voeding?: Voeding;
  /**
   * Whether the family has its first child.
   */
  eerste_kind?: boolean;
  /**
   * More than the basic package, or less when negative.
   */
  maatwerk_minuten?: number;
  /**
   * Ground for more or less than the basic package.
   */
  indicatiegrond?: Indicatiegrond;
  /**
   * Days in hospital after the birth, the day of discharge not counted.
   */
  ziekenhuisdagen?: number;
  /**
   * What was deducted for hospital days.
   */
  aftrek_minuten?: number;
  /**
   * Exception that lets the care go on after day 10.
   */
  uitzondering?: Kraamzorguitzondering;
}
/**
 * That kraamzorg may go on after day 10, in a very vulnerable situation.
 *
 * The motive itself stays in the file of the care providers: only that it was recorded is told.
 */
export interface Kraamzorguitzondering {
  /**
   * Last day of kraamzorg on this ground, included.
   */
  tot_en_met: string;
  /**
   * Whether the motive for departing from the protocol was recorded.
   */
  gemotiveerd: boolean;
  /**
   * Whether a verloskundige indicated it.
   */
  door_verloskundige?: boolean;
  /**
   * Whether the kraamzorg organisation and the insurer were consulted.
   */
  overlegd?: boolean;
}
/**
 * A period of calendar days whose end may still be open.
 */
export interface Looptijd {
  /**
   * First day.
   */
  van: string;
  /**
   * Last day, included; left out while the end is open.
   */
  tot_en_met?: string;
}
/**
 * A multidisciplinary meeting in which a VSV takes part.
 */
export interface MDO {
  /**
   * Its domain.
   */
  domein: Domein;
  /**
   * Days on which it exists.
   */
  looptijd: Looptijd;
  /**
   * Disciplines that attend.
   *
   * @maxItems 20
   */
  disciplines?: Discipline[];
}
/**
 * The budget under which the costs fall, and whether excess is recovered.
 */
export interface Macrokader {
  /**
   * Which budget.
   */
  macrokadersoort: Macrokadersoort;
  /**
   * Whether a macrobeheersinstrument applies: recovery when the budget is exceeded.
   */
  macrobeheersinstrument: boolean;
}
/**
 * One result of one indicator, as whole numbers: never a rounded ratio.
 */
export interface Meting {
  /**
   * Key of the measurement.
   */
  meting_id: string;
  /**
   * Its indicator.
   */
  indicator_id: string;
  /**
   * Definition by which was really measured.
   */
  definitie_id: string;
  /**
   * Days it is about.
   */
  periode: Periode;
  /**
   * Day on which the result was determined.
   */
  gemeten_op: string;
  /**
   * Numerator, or the plain count; left out when it is suppressed.
   */
  teller_aantal?: number;
  /**
   * Denominator; left out for a plain count, or when it is suppressed.
   */
  noemer_aantal?: number;
  /**
   * Whether a number is left out because it is too small to be shown.
   */
  onderdrukt?: boolean;
  /**
   * Whether it shows the state before anything changed.
   */
  nulmeting?: boolean;
  /**
   * Source of the numbers.
   */
  bron?: Bron;
  /**
   * Area it is about.
   */
  gebied?: string;
  /**
   * Part of the population, when split up.
   */
  groep?: string;
  /**
   * How final it is.
   */
  status?: Cijferstatus;
}
/**
 * What is monitored, against which goals, when, and what was measured so far.
 */
export interface MonitorplanDocument {
  /**
   * Kind of document.
   */
  soort: "monitorplan";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Key of the plan.
   */
  monitorplan_id: string;
  /**
   * Title.
   */
  titel: string;
  /**
   * What is monitored.
   */
  onderwerp: Monitoronderwerp;
  /**
   * For which area.
   */
  niveau: Monitorniveau;
  /**
   * Days that the plan covers.
   */
  periode: Periode;
  /**
   * Organisations that fixed goals and indicators together.
   *
   * @maxItems 1000
   */
  partijen?: string[];
  /**
   * Day on which the timeline was fixed.
   */
  tijdlijn_vastgesteld_op?: string;
  /**
   * VSV whose plan it is.
   */
  vsv_id?: string;
  /**
   * Definitions of indicators and measurements.
   *
   * @maxItems 1000
   */
  definities?: Definitie[];
  /**
   * The goals.
   *
   * @maxItems 1000
   */
  doelen?: Doel[];
  /**
   * The indicators.
   *
   * @maxItems 1000
   */
  indicatoren?: Indicator[];
  /**
   * Planned measurement periods.
   *
   * @maxItems 1000
   */
  meetperioden?: Periode[];
  /**
   * The measurements.
   *
   * @maxItems 10000
   */
  metingen?: Meting[];
  /**
   * The comparisons.
   *
   * @maxItems 10000
   */
  vergelijkingen?: Vergelijking[];
  /**
   * The timeline.
   *
   * @maxItems 1000
   */
  tijdlijn?: Stap[];
  /**
   * Themes of clients.
   *
   * @maxItems 1000
   */
  clientthemas?: Clientthema[];
  /**
   * Support besides the funding.
   *
   * @maxItems 100
   */
  ondersteuning?: Ondersteuning[];
}
/**
 * A norm on the days on which it holds. The same norm of a later day is another row.
 */
export interface Norm {
  /**
   * Stable name of the norm.
   */
  norm_id: string;
  /**
   * What it prescribes.
   */
  omschrijving: string;
  /**
   * Source.
   */
  bron: Bron;
  /**
   * First day; left out when no source states it: it then holds on every earlier day.
   */
  van?: string;
  /**
   * Last day, included; left out while no source states it: it then holds until the same norm has a later first day.
   */
  tot_en_met?: string;
  /**
   * Version of the protocol or agreement that the norm stands in.
   */
  versie?: string;
  /**
   * The numbers of the norm.
   *
   * @maxItems 200
   */
  waarden?: Normwaarde[];
}
/**
 * Norms that were taken up together.
 */
export interface Normtabel {
  /**
   * Name of the table.
   */
  naam: string;
  /**
   * What it is about.
   */
  titel: string;
  /**
   * The norms.
   *
   * @minItems 1
   * @maxItems 1000
   */
  normen: Norm[];
  /**
   * Day on which it was taken up.
   */
  opgenomen_op?: string;
}
/**
 * Norms that were taken up together.
 */
export interface NormtabelDocument {
  /**
   * Kind of document.
   */
  soort: "normtabel";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the table.
   */
  naam: string;
  /**
   * What it is about.
   */
  titel: string;
  /**
   * The norms.
   *
   * @minItems 1
   * @maxItems 1000
   */
  normen: Norm[];
  /**
   * Day on which it was taken up.
   */
  opgenomen_op?: string;
}
/**
 * One number of a norm, with its unit.
 */
export interface Normwaarde {
  /**
   * Key of the value, unique within the norm.
   */
  sleutel: string;
  /**
   * Unit.
   */
  eenheid: Normeenheid;
  /**
   * The value, in its unit.
   */
  waarde: number;
  /**
   * What the value is divided by: 1 and 8 make an eighth.
   */
  noemer?: number;
  /**
   * Whether another table may have this norm without this value.
   */
  facultatief?: boolean;
  /**
   * What it means.
   */
  toelichting?: string;
}
/**
 * Support besides the funding.
 */
export interface Ondersteuning {
  /**
   * Kind.
   */
  ondersteuningsoort: Ondersteuningsoort;
  /**
   * What it is.
   */
  omschrijving: string;
}
/**
 * One call during a wachtdienst.
 */
export interface Oproep {
  /**
   * Moment of the call.
   */
  tijdstip: string;
  /**
   * The work that the call led to; left out when it led to none.
   */
  gewerkt?: Tijdruimte;
}
/**
 * A percentage that may be declared on top of the maximum tariffs of a regime.
 */
export interface Opslag {
  /**
   * Kind.
   */
  opslagsoort: Opslagsoort;
  /**
   * Regime.
   */
  regime: Regime;
  /**
   * Highest percentage.
   */
  percentage_basispunten: number;
  /**
   * Days on which it applies, when other than those of the decision.
   */
  looptijd?: Looptijd;
  /**
   * Source, when another than that of the decision.
   */
  bron?: Bron;
}
/**
 * An agreement between one provider (or VSV) and one insurer.
 */
export interface Overeenkomst {
  /**
   * Key of the agreement.
   */
  overeenkomst_id: string;
  /**
   * Kind.
   */
  overeenkomstsoort: Overeenkomstsoort;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Days on which it is valid.
   */
  looptijd: Looptijd;
  /**
   * Whether it is in writing.
   */
  schriftelijk: boolean;
  /**
   * AGB-code of the provider.
   */
  zorgaanbieder_agb?: string;
  /**
   * Own identifier of the VSV.
   */
  vsv_id?: string;
  /**
   * Agreed percentage on top of the maximum, for max-max and toeslag.
   */
  percentage_basispunten?: number;
  /**
   * Agreed tariffs.
   *
   * @maxItems 1000
   */
  prijsafspraken?: Prijsafspraak[];
  /**
   * Lump sum over the whole period.
   */
  lumpsum_eurocent?: number;
  /**
   * Instalments of the lump sum, by date.
   *
   * @maxItems 1000
   */
  termijnen?: Termijn[];
}
/**
 * An agreement between one provider (or VSV) and one insurer.
 */
export interface OvereenkomstDocument {
  /**
   * Kind of document.
   */
  soort: "overeenkomst";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Key of the agreement.
   */
  overeenkomst_id: string;
  /**
   * Kind.
   */
  overeenkomstsoort: Overeenkomstsoort;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Days on which it is valid.
   */
  looptijd: Looptijd;
  /**
   * Whether it is in writing.
   */
  schriftelijk: boolean;
  /**
   * AGB-code of the provider.
   */
  zorgaanbieder_agb?: string;
  /**
   * Own identifier of the VSV.
   */
  vsv_id?: string;
  /**
   * Agreed percentage on top of the maximum, for max-max and toeslag.
   */
  percentage_basispunten?: number;
  /**
   * Agreed tariffs.
   *
   * @maxItems 1000
   */
  prijsafspraken?: Prijsafspraak[];
  /**
   * Lump sum over the whole period.
   */
  lumpsum_eurocent?: number;
  /**
   * Instalments of the lump sum, by date.
   *
   * @maxItems 1000
   */
  termijnen?: Termijn[];
}
/**
 * One value that a finding refers to; from the library's own tables or rules.
 */
export interface Parameter {
  /**
   * Name of the value.
   */
  naam: string;
  /**
   * The value, as text.
   */
  waarde: string;
}
/**
 * Assistance of a kraamverzorgende during the birth; a product apart from kraamzorg.
 */
export interface Partusassistentie {
  /**
   * Day of the assistance.
   */
  datum: string;
  /**
   * Duration.
   */
  duur_minuten: number;
  /**
   * Whether the birth was a medical one.
   */
  medisch?: boolean;
  /**
   * AGB-code of the kraamzorg organisation.
   */
  zorgaanbieder_agb?: string;
}
/**
 * A closed period of calendar days; both ends belong to it.
 *
 * A period may be reversed (`tot_en_met` before `van`): a wrong document must be representable, so that a rule can report it.
 */
export interface Periode {
  /**
   * First day.
   */
  van: string;
  /**
   * Last day, included.
   */
  tot_en_met: string;
}
/**
 * One thing that can be declared, with what the rules need to know of it.
 *
 * `prestatie_id` is this library's own stable name. `code` is filled only where a public NZa or Vektis code was seen; many codes were not, and none is invented.
 */
export interface Prestatie {
  /**
   * Stable name of this library.
   */
  prestatie_id: string;
  /**
   * Funding regime.
   */
  regime: Regime;
  /**
   * Description in Dutch.
   */
  omschrijving: string;
  /**
   * Description in English.
   */
  omschrijving_en: string;
  /**
   * Unit of the tariff.
   */
  eenheid: Eenheid;
  /**
   * NZa/Vektis code, where one is public.
   */
  code?: string;
  /**
   * Designation of the Vektis list (COD367) in which the code stands.
   */
  prestatielijst_code?: string;
  /**
   * First day on which it can be declared, when a source states it.
   */
  van?: string;
  /**
   * Last day on which it could be declared, when a source states it.
   */
  tot_en_met?: string;
  /**
   * First day from which the state budget pays it, and no insurer.
   */
  rijksbegroting_vanaf?: string;
  /**
   * Prestaties whose care this one already includes.
   *
   * @maxItems 100
   */
  bestanddelen?: string[];
  /**
   * Prestaties that cannot be declared beside this one.
   *
   * @maxItems 100
   */
  sluit_uit?: string[];
  /**
   * Whether one provider can declare it only once for a pregnancy.
   */
  eenmalig?: boolean;
  /**
   * How often all providers together can declare it for one pregnancy.
   */
  telgrens?: Telgrens;
  /**
   * The prestatie of which this one is the same care under another name or code.
   */
  variant_van?: string;
  /**
   * Word that prestaties share of which one provider declares one for a pregnancy.
   */
  keuzegroep?: string;
  /**
   * How a pregnancy must have ended for it; any way when left out.
   *
   * @maxItems 9
   */
  wijzen_einde?: WijzeEinde[];
  /**
   * Phases of the care that it is about; left out when it can be about any.
   *
   * @maxItems 3
   */
  fasen?: Fase[];
  /**
   * Where a child must be born for it, when it is about the place; anywhere when left out.
   *
   * @maxItems 9
   */
  plaatsen_baring?: PlaatsBaring[];
  /**
   * Whether it is for a birth that no gynaecologist leads.
   */
  zonder_gynaecoloog?: boolean;
  /**
   * Whether it is for care that stayed with the provider until the birth.
   */
  tot_bevalling?: boolean;
  /**
   * Whether it is for who takes the care over from another; the length of the pregnancy is then that at the takeover.
   */
  overname?: boolean;
  /**
   * Whether it is for who hands the care over to another in the same line of care.
   */
  overdracht?: boolean;
  /**
   * Whether tariff and insurer follow the start of care instead of the day of delivery.
   */
  peildatum_start_zorg?: boolean;
  /**
   * Shortest pregnancy at which the care ends, or an examination is done.
   */
  zwangerschapsduur_van_dagen?: number;
  /**
   * Longest pregnancy at which the care ends or an examination is done, included.
   */
  zwangerschapsduur_tot_en_met_dagen?: number;
  /**
   * First two digits of the AGB-codes that are expected to declare it.
   *
   * @maxItems 99
   */
  zorgsoorten?: string[];
  /**
   * Source of this row, when another than that of the list.
   */
  bron?: Bron;
}
/**
 * One prestatiebeschrijving in one stage, with what it rests on.
 */
export interface Prestatiebeschrijving {
  /**
   * Own key.
   */
  prestatiebeschrijving_id: string;
  /**
   * The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.
   */
  prestatie: string;
  /**
   * Status.
   */
  status: Beschrijvingstatus;
  /**
   * Kind of tariff.
   */
  tariefsoort: Tariefsoort;
  /**
   * Number of the decision, as published.
   */
  nummer?: string;
  /**
   * Days on which the prestatie can be declared.
   */
  looptijd?: Looptijd;
  /**
   * Days of consultation.
   */
  consultatie?: Periode;
  /**
   * Day of adoption.
   */
  vastgesteld_op?: string;
  /**
   * First day on which it was withdrawn.
   */
  ingetrokken_op?: string;
  /**
   * The instruction that it rests on.
   */
  aanwijzing?: Aanwijzing;
  /**
   * Voorschriften and beperkingen.
   *
   * @maxItems 100
   */
  voorwaarden?: Voorwaarde[];
  /**
   * The budget under which the costs fall.
   */
  macrokader?: Macrokader;
  /**
   * Source.
   */
  bron?: Bron;
}
/**
 * One prestatiebeschrijving in one stage, with what it rests on.
 */
export interface PrestatiebeschrijvingDocument {
  /**
   * Kind of document.
   */
  soort: "prestatiebeschrijving";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own key.
   */
  prestatiebeschrijving_id: string;
  /**
   * The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.
   */
  prestatie: string;
  /**
   * Status.
   */
  status: Beschrijvingstatus;
  /**
   * Kind of tariff.
   */
  tariefsoort: Tariefsoort;
  /**
   * Number of the decision, as published.
   */
  nummer?: string;
  /**
   * Days on which the prestatie can be declared.
   */
  looptijd?: Looptijd;
  /**
   * Days of consultation.
   */
  consultatie?: Periode;
  /**
   * Day of adoption.
   */
  vastgesteld_op?: string;
  /**
   * First day on which it was withdrawn.
   */
  ingetrokken_op?: string;
  /**
   * The instruction that it rests on.
   */
  aanwijzing?: Aanwijzing;
  /**
   * Voorschriften and beperkingen.
   *
   * @maxItems 100
   */
  voorwaarden?: Voorwaarde[];
  /**
   * The budget under which the costs fall.
   */
  macrokader?: Macrokader;
  /**
   * Source.
   */
  bron?: Bron;
}
/**
 * A named list of prestaties with one source; rows may carry their own.
 */
export interface Prestatielijst {
  /**
   * Name of the list, unique among the tables in use.
   */
  naam: string;
  /**
   * Source of the list.
   */
  bron: Bron;
  /**
   * The prestaties.
   *
   * @minItems 1
   * @maxItems 10000
   */
  prestaties: Prestatie[];
  /**
   * The regime of which this list names every prestatie; left out when it may lack some. Only a complete list allows the conclusion that a code does not exist.
   */
  volledig_regime?: Regime;
}
/**
 * A named list of prestaties with one source; rows may carry their own.
 */
export interface PrestatielijstDocument {
  /**
   * Kind of document.
   */
  soort: "prestatielijst";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the list, unique among the tables in use.
   */
  naam: string;
  /**
   * Source of the list.
   */
  bron: Bron;
  /**
   * The prestaties.
   *
   * @minItems 1
   * @maxItems 10000
   */
  prestaties: Prestatie[];
  /**
   * The regime of which this list names every prestatie; left out when it may lack some. Only a complete list allows the conclusion that a code does not exist.
   */
  volledig_regime?: Regime;
}
/**
 * The tariff agreed for one prestatie.
 */
export interface Prijsafspraak {
  /**
   * The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.
   */
  prestatie: string;
  /**
   * Agreed tariff.
   */
  tarief_eurocent: number;
}
/**
 * One step that was taken, and when.
 */
export interface Procedurestap {
  /**
   * Which step.
   */
  procedurestapsoort: Procedurestapsoort;
  /**
   * Day of the step.
   */
  datum: string;
  /**
   * Number of the document, as published.
   */
  kenmerk?: string;
}
/**
 * What the rules say of one document. Absence of findings is never approval by itself.
 */
export interface RapportDocument {
  /**
   * Kind of document.
   */
  soort: "rapport";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Verdict.
   */
  oordeel: Oordeel;
  /**
   * Version of the library.
   */
  bibliotheek_versie: string;
  /**
   * Kind of the judged document; left out when it could not be read.
   */
  document_soort?: string;
  /**
   * Schema version of the judged document.
   */
  document_versie?: string;
  /**
   * Day of judging, as given.
   */
  beoordelingsdatum?: string;
  /**
   * What was judged and what not; left out when no rule was run.
   */
  samenvatting?: Samenvatting;
  /**
   * Outcome per rule.
   *
   * @maxItems 1000
   */
  regels?: RegelUitkomst[];
  /**
   * Findings.
   *
   * @maxItems 10000
   */
  bevindingen?: Bevinding[];
  /**
   * Places of findings beyond the bound, counted but not listed.
   */
  bevindingen_weggelaten?: number;
  /**
   * Tables consulted.
   *
   * @maxItems 1000
   */
  tabellen?: Tabelgebruik[];
}
/**
 * The outcome of one rule, and what it rests on.
 */
export interface RegelUitkomst {
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * Version of the rule.
   */
  versie: number;
  /**
   * Outcome.
   */
  uitkomst: Uitkomst;
  /**
   * Weakest ground on which the outcome rests.
   */
  verificatie: Verificatie;
  /**
   * Tables that the rule consulted for this document.
   *
   * @maxItems 1000
   */
  tabellen?: string[];
}
/**
 * What was judged and what not, and why; the counts are of rules.
 */
export interface Samenvatting {
  /**
   * Rules met.
   */
  voldaan: number;
  /**
   * Rules broken.
   */
  geschonden: number;
  /**
   * Rules that do not apply.
   */
  niet_van_toepassing: number;
  /**
   * Rules that could not be judged.
   */
  niet_beoordeeld: number;
  /**
   * Why something was not judged: a doubt, a missing fact, or both.
   *
   * @maxItems 2
   */
  oorzaken?: Oorzaak[];
  /**
   * What to supply to have everything judged.
   *
   * @maxItems 1000
   */
  aanvullingen?: Aanvulling[];
  /**
   * The outcome of each declaratieregel, when the document has them.
   */
  declaratieregels?: Declaratieregeluitkomsten;
}
/**
 * What a provider has agreed with a regional centre for prenatal screening.
 *
 * Counseling, NIPT and SEO can only be declared with a contract of the organisation and a quality agreement of the care provider.
 */
export interface Screeningscontract {
  /**
   * AGB-code of the provider.
   */
  zorgaanbieder_agb: string;
  /**
   * Regional centre.
   */
  regionaal_centrum: string;
  /**
   * Days on which it is valid.
   */
  looptijd: Looptijd;
  /**
   * Whether the care provider has a quality agreement.
   */
  kwaliteitsovereenkomst: boolean;
}
/**
 * One step of the timeline.
 */
export interface Stap {
  /**
   * Key of the step.
   */
  stap_id: string;
  /**
   * Kind.
   */
  stapsoort: Stapsoort;
  /**
   * What happens.
   */
  omschrijving: string;
  /**
   * Days within which it happens; left out when not planned yet.
   */
  periode?: Periode;
  /**
   * For an evaluation: how many measurement periods must have ended before it. The plan decides; no source gives a number.
   */
  meetperioden_nodig_aantal?: number;
}
/**
 * From which length of the pregnancy and until which age a death counts.
 */
export interface Sterftegrenzen {
  /**
   * Shortest pregnancy of a stillbirth that counts (22 weeks is 154 days); left out when stillbirths do not count.
   */
  doodgeboorte_zwangerschapsduur_van_dagen?: number;
  /**
   * Shortest pregnancy of a child born alive whose death counts; left out when deaths after birth do not count.
   */
  neonataal_zwangerschapsduur_van_dagen?: number;
  /**
   * Last day after birth on which a death counts, as the source numbers it (7 or 28); left out when deaths after birth do not count.
   */
  leeftijd_tot_en_met_dagen?: number;
}
/**
 * What a goal wants to reach on one indicator, as an exact number.
 */
export interface Streefwaarde {
  /**
   * Its indicator.
   */
  indicator_id: string;
  /**
   * Side.
   */
  richting: Richting;
  /**
   * The target without its decimal mark, in the unit of the indicator.
   */
  waarde: number;
  /**
   * Number of decimals.
   */
  decimalen?: number;
  /**
   * Day by which to reach it.
   */
  te_bereiken_op?: string;
}
/**
 * One table that outcomes rest on, with the weakest verification of the rows used.
 */
export interface Tabelgebruik {
  /**
   * Name of the table.
   */
  naam: string;
  /**
   * Weakest verification of the rows used.
   */
  verificatie: Verificatie;
  /**
   * Whether it is an own table of the context, which goes before the shipped ones.
   */
  eigen?: boolean;
  /**
   * Shipped tables of which the rows used take the place.
   *
   * @maxItems 1000
   */
  vervangt?: string[];
}
/**
 * One amount for one prestatie, in whole eurocents.
 */
export interface Tarief {
  /**
   * Stable name of the prestatie.
   */
  prestatie_id: string;
  /**
   * Kind.
   */
  tariefsoort: Tariefsoort;
  /**
   * What the amount is for.
   */
  eenheid: Eenheid;
  /**
   * Amount; left out for a free tariff.
   */
  bedrag_eurocent?: number;
  /**
   * Days on which it applies, when other than those of the decision.
   */
  looptijd?: Looptijd;
  /**
   * Why the amount is doubtful; a doubtful amount never rejects.
   */
  betwist?: string;
  /**
   * Source, when another than that of the decision.
   */
  bron?: Bron;
}
/**
 * The decision (or the source that stands in for it) that a table of amounts comes from.
 */
export interface Tariefbeschikking {
  /**
   * Title.
   */
  titel: string;
  /**
   * Status.
   */
  status: Besluitstatus;
  /**
   * Source.
   */
  bron: Bron;
  /**
   * Number, as published.
   */
  nummer?: string;
  /**
   * Days on which it applies; left out when the source gives no dates, and then its rows are listed but never used to judge.
   */
  looptijd?: Looptijd;
  /**
   * Whether the source itself states the last day; if not, the last day is how far this library vouches for it.
   */
  einde_vermeld?: boolean;
  /**
   * Day of adoption.
   */
  vastgesteld_op?: string;
  /**
   * Day on which it was entered in this table.
   */
  opgenomen_op?: string;
  /**
   * Name of the table that this one replaces.
   */
  vervangt?: string;
}
/**
 * The amounts of one decision or source.
 */
export interface Tarieftabel {
  /**
   * Name of the table, unique among the tables in use.
   */
  naam: string;
  /**
   * Regime.
   */
  regime: Regime;
  /**
   * The decision.
   */
  tariefbeschikking: Tariefbeschikking;
  /**
   * The amounts.
   *
   * @maxItems 10000
   */
  tarieven?: Tarief[];
  /**
   * The surcharges.
   *
   * @maxItems 100
   */
  opslagen?: Opslag[];
}
/**
 * The amounts of one decision or source.
 */
export interface TarieftabelDocument {
  /**
   * Kind of document.
   */
  soort: "tarieftabel";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Name of the table, unique among the tables in use.
   */
  naam: string;
  /**
   * Regime.
   */
  regime: Regime;
  /**
   * The decision.
   */
  tariefbeschikking: Tariefbeschikking;
  /**
   * The amounts.
   *
   * @maxItems 10000
   */
  tarieven?: Tarief[];
  /**
   * The surcharges.
   *
   * @maxItems 100
   */
  opslagen?: Opslag[];
}
/**
 * One instalment of a lump sum.
 */
export interface Termijn {
  /**
   * Key of the instalment within the agreement.
   */
  termijn_id: string;
  /**
   * First day on which it may be declared.
   */
  declarabel_vanaf: string;
  /**
   * Amount.
   */
  bedrag_eurocent: number;
}
/**
 * A stretch of time between two points in time; `einde` is the minute at which it is over.
 *
 * It may be reversed: a wrong document must be representable, so that a rule can report it.
 */
export interface Tijdruimte {
  /**
   * When it begins.
   */
  begin: string;
  /**
   * When it is over.
   */
  einde: string;
}
/**
 * Own tables, contracts, the day of judging and the bar for refusing, as a document.
 */
export interface ToetscontextDocument {
  /**
   * Kind of document.
   */
  soort: "context";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Day of judging; rules about the future answer `niet_beoordeeld` without it.
   */
  beoordelingsdatum?: string;
  /**
   * Weakest ground on which a rule may refuse; `bevestigd` when left out.
   */
  drempel?: Verificatie;
  /**
   * Agreements.
   *
   * @maxItems 10000
   */
  overeenkomsten?: Overeenkomst[];
  /**
   * Whether every agreement that matters is given; only then does a missing one prove anything.
   */
  overeenkomsten_volledig?: boolean;
  /**
   * Contracts with regional centres for prenatal screening.
   *
   * @maxItems 10000
   */
  screeningscontracten?: Screeningscontract[];
  /**
   * Whether every such contract that matters is given.
   */
  screeningscontracten_volledig?: boolean;
  /**
   * Invoice numbers that the declarant used for the insurer in the past five years.
   *
   * @maxItems 10000
   */
  eerdere_factuurnummers?: string[];
  /**
   * Whether every earlier invoice number is given.
   */
  eerdere_factuurnummers_volledig?: boolean;
  /**
   * What was declared before, by agreement. It goes before what a declaration says of itself.
   *
   * @maxItems 10000
   */
  eerder_gedeclareerd?: EerderGedeclareerd[];
  /**
   * Prestatiebeschrijvingen, in any stage.
   *
   * @maxItems 1000
   */
  prestatiebeschrijvingen?: Prestatiebeschrijving[];
  /**
   * Names of the shipped tables that the own ones lie over; when left out, every table that ships. Norms and figures are all left while none of their kind is named. What a later release ships of a kind that is named changes nothing.
   *
   * @maxItems 1000
   */
  basistabellen?: string[];
  /**
   * Whether the own tables lie over nothing: no shipped prestatie or tariff counts.
   */
  zonder_basistabellen?: boolean;
  /**
   * Own lists of prestaties.
   *
   * @maxItems 100
   */
  prestatielijsten?: Prestatielijst[];
  /**
   * Own tables of tariffs.
   *
   * @maxItems 1000
   */
  tarieftabellen?: Tarieftabel[];
  /**
   * Own tables of norms.
   *
   * @maxItems 100
   */
  normtabellen?: Normtabel[];
  /**
   * Own tables of figures.
   *
   * @maxItems 100
   */
  cijfertabellen?: Cijfertabel[];
  /**
   * Files with own tables (TOML, JSON or CSV), in the folder of the context file or below.
   *
   * @maxItems 1000
   */
  tabelbestanden?: string[];
  /**
   * Files with one agreement each (TOML or JSON), in the folder of the context file or below.
   *
   * @maxItems 1000
   */
  overeenkomstbestanden?: string[];
}
/**
 * A message with lines from one VSV to one insurer, under one lumpsum agreement.
 */
export interface VSVDeclaratieDocument {
  /**
   * Kind of document.
   */
  soort: "vsv_declaratie";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own identifier of the VSV.
   */
  vsv_id: string;
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Key of the lumpsum agreement.
   */
  overeenkomst_id: string;
  /**
   * Invoice number.
   */
  factuurnummer: string;
  /**
   * Invoice date.
   */
  factuurdatum: string;
  /**
   * The lines.
   *
   * @minItems 1
   * @maxItems 10000
   */
  declaratieregels: VSVDeclaratieregel[];
  /**
   * AGB-code of the VSV, when it has one.
   */
  agb_code?: string;
  /**
   * What was declared before under the same agreement, less what was credited.
   */
  eerder_gedeclareerd_eurocent?: number;
  /**
   * Agreements that matter. One that the context gives too is read there.
   *
   * @maxItems 100
   */
  overeenkomsten?: Overeenkomst[];
  /**
   * Prestatiebeschrijvingen that matter. When the context has one of the same prestatie, that one is read.
   *
   * @maxItems 100
   */
  prestatiebeschrijvingen?: Prestatiebeschrijving[];
}
/**
 * One declared prestatie of a VSV. It belongs to no client and no zorgepisode.
 */
export interface VSVDeclaratieregel {
  /**
   * Reference of this line, unique for the VSV.
   */
  referentienummer: string;
  /**
   * The prestatie: the stable name in the prestatielijst, or its NZa/Vektis code.
   */
  prestatie: string;
  /**
   * Days over which it is declared.
   */
  periode: Periode;
  /**
   * Amount.
   */
  bedrag_eurocent: number;
  /**
   * D is debit, C is credit.
   */
  debet_credit: DebetCredit;
  /**
   * The instalment of the agreement that is declared.
   */
  termijn_id?: string;
  /**
   * Reference of the earlier debit line that a credit line corrects.
   */
  gerelateerd_referentienummer?: string;
}
/**
 * A VSV: where providers agree how they are jointly responsible for care in a region.
 */
export interface VSVDocument {
  /**
   * Kind of document.
   */
  soort: "vsv";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Own identifier: a collaboration without legal personality has no official number.
   */
  vsv_id: string;
  /**
   * Name.
   */
  naam: string;
  /**
   * Region it works in.
   */
  regio: string;
  /**
   * Participants.
   *
   * @maxItems 1000
   */
  deelnemers?: Deelnemer[];
  /**
   * AGB-code of the VSV (zorgsoort 67, kwalificatie 6703), when it has one.
   */
  agb_code?: string;
  /**
   * Number in the trade register (KVK).
   */
  kvk_nummer?: string;
  /**
   * Legal form, when known.
   */
  rechtsvorm?: Rechtsvorm;
  /**
   * Number under which Perined knows the VSV; its form is not public.
   */
  perinednummer?: string;
  /**
   * Day for which the VSV is described and judged; the day of judging when left out.
   */
  peildatum?: string;
  /**
   * How it meets the basiskader.
   */
  basiskader?: Basiskader;
  /**
   * Kansrijke Start coalitions in which it takes part.
   *
   * @maxItems 1000
   */
  coalities?: Coalitie[];
  /**
   * Connections of its participants to data exchange.
   *
   * @maxItems 1000
   */
  aansluitingen?: Aansluiting[];
  /**
   * Who pays what it does.
   *
   * @maxItems 1000
   */
  financieringsbronnen?: Financieringsbron[];
  /**
   * Day from which it means to be purchased by insurers; readiness is judged on that day.
   */
  contracteert_vanaf?: string;
  /**
   * Whether a huisarts who attends births works in the region; false when there is none.
   */
  verloskundig_actieve_huisarts?: boolean;
}
/**
 * A comparison that the plan makes between two of its measurements.
 */
export interface Vergelijking {
  /**
   * Key of one measurement.
   */
  een: string;
  /**
   * Key of the other measurement.
   */
  ander: string;
  /**
   * What it shows.
   */
  toelichting?: string;
}
/**
 * What an hour of one kind of time is paid; it stands in the cao, not in the law.
 */
export interface Vergoeding {
  /**
   * Kind of time.
   */
  tijdsoort: Tijdsoort;
  /**
   * Amount for one hour.
   */
  uurbedrag_eurocent: number;
  /**
   * Days on which it holds; left out when it holds for the whole roster.
   */
  looptijd?: Looptijd;
}
/**
 * A referral from the organisation of this zorgepisode to another one.
 *
 * Real files know of some referrals neither the day nor the kind: whoever is referred to decides whether it becomes a consultation or a takeover.
 */
export interface Verwijzing {
  /**
   * Day of the referral, when known.
   */
  datum?: string;
  /**
   * Consultation or takeover, when known.
   */
  verwijzingsoort?: Verwijzingsoort;
  /**
   * To whom, when known.
   */
  naar?: Zorgaanbieder;
  /**
   * In which phase, by the list that the kernset has for referrals.
   */
  perinatale_periode?: Verwijsperiode;
}
/**
 * With which insurer the woman was insured, and when.
 */
export interface Verzekering {
  /**
   * UZOVI code of the health insurer.
   */
  uzovi_code: string;
  /**
   * Days insured.
   */
  looptijd: Looptijd;
  /**
   * Number of the insured person.
   */
  verzekerdennummer?: string;
}
/**
 * One voorschrift or beperking.
 */
export interface Voorwaarde {
  /**
   * Kind.
   */
  voorwaardesoort: Voorwaardesoort;
  /**
   * What it says.
   */
  tekst: string;
}
/**
 * One wachtdienst with its calls, and what was recorded as waiting and as working time.
 */
export interface Wachtdienst {
  /**
   * Kind.
   */
  wachtdienstsoort: Wachtdienstsoort;
  /**
   * When it begins.
   */
  begin: string;
  /**
   * When it is over.
   */
  einde: string;
  /**
   * Calls.
   *
   * @maxItems 1000
   */
  oproepen?: Oproep[];
  /**
   * Time recorded as waiting.
   */
  wachttijd_minuten?: number;
  /**
   * Time recorded as working time because of calls, counted as in art. 5:9 lid 7 of the Arbeidstijdenwet.
   */
  arbeidstijd_minuten?: number;
}
/**
 * The wachtdiensten and the other work of one employee over a number of weeks.
 */
export interface WachtdienstroosterDocument {
  /**
   * Kind of document.
   */
  soort: "wachtdienst";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Reference of the sender for the employee; a pseudonym is enough.
   */
  referentie: string;
  /**
   * Wachtdiensten, in any order.
   *
   * @maxItems 10000
   */
  wachtdiensten: Wachtdienst[];
  /**
   * Work that did not follow from a call, breaks left out; in any order.
   *
   * @maxItems 10000
   */
  arbeid?: Tijdruimte[];
  /**
   * Time over which the roster is complete: every wachtdienst, every call and all work of this employee in it is listed, also for another employer.
   */
  volledig_over?: Tijdruimte;
  /**
   * Whether the employee was 18 or older, without a date of birth.
   */
  leeftijdsgroep?: Leeftijdsgroep;
  /**
   * Whether there is an employer; the law on working hours holds for employees.
   */
  arbeidsverhouding?: Arbeidsverhouding;
  /**
   * What the employee works as; needed with a bereikbaarheidsdienst.
   */
  werkzaamheid?: Werkzaamheid;
  /**
   * What a collective arrangement deviates from the law in; left out when that is not known.
   */
  collectieve_regeling?: CollectieveRegeling;
  /**
   * Whether the employee consents to work on as many Sundays as a collective arrangement allows only then.
   */
  instemming_zondagen?: boolean;
  /**
   * Whether every break was left out of the work, so that it shows how long each was.
   */
  pauzes_vermeld?: boolean;
  /**
   * Waiting time recorded over all wachtdiensten.
   */
  wachttijd_minuten?: number;
  /**
   * Working time because of calls, recorded over all wachtdiensten.
   */
  arbeidstijd_minuten?: number;
  /**
   * Compensation by kind of time.
   *
   * @maxItems 100
   */
  vergoedingen?: Vergoeding[];
  /**
   * The collective agreement.
   */
  cao?: Cao;
  /**
   * Why it binds the employer, as the sender states it.
   */
  caobinding?: Caobinding;
}
/**
 * An organisation or person that provides maternity care.
 *
 * No identifier is required: one AGB-code can belong to several organisations, and a collaboration without legal personality may have none. The perinatal registration knows an organisation by its LVR number, and states no discipline.
 */
export interface Zorgaanbieder {
  /**
   * Discipline, when known.
   */
  discipline?: Discipline;
  /**
   * Line of care.
   */
  echelon?: Echelon;
  /**
   * Kind of organisation.
   */
  partijsoort?: Partijsoort;
  /**
   * Name; of a person or a practice that bears a person's name.
   */
  naam?: string;
  /**
   * AGB-code.
   */
  agb_code?: string;
  /**
   * Number of the organisation in the perinatal registration (LVR).
   */
  lvr_nummer?: string;
  /**
   * Number in the trade register (KVK).
   */
  kvk_nummer?: string;
  /**
   * UZI register subscriber number (URA).
   */
  ura_nummer?: string;
  /**
   * Number in the BIG register, of a person.
   */
  big_nummer?: string;
}
/**
 * The period in which one organisation was responsible for the care of one pregnancy.
 *
 * A pregnancy has as many zorgepisodes as there were responsible organisations. Gaps, adjoining periods and a takeover within one day all occur, and are valid between organisations.
 */
export interface Zorgepisode {
  /**
   * Key by which declaratieregels in the same dossier refer to this zorgepisode.
   */
  zorgepisode_id: string;
  /**
   * Responsible organisation.
   */
  zorgaanbieder: Zorgaanbieder;
  /**
   * First and last day of responsibility.
   */
  looptijd: Looptijd;
  /**
   * Phases in which this organisation was finally responsible.
   *
   * @maxItems 8
   */
  eindverantwoordelijk_in?: PerinatalePeriode[];
  /**
   * Number of the dossier at the organisation; two organisations may use the same one.
   */
  dossiernummer?: string;
  /**
   * Risk status after the intake.
   */
  risicostatus?: Risicostatus;
  /**
   * Referrals to others.
   *
   * @maxItems 100
   */
  verwijzingen?: Verwijzing[];
}
/**
 * The period in which one organisation was responsible for the care of one pregnancy.
 *
 * A pregnancy has as many zorgepisodes as there were responsible organisations. Gaps, adjoining periods and a takeover within one day all occur, and are valid between organisations.
 */
export interface ZorgepisodeDocument {
  /**
   * Kind of document.
   */
  soort: "zorgepisode";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Key by which declaratieregels in the same dossier refer to this zorgepisode.
   */
  zorgepisode_id: string;
  /**
   * Responsible organisation.
   */
  zorgaanbieder: Zorgaanbieder;
  /**
   * First and last day of responsibility.
   */
  looptijd: Looptijd;
  /**
   * Phases in which this organisation was finally responsible.
   *
   * @maxItems 8
   */
  eindverantwoordelijk_in?: PerinatalePeriode[];
  /**
   * Number of the dossier at the organisation; two organisations may use the same one.
   */
  dossiernummer?: string;
  /**
   * Risk status after the intake.
   */
  risicostatus?: Risicostatus;
  /**
   * Referrals to others.
   *
   * @maxItems 100
   */
  verwijzingen?: Verwijzing[];
}
/**
 * One pregnancy.
 */
export interface Zwangerschap {
  /**
   * Definitive à terme date: the day of 40 weeks and 0 days.
   */
  a_terme_datum?: string;
  /**
   * Day on which the pregnancy ended; left out while it lasts.
   */
  datum_einde?: string;
  /**
   * How it ended.
   */
  wijze_einde?: WijzeEinde;
  /**
   * Number of pregnancies, this one included.
   */
  graviditeit?: number;
  /**
   * Number of births before this pregnancy.
   */
  pariteit?: number;
  /**
   * Number of children born from this pregnancy.
   */
  aantal_geboren_kinderen?: number;
  /**
   * Intended place of birth.
   */
  voorgenomen_plaats_baring?: PlaatsBaring;
}
/**
 * What is known of one rule.
 */
export interface Catalogusregel {
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * Theme that the code leads to.
   */
  thema: string;
  /**
   * Version of the rule.
   */
  versie: number;
  /**
   * Norm in Dutch.
   */
  titel: string;
  /**
   * Norm in English.
   */
  titel_en: string;
  /**
   * Severity of a breach.
   */
  ernst: Ernst;
  /**
   * Weakest verification of its sources.
   */
  verificatie: Verificatie;
  /**
   * Kinds of document that it judges.
   *
   * @maxItems 100
   */
  soorten: string[];
  /**
   * JSON Pointers that it may report on; `*` is any position, and alone any place.
   *
   * @maxItems 10000
   */
  velden: string[];
  /**
   * Which date decides which norm applies.
   */
  peildatum: Peildatum;
  /**
   * Whether its outcome rests on the tables of tariffs.
   */
  gebruikt_tabellen: boolean;
  /**
   * Vektis return codes (COD954) that a document which satisfies it avoids.
   *
   * @maxItems 100
   */
  retourcodes: string[];
  /**
   * Where the norm stands.
   *
   * @maxItems 100
   */
  bronnen: Bron[];
  /**
   * Cases that it can report.
   *
   * @maxItems 100
   */
  redenen: Redentekst[];
  /**
   * Facts for want of which it cannot judge, as its published cases show them.
   *
   * @maxItems 10000
   */
  feiten?: Feit[];
  /**
   * What a document must hold before the rule can apply: one thing of each. Without it the rule answers that it does not apply, unless there is occasion for more.
   *
   * @maxItems 20
   */
  nodig?: Nodig[];
  /**
   * Things of which a document must hold one before the rule looks closer. Without them it is satisfied where it can apply.
   */
  aanleiding?: Nodig;
  /**
   * Days on which the norm is in force, where a source states them.
   */
  geldig?: Looptijd;
}
/**
 * A fact that may be left out, and for want of which a rule cannot judge.
 */
export interface Feit {
  /**
   * Where it belongs.
   */
  plaats: Feitplaats;
  /**
   * JSON Pointer of it; `*` is any position.
   */
  pad: string;
  /**
   * Cases that the rule can report without it; their text says what to supply.
   *
   * @maxItems 100
   */
  redenen: string[];
}
/**
 * Things of which a document must hold one; without any of them a rule does not apply.
 *
 * A rule that has several of these needs one thing of each. It is necessary and never enough: the rule itself decides. In a kind of document that can hold none of the things it asks nothing.
 */
export interface Nodig {
  /**
   * JSON Pointers to members that are there, and not empty; `*` is any position.
   *
   * @maxItems 20
   */
  leden?: string[];
  /**
   * Regimes of a prestatie on a declaratieregel that counts.
   *
   * @maxItems 20
   */
  regimes?: Regime[];
  /**
   * Stable names of a prestatie on a declaratieregel that counts.
   *
   * @maxItems 20
   */
  prestaties?: string[];
  /**
   * Members of the prestatie on a declaratieregel that counts, which say something there.
   *
   * @maxItems 20
   */
  kenmerken?: string[];
  /**
   * Regimes of which a prestatie is not looked at for its members.
   *
   * @maxItems 20
   */
  behalve_regimes?: Regime[];
  /**
   * What is plain to see of the document.
   *
   * @maxItems 20
   */
  trekken?: Trek[];
  /**
   * Whether a declaratieregel that is a credit is one of the things.
   */
  credit?: boolean;
}
/**
 * One case that a rule can report, with its text; ``{name}`` in it stands for a parameter.
 */
export interface Redentekst {
  /**
   * Name of the case.
   */
  reden: string;
  /**
   * Text in Dutch.
   */
  tekst: string;
  /**
   * Text in English.
   */
  tekst_en: string;
  /**
   * Outcomes that it has in the published cases: broken, not judged, or both.
   *
   * @maxItems 4
   */
  uitkomsten?: Uitkomst[];
}
/**
 * Every rule of one release, in the order in which a report shows them.
 */
export interface Regelcatalogus {
  /**
   * Kind of document.
   */
  soort: "regels";
  /**
   * Version of the schema that this document follows.
   */
  schema_versie: "0.1";
  /**
   * Rules.
   *
   * @maxItems 1000
   */
  regels: Catalogusregel[];
}

/**
 * The prestaties that the tables know, by stable name and by code.
 */
export type Prestatienaam =
  | "eigen-bijdrage-kraamzorg-thuis"
  | "eigen-bijdrage-kraamzorg-instelling-per-persoon"
  | "eigen-bijdrage-kraamzorg-instelling-samen"
  | "eigen-bijdrage-kraamzorg-drempel-instelling"
  | "integraal-prenataal"
  | "integraal-nataal"
  | "integraal-postnataal"
  | "integraal-begeleiding-tot-16-weken"
  | "kraamzorg-uur"
  | "kraamzorg-partusassistentie-uur"
  | "kraamzorg-inschrijving"
  | "kraamzorg-intake-thuis"
  | "kraamzorg-intake-telefonisch"
  | "kraamzorg-partusassistentie"
  | "kraamzorg-toeslag-integrale-geboortezorg"
  | "poliklinische-bevalling-zonder-indicatie-met-partus"
  | "190043"
  | "poliklinische-bevalling-zonder-indicatie-zonder-partus"
  | "190044"
  | "poliklinische-bevalling-op-indicatie-met-partus"
  | "190045"
  | "poliklinische-bevalling-op-indicatie-zonder-partus"
  | "190046"
  | "poliklinische-bevalling-capaciteitstekort-met-partus"
  | "190047"
  | "poliklinische-bevalling-capaciteitstekort-zonder-partus"
  | "190048"
  | "counseling-prenatale-screening"
  | "1610"
  | "combinatietest-eerste"
  | "combinatietest-volgend"
  | "nt-meting-eerste-met-indicatie"
  | "1625"
  | "nt-meting-eerste-zonder-indicatie"
  | "1626"
  | "nt-meting-volgend-met-indicatie"
  | "1627"
  | "nt-meting-volgend-zonder-indicatie"
  | "1628"
  | "seo-eerste"
  | "1612"
  | "seo-volgend"
  | "1622"
  | "seo-opslag-regionaal-centrum"
  | "nipt-eigen-bijdrage"
  | "eerste-trimester-seo"
  | "verloskunde-volledig"
  | "1001"
  | "verloskunde-volledig-achterstandswijk"
  | "1011"
  | "verloskunde-volledig-prenataal"
  | "1101"
  | "verloskunde-volledig-prenataal-achterstandswijk"
  | "1111"
  | "verloskunde-volledig-nataal"
  | "1102"
  | "verloskunde-volledig-nataal-achterstandswijk"
  | "1112"
  | "verloskunde-volledig-postnataal"
  | "1103"
  | "verloskunde-volledig-postnataal-achterstandswijk"
  | "1113"
  | "verloskunde-prenataal-0-14-weken"
  | "1201"
  | "verloskunde-prenataal-0-14-weken-achterstandswijk"
  | "1211"
  | "verloskunde-prenataal-15-29-weken"
  | "1204"
  | "verloskunde-prenataal-15-29-weken-achterstandswijk"
  | "1214"
  | "verloskunde-prenataal-na-29-weken"
  | "1203"
  | "verloskunde-prenataal-na-29-weken-achterstandswijk"
  | "1213"
  | "verloskunde-prenataal-1e-0-14-weken"
  | "1301"
  | "verloskunde-prenataal-1e-0-14-weken-achterstandswijk"
  | "1311"
  | "verloskunde-prenataal-1e-15-29-weken"
  | "1302"
  | "verloskunde-prenataal-1e-15-29-weken-achterstandswijk"
  | "1312"
  | "verloskunde-prenataal-1e-na-29-weken"
  | "1303"
  | "verloskunde-prenataal-1e-na-29-weken-achterstandswijk"
  | "1313"
  | "verloskunde-prenataal-2e-0-14-weken"
  | "1351"
  | "verloskunde-prenataal-2e-15-29-weken"
  | "1352"
  | "verloskunde-prenataal-2e-0-14-weken-achterstandswijk"
  | "verloskunde-prenataal-2e-15-29-weken-achterstandswijk"
  | "verloskunde-prenataal-2e-na-29-weken"
  | "verloskunde-prenataal-2e-na-29-weken-achterstandswijk"
  | "verloskunde-consult-ctg"
  | "9019"
  | "verloskunde-ctg-eerstelijns"
  | "verloskunde-termijnecho"
  | "verloskunde-toeslag-cb-ipg"
  | "verloskunde-diagnose-echo"
  | "verloskunde-uitwendige-versie"
  | "verloskunde-module-geboortecentrum"
  | "verloskunde-module-geboortecentrum-besparing"
  | "vsv-samenwerkingsverband-organiseren"
  | "vsv-zorg-coordineren"
  | "vsv-informatievoorziening-communicatie"
  | "vsv-kwaliteitsverbetering";
