import { type CalculateTypeWithDestroy, init } from "gmp-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bits, uniform } from "../../chance/bits.js";
import { keyedStreams } from "../../chance/streams.js";
import * as elementary from "./elementary.js";
import { type Interval, interval, point } from "./interval.js";

/** MPFR with 1200 bits, rounding to nearest: far finer than what it is compared with, even for e^x − 1 at 1e-30. */
let mpfr: CalculateTypeWithDestroy;
beforeAll(async () => {
  mpfr = (await init()).getContext({ precisionBits: 1200 });
});

/** What is used here of a number of gmp-wasm, whose own types lose the methods of results. */
interface Real {
  readonly add: (x: number) => Real;
  readonly sub: (x: number) => Real;
  readonly mul: (x: number | Real) => Real;
  readonly div: (x: number | Real) => Real;
  readonly pow: (n: number) => Real;
  readonly greaterOrEqual: (x: Real) => boolean;
  readonly lessOrEqual: (x: Real) => boolean;
  readonly toString: () => string;
  readonly neg: () => Real;
  readonly exp: () => Real;
  readonly ln: () => Real;
  readonly sqrt: () => Real;
  readonly sin: () => Real;
  readonly cos: () => Real;
  readonly atan: () => Real;
  readonly asinh: () => Real;
  readonly tanh: () => Real;
  readonly sinh: () => Real;
  readonly cosh: () => Real;
  readonly erf: () => Real;
  readonly erfc: () => Real;
}
const isReal = (x: object): x is Real => "toString" in x && "greaterOrEqual" in x;
function checked(x: object): Real {
  if (!isReal(x)) throw new TypeError("not a number of gmp-wasm");
  return x;
}
const real = (x: number) => checked(mpfr.Float(x));
const realPi = () => checked(mpfr.Pi());

type Reference = (x: Real) => Real;
const half = (x: Real) => x.div(2);

const CASES: readonly (readonly [
  name: string,
  f: (a: Interval) => Interval,
  truth: Reference,
  low: number,
  high: number,
])[] = [
  ["exp", elementary.exp, (x) => x.exp(), -745, 709],
  ["expm1", elementary.expm1, (x) => x.exp().sub(1), -745, 709],
  ["log", elementary.log, (x) => x.ln(), 0, Infinity],
  ["log1p", elementary.log1p, (x) => x.add(1).ln(), -1, Infinity],
  ["sin", elementary.sin, (x) => x.sin(), -(2 ** 30), 2 ** 30],
  ["cos", elementary.cos, (x) => x.cos(), -(2 ** 30), 2 ** 30],
  ["atan", elementary.atan, (x) => x.atan(), -Infinity, Infinity],
  ["asinh", elementary.asinh, (x) => x.asinh(), -Infinity, Infinity],
  ["tanh", elementary.tanh, (x) => x.tanh(), -Infinity, Infinity],
  ["sinh", elementary.sinh, (x) => x.sinh(), -709, 709],
  ["cosh", elementary.cosh, (x) => x.cosh(), -709, 709],
  ["erf", elementary.erf, (x) => x.erf(), -Infinity, Infinity],
  ["erfc", elementary.erfc, (x) => x.erfc(), -Infinity, Infinity],
  ["erfSlope", elementary.erfSlope, (x) => x.mul(x).neg().exp().mul(2).div(realPi().sqrt()), -27, 27],
  ["sigmoid", elementary.sigmoid, (x) => x.neg().exp().add(1).pow(-1), -745, Infinity],
  ["softplus", elementary.softplus, (x) => x.exp().add(1).ln(), -745, 709],
  ["sech2", elementary.sech2, (x) => x.cosh().pow(-2), -350, 350],
  ["logCosh", elementary.logCosh, (x) => half(x).sinh().pow(2).mul(2).add(1).ln(), -700, 700],
];

/** Sizes from 1e-30 to 1e10 and numbers of order 1, of both signs. */
function anyNumber(bits: Bits): number {
  const sign = uniform(bits) < 0.5 ? -1 : 1;
  const kind = uniform(bits);
  if (kind < 0.1) return Math.round(uniform(bits) * 40 - 20) / 2;
  return kind < 0.6 ? sign * uniform(bits) * 8 : sign * Math.exp(uniform(bits) * 92 - 69);
}

/** Whether an interval holds a number that MPFR knows to 1200 bits. */
const holds = ({ lo, hi }: Interval, x: Real) => real(lo).lessOrEqual(x) && real(hi).greaterOrEqual(x);

const ulps = ({ lo, hi }: Interval) => (hi - lo) / Math.max(2 ** -1074, Math.abs(lo) * 2 ** -52);

describe.each(CASES)("%s", (name, f, truth, low, high) => {
  it("encloses MPFR's value at 800 points, within 16 ulp", () => {
    const bits = keyedStreams({ seed: "1", sampler: "intervals", parameters: { name } })(0)("points");
    for (let i = 0; i < 800; ) {
      const x = anyNumber(bits);
      if (!(x > low && x < high)) continue;
      i++;
      const enclosure = f(point(x));
      if (!holds(enclosure, truth(real(x)))) expect(enclosure, `${name}(${x})`).toBe(truth(real(x)).toString());
      expect(ulps(enclosure), `${name}(${x}) = [${enclosure.lo}, ${enclosure.hi}]`).toBeLessThan(16);
    }
  });

  it("encloses the value at 3 points of each of 250 intervals", () => {
    const bits = keyedStreams({ seed: "2", sampler: "intervals", parameters: { name } })(0)("intervals");
    for (let i = 0; i < 250; ) {
      const [a, b] = [anyNumber(bits), anyNumber(bits)].toSorted((x, y) => x - y);
      if (!(a > low && b < high)) continue;
      i++;
      const enclosure = f(interval(a, b));
      for (const x of [a, b, a + (b - a) * uniform(bits)]) {
        const inside = holds(enclosure, truth(real(x)));
        if (!inside) expect(enclosure, `${name} of [${a}, ${b}] at ${x}`).toBe(truth(real(x)).toString());
      }
    }
  });
});
