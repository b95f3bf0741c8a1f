import { DECISION_ALPHA } from "../chance/error-budget.js";
import { LOOK_EVERY } from "../chance/sequential-test.js";
import type { Given, Name } from "../samplers/parameters.js";
import { AuditError } from "./audit-error.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { LogProbability } from "./claim.js";
import { drawCost } from "./draw-cost.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { type Finding, noFinding } from "./finding.js";
import { judgeExact } from "./judge-exact.js";
import { judgeOnce } from "./judge-once.js";
import { judgeSampled } from "./judge-sampled.js";
import { judgeTrend } from "./judge-trend.js";
import { judgeTrendOnce } from "./judge-trend-once.js";
import { localSource } from "./local-source.js";
import { nothing } from "./nothing.js";
import type { AuditOptions, Question } from "./question.js";
import type { Method, Row } from "./row.js";
import { rowOf } from "./row-of.js";
import { type Statement, statementOf } from "./statement.js";

const MOST_DRAWS = 65536;
const MOST_GAUSSIANS = 2e9;
const REACH = 2 ** 27;
/** Gaussians in a batch: a few milliseconds of work, after which other tasks get their turn. */
const BATCH_GAUSSIANS = 4e5;

/** As many draws as the budget of Gaussians pays for: a power of two from 64 to 65536. */
function defaultDraws(cost: number, gaussians = MOST_GAUSSIANS): number {
  const affordable = 2 ** Math.floor(Math.log2(gaussians / Math.max(1, cost)));
  return Math.max(LOOK_EVERY, Math.min(MOST_DRAWS, affordable));
}

/** The bound without a draw; null where it is undefined or depends on the draw. */
function boundAhead(statement: Statement, cell: LooseCell, given: Given<Name>): number | null {
  const bound = statement.bound(given, undefined);
  if (bound !== null && !Number.isFinite(bound))
    throw new AuditError(statement, cell, `the bound is ${bound}; it must be a finite number or null where undefined`);
  return bound;
}

/** What a claim that computes its probability at a cell for one bound must compute there for every bound. */
function computed(probability: LogProbability | null): LogProbability {
  if (probability === null) throw new Error("the exact probability is missing for some bounds of a cell");
  return probability;
}

const UNDEFINED = "the right side is undefined here, so nothing is claimed";

async function sample(
  question: Question,
  statement: Statement,
  given: Given<Name>,
  options: AuditOptions,
): Promise<Finding> {
  const { claim } = statement;
  const { alpha = DECISION_ALPHA, signal, activations } = options;
  // Whoever asks for a number of draws has decided what they may cost.
  const reach = options.reach ?? (options.draws === undefined ? REACH : Number.MAX_VALUE);
  const cost = drawCost(claim, question.cell, activations);
  if (!(cost <= reach)) {
    const takes = cost === Infinity ? "cannot be made at this size" : `takes ${cost.toPrecision(3)} Gaussians`;
    const reason = `beyond reach: one draw ${takes}, the most is ${reach.toPrecision(3)} unless a number of draws is asked for`;
    return noFinding("inconclusive", reason, "sampled");
  }
  const source = options.source ?? localSource(activations, signal);
  const batchSize = Math.max(1, Math.min(1024, Math.floor(BATCH_GAUSSIANS / Math.max(1, cost))));
  if (claim.trend) {
    const bound = boundAhead(statement, question.cell, given);
    if (bound === null) return noFinding("not-applicable", UNDEFINED, "sampled");
    const sizes = claim.trend.grid(given, question.cell).length;
    const affordable = Math.floor((options.draws ?? sizes * defaultDraws(cost, options.gaussians)) / sizes);
    if (affordable < 1) return noFinding("inconclusive", `fewer draws than the ${sizes} sizes of the grid`, "sampled");
    return judgeTrend(statement, bound, {
      trend: claim.trend,
      cell: question.cell,
      given,
      alpha,
      uncertainty: claim.uncertainty?.(given) ?? 0,
      affordable,
      source: (at, draws) => source({ ...question, cell: at }, draws, batchSize),
    });
  }
  const limit = options.draws ?? defaultDraws(cost, options.gaussians);
  const target = {
    gamma: claim.kind === "whp" ? given.gamma : null,
    alpha,
    uncertainty: claim.uncertainty?.(given) ?? 0,
  };
  const finding = await judgeSampled(statement, given, target, source(question, limit, batchSize), signal);
  return finding.bound === null ? noFinding("not-applicable", UNDEFINED, "sampled") : finding;
}

async function investigate(
  question: Question,
  statement: Statement,
  given: Given<Name>,
  options: AuditOptions,
): Promise<Finding> {
  const { claim, exact } = statement;
  const failing = failingHypothesis(statement.hypotheses, given);
  if (failing !== null) return noFinding("not-applicable", failing);
  const nothingRandom = claim.draw.id === nothing.id;
  const computes = nothingRandom || (exact?.(given, 1) ?? null) !== null;
  const methods: Method[] = [
    ...(computes ? (["exact"] as const) : []),
    ...(nothingRandom ? [] : (["sampled"] as const)),
  ];
  const method = options.method ?? methods[0];
  if (!methods.includes(method)) return noFinding("inconclusive", `${claim.id} has no ${method} method here`, method);
  if (method === "sampled") return sample(question, statement, given, options);
  const bound = boundAhead(statement, question.cell, given);
  if (bound === null) return noFinding("not-applicable", UNDEFINED, "exact");
  if (claim.trend && drawCost(claim, question.cell, options.activations) === Infinity)
    return noFinding("inconclusive", "beyond reach: the grid grows past 2^53", "exact");
  if (claim.trend)
    return judgeTrendOnce(statement, bound, {
      trend: claim.trend,
      cell: question.cell,
      given,
      givenAt: (cell) => givenOf(claim.parameters, cell, options.activations),
    });
  if (nothingRandom || !exact) return judgeOnce(statement, question.cell, given, bound);
  const finding = judgeExact(statement, (b) => computed(exact(given, b)), question.cell, given, bound);
  if (finding.verdict !== "inconclusive" || options.method) return finding;
  // The enclosure straddles gamma: draws may tell.
  const drawn = await sample(question, statement, given, options);
  return drawn.verdict === "inconclusive" ? finding : drawn;
}

/**
 * Audits one form of a claim at one cell.
 *
 * @throws RangeError if the cell does not fit the claim, or the form or mutant does not exist.
 * @throws AuditError if the claim computes something that is not a number.
 * @throws the signal's reason when aborted.
 */
export async function audit(question: Question, options: AuditOptions = {}): Promise<Row> {
  const started = performance.now();
  const { claim, form = "printed", mutant = null } = question;
  options.signal?.throwIfAborted();
  const statement = statementOf(claim, form, mutant);
  const given = givenOf(claim.parameters, question.cell, options.activations);
  // An activation may be written in several ways; draws and rows know it by its id.
  const cell = claim.parameters.includes("psi") ? { ...question.cell, psi: given.psi.id } : question.cell;
  const canonical = { ...question, cell };
  const finding = await investigate(canonical, statement, given, options);
  const row = rowOf({ question: canonical, statement, given, finding });
  return { ...row, milliseconds: Math.round((performance.now() - started) * 1000) / 1000 };
}
