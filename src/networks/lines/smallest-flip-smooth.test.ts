import { describe, expect, test } from "vitest";
import { abs } from "../../activations/abs.js";
import type { Activation } from "../../activations/activation.js";
import { identity } from "../../activations/identity.js";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { sign } from "../../activations/sign.js";
import { sin } from "../../activations/sin.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { lineOnRay } from "./line-on-ray.js";
import { linearPieces } from "./linear-pieces.js";
import { onRay, type Ray, roundingOn, slopeOn, valueAt, valueOn } from "./ray.js";
import { smallestFlip } from "./smallest-flip.js";
import { smallestFlipLinear } from "./smallest-flip-linear.js";
import { smallestFlipSmooth } from "./smallest-flip-smooth.js";

/** Rays of all lengths with entries that are no round numbers. */
const ray = (activation: Activation, k: number, n: number, gaussian = false): Ray => {
  const vector = (f: (i: number) => number) => Float64Array.from({ length: k }, (_, i) => f(i));
  return {
    activation,
    a: vector((i) => (gaussian ? 1.3 * Math.sin(n + 7 * i) : Math.sign(Math.sin(n + 7 * i)))),
    u: vector((i) => 1.5 * Math.cos(2 * n + 5 * i)),
    v: vector((i) => 0.6 * Math.sin(3 * n + 11 * i)),
  };
};
const planted = (activation: Activation, a: number[], u: number[], v: number[]): Ray => ({
  activation,
  a: Float64Array.from(a),
  u: Float64Array.from(u),
  v: Float64Array.from(v),
});

// Pinned to the last bit: an error bound that changes must be seen.
test("values, slopes and roundings on rays, to the last bit; plain sums are as far off as is said at most", () => {
  const rows: string[] = [];
  for (const psi of [tanh, relu, softplus])
    for (const k of [1, 2, 9]) {
      const one = ray(psi, k, k, true);
      const { a, u, v } = one;
      for (const eta of [0, 0.7, -30]) {
        const [value, slope, rounding] = [valueOn(one, eta), slopeOn(one, eta), roundingOn(one, eta)];
        rows.push(`${psi.id} ${k} ${eta}: ${exactly([value, slope, rounding])}`);
        const plain = a.reduce((sum, t, i) => sum + t * psi.value(u[i] + eta * v[i]), 0) / Math.sqrt(k);
        expect(Math.abs(value - plain)).toBeLessThanOrEqual(rounding);
        expect(rounding).toBeLessThan(1e-11);
        if (eta === 0) expect(valueAt(one)).toBe(value);
      }
    }
  expect(rows).toMatchSnapshot();
});

