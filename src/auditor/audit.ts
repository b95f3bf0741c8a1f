import { DECISION_ALPHA } from "../chance/error-budget.js";
import { LOOK_EVERY } from "../chance/sequential-test.js";
import { AuditError, guarded } from "./audit-error.js";
import { canonicalCell, type Given, givenOf } from "./cell.js";
import { checkedBound } from "./draw-batch.js";
import { drawCost } from "./draw-cost.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { type Finding, NOTHING_MEASURED, noFinding } from "./finding.js";
import { judgeExact } from "./judge-exact.js";
import { judgeMean } from "./judge-mean.js";
import { judgeOnce } from "./judge-once.js";
import { judgeSampled } from "./judge-sampled.js";
import { judgeTrend } from "./judge-trend.js";
import { judgeTrendOnce } from "./judge-trend-once.js";
import { localSource } from "./local-source.js";
import { nothing } from "./nothing.js";
import type { AuditOptions, Question } from "./question.js";
import { repeatsItself } from "./repeats-itself.js";
import type { Method, Row } from "./row-fields.js";
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

/** A question with what it needs to be looked into. */
interface Investigation {
  readonly question: Question;
  readonly statement: Statement;
  readonly given: Given;
  readonly options: AuditOptions;
}

/** The bound without a draw; null where it is undefined or depends on the draw. */
const boundAhead = ({ statement, given }: Investigation) => checkedBound(statement, statement.bound(given, undefined));

const UNDEFINED = "the right side is undefined here, so nothing is claimed";

/** A number that a claim gives, 0 unless it does. */
function uncertaintyOf({ statement, given }: Investigation): number {
  const { claim, cell } = statement;
  const asks = (claim.kind === "whp" || claim.kind === "trend") && claim.uncertainty;
  const uncertainty: unknown = asks ? guarded(statement, cell, "uncertainty", asks.bind(claim))(given) : 0;
  if (typeof uncertainty === "number" && uncertainty >= 0 && uncertainty < Infinity) return uncertainty;
  throw AuditError.at(statement, cell, `the uncertainty is ${String(uncertainty)}; it must be a number ≥ 0`);
}

async function sample(investigation: Investigation): Promise<Finding> {
  const { question, statement, given, options } = investigation;
  const { claim, cell } = statement;
  const { alpha = DECISION_ALPHA, signal, additions } = options;
  // Whoever asks for a number of draws has decided what they may cost.
  const reach = options.reach ?? (options.draws === undefined ? REACH : Number.MAX_VALUE);
  const cost = guarded(statement, cell, "cost", drawCost)(claim, cell, additions);
  if (!(cost <= reach)) {
    const takes = cost === Infinity ? "cannot be made at this size" : `takes ${cost.toPrecision(3)} Gaussians`;
    const reason = `beyond reach: one draw ${takes}, the most is ${reach.toPrecision(3)} unless a number of draws is asked for`;
    return noFinding("inconclusive", reason, "sampled");
  }
  const source = options.source ?? localSource(additions, signal);
  const batchSize = Math.max(1, Math.min(1024, Math.floor(BATCH_GAUSSIANS / Math.max(1, cost))));
  if (claim.kind === "trend") {
    const bound = boundAhead(investigation);
    if (bound === null) return noFinding("not-applicable", UNDEFINED, "sampled");
    const sizes = claim.trend.grid(given, cell).length;
    const affordable = Math.floor((options.draws ?? sizes * defaultDraws(cost, options.gaussians)) / sizes);
    if (affordable < 1) return noFinding("inconclusive", `fewer draws than the ${sizes} sizes of the grid`, "sampled");
    return judgeTrend(bound, {
      claim,
      cell,
      given,
      alpha,
      uncertainty: uncertaintyOf(investigation),
      affordable,
      source: (at, draws) => source({ ...question, cell: at }, draws, batchSize),
    });
  }
  const limit = options.draws ?? defaultDraws(cost, options.gaussians);
  const draws = repeatsItself(source(question, limit, batchSize), { question, statement, additions, cost });
  if (claim.kind === "mean") {
    const bound = boundAhead(investigation);
    if (bound === null) return noFinding("not-applicable", UNDEFINED, "sampled");
    return judgeMean(statement, claim, { given, bound, alpha, source: draws, signal });
  }
  const target = { allowed: statement.allowed(given), alpha, uncertainty: uncertaintyOf(investigation) };
  const finding = await judgeSampled(statement, given, target, draws, signal);
  return finding.bound === null ? noFinding("not-applicable", UNDEFINED, "sampled") : finding;
}

