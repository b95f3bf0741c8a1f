import type { Additions } from "../cell.js";
import type { Looking } from "../executor.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "../json.js";
import { isCell, readQuestion } from "../portable-question.js";
import type { Question } from "../question.js";
import type { Task } from "../task.js";
import { knownLooks } from "./known-looks.js";
import { type Candidate, type Probe, probe } from "./probe.js";
import { RAISES } from "./raise-cell.js";
import type { Repair } from "./repairs/repair.js";

/** The task of looking at a candidate, by name. */
export const PROBE = "audit/probe";

const STATUSES: readonly Probe["status"][] = ["outside", "beyond", "failed", "judged"];

/** What is to be looked at, as it travels. */
export function probeJob(question: JsonObject, candidate: Candidate, looking: Looking): JsonObject {
  const { gaussians, fixed = [] } = looking;
  const { cell, raise } = candidate;
  return { question, cell: toJson(cell), raise, gaussians, fixed };
}

/** What was seen, as it travels: JSON has no word for the infinite. */
const toTravel = ({ excess, ...rest }: Probe): Json => toJson({ ...rest, excess: String(excess) });

/** What was seen, as it arrived; null for anything else. */
export function readProbe(x: Json): Probe | null {
  if (!isJsonObject(x)) return null;
  const { cell, excess, sure, computed, held, holding, failing, failure } = x;
  const status = STATUSES.find((known) => known === x.status);
  if (!status || !isCell(cell) || typeof sure !== "boolean" || typeof computed !== "boolean") return null;
  if (typeof excess !== "string" || Number.isNaN(Number(excess))) return null;
  if (typeof held !== "number" || !Array.isArray(holding) || !Array.isArray(failing)) return null;
  if (failure !== null && typeof failure !== "string") return null;
  const numbers = { holding: holding.map(Number), failing: failing.map(Number) };
  return { cell, status, excess: Number(excess), sure, computed, held, ...numbers, failure };
}

/** What is known of looks at a form, until it is changed in another way. */
function latestLooks() {
  let latest = { repair: "null", looks: knownLooks() };
  return (of: Repair | null) => {
    const repair = JSON.stringify(of);
    if (latest.repair !== repair) latest = { repair, looks: knownLooks() };
    return latest.looks;
  };
}

/** How it is done; `named` finds the question's claim. */
export function probeTask(
  additions: Additions,
  named: (question: ReturnType<typeof readQuestion>) => Promise<Question>,
): Task {
  const looksOf = latestLooks();
  return {
    async run(payload) {
      const asked = isJsonObject(payload) ? payload : {};
      const { cell, gaussians, fixed } = asked;
      const raise = RAISES.find((known) => known === asked.raise);
      if (!isCell(cell) || !raise || typeof gaussians !== "number" || !Array.isArray(fixed))
        throw new RangeError("a look that was asked for is none; it must have a question, a cell and a cost");
      const portable = readQuestion(asked.question);
      const question = await named(portable);
      const options = { additions, gaussians, fixed: fixed.map(String), known: looksOf(portable.repair ?? null) };
      return toTravel(await probe(question, { cell, raise }, options));
    },
    isResult: (x) => readProbe(x) !== null,
  };
}
