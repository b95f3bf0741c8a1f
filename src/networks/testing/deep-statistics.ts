import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import type { Streams } from "../../chance/streams.js";
import { type Line, valuesOf } from "../line.js";

/**
 * Steps along the gradient at which the laws are compared. 5 and 5.5 are near each other: a law that gives each
 * point the right spread and a wrong covariance shows in their difference and hardly anywhere else. The large ones
 * leave the range where f is linear: what is drawn across b does not show at first order, since b is the gradient.
 */
export const ETAS = [-6, 5, 5.5, -0.5] as const;

/** What one draw shows: f(x), ‖∇f(x)‖ and f(x + η∇f(x)) for η in ETAS; or the first two alone. */
export type Shown = readonly [value: number, gradientNorm: number, ...after: number[]];

/** What a line shows. */
export function shownBy(line: Line): Shown {
  return [line.value, line.gradientNorm, ...valuesOf(line, ETAS)];
}

/** Joint statistics: marginals, what ties value and gradient, and differences between the η's. */
const STATISTICS: Readonly<Record<string, (shown: Shown) => number>> = {
  f: ([f]) => f,
  "‖∇f‖": ([, norm]) => norm,
  // Not |f| − ‖∇f‖, which is rounding for ReLU with d = 1.
  "|f| − ½‖∇f‖": ([f, norm]) => Math.abs(f) - norm / 2,
  "|f|‖∇f‖": ([f, norm]) => Math.abs(f) * norm,
  "f(η₁) − f": ([f, , first]) => first - f,
  "f(η₄) − f": ([f, , , , , fourth]) => fourth - f,
  "(f(η₄) − f)/‖∇f‖": ([f, norm, , , , fourth]) => (norm > 0 ? (fourth - f) / norm : 0),
  "f(η₂) − f(η₁)": ([, , first, second]) => second - first,
  "f(η₃) − f(η₂)": ([, , , second, third]) => third - second,
  "f(η₁)f(η₂)": ([, , first, second]) => first * second,
  "f(η₁) − 2f(η₄) + f(η₂)": ([, , first, second, , fourth]) => first - 2 * fourth + second,
  "f·(f(η₃) − f)": ([f, , , , third]) => f * (third - f),
  "f(η₄) + f·‖∇f‖": ([f, norm, , , , fourth]) => fourth + f * norm,
};

/** Samples of the statistics: one array a statistic. */
export type Sample = Readonly<Record<string, Float64Array>>;

/** `random` is the streams of one draw, which are asked for no name twice. */
export function sampleStatistics(draws: number, streams: Streams, draw: (random: Streams) => Shown): Sample {
  const bits = streams("all");
  const first = draw(() => bits);
  const names = Object.keys(STATISTICS).slice(0, first.length === 2 ? 4 : undefined);
  const sample = Object.fromEntries(names.map((name) => [name, new Float64Array(draws)]));
  for (let i = 0; i < draws; i++) {
    const seen = new Set<string>();
    const shown = draw((name) => {
      if (seen.has(name)) throw new Error(`${name} is asked for twice`);
      seen.add(name);
      return bits;
    });
    for (const name of names) sample[name][i] = STATISTICS[name](shown);
  }
  return sample;
}

/** Each distance between two samples of one law exceeds this with probability at most alpha. */
export function thresholdOf(draws: number, alpha: number): number {
  return 2 * dkwDistance(draws, alpha / 2);
}

/** Distances of the statistics that both samples have, the largest first. */
export function distances(first: Sample, second: Sample): (readonly [statistic: string, distance: number])[] {
  return Object.keys(first)
    .filter((name) => name in second)
    .map((name) => [name, distanceBetween(first[name], second[name])] as const)
    .toSorted(([, p], [, q]) => q - p);
}
