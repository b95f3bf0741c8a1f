import type { Additions } from "lemmacheck";
import { keyedStreams } from "lemmacheck/statistics";
import { type FigurePoint, settingOf } from "./figure-point.js";
import { drawSwitching, drawSwitchingPair } from "./switching.js";

/** What a range of single-input samples comes to. Those of ranges side by side add up. */
export interface SampleCounts {
  readonly samples: number;
  /** Samples whose sign is switched. */
  readonly switched: number;
  /** Samples that are not, where a flip may have been passed over. */
  readonly unresolved: number;
  /** Sums over the switched samples of the smallest |η| and of its square. */
  readonly eta: number;
  readonly etaSquared: number;
  /** Sums over all samples of ‖∇f(x)‖ and of its square; null where one is not finite. */
  readonly norm: number | null;
  readonly normSquared: number | null;
  readonly milliseconds: number;
}

/** What a range of pairs of inputs, each pair of a network of its own, comes to. */
export interface PairCounts {
  readonly pairs: number;
  /** Pairs of which one input alone is switched. */
  readonly one: number;
  /** Pairs of which both are. */
  readonly both: number;
  /** Inputs that are not, where a flip may have been passed over. */
  readonly unresolved: number;
  readonly milliseconds: number;
}

/** Draws from ≤ i < to of a point. */
export interface DrawRange {
  readonly point: FigurePoint;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

const finite = (x: number) => (Number.isFinite(x) ? x : null);
const streamsOf = ({ point, seed }: DrawRange, sampler: string) =>
  keyedStreams({ seed, sampler, parameters: { ...point } });

/** Samples of a range: sample i is the same whatever the range. */
export function countSamples(range: DrawRange, additions: Additions, progress?: (done: number) => void): SampleCounts {
  const { point, from, to } = range;
  const started = performance.now();
  const setting = settingOf(point, additions);
  const streams = streamsOf(range, "figure");
  let [switched, unresolved, eta, etaSquared, norm, normSquared] = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const sample = drawSwitching(setting, streams(i));
    norm += sample.gradientNorm;
    normSquared += sample.gradientNorm ** 2;
    if (sample.unresolved) unresolved++;
    if (sample.eta !== null) {
      switched++;
      eta += sample.eta;
      etaSquared += sample.eta ** 2;
    }
    progress?.(i + 1 - from);
  }
  return {
    samples: to - from,
    switched,
    unresolved,
    eta,
    etaSquared,
    norm: finite(norm),
    normSquared: finite(normSquared),
    milliseconds: performance.now() - started,
  };
}

/** Pairs of a range: pair i is the same whatever the range. */
export function countPairs(range: DrawRange, additions: Additions, progress?: (done: number) => void): PairCounts {
  const { point, from, to } = range;
  const started = performance.now();
  const setting = settingOf(point, additions);
  const streams = streamsOf(range, "figure-pair");
  let [one, both, unresolved] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const pair = drawSwitchingPair(setting, streams(i));
    const switched = pair.filter(({ eta }) => eta !== null).length;
    if (switched === 1) one++;
    if (switched === 2) both++;
    unresolved += pair.filter((input) => input.unresolved).length;
    progress?.(i + 1 - from);
  }
  return { pairs: to - from, one, both, unresolved, milliseconds: performance.now() - started };
}
