import { rememberedAt } from "../numbers/remembered.js";
import { guarded } from "./audit-error.js";
import { type Additions, givenOf } from "./cell.js";
import type { Claim, LogProbability } from "./claim.js";
import { costAt } from "./cost-at.js";
import { boundAhead } from "./draw-batch.js";
import type { Computed } from "./executor.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { type Finding, NOTHING_MEASURED, noFinding, UNDEFINED } from "./finding.js";
import { type Investigation, investigationOf } from "./investigation.js";
import { judgeExact } from "./judge-exact.js";
import { judgeSureMean } from "./judge-mean.js";
import { judgeOnce } from "./judge-once.js";
import { judgeTrendOnce } from "./judge-trend-once.js";
import { nothing } from "./nothing.js";
import type { Question } from "./question.js";
import type { Method } from "./row-fields.js";
import { rowOf } from "./row-of.js";
import type { Statement } from "./statement.js";
import { trendParts } from "./trend-parts.js";

/** How a question is looked into without draws. */
interface ComputeOptions {
  readonly additions?: Additions | undefined;
  readonly method?: Method | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Whether nothing is random in it. */
const isFixed = ({ draw }: Claim) => draw.id === nothing.id;

/** The claim's own law at a cell, looked up where it was asked for before: it may take long. */
type Law = ((bound: number) => LogProbability | null) | null;

/** The methods by which a statement can be decided at a cell, the best first; the law is not tried for draws that are asked for. */
function methodsOf({ claim }: Statement, law: Law, bound: number, asked: Method | undefined): Method[] {
  if (isFixed(claim)) return ["exact"];
  if (asked === "sampled") return ["sampled"];
  return law && law(bound) !== null ? ["exact", "certified", "sampled"] : ["sampled"];
}

/** Decides by both sides where nothing is random, else by the failure probability. */
async function decide(
  { statement, given }: Investigation,
  law: Law,
  bound: number,
  method: "exact" | "certified",
  { additions, signal, method: asked }: ComputeOptions,
): Promise<Finding> {
  const { claim, cell } = statement;
  switch (claim.kind) {
    case "trend":
      if (costAt(statement, additions) === Infinity)
        return noFinding("inconclusive", "beyond reach: the grid grows past what cells can hold", method);
      return judgeTrendOnce(statement, bound, {
        claim,
        cell,
        parts: trendParts(statement, claim, given),
        givenAt: (at) => givenOf(claim.parameters, at, additions),
        signal,
      });
    case "whp": {
      const allowed = statement.allowed(given);
      if (isFixed(claim) || !law || allowed === null) return judgeOnce(statement, given, bound);
      const finding = await judgeExact(statement, law, { allowed, bound, method, signal });
      if (asked !== "exact" || finding.method !== "certified") return finding;
      return noFinding(
        "inconclusive",
        `${finding.reason}, and nothing is known from below: --method certified`,
        "exact",
      );
    }
    case "deterministic":
    case "step":
    case "identity":
    case "mean":
      return judgeOnce(statement, given, bound);
    default:
      // A kind that no case takes does not compile.
      return claim satisfies never;
  }
}

/** What is found without draws, and whether draws may tell more; null where only they can tell. */
async function investigate(
  investigation: Investigation,
  options: ComputeOptions,
): Promise<{ readonly finding: Finding | null; readonly drawable: boolean }> {
  const { statement, given } = investigation;
  const { claim, cell } = statement;
  const settled = (finding: Finding) => ({ finding, drawable: false });
  const obstacle = guarded(statement, cell, "a hypothesis", failingHypothesis)(statement.hypotheses, given);
  if (obstacle) return settled(noFinding(obstacle.fails ? "not-applicable" : "inconclusive", obstacle.reason));
  const { probability = 0 } = statement.allowed(given) ?? {};
  if (probability >= 1) {
    const reason = `the statement allows a failure probability of ${probability}, which every event keeps to`;
    return settled({ ...NOTHING_MEASURED, method: "certified", verdict: "supported", reason });
  }
  if (claim.kind === "mean" && !isFixed(claim)) {
    const right = boundAhead(statement, given);
    if (right === null) return settled(noFinding("not-applicable", UNDEFINED, options.method ?? "sampled"));
    const finding = judgeSureMean(statement, claim, given, right);
    if (finding) return settled(finding);
  }
  // A law may take long to compute, which is for nothing where the right side is undefined.
  const computes = isFixed(claim) || statement.exact !== null;
  const bound = computes && options.method !== "sampled" ? boundAhead(statement, given) : undefined;
  if (bound === null) return settled(noFinding("not-applicable", UNDEFINED, options.method ?? "exact"));
  const { exact } = statement;
  const law = exact && rememberedAt((at) => exact(given, at));
  // Where it is known at one bound, it is at all.
  const methods = methodsOf(statement, law, bound ?? 1, options.method);
  const method = options.method ?? methods[0];
  if (!methods.includes(method))
    return settled(noFinding("inconclusive", `${claim.id} has no ${method} method here`, method));
  if (bound === undefined || method === "sampled") return { finding: null, drawable: true };
  const finding = await decide(investigation, law, bound, method, options);
  // Where the enclosure straddles what is allowed, draws may tell.
  const straddles = finding.verdict === "inconclusive" && methods.includes("sampled");
  return { finding, drawable: straddles && !options.method };
}

/**
 * What can be found out about a question without a draw, as its row.
 *
 * @throws RangeError if the cell does not fit the claim, or the form or mutant does not exist.
 * @throws AuditError if the claim throws there, or computes something that is not a number.
 * @throws the signal's reason when aborted.
 */
export async function compute(question: Question, options: ComputeOptions = {}): Promise<Computed> {
  const started = performance.now();
  const investigation = investigationOf(question, options.additions);
  const { finding, drawable } = await investigate(investigation, options);
  return { row: finding && rowOf({ ...investigation, finding, started }), drawable };
}
