import { defineSampler } from "../auditor/sampler.js";
import { fillRademacher } from "../chance/rademacher.js";
import { fillNormalFast } from "../networks/kernels/fill-normal-fast.js";
import { shownValue } from "../numbers/shown-value.js";
import { configurationOf } from "./directions.js";
import { d, directions, k } from "./parameters.js";

/** What fixed directions see of a random network (1), ‖x‖ = √d; each array has length k. */
export interface FixedDirectionsDraw {
  /** a */
  readonly coefficients: Float64Array;
  /** w·x */
  readonly x: Float64Array;
  /** w·e for the unit vector e along δ = Re. */
  readonly delta: Float64Array;
  /** w·v */
  readonly v: Float64Array;
}

/**
 * What fixed directions δ and v see of a network, O(k) at any d: the triples (w_ℓ·x, w_ℓ·e, w_ℓ·v) are independent
 * Gaussians with the covariance of the vectors over d. `directions` names how these lie: radial (along x) or tangent
 * (across it), v along δ or across, or a diagonal between the two.
 */
export const fixedDirections = defineSampler({
  id: "fixed-directions",
  parameters: [d, k, directions],
  cost: ({ k }) => 8 * k,
  draw: ({ d, k, directions }, random): FixedDirectionsDraw => {
    const { along, dimensions } = configurationOf(directions);
    if (d < dimensions)
      throw new RangeError(`d is ${d}; it must be at least ${dimensions} for directions ${shownValue(directions)}`);
    const [x, delta, v, coefficients] = Array.from({ length: 4 }, () => new Float64Array(k));
    fillNormalFast(x, random("x"));
    fillNormalFast(delta, random("g"));
    fillNormalFast(v, random("h"));
    fillRademacher(coefficients, random("a"));
    const scale = 1 / Math.sqrt(d);
    for (let i = 0; i < k; i++) {
      const [e, across] = along(x[i], delta[i], v[i]);
      delta[i] = scale * e;
      v[i] = scale * across;
    }
    return { coefficients, x, delta, v };
  },
});
