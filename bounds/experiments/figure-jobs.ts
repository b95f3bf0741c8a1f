import { secondsOfPair, secondsOfSample } from "./figure-costs.js";
import { type FigurePoint, labelOf } from "./figure-point.js";

/** A point, and how much is to be drawn of it. */
export interface FigurePlan {
  readonly point: FigurePoint;
  readonly networks: number;
  readonly inputs: number;
  /** Pairs of inputs of one network; as many as `pairsOf` says unless given. */
  readonly pairs?: number;
}

/** A range of draws of a point: single inputs, or pairs of inputs of one network. */
export interface FigureJob {
  readonly key: string;
  readonly payload: {
    readonly point: FigurePoint;
    readonly seed: string;
    readonly of: "samples" | "pairs";
    readonly from: number;
    readonly to: number;
  };
  readonly seconds: number;
}

/** Seconds that a job takes, about. */
const JOB = 4;
/** Seconds that the pairs of a point may take in all, but for the least number of them. */
const PAIR_SECONDS = 20;
const [LEAST_PAIRS, MOST_PAIRS] = [24, 20_000];

/** As many pairs as there are samples to four, fewer where they are slow; none where a network has one input. */
function pairsOf({ point, networks, inputs, pairs }: FigurePlan): number {
  if (inputs === 1 || pairs !== undefined) return pairs ?? 0;
  const affordable = Math.max(LEAST_PAIRS, Math.floor(PAIR_SECONDS / secondsOfPair(point)));
  return Math.min(MOST_PAIRS, affordable, Math.max(LEAST_PAIRS, Math.ceil((networks * inputs) / 4)));
}

/** Draws of a job. */
const sizeOf = (seconds: number) => Math.max(1, Math.floor(JOB / seconds));

/** Ranges of `count` draws, the first of them a tenth as long, so that something is known of every point soon. */
function rangesOf(count: number, seconds: number): (readonly [from: number, to: number])[] {
  const size = sizeOf(seconds);
  const ranges: (readonly [number, number])[] = [];
  for (let from = 0; from < count; ) {
    const to = Math.min(count, from + (from === 0 && count > size ? Math.ceil(size / 10) : size));
    ranges.push([from, to]);
    from = to;
  }
  return ranges;
}

/** A list of more would not fit in memory, and be months of work. */
const MOST_JOBS = 500_000;

/**
 * @param options what they follow from, as a message names it.
 * @throws RangeError if the plans make more jobs than can be listed.
 */
export function checkJobs(plans: readonly FigurePlan[], options: string): void {
  const jobs = plans.reduce(
    (sum, { point, networks, inputs }) => sum + Math.ceil((networks * inputs) / sizeOf(secondsOfSample(point))),
    0,
  );
  if (jobs > MOST_JOBS) throw new RangeError(`${options} make about ${jobs} jobs; they must make at most ${MOST_JOBS}`);
}

/**
 * The jobs of some points: first a range of each point, quick ones before slow ones, then one of its pairs, then another of
 * each that has one left, so that the whole grid is there early, if coarsely.
 */
export function jobsOf(plans: readonly FigurePlan[], seed: string): readonly FigureJob[] {
  const rounds: FigureJob[][] = [];
  for (const plan of plans) {
    const { point, networks, inputs } = plan;
    for (const [of, count, seconds] of [
      ["samples", networks * inputs, secondsOfSample(point)],
      ["pairs", pairsOf(plan), secondsOfPair(point)],
    ] as const)
      for (const [round, [from, to]] of rangesOf(count, seconds).entries()) {
        const key = `${labelOf(point)} ${of} ${from}-${to}`;
        const turn = 2 * round + (of === "pairs" ? 1 : 0);
        rounds[turn] = rounds[turn] ?? [];
        rounds[turn].push({ key, payload: { point, seed, of, from, to }, seconds: seconds * (to - from) });
      }
  }
  return rounds.flatMap((round) => round.toSorted((a, b) => a.seconds - b.seconds));
}
