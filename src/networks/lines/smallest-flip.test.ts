import { describe, expect, test } from "vitest";
import { abs } from "../../activations/abs.js";
import type { Activation } from "../../activations/activation.js";
import { catalogue } from "../../activations/catalogue.js";
import { defineActivation } from "../../activations/define-activation.js";
import { gelu } from "../../activations/gelu.js";
import { identity } from "../../activations/identity.js";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { sign } from "../../activations/sign.js";
import { sin } from "../../activations/sin.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import type { Flip } from "./flip.js";
import { drawOneStep } from "./one-step.js";
import { type Ray, roundingOn, valueAt, valueOn } from "./ray.js";
import { smallestFlip } from "./smallest-flip.js";
import { smallestFlipLinear } from "./smallest-flip-linear.js";
import { smallestFlipSmooth } from "./smallest-flip-smooth.js";
import { drawUniversalStep } from "./universal-step.js";

const streams = keyedStreams({ seed: "flip", sampler: "flip-test", parameters: {} });
const OPTIONS = { limit: 20, tolerance: 1e-9, evaluations: 5000 };

const ray = (activation: Activation, a: number[], u: number[], v: number[]): Ray => ({
  activation,
  a: Float64Array.from(a),
  u: Float64Array.from(u),
  v: Float64Array.from(v),
});

/** √k·g at |η| = t, turned so that it starts above 0. */
const height = (line: Ray) => {
  const start = Math.sign(valueAt(line));
  return (t: number) => start * valueOn(line, -start * t);
};

/** Rays that do and that do not flip, gradients and universal directions. */
const rays = (activation: Activation, count: number): Ray[] =>
  Array.from({ length: count }, (_, i) => {
    const [d, k] = [[1, 1, 2, 3, 50, 400][i % 6], [1, 2, 7, 40, 15][i % 5]];
    const setting = { psi: activation, d, k, coefficients: i % 2 ? "gaussian" : "rademacher" } as const;
    return (i % 3 ? drawOneStep : drawUniversalStep)(setting, streams(i)).ray();
  });

/** Whether an enclosure is as narrow as asked; a wider one is right only where f touches 0 to rounding. */
function isNarrow(line: Ray, { lower, upper }: Flip): boolean {
  const narrow = upper - lower <= 1.000001e-9;
  if (!narrow) expect(Math.abs(height(line)(lower))).toBeLessThan(1e-12);
  return narrow;
}

/** The kinks on the ray at all neurons, each followed by a look at every value there: O(k²). */
function scan(line: Ray, limit: number): number | null {
  const g = height(line);
  const start = Math.sign(valueAt(line));
  const kinks = line.activation.kinks.flatMap((kink) => [...line.u].map((t, i) => (kink - t) / (-start * line.v[i])));
  const ends = [0, ...kinks.filter((t) => t > 0 && t < limit).toSorted((s, t) => s - t), limit];
  for (let i = 1; i < ends.length; i++) {
    const [left, right] = [ends[i - 1], ends[i]];
    // Linear between: through two points inside, lest a jump at an end be met.
    const [p, q] = [0.25, 0.75].map((share) => left + share * (right - left));
    const slope = (g(q) - g(p)) / (q - p);
    const atEnd = g(p) + slope * (right - p);
    if (atEnd < -1e-13) return Math.max(left, p - g(p) / slope);
  }
  return null;
}

describe.each([relu, leakyRelu, abs, identity].map((psi) => [psi.id, psi] as const))("%s: exact", (_, activation) => {
  const lines = rays(activation, 300);

  test("is what a scan of all breakpoints finds, and flips come and do not come", () => {
    let found = 0;
    for (const line of lines) {
      const [fast, slow] = [smallestFlipLinear(line, 20), scan(line, 20)];
      expect(fast === null).toBe(slow === null);
      if (fast === null || slow === null) continue;
      found++;
      expect(Math.abs(fast - slow)).toBeLessThan(1e-10);
      // f is 0 there up to rounding.
      expect(Math.abs(valueOn(line, -Math.sign(valueAt(line)) * fast))).toBeLessThanOrEqual(roundingOn(line, fast));
    }
    expect(found).toBeGreaterThan(50);
    if (activation !== identity) expect(found).toBeLessThan(lines.length);
  });

  test("lies in the certified enclosure", () => {
    let narrow = 0;
    for (const line of lines.slice(0, 60)) {
      const [exact, certified] = [smallestFlipLinear(line, 5), smallestFlipSmooth(line, { ...OPTIONS, limit: 5 })];
      if (certified === null) {
        expect(exact).toBeNull();
        continue;
      }
      expect(certified.lower).toBeLessThanOrEqual((exact ?? 5) + 1e-12);
      if (certified.upper < Infinity) expect(certified.upper).toBeGreaterThanOrEqual((exact ?? Infinity) - 1e-12);
      narrow += isNarrow(line, certified) ? 1 : 0;
    }
    expect(narrow).toBeGreaterThan(15);
  });
});

