import { defineClaim, pow } from "lemmacheck";
import {
  d,
  k,
  type Neighbourhood,
  type NeighbourhoodDraw,
  neighbourhood,
  neighbourhoodDoubt,
  psi,
  radius,
} from "lemmacheck/networks";
import { fillNormal } from "lemmacheck/probability";
import type { Given } from "./parameters.js";
import { scaled } from "./parts/scaled.js";

/** Perturbations looked at in a draw, at radii R and R/4; and directions v for each beside the maximiser. */
const PERTURBATIONS = 2;
const DIRECTIONS = 2;

const size = (v: Float64Array) => Math.sqrt(v.reduce((sum, t) => sum + t * t, 0));

function scaledTo(length: number, v: Float64Array): Float64Array {
  const share = length / size(v);
  return v.map((t) => t * share);
}

/** ψ' at every neuron for an input y, and ∇f(y) by one product with Wᵀ. */
function gradientAt({ activation, k, coefficients, product, transposedProduct }: Neighbourhood, y: Float64Array) {
  const slopes = product(y).map((t) => activation.derivative(t));
  return { slopes, gradient: transposedProduct(slopes.map((slope, i) => (coefficients[i] * slope) / Math.sqrt(k))) };
}

/** How a mutant's right side differs. */
interface Changes {
  /** Whether v = h/‖h‖ is among the directions. */
  readonly maximiser?: boolean;
  /** The length of v. */
  readonly length?: number;
  /** Whether the terms have their signs a_ℓ. */
  readonly signed?: boolean;
}

/**
 * max_v (1/√k) Σ a(w·v)(ψ'(w·x) − ψ'(w·(x + δ))) over the directions tried, relative to ‖∇f(x) − ∇f(x + δ)‖, at the one of
 * some δ where it is farthest from 1. The directions are h/‖h‖, where the supremum over the sphere is reached, and random
 * ones, close to it and not, which must not exceed it. The two sides take different ways: Wᵀ times a vector and then a
 * norm, W times v and then a sum.
 */
function dualityRatio(
  { around, random }: NeighbourhoodDraw,
  { radius }: Given<"radius">,
  { maximiser = true, length = 1, signed = true }: Changes = {},
) {
  const { d, k, coefficients, x, product, rounding, size: matrixSize } = around;
  const bits = random("duality");
  const anywhere = () => {
    const v = new Float64Array(d);
    fillNormal(v, bits);
    return v;
  };
  const here = gradientAt(around, x);
  let worst = { lower: 1, upper: 1 };
  for (let n = 0; n < PERTURBATIONS; n++) {
    const delta = scaledTo(radius / pow(4, n), anywhere());
    const there = gradientAt(
      around,
      x.map((t, i) => t + delta[i]),
    );
    const h = here.gradient.map((t, i) => t - there.gradient[i]);
    const left = size(h);
    const changes = here.slopes.map((slope, i) => slope - there.slopes[i]);
    // Three products with W or Wᵀ and a sum of k terms; the two slopes are the same numbers on both sides.
    const error =
      (2 * rounding + 2 ** -52 * (k + d + 8)) *
      matrixSize *
      (size(here.slopes) + size(there.slopes) + size(changes)) *
      Math.sqrt(coefficients.reduce((most, a) => Math.max(most, a * a), 0) / k);
    if (left <= 1e3 * error) continue;
    const rough = Array.from({ length: DIRECTIONS }, (_, i) => {
      const v = anywhere();
      return i % 2 === 0 ? v : v.map((t, j) => t / 20 + h[j] / left);
    });
    const right = Math.max(
      ...[...(maximiser ? [h] : []), ...rough].map((v) => {
        const image = product(scaledTo(length, v));
        return image.reduce((sum, t, i) => sum + (signed ? coefficients[i] : 1) * t * changes[i], 0) / Math.sqrt(k);
      }),
    );
    if (Math.abs(right / left - 1) >= Math.abs((worst.lower + worst.upper) / 2 - 1))
      worst = { lower: (right - length * error) / (left + error), upper: (right + length * error) / (left - error) };
  }
  return worst;
}

/** (9), for each δ by itself, from which it follows for the suprema over δ. */
export const gradientDuality = defineClaim({
  id: "gradient-duality",
  label: "(9)",
  kind: "identity",
  quote:
    "Using that ‖h‖ = sup_{v ∈ S^(d−1)} v·h, we thus need to control (for some R = o(√d)): sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ = sup_{v ∈ S^(d−1), δ ∈ ℝ^d: ‖δ‖ ≤ R} (1/√k) Σ a_ℓ (w_ℓ·v)(ψ'(w_ℓ·x) − ψ'(w_ℓ·(x + δ))).",
  latex: String.raw`\sup_{\|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| = \sup_{v \in \mathbb{S}^{d-1},\ \|\delta\| \le R} \frac{1}{\sqrt{k}} \sum_{\ell=1}^k a_\ell (w_\ell \cdot v) (\psi'(w_\ell \cdot x) - \psi'(w_\ell \cdot (x + \delta)))`,
  quantity: String.raw`\sup (\nabla f(x) - \nabla f(x + \delta)) \cdot v / \|\nabla f(x) - \nabla f(x + \delta)\|`,
  nonClaims: ["how large the supremum is", "where it is reached"],
  parameters: [psi, d, k, radius],
  hypotheses: [],
  // An identity of every matrix: those in memory are enough.
  draw: {
    ...neighbourhood,
    id: "neighbourhood-in-memory",
    cost: (given) => (neighbourhoodDoubt(given) > 0 ? Infinity : neighbourhood.cost(given)),
  },
  observed: (draw: NeighbourhoodDraw, given) => dualityRatio(draw, given),
  relation: "=",
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["tanh", "relu"], d: [1, 20], k: [10], radius: [1] },
    { psi: ["sin"], d: [3], k: [50], radius: [30] },
  ],
  witness: { psi: "tanh", d: 20, k: 10, radius: 1 },
  mutants: {
    "v twice as long": {
      observed: (draw, given) => dualityRatio(draw, given, { length: 2 }),
      at: { psi: "tanh", d: 20, k: 10, radius: 1 },
    },
    "no maximiser among the v": {
      observed: (draw, given) => dualityRatio(draw, given, { maximiser: false }),
      at: { psi: "tanh", d: 20, k: 10, radius: 1 },
    },
    "signs left out": {
      observed: (draw, given) => dualityRatio(draw, given, { signed: false }),
      at: { psi: "tanh", d: 20, k: 10, radius: 1 },
    },
    "a factor 1 + 1e-6": { bound: scaled(1 + 1e-6), at: { psi: "tanh", d: 20, k: 10, radius: 1 } },
  },
});
