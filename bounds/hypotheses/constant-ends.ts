import type { Activation, ExpressionActivation } from "lemmacheck/activations";

/** A constant of ψ, which is at least `low` for certain and at most `high`. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Rounding of a constant that is stated to 3 ulp. */
const ROUNDING = 2 ** -50;

/** Whether ψ has a certificate of its constants. */
export const isExpression = (psi: Activation): psi is ExpressionActivation => "certificate" in psi;

/**
 * What is known of sup|ψ'| or sup|ψ''|: both ends of what is certified of an expression; for others the constant itself, which
 * is certain to be infinite in the catalogue, and for functions on somebody's word at their kinks alone.
 */
export function constantEnds(psi: Activation, name: "lipschitz" | "smoothness"): Ends {
  const high = psi[name];
  if (isExpression(psi)) return { low: psi.certificate[name].low, high };
  const bends = name === "smoothness" && psi.kinks.length > 0;
  if (high === Infinity && psi.provenance === "declared" && !bends) return { low: 0, high };
  return { low: high * (1 - ROUNDING), high };
}

/** Whether a constant is at most a number: true, false, or null where its two ends do not say. */
export function isAtMost({ low, high }: Ends, most: number): boolean | null {
  if (high <= most) return true;
  return low > most ? false : null;
}
