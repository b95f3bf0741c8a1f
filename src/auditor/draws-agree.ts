import { failureLower, failureUpper } from "../chance/confidence-limits.js";
import { DECISION_ALPHA } from "../chance/error-budget.js";
import { guarded } from "./audit-error.js";
import type { Additions, Cell } from "./cell.js";
import type { Claim } from "./claim.js";
import { costAt } from "./cost-at.js";
import { type Batch, drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { investigationOf } from "./investigation.js";
import { statementOf } from "./statement.js";
import { addToTally, type Comparison, comparisonOf, type Tally } from "./tally.js";

/** What `drawsAgree` may be told. */
export interface AgreementOptions {
  readonly seed?: string;
  readonly additions?: Additions;
  /** The work for the draws, in Gaussians; 10⁷ if left out. */
  readonly gaussians?: number;
}

/** A right side at which draws and the computed probability contradict each other. */
export interface Disagreement {
  readonly bound: number;
  /** The computed probability, between two ends. */
  readonly computed: readonly [lower: number, upper: number];
  /** Limits for it from the draws, wrong with probability at most 1e-10. */
  readonly drawn: readonly [lower: number, upper: number];
  readonly draws: number;
  /** How many of them surely broke it. */
  readonly broken: number;
}

/** Shares of a pilot's draws, below 1, that keep the bounds at which both are compared. */
const SHARES = [0.9, 0.5, 0.1, 0.02];
const [FEWEST, MOST] = [64, 4096];

/** The probability, at most, that a cell's draws contradict a right law. */
export const AGREEMENT_ALPHA = SHARES.length * DECISION_ALPHA;

/** Bounds between two draws of a pilot, so that no atom of the law is hit. */
function boundsFrom({ lower, upper }: Batch): number[] {
  const middles = lower.map((x, i) => (x + upper[i]) / 2).filter(Number.isFinite);
  const values = [...new Set(middles)].toSorted((x, y) => x - y);
  if (values.length === 0) return [];
  if (values.length === 1) return [values[0] - 1, values[0] + 1];
  const between = (share: number) => {
    const i = Math.floor(share * (values.length - 1));
    return (values[i] + values[i + 1]) / 2;
  };
  return [...new Set(SHARES.map(between))];
}

function tallyOf(batch: Batch, bound: number, comparison: Comparison): Tally {
  const tally: Tally = { draws: 0, violations: 0, unresolved: 0 };
  const draws = batch.lower.length;
  addToTally(tally, { ...batch, bound: new Float64Array(draws).fill(bound) }, comparison, 0, draws);
  return tally;
}

const limitsOf = ({ draws, violations, unresolved }: Tally) =>
  [
    failureLower({ draws, failures: violations }, DECISION_ALPHA / 2),
    failureUpper({ draws, failures: violations + unresolved }, DECISION_ALPHA / 2),
  ] as const;

/**
 * Where a claim computes how often its left side breaks a bound: the bounds at which fresh draws contradict that at a
 * cell, each falsely so with probability at most 1e-10. Bounds are quantiles of draws that are used for nothing else.
 * None where the claim does not compute it there, or says nothing there.
 *
 * @throws AuditError if the claim throws there.
 */
export function drawsAgree(claim: Claim, cell: Cell, options: AgreementOptions = {}): Disagreement[] {
  const { seed = "1", additions = {}, gaussians = 1e7 } = options;
  const statement = statementOf(claim, cell);
  const { exact } = statement;
  if (!exact) return [];
  const question = { claim, cell, stream: "cell" } as const;
  const fresh = drawSetting(investigationOf({ ...question, seed: `${seed} fresh` }, additions));
  const { given } = fresh;
  if (guarded(statement, cell, "a hypothesis", failingHypothesis)(claim.hypotheses, given)) return [];
  const affordable = Math.floor(gaussians / Math.max(1, costAt(statement, additions)));
  const draws = Math.min(MOST, affordable);
  if (draws < FEWEST) return [];
  // The left side alone: whether the right side is defined there is another matter.
  const left = { ...statement, bound: () => 0 };
  const pilot = drawSetting(investigationOf({ ...question, seed: `${seed} pilot` }, additions));
  const bounds = boundsFrom(drawBatch({ ...pilot, statement: left }, 0, Math.min(draws, 512)));
  const batch = drawBatch({ ...fresh, statement: left }, 0, draws);
  return bounds.flatMap((bound) => {
    const law = exact(given, bound);
    if (law === null) return [];
    const computed = [Math.exp(law.logLower), Math.exp(law.logUpper)] as const;
    const tally = tallyOf(batch, bound, comparisonOf(claim));
    const drawn = limitsOf(tally);
    if (drawn[1] >= computed[0] && drawn[0] <= computed[1]) return [];
    return [{ bound, computed, drawn, draws, broken: tally.violations }];
  });
}
