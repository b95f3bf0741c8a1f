import { dot } from "../dense-products.js";
import { type HessianNorm, hessianNorm } from "./hessian-norm.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** Half the step of the difference quotient of ψ'' that stands for ψ'''; an attack needs no more than a direction. */
const STEP = 2 ** -12;

/** Steps tried along a direction, in units in which pre-activations move by about 1. */
const TRIALS = [8, 4, 2, 1, 1 / 2, 1 / 4, 1 / 16];

/** A point of the ball and what is known of ‖∇²f‖ there. */
export interface HessianAttack {
  /** x + δ, of norm at most R. */
  readonly point: Float64Array;
  /** ‖∇²f(x + δ)‖; its lower end bounds the supremum from below. */
  readonly norm: HessianNorm;
}

/** Scaled into the ball ‖·‖ ≤ R. */
function intoBall(point: Float64Array, radius: number): Float64Array {
  const length = Math.sqrt(dot(point, point));
  const inside = radius * (1 - 2 ** -46);
  return length <= inside ? point : point.map((y) => (y * inside) / length);
}

/**
 * Climbs ‖∇²f(y)‖ over ‖y‖ ≤ R from x: with v the extreme eigenvector at y and σ the sign of its eigenvalue, the slope of
 * σvᵀ∇²f(y)v in y is (σ/√k) Σ_ℓ a_ℓψ'''(w_ℓ·y)(w_ℓ·v)²w_ℓ; the best of a few steps along it for this v, then v anew. It
 * stops where no step gains. Any point of the ball bounds the supremum from below; the attack may miss the largest one.
 *
 * @param radius R ≥ ‖x‖.
 * @param steps of ascent at most.
 * @param products with the Hessian at most for each v.
 * @throws RangeError if ψ has no second derivative.
 */
export function attackHessian(around: Neighbourhood, radius: number, steps: number, products = 16): HessianAttack {
  const { activation, k, coefficients: a, preActivations: u, x, product, transposedProduct } = around;
  const { secondDerivative } = activation;
  if (!secondDerivative)
    throw new RangeError(`activation is ${activation.id}; for a Hessian it must have a second derivative`);
  const shiftOf = (point: Float64Array) => product(point.map((y, i) => y - x[i]));
  let point: Float64Array = x;
  let t: Float64Array = new Float64Array(k);
  let norm = hessianNorm(around, t, products);
  for (let step = 0; step < steps; step++) {
    const image = product(norm.vector);
    const form = (shift: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += a[i] * image[i] * image[i] * secondDerivative(u[i] + shift[i]);
      return sum;
    };
    const here = form(t);
    const sign = here >= 0 ? 1 : -1;
    const pull = image.map(
      (s, i) => sign * a[i] * s * s * (secondDerivative(u[i] + t[i] + STEP) - secondDerivative(u[i] + t[i] - STEP)),
    );
    const slope = transposedProduct(pull);
    const length = Math.sqrt(dot(slope, slope));
    if (!(length > 0)) break;
    const tried = TRIALS.map((trial) => {
      const there = intoBall(
        point.map((y, i) => y + (trial * slope[i]) / length),
        radius,
      );
      const shift = shiftOf(there);
      return { there, shift, gain: sign * (form(shift) - here) };
    });
    const best = tried.reduce((p, q) => (q.gain > p.gain ? q : p));
    if (!(best.gain > 1e-6 * Math.abs(here))) break;
    const next = hessianNorm(around, best.shift, products);
    if (next.lower <= norm.lower) break;
    [point, t, norm] = [best.there, best.shift, next];
  }
  return { point, norm };
}
