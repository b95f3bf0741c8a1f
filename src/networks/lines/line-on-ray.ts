import type { SlopedLine } from "../line.js";
import { isPiecewiseLinear } from "./is-piecewise-linear.js";
import type { RayProfile } from "./ray.js";
import { sampledFlip } from "./sampled-flip.js";
import { smallestFlip } from "./smallest-flip.js";

/** A line of which all neurons are in memory. */
export interface RayLine extends SlopedLine, RayProfile {}

/** A profile along a gradient, as a line: with ‖∇f(x)‖, and the smallest flip, exact where ψ is piecewise linear. */
export function lineOnRay(profile: RayProfile, gradientNorm: () => number, stepNorm = gradientNorm): RayLine {
  const { at, slopes, ray } = profile;
  return {
    get value() {
      return profile.value;
    },
    get gradientNorm() {
      return gradientNorm();
    },
    at,
    slopes,
    ray,
    smallestFlip(options = {}) {
      const { activation } = ray();
      if (!isPiecewiseLinear(activation))
        return sampledFlip({ value: profile.value, gradientNorm: stepNorm(), at }, options);
      const { limit = 20 } = options;
      const flip = smallestFlip(ray(), { limit });
      return flip && { ...flip, gap: 0 };
    },
  };
}
