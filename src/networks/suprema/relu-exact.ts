import { dot } from "../dense-products.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";

/** Over ‖δ‖ ≤ R, both as bounds: sup ‖∇f(x) − ∇f(x + δ)‖, and the most activations that change sign. */
export interface ReluSuprema {
  readonly variation: Bounds;
  readonly flips: Bounds;
}

/** The rounding of a crossing's place, relative to the terms that it is made of, with room to spare. */
const CROSSING = 2 ** -42;

/** Neurons as seen from x: which δ flip them, in the plane across x, and what a flip adds to the gradient. */
interface Lines {
  /** δ flips neuron ℓ where p_ℓ·δ > h_ℓ = |u_ℓ|, δ across x: p_ℓ in coordinates of that plane. */
  readonly p: readonly (readonly [number, number])[];
  readonly h: Float64Array;
  /** sign(u_ℓ)·a_ℓ·w_ℓ/√k. */
  readonly changes: readonly Float64Array[];
  /** Whether x + δ may point away from x too: R > √d. */
  readonly everywhere: boolean;
  /** What is left of R for δ across x: R/√(1 − R²/d), infinite from R = √d on. */
  readonly reach: number;
}

/** Orthonormal vectors across x, as many as there are, then zeros. */
function across(x: Float64Array): [Float64Array, Float64Array] {
  const d = x.length;
  const basis: Float64Array[] = [x.map((t) => t / Math.sqrt(dot(x, x)))];
  // Unit vectors, those that x is least along first.
  const order = Array.from(x.keys()).toSorted((i, j) => Math.abs(x[i]) - Math.abs(x[j]));
  for (const i of order.slice(0, d - 1)) {
    const v = new Float64Array(d);
    v[i] = 1;
    for (let pass = 0; pass < 2; pass++)
      for (const e of basis) {
        const along = dot(e, v);
        for (let j = 0; j < d; j++) v[j] -= along * e[j];
      }
    const size = Math.sqrt(dot(v, v));
    basis.push(v.map((t) => t / size));
  }
  return [basis[1] ?? new Float64Array(d), basis[2] ?? new Float64Array(d)];
}

function linesOf({ d, k, x, weights, coefficients, preActivations: u }: Neighbourhood, radius: number): Lines {
  const [e, f] = across(x);
  const size = Math.sqrt(dot(x, x));
  const row = (i: number) => (weights ?? new Float64Array(k * d)).subarray(i * d, (i + 1) * d);
  const sign = u.map((t) => (t > 0 ? 1 : -1));
  const share = (radius / size) ** 2;
  return {
    p: Array.from(u, (_, i) => [-sign[i] * dot(row(i), e), -sign[i] * dot(row(i), f)] as const),
    h: u.map(Math.abs),
    changes: Array.from(u, (_, i) => row(i).map((t) => (sign[i] * coefficients[i] * t) / Math.sqrt(k))),
    everywhere: radius > size,
    reach: share < 1 ? radius / Math.sqrt(1 - share) : Infinity,
  };
}

/** A running pattern and the largest that came up. */
function pattern({ changes, everywhere, h }: Lines) {
  const d = changes[0].length;
  const total = new Float64Array(d);
  for (const change of changes) for (let j = 0; j < d; j++) total[j] += change[j];
  const sum = new Float64Array(d);
  let count = 0;
  let [change, flips] = [0, 0];
  const norm = (v: (j: number) => number) => {
    let squares = 0;
    for (let j = 0; j < d; j++) squares += v(j) ** 2;
    return Math.sqrt(squares);
  };
  return {
    clear() {
      sum.fill(0);
      count = 0;
    },
    flip(i: number, into: boolean) {
      for (let j = 0; j < d; j++) sum[j] += into ? changes[i][j] : -changes[i][j];
      count += into ? 1 : -1;
    },
    /** Takes the pattern into account, and its opposite, which −(x + δ) has, where that is in reach. */
    look() {
      change = Math.max(
        change,
        norm((j) => sum[j]),
      );
      flips = Math.max(flips, count);
      if (!everywhere) return;
      change = Math.max(
        change,
        norm((j) => total[j] - sum[j]),
      );
      flips = Math.max(flips, h.length - count);
    },
    get best() {
      return { change, flips };
    },
  };
}

interface Crossing {
  readonly line: number;
  readonly place: number;
  readonly error: number;
}

