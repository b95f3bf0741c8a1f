import { evaluate, isMatrix, type Matrix, matrix } from "mathjs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../activations/catalogue.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { hessian } from "./dense-hessian.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";

/** The printed formulas, evaluated by a matrix library from the weights: nothing is shared with the code under test. */
const FORMULAS = {
  value: [
    "a' * psi(W1 * x) / sqrt(k)",
    "a' * psi(W2 * psi(W1 * x)) / sqrt(k)",
    "a' * psi(W3 * psi(W2 * psi(W1 * x))) / sqrt(k)",
  ],
  gradient: [
    "W1' * diag(psi1(W1 * x)) * a / sqrt(k)",
    "z1 = W1 * x; z2 = W2 * psi(z1); (diag(psi1(z2)) * W2 * diag(psi1(z1)) * W1)' * a / sqrt(k)",
    `z1 = W1 * x; z2 = W2 * psi(z1); z3 = W3 * psi(z2);
     (diag(psi1(z3)) * W3 * diag(psi1(z2)) * W2 * diag(psi1(z1)) * W1)' * a / sqrt(k)`,
  ],
  hessian: [
    "W1' * diag(a .* psi2(W1 * x)) * W1 / sqrt(k)",
    `z1 = W1 * x; z2 = W2 * psi(z1); J2 = W2 * diag(psi1(z1)) * W1;
     (J2' * diag(a .* psi2(z2)) * J2 + W1' * diag((W2' * (a .* psi1(z2))) .* psi2(z1)) * W1) / sqrt(k)`,
  ],
};

/** The last of a formula's results as a flat list. */
function formula(expression: string, { activation, d, k, weights, coefficients }: DenseNetwork, x: Float64Array) {
  const rows = (w: Float64Array, columns: number) =>
    matrix(Array.from({ length: k }, (_, i) => Array.from(w.subarray(i * columns, (i + 1) * columns))));
  const entrywise = (g: (t: number) => number) => (z: Matrix) => z.map((t) => g(Number(t)));
  const scope = {
    k,
    a: matrix(Array.from(coefficients)),
    x: matrix(Array.from(x)),
    ...Object.fromEntries(weights.map((w, layer) => [`W${layer + 1}`, rows(w, layer === 0 ? d : k)])),
    psi: entrywise(activation.value),
    psi1: entrywise(activation.derivative),
    psi2: entrywise(activation.secondDerivative ?? (() => Number.NaN)),
  };
  const statements = expression.split(";").map((statement) => statement.trim());
  const results: unknown[] = evaluate(statements, scope);
  const result = results.at(-1);
  return isMatrix(result) ? result.toArray().flat() : [result];
}

// Entries are sums of fewer than 100 products of size O(1), each rounded a few times: 1e-13 leaves a factor 10.
function expectSame(found: ArrayLike<number>, expected: readonly unknown[]): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < found.length; i++) expect(Math.abs(found[i] - Number(expected[i]))).toBeLessThan(1e-13);
}

const streams = keyedStreams({ seed: "formulas", sampler: "dense-test", parameters: {} });
const SIZES = [
  { d: 1, k: 1 },
  { d: 2, k: 5 },
  { d: 7, k: 3 },
  { d: 6, k: 6 },
];

describe.each(catalogue.map((activation) => [activation.id, activation] as const))("%s", (_, activation) => {
  describe.each(SIZES)("d = $d, k = $k", ({ d, k }) => {
    test.each([1, 2, 3])("depth %i", (depth) => {
      for (const coefficients of ["rademacher", "gaussian"] as const) {
        const random = streams(depth);
        const network = drawDenseNetwork({ psi: activation, d, k, depth, coefficients, initialisation: "he" }, random);
        const x = drawSphereInput(d, undefined, random);
        expectSame([value(network, x)], formula(FORMULAS.value[depth - 1], network, x));
        expectSame(gradient(network, x), formula(FORMULAS.gradient[depth - 1], network, x));
        if (activation.secondDerivative && depth < 3) {
          expectSame(hessian(network, x), formula(FORMULAS.hessian[depth - 1], network, x));
        }
      }
    });
  });
});

test("a formula with another scale or derivative is told apart", () => {
  const random = streams(9);
  const activation = catalogue.find(({ id }) => id === "softplus") ?? catalogue[0];
  const network = drawDenseNetwork({ psi: activation, d: 4, k: 5 }, random);
  const x = drawSphereInput(4, undefined, random);
  const mutants = ["W1' * diag(psi1(W1 * x)) * a", "W1' * diag(psi2(W1 * x)) * a / sqrt(k)"];
  for (const mutant of mutants) {
    expect(() => expectSame(gradient(network, x), formula(mutant, network, x))).toThrow();
  }
});
