import { describe, expect, test } from "vitest";
import type { Activation } from "../activations/activation.js";
import { relu } from "../activations/relu.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { failureLower } from "../chance/confidence-limits.js";
import { distanceBetween, dkwDistance } from "../chance/dkw.js";
import type { Streams } from "../chance/streams.js";
import { orthogonalise } from "../networks/deferred-orthogonalise.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { hessian } from "../networks/dense-hessian.js";
import { product } from "../networks/dense-products.js";
import { gaussianFormBound } from "../networks/suprema/gaussian-form-bound.js";
import { compressedHessian, hessianKrylov } from "../networks/suprema/hessian-krylov.js";
import { jacobiEigenvalues } from "../networks/testing/jacobi-eigenvalues.js";
import { runningStreams } from "../networks/testing/running-streams.js";
import { drawHessianNorm, HESSIAN_DOUBT, hessianAtInput } from "./hessian-at-input.js";

interface Shape {
  readonly psi: Activation;
  readonly d: number;
  readonly k: number;
}

/** Two samples of one law are further apart with probability at most 1e-10. */
const DRAWS = 12_000;
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);

const norm = (matrix: Float64Array, n: number) => Math.max(...jacobiEigenvalues(matrix, n).map(Math.abs));

/** What is compared of a compressed Hessian. */
const STATISTICS = {
  norm: (T: Float64Array, n: number) => norm(T, n),
  corner: (T: Float64Array) => T[0],
  coupling: (T: Float64Array, n: number) => (n > 1 ? T[1] : 0),
  second: (T: Float64Array, n: number) => (n > 1 ? T[n + 1] : 0),
  product: (T: Float64Array, n: number) => T[0] * T[n * n - 1],
  last: (T: Float64Array, n: number) => T[n * n - 1],
};

function statistics(draw: () => readonly [Float64Array, number]) {
  const samples = Object.values(STATISTICS).map(() => new Float64Array(DRAWS));
  for (let i = 0; i < DRAWS; i++) {
    const [T, n] = draw();
    for (const [j, statistic] of Object.values(STATISTICS).entries()) samples[j][i] = statistic(T, n);
  }
  return samples;
}

/** A dense network at x = √d·e₁: H, u = Wx and c = a∘ψ''(u)/√k. */
function dense({ psi, d, k }: Shape, random: Streams) {
  const x = new Float64Array(d);
  x[0] = Math.sqrt(d);
  const network = drawDenseNetwork({ psi, d, k }, random);
  const u = new Float64Array(k);
  product(u, network.weights[0], x);
  const c = u.map((t, i) => (network.coefficients[i] * psi.secondDerivative!(t)) / Math.sqrt(k));
  return { H: hessian(network, x), u, c };
}

/** H of a dense network, compressed to the Krylov space from x, by the matrix. */
function denseCompression(shape: Shape, products: number, random: Streams): readonly [Float64Array, number] {
  const { d, k } = shape;
  const { H } = dense(shape, random);
  const times = (v: Float64Array) => {
    const out = new Float64Array(d);
    product(out, H, v);
    return out;
  };
  const first = new Float64Array(d);
  first[0] = 1;
  const basis = [first];
  while (basis.length <= Math.min(products, k) && basis.length < d) {
    const next = times(basis[basis.length - 1]);
    if (orthogonalise(next, basis, new Float64Array(basis.length)) === 0) break;
    basis.push(next);
  }
  const n = basis.length;
  const images = basis.map(times);
  const T = Float64Array.from({ length: n * n }, (_, at) => {
    const image = images[at % n];
    return basis[Math.floor(at / n)].reduce((sum, t, i) => sum + t * image[i], 0);
  });
  return [T, n];
}

function lawCompression({ psi, d, k }: Shape, products: number, random: Streams): readonly [Float64Array, number] {
  const { u, c } = dense({ psi, d: 1, k }, random);
  const images = hessianKrylov({ d, u, c }, products, random);
  return [compressedHessian(images, c), images.length];
}

const name = ({ psi, d, k }: Shape) => ({ psi: psi.id, d, k });

