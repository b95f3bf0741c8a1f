import type { Bits } from "../../chance/bits.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";
import { attackRelu, type ReluEffort } from "./relu-attack.js";
import { certifyFlips, certifyReluVariation } from "./relu-certificate.js";
import { exactReluSuprema } from "./relu-exact.js";
import { leastBelow, logFlipsTail, variationTail } from "./relu-law.js";
import { certifyByWeightedLaw } from "./relu-weighted-law.js";

/** Dimensions and widths in which every pattern can be gone through. */
const EXACT_DIMENSIONS = 3;
const EXACT_WIDTH = 500;

/** What a draw takes. */
const DRAW_EFFORT: ReluEffort = { starts: 2, restarts: 0, steps: 3, temperatures: 3 };
/** The same where there are many neurons. */
const MANY = 8000;
const MANY_EFFORT: ReluEffort = { starts: 2, restarts: 0, steps: 2, temperatures: 2 };
/** The same where each product makes all later ones dearer. */
const DEFERRED_EFFORT: ReluEffort = { starts: 1, restarts: 0, steps: 1, temperatures: 1 };
/** For flips, where a step takes two products and not five. */
const DEFERRED_FLIPS: ReluEffort = { starts: 1, restarts: 0, steps: 3, temperatures: 2 };

const isExact = ({ d, k, weights }: Neighbourhood) => weights !== null && d <= EXACT_DIMENSIONS && k <= EXACT_WIDTH;
function effortFor({ k, weights }: Neighbourhood, deferred: ReluEffort): ReluEffort {
  if (!weights) return deferred;
  return k > MANY ? MANY_EFFORT : DRAW_EFFORT;
}

/**
 * sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for the ReLU, between two bounds: exactly in up to three dimensions; else below by an
 * attack, above by the best of a certificate for the drawn weights and two for their law.
 *
 * @param around of the ReLU.
 * @param doubt the probability, > 0, with which the certificates for the law may be wrong, if the weights were drawn as in
 * (1); null for any others, which leaves the certificate for the weights, as certain as `around` is.
 * @param random for random starts of the attack.
 */
export function reluVariation(
  around: Neighbourhood,
  radius: number,
  doubt: number | null,
  random: Bits,
  effort: ReluEffort = effortFor(around, DEFERRED_EFFORT),
): Bounds {
  if (isExact(around)) return exactReluSuprema(around, radius).variation;
  const { d, k, coefficients } = around;
  let upper = certifyReluVariation(around, radius);
  if (doubt !== null && coefficients.every((a) => Math.abs(a) === 1)) {
    upper = Math.min(upper, certifyByWeightedLaw(around, radius, doubt / 2));
    upper = leastBelow(variationTail({ d, k, radius }), Math.log(doubt / 2), upper);
  }
  const { lower } = attackRelu(around, radius, "variation", effort, random);
  return { lower: Math.min(lower, upper), upper };
}

/** The most activations that one δ, ‖δ‖ ≤ R, flips, between two bounds, as `reluVariation`. */
export function reluFlips(
  around: Neighbourhood,
  radius: number,
  doubt: number | null,
  random: Bits,
  effort: ReluEffort = effortFor(around, DEFERRED_FLIPS),
): Bounds {
  if (isExact(around)) return exactReluSuprema(around, radius).flips;
  const { d, k } = around;
  const certified = certifyFlips(around, radius);
  // The least number of flips that the law rules out, by bisection; none that is possible if not even `certified` is.
  const isRuledOut = (m: number) => doubt !== null && logFlipsTail({ d, k, radius }, m) <= Math.log(doubt);
  let upper = certified;
  for (let low = 0; low < upper && isRuledOut(upper); ) {
    const middle = Math.floor((low + upper) / 2);
    if (isRuledOut(middle + 1)) upper = middle;
    else low = middle + 1;
  }
  const { lower } = attackRelu(around, radius, "flips", effort, random);
  return { lower: Math.min(lower, upper), upper };
}
