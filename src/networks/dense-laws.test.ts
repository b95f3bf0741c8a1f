import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, test } from "vitest";
import type { Activation } from "../activations/activation.js";
import { defineActivation } from "../activations/define-activation.js";
import { identity } from "../activations/identity.js";
import { relu } from "../activations/relu.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { distanceToLaw, dkwDistance } from "../chance/dkw.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";
import type { NetworkSetting } from "./setting.js";

/**
 * Laws that hold exactly. Each draw gives one number of a known law, and the distance of their distribution from it
 * passes `THRESHOLD` with probability at most 1e-10 (Dvoretzky–Kiefer–Wolfowitz). Each mutant must pass it.
 */
const DRAWS = 20_000;
const THRESHOLD = dkwDistance(DRAWS, 1e-10);
const normalCdf = (t: number) => erfc(-t / Math.SQRT2) / 2;

type Draw = readonly [network: DenseNetwork, x: Float64Array];

function sample(parameters: NetworkSetting, statistic: (...draw: Draw) => number) {
  const { d, k, depth = 1, initialisation = "fan-in", coefficients = "rademacher" } = parameters;
  const id = parameters.psi.id;
  const key = { id, d, k, depth, initialisation, coefficients };
  const streams = keyedStreams({ seed: "laws", sampler: "dense-test", parameters: key });
  return Float64Array.from({ length: DRAWS }, (_, index) => {
    const random = streams(index);
    return statistic(drawDenseNetwork(parameters, random), drawSphereInput(d, undefined, random));
  });
}

/** h_{L−1}, the input of the last layer, by plain loops. */
function inputOfLast({ activation, weights, k }: DenseNetwork, x: Float64Array): readonly number[] {
  return weights.slice(0, -1).reduce<readonly number[]>(
    (h, matrix) =>
      Array.from({ length: k }, (_, i) => {
        return activation.value(h.reduce((sum, t, j) => sum + matrix[i * h.length + j] * t, 0));
      }),
    Array.from(x),
  );
}

const norm = (v: Iterable<number>) => Math.hypot(...v);

describe.each([1, 2, 3])("identity at depth %i: given all but W_L, f(x) is normal", (depth) => {
  test.each([
    { initialisation: "fan-in", coefficients: "rademacher", gain: 1 },
    { initialisation: "he", coefficients: "gaussian", gain: 2 },
  ] as const)("$initialisation, $coefficients", ({ initialisation, coefficients, gain }) => {
    const [d, k] = [3, 5];
    const variance = depth === 1 ? 1 / d : gain / k;
    // f = (1/√k) a^T W_L h, and W_L h ~ N(0, variance·‖h‖² I_k).
    const found = sample({ psi: identity, d, k, depth, initialisation, coefficients }, (network, x) => {
      const deviation = Math.sqrt(variance / k) * norm(inputOfLast(network, x)) * norm(network.coefficients);
      return value(network, x) / deviation;
    });
    expect(distanceToLaw(found, normalCdf)).toBeLessThan(THRESHOLD);
    // Without 1/√k; with the square of the variance; with the other initialisation.
    for (const factor of [Math.sqrt(k), Math.sqrt(variance), Math.SQRT2]) {
      const mutant = found.map((t) => factor * t);
      expect(distanceToLaw(mutant, normalCdf)).toBeGreaterThan(THRESHOLD);
    }
  });
});

