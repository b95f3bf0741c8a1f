import { cos, sin } from "../../../numbers/intervals/elementary.js";
import {
  add,
  type Interval,
  interval,
  magnitude,
  multiply,
  negate,
  point,
  square,
  squareRoot,
  subtract,
  ZERO,
} from "../../../numbers/intervals/interval.js";
import type { Coefficient } from "../asymptotic/coefficient.js";
import { combined } from "./frequency-bases.js";
import type { SineSum, SineTerm } from "./sine-sum.js";
import type { TorusFunction } from "./torus-bound.js";

/** A derivative of a sum of sines as a function of as few phases as it has. */
export interface SineSumTorus {
  readonly F: TorusFunction;
  /** The frequency of each phase. */
  readonly frequencies: readonly Coefficient[];
  /** The sum of the amplitudes: |F| is nowhere more. */
  readonly amplitudes: number;
  /** Phases at which all terms are at their amplitudes; null where they are not known to be so at once. */
  readonly aligned: readonly number[] | null;
  /** How many terms there are, as work. */
  readonly size: number;
}

const norm = (n: readonly number[]) => n.reduce((sum, x) => sum + Math.abs(x), 0);

/** The coordinates of n in a basis, if they are whole numbers: found by least squares, and checked. */
function coordinates(n: readonly number[], basis: readonly (readonly number[])[]): readonly number[] | null {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const rows = basis.map((b) => [...basis.map((other) => dot(b, other)), dot(b, n)]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, j) => (Math.abs(row[i]) > Math.abs(rows[best][i]) ? i + j : best), i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    if (Math.abs(rows[i][i]) < 1e-9) return null;
    for (let j = 0; j < rows.length; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      rows[j] = rows[j].map((x, l) => x - factor * rows[i][l]);
    }
  }
  const found = rows.map((row, i) => Math.round(row[basis.length] / row[i]));
  const back = n.map((_, l) => basis.reduce((sum, b, i) => sum + found[i] * b[l], 0));
  return back.every((x, l) => x === n[l]) ? found : null;
}

/** Whether vectors of whole numbers are independent: by their Gram–Schmidt lengths, which are not small unless they are 0. */
function independent(n: readonly number[], basis: readonly (readonly number[])[]): boolean {
  const stars: number[][] = [];
  for (const row of [...basis, n]) {
    let star = [...row];
    for (const other of stars) {
      const size = other.reduce((sum, x) => sum + x * x, 0);
      const factor = row.reduce((sum, x, i) => sum + x * other[i], 0) / size;
      star = star.map((x, i) => x - factor * other[i]);
    }
    stars.push(star);
  }
  return norm(stars[stars.length - 1]) > 1e-6;
}

/** Terms in the phases that the smallest of them make, where these make all others; else in those that they were in. */
function inFewestPhases(terms: readonly SineTerm[], frequencies: readonly Coefficient[]) {
  const turning = terms.filter(({ n }) => norm(n) > 0).toSorted((a, b) => norm(a.n) - norm(b.n));
  const basis: (readonly number[])[] = [];
  for (const { n } of turning) if (independent(n, basis)) basis.push(n);
  const moved = terms.map((term) => {
    const n = coordinates(term.n, basis);
    return n && { ...term, n };
  });
  if (!moved.every((term) => term !== null)) return { terms, frequencies };
  return { terms: moved, frequencies: basis.map((n) => combined(n, frequencies)) };
}

/**
 * The k-th derivative in t of a sum of sines: that of c·cos(n·θ) + s·sin(n·θ), θ' = ω, is n·ω times s·cos(n·θ) − c·sin(n·θ).
 * Where there are no more terms than phases, all are at their amplitudes at once.
 *
 * @param frequencies ω.
 */
export function sineSumTorus(sum: SineSum, k: number, frequencies: readonly Coefficient[]): SineSumTorus {
  const derived = [...sum.values()].flatMap((term): readonly SineTerm[] => {
    if (k > 0 && norm(term.n) === 0) return [];
    const frequency = combined(term.n, frequencies);
    let [c, s, size] = [term.cos, term.sin, point(1)];
    for (let i = 0; i < k; i++) [c, s, size] = [s, negate(c), multiply(size, frequency.range)];
    return [{ n: term.n, cos: multiply(c, size), sin: multiply(s, size) }];
  });
  const { terms, frequencies: taken } = inFewestPhases(derived, frequencies);
  const m = taken.length;
  const amplitude = ({ cos: c, sin: s }: SineTerm) =>
    magnitude(s) === 0 ? magnitude(c) : magnitude(c) === 0 ? magnitude(s) : squareRoot(add(square(c), square(s))).hi;
  const sizes = terms.map(amplitude);
  const amplitudes = sizes.reduce((total, x) => add(point(total), point(x)).hi, 0);

  const constant = terms.find(({ n }) => norm(n) === 0);
  const sign = constant && constant.cos.hi < 0 ? -1 : 1;
  const turning = terms.filter(({ n }) => norm(n) > 0);
  const alone = turning.length === m && turning.every(({ n }) => norm(n) === 1);
  const aligned = alone
    ? taken.map((_, i) => {
        const { n, cos: c, sin: s } = turning.find((term) => term.n[i] !== 0)!;
        const [x, y] = [c.lo + c.hi, s.lo + s.hi];
        return n[i] * Math.atan2(sign * y, sign * x);
      })
    : null;

  const F: TorusFunction = (box) => {
    let v: Interval = ZERO;
    const g = box.map(() => ZERO);
    const h = box.map((_, i) => box.slice(0, i + 1).map(() => ZERO));
    terms.forEach((term, place) => {
      const { n, cos: c, sin: s } = term;
      const angle = n.reduce<Interval>(
        (total, x, i) => (x === 0 ? total : add(total, multiply(point(x), box[i]))),
        ZERO,
      );
      const [cosine, sine] = [cos(angle), sin(angle)];
      const size = interval(-sizes[place], sizes[place]);
      const value = within(add(multiply(c, cosine), multiply(s, sine)), size);
      const slope = within(subtract(multiply(s, cosine), multiply(c, sine)), size);
      v = add(v, value);
      n.forEach((x, i) => {
        if (x === 0) return;
        g[i] = add(g[i], multiply(point(x), slope));
        for (let j = 0; j <= i; j++) if (n[j] !== 0) h[i][j] = subtract(h[i][j], multiply(point(x * n[j]), value));
      });
    });
    return { v, g, h, smooth: true };
  };
  return { F, frequencies: taken, amplitudes, aligned, size: terms.length * (6 + m * m) };
}

/** What two enclosures of one number leave. */
const within = (a: Interval, b: Interval): Interval => interval(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));
