import { gaussianExpectation } from "../gaussian-expectation.js";
import { log1mexp } from "../log-space.js";
import { contourTail } from "./contour-tail.js";
import { gaussianCumulants } from "./gaussian-cumulants.js";
import { type GaussianVariable, integrandOfVariable } from "./gaussian-variable.js";
import { latticeTail } from "./lattice-tail.js";
import type { LogEnclosure, UpperTail } from "./log-enclosure.js";
import { chernoffBound, saddle } from "./saddle.js";
import { singleTail } from "./single-tail.js";

/** The law of −X. */
function negated(variable: GaussianVariable): GaussianVariable {
  return variable.signed
    ? variable
    : { ...variable, value: (z) => -variable.value(z), slope: (z) => -variable.slope(z) };
}

/** The lattice serves up to this k; beyond, its enclosure is wide. */
const LATTICE_WIDTH = 256;
/** The contour's sum converges if |φ|^k comes below e^−this. */
const ENOUGH = 36;

/** T ↦ P(S > T) above the mean of S; null where flat pieces of g keep the contour from converging and k is large. */
function tailAboveMean(variable: GaussianVariable, k: number, mean: number, meanError: number): UpperTail | null {
  const cumulants = gaussianCumulants(variable, mean, meanError);
  const { deviation } = cumulants;
  const contour = contourTail(cumulants, k);
  if (k > LATTICE_WIDTH) {
    const plateau = cumulants.logEnvelope(1 / (deviation * Math.sqrt(k)))(1e9 / deviation, -ENOUGH / k);
    if (k * plateau > -ENOUGH) return null;
    return (T) =>
      contour(T) ?? { logLower: -Infinity, logUpper: chernoffBound(cumulants, k, T, saddle(cumulants, k, T)) };
  }
  const lattice = latticeTail(variable, mean, cumulants, k);
  return (T) => contour(T) ?? lattice(T);
}

/** log of 1 − p. */
function complement({ logLower, logUpper }: LogEnclosure): LogEnclosure {
  return { logLower: log1mexp(logUpper), logUpper: log1mexp(logLower) };
}

/**
 * T ↦ log P(X_1 + … + X_k > T) for independent copies of a function of a Gaussian, enclosed: by splitting intervals for
 * k = 1, by a tilted contour where that converges, else on a lattice, or from above alone (Chernoff). docs/exact.md says
 * what the errors rest on.
 *
 * @param variable Lipschitz, with its constant.
 * @param k an integer from 1 to 2^53.
 * @returns null without a Lipschitz constant, for k > 1 without majorants, and for k > 256 where X has an atom too large for the contour.
 */
export function sumTail(variable: GaussianVariable, k: number): UpperTail | null {
  if (!(variable.lipschitz < Infinity)) return null;
  if (k === 1) return (T) => singleTail(variable, T);
  if (!variable.bounds) return null;
  const { value: mean, error } = variable.signed
    ? { value: 0, error: 0 }
    : gaussianExpectation(integrandOfVariable(variable));
  const above = tailAboveMean(variable, k, mean, error);
  const below = tailAboveMean(negated(variable), k, -mean, error);
  if (!above || !below) return null;
  return (threshold) => {
    const T = threshold - k * mean;
    if (T >= 0) return above(T);
    // 1 − P(−S > −T), but for −S = −T exactly, which a threshold a little lower lets in.
    const [most, least] = [below(-T), below(-T * (1 - 2 ** -40))];
    return complement({ logLower: most.logLower, logUpper: least.logUpper });
  };
}
