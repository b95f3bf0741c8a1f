import type { Claim } from "../src/auditor/claim.js";
import type { ClaimMap } from "../src/auditor/claim-map.js";
import type { Errata } from "../src/auditor/errata.js";
import type { ExhibitRoom } from "../src/auditor/exhibit.js";
import type { Paper } from "../src/auditor/paper.js";
import type { AnyParameter } from "../src/auditor/parameter.js";
import type { Row } from "../src/auditor/row-fields.js";
import { type StatementText, statementText } from "./statement-text.js";

/** What a paper says of itself. */
type Told = "id" | "title" | "authors" | "year" | "source" | "bibtex" | "sections";

/** What reports say of a paper; rows know it by its id alone. */
export interface PaperText extends Pick<Paper, Told> {
  /** How parameters are written, by name; "" for those whose values speak for themselves. */
  readonly symbols: Readonly<Record<string, string>>;
  /** What parameters are, in a word or two, by name. */
  readonly words: Readonly<Record<string, string>>;
  /** The names of sizes: what figures put on an axis first. */
  readonly sizes: readonly string[];
  /** The names of parameters whose values stand side by side. */
  readonly panels: readonly string[];
  /** By claim id, in the paper's order. */
  readonly statements: ReadonlyMap<string, StatementText>;
  /** By claim id. */
  readonly maps: ReadonlyMap<string, readonly ClaimMap[]>;
  /** What is known to be false in it. */
  readonly errata: Errata;
  /** What it shows beside its claims. */
  readonly rooms: readonly ExhibitRoom[];
}

/** The texts of papers, by id. */
export type Texts = ReadonlyMap<string, PaperText>;

/** No texts at all: a report from rows alone. */
export const NO_TEXTS: Texts = new Map();

/** The texts of a paper as it is audited, claims that a config adds included; with what only a whole report needs. */
export function paperText(
  { id, title, authors, year, source, bibtex, sections, panels }: Pick<Paper, Told | "panels">,
  parameters: readonly AnyParameter[],
  claims: readonly Claim[],
  {
    maps = new Map(),
    errata = { text: null, entries: [], misprints: [] },
    rooms = [],
  }: Partial<Pick<PaperText, "maps" | "errata" | "rooms">> = {},
): PaperText {
  return {
    id,
    title,
    authors,
    year,
    source,
    bibtex,
    sections,
    symbols: Object.fromEntries(parameters.map(({ name, symbol }) => [name, symbol])),
    words: Object.fromEntries(parameters.map(({ name, about }) => [name, about.split(":")[0]])),
    sizes: parameters.filter(({ size }) => size).map(({ name }) => name),
    panels: panels.map(({ name }) => name),
    statements: new Map(claims.map((claim) => [claim.id, statementText(claim)])),
    maps,
    errata,
    rooms,
  };
}

/** The text of the paper that a row is of. */
export const paperOf = (row: Pick<Row, "paper">, texts: Texts): PaperText | undefined => texts.get(row.paper ?? "");

/** The text of the statement that a row is of. */
export const statementOfRow = (row: Pick<Row, "paper" | "claim">, texts: Texts): StatementText | undefined =>
  paperOf(row, texts)?.statements.get(row.claim);

/** How a parameter is written, in words where its values speak for themselves. */
export function symbolOf(name: string, paper: PaperText | undefined): string {
  const own = paper && Object.hasOwn(paper.symbols, name) ? paper.symbols[name] : name;
  return own === "" ? (paper?.words[name] ?? name) : own;
}