/** The methods by which a statement can be decided at a cell, the best first. */
function methodsOf({ statement, given }: Investigation): Method[] {
  if (statement.claim.draw.id === nothing.id) return ["exact"];
  return statement.exact && statement.exact(given, 1) !== null ? ["exact", "certified", "sampled"] : ["sampled"];
}

/** Decides without draws: by both sides where nothing is random, else by the failure probability. */
async function compute(investigation: Investigation, method: "exact" | "certified"): Promise<Finding> {
  const { statement, given, options } = investigation;
  const { claim, cell, exact } = statement;
  const bound = boundAhead(investigation);
  if (bound === null) return noFinding("not-applicable", UNDEFINED, method);
  if (claim.kind === "trend" && guarded(statement, cell, "cost", drawCost)(claim, cell, options.additions) === Infinity)
    return noFinding("inconclusive", "beyond reach: the grid grows past what cells can hold", method);
  if (claim.kind === "trend")
    return judgeTrendOnce(statement, bound, {
      claim,
      cell,
      given,
      givenAt: (at) => givenOf(claim.parameters, at, options.additions),
      signal: options.signal,
    });
  const allowed = statement.allowed(given);
  if (claim.draw.id === nothing.id || !exact || allowed === null) return judgeOnce(statement, given, bound);
  const { signal } = options;
  const finding = await judgeExact(statement, (b) => exact(given, b), { allowed, bound, method, signal });
  if (options.method === "exact" && finding.method === "certified")
    return noFinding("inconclusive", `${finding.reason}, and nothing is known from below: --method certified`, "exact");
  if (finding.verdict !== "inconclusive" || options.method) return finding;
  // The enclosure straddles what is allowed: draws may tell.
  const drawn = await sample(investigation);
  return drawn.verdict === "inconclusive" ? finding : drawn;
}

async function investigate(investigation: Investigation): Promise<Finding> {
  const { statement, given, options } = investigation;
  const { claim, cell } = statement;
  const obstacle = guarded(statement, cell, "a hypothesis", failingHypothesis)(statement.hypotheses, given);
  if (obstacle) return noFinding(obstacle.fails ? "not-applicable" : "inconclusive", obstacle.reason);
  const { probability = 0 } = statement.allowed(given) ?? {};
  if (probability >= 1) {
    const reason = `the statement allows a failure probability of ${probability}, which every event keeps to`;
    return { ...NOTHING_MEASURED, method: "certified", verdict: "supported", reason };
  }
  const methods = methodsOf(investigation);
  const method = options.method ?? methods[0];
  if (!methods.includes(method)) return noFinding("inconclusive", `${claim.id} has no ${method} method here`, method);
  return method === "sampled" ? sample(investigation) : compute(investigation, method);
}

/**
 * Audits one form of a claim at one cell.
 *
 * @throws RangeError if the cell does not fit the claim, or the form or mutant does not exist.
 * @throws AuditError if the claim throws there, or computes something that is not a number.
 * @throws the signal's reason when aborted.
 */
export async function audit(question: Question, options: AuditOptions = {}): Promise<Row> {
  const started = performance.now();
  const { claim, form, mutant } = question;
  options.signal?.throwIfAborted();
  const given = givenOf(claim.parameters, question.cell, options.additions);
  // A thing may be written in several ways; draws and rows know it by one.
  const cell = canonicalCell(claim.parameters, question.cell, given);
  const statement = statementOf(claim, cell, form, mutant);
  const canonical = { ...question, cell };
  const finding = await investigate({ question: canonical, statement, given, options });
  const row = guarded(statement, cell, "the row", rowOf)({ question: canonical, statement, given, finding });
  return { ...row, milliseconds: Math.round((performance.now() - started) * 1000) / 1000 };
}
