import type { Bits } from "../../chance/bits.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";
import { type AttackEffort, attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";
import { type SearchEffort, searchVariation } from "./variation-search.js";

/** Dimensions in which branch and bound pays. */
export const FEW_DIMENSIONS = 3;

/** What each side of the sandwich may take. */
export interface VariationEffort {
  readonly attack: AttackEffort;
  readonly search: SearchEffort;
}

/** What a draw takes: a few milliseconds at a hundred neurons and dimensions. */
const DRAW_EFFORT: VariationEffort = {
  attack: { restarts: 1, products: 8, steps: 5, ascents: 2, polish: 0.05 },
  search: { gradients: 96, width: 0.1 },
};

/** Looks at single neurons that a branch and bound in a draw may take, and the fewest gradients. */
const SEARCH_LOOKS = 2 ** 17;
const FEWEST_GRADIENTS = 12;
/** Where a look at every neuron takes that long, an attack from the best point that the search saw makes one step. */
const MANY_NEURONS = 4096;

/** The effort that a network's size affords. */
function affordable({ weights, k }: Neighbourhood): VariationEffort {
  if (!weights) return DEFERRED_EFFORT;
  const { attack, search } = DRAW_EFFORT;
  const gradients = Math.max(FEWEST_GRADIENTS, Math.min(search.gradients, Math.floor(SEARCH_LOOKS / k)));
  const brief = k > MANY_NEURONS ? { ...attack, steps: 1, polish: 1 } : attack;
  return { attack: brief, search: { ...search, gradients } };
}

/** The same where each product makes all later ones dearer. */
const DEFERRED_EFFORT: VariationEffort = {
  attack: { restarts: 0, products: 0, steps: 3, ascents: 1, polish: 1 },
  search: { gradients: 0, width: 1 },
};

/**
 * sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for a smooth ψ: below by an attack, above by a certificate. In up to three dimensions
 * branch and bound sharpens the certificate, and the attack starts from the best point that it saw. The lower end can
 * refute an upper bound and never support it, the upper end can support one and never refute it.
 *
 * @param random for the random starts of the attack.
 * @throws RangeError if ψ has no finite L.
 */
export function gradientVariation(
  around: Neighbourhood,
  radius: number,
  random: Bits,
  { attack, search }: VariationEffort = affordable(around),
): Bounds {
  const found = around.weights && around.d <= FEW_DIMENSIONS ? searchVariation(around, radius, search) : null;
  const { lower } = attackVariation(around, radius, attack, random, found ? [found.at] : undefined);
  const upper = found ? Math.min(found.upper, certifyVariation(around, radius, 0)) : certifyVariation(around, radius);
  return { lower: Math.min(Math.max(lower, found?.lower ?? 0), upper), upper };
}
