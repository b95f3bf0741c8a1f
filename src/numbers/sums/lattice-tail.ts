import { normalMass } from "../intervals/normal-mass.js";
import { pow } from "../pow.js";
import { type BoundedPanel, splitPanels, wholeEnds } from "../proven-panels.js";
import type { Cumulants } from "./cumulants.js";
import { fourier } from "./fourier.js";
import { centred, type GaussianVariable, reach } from "./gaussian-variable.js";
import { type LogEnclosure, logEnclosure, type UpperTail } from "./log-enclosure.js";
import { chernoffBound, saddle, sharedTilts, tiltedDeviation } from "./saddle.js";

/** The width of the enclosure's logarithm that is aimed at. */
const AIM = 0.02;
/** Distances of thresholds that share a lattice. */
const SHARED = 1;
const MOST_POINTS = 2 ** 17;
const MOST_CELLS = 2 ** 16;
const LOG_LEFT_OUT = 42;
/** log of the tilted mass that may lie outside the window. */
const LOG_WRAPPED = 36;

/**
 * Every number of a transform is off by this times the levels, relative to the sum of the sizes of its input: a butterfly
 * x + wy takes a rounding of the sum, 2√2 of the product and up to seven of w, whose angle is off by six of 2^−53 (Higham 2002,
 * Section 24.1, entry by entry): 2^−49 is sixteen.
 */
const TRANSFORM = 2 ** -49;

/** Pieces of the line with bounds on g' of their own. */
const MOST_PIECES = 400;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

interface Piece extends BoundedPanel {
  readonly slope: number;
}

/** The tilted law of the sum of the rounded variables, S' on the lattice h·ℤ with |S − S'| ≤ shift. */
interface Lattice {
  readonly c: number;
  readonly h: number;
  readonly shift: number;
  /** The first index of the window. */
  readonly first: number;
  /** U_s = Σ_{s' ≥ s} e^(−ch(s'−s))·q_s', by index from the first. */
  readonly sums: Float64Array;
  /** A bound on the error of U. */
  readonly error: number;
  /** k·log A(c) */
  readonly exponent: number;
  /** What the logarithm of a sum is off by: k times what entries are, relative to themselves, as all are positive. */
  readonly slack: number;
}

/** Σ_j a_j e^(δjh) for a law on the lattice from index `low`. */
function tiltMore(law: Float64Array, low: number, h: number, delta: number): number {
  let sum = 0;
  for (let i = 0; i < law.length; i++) if (law[i] > 0) sum += law[i] * Math.exp(delta * (low + i) * h);
  return sum;
}

function powerOfTwoFrom(x: number): number {
  return 2 ** Math.ceil(Math.log2(x));
}

/** [−R, R] in pieces with a bound on |g'| in each: halved where they may contribute most to the variation of g. */
function steepPieces({ bounds, lipschitz, kinks }: GaussianVariable, R: number): readonly Piece[] {
  const make = (low: number, high: number): Piece => {
    const slope = Math.min(lipschitz, bounds?.(low, high, 1)[1] ?? Infinity);
    return { low, high, slope, error: slope * (high - low) };
  };
  // Those above half of the mean: a goal that is never met.
  const goal = (pieces: readonly Piece[]) => 0.999 * pieces.reduce((sum, { error }) => sum + error, 0);
  return splitPanels(wholeEnds(kinks, R), make, goal, MOST_PIECES);
}

/** Where the density in the middle serves for P(low < Z < high), |Z| ≤ FURTHEST, and how well. */
const [NARROW, FURTHEST] = [0.03, 37];
const OF_MASSES = 2 ** -52 * (FURTHEST ** 2 + 8) + 1e-13;

/**
 * P(low < Z < high) for |low|, |high| ≤ 37, to OF_MASSES of itself. With w the width and m the middle it is
 * w·φ(m)·(1 + He₂(m)w²/24 + He₄(m)w⁴/1920 + R), |R| ≤ 15(1 + |m| + w)⁶e^(w|m|)·w⁶/322560 < 5e-14 for w(1 + |m|) ≤ 0.03;
 * exp takes the rounding of m²/2 by an ulp or two, and m is a rounded middle, which moves φ by |m| times its ulp.
 */
function normalMassOf(low: number, high: number): number {
  const [width, middle] = [high - low, (low + high) / 2];
  if (width * (1 + Math.abs(middle)) > NARROW) {
    const { lo, hi } = normalMass(low, high);
    return lo + (hi - lo) / 2;
  }
  const [w2, m2] = [width * width, middle * middle];
  const bend = 1 + (w2 * (m2 - 1)) / 24 + (w2 * w2 * ((m2 - 6) * m2 + 3)) / 1920;
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * m2) * width * bend;
}