test("an expression that is proved linear on either side of 0, or constant, flips exactly", () => {
  for (const [text, known] of [
    ["max(t, 0.01*t)", leakyRelu],
    ["(t + abs(t))/2", relu],
    ["sign(2*t)", sign],
  ] as const)
    for (const line of rays(known, 20)) {
      const flip = smallestFlip({ ...line, activation: resolveActivation(text) });
      expect(flip).toEqual(smallestFlip(line));
      expect(flip?.upper).toBe(flip?.lower);
    }
  const steep = rays(resolveActivation("max(t, 0.2*t)"), 30).map((line) => smallestFlip(line));
  expect(steep.every((flip) => flip === null || flip.lower === flip.upper)).toBe(true);
});

test("identity: |η| = |f|/‖∇f‖², at d = 10^15 too", () => {
  for (const d of [1, 30, 1e15]) {
    const draw = drawOneStep({ psi: identity, d, k: 50 }, streams(d));
    const eta = Math.abs(draw.value) / draw.gradientNorm ** 2;
    expect(smallestFlip(draw.ray(), { limit: 1e9 })?.lower).toBeCloseTo(eta, 11);
    const certified = smallestFlipSmooth(draw.ray(), { ...OPTIONS, limit: 1e9, tolerance: 1e-9 * eta });
    expect(certified?.lower).toBeLessThanOrEqual(eta * (1 + 1e-12));
    expect(certified?.upper).toBeGreaterThanOrEqual(eta * (1 - 1e-12));
  }
});

const smooth = catalogue.filter(({ lipschitz, kinks }) => lipschitz < Infinity && kinks.length === 0);
describe.each(smooth.map((psi) => [psi.id, psi] as const))("%s: certified", (_, activation) => {
  test("no sign but the first below, another at the upper end, by a dense grid", () => {
    let found = 0;
    for (const line of rays(activation, 40)) {
      const g = height(line);
      const flip = smallestFlipSmooth(line, { ...OPTIONS, limit: 5 });
      const end = flip === null ? 5 : flip.lower;
      for (let i = 0; i <= 500; i++) expect(g((end * i) / 500)).toBeGreaterThanOrEqual(-1e-13);
      if (flip === null || !isNarrow(line, flip)) continue;
      found++;
      expect(g(flip.upper)).toBeLessThan(0);
    }
    expect(found).toBeGreaterThan(10);
  });
});

