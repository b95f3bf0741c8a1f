import * as arithmetic from "../../numbers/intervals/interval.js";
import { type Interval, magnitude, point } from "../../numbers/intervals/interval.js";
import { realPower } from "../../numbers/intervals/real-power.js";
import { pow } from "../../numbers/pow.js";
import { exponential } from "./asymptotic/coefficient.js";
import type { Exponent, Form, FormCondition, FormFunction, RatioName, Step } from "./form.js";
import { partsOf, RATIOS } from "./form.js";
import { DOMAIN, INTERVAL_FUNCTIONS } from "./interval-functions.js";
import type { Polynomial } from "./polynomial.js";
import * as polynomials from "./polynomial.js";
import { exactly } from "./rational.js";
import { REAL_FUNCTIONS } from "./real-functions.js";

/** The steps reachable from the last one wanted, renumbered. */
function reachable(steps: readonly Step[], root: number): Form {
  const needed = new Set<number>();
  const visit = [root];
  for (let i = visit.pop(); i !== undefined; i = visit.pop()) {
    if (needed.has(i)) continue;
    needed.add(i);
    visit.push(...partsOf(steps[i]));
  }
  const kept = [...needed].toSorted((a, b) => a - b);
  const place = new Map(kept.map((old, i) => [old, i]));
  const moved = (i: number) => place.get(i)!;
  const movedCondition = (c: FormCondition): FormCondition => {
    if (c.kind === "compare") return { ...c, a: moved(c.a), b: moved(c.b) };
    if (c.kind === "not") return { ...c, of: movedCondition(c.of) };
    return { ...c, left: movedCondition(c.left), right: movedCondition(c.right) };
  };
  return kept.map((i): Step => {
    const step = steps[i];
    if (step.kind === "choice")
      return { ...step, condition: movedCondition(step.condition), yes: moved(step.yes), no: moved(step.no) };
    if ("b" in step) return { ...step, a: moved(step.a), b: moved(step.b) };
    return "a" in step ? { ...step, a: moved(step.a) } : step;
  });
}