/** Cuts each piece into cells over which g moves by at most h: what they hold of Z, and g in the middle over h, rounded. */
function roundedCells({ value, error }: GaussianVariable, pieces: readonly Piece[], h: number) {
  const indices: number[] = [];
  const masses: number[] = [];
  let off = 0;
  for (const { low, high, slope } of pieces) {
    const count = Math.max(1, Math.ceil((slope * (high - low)) / h));
    for (let i = 0, from = low; i < count; i++) {
      const to = i === count - 1 ? high : low + ((i + 1) / count) * (high - low);
      const middle = (from + to) / 2;
      indices.push(Math.round(value(middle) / h));
      masses.push(normalMassOf(from, to));
      // The middle is rounded as well.
      off = Math.max(off, error(middle) + slope * Math.abs(middle) * 2 ** -52);
      from = to;
    }
  }
  return { indices, masses, off };
}

/** The law of X rounded to the lattice, tilted by c and scaled to total 1, from index `low`; log of the total. */
function roundedLaw(variable: GaussianVariable, pieces: readonly Piece[], c: number, h: number) {
  const { indices, masses, off } = roundedCells(variable, pieces, h);
  const most = indices.reduce((largest, index) => Math.max(largest, Math.abs(index)), 0);
  const law = new Float64Array(2 * most + 1);
  for (let i = 0; i < indices.length; i++) {
    if (variable.signed) {
      law[most + indices[i]] += masses[i] / 2;
      law[most - indices[i]] += masses[i] / 2;
    } else law[most + indices[i]] += masses[i];
  }
  let [highest, largest] = [-Infinity, 0];
  for (let i = 0; i < law.length; i++) {
    if (law[i] === 0) continue;
    const [logMass, tilt] = [Math.log(law[i]), c * (i - most) * h];
    highest = Math.max(highest, logMass + tilt);
    largest = Math.max(largest, Math.abs(logMass) + Math.abs(tilt));
  }
  let total = 0;
  for (let i = 0; i < law.length; i++) {
    // The two factors may over- and underflow apart.
    law[i] = law[i] > 0 ? Math.exp(Math.log(law[i]) + c * (i - most) * h - highest) : 0;
    total += law[i];
  }
  for (let i = 0; i < law.length; i++) law[i] /= total;
  // Of each entry: its mass, the sum of those of its cells, and the exponent; then of the total's logarithm.
  const relative = OF_MASSES + 2 ** -52 * indices.length + 2 ** -50 * (largest + Math.abs(highest) + 4);
  return { law, low: -most, logTotal: highest + Math.log(total), off, relative };
}

/**
 * Replaces every entry, which is off by `off` at most, by its k-th power; returns the sum of what the powers are off by.
 * |(x + e)^k − x^k| ≤ k·|e|·(|x| + |e|)^(k − 1); modulus, power, angle, cosine and sine take 16(k + 1) roundings together.
 */
function raise(re: Float64Array, im: Float64Array, k: number, off: number): number {
  let sizes = 0;
  // Powers below e^−60 are lost in rounding.
  const least = Math.exp(-60 / k);
  for (let m = 0; m < re.length; m++) {
    const modulus = Math.sqrt(re[m] * re[m] + im[m] * im[m]);
    const most = pow(modulus * (1 + 2 ** -50) + off, k - 1);
    if (modulus < least) {
      re[m] = 0;
      im[m] = 0;
      sizes += most * (modulus + off) * (1 + 1e-9);
      continue;
    }
    sizes += most * (k * off + 2 ** -49 * (k + 1) * modulus) * (1 + 1e-9);
    const power = pow(modulus, k - 1);
    const angle = k * Math.atan2(im[m], re[m]);
    re[m] = power * modulus * Math.cos(angle);
    im[m] = power * modulus * Math.sin(angle);
  }
  return sizes;
}

