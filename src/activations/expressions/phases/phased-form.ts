import type { Coefficient } from "../asymptotic/coefficient.js";
import * as coefficients from "../asymptotic/coefficient.js";
import { encloseTailFinely } from "../enclosures.js";
import type { Form, FormCondition } from "../form.js";
import { partsOf } from "../form.js";
import { formBuilder } from "../form-builder.js";
import { lessThan, over, type Rational, rational, times } from "../rational.js";

/** A form whose sines and cosines of what goes on and on are of phases, which may be taken for any numbers. */
export interface PhasedForm {
  readonly form: Form;
  /** The frequency of each phase, or null for one that is no multiple of t. */
  readonly frequencies: readonly (Coefficient | null)[];
  /** Whether t comes in by phases alone. */
  readonly pure: boolean;
  /** Whether every phase is continuous in t. */
  readonly continuous: boolean;
}

/** Multiples of one phase, at most, in which others are expressed. */
const MOST_MULTIPLES = 64;
const MOST_PHASES = 4;
/** From where on an argument is asked whether it goes to ±∞. */
const FROM = 64;

/** frequency·t + rest, the rest a step of the new form; null for 0. */
interface Linear {
  readonly frequency: Coefficient | null;
  readonly rest: number | null;
}

/** A base of frequencies: each is a whole multiple of one of them, as far as small numbers say. */
function commonBases(frequencies: readonly Coefficient[]) {
  const bases: { unit: Coefficient; factor: Rational }[] = [];
  for (const found of frequencies) {
    const known = bases.some((base) => {
      const ratio = ratioOf(found, base.unit);
      const common = ratio && gcd(ratio, base.factor);
      if (!common || !small(over(ratio, common)) || !small(over(base.factor, common))) return false;
      base.factor = common;
      return true;
    });
    if (!known) bases.push({ unit: found, factor: rational(1n) });
  }
  return bases.map(({ unit, factor }) => coefficients.times(unit, coefficients.ofRational(factor)));
}

const small = ({ top, bottom }: Rational) =>
  bottom === 1n && top <= BigInt(MOST_MULTIPLES) && top >= -BigInt(MOST_MULTIPLES);
const size = (x: Rational) => (lessThan(x, rational(0n)) ? times(x, rational(-1n)) : x);

function gcd(a: Rational, b: Rational): Rational | null {
  let [x, y] = [size(a), size(b)];
  for (let i = 0; y.top !== 0n; i++) {
    if (i > 40) return null;
    const quotient = over(x, y);
    const whole = rational(quotient.top / quotient.bottom);
    [x, y] = [y, minusOf(x, times(whole, y))];
  }
  return x;
}
const minusOf = (a: Rational, b: Rational) => rational(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);

/** a/b where that is known to be rational. */
function ratioOf(a: Coefficient, b: Coefficient): Rational | null {
  if (!a.exact || !b.exact) return null;
  return coefficients.asRational(coefficients.times(a, coefficients.inverse(b)));
}

/**
 * The form with phases for arguments of sin and cos: for c·t + u one for the multiples of t, if u stays bounded; and one of
 * its own for any other argument that tends to ±∞ on that side. Null if there are none, or too many.
 */
