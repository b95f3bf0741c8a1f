import type { Estimate } from "./adaptive-quadrature.js";
import { KRONROD, NODES } from "./gauss-kronrod.js";
import { gaussianExpectation } from "./gaussian-expectation.js";
import { type Integrand, power, product, REACH } from "./integrand.js";
import { kronrodError, RULE_ORDER } from "./kronrod-error.js";
import { nearestTo0, type TaylorBounds } from "./majorants/taylor-bounds.js";
import { splitPanels, wholeEnds } from "./proven-panels.js";

/** Relative to √(E f² E h²), what the quadrature of either integral may leave, about. */
const TOLERANCE = 1e-10;
/** Half-widths of strips, in units of the width over which the inner integral is smooth. */
const STRIPS = [0.2, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5];
const MOST_PANELS = 400;
const UP = 1 + 1e-12;
/** |φ^(j)(t)| ≤ 1.0865·√(j!)·e^(−t²/4)/√(2π) (Cramér's inequality for Hermite functions). */
const CRAMER = 0.4335;

/** A function f with |f(t)| ≤ (constant + slope·|t|)^power. */
export interface Grown {
  readonly f: Integrand;
  readonly growth: { readonly constant: number; readonly slope: number; readonly power: number };
}

interface Panel {
  readonly low: number;
  readonly high: number;
  /** To steer by. */
  readonly error: number;
  /** What the rule leaves, but for e^(−t²/4) at the least |t| = |u − ρs|/r. */
  readonly left: number;
}

/** Nodes for ∫ h(u)·φ((u − m)/r)/r du that serve every m: u, what weight and h(u) make, and what that may be off by. */
function innerRule({ f: h }: Grown, bounds: TaylorBounds, r: number, least: number) {
  const density = new Float64Array(RULE_ORDER + 1);
  for (let j = 0, term = CRAMER / r; j <= RULE_ORDER; j++, term /= r * Math.sqrt(j)) density[j] = term * UP;
  const make = (low: number, high: number): Panel => {
    const left = kronrodError(bounds(low, high, RULE_ORDER), density, (high - low) / 2);
    return { low, high, left, error: left * Math.exp(-(nearestTo0(low, high) ** 2) / 4) };
  };
  const panels = splitPanels(wholeEnds(h.kinks, REACH), make, () => least, MOST_PANELS);
  const nodes = panels.flatMap(({ low, high }) => {
    const [half, middle] = [(high - low) / 2, (low + high) / 2];
    const slope = bounds(low, high, 1)[1] ?? Infinity;
    return Array.from({ length: 15 }, (_, i) => {
      const u = middle + (i < 8 ? -1 : 1) * half * NODES[i < 8 ? i : i - 7];
      const weight = (half * KRONROD[i < 8 ? i : i - 7]) / (r * Math.sqrt(2 * Math.PI));
      const off = slope < Infinity ? slope * 2 ** -52 * (Math.abs(u) + half) : 0;
      return { u, term: weight * h.value(u), off: weight * (h.error(u) + off + 1e-14 * Math.abs(h.value(u))) };
    });
  });
  return { panels, nodes };
}

/**
 * s ↦ E h(ρs + rZ), r = √(1 − ρ²), as an integrand: entire in s, since at s + iτ the normal density of ρs + rZ is at most
 * e^(ρ²τ²/(2r²)) times its size, so that Cauchy's estimate bounds all derivatives, whatever h is.
 */
function smoothed(h: Grown, bounds: TaylorBounds, rho: number, r: number, least: number): Integrand {
  const { panels, nodes } = innerRule(h, bounds, r, least);
  const { constant, slope, power } = h.growth;
  // E(c + ℓ|m + rZ|)^p ≤ (c + ℓ|m| + ℓr‖Z‖_p)^p, and ‖Z‖_p ≤ √p.
  const most = (m: number) => (constant + slope * (Math.abs(m) + r * Math.sqrt(Math.max(1, power)))) ** power * UP;
  function inner(s: number) {
    const m = rho * s;
    let [value, error] = [0, 0];
    for (const { u, term, off } of nodes) {
      const t = (u - m) / r;
      const weight = Math.exp(-0.5 * t * t);
      value += term * weight;
      // The exponent is off by a few ulp of it and of what cancels in u − m.
      error +=
        weight * (off + Math.abs(term) * 2 ** -50 * (1 + t * t + (Math.abs(t) * (Math.abs(u) + Math.abs(m))) / r));
    }
    for (const { low, high, left } of panels) error += left * Math.exp(-((nearestTo0(low - m, high - m) / r) ** 2) / 4);
    return { value, error: error * UP };
  }
  let [last, kept] = [Number.NaN, { value: 0, error: 0 }];
  const at = (s: number) => {
    if (s !== last) [last, kept] = [s, inner(s)];
    return kept;
  };
  return {
    value: (s) => at(s).value,
    error: (s) => at(s).error,
    bounds(low, high, order) {
      const a = new Float64Array(order + 1);
      const farthest = Math.max(Math.abs(low), Math.abs(high));
      a[0] = most(rho * farthest);
      a.fill(rho === 0 ? 0 : Infinity, 1);
      for (const part of STRIPS) {
        const tau = (part * r) / Math.abs(rho);
        let bound = most(rho * (farthest + tau)) * Math.exp((part * part) / 2) * UP;
        for (let j = 1; rho !== 0 && j <= order; j++) {
          bound /= tau;
          a[j] = Math.min(a[j], bound);
        }
      }
      return a;
    },
    kinks: [],
    far: { most: most(REACH), degree: power },
    scale: 1,
  };
}

/** t ↦ h(−t). */
function mirrored(h: Integrand): Integrand {
  const { bounds } = h;
  return {
    ...h,
    value: (t) => h.value(-t),
    error: (t) => h.error(-t),
    bounds: bounds && ((low, high, order) => bounds(-high, -low, order)),
    kinks: h.kinks.map((kink) => -kink).toReversed(),
  };
}

/** E f(X)h(Y) where h has no majorants: an estimate. */
function estimated(f: Integrand, h: Integrand, rho: number, r: number): Estimate {
  const inner = (s: number) =>
    gaussianExpectation(
      (z) => h.value(rho * s + r * z),
      h.kinks.map((kink) => (kink - rho * s) / r),
      {
        relativeError: TOLERANCE,
      },
    ).value;
  return gaussianExpectation((s) => f.value(s) * inner(s), f.kinks, { relativeError: TOLERANCE });
}

/**
 * E f(X)h(Y) for standard normal X, Y with E XY = ρ, by two integrals with proved errors, one in the other: Y = ρX + rZ. Both
 * leave about 1e-10 of √(E f² E h²). An estimate where f or h has no majorants.
 *
 * @param rho from −1 to 1.
 */
export function gaussianPairExpectation(f: Grown, h: Grown, rho: number): Estimate {
  const r = Math.sqrt((1 - rho) * (1 + rho));
  if (r === 0) return gaussianExpectation(product(f.f, rho > 0 ? h.f : mirrored(h.f)), [], { tolerance: TOLERANCE });
  if (!f.f.bounds || !h.f.bounds) return estimated(f.f, h.f, rho, r);
  const [ofF, ofH] = [f.f, h.f].map((g) => Math.sqrt(gaussianExpectation(power(g, 2)).value));
  const inner = smoothed(h, h.f.bounds, rho, r, TOLERANCE * ofH);
  return gaussianExpectation(product(f.f, inner), [], { tolerance: TOLERANCE, least: TOLERANCE * ofF * ofH });
}