describe("the certified walk", () => {
  const OPTIONS = { limit: 20, tolerance: 1e-9, evaluations: 1000 };

  test("flips, to the last bit, with few evaluations and many, near and far", () => {
    const rows: string[] = [];
    for (const psi of [tanh, sin, softplus, leakyRelu])
      for (let n = 0; n < 8; n++)
        for (const changes of [
          {},
          { evaluations: 1 },
          { evaluations: 3, tolerance: 0.01 },
          { limit: 0.5 },
          { tolerance: 1e-3 },
        ]) {
          const one = ray(psi, [1, 2, 5, 30][n % 4], n, n % 2 === 0);
          const options = { ...OPTIONS, ...changes };
          const found = smallestFlipSmooth(one, options);
          rows.push(`${psi.id} ${n} ${JSON.stringify(changes)}: ${found === null ? "none" : exactly({ ...found })}`);
          const start = Math.sign(valueAt(one));
          const g = (t: number) => start * valueOn(one, -start * t);
          // Nothing below the lower end flips, the upper end does.
          const end = found === null ? options.limit : found.lower;
          for (let j = 0; j < 10; j++) expect(g((end * j) / 10)).toBeGreaterThan(-1e-14);
          if (found !== null && found.upper < Infinity) {
            expect(g(found.upper)).toBeLessThan(0);
            expect(found.upper).toBeLessThanOrEqual(options.limit);
          }
        }
    expect(rows).toMatchSnapshot();
  });

  test("a double root is not told from none, and a line that stays away is sure to stay", () => {
    // sin(u − t) + 1 touches 0; tanh(2 − t) with another at 2 crosses nothing.
    const touching = planted(sin, [1, 1], [0, Math.PI / 2], [1, 0]);
    const found = smallestFlipSmooth(touching, OPTIONS)!;
    expect(found.upper).toBe(Infinity);
    expect(found.lower).toBeCloseTo(Math.PI / 2, 6);
    expect(found.lower).toBeLessThan(Math.PI / 2);
    expect(exactly({ ...found })).toMatchSnapshot();
    const away = planted(tanh, [1, 1.1], [0, 9], [1, 0]);
    expect(smallestFlipSmooth(away, OPTIONS)).toBeNull();
    expect(smallestFlipSmooth(planted(tanh, [1, -1], [1, 1], [1, 2]), OPTIONS)).toBeNull();
    expect(smallestFlipSmooth(planted(tanh, [1], [1], [0]), OPTIONS)).toBeNull();
  });

  test("a flip at the limit is none", () => {
    const line = planted(identity, [1], [1], [1]);
    expect(smallestFlipSmooth(line, { ...OPTIONS, limit: 0.999 })).toBeNull();
    const found = smallestFlipSmooth(line, { ...OPTIONS, limit: 1.1 })!;
    expect([found.lower <= 1, found.upper >= 1]).toEqual([true, true]);
    expect(exactly({ ...found })).toMatchSnapshot();
    expect(smallestFlipSmooth(line, { limit: 5, tolerance: 2, evaluations: 1 })).toMatchSnapshot();
  });

  test("a ψ that is not Lipschitz is refused by name", () => {
    expect(() => smallestFlipSmooth({ ...ray(tanh, 1, 1), activation: sign }, OPTIONS)).toThrow(
      new RangeError("activation sign has no known Lipschitz constant; a certified flip needs one"),
    );
  });
});

describe("the walk from kink to kink", () => {
  test("flips, to the last bit", () => {
    const rows: string[] = [];
    for (const psi of [relu, abs, leakyRelu, sign, identity])
      for (let n = 0; n < 12; n++) {
        const one = ray(psi, [1, 2, 5, 30][n % 4], n, n % 3 === 0);
        const found = [0.3, 20, 1e9].map((limit) => smallestFlipLinear(one, limit));
        rows.push(`${psi.id} ${n}: ${found.join(" ")}`);
        const start = Math.sign(valueAt(one));
        for (const flip of found.filter((t) => t !== null)) {
          expect(start * valueOn(one, -start * flip * (1 + 1e-9))).toBeLessThan(1e-12);
          for (let j = 0; j < 10; j++) expect(start * valueOn(one, (-start * flip * j) / 10)).toBeGreaterThan(-1e-12);
        }
      }
    expect(rows).toMatchSnapshot();
  });

  test("closed forms: a line, a corner, a jump, one that dies, and one that turns back", () => {
    const found = (activation: Activation, a: number[], u: number[], v: number[], limit = 20) =>
      smallestFlipLinear(planted(activation, a, u, v), limit);
    expect(found(identity, [1], [3], [2])).toBe(1.5);
    expect(found(identity, [1], [3], [2], 1.5)).toBeNull();
    expect(found(identity, [-1], [3], [2])).toBeNull();
    expect(found(identity, [-1], [3], [-2])).toBe(1.5);
    expect(found(relu, [1], [3], [2])).toBeNull();
    expect(found(relu, [1, -1], [1, -1], [1, -1])).toBe(1);
    expect(found(relu, [2, -1], [1, -1], [1, -2])).toBe(0.75);
    expect(found(sign, [1], [3], [2])).toBe(1.5);
    expect(found(sign, [1, 1], [3, 4], [2, 1])).toBe(4);
    expect(found(sign, [1], [3], [2], 1.5)).toBeNull();
    expect(found(abs, [1, -1], [3, 1], [1, 0])).toBe(2);
    expect(found(relu, [1, -1], [1, 1], [1, 2])).toBeNull();
    expect(found(leakyRelu, [1], [1], [4])).toBe(0.25);
  });

  test("the pieces of a ψ that is linear between its kinks; another one is refused by name", () => {
    expect(linearPieces(relu)).toEqual({ kinks: [0], slopes: [0, 1], intercepts: [0, 0] });
    expect(linearPieces(identity)).toEqual({ kinks: [], slopes: [1], intercepts: [0] });
    expect(linearPieces(sign)).toEqual({ kinks: [0], slopes: [0, 0], intercepts: [-1, 1] });
    const ramp = {
      ...relu,
      id: "ramp",
      kinks: [-1, 2],
      value: (t: number) => Math.max(-1, Math.min(2, t)),
      derivative: (t: number) => (t > -1 && t < 2 ? 1 : 0),
    };
    expect(linearPieces(ramp)).toEqual({ kinks: [-1, 2], slopes: [0, 1, 0], intercepts: [-1, 0, 2] });
    for (const kinks of [[], [0], [-1, 2]])
      expect(() => linearPieces({ ...tanh, kinks })).toThrow(
        new RangeError("activation tanh is not linear between its kinks; it must be piecewise linear"),
      );
    // Bent on one side alone, left or right of the middle of a piece.
    for (const bend of [(t: number) => Math.max(t, 1.5), (t: number) => Math.min(t, -0.5)])
      expect(() => linearPieces({ ...identity, value: (t) => t + bend(t) ** 2 })).toThrow("is not linear");
  });
});

