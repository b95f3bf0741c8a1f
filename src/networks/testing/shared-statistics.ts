import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import type { Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { drawSphereInput } from "../dense-input.js";
import { denseLine } from "../dense-line.js";
import { type Line, valuesOf } from "../line.js";
import type { NetworkSetting } from "../setting.js";

const ETAS = [-4, 3, 3.5] as const;

/** What one input shows: f, ‖∇f‖, f at the η's, and how far the first sign change on a coarse grid is. */
type Shown = readonly [value: number, norm: number, first: number, second: number, third: number, flip: number];

function shownBy(line: Line): Shown {
  const [first, second, third, ...outwards] = valuesOf(line, [
    ...ETAS,
    ...[1, 2, 4, 8, 16].map((t) => -Math.sign(line.value) * t),
  ]);
  const flipped = outwards.findIndex((value) => value * line.value < 0);
  return [line.value, line.gradientNorm, first, second, third, flipped];
}

/** Joint statistics of two inputs: products, differences, and joint flips. */
const STATISTICS: Readonly<Record<string, (x: Shown, y: Shown) => number>> = {
  "f(x)": ([f]) => f,
  "‖∇f(y)‖": (_, [, norm]) => norm,
  "f(x)f(y)": ([f], [g]) => f * g,
  "f(x) − f(y)": ([f], [g]) => f - g,
  "‖∇f(x)‖ − ‖∇f(y)‖": ([, m], [, n]) => m - n,
  "‖∇f(x)‖‖∇f(y)‖": ([, m], [, n]) => m * n,
  "f(x)·‖∇f(y)‖": ([f], [, n]) => Math.abs(f) * n,
  "f(x, η₁)f(y, η₁)": ([, , p], [, , q]) => p * q,
  "f(x, η₂)f(y, η₁)": ([, , , p], [, , q]) => p * q,
  "f(x, η₂) − f(y, η₂)": ([, , , p], [, , , q]) => p - q,
  "(f(x, η₂) − f(x))(f(y, η₂) − f(y))": ([f, , , p], [g, , , q]) => (p - f) * (q - g),
  "(f(x, η₃) − f(x, η₂))(f(y, η₃) − f(y, η₂))": ([, , , p, s], [, , , q, t]) => (s - p) * (t - q),
  "f(y)(f(x, η₁) − f(x))": ([f, , p], [g]) => g * (p - f),
  "joint flips": (x, y) => 8 * x[5] + y[5],
};

export type SharedSample = Readonly<Record<string, Float64Array>>;

/** Samples of the statistics; `random` is the streams of one draw. */
export function sharedSample(
  draws: number,
  streams: (draw: number) => Streams,
  draw: (random: Streams) => readonly Line[],
): SharedSample {
  const sample = Object.fromEntries(Object.keys(STATISTICS).map((name) => [name, new Float64Array(draws)]));
  for (let i = 0; i < draws; i++) {
    const shown = draw(streams(i)).map(shownBy);
    for (const [name, statistic] of Object.entries(STATISTICS))
      sample[name][i] = statistic(shown[0], shown[shown.length - 1]);
  }
  return sample;
}

/** The statistic in which two samples differ most, and by how much. */
export function widestApart(first: SharedSample, second: SharedSample): readonly [string, number] {
  return Object.keys(STATISTICS)
    .map((name) => [name, distanceBetween(first[name], second[name])] as const)
    .reduce((worst, one) => (one[1] > worst[1] ? one : worst));
}

/** Two samples of one law are further apart in some statistic with probability at most alpha. */
export function apartAtMost(draws: number, alpha: number): number {
  return 2 * dkwDistance(draws, alpha / 2 / Object.keys(STATISTICS).length);
}

/** Lines of dense networks at several independent inputs on the sphere. */
export function denseShared(setting: NetworkSetting, inputs: number, random: Streams): Line[] {
  const network = drawDenseNetwork(setting, random);
  return Array.from({ length: inputs }, (_, j) => {
    const own: Streams = (name) => random(`${name}${j}`);
    return denseLine(network, drawSphereInput(setting.d, undefined, own));
  });
}
