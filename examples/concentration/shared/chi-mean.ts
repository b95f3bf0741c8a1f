/** The recursion starts this far above n. */
const AHEAD = 2 ** 14;

/**
 * E χ_n, between two ends. √(n − ½) < E χ_n < n/√(n + ½) for n ≥ 2, and E χ_n·E χ_{n+1} = n, since
 * E χ_n = √2·Γ((n + 1)/2)/Γ(n/2). The bracket is carried down from n + 2^14, where it is narrower than 1e-9 of itself, and
 * is known there to 1e-11 besides rounding.
 */
export function chiMean(n: number): { readonly lower: number; readonly upper: number } {
  const start = n < 1e7 ? n + AHEAD : n;
  let [lower, upper] = [Math.sqrt(start - 0.5), start / Math.sqrt(start + 0.5)];
  for (let at = start - 1; at >= n; at--) [lower, upper] = [at / upper, at / lower];
  return { lower: lower * (1 - 1e-11), upper: upper * (1 + 1e-11) };
}
