import type { Coefficient } from "../asymptotic/coefficient.js";
import * as coefficients from "../asymptotic/coefficient.js";
import { encloseTailFinely } from "../enclosures.js";
import type { Form, FormCondition } from "../form.js";
import { partsOf } from "../form.js";
import { formBuilder } from "../form-builder.js";
import { frequencyBases } from "./frequency-bases.js";

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

const MOST_PHASES = 4;
/** The same where t comes in by phases alone, which sums of sines may have more of. */
const MOST_PURE_PHASES = 8;
/** From where on an argument is asked whether it goes to ±∞. */
const FROM = 64;

/** frequency·t + rest, the rest a step of the new form; null for 0. */
interface Linear {
  readonly frequency: Coefficient | null;
  readonly rest: number | null;
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
  const { bases, of: combination } = frequencyBases(used);
  const frequencies: (Coefficient | null)[] = [...bases];
  const b = formBuilder((problem) => new RangeError(problem));
  const done = new Map<number, number>();
  /** Which steps have sines or cosines in them. */
  const turns: boolean[] = [];
  for (const [i, step] of form.entries()) turns.push(places.includes(i) || partsOf(step).some((part) => turns[part]));
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
    const n = combination(frequency);
    if (n === null || (rest !== null && tends(b.finish(rest), side))) return free();
    const phase = n.flatMap((multiple, index) => {
      if (multiple === 0) return [];
      const { range, exact } = bases[index];
      const unit = b.constant((range.lo + range.hi) / 2, range, exact);
      return [b.multiply(b.constant(multiple), b.phase(b.multiply(unit, b.variable()), index))];
    });
    return [...phase, ...(rest === null ? [] : [rest])].reduce((sum, part) => b.add(sum, part));
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

  /** Factors without phases together, so that what is large in both cancels: (u·v)/w = u·(v/w). */
  function quotient(i: number, j: number): number {
    const top = form[i];
    if (turns[j] || !turns[i]) return b.divide(at(i), at(j));
    if (top.kind !== "multiply" || (turns[top.a] && turns[top.b]))
      return b.multiply(at(i), b.divide(b.constant(1), at(j)));
    return turns[top.a]
      ? b.multiply(at(top.a), b.divide(at(top.b), at(j)))
      : b.multiply(at(top.b), b.divide(at(top.a), at(j)));
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
      case "divide":
        return quotient(step.a, step.b);
      case "add":
      case "subtract":
      case "multiply":
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
  if (indices.length === 0 || indices.length > (isPure(all) ? MOST_PURE_PHASES : MOST_PHASES)) return null;
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