describe.each([
  { psi: tanh, d: 5, k: 7, products: 2 },
  { psi: softplus, d: 3, k: 9, products: 5 },
  { psi: tanh, d: 6, k: 2, products: 5 },
  { psi: tanh, d: 1, k: 3, products: 2 },
])("$psi.id, d = $d, k = $k, $products products", ({ products, ...shape }) => {
  const sampled = (seed: string, from: Shape, draw: typeof lawCompression) => {
    const random = runningStreams(seed, name(from));
    return statistics(() => draw(from, products, random));
  };
  const matrices = sampled("dense", shape, denseCompression);

  test("compressions have the law of the dense Hessian's", () => {
    const law = sampled("law", shape, lawCompression);
    for (const [i, statistic] of Object.keys(STATISTICS).entries())
      expect(distanceBetween(matrices[i], law[i]), statistic).toBeLessThan(THRESHOLD);
  });

  test("and a Hessian of one dimension more is told apart", () => {
    const other = sampled("law", { ...shape, d: shape.d + 1 }, lawCompression);
    const furthest = Math.max(...matrices.map((sample, i) => distanceBetween(sample, other[i])));
    expect(furthest).toBeGreaterThan(THRESHOLD);
  });
});

describe("the bound by Gordon's comparison", () => {
  test.each([
    { psi: tanh, d: 3, k: 3 },
    { psi: tanh, d: 30, k: 4 },
    { psi: softplus, d: 8, k: 60 },
    { psi: tanh, d: 2, k: 50 },
  ])("fails no more often than it says: $psi.id, d = $d, k = $k", (shape) => {
    const random = runningStreams("gordon", name(shape));
    const draws = 400;
    let failures = 0;
    for (let i = 0; i < draws; i++) {
      const { H, u, c } = dense(shape, random);
      if (gaussianFormBound({ d: shape.d, u, c }, 0.3) < norm(H, shape.d)) failures++;
    }
    expect(failureLower({ failures, draws }, 1e-10)).toBeLessThanOrEqual(0.3);
  });

  test("is close where one side is far smaller", () => {
    const random = runningStreams("close", {});
    const narrow = drawHessianNorm({ psi: tanh, d: 1e12, k: 1000 }, random, 10);
    expect(narrow.upper / narrow.lower).toBeLessThan(1.05);
    const wide = drawHessianNorm({ psi: tanh, d: 300, k: 30_000 }, random, 10);
    expect(wide.upper / wide.lower).toBeLessThan(2.5);
  });

  test("is the entry itself on a line", () => {
    const [u, c] = [Float64Array.of(2, -1), Float64Array.of(0.5, -0.25)];
    const bound = gaussianFormBound({ d: 1, u, c }, 0.5);
    expect(Math.abs(bound / 1.75 - 1)).toBeLessThan(1e-8);
  });

  test("needs its events: with weights of one sign it is near the top of the Wishart spectrum", () => {
    // c = 1: ‖GᵀG‖/d is (1 + √(k/d))² to leading order.
    const [d, k] = [10_000, 10_000];
    const bound = gaussianFormBound({ d, u: new Float64Array(k), c: new Float64Array(k).fill(1) }, HESSIAN_DOUBT);
    expect(bound).toBeGreaterThan(4);
    expect(bound).toBeLessThan(4.3);
  });
});

test("both ways of the sampler enclose norms of one size", () => {
  const random = runningStreams("ways", {});
  const shape = { psi: tanh, d: 40, k: 160 };
  const formed = Array.from({ length: 30 }, () => hessianAtInput.draw(shape, random).operatorNorm);
  const known = Array.from({ length: 30 }, () => drawHessianNorm(shape, random));
  for (const { lower, upper } of formed) expect(upper / lower).toBeLessThan(1.05);
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[15];
  const truth = middle(formed.map(({ lower }) => lower));
  // Six products reach about nine tenths; the median of 30 norms is within a fifth of the law's.
  expect(middle(known.map(({ lower }) => lower))).toBeGreaterThan(0.7 * truth);
  expect(middle(known.map(({ lower }) => lower))).toBeLessThan(1.2 * truth);
  expect(middle(known.map(({ upper }) => upper))).toBeGreaterThan(truth);
});

test("an activation without a second derivative is refused", () => {
  expect(() => drawHessianNorm({ psi: relu, d: 2, k: 2 }, runningStreams("r", {}))).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
});
