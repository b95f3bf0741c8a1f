import { describe, expect, test } from "vitest";
import type { Activation } from "../activations/activation.js";
import { defineActivation } from "../activations/define-activation.js";
import { erf } from "../activations/erf.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { hessian } from "./dense-hessian.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";

const UNIT = 2 ** -53;

/** Neither odd nor even, entire, with its own constant at 0. */
const wave = defineActivation({
  id: "wave",
  value: (t) => Math.sin(t) + Math.cos(t),
  derivative: (t) => Math.cos(t) - Math.sin(t),
  secondDerivative: (t) => -Math.sin(t) - Math.cos(t),
});

/** ψ is analytic on |Im z| ≤ strip with |ψ'| ≤ slope there; on the reals |ψ'| ≤ 2. */
interface Analytic {
  readonly activation: Activation;
  readonly strip: number;
  readonly slope: number;
}

const ANALYTIC: readonly Analytic[] = [
  // |sech²(u+iv)| = 1/(cosh²u − sin²v) ≤ 1/cos²v.
  { activation: tanh, strip: Math.PI / 4, slope: 2 },
  // |1/(1 + e^(−z))| ≤ 1 where cos v ≥ 0.
  { activation: softplus, strip: Math.PI / 2, slope: 1 },
  // |e^(−z²)| = e^(v²−u²).
  { activation: erf, strip: 0.5, slope: (2 / Math.sqrt(Math.PI)) * Math.exp(0.25) },
  // ψ' = √2 cos(z + π/4), and |cos| ≤ cosh v.
  { activation: wave, strip: 1, slope: Math.SQRT2 * Math.cosh(1) },
];

/** Upper bounds on |W h| from those on |h|, entry by entry. */
function through(matrix: Float64Array, h: readonly number[]): number[] {
  const rows = matrix.length / h.length;
  return Array.from({ length: rows }, (_, i) =>
    h.reduce((sum, t, j) => sum + Math.abs(matrix[i * h.length + j]) * t, 0),
  );
}

/** A bound on the last layer's sum (1/√k) Σ |a| h. */
function output({ coefficients, k }: DenseNetwork, h: readonly number[]): number {
  return h.reduce((sum, t, i) => sum + Math.abs(coefficients[i]) * t, 0) / Math.sqrt(k);
}

/**
 * sup|f(x + tv) − f(x)| over complex |t| ≤ ρ is at most this. Where a disc keeps every pre-activation within `strip`
 * of its real centre, ψ moves by at most slope times what its argument moves. Infinity if the disc is too large.
 */
function oscillation({ strip, slope }: Analytic, network: DenseNetwork, v: Float64Array, rho: number): number {
  const { d, k, weights } = network;
  let moved: number[] = [];
  for (const [layer, matrix] of weights.entries()) {
    // The first layer is linear in t, so it moves by |w·v|ρ.
    const first = (row: number) => v.reduce((sum, t, j) => sum + matrix[row * d + j] * t, 0);
    const z = layer > 0 ? through(matrix, moved) : Array.from({ length: k }, (_, row) => Math.abs(first(row)) * rho);
    if (Math.max(...z) > strip) return Infinity;
    moved = z.map((t) => slope * t);
  }
  return output(network, moved);
}

/** A bound on the rounding error of `value` near x, to first order, inputs rounded to 2 units in the last place. */
function rounding(network: DenseNetwork, x: Float64Array): number {
  const { k, activation, weights } = network;
  let h = Array.from(x, (t) => Math.abs(t) + 1);
  let error = h.map((t) => 2 * UNIT * t);
  for (const matrix of weights) {
    const size = through(matrix, h);
    error = through(matrix, error).map((t, i) => 2 * (t + (h.length + 5) * UNIT * size[i]) + 8 * UNIT * (1 + size[i]));
    h = size.map((t) => Math.abs(activation.value(0)) + 2 * t);
  }
  return output(network, error) + (k + 5) * UNIT * output(network, h);
}