/** Text that two steps share only if they are the same. */
const keyOf = (made: Step) =>
  JSON.stringify(made, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}`;
    return value instanceof Map ? polynomials.printed(value) : value;
  });

/** Constants with so many digits are not worth more. */
const MOST_DIGITS = 2000;

/** Of a computation that may have too many terms. */
function exactOf(make: () => Polynomial | null): Polynomial | null {
  try {
    const made = make();
    return made && polynomials.printed(made).length < MOST_DIGITS ? made : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** a/b where b is one term. */
function quotientOf(a: Polynomial, b: Polynomial): Polynomial | null {
  const under = polynomials.onlyTerm(b);
  return under ? polynomials.multiply(a, polynomials.inverse(under)) : null;
}

/** Functions that are nowhere below 0. */
const POSITIVE: readonly FormFunction[] = ["exp", "sqrt", "sech2", "cosh", "erfc", "sigmoid", "softplus", "logCosh"];

/** Makes steps, each once, in a form that evaluates well. */
export function formBuilder(fail: (problem: string) => RangeError) {
  const steps: Step[] = [];
  const known = new Map<string, number>();

  function step(made: Step): number {
    const key = keyOf(made);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, steps.push(made) - 1);
    return steps.length - 1;
  }

  function constant(value: number, range: Interval = point(value), exact?: Polynomial | null): number {
    if (!Number.isFinite(value) || !(magnitude(range) < Infinity))
      throw fail(`a constant part of it is ${Number.isFinite(value) ? "undefined" : value}`);
    // A number is exact whatever it came from.
    const is = arithmetic.isPoint(range) ? polynomials.number(exactly(range.lo)) : (exact ?? null);
    return step({ kind: "constant", value, range, exact: is });
  }

  const constantAt = (i: number) => {
    const found = steps[i];
    return found.kind === "constant" ? found : undefined;
  };
  const isConstant = (i: number, value: number) =>
    constantAt(i)?.value === value && arithmetic.isPoint(constantAt(i)!.range);
  const aboveZero = (i: number) => (constantAt(i)?.range.lo ?? 0) > 0;
  /** u where step i is name(u). */
  const argumentOf = (i: number, name: FormFunction): number | undefined => {
    const found = steps[i];
    return found.kind === "function" && found.name === name ? found.a : undefined;
  };
  const negated = (i: number): number | undefined => {
    const found = steps[i];
    return found.kind === "negate" ? found.a : undefined;
  };
  /** x where step i is 1 + x or x + 1. */
  const beyondOne = (i: number): number | undefined => {
    const found = steps[i];
    if (found.kind !== "add") return undefined;
    if (isConstant(found.a, 1)) return found.b;
    return isConstant(found.b, 1) ? found.a : undefined;
  };
  /** x where step i is x². */
  const squared = (i: number): number | undefined => {
    const found = steps[i];
    return found.kind === "power" && found.exponent === 2 ? found.a : undefined;
  };
  const half = (i: number) => multiply(constant(0.5), i);

  function fold(
    i: number,
    j: number,
    value: (a: number, b: number) => number,
    range: (a: Interval, b: Interval) => Interval,
    exact?: (a: Polynomial, b: Polynomial) => Polynomial | null,
  ): number | undefined {
    const [a, b] = [constantAt(i), constantAt(j)];
    if (!a || !b) return undefined;
    const is = exact && a.exact && b.exact ? exactOf(() => exact(a.exact!, b.exact!)) : null;
    return constant(value(a.value, b.value), range(a.range, b.range), is);
  }

  const variable = () => step({ kind: "variable" });
  /** Steps as they are in another form. */
  const ratioOf = (name: RatioName, i: number) => step({ kind: "ratio", name, a: i });
  const powerOf = (i: number, { exponent, range }: { readonly exponent: number; readonly range: Exponent }) =>
    step({ kind: "power", a: i, exponent, range });
  const phase = (i: number, index: number) => step({ kind: "phase", a: i, index });

  /** Whether a step is defined for all t, whatever it is. */
  function isTotal(i: number): boolean {
    const found = steps[i];
    if (found.kind === "divide" || (found.kind === "function" && DOMAIN[found.name])) return false;
    if (found.kind === "power" && !Number.isInteger(found.exponent)) return false;
    return (found.kind !== "ratio" || found.name !== "log1p") && partsOf(found).every(isTotal);
  }

  function negate(i: number): number {
    const found = constantAt(i);
    if (found)
      return constant(
        -found.value,
        arithmetic.negate(found.range),
        found.exact && polynomials.scale(exactly(-1), found.exact),
      );
    return negated(i) ?? step({ kind: "negate", a: i });
  }

  function add(i: number, j: number): number {
    const folded = fold(i, j, (a, b) => a + b, arithmetic.add, polynomials.add);
    if (folded !== undefined) return folded;
    if (isConstant(i, 0)) return j;
    if (constantAt(j)) return add(j, i);
    const [minus, minusFirst] = [negated(j), negated(i)];
    if (minus !== undefined) return subtract(i, minus);
    if (minusFirst !== undefined) return subtract(j, minusFirst);
    if (isConstant(i, 1)) {
      const erf = argumentOf(j, "erf");
      if (erf !== undefined) return apply("erfc", negate(erf));
    }
    if (isConstant(i, -1)) return subtract(j, constant(1));
    const pair = opposites(i, j);
    if (pair !== undefined) return multiply(constant(2), apply("cosh", pair));
    return step({ kind: "add", a: i, b: j });
  }

  /** a − 1 where that has a name. */
  function lessOne(i: number): number | undefined {
    const found = steps[i];
    if (found.kind === "multiply" && isConstant(found.a, 2)) {
      const logistic = argumentOf(found.b, "sigmoid");
      if (logistic !== undefined) return apply("tanh", half(logistic));
    }
    if (found.kind !== "function") return undefined;
    if (found.name === "exp") return apply("expm1", found.a);
    if (found.name === "erf") return negate(apply("erfc", found.a));
    if (found.name === "cosh") return multiply(constant(2), power(apply("sinh", half(found.a)), constant(2)));
    const under = found.name === "sqrt" ? beyondOne(found.a) : undefined;
    return under === undefined ? undefined : apply("sqrt1pm1", under);
  }

  /** 1 − a where that has a name. */
  function oneLess(i: number): number | undefined {
    const found = steps[i];
    const root = squared(i);
    const hyperbolic = root === undefined ? undefined : argumentOf(root, "tanh");
    if (hyperbolic !== undefined) return apply("sech2", hyperbolic);
    if (found.kind !== "function") return undefined;
    if (found.name === "exp") return negate(apply("expm1", found.a));
    if (found.name === "erf") return apply("erfc", found.a);
    if (found.name === "erfc") return apply("erf", found.a);
    if (found.name === "sigmoid") return apply("sigmoid", negate(found.a));
    if (found.name === "cos") return multiply(constant(2), power(apply("sin", half(found.a)), constant(2)));
    return undefined;
  }

  function subtract(i: number, j: number): number {
    const folded = fold(
      i,
      j,
      (a, b) => a - b,
      arithmetic.subtract,
      (a, b) => polynomials.add(a, polynomials.scale(exactly(-1), b)),
    );
    if (folded !== undefined) return folded;
    if (isConstant(j, 0)) return i;
    if (isConstant(i, 0)) return negate(j);
    if (i === j && isTotal(i)) return constant(0);
    const minus = negated(j);
    if (minus !== undefined) return add(i, minus);
    const pair = opposites(i, j);
    if (pair !== undefined) return multiply(constant(2), apply("sinh", pair));
    const better = isConstant(j, 1) ? lessOne(i) : isConstant(i, 1) ? oneLess(j) : undefined;
    if (better !== undefined) return better;
    const logistic = isConstant(j, 0.5) ? argumentOf(i, "sigmoid") : undefined;
    if (logistic !== undefined) return half(apply("tanh", half(logistic)));
    return step({ kind: "subtract", a: i, b: j });
  }

  function multiply(i: number, j: number): number {
    const folded = fold(i, j, (a, b) => a * b, arithmetic.multiply, polynomials.multiply);
    if (folded !== undefined) return folded;
    if (isConstant(i, 1)) return j;
    if (isConstant(i, -1)) return negate(j);
    if (constantAt(j)) return multiply(j, i);
    const [minus, minusFirst] = [negated(j), negated(i)];
    if (minus !== undefined) return negate(multiply(i, minus));
    if (minusFirst !== undefined) return negate(multiply(minusFirst, j));
    return i === j ? power(i, constant(2)) : step({ kind: "multiply", a: i, b: j });
  }

  /** u where steps i and j are e^u and e^−u. */
  function opposites(i: number, j: number): number | undefined {
    const [first, second] = [argumentOf(i, "exp"), argumentOf(j, "exp")];
    return first !== undefined && second !== undefined && negate(first) === second ? first : undefined;
  }

  /** x where step i is c·x for a constant step c. */
  const multipleOf = (i: number, c: number): number | undefined => {
    const found = steps[i];
    return found.kind === "multiply" && found.a === c ? found.b : undefined;
  };

  /** x where step i is x·e^u. */
  function timesExp(i: number, u: number): number | undefined {
    const found = steps[i];
    if (argumentOf(i, "exp") === u) return constant(1);
    if (found.kind !== "multiply") return undefined;
    if (argumentOf(found.a, "exp") === u) return found.b;
    return argumentOf(found.b, "exp") === u ? found.a : undefined;
  }

  /** Step i over step x where i is a multiple or a power of x. */
  function factorOver(i: number, x: number): number | undefined {
    const found = steps[i];
    if (i === x) return constant(1);
    if (negated(i) === x) return constant(-1);
    if (found.kind === "multiply" && found.b === x && constantAt(found.a)) return found.a;
    if (found.kind === "power" && found.a === x && Number.isInteger(found.exponent))
      return power(x, constant(found.exponent - 1));
    return found.kind === "divide" && found.a === x && constantAt(found.b) ? divide(constant(1), found.b) : undefined;
  }

  const isRatio = (name: FormFunction): name is RatioName => RATIOS.some((other) => other === name);

  /** Step i over step j where both vanish together, so that the quotient has a value there: F(c·x)/x and the like. */
  function ratio(i: number, j: number): number | undefined {
    const [top, bottom] = [steps[i], steps[j]];
    if (top.kind === "negate") {
      const of = ratio(top.a, j);
      return of === undefined ? undefined : negate(of);
    }
    if (top.kind === "multiply") {
      const [first, second] = [ratio(top.a, j), ratio(top.b, j)];
      if (second !== undefined) return multiply(top.a, second);
      return first === undefined ? undefined : multiply(first, top.b);
    }
    if (top.kind === "power" && Number.isInteger(top.exponent)) {
      const whole = bottom.kind === "power" && bottom.exponent === top.exponent ? ratio(top.a, bottom.a) : undefined;
      if (whole !== undefined) return power(whole, constant(top.exponent));
      const one = ratio(top.a, j);
      return one === undefined ? undefined : multiply(one, power(top.a, constant(top.exponent - 1)));
    }
    if (top.kind !== "function" || !isRatio(top.name)) return undefined;
    if (bottom.kind === "multiply" && constantAt(bottom.a)) {
      const of = ratio(i, bottom.b);
      return of === undefined ? undefined : divide(of, bottom.a);
    }
    const factor = factorOver(top.a, j);
    return factor === undefined ? undefined : multiply(factor, ratioOf(top.name, top.a));
  }

  /** The same where the denominator is the function, or both are, of one argument. */
  function removable(i: number, j: number): number | undefined {
    const direct = ratio(i, j);
    if (direct !== undefined) return direct;
    const bottom = steps[j];
    if (bottom.kind !== "function" || !isRatio(bottom.name)) return undefined;
    const under = ratioOf(bottom.name, bottom.a);
    const factor = factorOver(bottom.a, i);
    if (factor !== undefined) return divide(divide(constant(1), factor), under);
    const over = ratio(i, bottom.a);
    return over === undefined ? undefined : divide(over, under);
  }

  function divide(i: number, j: number): number {
    const bottom = constantAt(j);
    if (bottom && arithmetic.contains(bottom.range, 0)) throw fail("it divides by 0");
    const folded = fold(i, j, (a, b) => a / b, arithmetic.divide, quotientOf);
    if (folded !== undefined) return folded;
    if (isConstant(j, 1)) return i;
    if (isConstant(j, -1)) return negate(i);
    const minus = negated(i);
    if (minus !== undefined) return negate(divide(minus, j));
    const inside = beyondOne(j);
    const exponent = inside === undefined ? undefined : argumentOf(inside, "exp");
    if (exponent !== undefined) {
      const top = timesExp(i, exponent);
      if (top !== undefined) return multiply(top, apply("sigmoid", exponent));
      if (argumentOf(i, "expm1") === exponent) return apply("tanh", half(exponent));
      return multiply(i, apply("sigmoid", negate(exponent)));
    }
    const offset = steps[j];
    const shifted = offset.kind === "add" && aboveZero(offset.a) ? argumentOf(offset.b, "exp") : undefined;
    if (offset.kind === "add" && shifted !== undefined) {
      // c + e^u = c·(1 + e^(u − log c))
      const moved = subtract(shifted, apply("log", offset.a));
      const top = timesExp(i, shifted);
      if (top !== undefined) return multiply(top, apply("sigmoid", moved));
      return multiply(divide(i, offset.a), apply("sigmoid", negate(moved)));
    }
    const whole = multipleOf(i, j);
    if (whole !== undefined) return whole;
    const [top, under] = [steps[i], steps[j]];
    if (top.kind === "multiply" && under.kind === "multiply" && constantAt(top.a) && top.a === under.a)
      return divide(top.b, under.b);
    const sinh = argumentOf(i, "sinh");
    if (sinh !== undefined && argumentOf(j, "cosh") === sinh) return apply("tanh", sinh);
    const root = squared(j);
    const hyperbolic = root === undefined ? undefined : argumentOf(root, "cosh");
    if (hyperbolic !== undefined) return multiply(i, apply("sech2", hyperbolic));
    const continued = bottom ? undefined : removable(i, j);
    if (continued !== undefined) return continued;
    return step({ kind: "divide", a: i, b: j });
  }

  function apply(name: FormFunction, i: number): number {
    const found = constantAt(i);
    if (found) {
      const domain = DOMAIN[name];
      if (domain && !(found.range.lo >= domain.least)) throw fail(`${name} of ${found.value} is undefined`);
      return constant(
        REAL_FUNCTIONS[name].value(found.value),
        INTERVAL_FUNCTIONS[name](found.range),
        // As expansions name them.
        name === "exp"
          ? exponential({ exact: found.exact, range: found.range }).exact
          : found.exact && polynomials.atom(`${name}(${polynomials.printed(found.exact)})`),
      );
    }
    const inner = steps[i];
    const beyond = beyondOne(i);
    const pushed = inner.kind === "add" && aboveZero(inner.a) ? argumentOf(inner.b, "exp") : undefined;
    if (name === "log" && inner.kind === "add" && beyond === undefined && pushed !== undefined) {
      const constantPart = apply("log", inner.a);
      return add(constantPart, apply("softplus", subtract(pushed, constantPart)));
    }
    if (name === "log" && beyond !== undefined) return apply("log1p", beyond);
    if (name === "log" && inner.kind === "subtract" && isConstant(inner.a, 1)) return apply("log1p", negate(inner.b));
    if (name === "log" && inner.kind === "multiply" && constantAt(inner.a)) {
      const cosh = argumentOf(inner.b, "cosh");
      if (cosh !== undefined) return add(apply("log", inner.a), apply("logCosh", cosh));
    }
    // √(u^2m) = |u^m|
    if (name === "sqrt" && inner.kind === "power" && inner.exponent % 2 === 0)
      return abs(power(inner.a, constant(inner.exponent / 2)));
    if (inner.kind === "function") {
      if (name === "log" && inner.name === "exp") return inner.a;
      if (name === "log" && inner.name === "cosh") return apply("logCosh", inner.a);
      if (name === "log" && inner.name === "sqrt") return half(apply("log", inner.a));
      if (name === "log1p" && inner.name === "exp") return apply("softplus", inner.a);
      if (name === "sqrt" && inner.name === "exp") return apply("exp", half(inner.a));
    }
    return step({ kind: "function", name, a: i });
  }

  function abs(i: number): number {
    const found = constantAt(i);
    if (found) return constant(Math.abs(found.value), arithmetic.absolute(found.range));
    const inner = steps[i];
    const even = inner.kind === "power" && inner.exponent % 2 === 0;
    const positive = inner.kind === "function" && POSITIVE.includes(inner.name);
    return inner.kind === "abs" || even || positive ? i : step({ kind: "abs", a: negated(i) ?? i });
  }

  function sign(i: number): number {
    const found = constantAt(i);
    return found ? constant(Math.sign(found.value)) : step({ kind: "sign", a: i });
  }

  function power(i: number, j: number): number {
    const [base, exponent] = [constantAt(i), constantAt(j)];
    if (!exponent) {
      if (!base) throw fail("a power must have a constant exponent or a constant base");
      if (!(base.range.lo > 0)) throw fail(`a varying power needs a base above 0, not ${base.value}`);
      return apply("exp", base.value === Math.E ? j : multiply(j, apply("log", i)));
    }
    const { value, range } = exponent;
    if (Math.abs(value) > 1000) throw fail(`an exponent of it is ${value}, beyond 1000 in size`);
    const exact = arithmetic.isPoint(range);
    if (exact && value === 0) return constant(1);
    if (exact && value === 1) return i;
    if (value < 0) return divide(constant(1), power(i, negate(j)));
    if (exact && value === 0.5) return apply("sqrt", i);
    if (base && !Number.isInteger(value) && !(base.range.lo >= 0)) throw fail(`${base.value}^${value} is undefined`);
    if (base) return constant(pow(base.value, value), realPower(base.range, range));
    const even = exact && value % 2 === 0;
    const inner = steps[i];
    const bare = even ? (inner.kind === "abs" ? inner.a : (negated(i) ?? i)) : i;
    const only = exponent.exact && polynomials.onlyTerm(exponent.exact);
    const rational = only && only.powers.size === 0 ? only.factor : null;
    return step({ kind: "power", a: bare, exponent: value, range: { ...range, exact: rational } });
  }

  function extreme(name: "max" | "min", i: number, j: number): number {
    const pick = name === "max" ? Math.max : Math.min;
    const folded = fold(i, j, pick, (a, b) => arithmetic.interval(pick(a.lo, b.lo), pick(a.hi, b.hi)));
    if (folded !== undefined) return folded;
    return i === j ? i : step({ kind: name, a: i, b: j });
  }

  const choice = (condition: FormCondition, yes: number, no: number) =>
    yes === no ? yes : step({ kind: "choice", condition, yes, no });
  const finish = (root: number): Form => reachable(steps, root);

  return {
    constant,
    variable,
    phase,
    negate,
    add,
    subtract,
    multiply,
    divide,
    apply,
    abs,
    sign,
    power,
    powerOf,
    ratioOf,
    extreme,
    choice,
    finish,
  };
}