export function phasedForm(form: Form, side: 1 | -1): PhasedForm | null {
  const places = form.flatMap((step, i) =>
    step.kind === "function" && (step.name === "sin" || step.name === "cos") ? [i] : [],
  );
  if (places.length === 0) return null;
  const slopes = frequenciesOf(form);
  const used = places
    .map((i) => argumentOf(form, i))
    .flatMap((a) => (slopes[a] && !coefficients.isZero(slopes[a]) ? [slopes[a]] : []));
  const bases = commonBases(used);
  const frequencies: (Coefficient | null)[] = [...bases];
  const b = formBuilder((problem) => new RangeError(problem));
  const done = new Map<number, number>();
  const rests = new Map<number, Linear>();

  /** A step's part beside multiples of t. */
  function linear(i: number): Linear {
    const known = rests.get(i);
    if (known) return known;
    const found = linearOf(i);
    rests.set(i, found);
    return found;
  }
  function linearOf(i: number): Linear {
    const frequency = slopes[i];
    const step = form[i];
    if (!frequency || coefficients.isZero(frequency)) return { frequency: null, rest: at(i) };
    const rest = (j: number) => linear(j).rest;
    switch (step.kind) {
      case "variable":
        return { frequency, rest: null };
      case "negate": {
        const of = rest(step.a);
        return { frequency, rest: of === null ? null : b.negate(of) };
      }
      case "add":
      case "subtract": {
        const [first, second] = [rest(step.a), rest(step.b)];
        if (second === null) return { frequency, rest: first };
        if (first === null) return { frequency, rest: step.kind === "add" ? second : b.negate(second) };
        return { frequency, rest: b[step.kind](first, second) };
      }
      case "multiply": {
        const of = rest(step.b);
        return { frequency, rest: of === null ? null : b.multiply(at(step.a), of) };
      }
      case "divide": {
        const of = rest(step.a);
        return { frequency, rest: of === null ? null : b.divide(of, at(step.b)) };
      }
      default:
        return { frequency: null, rest: at(i) };
    }
  }

  /** The argument of a sine or cosine, by phases. */
  function argument(i: number): number {
    const { frequency, rest } = linear(i);
    const free = () => {
      frequencies.push(null);
      return b.phase(at(i), frequencies.length - 1);
    };
    if (frequency === null) return tends(form.slice(0, i + 1), side) ? free() : at(i);
    // The rest may go on and on as well.
    const index = bases.findIndex((base) => {
      const ratio = ratioOf(frequency, base);
      return (ratio && small(ratio)) || base === frequency;
    });
    if (index < 0 || (rest !== null && tends(b.finish(rest), side))) return free();
    const base = bases[index];
    const multiple = base === frequency ? rational(1n) : ratioOf(frequency, base)!;
    const unit = b.constant((base.range.lo + base.range.hi) / 2, base.range, base.exact);
    const phase = b.multiply(b.constant(Number(multiple.top)), b.phase(b.multiply(unit, b.variable()), index));
    return rest === null ? phase : b.add(phase, rest);
  }

  function condition(c: FormCondition): FormCondition {
    if (c.kind === "compare") return { ...c, a: at(c.a), b: at(c.b) };
    if (c.kind === "not") return { ...c, of: condition(c.of) };
    return { ...c, left: condition(c.left), right: condition(c.right) };
  }

  function at(i: number): number {
    const known = done.get(i);
    if (known !== undefined) return known;
    const made = make(i);
    done.set(i, made);
    return made;
  }

  function make(i: number): number {
    const step = form[i];
    switch (step.kind) {
      case "constant":
        return b.constant(step.value, step.range, step.exact);
      case "variable":
        return b.variable();
      case "negate":
        return b.negate(at(step.a));
      case "abs":
      case "sign":
        return b[step.kind](at(step.a));
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
        return b[step.kind](at(step.a), at(step.b));
      case "max":
      case "min":
        return b.extreme(step.kind, at(step.a), at(step.b));
      case "function":
        return step.name === "sin" || step.name === "cos"
          ? b.apply(step.name, argument(step.a))
          : b.apply(step.name, at(step.a));
      case "ratio":
        return b.ratioOf(step.name, at(step.a));
      case "power":
        return b.powerOf(at(step.a), step);
      case "phase":
        return b.phase(at(step.a), step.index);
      case "choice":
        return b.choice(condition(step.condition), at(step.yes), at(step.no));
    }
    return step;
  }

  const root = at(form.length - 1);
  const all = b.finish(root);
  const indices = [...new Set(all.flatMap((step) => (step.kind === "phase" ? [step.index] : [])))];
  if (indices.length === 0 || indices.length > MOST_PHASES) return null;
  const made = all.map((step) => (step.kind === "phase" ? { ...step, index: indices.indexOf(step.index) } : step));
  const jumps = made.some(({ kind }) => kind === "sign" || kind === "choice");
  const taken = indices.map((index) => frequencies[index]);
  return { form: made, frequencies: taken, pure: isPure(made), continuous: !jumps || !taken.includes(null) };
}

const argumentOf = (form: Form, i: number): number => {
  const step = form[i];
  return step.kind === "function" ? step.a : i;
};

/** The multiple of t in every step that is c·t + what is no multiple of t; 0 where there is none, null where c is not known. */
function frequenciesOf(form: Form): readonly (Coefficient | null)[] {
  const none = coefficients.ofWhole(0);
  const found: (Coefficient | null)[] = [];
  for (const step of form) {
    const of = (j: number) => found[j];
    const both = (f: (x: Coefficient, y: Coefficient) => Coefficient, i: number, j: number) => {
      const [x, y] = [of(i), of(j)];
      return x && y && f(x, y);
    };
    const constantAt = (j: number): Coefficient | null => {
      const other = form[j];
      return other.kind === "constant" ? { exact: other.exact, range: other.range } : null;
    };
    if (step.kind === "variable") found.push(coefficients.ofWhole(1));
    else if (step.kind === "negate") found.push(of(step.a) && coefficients.negate(of(step.a)!));
    else if (step.kind === "add") found.push(both(coefficients.sum, step.a, step.b));
    else if (step.kind === "subtract")
      found.push(both((x, y) => coefficients.sum(x, coefficients.negate(y)), step.a, step.b));
    else if (step.kind === "multiply") {
      const by = constantAt(step.a);
      found.push(by && of(step.b) ? coefficients.times(by, of(step.b)!) : none);
    } else if (step.kind === "divide") {
      const by = constantAt(step.b);
      found.push(by && of(step.a) ? coefficients.times(of(step.a)!, coefficients.inverse(by)) : none);
    } else found.push(none);
  }
  return found;
}

/** Whether a form tends to ±∞ for certain. */
function tends(form: Form, side: 1 | -1): boolean {
  return encloseTailFinely(form, FROM, side, 0).series[0].limit !== 0;
}

/** Whether t is used below phases only. */
function isPure(form: Form): boolean {
  const visit = [form.length - 1];
  const seen = new Set<number>();
  for (let i = visit.pop(); i !== undefined; i = visit.pop()) {
    if (seen.has(i)) continue;
    seen.add(i);
    const step = form[i];
    if (step.kind === "variable") return false;
    if (step.kind !== "phase") visit.push(...partsOf(step));
  }
  return true;
}
