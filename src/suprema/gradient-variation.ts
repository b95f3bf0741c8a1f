import type { Bits } from "../random/bits.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";
import { type AttackEffort, attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";
import { type SearchEffort, searchVariation } from "./variation-search.js";

/** Dimensions in which branch and bound pays. */
const FEW_DIMENSIONS = 3;

/** What each side of the sandwich may take. */
export interface VariationEffort {
  readonly attack: AttackEffort;
  readonly search: SearchEffort;
}

/** What a draw takes: milliseconds at a few hundred neurons and dimensions. */
export const DRAW_EFFORT: VariationEffort = {
  attack: { restarts: 1, steps: 8, ascents: 2, products: 8 },
  search: { gradients: 96, width: 0.1 },
};

/** The same where each product makes all later ones dearer. */
const DEFERRED_EFFORT: VariationEffort = {
  attack: { restarts: 0, steps: 3, ascents: 1, products: 3 },
  search: { gradients: 0, width: 1 },
};

/**
 * sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for a smooth ψ: below by an attack, above by a certificate, both sharpened by branch
 * and bound in up to three dimensions. The lower end can refute an upper bound and never support it, the upper end can
 * support one and never refute it.
 *
 * @param random for the random starts of the attack.
 * @throws RangeError if ψ has no finite L.
 */
export function gradientVariation(
  around: Neighbourhood,
  radius: number,
  random: Bits,
  { attack, search }: VariationEffort = around.weights ? DRAW_EFFORT : DEFERRED_EFFORT,
): Bounds {
  const { lower } = attackVariation(around, radius, attack, random);
  const upper = certifyVariation(around, radius);
  if (!around.weights || around.d > FEW_DIMENSIONS) return { lower: Math.min(lower, upper), upper };
  const found = searchVariation(around, radius, search);
  const least = Math.min(upper, found.upper);
  return { lower: Math.min(Math.max(lower, found.lower), least), upper: least };
}
