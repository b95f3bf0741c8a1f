import { isNought } from "../numbers/is-nought.js";
import { kept } from "../numbers/kept.js";
import { logNormalUpperTail } from "../numbers/normal-tail.js";
import { binomialMixture } from "../numbers/sums/binomial-mixture.js";
import { signSumTail } from "../numbers/sums/count-tail.js";
import { variableOf } from "../numbers/sums/gaussian-variable.js";
import { type LogEnclosure, NEVER, SURE } from "../numbers/sums/log-enclosure.js";
import { sumTail } from "../numbers/sums/sum-tail.js";
import { tailEnclosure } from "../numbers/tail-error.js";
import type { Activation } from "./activation.js";
import { integrandOf } from "./activation-integrand.js";
import { constantSides } from "./constant-sides.js";
import { shareOf, slopesOf } from "./slopes.js";

/** t ↦ log P(|f(x)| > t). */
type ValueTail = (t: number) => LogEnclosure;

/** Mixtures over the number of active neurons are exact up to this width; beyond, the contour is more precise. */
const MIXTURE_WIDTH = 4096;

/** log P(|X| > t), X ~ N(0, v), v known to 6 roundings: t²/v has 9, and is at most −2·log of the tail. */
export function longNormal(t: number, v: number): LogEnclosure {
  if (v === 0) return NEVER;
  const log = Math.LN2 + logNormalUpperTail(t / Math.sqrt(v));
  return tailEnclosure(Math.min(0, log));
}

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
  if (flat === steep) return (t) => longNormal(t / steep, 1);
  return (t) => binomialMixture(k, (n) => longNormal(t / steep, shareOf(flat / steep, n, k)));
}

function tailOf(psi: Activation, k: number): ValueTail | null {
  if (isNought(psi.gaussian.secondMoment)) return () => NEVER;
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
  return tail && ((t) => (t < 0 ? SURE : tail(t)));
}
