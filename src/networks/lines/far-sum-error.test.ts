import { describe, expect, test } from "vitest";
import { type FarLaw, farSum } from "./far-sum.js";
import { farSumError } from "./far-sum-error.js";

/** E e^(itX), X a far variable (or its square) in units of its deviation from its mean, by Simpson's rule in W. */
function characteristic({ beyond, shift, squares }: FarLaw): (t: number) => readonly [number, number] {
  const { mean, variance } = farSum({ beyond, shift, squares });
  const [nodes, weights]: [number[], number[]] = [[], []];
  const steps = 6000;
  for (const side of [1, -1])
    for (let i = 0; i <= steps; i++) {
      const w = side * (beyond + (12 * i) / steps);
      const simpson = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      nodes.push(((squares ? w * w : w) - mean) / Math.sqrt(variance));
      weights.push(simpson * Math.exp(-0.5 * (w - shift) ** 2));
    }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (t) => {
    let [re, im] = [0, 0];
    for (const [i, x] of nodes.entries()) {
      re += weights[i] * Math.cos(t * x);
      im += weights[i] * Math.sin(t * x);
    }
    return [re / total, im / total];
  };
}

/** The shape by φ^n itself, on a grid that is not that of `farSum`. */
function shapeByQuadrature(law: FarLaw, n: number, xs: readonly number[]): number[] {
  const phi = characteristic(law);
  const [step, end] = [0.1, 11];
  const sums = xs.map(() => 0.5);
  for (let u = step; u < end; u += step) {
    const [re, im] = phi(u / Math.sqrt(n));
    const size = Math.exp(0.5 * n * Math.log(re * re + im * im));
    const angle = n * Math.atan2(im, re);
    for (const [i, x] of xs.entries()) sums[i] += size * Math.cos(angle - u * x);
  }
  return sums.map((sum) => Math.sqrt(2 / Math.PI) * step * sum);
}

const LAWS: readonly FarLaw[] = [
  { beyond: 0, shift: 0, squares: true },
  { beyond: 0.05, shift: 0, squares: true },
  { beyond: 1.5, shift: 0, squares: true },
  { beyond: 0.02, shift: 0.01, squares: false },
  { beyond: 0.4, shift: 0.2, squares: false },
  { beyond: 1.2, shift: -0.05, squares: false },
];

describe.each(LAWS)("squares $squares, beyond $beyond, shift $shift", (law) => {
  const sum = farSum(law);
  const xs = [-3, -0.7, 0, 1.1, 4];

  // Of fewer than 2^13 variables the error can be seen beside rounding, 1e-11 or so of a power of 2^13.
  test.each([2 ** 10, 2 ** 13])("no shape of a sum of %s is further off than is proved", (n) => {
    const { error, peak } = farSumError(law, sum, n);
    const shapes = shapeByQuadrature(law, n, xs);
    for (const [i, x] of xs.entries()) {
      expect(Math.abs(sum.shape(n, x) - shapes[i])).toBeLessThan(error + 1e-11);
      expect(shapes[i]).toBeLessThan(peak);
    }
  });

  test("is known to 1e-8 from where it is used on, and its peak is as low as is counted on", () => {
    for (const [n, most] of [
      [2 ** 13, 1e-8],
      [2 ** 16, 1e-11],
      [2 ** 20, 1e-11],
    ]) {
      const { error, peak } = farSumError(law, sum, n);
      expect(error).toBeLessThan(most);
      expect(peak).toBeLessThan(1 + 4 / n);
    }
  });
});

test("a bound that is true of fewer variables is not too wide to be of use", () => {
  const law = LAWS[0];
  const sum = farSum(law);
  const n = 2 ** 10;
  const [shape] = shapeByQuadrature(law, n, [1.1]);
  expect(farSumError(law, sum, n).error).toBeLessThan(1000 * Math.abs(sum.shape(n, 1.1) - shape));
});

test("nothing is said to be proved where there is no such variable", () => {
  const law = { beyond: 40, shift: 0, squares: false };
  expect(farSumError(law, farSum(law), 2 ** 13).error).not.toBeLessThan(1);
});
