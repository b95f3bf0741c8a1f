import { logBetaKernel, logIncompleteBeta } from "./log-incomplete-beta.js";

/** What `draws` yes/no experiments said: `failures` of them failed. Integers, 0 ≤ failures ≤ draws. */
export interface Counts {
  readonly failures: number;
  readonly draws: number;
}

/** Draws between two looks at a running test; rows do not depend on how draws are batched. */
export const LOOK_EVERY = 64;

/**
 * log E for "the failure probability p is at most gamma": the likelihood ratio of the counts against p = gamma,
 * averaged over the uniform prior on (gamma, 1),
 *
 *   E = B(v+1, n−v+1)·(1 − I_γ(v+1, n−v+1)) / ((1−γ)·γ^v·(1−γ)^(n−v)),
 *
 * a nonnegative supermartingale of mean ≤ 1 under every p ≤ γ, so that E ≥ 1/α at any look refutes p ≤ γ with
 * false-alarm probability at most α (Ville; Robbins 1970; Howard, Ramdas, McAuliffe, Sekhon 2021).
 * With K = γ^(v+1)(1−γ)^(n−v+1)/B(v+1, n−v+1): E = (1 − I)·γ/K.
 */
export function logEvidenceAbove({ failures, draws }: Counts, gamma: number): number {
  const a = failures + 1;
  const b = draws - failures + 1;
  return logIncompleteBeta(gamma, a, b).logUpper + Math.log(gamma) - logBetaKernel(gamma, a, b);
}

/**
 * log of the mirror image, prior uniform on (0, gamma): E = B(v+1, n−v+1)·I_γ / (γ·γ^v·(1−γ)^(n−v)).
 * E ≥ 1/α refutes p ≥ γ, which supports the claim that failures have probability at most γ.
 */
export function logEvidenceBelow({ failures, draws }: Counts, gamma: number): number {
  const a = failures + 1;
  const b = draws - failures + 1;
  return logIncompleteBeta(gamma, a, b).logLower + Math.log1p(-gamma) - logBetaKernel(gamma, a, b);
}
