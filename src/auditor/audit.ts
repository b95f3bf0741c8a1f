import { DECISION_ALPHA } from "../chance/error-budget.js";
import { shownValue } from "../numbers/shown-value.js";
import { AuditError, guarded } from "./audit-error.js";
import { costAt } from "./cost-at.js";
import { boundAhead } from "./draw-batch.js";
import { defaultDraws, reachOf } from "./draw-limits.js";
import type { Executor } from "./executor.js";
import { type Finding, noFinding, UNDEFINED } from "./finding.js";
import { type Investigation, investigationOf } from "./investigation.js";
import { judgeMean } from "./judge-mean.js";
import { judgeSampled } from "./judge-sampled.js";
import { judgeTrend } from "./judge-trend.js";
import { localExecutor } from "./local-executor.js";
import type { AuditOptions, Question } from "./question.js";
import { repeatsItself } from "./repeats-itself.js";
import type { Row } from "./row-fields.js";
import { rowOf } from "./row-of.js";
import { trendParts } from "./trend-parts.js";

/** Gaussians in a batch: a few milliseconds of work, after which other tasks get their turn. */
const BATCH_GAUSSIANS = 4e5;

/** A number that a claim gives, 0 unless it does. */
function uncertaintyOf({ statement, given }: Investigation): number {
  const { claim, cell } = statement;
  const asks = (claim.kind === "whp" || claim.kind === "trend") && claim.uncertainty;
  const uncertainty: unknown = asks ? guarded(statement, cell, "uncertainty", asks.bind(claim))(given) : 0;
  if (typeof uncertainty === "number" && uncertainty >= 0 && uncertainty < Infinity) return uncertainty;
  throw AuditError.at(statement, cell, `the uncertainty is ${shownValue(uncertainty)}; it must be a number ≥ 0`);
}

/** Decides by draws. */
async function sample(investigation: Investigation, options: AuditOptions, { source }: Executor): Promise<Finding> {
  const { question, statement, given } = investigation;
  const { claim, cell } = statement;
  const { alpha = DECISION_ALPHA, signal, additions } = options;
  const reach = reachOf(options);
  const cost = costAt(statement, additions);
  if (!(cost <= reach)) {
    const takes = cost === Infinity ? "cannot be made at this size" : `takes ${cost.toPrecision(3)} Gaussians`;
    const reason = `beyond reach: one draw ${takes}, the most is ${reach.toPrecision(3)} unless a number of draws is asked for`;
    return noFinding("inconclusive", reason, "sampled");
  }
  const batchSize = Math.max(1, Math.min(1024, Math.floor(BATCH_GAUSSIANS / Math.max(1, cost))));
  const limit = options.draws ?? defaultDraws(cost, options.gaussians);
  const draws = () => repeatsItself(source(question, limit, batchSize), investigation, cost);
  switch (claim.kind) {
    case "trend": {
      const bound = boundAhead(statement, given);
      if (bound === null) return noFinding("not-applicable", UNDEFINED, "sampled");
      const parts = trendParts(statement, claim, given);
      const sizes = parts.grid.length;
      const affordable = Math.floor((options.draws ?? sizes * limit) / sizes);
      if (affordable < 1)
        return noFinding("inconclusive", `fewer draws than the ${sizes} sizes of the grid`, "sampled");
      return judgeTrend(bound, {
        claim,
        cell,
        parts,
        alpha,
        uncertainty: uncertaintyOf(investigation),
        affordable,
        source: (at, most) => source({ ...question, cell: at }, most, batchSize),
      });
    }
    case "mean": {
      const bound = boundAhead(statement, given);
      if (bound === null) return noFinding("not-applicable", UNDEFINED, "sampled");
      return judgeMean(statement, claim, { given, bound, alpha, source: draws(), signal });
    }
    case "whp":
    case "deterministic":
    case "step":
    case "identity": {
      const target = { allowed: statement.allowed(given), alpha, uncertainty: uncertaintyOf(investigation) };
      const finding = await judgeSampled(statement, given, target, draws(), signal);
      return finding.bound === null ? noFinding("not-applicable", UNDEFINED, "sampled") : finding;
    }
    default:
      // A kind that no case takes does not compile.
      return claim satisfies never;
  }
}

/**
 * Audits one form of a claim at one cell: without draws where that is possible, else by draws.
 *
 * @throws RangeError if the cell does not fit the claim, or the form or mutant does not exist.
 * @throws AuditError if the claim throws there, or computes something that is not a number.
 * @throws the signal's reason when aborted.
 */
export async function audit(question: Question, options: AuditOptions = {}): Promise<Row> {
  const started = performance.now();
  const { additions, signal, method } = options;
  signal?.throwIfAborted();
  const executor = options.executor ?? localExecutor(additions, signal);
  const { row, drawable } = await executor.compute(question, method);
  if (row && !drawable) return row;
  const investigation = investigationOf(question, additions);
  const finding = await sample(investigation, options, executor);
  return row && finding.verdict === "inconclusive" ? row : rowOf({ ...investigation, finding, started });
}