/**
 * Walks along line i inside the disc and looks at both sides of every piece.
 *
 * @returns how many pieces are too short to be told from rounding.
 */
function walk(lines: Lines, i: number, seen: ReturnType<typeof pattern>): number {
  const { p, h, reach } = lines;
  const length = Math.hypot(...p[i]);
  const distance = h[i] / length;
  if (!(distance < reach)) return 0;
  const [footX, footY] = [(p[i][0] / length) * distance, (p[i][1] / length) * distance];
  const [alongX, alongY] = [-p[i][1] / length, p[i][0] / length];
  const half = reach === Infinity ? Infinity : Math.sqrt((reach - distance) * (reach + distance));
  const crossings: Crossing[] = [];
  let close = 0;
  seen.clear();
  for (let j = 0; j < h.length; j++) {
    if (j === i) continue;
    const slope = alongX * p[j][0] + alongY * p[j][1];
    const size = Math.hypot(...p[j]);
    // How far the foot of line i is on the near side of line j.
    const short = h[j] - footX * p[j][0] - footY * p[j][1];
    const doubt = CROSSING * (h[j] + size * distance);
    if (slope === 0) {
      if (short < 0) seen.flip(j, true);
      if (Math.abs(short) <= doubt) close++;
      continue;
    }
    const place = short / slope;
    // At the start of the walk, place −half, neuron j is flipped if it is on the far side of line j there.
    if (place < -half ? slope > 0 : slope < 0) seen.flip(j, true);
    const error = (doubt + CROSSING * size * Math.abs(place)) / Math.abs(slope);
    if (Math.abs(place) < half) crossings.push({ line: j, place, error });
  }
  crossings.sort((q, r) => q.place - r.place);
  const both = () => {
    seen.look();
    seen.flip(i, true);
    seen.look();
    seen.flip(i, false);
  };
  both();
  const edge = reach === Infinity ? 0 : CROSSING * reach;
  let [before, doubt] = [-half, edge];
  for (const { line, place, error } of crossings) {
    if (place - before <= error + doubt) close++;
    const slope = alongX * p[line][0] + alongY * p[line][1];
    seen.flip(line, slope > 0);
    both();
    [before, doubt] = [place, error];
  }
  if (half - before <= edge + doubt) close++;
  return close;
}

/**
 * Both suprema over ‖δ‖ ≤ R for the ReLU in at most three dimensions, by going through every pattern of flips.
 *
 * ψ' depends on the direction of y = x + δ alone, and directions with y·x > 0 are those of x + δ for δ across x, ‖δ‖ ≤
 * R/√(1 − R²/d), where (x·y)/‖y‖ ≥ √(d − R²). In that disc of the plane across x the patterns are the cells of an arrangement
 * of lines. Every cell but the one around δ = 0, where nothing flips, has a piece of some line inside the disc on its
 * border, so that both sides of all pieces of all lines are all cells. From R > √d on every direction is in reach, and
 * −y has the opposite pattern. Time k² log k.
 *
 * Pieces too short to be told from rounding count on the upper side: each hides at most two flips.
 *
 * @param around of the ReLU in memory, d ≤ 3; u_ℓ ≠ 0.
 * @throws RangeError if d > 3 or the weights are not in memory.
 */
export function exactReluSuprema(around: Neighbourhood, radius: number): ReluSuprema {
  const { d, k, weights, rowNorms, coefficients } = around;
  if (!(d <= 3 && weights)) throw new RangeError(`d is ${d}; it must be at most 3, and the weights in memory`);
  const lines = linesOf(around, radius);
  const seen = pattern(lines);
  let close = 0;
  if (d > 1) for (let i = 0; i < k; i++) close = Math.max(close, walk(lines, i, seen));
  seen.clear();
  seen.look();
  const { change, flips } = seen.best;
  let largest = 0;
  for (let i = 0; i < k; i++) largest = Math.max(largest, (rowNorms[i] * Math.abs(coefficients[i])) / Math.sqrt(k));
  return {
    variation: {
      lower: Math.max(0, change * (1 - 2 ** -40) - 2 * close * largest),
      upper: change * (1 + 2 ** -40) + 2 * close * largest,
    },
    flips: { lower: Math.max(0, flips - 2 * close), upper: Math.min(k, flips + 2 * close) },
  };
}
