import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { distanceToLaw, dkwDistance } from "../chance/dkw.js";
import { keyedStreams } from "../chance/streams.js";
import { logIncompleteBeta } from "../numbers/log-incomplete-beta.js";
import { drawDenseNetwork } from "./dense-draw.js";
import type { Initialisation } from "./dense-network.js";

const ALPHA = 1e-10;
const random = keyedStreams({ seed: "draw", sampler: "dense-test", parameters: {} })(0);
const normalCdf = (t: number) => erfc(-t / Math.SQRT2) / 2;

/** The probability, under fair coins, of a count of heads as far from n/2 as this or farther; an exact tail doubled. */
function fairCoinTail(heads: number, n: number): number {
  const least = Math.min(heads, n - heads);
  return 2 * Math.exp(logIncompleteBeta(0.5, n - least, least + 1).logLower);
}

test("shapes, and what is kept of the parameters", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 3, k: 5, depth: 3 }, random);
  expect(network).toMatchObject({ activation: tanh, d: 3, k: 5, depth: 3 });
  expect(network.weights.map(({ length }) => length)).toEqual([15, 25, 25]);
  expect(network.coefficients).toHaveLength(5);
});

test("the same streams give the same network, and a deeper one with the same first layers", () => {
  const shallow = drawDenseNetwork({ psi: relu, d: 3, k: 5 }, random);
  const deep = drawDenseNetwork({ psi: relu, d: 3, k: 5, depth: 3, initialisation: "he" }, random);
  expect(drawDenseNetwork({ psi: relu, d: 3, k: 5, depth: 1 }, random)).toEqual(shallow);
  expect(deep.weights[0]).toEqual(shallow.weights[0]);
  expect(deep.coefficients).toEqual(shallow.coefficients);
  expect(deep.weights[2]).not.toEqual(deep.weights[1]);
});

// False alarm at most ALPHA each, by Dvoretzky–Kiefer–Wolfowitz.
describe.each<[Initialisation, number]>([
  ["fan-in", 1],
  ["he", 2],
])("initialisation %s", (initialisation, gain) => {
  const [d, k] = [40, 160];
  const { weights } = drawDenseNetwork({ psi: tanh, d, k, depth: 3, initialisation }, random);
  test.each([
    [1, 1 / d],
    [2, gain / k],
    [3, gain / k],
  ])("layer %i has entries N(0, %d)", (layer, variance) => {
    const matrix = weights[layer - 1];
    const distance = (assumed: number) => distanceToLaw(matrix, (t) => normalCdf(t / Math.sqrt(assumed)));
    const threshold = dkwDistance(matrix.length, ALPHA);
    expect(distance(variance)).toBeLessThan(threshold);
    for (const mutant of [variance / 2, variance * 2, variance ** 2]) {
      expect(distance(mutant)).toBeGreaterThan(threshold);
    }
  });
});

test("layers are independent: signs of two layers agree as often as fair coins", () => {
  const k = 150;
  const { weights } = drawDenseNetwork({ psi: tanh, d: k, k, depth: 3 }, random);
  const tail = (first: Float64Array, second: Float64Array) =>
    fairCoinTail(first.filter((t, i) => t * second[i] > 0).length, k * k);
  expect(tail(weights[0], weights[1])).toBeGreaterThan(ALPHA);
  expect(tail(weights[1], weights[2])).toBeGreaterThan(ALPHA);
  const half = weights[1].map((t, i) => (i % 16 === 0 ? weights[0][i] : t));
  expect(tail(weights[0], half)).toBeLessThan(ALPHA);
});

test("Rademacher coefficients are fair signs", () => {
  const k = 40_000;
  const { coefficients } = drawDenseNetwork({ psi: tanh, d: 1, k }, random);
  expect(coefficients.every((a) => Math.abs(a) === 1)).toBe(true);
  const tail = (signs: Float64Array) => fairCoinTail(signs.filter((a) => a > 0).length, k);
  expect(tail(coefficients)).toBeGreaterThan(ALPHA);
  expect(tail(coefficients.map((a, i) => (i % 16 === 0 ? 1 : a)))).toBeLessThan(ALPHA);
});

test("Gaussian coefficients are N(0, 1) and no copy of the weights", () => {
  const parameters = { psi: tanh, d: 1, k: 40_000, coefficients: "gaussian" } as const;
  const { coefficients, weights } = drawDenseNetwork(parameters, random);
  const threshold = dkwDistance(coefficients.length, ALPHA);
  expect(distanceToLaw(coefficients, normalCdf)).toBeLessThan(threshold);
  expect(distanceToLaw(coefficients, (t) => normalCdf(t * 1.1))).toBeGreaterThan(threshold);
  const agreements = coefficients.filter((a, i) => a * weights[0][i] > 0).length;
  expect(fairCoinTail(agreements, coefficients.length)).toBeGreaterThan(ALPHA);
});

test.each<[object, string]>([
  [{ d: 0 }, "d is 0; it must be an integer in [1, 2^53]"],
  [{ d: 1.5 }, "d is 1.5; it must be an integer in [1, 2^53]"],
  [{ k: Number.NaN }, "k is NaN; it must be an integer in [1, 2^53]"],
  [{ depth: -1 }, "depth is -1; it must be an integer in [1, 2^20]"],
  [{ d: 2 ** 31, k: 2 }, "d and k are 2147483648 and 2; a layer of a dense network must have at most 2^31 weights"],
  [{ k: 1e6, depth: 2 }, "d and k are 4 and 1000000; a layer of a dense network must have at most 2^31 weights"],
  [{ coefficients: "uniform" }, 'coefficients is "uniform"; it must be one of rademacher, gaussian'],
  [{ initialisation: "xavier" }, 'initialisation is "xavier"; it must be one of fan-in, he'],
])("%j is refused", (wrong, message) => {
  expect(() => drawDenseNetwork({ psi: tanh, d: 4, k: 4, ...wrong }, random)).toThrow(new RangeError(message));
});
