import { type Integrand, onItsWord, REACH } from "../numbers/integrand.js";
import type { TaylorBounds } from "../numbers/majorants/taylor-bounds.js";
import type { Activation, DerivativeOrder } from "./activation.js";

type Parts = Pick<
  Activation,
  "value" | "derivative" | "secondDerivative" | "supremum" | "lipschitz" | "smoothness" | "kinks" | "proof"
>;

const UP = 1 + 1e-13;
/** Beyond, the normal law has nothing that a double holds, whatever ψ is there. */
const FARTHEST = Number.MAX_VALUE;

/** Majorants whose first two entries are no more than values in the middle and the next entry allow. */
function tightened(
  bounds: TaylorBounds,
  value: (t: number) => number,
  slope: ((t: number) => number) | null,
): TaylorBounds {
  return (low, high, order) => {
    const found = bounds(low, high, order);
    if (found.length < 2 || !Number.isFinite(low) || !Number.isFinite(high)) return found;
    const a = found.slice();
    const middle = (low + high) / 2;
    const half = Math.max(high - middle, middle - low);
    if (slope && a.length > 2) a[1] = Math.min(a[1], (slope(middle) + 2 * a[2] * half) * UP);
    a[0] = Math.min(a[0], (value(middle) + a[1] * half) * UP);
    return a;
  };
}

/** How ψ^(m) grows beyond ±REACH. */
function farOf(psi: Parts, m: DerivativeOrder): Integrand["far"] {
  const most = [psi.supremum, psi.lipschitz, psi.smoothness][m];
  if (most < Infinity) return { most, degree: 0 };
  if (m === 0 && psi.lipschitz < Infinity)
    return { most: (Math.abs(psi.value(0)) + psi.lipschitz * REACH) * UP, degree: 1 };
  const far = psi.proof?.far?.(m);
  if (far) return far;
  const sides = [psi.proof?.bounds(m)(REACH, FARTHEST, 0), psi.proof?.bounds(m)(-FARTHEST, -REACH, 0)];
  return { most: Math.max(...sides.map((a) => a?.[0] ?? Infinity)), degree: 0 };
}

/**
 * ψ, ψ' or ψ'' as an integrand: with its majorants, where ψ has a proof.
 *
 * @param scale the length over which it changes near 0, for estimates.
 */
export function integrandOf(psi: Parts, m: DerivativeOrder, scale = 1): Integrand {
  const values = [psi.value, psi.derivative, psi.secondDerivative];
  const [value, next] = [values[m], m < 2 ? values[m + 1] : null];
  if (!value) throw new RangeError("ψ must have a second derivative to be integrated");
  const { proof, kinks } = psi;
  if (!proof) return onItsWord(value, kinks, scale);
  const most = (f: (t: number) => number, n: DerivativeOrder) => (t: number) => Math.abs(f(t)) + proof.error(t, n);
  const slope = next ? most(next, m === 0 ? 1 : 2) : null;
  return {
    value,
    error: (t) => proof.error(t, m),
    bounds: tightened(proof.bounds(m), most(value, m), slope),
    kinks,
    far: farOf(psi, m),
    scale,
  };
}
