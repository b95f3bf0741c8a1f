import type { Given } from "../parameters.js";

type Setting = Given<"k" | "gamma">;

/** log(c/γ) */
export const logOver = ({ gamma }: Pick<Setting, "gamma">, c: number) => Math.log(c) - Math.log(gamma);

/** Lemma 1 as printed at level γ/2 with σ = c = 1: √(2 log(2/γ)) + log(2/γ)/√k. */
export function valueAtHalf(given: Setting): number {
  const log = logOver(given, 2);
  return Math.sqrt(2 * log) + log / Math.sqrt(given.k);
}

/** What Lemma 2 at level γ/2 with σ' = c' = 1 takes off E ψ'(X)²: √(2 log(4/γ)/k) + log(4/γ)/k. */
export function lossAtHalf(given: Setting): number {
  const log = logOver(given, 4);
  return Math.sqrt((2 * log) / given.k) + log / given.k;
}