test.each([1, 2, 3])(
  "ReLU at depth %i: given W_1 … W_{L−1} and the n active neurons of layer L, f is normal",
  (depth) => {
    const [d, k] = [3, 6];
    // Of an active neuron a·z with a = ±1 is N(0, τ²) again, τ = ‖h‖√(2/k): f = τ√(n/k) N(0, 1).
    const scaled = (power: number) => (network: DenseNetwork, x: Float64Array) => {
      const h = inputOfLast(network, x);
      const last = network.weights[depth - 1];
      const active = network.coefficients.filter(
        (_, i) => h.reduce((sum, t, j) => sum + last[i * h.length + j] * t, 0) > 0,
      );
      const tau = norm(h) * Math.sqrt(depth === 1 ? 1 / d : 2 / k);
      const f = value(network, x);
      // Without active neurons, or behind a dead layer, f = 0 and says nothing.
      return f === 0 ? Number.NaN : f / (tau * (active.length / k) ** power);
    };
    const law = (power: number) =>
      sample({ psi: relu, d, k, depth, initialisation: "he" }, scaled(power)).filter((t) => !Number.isNaN(t));
    const found = law(0.5);
    // Whether f = 0 is decided by what is conditioned on, so those that are left are still independent and normal.
    const threshold = dkwDistance(found.length, 1e-10);
    expect(found.length).toBeGreaterThan(0.9 * DRAWS);
    expect(distanceToLaw(found, normalCdf)).toBeLessThan(threshold);
    expect(distanceToLaw(law(0), normalCdf)).toBeGreaterThan(threshold);
  },
);

test("sign: √k·f is a sum of k fair signs, so (k + √k·f)/2 is binomial", () => {
  const [d, k] = [4, 9];
  const sign = defineActivation({ id: "sign", value: (t) => (t >= 0 ? 1 : -1), derivative: () => 0, kinks: [0] });
  const count = (network: DenseNetwork, x: Float64Array) => Math.round((k + Math.sqrt(k) * value(network, x)) / 2);
  /** sup|F_n − F| for a law on the integers 0 … k; the inequality holds for those too. */
  const distance = (sums: Float64Array) => {
    let [worst, cdf, mass] = [0, 0, 2 ** -k];
    for (let j = 0; j <= k; j++) {
      cdf += mass;
      mass *= (k - j) / (j + 1);
      worst = Math.max(worst, Math.abs(sums.filter((t) => t <= j).length / DRAWS - cdf));
    }
    return worst;
  };
  expect(distance(sample({ psi: sign, d, k }, count))).toBeLessThan(THRESHOLD);
  const twins = sample({ psi: sign, d, k }, (network, x) => {
    const [matrix] = network.weights;
    matrix.copyWithin(d, 0, d);
    network.coefficients[1] = network.coefficients[0];
    return count(network, x);
  });
  expect(distance(twins)).toBeGreaterThan(THRESHOLD);
});

describe.each([tanh, softplus].map((activation): [string, Activation] => [activation.id, activation]))(
  "%s: across x the gradient is χ²",
  (_, activation) => {
    const [d, k] = [5, 4];
    /** With P the projection off x and s = a∘ψ'(Wx)/√k, P∇f = (WP)^T s, where WP is independent of Wx: d‖P∇f‖²/‖s‖². */
    const statistic = (network: DenseNetwork, x: Float64Array) => {
      const { weights, coefficients } = network;
      const slopes = gradient(network, x);
      const along = slopes.reduce((sum, t, i) => sum + t * x[i], 0) / d;
      const s = coefficients.map((a, i) => {
        const u = x.reduce((sum, t, j) => sum + weights[0][i * d + j] * t, 0);
        return (a * activation.derivative(u)) / Math.sqrt(k);
      });
      return d * (norm(slopes.map((t, i) => t - along * x[i])) / norm(s)) ** 2;
    };
    /** The distribution function of χ² with 4 degrees of freedom. */
    const cdf = (t: number) => 1 - Math.exp(-t / 2) * (1 + t / 2);

    test("with d − 1 degrees of freedom", () => {
      const found = sample({ psi: activation, d, k, coefficients: "gaussian" }, statistic);
      expect(distanceToLaw(found, cdf)).toBeLessThan(THRESHOLD);
      // Weights of variance 1/d²; weights of variance (d−1)/d².
      for (const factor of [1 / d, (d - 1) / d]) {
        const mutant = found.map((t) => factor * t);
        expect(distanceToLaw(mutant, cdf)).toBeGreaterThan(THRESHOLD);
      }
    });
  },
);
