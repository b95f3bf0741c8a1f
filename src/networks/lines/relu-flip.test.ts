import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawOneStep } from "./one-step.js";
import { reluFlip } from "./relu-flip.js";
import { drawReluRay } from "./relu-ray.js";
import { sampledFlip } from "./sampled-flip.js";
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

test("values on either side have either sign, and the sampled flip agrees", () => {
  let found = 0;
  for (let i = 0; i < 200; i++) {
    const [d, k] = [[5, 40, 3000, 1e6][i % 4], [3, 50, 2000, 30_000][(i >> 2) % 4]];
    const draw = drawReluRay({ d, k }, streams(i));
    const { value } = draw;
    const flip = reluFlip(draw);
    const sampled = sampledFlip(draw, { gap: 0.5 });
    if (flip === null || sampled === null) {
      // Seen point by point, a flip there and back may be missed, and no other.
      if (flip === null) expect(sampled).toBeNull();
      continue;
    }
    found++;
    const g = (t: number) => Math.sign(value) * draw.at([-Math.sign(value) * t])[0].value;
    // 0 where the network has died, and an inactive neuron turns it.
    expect(g(flip.lower * (1 - 1e-7))).toBeGreaterThanOrEqual(0);
    expect(g(flip.upper * (1 + 1e-7))).toBeLessThan(0);
    expect(sampled.upper).toBeGreaterThan(flip.lower * (1 - 1e-9));
    if (sampled.upper < flip.upper + 0.5) expect(Math.abs(sampled.lower / flip.upper - 1)).toBeLessThan(2e-6);
  }
  expect(found).toBeGreaterThan(150);
});

test("limits are kept: a flip beyond is none, and a further limit finds it", () => {
  for (let i = 0; i < 50; i++) {
    const draw = () => drawReluRay({ d: 1000, k: 300 }, streams(i));
    const flip = reluFlip(draw(), 1e6);
    if (flip === null) continue;
    expect(reluFlip(draw(), flip.upper * (1 - 1e-9))).toBeNull();
    expect(reluFlip(draw(), flip.upper * (1 + 1e-9))?.upper).toBeCloseTo(flip.upper, 12);
  }
});

test("what is no limit, and deeper networks, are refused", () => {
  const draw = drawReluRay({ d: 10, k: 10 }, streams(0));
  expect(() => reluFlip(draw, 0)).toThrow(new RangeError("limit is 0; it must be positive"));
  expect(() => reluFlip(drawReluRay({ d: 10, k: 10, depth: 2 }, streams(3)))).toThrow(
    new RangeError("depth is 2; it must be 1"),
  );
});
