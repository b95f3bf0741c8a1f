import type { Standing } from "./standing.js";
import type { StatementText } from "./statement-text.js";

/** A correction: what the paper prints, and the smallest change under which it holds. */
export interface Erratum {
  readonly id: string;
  readonly label: string;
  readonly category: Standing["category"];
  readonly quote: string;
  readonly latex: string;
  /** The corrected statement; null where none is known. */
  readonly repaired: StatementText["repaired"];
}

/** The correction of a statement that is false as printed. */
export function erratum({ id, name, kind, reading, quote, latex, repaired }: StatementText): Erratum {
  const category = kind === "step" ? "step" : reading !== null ? "reading" : "statement";
  return { id, label: name, category, quote, latex, repaired };
}
