import { logBetaKernel, logIncompleteBeta } from "../numbers/log-incomplete-beta.js";

/** What `draws` yes/no experiments said: `failures` of them failed. Integers, 0 ≤ failures ≤ draws. */
export interface Counts {
  readonly failures: number;
  readonly draws: number;
}

/** Draws between two looks at a running test; rows do not depend on how draws are batched. */
export const LOOK_EVERY = 64;

/** The parameters (v+1, n−v+1) of the beta law that v failures in n draws make of a uniform prior. */
function betaParameters({ failures, draws }: Counts): readonly [number, number] {
  if (!Number.isSafeInteger(draws) || draws < 0) throw new RangeError(`draws is ${draws}; it must be an integer ≥ 0`);
  if (!Number.isSafeInteger(failures) || failures < 0 || failures > draws)
    throw new RangeError(`failures is ${failures}; it must be an integer from 0 to draws, here ${draws}`);
  return [failures + 1, draws - failures + 1];
}

function requireGamma(gamma: number): void {
  if (!(gamma > 0 && gamma < 1)) throw new RangeError(`gamma is ${gamma}; it must be in (0, 1)`);
}

/**
 * log E for "the failure probability p is at most gamma": the likelihood ratio of the counts against p = gamma,
 * averaged over the uniform prior on (gamma, 1),
 *
 *   E = B(v+1, n−v+1)·(1 − I_γ(v+1, n−v+1)) / ((1−γ)·γ^v·(1−γ)^(n−v)),
 *
 * a nonnegative supermartingale of mean ≤ 1 under every p ≤ γ (a martingale at p = γ), so that E ≥ 1/α at any look
 * refutes p ≤ γ with false-alarm probability at most α (Ville; Robbins 1970; Howard, Ramdas, McAuliffe, Sekhon 2021).
 * With K = γ^(v+1)(1−γ)^(n−v+1)/B(v+1, n−v+1): E = (1 − I)·γ/K.
 *
 * E falls as γ grows: substituting q = 1 − (1−γ)s, E = ∫₀¹ (s + (1−s)/γ)^v s^(n−v) ds.
 *
 * @throws RangeError if gamma is outside (0, 1) or the counts are not integers with 0 ≤ failures ≤ draws.
 */
export function logEvidenceAbove(counts: Counts, gamma: number): number {
  requireGamma(gamma);
  const [a, b] = betaParameters(counts);
  return logIncompleteBeta(gamma, a, b).logUpper + Math.log(gamma) - logBetaKernel(gamma, a, b);
}

/**
 * log of the mirror image, prior uniform on (0, gamma): E = B(v+1, n−v+1)·I_γ / (γ·γ^v·(1−γ)^(n−v)).
 * E ≥ 1/α refutes p ≥ γ, which supports the claim that failures have probability at most γ. E grows with γ.
 *
 * @throws RangeError as `logEvidenceAbove`.
 */
export function logEvidenceBelow(counts: Counts, gamma: number): number {
  requireGamma(gamma);
  const [a, b] = betaParameters(counts);
  return logIncompleteBeta(gamma, a, b).logLower + Math.log1p(-gamma) - logBetaKernel(gamma, a, b);
}
