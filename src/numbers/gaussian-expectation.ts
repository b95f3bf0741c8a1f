import { type Estimate, integrate } from "./adaptive-quadrature.js";
import { KRONROD, NODES } from "./gauss-kronrod.js";
import { gaussianPanels } from "./gaussian-panels.js";
import { type Integrand, onItsWord, REACH } from "./integrand.js";
import { kronrodError, RULE_ORDER } from "./kronrod-error.js";
import { densityBounds, productBound, type TaylorBounds } from "./majorants/taylor-bounds.js";
import { type BoundedPanel, splitPanels, wholeEnds } from "./proven-panels.js";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const density = (t: number) => INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * t * t);
/** What the rule may leave, relative to ∫|f|φ. */
const TOLERANCE = 1e-15;
const ULP = 2 ** -52;

interface Panel extends BoundedPanel {
  /** About ∫|f|φ. */
  readonly size: number;
  /** Bounds |fφ| and |(fφ)'|. */
  readonly most: number;
  readonly slope: number;
}

/** E f(X) from panels on which the rule's error is proved. */
function proven(f: Integrand, bounds: TaylorBounds, enough: number): Omit<Estimate, "proven"> {
  const make = (low: number, high: number): Panel => {
    const half = (high - low) / 2;
    const middle = (low + high) / 2;
    const [a, phi] = [bounds(low, high, RULE_ORDER), densityBounds(low, high, RULE_ORDER)];
    const error = kronrodError(a, phi, half);
    const slope = a.length > 1 ? productBound(a, phi, 1) : Infinity;
    return {
      low,
      high,
      error,
      most: productBound(a, phi, 0),
      slope,
      size: 2 * half * Math.abs(f.value(middle)) * density(middle),
    };
  };
  const goal = (all: readonly Panel[]) =>
    Math.max(
      enough,
      all.reduce((sum, { size }) => sum + TOLERANCE * size, 0),
    );
  const panels = splitPanels(wholeEnds(f.kinks, REACH, enough > 0), make, goal);
  const negligible = goal(panels) / (20 * panels.length);
  let [total, rest, error] = [0, 0, 0];
  const add = (x: number) => {
    // Neumaier's sum.
    const next = total + x;
    rest += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  };
  for (const { low, high, error: left, most, slope } of panels) {
    const half = (high - low) / 2;
    if (2 * half * most <= negligible) {
      error += 2 * half * most;
      continue;
    }
    error += left;
    const middle = (low + high) / 2;
    let size = 0;
    for (let i = 0; i < 15; i++) {
      const t = middle + (i < 8 ? -1 : 1) * half * NODES[i < 8 ? i : i - 7];
      const weight = half * KRONROD[i < 8 ? i : i - 7] * density(t);
      const value = f.value(t);
      add(weight * value);
      // t² and its half are off by half an ulp each, so the density by t²/2 ulp; products, weight and sum by a few.
      size += weight * (f.error(t) + (4 + (t * t) / 2) * ULP * Math.abs(value));
    }
    // Abscissas are off by their own rounding, and by those of the nodes and of half a panel.
    const shift = slope < Infinity ? half * slope * ULP * (Math.max(-low, high) + 2 * half) : 0;
    error += size + shift;
  }
  const { most: far, degree } = f.far;
  // ∫ (t/R)^n φ over t > R is at most φ(R)/(R − n/R).
  const beyond = far === 0 ? 0 : degree < (REACH * REACH) / 2 ? far * Number.MIN_VALUE : Infinity;
  return { value: total + rest, error: (error + beyond) * (1 + 1e-12) };
}

/**
 * E f(X) for X ~ N(0, 1). With majorants of f the error is proved: panels are halved until what the 15-point rule leaves
 * on each (kronrod-error.ts) sums to 1e-15 of E|f(X)|, or 3000 are there; values, abscissas and sums enter with their
 * rounding. What is stated is what is proved, however wide.
 *
 * For a plain function, or one without majorants, or where these say nothing, it is an estimate (`proven` is false) by
 * adaptive Gauss–Kronrod: what falls between its nodes is missed. `kinks` are then those of f, `scale` the length
 * over which it changes near 0 where that is far below 1, and `relativeError` bounds that of its values (4 ulp unless
 * given). Panels are halved no further than to an error of `enough`, where that will do.
 */
export function gaussianExpectation(
  f: Integrand | ((t: number) => number),
  kinks: readonly number[] = [],
  {
    scale = 1,
    relativeError = 2 ** -50,
    enough = 0,
  }: { readonly scale?: number; readonly relativeError?: number; readonly enough?: number } = {},
): Estimate {
  const integrand = typeof f === "function" ? onItsWord(f, kinks, scale) : f;
  if (integrand.bounds) {
    const found = proven(integrand, integrand.bounds, enough);
    if (found.error < Infinity) return { ...found, proven: true };
  }
  const { value } = integrand;
  const ends = gaussianPanels(integrand.kinks, integrand.scale);
  return integrate((t) => value(t) * density(t), ends, relativeError);
}
