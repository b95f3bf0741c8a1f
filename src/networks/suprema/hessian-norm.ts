import { dot } from "../dense-products.js";
import { addWeightedGram } from "../dense-weighted-gram.js";
import { hessianOperator, weightedHessian } from "./hessian-times.js";
import { lanczos } from "./lanczos.js";
import { genericVector, largestEigenvalue } from "./largest-eigenvalue.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";
import { roundings } from "./positive-definite.js";

/** Up to this dimension the Hessian is formed and its norm bounded by factorisations. */
const FORMED = 256;

/** What is known of ‖∇²f(x + δ)‖, with the residual of the Ritz pair behind the lower end. */
export interface HessianNorm extends Bounds {
  /** ‖Hy − θy‖ for the Ritz pair (θ, y): some eigenvalue is as close to θ as that. */
  readonly residual: number;
  /** y, a unit vector. */
  readonly vector: Float64Array;
}

/** A bound on both ends of the spectrum of Wᵀ diag(c) W by factorisations of λI ∓ H, the rounding of H included. */
function formedUpper(weights: Float64Array, c: Float64Array, d: number, size: number, crude: number): number {
  const H = new Float64Array(d * d);
  addWeightedGram(H, weights, c);
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) H[i * d + j] = H[j * d + i];
  // |Ĥ − H|_ij ≤ γ_{k+3} max|c| Σ_ℓ |w_ℓi w_ℓj|, a matrix of norm at most max|c|·‖W‖_F².
  const error = roundings(c.length + 4) * largestOf(c) * size ** 2;
  const above = largestEigenvalue(H, d, crude).upper;
  const below = largestEigenvalue(
    H.map((h) => -h),
    d,
    crude,
  ).upper;
  return (Math.max(above, below) + error) * (1 + 2 ** -50);
}

/**
 * ‖∇²f(x + δ)‖, the largest eigenvalue in size of Wᵀ diag(aψ''(u + t)) W/√k, between two bounds.
 *
 * Below: the Rayleigh quotient of a Ritz vector (Lanczos, matrix-free), less its rounding. Above: max|aψ''|·‖W‖²/√k, or
 * for weights in memory and d ≤ 256 a factorisation, whichever is less. ψ'' is taken at the computed pre-activations,
 * which are those of weights that differ from W by its rounding; nothing is known of how fast ψ'' changes.
 *
 * @param t Wδ.
 * @param products with the Hessian at most.
 */
export function hessianNorm(around: Neighbourhood, t: Float64Array, products = 64): HessianNorm {
  const { d, k, activation, weights, size, rounding, operatorNorm } = around;
  const c = weightedHessian(around, t);
  // ψ'' is right to 8 ulp, or as far as a difference quotient goes.
  const accuracy = activation.secondDerivative ? 2 ** -48 : 2 ** -30;
  const weight = Math.min(
    largestOf(c) * (1 + accuracy),
    (activation.smoothness * largestOf(around.coefficients)) / Math.sqrt(k),
  );
  const crude = weight * operatorNorm.upper ** 2 * (1 + 2 ** -48);
  // Without weights every direction that is not asked for yet is alike, and Wᵀc is one that the Hessian knows of.
  const start = weights ? genericVector(d) : around.transposedProduct(c);
  const { vector, residual } = lanczos(hessianOperator(around, c), start, { products });
  const image = around.product(vector);
  const length = dot(vector, vector);
  const quotient = length > 0 ? Math.abs(rayleigh(c, image)) / length : 0;
  const lost =
    weight * (accuracy * operatorNorm.upper ** 2 + 4 * (rounding + roundings(k + 8)) * size * operatorNorm.upper);
  const lower = Math.max(0, quotient * (1 - 2 ** -48) - lost);
  const formed = weights && d <= FORMED ? formedUpper(weights, c, d, size, crude) + accuracy * crude : Infinity;
  const upper = Math.min(crude, formed);
  return { lower: Math.min(lower, upper), upper, residual, vector };
}

/** Σ_ℓ c_ℓ s_ℓ². */
function rayleigh(c: Float64Array, s: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < c.length; i++) sum += c[i] * s[i] * s[i];
  return sum;
}