function latticeFor(variable: GaussianVariable, cumulants: Cumulants, k: number, c: number): Lattice | null {
  const deviation = tiltedDeviation(cumulants, k, c);
  if (!(deviation > 0)) return null;
  const R = Math.ceil(reach(variable, c, LOG_LEFT_OUT));
  if (R > FURTHEST) return null;
  const pieces = steepPieces(variable, R);
  const variation = pieces.reduce((sum, { error }) => sum + error, 0);
  // S' is off by k(h + h)/2 = kh at most, which moves log P by about c times that, either way.
  const h = Math.max(AIM / (2 * k * c), (20 * deviation) / MOST_POINTS, variation / MOST_CELLS);
  const { law, low, logTotal, off, relative } = roundedLaw(variable, pieces, c, h);
  // Chernoff, up and down from the tilted mean.
  const side = (sign: 1 | -1) =>
    Math.min(
      ...[5, 8, 12].map((n) => {
        const delta = n / deviation;
        return (k * Math.log(tiltMore(law, low, h, sign * delta)) + LOG_WRAPPED) / delta;
      }),
    );
  const [top, bottom] = [side(1), -side(-1)];
  const size = powerOfTwoFrom((top - bottom) / h + 2);
  if (!(size <= 4 * MOST_POINTS)) return null;
  const first = Math.floor(bottom / h);
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  const place = (index: number) => ((index % size) + size) % size;
  law.forEach((a, i) => {
    re[place(low + i)] += a;
  });
  fourier(re, im, 1);
  const offTransform = TRANSFORM * Math.log2(size);
  const offPowers = raise(re, im, k, offTransform);
  const sizes = re.reduce((sum, x, i) => sum + Math.hypot(x, im[i]), 0);
  fourier(re, im, -1);
  const sums = new Float64Array(size);
  const decay = Math.exp(-c * h);
  for (let s = size - 1, sum = 0; s >= 0; s--) {
    sum = re[place(first + s)] / size + decay * sum;
    sums[s] = sum;
  }
  // Of each mass: powers, the transform back, and then the sums, which are at most 1, by one rounding of each step.
  const rounding = ((offPowers + TRANSFORM * Math.log2(size) * sizes) / size) * (1 + 1e-9) + 2 ** -50;
  const error = rounding / -Math.expm1(-c * h) + 4 * Math.exp(-LOG_WRAPPED) + k * Math.exp(-LOG_LEFT_OUT - logTotal);
  // Half a lattice step, half a cell's worth of g, and what values are off by.
  const shift = k * (h + off) * (1 + 1e-8);
  const slack = k * (relative + 2 ** -50 * (Math.abs(logTotal) + 4));
  return { c, h, shift, first, sums, error, slack, exponent: k * logTotal };
}

/** log P(S > T); null where T is outside the window or the error too large. */
function evaluate(lattice: Lattice, T: number): LogEnclosure | null {
  const { c, h, shift, first, sums, error, exponent } = lattice;
  const [from, to] = [T - shift, T + shift].map((t) => Math.floor(t / h) + 1);
  if (from < first || to >= first + sums.length || !(error < 1e-3 * sums[to - first])) return null;
  const slack = lattice.slack + 2 ** -50 * (Math.abs(exponent) + Math.abs(c * T) + c * shift + 1);
  const upper = logEnclosure(exponent - c * from * h, 0, sums[from - first] + error).logUpper;
  const lower = logEnclosure(exponent - c * to * h, sums[to - first] - error, 1).logLower;
  return { logLower: lower - slack, logUpper: Math.min(0, upper + slack) };
}

/**
 * T ↦ log P(X_1 + … + X_k > T) for independent copies of X − E X, between rigorous bounds given ℓ or majorants. z is cut into cells
 * and X rounded, cell by cell, to a lattice: the sum moves by at most `shift`, so that
 *
 *   P(S' > T + shift) ≤ P(S > T) ≤ P(S' > T − shift).
 *
 * The law of S' is a k-fold convolution, by Fourier transform of the law tilted by e^(cx) to have its mass near T, so that
 * nothing cancels however small the probability. In the error: rounding, what the window leaves out (Chernoff), and |Z|
 * beyond the cells. Serves where the contour's sum does not converge: small k, flat pieces, stationary points. The
 * width of the enclosure's logarithm is about 0.02 for k up to 30, and grows with k.
 *
 * @param mean E X.
 */
export function latticeTail(variable: GaussianVariable, mean: number, cumulants: Cumulants, k: number): UpperTail {
  const shifted = centred(variable, mean);
  const lattices = new Map<number, Lattice | null>();
  const sharedTilt = sharedTilts(cumulants, k, SHARED);
  return (T) => {
    if (T >= k * cumulants.supremum) return { logLower: -Infinity, logUpper: -Infinity };
    const chernoff = chernoffBound(cumulants, k, T, saddle(cumulants, k, T));
    const shared = sharedTilt(T);
    if (shared === null) return { logLower: -Infinity, logUpper: chernoff };
    const known = lattices.get(shared.index);
    const lattice = known === undefined ? latticeFor(shifted, cumulants, k, shared.tilt) : known;
    lattices.set(shared.index, lattice);
    const { logLower, logUpper } = (lattice && evaluate(lattice, T)) ?? { logLower: -Infinity, logUpper: chernoff };
    return { logLower, logUpper: Math.min(logUpper, chernoff) };
  };
}
