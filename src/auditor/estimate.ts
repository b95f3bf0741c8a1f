import { DECISION_ALPHA } from "../chance/error-budget.js";
import { LOOK_EVERY } from "../chance/sequential-test.js";
import { AuditError } from "./audit-error.js";
import { defaultDraws, reachOf } from "./draw-limits.js";
import { type Investigation, investigationOf } from "./investigation.js";
import { knownDrawCost } from "./known-draw-cost.js";
import { nothing } from "./nothing.js";
import type { AuditOptions, Question } from "./question.js";

/** Seconds that a question takes on one core: about, and if its draws settle nothing. */
export interface Estimate {
  readonly seconds: number;
  readonly most: number;
}

/** What a row takes that is computed: most take less, a few certified ones much more. */
const COMPUTED_SECONDS = 0.05;
/** A Gaussian with what is done to it, on the machines that docs/benchmarks.md was measured on. */
const GAUSSIAN_SECONDS = 1e-8;

/** The draws after which the test supports a statement that no draw breaks: (1 − allowed)^n ≤ alpha, at a look. */
function fewestDraws({ statement, given }: Investigation, alpha: number): number {
  const { probability = 0 } = statement.allowed(given) ?? {};
  if (probability >= 1) return 0;
  const allowed = probability > 0 ? probability : 0.01;
  return Math.ceil(Math.log(alpha) / Math.log1p(-allowed) / LOOK_EVERY) * LOOK_EVERY;
}

/** Estimates what a question takes, without a draw and without computing what it asks for. */
export function estimate(question: Question, options: AuditOptions): Estimate {
  const computed = { seconds: COMPUTED_SECONDS, most: COMPUTED_SECONDS };
  try {
    const investigation = investigationOf(question, options.additions);
    const { claim, cell } = investigation.statement;
    const { method, draws, alpha = DECISION_ALPHA } = options;
    const isDrawn = method === "sampled" || (method === undefined && !investigation.statement.exact);
    if (claim.draw.id === nothing.id || !isDrawn) return computed;
    const cost = knownDrawCost(claim, cell, options.additions) ?? Infinity;
    if (!(cost <= reachOf(options))) return computed;
    const limit = draws ?? defaultDraws(cost, options.gaussians);
    const fewest = claim.kind === "whp" ? Math.min(limit, fewestDraws(investigation, alpha)) : limit;
    return {
      seconds: COMPUTED_SECONDS + fewest * cost * GAUSSIAN_SECONDS,
      most: COMPUTED_SECONDS + limit * cost * GAUSSIAN_SECONDS,
    };
  } catch (error) {
    // A claim that fails there costs its own row, which says why.
    if (error instanceof RangeError || error instanceof AuditError) return computed;
    throw error;
  }
}