describe("planted roots", () => {
  const cos = defineActivation({
    id: "cos",
    value: Math.cos,
    derivative: (t) => -Math.sin(t),
    supremum: 1,
    lipschitz: 1,
    smoothness: 1,
  });
  const roughCos = defineActivation({ id: "cos", value: Math.cos, derivative: (t) => -Math.sin(t), lipschitz: 1 });

  test.each([
    ["by second-order bounds", cos],
    ["by the Lipschitz constant alone", roughCos],
  ])("cos t has its first root at π/2, %s", (_, psi) => {
    for (const tolerance of [0.1, 1e-3, 1e-12]) {
      const flip = smallestFlip(ray(psi, [1], [0], [1]), { tolerance });
      expect(flip?.lower).toBeLessThanOrEqual(Math.PI / 2);
      expect(flip?.upper).toBeGreaterThanOrEqual(Math.PI / 2);
      expect((flip?.upper ?? 0) - (flip?.lower ?? 0)).toBeLessThanOrEqual(tolerance * (1 + 1e-3));
    }
  });

  /** cos t + c with c = cos(arc) from a neuron that does not move. */
  const raised = (psi: Activation, c: number) => ray(psi, [1, 1], [0, Math.acos(c)], [1, 0]);

  test("a dip of 1e-8 below 0, 1.4e-4 wide on either side, is not stepped over", () => {
    const flip = smallestFlip(raised(cos, 1 - 1e-8), { tolerance: 1e-6 });
    const root = Math.acos(1e-8 - 1);
    expect(flip?.lower).toBeLessThanOrEqual(root + 1e-9);
    expect(flip?.upper).toBeGreaterThan(root - 1e-9);
    expect(flip?.upper).toBeLessThan(Math.PI);
    // A grid of step 1/1000 sees nothing.
    const g = height(raised(cos, 1 - 1e-8));
    expect(Array.from({ length: 4000 }, (_, i) => g(i / 1000)).every((t) => t > 0)).toBe(true);
  });

  test("a near miss by 1e-8 is no flip, and a touch is never called one", () => {
    expect(smallestFlip(ray(cos, [1, 1 + 1e-8], [0, 0], [1, 0]))).toBeNull();
    const touch = smallestFlip(ray(cos, [1, 1], [0, 0], [1, 0]), { evaluations: 2000 });
    expect(touch?.lower).toBeLessThanOrEqual(Math.PI);
    expect(touch?.upper).toBe(Infinity);
  });

  test("too few evaluations leave a wider enclosure, still right", () => {
    const flip = smallestFlip(ray(roughCos, [1], [0], [1]), { evaluations: 3 });
    expect(flip?.lower).toBeLessThan(Math.PI / 2);
    expect(flip?.upper).toBeGreaterThan(Math.PI / 2);
  });

  test("several neurons at one breakpoint, a touch at a kink, a jump", () => {
    // 2 − 2t until both neurons die at 1, where f stays 0.
    const together = ray(relu, [1, 1], [1, 1], [1, 1]);
    expect(smallestFlipLinear(together, 20)).toBeNull();
    // |1 − t| touches 0 at 1 and rises again; less ½ it crosses at ½.
    expect(smallestFlipLinear(ray(abs, [1], [-1], [-1]), 20)).toBeNull();
    expect(smallestFlipLinear(ray(abs, [1, -0.5], [-1, 1], [-1, 0]), 20)).toBeCloseTo(0.5, 15);
    // 1 − ReLU(2t): the second neuron starts on its kink.
    expect(smallestFlipLinear(ray(relu, [1, -1], [1, 0], [0, -2]), 20)).toBeCloseTo(0.5, 15);
    expect(smallestFlipLinear(ray(sign, [1], [3], [1]), 20)).toBe(3);
  });

  test("a root beyond the limit is none; at a larger limit it is there", () => {
    const line = ray(identity, [1], [1], [0.05]);
    expect(smallestFlip(line, { limit: 19.99 })).toBeNull();
    expect(smallestFlip(line, { limit: 20.01 })?.upper).toBeCloseTo(20, 13);
    expect(smallestFlip(line, { limit: Infinity })?.upper).toBeCloseTo(20, 13);
    expect(smallestFlipSmooth(line, { ...OPTIONS, limit: 19.99 })).toBeNull();
    expect(smallestFlipSmooth(line, { ...OPTIONS, limit: 20.01 })?.upper).toBeCloseTo(20, 8);
  });

  test("steps between several kinks: a hard tanh against the scan", () => {
    const clip = defineActivation({
      id: "clip",
      value: (t) => Math.min(Math.max(t, -1), 1),
      derivative: (t) => (Math.abs(t) < 1 ? 1 : 0),
      lipschitz: 1,
      kinks: [-1, 1],
    });
    for (const line of rays(clip, 100)) {
      const [fast, slow] = [smallestFlipLinear(line, 20), scan(line, 20)];
      expect(fast === null).toBe(slow === null);
      expect(Math.abs((fast ?? 0) - (slow ?? 0))).toBeLessThan(1e-10);
    }
  });
});

describe("nothing to flip", () => {
  test.each([relu, tanh, softplus, gelu, sin].map((psi) => [psi.id, psi] as const))(
    "%s: dead layer, f = 0",
    (_, psi) => {
      expect(smallestFlip(ray(psi, [1, 1], [-1, -2], [0, 0]))).toBeNull();
      expect(smallestFlip(ray(psi, [1, -1], [2, 2], [1, -1]))).toBeNull();
    },
  );
});

test.each<[object, string]>([
  [{ limit: 0 }, "limit is 0; it must be positive"],
  [{ limit: Number.NaN }, "limit is NaN; it must be positive"],
  [{ tolerance: 0 }, "tolerance is 0; it must be positive and finite"],
  [{ evaluations: 0.5 }, "evaluations is 0.5; it must be an integer ≥ 1"],
])("%j is refused", (wrong, message) => {
  expect(() => smallestFlip(ray(tanh, [1], [1], [1]), wrong)).toThrow(new RangeError(message));
});

test("a ψ that is neither is refused", () => {
  const square = defineActivation({ id: "square", value: (t) => t * t, derivative: (t) => 2 * t });
  const line = ray(square, [1], [1], [1]);
  expect(() => smallestFlip(line)).toThrow(
    new RangeError("activation square has no known Lipschitz constant; a certified flip needs one"),
  );
  expect(() => smallestFlipLinear(line, 20)).toThrow(
    new RangeError("activation square is not linear between its kinks; it must be piecewise linear"),
  );
});
