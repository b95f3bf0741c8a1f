import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { completeSetting, type NetworkSetting, ONE_LAYER } from "../setting.js";
import { drawCoordinates } from "./input-coordinates.js";
import { drawLayer, normals } from "./one-step-layer.js";
import { onRay, type RayProfile } from "./ray.js";
import { stepLaw } from "./step-law.js";

/** What several inputs are drawn from; each has norm √d. */
export interface UniversalInputsSetting extends NetworkSetting {
  /** How many inputs, an integer in [1, 2^16]. */
  readonly inputs: number;
}

/** A random two-layer network seen from several inputs along the same direction g = Σ_ℓ a_ℓw_ℓ/√k. */
export interface UniversalInputsDraw {
  /** ‖g‖ */
  readonly directionNorm: number;
  /** For each input x_j: f(x_j), and f along x_j + ηg. */
  readonly at: readonly RayProfile[];
}

const MOST_INPUTS = 2 ** 16;

/**
 * The joint law of f(x_j), ‖g‖ and f(x_j + ηg) for all η and j, g = Wᵀa/√k, with x_j independent and uniform on the
 * sphere of radius √d: time O(k·inputs²) whatever d. In an orthonormal basis e_i of the span of the inputs √dWe_i are
 * independent vectors y_i ~ N(0, I_k), Wx_j = Σ_i r_ij y_i with x_j/√d = Σ_i r_ij e_i, and `stepLaw` has the rest: a is
 * independent of W.
 *
 * @throws RangeError if the setting is none (see `NetworkSetting`), it has more layers, k is above 2^31, or inputs is no integer in [1, 2^16].
 */
export function drawUniversalInputs(setting: UniversalInputsSetting, random: Streams): UniversalInputsDraw {
  const { psi, d, k, coefficients } = completeSetting(setting, ONE_LAYER);
  const { inputs } = setting;
  if (!(Number.isInteger(inputs) && inputs >= 1 && inputs <= MOST_INPUTS))
    throw new RangeError(`inputs is ${inputs}; it must be an integer in [1, 2^16]`);
  const { a, z } = drawLayer({ k, coefficients, scale: 1 }, random);
  const coordinates = drawCoordinates(d, inputs, random);
  const basis = Array.from({ length: Math.min(inputs, d) }, (_, i) => (i === 0 ? z : normals(k, random(`u${i}`))));
  const step = stepLaw({ d, y: basis, s: a.map((t) => t / Math.sqrt(k)), degrees: d - basis.length }, random);
  const v = lazily(step.v);
  return {
    directionNorm: step.norm,
    at: coordinates.map((column) => {
      const u = new Float64Array(k);
      for (const [i, r] of column.entries()) for (let l = 0; l < k; l++) u[l] += r * basis[i][l];
      return onRay(() => ({ activation: psi, a, u }), v);
    }),
  };
}
