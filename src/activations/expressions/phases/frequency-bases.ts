import type { Coefficient } from "../asymptotic/coefficient.js";
import * as coefficients from "../asymptotic/coefficient.js";
import { lessThan, minus, over, plus, type Rational, rational, times } from "../rational.js";

/** Frequencies of which others are whole combinations. */
export interface FrequencyBases {
  readonly bases: readonly Coefficient[];
  /** Whole numbers n with frequency = Σ n_i·bases_i; null where none were found. */
  readonly of: (frequency: Coefficient) => readonly number[] | null;
}

/** Multiples of one base, at most, that others are expressed in. */
const MOST_MULTIPLES = 1024;
/** Factors of relations of three frequencies, and of four, are looked for up to these. */
const [MOST_OF_THREE, MOST_OF_FOUR] = [16, 4];

const isSmall = ({ top, bottom }: Rational) =>
  bottom === 1n && top <= BigInt(MOST_MULTIPLES) && top >= -BigInt(MOST_MULTIPLES);
const size = (x: Rational) => (lessThan(x, rational(0n)) ? minus(x) : x);

function gcd(a: Rational, b: Rational): Rational | null {
  let [x, y] = [size(a), size(b)];
  for (let i = 0; y.top !== 0n; i++) {
    if (i > 40) return null;
    const quotient = over(x, y);
    const whole = rational(quotient.top / quotient.bottom);
    [x, y] = [y, plus(x, minus(times(whole, y)))];
  }
  return x;
}

/** a/b where that is known to be rational. */
function ratioOf(a: Coefficient, b: Coefficient): Rational | null {
  if (!a.exact || !b.exact) return null;
  if (coefficients.nameOf(a) === coefficients.nameOf(b)) return rational(1n);
  return coefficients.asRational(coefficients.times(a, coefficients.inverse(b)));
}

/** Bases such that each frequency is a whole multiple of one of them, as far as small numbers say. */
function commonMeasures(frequencies: readonly Coefficient[]): readonly Coefficient[] {
  const bases: { unit: Coefficient; factor: Rational }[] = [];
  for (const found of frequencies) {
    const known = bases.some((base) => {
      const ratio = ratioOf(found, base.unit);
      const common = ratio && gcd(ratio, base.factor);
      if (!common || !isSmall(over(ratio, common)) || !isSmall(over(base.factor, common))) return false;
      base.factor = common;
      return true;
    });
    if (!known) bases.push({ unit: found, factor: rational(1n) });
  }
  return bases.map(({ unit, factor }) => coefficients.times(unit, coefficients.ofRational(factor)));
}

function multipleOf(frequency: Coefficient, base: Coefficient): number | null {
  if (base === frequency) return 1;
  const ratio = ratioOf(frequency, base);
  return ratio && isSmall(ratio) ? Number(ratio.top) : null;
}

const middle = ({ range }: Coefficient) => range.lo + (range.hi - range.lo) / 2;

/** The whole numbers from −most to most. */
const upTo = (most: number) => Array.from({ length: 2 * most + 1 }, (_, i) => i - most);

/** r with Σ r_i·ω_i = 0, not all 0, found in doubles and checked exactly. */
function relationOf(frequencies: readonly Coefficient[], most: number): readonly number[] | null {
  const [first, ...others] = frequencies.map(middle);
  const near = 1e-12 * Math.max(...frequencies.map((f) => Math.abs(middle(f))));
  let tried: (readonly number[])[] = [[]];
  for (let i = 0; i < others.length; i++) tried = tried.flatMap((r) => upTo(most).map((x) => [...r, x]));
  for (const r of tried) {
    const rest = r.reduce((sum, x, i) => sum + x * others[i], 0);
    const all = [-Math.round(rest / first), ...r];
    if (all[0] === 0 || Math.abs(all[0]) > most || Math.abs(rest + all[0] * first) > near) continue;
    if (coefficients.isZero(combined(all, frequencies))) return all;
  }
  return null;
}

/** Σ n_i·ω_i */
export const combined = (n: readonly number[], frequencies: readonly Coefficient[]) =>
  n.reduce(
    (sum, x, i) => (x === 0 ? sum : coefficients.sum(sum, coefficients.times(coefficients.ofWhole(x), frequencies[i]))),
    coefficients.ofWhole(0),
  );

/** A relation of three of them, or of four. */
function someRelation(frequencies: readonly Coefficient[]): readonly number[] | null {
  const places = frequencies.flatMap(({ exact }, i) => (exact ? [i] : []));
  const pairs = places.flatMap((i, at) => places.slice(0, at).map((j) => [j, i]));
  const triples = pairs.flatMap((pair) => places.filter((l) => l < pair[0]).map((l) => [l, ...pair]));
  const fours = triples.flatMap((triple) => places.filter((l) => l < triple[0]).map((l) => [l, ...triple]));
  for (const [sets, most] of [
    [triples, MOST_OF_THREE],
    [fours, MOST_OF_FOUR],
  ] as const)
    for (const set of sets) {
      const found = relationOf(
        set.map((i) => frequencies[i]),
        most,
      );
      if (found) return frequencies.map((_, i) => (set.includes(i) ? found[set.indexOf(i)] : 0));
    }
  return null;
}

/**
 * Frequencies that are not combinations of each other, as far as small whole numbers say: phases of those that are would not be
 * independent. Doubles that stand for decimals have such relations, as 1 = 8·0.3 − 2·0.7.
 */
export function frequencyBases(frequencies: readonly Coefficient[]): FrequencyBases {
  const measures = commonMeasures(frequencies);
  let bases = [...measures];
  // What each measure is in the bases.
  let rows = measures.map((_, i) => measures.map((__, j) => (i === j ? 1 : 0)));
  for (let relation = someRelation(bases); relation !== null; relation = someRelation(bases)) {
    // Euclid's algorithm: (r_i − q·r_j)·ω_i + r_j·(ω_j + q·ω_i) = r_i·ω_i + r_j·ω_j, until one ω is left, which is 0 then.
    const r = [...relation];
    const left = () => r.flatMap((x, i) => (x === 0 ? [] : [i])).toSorted((i, j) => Math.abs(r[i]) - Math.abs(r[j]));
    for (let [j, i] = left(); i !== undefined; [j, i] = left()) {
      const q = Math.trunc(r[i] / r[j]);
      r[i] -= q * r[j];
      bases[j] = coefficients.sum(bases[j], coefficients.times(coefficients.ofWhole(q), bases[i]));
      for (const row of rows) row[i] -= q * row[j];
    }
    const [gone] = left();
    bases = bases.toSpliced(gone, 1);
    rows = rows.map((row) => row.toSpliced(gone, 1));
  }
  return {
    bases,
    of: (frequency) => {
      for (const [i, measure] of measures.entries()) {
        const multiple = multipleOf(frequency, measure);
        if (multiple !== null) return rows[i].map((x) => multiple * x);
      }
      return null;
    },
  };
}
