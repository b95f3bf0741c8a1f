import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawOneStep } from "./one-step.js";
import { reluFlip } from "./relu-flip.js";
import { drawReluRay } from "./relu-ray.js";
import { smallestFlip } from "./smallest-flip.js";

const streams = keyedStreams({ seed: "relu-flip", sampler: "relu-flip-test", parameters: {} });
const DRAWS = 12_000;
/** Two samples of one law are further apart with probability at most 1e-10. */
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);
const LIMIT = 6;

/** f, ‖∇f‖ and the smallest flip, or the limit where there is none. */
type Seen = readonly [value: number, norm: number, flip: number];

const STATISTICS: readonly ((seen: Seen) => number)[] = [
  ([, , flip]) => flip,
  // Rounding decides between flip and tangent where all is linear; what matters is how far they are apart.
  ([f, norm, flip]) => (norm > 0 ? Math.round(1e9 * (flip - Math.abs(f) / norm ** 2)) : 0),
  ([f, norm, flip]) => flip * norm - Math.abs(f),
  ([f, , flip]) => (f > 0 ? flip : -flip),
];

function samples(draw: (i: number) => Seen): Float64Array[] {
  const seen = Array.from({ length: DRAWS }, (_, i) => draw(i));
  return STATISTICS.map((statistic) => Float64Array.from(seen, statistic));
}

const dense = (d: number, k: number) =>
  samples((i) => {
    const draw = drawOneStep({ psi: relu, d, k }, streams(i));
    return [draw.value, draw.gradientNorm, smallestFlip(draw.ray(), { limit: LIMIT })?.upper ?? LIMIT];
  });

const fast = (d: number, k: number, reach?: number) =>
  samples((i) => {
    const draw = drawReluRay({ d, k }, streams(DRAWS + i), reach === undefined ? {} : { reach });
    return [draw.value, draw.gradientNorm, reluFlip(draw, LIMIT)?.upper ?? LIMIT];
  });

describe.each([
  [1, 1],
  [1, 5],
  [2, 1],
  [2, 2],
  [2, 8],
  [3, 3],
  [30, 12],
  [400, 60],
])("d = %d, k = %d", (d, k) => {
  const whole = dense(d, k);
  test.each([undefined, 3])("has the law of the smallest flip among all breakpoints, reach %s", (reach) => {
    for (const [i, sample] of fast(d, k, reach).entries())
      expect(distanceBetween(whole[i], sample), `statistic ${i}`).toBeLessThan(THRESHOLD);
  });

  // At d = 400 few neurons flip, and the tangent is near the truth.
  test.runIf(d < 100)("which |f|/‖∇f‖², where the tangent at x meets 0, has not", () => {
    const tangent = samples((i) => {
      const { value, gradientNorm } = drawReluRay({ d, k }, streams(DRAWS + i));
      return [value, gradientNorm, value === 0 ? LIMIT : Math.min(LIMIT, Math.abs(value) / gradientNorm ** 2)];
    });
    const found = tangent.map((sample, i) => distanceBetween(whole[i], sample));
    expect(Math.max(...found)).toBeGreaterThan(THRESHOLD);
  });
});
