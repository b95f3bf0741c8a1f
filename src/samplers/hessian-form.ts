import { defineSampler } from "../auditor/sampler.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import { fillNormalFast } from "../networks/kernels/fill-normal-fast.js";
import { correlation, d, type Given, k, psi } from "./parameters.js";

/** uᵀ∇²f(x)u for one unit vector u. */
export interface HessianFormDraw {
  /** uᵀ∇²f(x)u */
  readonly value: number;
}

/** Neurons at a time: the memory that a draw takes does not grow with k. A multiple of the 32 signs of a word. */
const BLOCK = 4096;

/**
 * uᵀ∇²f(x)u = (1/√k) Σ_ℓ a_ℓ(w_ℓ·u)²ψ''(w_ℓ·x) for a unit vector u and ‖x‖ = √d: the pairs (√d·w_ℓ·u, w_ℓ·x) = (W, Z)
 * are independent and normal of variance 1 with E[WZ] = x·u/√d = ρ, so W = ρZ + √(1 − ρ²)ξ. O(k) whatever d, which
 * enters as 1/d alone. Reads the sub-streams `z`, `xi` and `a`.
 *
 * @param correlation ρ in [−1, 1]; for d = 1 only ±1 occur.
 * @throws RangeError if ψ has no second derivative.
 */
export function drawHessianForm(
  { psi, d, k, correlation }: Given<"psi" | "d" | "k" | "correlation">,
  random: Streams,
): HessianFormDraw {
  const { secondDerivative } = psi;
  if (!secondDerivative)
    throw new RangeError(`activation is ${psi.id}; for a Hessian it must have a second derivative`);
  const across = Math.sqrt((1 - correlation) * (1 + correlation));
  const [zBits, xiBits, aBits] = [random("z"), random("xi"), random("a")];
  const size = Math.min(k, BLOCK);
  const [z, xi, a] = [0, 0, 0].map(() => new Float64Array(size));
  let total = 0;
  for (let start = 0; start < k; start += size) {
    const count = Math.min(size, k - start);
    fillNormalFast(z, zBits);
    fillNormalFast(xi, xiBits);
    fillRademacher(a, aBits);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const w = correlation * z[i] + across * xi[i];
      sum += a[i] * w * w * secondDerivative(z[i]);
    }
    total += sum;
  }
  return { value: total / (d * Math.sqrt(k)) };
}

/** Draws a quadratic form of the Hessian: any d, time proportional to k. */
export const hessianForm = defineSampler({
  id: "hessian-form",
  parameters: [psi, d, k, correlation],
  cost: ({ k }) => 8 * k,
  draw: drawHessianForm,
});
