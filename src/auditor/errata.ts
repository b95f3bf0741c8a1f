import { type Cell, givenOf } from "./cell.js";
import type { Claim } from "./claim.js";
import { constantsText } from "./constants-text.js";
import { decidedBy } from "./decided-by.js";
import type { Paper, Severity } from "./paper.js";
import { labelOf } from "./reading.js";
import { statementOf } from "./statement.js";

/** One statement of a paper that is false as it is printed. */
export interface Erratum {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  readonly quote: string;
  readonly latex: string;
  /** What was chosen where the paper prints less than is audited; null where it is the paper's own words. */
  readonly reading: string | null;
  /** The cell at which it is refuted. */
  readonly counterexample: Cell;
  /** How that is decided. */
  readonly decided: string;
  /** Whether another choice of constants that the paper leaves free might do; null where it leaves none free. */
  readonly constants: string | null;
  /** The form that holds, and why it needs the change; null where there is none. */
  readonly repair: { readonly latex: string; readonly reason: string } | null;
  /** What else rests on it, directly or through others, in the order of the paper. */
  readonly dependents: readonly { readonly id: string; readonly label: string; readonly refuted: boolean }[];
}

/** A paper's errata: which text they speak of, and what is wrong in it. */
export interface Errata {
  readonly text: string | null;
  readonly entries: readonly Erratum[];
  /** What is misprinted beside that, as the paper's own errata say. */
  readonly misprints: readonly string[];
}

/** Which severities there are, the gravest first, as people read them. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  result: "the result falls",
  constants: "its constants or conditions change",
  step: "a step of a proof falls, and the result stands",
  typographical: "typographical",
};

const restsOn = ({ uses }: Claim) => [...(uses?.statement ?? []), ...(uses?.proof ?? [])];

/** The claims that rest on one, directly or through others. */
function dependentsOf(id: string, claims: readonly Claim[]): readonly Claim[] {
  const found = new Set([id]);
  for (let grown = true; grown; ) {
    const more = claims.filter((claim) => !found.has(claim.id) && restsOn(claim).some((used) => found.has(used)));
    grown = more.length > 0;
    for (const claim of more) found.add(claim.id);
  }
  return claims.filter((claim) => claim.id !== id && found.has(claim.id));
}

/** What a refuted statement weighs, unless the paper says: what stands in a proof is a step, all else a change of the statement. */
const usualSeverity = ({ kind, inProof }: Claim): Severity => (kind === "step" || inProof ? "step" : "constants");

/**
 * The printed forms that the ledger knows to be false, from what the claims and the paper say: nothing is audited here.
 *
 * @example const { entries } = errataOf(paper, await paper.claims());
 */
export function errataOf({ errata }: Pick<Paper, "errata">, claims: readonly Claim[]): Errata {
  const severities = errata?.severities ?? {};
  const entries = claims.flatMap((claim): Erratum[] => {
    const { refutedAt } = claim.forms.printed;
    if (!refutedAt) return [];
    const { id, quote, latex, reading = null } = claim;
    const { repaired } = claim.forms;
    return [
      {
        id,
        label: labelOf(claim),
        severity: (Object.hasOwn(severities, id) ? severities[id] : undefined) ?? usualSeverity(claim),
        quote,
        latex,
        reading,
        counterexample: refutedAt,
        decided: decidedBy(claim),
        constants: constantsOf(claim, refutedAt),
        repair: repaired ? { latex: repaired.latex, reason: repaired.reason } : null,
        dependents: dependentsOf(id, claims).map((other) => ({
          id: other.id,
          label: labelOf(other),
          refuted: other.forms.printed.refutedAt !== undefined,
        })),
      },
    ];
  });
  const order = Object.keys(SEVERITIES);
  return {
    text: errata?.text ?? null,
    misprints: errata?.misprints ?? [],
    entries: entries.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
  };
}

/** "false with C = 2, and others are not ruled out", from the values of a cell: the ledger's cells name nothing of somebody's own. */
function constantsOf(claim: Claim, cell: Cell): string | null {
  const text = constantsText(statementOf(claim, cell), givenOf(claim.parameters, cell));
  return text === null ? null : `false ${text}`;
}