test("options of a smallest flip are 20, 1e-9 and 100 000 unless given, and checked", () => {
  const one = ray(tanh, 5, 2);
  expect(smallestFlip(one)).toEqual(smallestFlipSmooth(one, { limit: 20, tolerance: 1e-9, evaluations: 100_000 }));
  const line = planted(relu, [1, -1], [1, -1], [1, -1]);
  expect(smallestFlip(line)).toEqual({ lower: 1, upper: 1 });
  expect(smallestFlip(line, { limit: 1 })).toBeNull();
  const far = planted(identity, [1], [19.9], [1]);
  expect(smallestFlip(far)).toEqual({ lower: 19.9, upper: 19.9 });
  expect(smallestFlip({ ...far, u: Float64Array.of(20) })).toBeNull();
  for (const limit of [0, -1, Number.NaN])
    expect(() => smallestFlip(one, { limit })).toThrow(new RangeError(`limit is ${limit}; it must be positive`));
  for (const tolerance of [0, Infinity, Number.NaN])
    expect(() => smallestFlip(one, { tolerance })).toThrow(
      new RangeError(`tolerance is ${tolerance}; it must be positive and finite`),
    );
  for (const evaluations of [0, 1.5, Infinity])
    expect(() => smallestFlip(one, { evaluations })).toThrow(
      new RangeError(`evaluations is ${evaluations}; it must be an integer ≥ 1`),
    );
  expect(smallestFlip(one, { limit: Infinity, evaluations: 1 })).not.toBeUndefined();
});

test("a line on a ray: exact flips where ψ is piecewise linear, sampled ones by the step's norm elsewhere", () => {
  const rows: string[] = [];
  for (const psi of [tanh, relu]) {
    const one = ray(psi, 6, 4);
    const profile = onRay(
      () => one,
      () => one.v,
    );
    const line = lineOnRay(profile, () => 2);
    const other = lineOnRay(
      profile,
      () => 2,
      () => 0.1,
    );
    rows.push(exactly([line.value, line.gradientNorm, ...line.slopes([0, 1]), line.at([1])[0].rounding]));
    for (const options of [undefined, { limit: 0.2 }, { limit: 50, tolerance: 0.1 }])
      rows.push(exactly({ ...line.smallestFlip(options) }), exactly({ ...other.smallestFlip(options) }));
    expect(line.ray()).toEqual(one);
    expect(() => line.at([Infinity])).toThrow(new RangeError("eta is Infinity; it must be finite"));
    expect(() => line.slopes([0, Number.NaN])).toThrow(new RangeError("eta is NaN; it must be finite"));
  }
  expect(rows).toMatchSnapshot();
});
