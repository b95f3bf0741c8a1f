import { type Json, shownValue, type Task } from "lemmacheck";
import { countPairs, countSamples, type PairCounts, type SampleCounts } from "./figure-counts.js";
import type { FigureJob } from "./figure-jobs.js";
import { isFigurePoint } from "./figure-point.js";

type Payload = FigureJob["payload"];

const isCount = (x: unknown): x is number => typeof x === "number" && Number.isSafeInteger(x) && x >= 0;
const entriesOf = (x: Json) => (typeof x === "object" && x !== null ? new Map<string, Json>(Object.entries(x)) : null);

function isPayload(x: Json): x is Json & Payload {
  const entries = entriesOf(x);
  if (!entries) return false;
  const [from, to, of] = ["from", "to", "of"].map((name) => entries.get(name));
  return (
    isFigurePoint(entries.get("point")) &&
    typeof entries.get("seed") === "string" &&
    (of === "samples" || of === "pairs") &&
    isCount(from) &&
    isCount(to) &&
    from < to
  );
}

const NUMBERS = {
  samples: ["eta", "etaSquared", "milliseconds"],
  pairs: ["milliseconds"],
} as const;
const COUNTS = {
  samples: ["samples", "switched", "unresolved"],
  pairs: ["pairs", "one", "both", "unresolved"],
} as const;

/** Whether x is what a range of that many draws comes to. */
function isCounts(x: Json, of: Payload["of"], draws: number): boolean {
  const entries = entriesOf(x);
  if (!entries) return false;
  const isSum = (y: Json | undefined) => typeof y === "number" && Number.isFinite(y) && y >= 0;
  const orNull = of === "samples" ? ["norm", "normSquared"] : [];
  return (
    entries.get(of) === draws &&
    COUNTS[of].every((name) => isCount(entries.get(name))) &&
    NUMBERS[of].every((name) => isSum(entries.get(name))) &&
    orNull.every((name) => entries.get(name) === null || isSum(entries.get(name)))
  );
}

export const isSampleCounts = (x: Json | undefined, draws: number): x is Json & SampleCounts =>
  x !== undefined && isCounts(x, "samples", draws);
export const isPairCounts = (x: Json | undefined, draws: number): x is Json & PairCounts =>
  x !== undefined && isCounts(x, "pairs", draws);

/** A range of draws of a point. */
export const figureTask: Task = {
  run(payload, { additions, notify }) {
    if (!isPayload(payload))
      throw new RangeError(`a job is ${shownValue(payload)}; it must be a range of draws of a point of a figure`);
    const total = payload.to - payload.from;
    const progress = (done: number) => notify(done, total);
    const counts = payload.of === "samples" ? countSamples : countPairs;
    return { ...counts(payload, additions, progress) };
  },
  isResult: (x, payload) => isPayload(payload) && isCounts(x, payload.of, payload.to - payload.from),
};
