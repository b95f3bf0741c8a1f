import { pow } from "lemmacheck";
import { leastWhere } from "./least-where.js";
import { reluValueMoments } from "./relu-value-moments.js";
import { FINITE_STEP, finiteMargin } from "./theorem-2-finite.js";

/** c√d of Bernstein's condition for X_ℓ beside σ² = 2P/d: 6c ≥ E χ₃³ = 8√(2/π), forced at q = 3. */
const BERNSTEIN_C = (8 * Math.sqrt(2 / Math.PI)) / 6;

/** ε of the net of v, and log(m/(kp)) of the count below, among which the best pair is taken; all are valid. */
const SPHERE_NETS = [0.5, 0.25, 0.1, 0.05, 0.025];
const COUNT_LOGS = Array.from({ length: 24 }, (_, i) => 1.25 * pow(1.15, i));

/** ε of the net of δ, and how many neurons may change sign within ε of a point of it. */
export interface Mesh {
  /** log(1 + 2R/ε): of the size of the net, over d. */
  readonly logSize: number;
  readonly m: number;
}

/**
 * The net of δ for which m neurons, p = P(one changes), satisfy log(m/(kp)) = a. Both p and the net's size depend on ε,
 * and m on both: a few rounds settle it, and m is taken from the last ε.
 */
export function meshOf(k: number, d: number, R: number, fifth: number, a: number): Mesh | null {
  const density = Math.sqrt(2 / Math.PI) / (1 - R / Math.sqrt(d));
  const mOf = (logSize: number) => (d * logSize + fifth) / (a - 1 + Math.exp(-a));
  const logSizeOf = (m: number) => Math.log1p((2 * R * k * density) / (m * Math.exp(-a)));
  let logSize = 10;
  for (let round = 0; round < 40; round++) {
    const next = logSizeOf(mOf(logSize));
    if (next === logSize) break;
    logSize = next;
  }
  const m = Math.ceil(mOf(logSize) * (1 + 1e-9));
  // Less than one point for all of the ball, or all neurons: no use.
  return m < k && logSize > Math.log(3) ? { logSize: logSizeOf(m), m } : null;
}

/** V for ‖δ‖ ≤ R: see `netsMargin`. */
function variation(k: number, d: number, gamma: number, R: number): number {
  if (!(R < Math.sqrt(d) / 2)) return Infinity;
  const fifth = Math.log(5) - Math.log(gamma);
  const P = Math.asin(R / Math.sqrt(d)) / Math.PI;
  let least = Infinity;
  for (const a of COUNT_LOGS) {
    const mesh = meshOf(k, d, R, fifth, a);
    if (!mesh) continue;
    const { m, logSize } = mesh;
    const subsets = m * (1 + Math.log(k / m)) + fifth;
    const between = Math.sqrt(m / k) * (1 + Math.sqrt(m / d) + Math.sqrt((2 * subsets) / d));
    for (const sphere of SPHERE_NETS) {
      const t = d * (Math.log1p(2 / sphere) + logSize) + fifth;
      const onNet = (2 * Math.sqrt((P * t) / d) + (BERNSTEIN_C * t) / Math.sqrt(d * k)) / (1 - sphere);
      least = Math.min(least, onNet + between);
    }
  }
  return least;
}

/**
 * What is left of C₄√log(1/γ)(1 − V/g) − F at sizes k and d, with V by nets as in Proposition 4: the large width case of
 * Theorem 2 with nothing given away, for C₄ and C₅ of `FINITE_STEP`. Each of five events fails with probability at most
 * γ/5:
 *
 * - |f(x)| ≤ F and ‖∇f(x)‖ ≥ g as in `finiteMargin`, with log(10/γ) for log(8/γ);
 * - Φ(v, δ) ≤ √(4Pt/d) + ct/√(dk) at each point of a net, t = log(5·points/γ). Whether the sign of w·x changes is a matter
 *   of the angle of w in the plane E of x and δ alone, so P = arcsin(R/√d)/π at most, and what it does not depend on is
 *   the length of w in E and all of w across it: E(w·v)²1 ≤ (2|v_E|² + |v_⊥|²)P/d ≤ 2P/d, E|w·v|^q 1 ≤ P·E χ₃^q/d^(q/2).
 *   Cauchy–Schwarz in (20) has √(3P)/d, which is d^(1/4) times as much. For q ≥ 3, E χ₃^(q+1) ≤ √(q + 3)·E χ₃^q
 *   carries c on;
 * - around each point of the net of δ fewer than m neurons change sign within ε: |w·y| ≤ ε‖w‖ has probability at most
 *   p = ε√(2/π)/(1 − R/√d) for |y| ≥ √d − R, since the density of one coordinate on the sphere is at most √((d − 1)/(2π)),
 *   and m(log(m/(kp)) − 1) + kp ≥ log(5·points/γ) (Chernoff);
 * - no m rows of W have ‖W_A‖ > 1 + √(m/d) + √(2(m log(ek/m) + log(5/γ))/d) (Davidson and Szarek, over all (ek/m)^m of
 *   them): the gradient changes by at most √(m/k) times that within ε, which is (23).
 */
export function netsMargin(k: number, d: number, gamma: number): number {
  const log = -Math.log(gamma);
  const tenth = Math.log(10) + log;
  const moments = reluValueMoments();
  const F = moments.sigma * Math.sqrt(2 * tenth) + (moments.c * tenth) / Math.sqrt(k);
  const active = 1 / 2 - Math.sqrt(tenth / (2 * k));
  const across = (d - 1 - 2 * Math.sqrt((d - 1) * tenth)) / d;
  if (!(active > 0 && across > 0)) return -Infinity;
  const g = Math.sqrt(active * across);
  const reach = FINITE_STEP.C4 * Math.sqrt(log);
  if (reach / g > FINITE_STEP.C5 * Math.sqrt(log)) return -Infinity;
  return reach * (1 - variation(k, d, gamma, reach / g) / g) - F;
}

/** The width over d at which nothing but logarithms of the width is left; far beyond, they are too large in their turn. */
const WIDE = 1e8;

/** The least width that will do in a dimension; Infinity where none up to 10⁸d will. */
export function netsLeastWidth(d: number, gamma: number): number {
  return leastWhere((k) => netsMargin(k, d, gamma) > 0, WIDE * d);
}

/** The least dimension in which a width of 10⁸d will do. */
export function netsLeastDimension(gamma: number): number {
  return leastWhere((d) => netsMargin(WIDE * d, d, gamma) > 0);
}

/**
 * The least dimension from which on every width from `finiteLeastWidth` on will do, by one argument or the other: there
 * the argument of Case 2 still holds at the width at which that of Case 1 begins.
 */
export function finiteLeastWithoutGap(gamma: number): number {
  return leastWhere((d) => {
    const k = netsLeastWidth(d, gamma);
    return k < Infinity && finiteMargin(k, d, gamma) > 0;
  });
}
