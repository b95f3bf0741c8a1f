import { compose, constantJet, PLAIN, type PlainJet, plus, power, times, variableJet } from "./plain-jets.js";
import { randomOf } from "./random-of.js";

/** An expression with code of its own for its value and derivatives at t. */
export interface RandomExpression {
  readonly text: string;
  readonly at: (t: number) => PlainJet;
}

/** Levels of operations above t and numbers, at most. */
const DEPTH = 6;

const CONSTANTS: readonly (readonly [string, number])[] = [
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["0.5", 0.5],
  ["0.1", 0.1],
  ["1.5", 1.5],
  ["0.75", 0.75],
  ["10", 10],
  ["100", 100],
  ["0.001", 0.001],
  ["1e-7", 1e-7],
  ["pi", Math.PI],
  ["e", Math.E],
  ["sqrt(2)", Math.SQRT2],
  ["1/3", 1 / 3],
];
/** Exponents, with how they are written. */
const EXPONENTS: readonly (readonly [string, number])[] = [
  ["2", 2],
  ["3", 3],
  ["4", 4],
  ["0.5", 0.5],
  ["1.5", 1.5],
  ["(1/3)", 1 / 3],
  ["(-1)", -1],
  ["(-2)", -2],
  ["(-0.5)", -0.5],
  ["(-1/3)", -1 / 3],
];
const UNARY = Object.keys(PLAIN);

const call = (name: string, u: RandomExpression): RandomExpression => ({
  text: `${name}(${u.text})`,
  at: (t) => compose(PLAIN[name], u.at(t)),
});
const constant = ([text, value]: readonly [string, number]): RandomExpression => ({
  text: text.includes("/") ? `(${text})` : text,
  at: () => constantJet(value),
});
const VARIABLE: RandomExpression = { text: "t", at: variableJet };

const sum = (u: RandomExpression, v: RandomExpression): RandomExpression => ({
  text: `(${u.text}+${v.text})`,
  at: (t) => plus(u.at(t), v.at(t)),
});
const difference = (u: RandomExpression, v: RandomExpression): RandomExpression => ({
  text: `(${u.text}-${v.text})`,
  at: (t) => plus(u.at(t), v.at(t), -1),
});
const product = (u: RandomExpression, v: RandomExpression): RandomExpression => ({
  text: `${u.text}*${v.text}`,
  at: (t) => times(u.at(t), v.at(t)),
});
const quotient = (u: RandomExpression, v: RandomExpression): RandomExpression => ({
  text: `${u.text}/(${v.text})`,
  at: (t) => times(u.at(t), compose(power(-1), v.at(t))),
});
const raised = (u: RandomExpression, [text, r]: readonly [string, number]): RandomExpression => ({
  text: `(${u.text})^${text}`,
  at: (t) => compose(power(r), u.at(t)),
});
const exponential = ([text, base]: readonly [string, number], u: RandomExpression): RandomExpression => ({
  text: `(${text})^(${u.text})`,
  at: (t) => compose(PLAIN.exp, times(constantJet(Math.log(base)), u.at(t))),
});
const extreme = (name: "max" | "min", u: RandomExpression, v: RandomExpression): RandomExpression => ({
  text: `${name}(${u.text},${v.text})`,
  at: (t) => {
    const [a, b] = [u.at(t), v.at(t)];
    return a.d[0] > b.d[0] === (name === "max") ? a : b;
  },
});
const choice = (operator: string, [u, v, yes, no]: readonly RandomExpression[]): RandomExpression => ({
  text: `(${u.text}${operator}${v.text} ? ${yes.text} : ${no.text})`,
  at: (t) => {
    const [a, b] = [u.at(t).d[0], v.at(t).d[0]];
    const holds = operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
    return holds ? yes.at(t) : no.at(t);
  },
});

/**
 * A random expression of the whole language, at most `DEPTH` operations deep: every function and operation, choices, and
 * the shapes that people write, such as 1/(1 + u²), and those in which terms cancel, such as f(u) − f(u + c).
 */
export function randomExpression(seed: number): RandomExpression {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const number = () => constant(pick(CONSTANTS));
  const ONE = constant(["1", 1]);

  function make(depth: number): RandomExpression {
    if (depth === 0 || random() < 0.08) return random() < 0.85 ? VARIABLE : number();
    const sub = () => make(depth - 1);
    const x = random();
    if (x < 0.3) return call(pick(UNARY), sub());
    if (x < 0.38) return product(number(), sub());
    if (x < 0.46) return sum(sub(), random() < 0.5 ? number() : sub());
    if (x < 0.53) return difference(sub(), random() < 0.5 ? number() : sub());
    if (x < 0.6) return product(sub(), sub());
    if (x < 0.63) return quotient(sub(), sub());
    if (x < 0.68) return raised(sub(), pick(EXPONENTS));
    if (x < 0.7) return exponential(pick(CONSTANTS), sub());
    if (x < 0.74) return extreme(random() < 0.5 ? "max" : "min", sub(), random() < 0.5 ? number() : sub());
    if (x < 0.77) return choice(pick(["<", "<=", ">", ">="]), [sub(), number(), sub(), sub()]);
    if (depth < 3) return call(pick(["tanh", "sin", "cos", "erf", "atan", "exp"]), sub());
    // One more than a square, and what is made of it.
    const more = (u: RandomExpression) => sum(ONE, raised(u, ["2", 2]));
    const guarded = make(depth - 3);
    if (x < 0.84) return quotient(make(depth - 1), more(guarded));
    if (x < 0.87) return call(pick(["sqrt", "log"]), more(guarded));
    if (x < 0.9) return quotient(ONE, sum(ONE, call("exp", guarded)));
    if (x < 0.93) return raised(more(guarded), pick(EXPONENTS));
    const f = pick(["sin", "cos", "tanh", "erf", "atan", "asinh"]);
    if (x < 0.96) return difference(call(f, guarded), call(f, sum(guarded, number())));
    return difference(call("sqrt", more(guarded)), call("abs", guarded));
  }

  return make(1 + Math.floor(random() * DEPTH));
}
