import type { Node } from "./node.js";
import { exactly, lessThan, minus, over, plus, type Rational, rational, times } from "./rational.js";

/** value + slope·t, exactly. */
interface ExactLine {
  readonly value: Rational;
  readonly slope: Rational;
}

/** A continuous function that is lines[i] between breaks[i − 1] and breaks[i], which ascend; neighbours differ. */
export interface PiecewiseAffine {
  readonly breaks: readonly Rational[];
  readonly lines: readonly ExactLine[];
}

/** More pieces are not looked at. */
const MOST = 64;

const ZERO = rational(0n);
const ONE = rational(1n);
export const is0 = ({ top }: Rational) => top === 0n;
const isSame = (a: ExactLine, b: ExactLine) => is0(plus(a.value, minus(b.value))) && is0(plus(a.slope, minus(b.slope)));
const constant = (value: Rational): PiecewiseAffine => ({ breaks: [], lines: [{ value, slope: ZERO }] });

/** Without breaks at which nothing changes. */
function simplified({ breaks, lines }: PiecewiseAffine): PiecewiseAffine {
  const kept = breaks.flatMap((at, i) => (isSame(lines[i], lines[i + 1]) ? [] : [{ at, line: lines[i + 1] }]));
  return { breaks: kept.map(({ at }) => at), lines: [lines[0], ...kept.map(({ line }) => line)] };
}

/** What holds between the breaks of both, pair by pair of lines. */
function together(
  f: PiecewiseAffine,
  g: PiecewiseAffine,
  join: (a: ExactLine, b: ExactLine, low: Rational | null, high: Rational | null) => PiecewiseAffine,
): PiecewiseAffine | null {
  const breaks: Rational[] = [];
  const lines: ExactLine[] = [];
  for (let [i, j, low]: [number, number, Rational | null] = [0, 0, null]; ; ) {
    const [p, q] = [f.breaks[i], g.breaks[j]] as const;
    const first = p === undefined || (q !== undefined && lessThan(q, p)) ? q : p;
    const part = join(f.lines[i], g.lines[j], low, first ?? null);
    breaks.push(...part.breaks);
    lines.push(...part.lines);
    if (first === undefined) break;
    breaks.push(first);
    low = first;
    if (p !== undefined && !lessThan(first, p)) i++;
    if (q !== undefined && !lessThan(first, q)) j++;
  }
  return lines.length > MOST ? null : simplified({ breaks, lines });
}

const sumOf = (f: PiecewiseAffine, g: PiecewiseAffine) =>
  together(f, g, (a, b) => ({ breaks: [], lines: [{ value: plus(a.value, b.value), slope: plus(a.slope, b.slope) }] }));

function scaled({ breaks, lines }: PiecewiseAffine, by: Rational): PiecewiseAffine {
  return is0(by)
    ? constant(ZERO)
    : { breaks, lines: lines.map(({ value, slope }) => ({ value: times(by, value), slope: times(by, slope) })) };
}

/** max(a, b) between two points: which is larger changes where they meet, if that is inside. */
function largerOf(a: ExactLine, b: ExactLine, low: Rational | null, high: Rational | null): PiecewiseAffine {
  const steeper = plus(a.slope, minus(b.slope));
  const apart = plus(a.value, minus(b.value));
  if (is0(steeper)) return { breaks: [], lines: [apart.top < 0n ? b : a] };
  const at = over(minus(apart), steeper);
  const [before, after] = steeper.top > 0n ? [b, a] : [a, b];
  if (low !== null && !lessThan(low, at)) return { breaks: [], lines: [after] };
  if (high !== null && !lessThan(at, high)) return { breaks: [], lines: [before] };
  return { breaks: [at], lines: [before, after] };
}

const both = <T>(
  f: PiecewiseAffine | null,
  g: PiecewiseAffine | null,
  join: (a: PiecewiseAffine, b: PiecewiseAffine) => T,
) => f && g && join(f, g);
const value = (f: PiecewiseAffine | null) =>
  f && f.breaks.length === 0 && is0(f.lines[0].slope) ? f.lines[0].value : null;
const negated = (f: PiecewiseAffine) => scaled(f, minus(ONE));

function ofBinary(operator: string, f: PiecewiseAffine, g: PiecewiseAffine): PiecewiseAffine | null {
  const [a, b] = [value(f), value(g)];
  if (operator === "+") return sumOf(f, g);
  if (operator === "-") return sumOf(f, negated(g));
  if (operator === "*") return a ? scaled(g, a) : b ? scaled(f, b) : null;
  return operator === "/" && b && !is0(b) ? scaled(f, over(ONE, b)) : null;
}

/** The pieces of an expression of numbers, t, sums, multiples, |u|, max and min, exactly; null for others. */
export function piecewiseAffine(n: Node): PiecewiseAffine | null {
  switch (n.kind) {
    case "number":
      return Number.isFinite(n.value) ? constant(exactly(n.value)) : null;
    case "variable":
      return { breaks: [], lines: [{ value: ZERO, slope: ONE }] };
    case "negate":
      return both(piecewiseAffine(n.of), constant(ZERO), negated);
    case "binary":
      return both(piecewiseAffine(n.left), piecewiseAffine(n.right), (f, g) => ofBinary(n.operator, f, g));
    case "unary":
      return n.name === "abs"
        ? both(piecewiseAffine(n.of), constant(ZERO), (f) => together(f, negated(f), largerOf))
        : null;
    case "extreme": {
      const sign = n.name === "max" ? ONE : minus(ONE);
      const parts = n.of.map((part) => both(piecewiseAffine(part), constant(ZERO), (f) => scaled(f, sign)));
      const largest = parts.reduce((f, g) => both(f, g, (a, b) => together(a, b, largerOf)));
      return largest && scaled(largest, sign);
    }
    default:
      return null;
  }
}
