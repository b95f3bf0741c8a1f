import type { Claim } from "../src/auditor/claim.js";
import type { Paper } from "../src/auditor/paper.js";
import type { AnyParameter } from "../src/auditor/parameter.js";
import type { Row } from "../src/auditor/row-fields.js";
import { type StatementText, statementText } from "./statement-text.js";

/** What reports say of a paper; rows know it by its id alone. */
export interface PaperText extends Pick<Paper, "id" | "title" | "authors" | "year" | "source"> {
  /** How parameters are written, by name; "" for those whose values speak for themselves. */
  readonly symbols: Readonly<Record<string, string>>;
  /** By claim id. */
  readonly statements: ReadonlyMap<string, StatementText>;
}

/** The texts of papers, by id. */
export type Texts = ReadonlyMap<string, PaperText>;

/** No texts at all: a report from rows alone. */
export const NO_TEXTS: Texts = new Map();

/** The texts of a paper as it is audited, claims that a config adds included. */
export function paperText(
  { id, title, authors, year, source }: Paper,
  parameters: readonly AnyParameter[],
  claims: readonly Claim[],
): PaperText {
  return {
    id,
    title,
    authors,
    year,
    source,
    symbols: Object.fromEntries(parameters.map(({ name, symbol }) => [name, symbol])),
    statements: new Map(claims.map((claim) => [claim.id, statementText(claim)])),
  };
}

/** The text of the paper that a row is of. */
export const paperOf = (row: Row, texts: Texts): PaperText | undefined => texts.get(row.paper ?? "");
