import { describe, expect, it, test } from "vitest";
import { gaussianExpectation } from "./gaussian-expectation.js";
import { gaussianMixture } from "./gaussian-mixture.js";
import { absolutePower, type Integrand, multiple, onItsWord, polynomial, power, product, sum } from "./integrand.js";
import { affineBounds } from "./majorants/affine-bounds.js";
import { densityBounds, scaledBounds } from "./majorants/taylor-bounds.js";
import { logNormalUpperTail } from "./normal-tail.js";
import { callTable } from "./testing/call-table.js";

const t = polynomial([0, 1]);
/** exp(−t²/(2s²)) for s = 1/a around b. */
function spike(a: number, b: number): Integrand {
  return {
    value: (x) => Math.exp(-0.5 * (a * (x - b)) ** 2),
    error: (x) => 1e-15 * (1 + (a * (x - b)) ** 2) * Math.exp(-0.5 * (a * (x - b)) ** 2),
    bounds: (low, high, order) => {
      const d = scaledBounds(densityBounds(a * (low - b), a * (high - b), order), 2.50662827463101);
      for (let j = 0, factor = 1; j <= order; j++, factor *= a) d[j] *= factor;
      return d;
    },
    kinks: [],
    far: { most: 1, degree: 0 },
    scale: 1,
  };
}

describe("integrands", () => {
  it("have proved expectations: polynomials of a normal variable", () => {
    const cases: [Integrand, number][] = [
      [power(t, 4), 3],
      [product(power(t, 2), power(t, 4)), 15],
      [sum(multiple(-2, power(t, 2)), polynomial([5])), 3],
      [polynomial([1, 2, 3, 4]), 4],
      [absolutePower(t, 3), 2 * Math.sqrt(2 / Math.PI)],
      [absolutePower(polynomial([-0.3, 1]), 1), 0.8335224842344198],
    ];
    for (const [f, truth] of cases) {
      const { value, error, proven } = gaussianExpectation(f);
      expect(proven).toBe(true);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(5e-14 * Math.max(1, truth));
    }
  });

  it.each([1, 1e3, 1e6, 1e9])("find a spike 1/%d wide anywhere: E = s·e^(−b²/(2(1 + s²)))/√(1 + s²)", (a) => {
    for (const b of [0, 0.75, -2.3456789, 7.1]) {
      const { value, error } = gaussianExpectation(spike(a, b));
      const s = 1 / a;
      const truth = (s * Math.exp((-b * b) / (2 * (1 + s * s)))) / Math.sqrt(1 + s * s);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 1e-15 * truth);
      expect(error).toBeLessThan((1e-13 + 1e-14 * a * Math.abs(b)) * truth);
    }
  });

  it("say what they cannot prove: a function of which nothing is known between its values", () => {
    expect(gaussianExpectation(Math.cos).proven).toBe(false);
    const nothing: Integrand = { ...t, bounds: () => [Infinity] };
    expect(gaussianExpectation(nothing).proven).toBe(false);
    expect(gaussianExpectation({ ...t, bounds: null }).proven).toBe(false);
  });

  it("own up to what a bounded function without smoothness leaves", () => {
    // |f| ≤ 1 and no more, in whatever interval.
    const f: Integrand = { ...t, value: Math.sign, error: () => 0, bounds: () => [1] };
    const { error, proven } = gaussianExpectation({ ...f, far: { most: 1, degree: 0 } });
    expect(proven).toBe(true);
    expect(error).toBeGreaterThanOrEqual(1);
  });

  it("take the growth beyond the last panel into account", () => {
    expect(gaussianExpectation({ ...t, far: { most: Infinity, degree: 0 } }).proven).toBe(false);
    expect(affineBounds(0, 1)(1, 2, 3)).toHaveLength(4);
  });
});

test("gaussianMixture encloses E Φ(aZ + b) = Φ(b/√(1 + a²)), down to e^−500", () => {
  for (const [a, b] of [
    [1, 0.5],
    [0.3, -3],
    [2, -12],
    [0.5, -35],
  ]) {
    const log = (z: number) => logNormalUpperTail(-(a * z + b));
    const found = gaussianMixture((low, high) => ({
      logLower: low === -Infinity ? -Infinity : log(low),
      logUpper: high === Infinity ? 0 : log(high),
    }));
    const truth = logNormalUpperTail(-b / Math.sqrt(1 + a * a));
    expect(found.logLower).toBeLessThanOrEqual(truth);
    expect(found.logUpper).toBeGreaterThanOrEqual(truth);
    expect(found.logUpper - found.logLower).toBeLessThan(0.02);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("values, errors and majorants of what is made of integrands, to the last bit", () => {
  const p = polynomial([1, -2, 0.5]);
  const none = onItsWord(Math.cos, [0.5], 0.1);
  const off: Integrand = {
    ...p,
    error: (x) => 1e-3 * Math.abs(x),
    kinks: [1, -1],
    scale: 0.5,
    far: { most: 7, degree: 3 },
  };
  const made: Readonly<Record<string, Integrand>> = {
    p,
    constant: polynomial([3]),
    nothing: polynomial([]),
    none,
    product: product(p, off),
    "with none": product(off, none),
    sum: sum(off, t),
    "sum with none": sum(none, t),
    multiple: multiple(-3, off),
    "multiple of none": multiple(2, none),
    square: power(off, 2),
    cube: power(off, 3),
    "|cube|": absolutePower(off, 3),
    "|square|": absolutePower(off, 2),
    "|none|": absolutePower(none, 1),
  };
  const at = (name: string) => {
    const { value, error, bounds, ...rest } = made[name];
    const points = [-2, -0.3, 0, 0.7, 40].map((x) => [value(x), error(x)]);
    const majorants = [
      [-1, 2],
      [0.3, 0.4],
      [-3, -2.9],
      [0.55, 0.62],
    ].map(([low, high]) => bounds?.(low, high, 5) ?? null);
    return [points, majorants, rest];
  };
  expect(
    callTable(
      at,
      Object.keys(made).map((name) => [name]),
    ),
  ).toMatchSnapshot();
});
