import { beforeAll, describe, expect, it } from "vitest";
import { type Bits, uniform } from "../../chance/bits.js";
import { keyedStreams } from "../../chance/streams.js";
import { callTable } from "../testing/call-table.js";
import { mpfr, type Real } from "../testing/mpfr.js";
import * as elementary from "./elementary.js";
import { type Interval, interval, point } from "./interval.js";

let { real, pi }: Awaited<ReturnType<typeof mpfr>> = { real: unready, pi: unready };
function unready(): never {
  throw new Error("MPFR is not there yet");
}
beforeAll(async () => {
  ({ real, pi } = await mpfr());
});

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
  ["erfSlope", elementary.erfSlope, (x) => x.mul(x).neg().exp().mul(2).div(pi().sqrt()), -27, 27],
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

/** On either side of every place where a function goes another way, and at its ends. */
const PLACES = [
  0,
  1,
  0.3,
  0.35,
  0.36,
  0.77,
  0.78,
  0.79,
  0.999,
  1.001,
  2.9,
  3,
  3.1,
  5,
  5.9,
  6.1,
  19.9,
  20.1,
  26.9,
  27.2,
  27.4,
  28,
  28.1,
  59,
  61,
  299,
  301,
  355,
  700,
  709.5,
  710,
  711,
  745,
  746,
  747,
  1e5,
  2 ** 30,
  2 ** 30 + 1,
  2 ** 60,
  2 ** 61,
  2 ** 200,
  2 ** 201,
  2 ** 500,
  2 ** 501,
  1e300,
  Infinity,
  1e-3,
  2 ** -60,
  2 ** -60 * 0.99,
  2 ** -400,
  2 ** -401,
  2 ** -500,
  2 ** -501,
  5e-324,
];
const WIDE = [
  [-1, 2],
  [0, 1],
  [-3, -1],
  [0.2, 0.4],
  [-0.5, 0],
  [1, 4],
  [3, 9.2],
  [4, 5],
  [-8, -7],
  [100, 106.2],
  [100, 106.4],
  [Math.PI / 2 - 1e-15, 2],
  [1, Math.PI / 2 - 1e-9],
  [-Infinity, 1],
  [0, Infinity],
  [-700, 700],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
describe.each(CASES)("the enclosures of %s", (name, f, truth, low, high) => {
  it("hold MPFR's value on either side of every branch", () => {
    // MPFR takes long where erfc underflows far.
    const farthest = name.startsWith("erf") ? 29 : Infinity;
    const points = [...PLACES, ...PLACES.map((x) => -x)].filter((x) => x > low && x < high && Math.abs(x) < farthest);
    for (const x of points) expect(holds(f(point(x)), truth(real(x))), `${name}(${x})`).toBe(true);
  });

  it("are these", () => {
    const points = [...PLACES, ...PLACES.map((x) => -x)].filter((x) => x >= low || low === -745);
    const at = (a: number, b: number) => {
      const { lo, hi } = f(interval(a, b));
      return [lo, hi];
    };
    expect(
      callTable(
        (x: number) => at(x, x),
        points.map((x) => [x]),
      ),
    ).toMatchSnapshot();
    const wide = WIDE.map(([a, b]) => [low === 0 || low === -1 ? Math.max(low, a) : a, b] as const);
    expect(
      callTable(
        at,
        wide.filter(([a, b]) => a <= b),
      ),
    ).toMatchSnapshot();
  });
});

it("knows π, e and 2/√π between neighbouring doubles", () => {
  const truths = [pi(), real(1).exp(), real(2).div(pi().sqrt())];
  [elementary.PI, elementary.E, elementary.TWO_OVER_ROOT_PI].forEach(({ lo, hi }, i) => {
    expect(holds({ lo, hi }, truths[i])).toBe(true);
    expect(hi - lo).toBe(lo > 2 ? 2 ** -51 : 2 ** -52);
  });
});

it("log cosh of the least double is above 0", () => {
  expect(elementary.logCosh(point(5e-324))).toEqual(interval(0, 5e-324));
  expect(elementary.logCosh(interval(-1e-310, 5e-324)).hi).toBe(5e-324);
});