/** Central differences of order 8: Σ_j c_j (g(jh) ∓ g(−jh)) and what they leave of the power series of g. */
const FIRST = [4 / 5, -1 / 5, 4 / 105, -1 / 280];
const SECOND = [8 / 5, -1 / 5, 8 / 315, -1 / 560];
const CENTRE = -205 / 72;

/**
 * f'(x; v) and f''(x; v, v) from values of f, with bounds on their errors. With |f − f(x)| ≤ M on the disc of radius
 * ρ, Cauchy bounds the m-th coefficient by M/ρ^m, so with q_j = jh/ρ the series left out is at most
 * (2M/h) Σ|c_j| q_j⁹/(1 − q_j²) and (2M/h²) Σ|c_j| q_j¹⁰/(1 − q_j²). Each value carries the rounding bound.
 */
function differences(analytic: Analytic, network: DenseNetwork, x: Float64Array, v: Float64Array) {
  let rho = 1;
  while (oscillation(analytic, network, v, rho) === Infinity) rho *= 0.9;
  const bound = oscillation(analytic, network, v, rho);
  const at = (t: number) =>
    value(
      network,
      x.map((xi, i) => xi + t * v[i]),
    );
  const noise = rounding(network, x);
  const left = (c: readonly number[], q: number, power: number) =>
    c.reduce((sum, cj, j) => sum + (Math.abs(cj) * ((j + 1) * q) ** power) / (1 - ((j + 1) * q) ** 2), 0);
  const size = (c: readonly number[]) => c.reduce((sum, cj) => sum + 2 * Math.abs(cj), 0);
  const [h1, h2] = [rho / 100, rho / 32];
  return {
    slope: FIRST.reduce((sum, c, j) => sum + c * (at((j + 1) * h1) - at(-(j + 1) * h1)), 0) / h1,
    slopeError: ((2 * bound) / h1) * left(FIRST, h1 / rho, 9) + (size(FIRST) * noise) / h1,
    curvature:
      (CENTRE * at(0) + SECOND.reduce((sum, c, j) => sum + c * (at((j + 1) * h2) + at(-(j + 1) * h2)), 0)) / h2 ** 2,
    curvatureError: ((2 * bound) / h2 ** 2) * left(SECOND, h2 / rho, 10) + ((size(SECOND) - CENTRE) * noise) / h2 ** 2,
  };
}

const streams = keyedStreams({ seed: "differences", sampler: "dense-test", parameters: {} });
const SIZES = [
  { d: 1, k: 1 },
  { d: 4, k: 6 },
  { d: 5, k: 3 },
];

describe.each(ANALYTIC.map((analytic) => [analytic.activation.id, analytic] as const))("%s", (_, analytic) => {
  const { activation } = analytic;
  describe.each([1, 2, 3])("depth %i", (depth) => {
    test.each(SIZES)("d = $d, k = $k: ∇f·v and v·∇²f v are the derivatives of f", ({ d, k }) => {
      const random = streams(depth);
      const network = drawDenseNetwork({ psi: activation, d, k, depth, coefficients: "gaussian" }, random);
      const x = drawSphereInput(d, undefined, random);
      const slopes = gradient(network, x);
      const matrix = hessian(network, x);
      // The axes and their sums in pairs settle every entry of the gradient and of a symmetric Hessian.
      for (let p = 0; p < d; p++) {
        for (let q = p; q < d; q++) {
          const v = new Float64Array(d);
          v[p] = 1;
          v[q] = 1;
          const { slope, slopeError, curvature, curvatureError } = differences(analytic, network, x, v);
          const along = v.reduce((sum, t, i) => sum + t * slopes[i], 0);
          const bent = v.reduce((sum, s, i) => sum + v.reduce((row, t, j) => row + s * t * matrix[i * d + j], 0), 0);
          // ∇f and ∇²f have rounding of their own, of the order of f's and so far below f's divided by h.
          expect(Math.abs(along - slope)).toBeLessThan(2 * slopeError);
          expect(Math.abs(bent - curvature)).toBeLessThan(2 * curvatureError);
          // The bounds have teeth: what they compare is of order 1.
          expect(slopeError).toBeLessThan(1e-7);
          expect(curvatureError).toBeLessThan(1e-4);
        }
      }
    });
  });
});
