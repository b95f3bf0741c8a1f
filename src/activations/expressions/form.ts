import type { Interval } from "../../numbers/intervals/interval.js";
import type { Comparison } from "./node.js";
import type { Polynomial } from "./polynomial.js";
import type { Rational } from "./rational.js";

/** The functions that forms are made of: the user's, and some that stand for combinations that would lose digits. */
const FORM_FUNCTIONS = [
  "exp",
  "log",
  "log1p",
  "expm1",
  "sqrt",
  "sqrt1pm1",
  "sin",
  "cos",
  "tanh",
  "sech2",
  "sinh",
  "cosh",
  "asinh",
  "atan",
  "erf",
  "erfc",
  "sigmoid",
  "softplus",
  "logCosh",
] as const;
/** sqrt1pm1(x) = √(1 + x) − 1, sech2 = 1/cosh², sigmoid(x) = 1/(1 + e^−x), softplus(x) = log(1 + e^x). */
export type FormFunction = (typeof FORM_FUNCTIONS)[number];

/** The functions F with F(0) = 0 for which F(u)/u is a step of its own, F'(0) at u = 0. */
export const RATIOS = ["expm1", "log1p", "sin", "tanh", "sinh", "asinh", "atan", "erf"] as const;
export type RatioName = (typeof RATIOS)[number];

export type FormCondition =
  | { readonly kind: "compare"; readonly operator: Comparison; readonly a: number; readonly b: number }
  | { readonly kind: "and" | "or"; readonly left: FormCondition; readonly right: FormCondition }
  | { readonly kind: "not"; readonly of: FormCondition };

/** An enclosure of an exponent, and the rational number that it is, where it is known to be one. */
export interface Exponent extends Interval {
  readonly exact?: Rational | null;
}

/** One step: an operation on earlier steps, named by their places. */
export type Step =
  /** `exact` is what it is in named constants, such as 1/3 or 2·pi; null where that is not known. */
  | {
      readonly kind: "constant";
      readonly value: number;
      readonly range: Interval;
      readonly exact: Polynomial | null;
    }
  | { readonly kind: "variable" }
  | { readonly kind: "negate" | "abs" | "sign"; readonly a: number }
  | {
      readonly kind: "add" | "subtract" | "multiply" | "divide" | "max" | "min";
      readonly a: number;
      readonly b: number;
    }
  | { readonly kind: "function"; readonly name: FormFunction; readonly a: number }
  /** F(u)/u, and F'(0) where u = 0. */
  | { readonly kind: "ratio"; readonly name: RatioName; readonly a: number }
  /** An integer n ≥ 2, or another number, for which the base must be ≥ 0. */
  | { readonly kind: "power"; readonly a: number; readonly exponent: number; readonly range: Exponent }
  /** Step a, or anything that differs from it by a multiple of 2π: an argument of sin and cos (phased-form.ts). */
  | { readonly kind: "phase"; readonly a: number; readonly index: number }
  | { readonly kind: "choice"; readonly condition: FormCondition; readonly yes: number; readonly no: number };

/** An expression as a list of steps, each after those it uses, equal parts once; the last is its value. */
export type Form = readonly Step[];

/** The steps that a step uses. */
export function partsOf(step: Step): readonly number[] {
  switch (step.kind) {
    case "constant":
    case "variable":
      return [];
    case "choice":
      return [step.yes, step.no, ...partsOfCondition(step.condition)];
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "max":
    case "min":
      return [step.a, step.b];
    case "negate":
    case "abs":
    case "sign":
    case "function":
    case "ratio":
    case "power":
    case "phase":
      return [step.a];
  }
  return step;
}

function partsOfCondition(c: FormCondition): readonly number[] {
  if (c.kind === "compare") return [c.a, c.b];
  if (c.kind === "not") return partsOfCondition(c.of);
  return [...partsOfCondition(c.left), ...partsOfCondition(c.right)];
}
