import { chiSquare } from "../random/chi-square.js";
import type { Streams } from "../random/streams.js";
import { compensatedSum } from "./compensated-sum.js";
import { normals } from "./one-step-layer.js";

/** What a step law starts from. */
interface StepLaw {
  /** Input dimension. */
  readonly d: number;
  /** y, of length k: √d·We for a unit vector e of the space E that the step lies in. */
  readonly y: Float64Array;
  /** s, of length k: a function of what is independent of W on the rest of E. */
  readonly s: Float64Array;
  /** The dimension of the rest: dim E − 1. */
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
 *   ‖g‖² = α²d + h²,  v = αy + s·h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ,
 *   α = (y·s)/d,  h² = ‖s‖²·χ²/d with `degrees` degrees of freedom,  ξ ~ N(0, I_k).
 *
 * Because WQ = yeᵀ/√d + W_⊥ with W_⊥ of variance 1/d on the rest of E and independent of y and s, so that
 * g = (y·s/√d)e + W_⊥ᵀs; W_⊥ᵀs has independent entries N(0, ‖s‖²/d), hence h = ‖W_⊥ᵀs‖; and W_⊥ in the direction of
 * W_⊥ᵀs/h is s·h/‖s‖² along s and fresh Gaussian across it. s = 0 (a dead layer; in numbers, ‖s‖² < 2⁻¹⁰⁷⁴) leaves g = 0;
 * without a rest, h = 0.
 *
 * Reads the sub-streams `chi` and, for v, `xi`.
 */
export function stepLaw({ d, y, s, degrees }: StepLaw, random: Streams): Step {
  const k = s.length;
  const alpha = compensatedSum(k, (i) => y[i] * s[i]) / d;
  const sNormSquared = compensatedSum(k, (i) => s[i] * s[i]);
  const hSquared = (sNormSquared * chiSquare(degrees, random("chi"))) / d;
  return {
    norm: Math.sqrt(alpha * alpha * d + hSquared),
    v: () => {
      if (sNormSquared === 0) return new Float64Array(k);
      const xi = normals(k, random("xi"));
      const spread = Math.sqrt(hSquared / d);
      const along = (hSquared - spread * compensatedSum(k, (i) => s[i] * xi[i])) / sNormSquared;
      return y.map((t, i) => alpha * t + along * s[i] + spread * xi[i]);
    },
  };
}
