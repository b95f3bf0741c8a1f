/** So large that nothing is beyond it. */
const MOST = 1e6;

/** log(1 − e^x) for x ≤ 0. */
const logComplement = (x: number) => (x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x)));

/**
 * By how much a failure probability exceeds what is allowed, in logarithms of odds: above 0 exactly where it does. Odds, since
 * next to 1 every probability is near every other.
 *
 * @param log of the failure probability, ≤ 0; `logAllowed` of what is allowed, < 0.
 */
export function logOddsOver(log: number, logAllowed: number): number {
  if (log === logAllowed) return 0;
  const over = log - logAllowed + logComplement(Math.min(0, logAllowed)) - logComplement(Math.min(0, log));
  return Number.isNaN(over) ? 0 : Math.max(-MOST, Math.min(MOST, over));
}
