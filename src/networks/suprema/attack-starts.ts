import type { Bits } from "../../chance/bits.js";
import { fillNormal } from "../../chance/normal.js";
import { pow } from "../../numbers/pow.js";
import { hessianOperator, weightedHessian } from "./hessian-times.js";
import { lanczos } from "./lanczos.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** Where an attack starts. */
export interface StartEffort {
  /** Directions at random, beside those that the network suggests. */
  readonly restarts: number;
  /** Products with the Hessian that go into its top eigenvector; 0 for none. */
  readonly products: number;
}

/** Power of |a_ℓψ''(u_ℓ)|, relative to the largest, with which neurons share a direction. */
const SHARPNESS = 8;

/**
 * Directions in which the gradient may vary fast: the weights of the neuron with the largest |a_ℓψ''(u_ℓ)|, those of the
 * most curved neurons together (for R ≥ 1 ψ' flattens along one alone), the top eigenvector of ∇²f(x), and random ones. With one neuron its weights are the only direction that matters.
 */
export function attackStarts(around: Neighbourhood, { restarts, products }: StartEffort, random: Bits): Float64Array[] {
  const { d, k, x, transposedProduct } = around;
  const curvature = weightedHessian(around, new Float64Array(k));
  const steepest = new Float64Array(k);
  const top = curvature.reduce((best, c, i) => (Math.abs(c) > Math.abs(curvature[best]) ? i : best), 0);
  steepest[top] = 1;
  const starts = [transposedProduct(steepest)];
  if (k === 1 || d === 1) return starts;
  if (curvature[top] !== 0) starts.push(transposedProduct(curvature.map((c) => pow(c / curvature[top], SHARPNESS))));
  const anywhere = () => {
    const v = new Float64Array(x.length);
    fillNormal(v, random);
    return v;
  };
  if (products > 0) starts.push(lanczos(hessianOperator(around, curvature), anywhere(), { products }).vector);
  return [...starts, ...Array.from({ length: restarts }, anywhere)];
}
