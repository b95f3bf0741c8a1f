import { randomOf } from "./random-of.js";

/** c·F(a(t − b)) for a shape F. */
interface Feature {
  readonly shape: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** One or two features, added, multiplied, or added and put into another function: an integral with no closed form. */
export interface FeaturedCase {
  readonly expression: string;
  readonly features: readonly Feature[];
  readonly join: string;
}

/** The shapes by name; mpmath-expectations.py has them too, with their derivatives. */
const SHAPES: Readonly<Record<string, (s: string) => string>> = {
  tanh: (s) => `tanh(${s})`,
  sech2: (s) => `1/cosh(${s})^2`,
  logistic: (s) => `1/(1+exp(-(${s})))`,
  lorentz: (s) => `1/(1+(${s})^2)`,
  atan: (s) => `atan(${s})`,
  isru: (s) => `(${s})/sqrt(1+(${s})^2)`,
  log: (s) => `log(1+(${s})^2)`,
  root: (s) => `sqrt(1+(${s})^2)`,
  softplus: (s) => `log(1+exp(${s}))`,
  asinh: (s) => `asinh(${s})`,
  odd: (s) => `(${s})*exp(-(${s})^2)`,
  wave: (s) => `sin(3*(${s}))*exp(-(${s})^2)`,
};
/** Shapes that grow, which are taken no steeper than 1e4, and not into another function, where they would make new places. */
const GROWING = new Set(["log", "root", "softplus", "asinh"]);
const JOINS = ["sum", "product", "tanh", "sin", "atan"];

/** The case of a number. */
export function featuredCase(index: number): FeaturedCase {
  const random = randomOf(index * 7919 + 43);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const join = pick(JOINS);
  const outer = join !== "sum" && join !== "product";
  const feature = (): Feature => {
    const shape = pick(Object.keys(SHAPES).filter((name) => !outer || !GROWING.has(name)));
    const a = Number((10 ** ((GROWING.has(shape) ? 4 : 12) * random())).toPrecision(6));
    const b = Number(((2 * random() - 1) * (random() < 0.5 ? 3 : 12)).toPrecision(8));
    const c = Number(((random() < 0.5 ? -1 : 1) * 10 ** (outer ? -random() : 2 * random() - 1)).toPrecision(4));
    return { shape, a, b, c };
  };
  const features = random() < 0.25 ? [feature()] : [feature(), feature()];
  const texts = features.map(
    ({ shape, a, b, c }) => `${c}*(${SHAPES[shape](`${a}*(${b < 0 ? `t+${-b}` : `t-${b}`})`)})`,
  );
  const inner = texts.map((text) => `(${text})`).join(join === "product" ? "*" : "+");
  return { expression: outer ? `${join}(${inner})` : inner, features, join };
}
