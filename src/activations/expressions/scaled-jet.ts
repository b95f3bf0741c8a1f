import type { Form, FormCondition } from "./form.js";
import { RATIO_FUNCTIONS } from "./ratio-functions.js";
import { minus, over, plus, type Scaled, scaled, scaledPower, times, toDouble } from "./scaled.js";
import { type ScaledTriple, scaledFunction } from "./scaled-functions.js";

const ZERO = scaled(0);
const ONE = scaled(1);
const TWO = scaled(2);
const minusOf = (a: Scaled, b: Scaled) => plus(a, minus(b));
const map = (u: ScaledTriple, f: (x: Scaled) => Scaled): ScaledTriple => [f(u[0]), f(u[1]), f(u[2])];
const zip = (u: ScaledTriple, v: ScaledTriple, f: (x: Scaled, y: Scaled) => Scaled): ScaledTriple => [
  f(u[0], v[0]),
  f(u[1], v[1]),
  f(u[2], v[2]),
];
/** The sign of a − b. */
const compare = (a: Scaled, b: Scaled) => Math.sign(minusOf(a, b).mantissa);

const product = (u: ScaledTriple, v: ScaledTriple): ScaledTriple => [
  times(u[0], v[0]),
  plus(times(u[0], v[1]), times(u[1], v[0])),
  plus(plus(times(u[0], v[2]), times(u[2], v[0])), times(TWO, times(u[1], v[1]))),
];

/** q = u/v: q' = (u' − qv')/v, q'' = (u'' − 2q'v' − qv'')/v. */
function quotient(u: ScaledTriple, v: ScaledTriple): ScaledTriple {
  const q = over(u[0], v[0]);
  const slope = over(minusOf(u[1], times(q, v[1])), v[0]);
  const rest = plus(times(TWO, times(slope, v[1])), times(q, v[2]));
  return [q, slope, over(minusOf(u[2], rest), v[0])];
}

const composed = ([f0, f1, f2]: ScaledTriple, u: ScaledTriple): ScaledTriple => [
  f0,
  times(f1, u[1]),
  plus(times(f1, u[2]), times(f2, times(u[1], u[1]))),
];

function power(u: ScaledTriple, r: number): ScaledTriple {
  // n integer ≥ 2 or u > 0, but the second derivative of u² must not divide by 0.
  const lower = (k: number) =>
    Number.isInteger(r) || r > k ? scaledPower(u[0], r - k) : over(scaledPower(u[0], r), scaledPower(u[0], k));
  return composed([scaledPower(u[0], r), times(scaled(r), lower(1)), times(scaled(r * (r - 1)), lower(2))], u);
}

/** Value, first and second derivative at t in numbers that do not overflow: slow, for where doubles gave ∞ or NaN. */
export function scaledJet(form: Form, t: number): readonly [number, number, number] {
  const done: ScaledTriple[] = [];
  const holds = (c: FormCondition): boolean => {
    if (c.kind === "not") return !holds(c.of);
    if (c.kind === "compare") {
      const sign = compare(done[c.a][0], done[c.b][0]);
      if (c.operator === "<" || c.operator === ">") return sign === (c.operator === "<" ? -1 : 1);
      return c.operator === "<=" ? sign <= 0 : sign >= 0;
    }
    return c.kind === "and" ? holds(c.left) && holds(c.right) : holds(c.left) || holds(c.right);
  };
  for (const step of form) {
    const made = (): ScaledTriple => {
      switch (step.kind) {
        case "constant":
          return [scaled(step.value), ZERO, ZERO];
        case "variable":
          return [scaled(t), ONE, ZERO];
        case "negate":
          return map(done[step.a], minus);
        case "abs":
          return done[step.a][0].mantissa < 0 ? map(done[step.a], minus) : done[step.a];
        case "sign":
          return [scaled(Math.sign(done[step.a][0].mantissa)), ZERO, ZERO];
        case "add":
          return zip(done[step.a], done[step.b], plus);
        case "subtract":
          return zip(done[step.a], done[step.b], minusOf);
        case "multiply":
          return product(done[step.a], done[step.b]);
        case "divide":
          return quotient(done[step.a], done[step.b]);
        case "max":
        case "min": {
          const second = compare(done[step.b][0], done[step.a][0]) > 0 === (step.kind === "max");
          return done[second ? step.b : step.a];
        }
        case "function":
          return composed(scaledFunction(step.name, done[step.a][0]), done[step.a]);
        case "ratio": {
          const u = done[step.a];
          const x = toDouble(u[0]);
          if (Math.abs(x) >= 0.25) return quotient(composed(scaledFunction(step.name, u[0]), u), u);
          const { value: v, first: v1, second: v2 } = RATIO_FUNCTIONS[step.name];
          return composed([scaled(v(x)), scaled(v1(x)), scaled(v2(x))], u);
        }
        case "power":
          return power(done[step.a], step.exponent);
        case "choice":
          return done[holds(step.condition) ? step.yes : step.no];
      }
      return step;
    };
    done.push(made());
  }
  const [value, first, second] = done[done.length - 1];
  return [toDouble(value), toDouble(first), toDouble(second)];
}
