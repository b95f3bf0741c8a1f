import { type Interval, interval } from "../../../numbers/intervals/interval.js";
import type { Coefficient } from "../asymptotic/coefficient.js";
import { BITS, PRECISE_PI, type Precise, precisely, toNumber } from "./precise.js";

export interface Meeting {
  /** A time at which the phases are those. */
  readonly t: number;
  /** They are in these. */
  readonly phases: readonly Interval[];
}

const TURN: Precise = { value: 2n * PRECISE_PI.value, error: 2n * PRECISE_PI.error };
const UNIT = 1n << BITS;

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/** A lattice's basis made short (Lenstra, Lenstra and Lovász 1982), its Gram–Schmidt vectors in doubles. */
function reduced(basis: bigint[][]): bigint[][] {
  const n = basis.length;
  const doubles = () => basis.map((row) => row.map(Number));
  function orthogonal() {
    const rows = doubles();
    const stars: number[][] = [];
    const mu = rows.map((row, i) => {
      let star = [...row];
      const factors = stars.map((other) => dot(row, other) / dot(other, other));
      factors.forEach((factor, j) => {
        star = star.map((x, l) => x - factor * stars[j][l]);
      });
      stars[i] = star;
      return factors;
    });
    return { stars, mu };
  }
  for (let k = 1, steps = 0; k < n && steps < 2000; steps++) {
    for (let j = k - 1; j >= 0; j--) {
      const factor = BigInt(Math.round(orthogonal().mu[k][j]));
      if (factor !== 0n) basis[k] = basis[k].map((x, l) => x - factor * basis[j][l]);
    }
    const { stars, mu } = orthogonal();
    const [now, before] = [dot(stars[k], stars[k]), dot(stars[k - 1], stars[k - 1])];
    if (now >= (0.75 - mu[k][k - 1] ** 2) * before) k++;
    else {
      [basis[k], basis[k - 1]] = [basis[k - 1], basis[k]];
      k = Math.max(1, k - 1);
    }
  }
  return basis;
}

/** A lattice vector near a target, by rounding one coordinate after the other (Babai 1986); its coefficients. */
function nearest(basis: readonly (readonly bigint[])[], target: readonly bigint[]): bigint[] {
  const rows = basis.map((row) => row.map(Number));
  const stars: number[][] = [];
  rows.forEach((row, i) => {
    let star = [...row];
    for (const other of stars) {
      const factor = dot(row, other) / dot(other, other);
      star = star.map((x, l) => x - factor * other[l]);
    }
    stars[i] = star;
  });
  let left = [...target];
  const sum = target.map(() => 0n);
  for (let i = rows.length - 1; i >= 0; i--) {
    const factor = BigInt(Math.round(dot(left.map(Number), stars[i]) / dot(stars[i], stars[i])));
    left = left.map((x, l) => x - factor * basis[i][l]);
    basis[i].forEach((x, l) => {
      sum[l] += factor * x;
    });
  }
  return sum;
}

/** Phases at the time at which the first has gone n turns and its part, with all errors. */
function meetingAt(n: bigint, wanted: readonly number[], frequencies: readonly Precise[]): Meeting {
  const first = frequencies[0];
  // t is this number exactly, whatever the first phase then is.
  const start = BigInt(Math.round(wanted[0] * 2 ** 60)) << (BITS - 60n);
  const t = ((start + n * TURN.value) << BITS) / first.value;
  const phases = frequencies.map(({ value, error }) => {
    const whole = (t * value) >> BITS;
    let off = ((abs(t) * error) >> BITS) + 4n;
    const turns = (whole + TURN.value / 2n) / TURN.value - (whole + TURN.value / 2n < 0n ? 1n : 0n);
    off += abs(turns) * TURN.error + 4n;
    const near = toNumber(whole - turns * TURN.value);
    const slack = 2 ** -48 + toNumber(off) * 2;
    return interval(near - slack, near + slack);
  });
  return { t: toNumber(t), phases };
}

const abs = (x: bigint) => (x < 0n ? -x : x);

/**
 * Times at which phases of these frequencies are near those wanted, further and further out and nearer and nearer: enclosures
 * of the phases at them.
 *
 * @param reaches turns of the first phase are looked for up to about so many, as powers of 2: 104 at most.
 */
export function timesNear(
  coefficients: readonly Coefficient[],
  wanted: readonly number[],
  reaches: readonly number[],
): readonly Meeting[] {
  const frequencies = coefficients.map(precisely);
  if (frequencies.some(({ value }) => value === 0n)) return [];
  const m = frequencies.length;
  // Phase i after n turns of the first: n·α_i turns, and what the start of the first has made of it.
  const turns = frequencies.map(({ value }) => (value << BITS) / frequencies[0].value);
  const scaledTurns = (x: number) => BigInt(Math.round((x / (2 * Math.PI)) * 2 ** 52)) << (BITS - 52n);
  return reaches.map((reach) => {
    // n counts as little against what is left of turns, as it is large.
    const weight = UNIT >> BigInt(reach + Math.floor(reach / (m - 1)));
    const basis = [[weight, ...turns.slice(1).map((x) => x % UNIT)]];
    for (let i = 1; i < m; i++) basis.push([0n, ...Array.from({ length: m - 1 }, (_, j) => (j === i - 1 ? UNIT : 0n))]);
    const first = scaledTurns(wanted[0]);
    const target = [0n, ...wanted.slice(1).map((x, i) => scaledTurns(x) - ((first * turns[i + 1]) >> BITS))];
    const found = nearest(reduced(basis), target);
    return meetingAt(found[0] / weight, wanted, frequencies);
  });
}
