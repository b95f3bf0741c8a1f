import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";

const ALPHA = 1e-10;
const DRAWS = 20_000;
const [d, k] = [3, 4];

/**
 * Limits that leave out the mean of independent variables in [0, range] with probability at most ALPHA: the empirical
 * Bernstein inequality of Maurer and Pontil (2009, Theorem 4), mean ± √(2V·log(2/δ)/n) ± 7·range·log(2/δ)/(3(n−1))
 * with V the sample variance and δ = ALPHA/2 a side.
 */
function limits(found: Float64Array, range: number): readonly [number, number] {
  const n = found.length;
  const mean = found.reduce((sum, t) => sum + t, 0) / n;
  const variance = found.reduce((sum, t) => sum + (t - mean) ** 2, 0) / (n - 1);
  const log = Math.log(4 / ALPHA);
  const margin = Math.sqrt((2 * variance * log) / n) + (7 * range * log) / (3 * (n - 1));
  return [mean - margin, mean + margin];
}

type Draw = (network: DenseNetwork, x: Float64Array) => number;

function sample(statistic: Draw, change: (weight: number) => number = (weight) => weight): Float64Array {
  const streams = keyedStreams({ seed: "moments", sampler: "dense-test", parameters: { d, k } });
  return Float64Array.from({ length: DRAWS }, (_, index) => {
    const random = streams(index);
    const network = drawDenseNetwork({ psi: tanh, d, k }, random);
    for (const matrix of network.weights) matrix.set(matrix.map(change));
    return statistic(network, drawSphereInput(d, undefined, random));
  });
}

const contains = ([lower, upper]: readonly [number, number], mean: number, clipped = 0) =>
  lower <= mean && mean - clipped <= upper;

/** Weights of variance 1/d² in place of 1/d. */
const squaredVariance = (weight: number) => weight / Math.sqrt(d);

describe("E f(x)² = E ψ(X)² at ‖x‖ = √d", () => {
  const square: Draw = (network, x) => value(network, x) ** 2;
  const expected = tanh.gaussian.secondMoment.value;

  test("holds for tanh, with |f| ≤ √k", () => {
    expect(contains(limits(sample(square), k), expected)).toBe(true);
  });

  test("fails without 1/√k, and with weights of variance 1/d²", () => {
    const unscaled = sample((network, x) => k * square(network, x));
    expect(contains(limits(unscaled, k * k), expected)).toBe(false);
    expect(contains(limits(sample(square, squaredVariance), k), expected)).toBe(false);
  });
});

/**
 * With u = w·x ~ N(0, 1) and ‖w‖² = (u² + χ²_{d−1})/d, E‖∇f‖² = E‖w‖²ψ'(u)² = (E u²ψ'(u)² + (d−1)·E ψ'(u)²)/d. The
 * paper's E ψ'(X)² is the limit d → ∞, and exact where E X²ψ'(X)² = E ψ'(X)².
 */
describe("E‖∇f(x)‖² = ((d−1)·E ψ'(X)² + E X²ψ'(X)²)/d at ‖x‖ = √d", () => {
  const printed = tanh.gaussian.derivativeSecondMoment.value;
  const weighted = gaussianExpectation((t) => (t * tanh.derivative(t)) ** 2).value;
  const expected = ((d - 1) * printed + weighted) / d;
  // ‖∇f‖² = (u·s)²/d + ‖s‖²χ²_2/d. As |tψ'(t)| < 0.45 and ‖s‖ ≤ 1, the first term is below 0.45²·k/d and the second
  // is at most χ²_2/3, so E(‖∇f‖² − RANGE)₊ ≤ E(χ²_2/3 − 8)₊ = ⅔e^(−12).
  const range = (0.45 ** 2 * k) / d + 8;
  const clipped = (2 / 3) * Math.exp(-12);
  const square: Draw = (network, x) => gradient(network, x).reduce((sum, t) => sum + t * t, 0);
  const clip = (found: Float64Array) => found.map((t) => Math.min(t, range));

  test("holds for tanh, of which ψ'(X)² alone is refuted", () => {
    const interval = limits(clip(sample(square)), range);
    expect(contains(interval, expected, clipped)).toBe(true);
    expect(contains(interval, printed, clipped)).toBe(false);
  });

  test("fails without 1/√k, and with weights of variance 1/d²", () => {
    const unscaled = sample((network, x) => k * square(network, x));
    expect(contains(limits(clip(unscaled), range), expected, clipped)).toBe(false);
    expect(contains(limits(clip(sample(square, squaredVariance)), range), expected, clipped)).toBe(false);
  });

  test("for ReLU the printed E ψ'(X)² = ½ is exact at every d", () => {
    const { value: moment, error } = gaussianExpectation((t) => (t * relu.derivative(t)) ** 2, [0]);
    expect(Math.abs(moment - 0.5)).toBeLessThanOrEqual(error + 1e-15);
  });
});
