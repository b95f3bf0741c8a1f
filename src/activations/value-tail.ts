import { kept } from "../numbers/kept.js";
import { logNormalUpperTail } from "../numbers/normal-tail.js";
import { binomialMixture } from "../numbers/sums/binomial-mixture.js";
import { signSumTail } from "../numbers/sums/count-tail.js";
import { variableOf } from "../numbers/sums/gaussian-variable.js";
import type { LogEnclosure } from "../numbers/sums/log-enclosure.js";
import { sumTail } from "../numbers/sums/sum-tail.js";
import type { Activation } from "./activation.js";
import { integrandOf } from "./activation-integrand.js";
import { constantSides } from "./constant-sides.js";
import { slopesOf } from "./slopes.js";

/** t ↦ log P(|f(x)| > t). */
type ValueTail = (t: number) => LogEnclosure;

/** Mixtures over the number of active neurons are exact up to this width; beyond, the contour is more precise. */
const MIXTURE_WIDTH = 4096;
/** Relative errors of closed forms, with a factor of 100 to spare. */
const CLOSED_FORM = 1e-11;

const CERTAIN: LogEnclosure = { logLower: 0, logUpper: 0 };

const closed = (log: number): LogEnclosure => {
  const error = log === -Infinity ? 0 : CLOSED_FORM * (1 + Math.abs(log) / 1000);
  return { logLower: log - error, logUpper: Math.min(0, log + error) };
};

/** c where ψ is c or −c on either side of 0, as c·sign(t) is; null for others. */
function sizeOf(psi: Activation): number | null {
  const { left, right } = constantSides(psi) ?? { left: 0, right: 0 };
  return Math.abs(left) === Math.abs(right) && left !== 0 ? Math.abs(left) : null;
}

/** √k·f(x)/c = 2·Bin(k, ½) − k for |ψ| = c: a fair sign makes any sign fair. */
function signTail(k: number, c: number): ValueTail {
  return (t) => {
    const { logLower, logUpper } = signSumTail(k, (t / c) * Math.sqrt(k));
    return { logLower: Math.min(0, logLower + Math.LN2), logUpper: Math.min(0, logUpper + Math.LN2) };
  };
}

function mixtureTail(k: number, flat: number, steep: number): ValueTail {
  const logTwoSided = (t: number) => Math.LN2 + logNormalUpperTail(t);
  if (flat === steep) return (t) => closed(logTwoSided(t / steep));
  return (t) =>
    binomialMixture(k, (n) => {
      const variance = (n * steep ** 2 + (k - n) * flat ** 2) / k;
      return variance === 0 ? -Infinity : logTwoSided(t / Math.sqrt(variance));
    });
}

function tailOf(psi: Activation, k: number): ValueTail | null {
  const size = sizeOf(psi);
  if (size !== null) return signTail(k, size);
  const slopes = slopesOf(psi);
  if (slopes && (k <= MIXTURE_WIDTH || slopes.flat === slopes.steep)) return mixtureTail(k, slopes.flat, slopes.steep);
  const { lipschitz, supremum } = psi;
  const variable = variableOf(integrandOf(psi, 0), integrandOf(psi, 1), { lipschitz, supremum, signed: true });
  const tail = sumTail(variable, k);
  if (tail === null) return null;
  return (t) => {
    const { logLower, logUpper } = tail(t * Math.sqrt(k));
    return { logLower: logLower + Math.LN2, logUpper: Math.min(0, logUpper + Math.LN2) };
  };
}

const lawOf = kept(tailOf);

/**
 * The law of |f(x)| for a network of one hidden layer of width k and ‖x‖ = √d: t ↦ log P(|f(x)| > t), which does not
 * depend on d; null where it is not computed. In closed form for activations linear on both sides of 0 (a mixture of
 * normal laws over the number of active neurons) and for those of one size, as the sign is (binomial); else by
 * sum-tail.ts.
 *
 * @param k an integer from 1 to 2^53.
 */
export function valueTail(psi: Activation, k: number): ValueTail | null {
  const tail = lawOf(psi, k);
  return tail && ((t) => (t < 0 ? CERTAIN : tail(t)));
}
