import type { Erratum } from "../src/auditor/errata.js";
import type { Standing } from "./standing.js";
import type { StatementText } from "./statement-text.js";
import type { Texts } from "./texts.js";

/** A statement that rows have refuted as printed. */
export interface RefutedErratum {
  readonly standing: Standing;
  readonly statement: StatementText;
  /** Null where the paper did not know of it. */
  readonly entry: Erratum | null;
}

/** What rows have refuted as printed: first what the papers know of, in the order of their errata, then the rest. */
export function refutedErrata(all: readonly Standing[], texts: Texts): readonly RefutedErratum[] {
  const refuted = all.flatMap((standing) =>
    standing.printed === "refuted" && standing.statement ? [{ standing, statement: standing.statement }] : [],
  );
  const known = [...texts.values()].flatMap(({ id: paper, errata }) =>
    errata.entries.flatMap((entry) => {
      const own = refuted.find(({ standing }) => standing.claim === entry.id && standing.rows[0].paper === paper);
      return own ? [{ ...own, entry }] : [];
    }),
  );
  const rest = refuted.filter((own) => known.every(({ standing }) => standing !== own.standing));
  return [...known, ...rest.map((own) => ({ ...own, entry: null }))];
}
