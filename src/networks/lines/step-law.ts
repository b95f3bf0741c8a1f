import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { compensatedSum } from "../compensated-sum.js";
import { normals } from "./one-step-layer.js";

/** What a step law starts from. */
interface StepLaw {
  /** Input dimension. */
  readonly d: number;
  /** y_j, each of length k: √d·We_j for orthonormal vectors e_j of the space E that the step lies in. */
  readonly y: readonly Float64Array[];
  /** s, of length k: a function of what is independent of W on the rest of E. */
  readonly s: Float64Array;
  /** The dimension of the rest: that of E less the number of the e_j. */
  readonly degrees: number;
}

/** A random step g, and what the network makes of it. */
export interface Step {
  /** ‖g‖ */
  readonly norm: number;
  /** v = Wg */
  readonly v: () => Float64Array;
}

/**
 * The joint law of ‖g‖ and Wg for g = QWᵀs, Q the projection onto E, entries of W independent N(0, 1/d):
 *
 *   ‖g‖² = Σα_j²d + h²,  v = Σα_jy_j + s·h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ,
 *   α_j = (y_j·s)/d,  h² = ‖s‖²·χ²/d with `degrees` degrees of freedom,  ξ ~ N(0, I_k).
 *
 * Because WQ = Σ y_je_jᵀ/√d + W_⊥ with W_⊥ of variance 1/d on the rest of E and independent of the y_j and s, so that
 * g = Σ (y_j·s/√d)e_j + W_⊥ᵀs; W_⊥ᵀs has independent entries N(0, ‖s‖²/d), hence h = ‖W_⊥ᵀs‖; and W_⊥ in the direction of
 * W_⊥ᵀs/h is s·h/‖s‖² along s and fresh Gaussian across it. s = 0 (a dead layer; in numbers, ‖s‖² < 2⁻¹⁰⁷⁴) leaves g = 0;
 * without a rest, h = 0.
 *
 * Reads the sub-streams `chi` and, for v, `xi`.
 */
export function stepLaw({ d, y, s, degrees }: StepLaw, random: Streams): Step {
  const k = s.length;
  const alphas = y.map((along) => compensatedSum(k, (i) => along[i] * s[i]) / d);
  const sNormSquared = compensatedSum(k, (i) => s[i] * s[i]);
  const hSquared = (sNormSquared * chiSquare(degrees, random("chi"))) / d;
  return {
    norm: Math.sqrt(alphas.reduce((sum, alpha) => sum + alpha * alpha * d, 0) + hSquared),
    v: () => {
      if (sNormSquared === 0) return new Float64Array(k);
      const xi = normals(k, random("xi"));
      const spread = Math.sqrt(hSquared / d);
      const along = (hSquared - spread * compensatedSum(k, (i) => s[i] * xi[i])) / sNormSquared;
      const v = new Float64Array(k);
      for (const [j, alpha] of alphas.entries()) for (let i = 0; i < k; i++) v[i] += alpha * y[j][i];
      return v.map((t, i) => t + along * s[i] + spread * xi[i]);
    },
  };
}
