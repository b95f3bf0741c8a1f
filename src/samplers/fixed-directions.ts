import type { Sampler } from "../auditor/sampler.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import { fillNormalFast } from "../networks/kernels/fill-normal-fast.js";
import type { Given } from "./parameters.js";

/** How unit vectors e and v lie to x and to each other; their span with x needs that many dimensions. */
interface Configuration {
  readonly dimensions: number;
  /** w·e and w·v, times √d, from z = w·x and two independent N(0, 1) variables. */
  readonly along: (z: number, g: number, h: number) => readonly [e: number, v: number];
}

/** By name: v along e unless it says otherwise. */
const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  radial: { dimensions: 1, along: (z) => [z, z] },
  tangent: { dimensions: 2, along: (_, g) => [g, g] },
  "radial, v across": { dimensions: 2, along: (z, g) => [z, g] },
  "tangent, v radial": { dimensions: 2, along: (z, g) => [g, z] },
  diagonal: { dimensions: 2, along: (z, g) => [(z + g) / Math.SQRT2, (z + g) / Math.SQRT2] },
  "tangent, v across": { dimensions: 3, along: (_, g, h) => [g, h] },
};

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

function configurationOf(name: string): Configuration {
  const found = Object.hasOwn(CONFIGURATIONS, name) ? CONFIGURATIONS[name] : undefined;
  if (!found)
    throw new RangeError(
      `directions is ${JSON.stringify(name)}; it must be one of ${Object.keys(CONFIGURATIONS).join(", ")}`,
    );
  return found;
}

/**
 * The dimensions that x, δ and v of a configuration take.
 *
 * @throws RangeError if there is none of that name.
 */
export function dimensionsOf(directions: string): number {
  return configurationOf(directions).dimensions;
}

/**
 * What fixed directions δ and v see of a network, O(k) at any d: the triples (w_ℓ·x, w_ℓ·e, w_ℓ·v) are independent
 * Gaussians with the covariance of the vectors over d. `directions` names how these lie: radial (along x) or tangent
 * (across it), v along δ or across, or a diagonal between the two.
 */
export const fixedDirections: Sampler<"d" | "k" | "directions", FixedDirectionsDraw> = {
  id: "fixed-directions",
  parameters: ["d", "k", "directions"],
  cost: ({ k }) => 8 * k,
  draw: ({ d, k, directions }: Given<"d" | "k" | "directions">, random: Streams) => {
    const { along, dimensions } = configurationOf(directions);
    if (d < dimensions)
      throw new RangeError(`d is ${d}; it must be at least ${dimensions} for directions ${JSON.stringify(directions)}`);
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
};
