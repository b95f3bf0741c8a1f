import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { beta } from "./beta.js";
import { binomial, binomialHat } from "./binomial.js";
import { uniform } from "./bits.js";
import { chiSquare } from "./chi-square.js";
import { exponential } from "./exponential.js";
import { gammaVariate } from "./gamma-variate.js";
import { fillNormal, normal } from "./normal.js";
import { normalBeyond } from "./normal-beyond.js";
import { poisson } from "./poisson.js";
import { fillSphere } from "./sphere.js";
import { keyedStreams } from "./streams.js";

const bits = (name: string) => keyedStreams({ seed: "variates", sampler: "variates", parameters: {} })(0)(name);
/** The first three draws, and the sum of 150, from a stream of their own. */
const draws = (name: string, draw: (source: ReturnType<typeof bits>) => number) => {
  const source = bits(name);
  const first = [draw(source), draw(source), draw(source)];
  let sum = 0;
  for (let i = 0; i < 150; i++) sum += draw(source);
  return [...first, sum];
};

// Pinned to the last bit: what a seed draws, and what a limit is, must not change unseen.
test("variables of every law, from seeded streams, in every range of their parameters", () => {
  expect(draws("uniform", uniform)).toMatchSnapshot();
  expect(draws("exponential", exponential)).toMatchSnapshot();
  let extremes: readonly number[] = [];
  const source = bits("normal");
  for (let i = 0; i < 6000; i++) {
    const x = normal(source);
    if (Math.abs(x) > 3.4) extremes = [...extremes, x];
  }
  expect(extremes).toMatchSnapshot();
  expect(extremes.some((x) => Math.abs(x) > 3.6541528853)).toBe(true);
  const at =
    (name: string, draw: (parameter: number, source: ReturnType<typeof bits>) => number) => (parameter: number) =>
      draws(`${name} ${parameter}`, (stream) => draw(parameter, stream));
  expect(
    callTable(
      at("χ²", chiSquare),
      [0, 1e-3, 1, 1.99, 2, 7, 1e9, 2 ** 54, -1, Number.NaN, 2 ** 55].map((n) => [n]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      at("Γ", gammaVariate),
      [0, 0.2, 1, 2 ** 53, -1e-9, 2 ** 54].map((n) => [n]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      at("beyond", normalBeyond),
      [-5, 0, 0.49, 0.5, 0.51, 3, 40].map((n) => [n]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      at("Poisson", poisson),
      [0, 0.3, 11.9, 12, 500, 2 ** 52, -1, 2 ** 53].map((n) => [n]),
    ),
  ).toMatchSnapshot();
  const laws = [
    [0, 0.5],
    [5, 0],
    [5, 1],
    [40, 0.2],
    [99, 0.1],
    [100, 0.1],
    [100, 0.5],
    [100, 0.51],
    [1e6, 0.999],
    [2 ** 53, 0.3],
    [2 ** 53, 1e-16],
    [1.5, 0.5],
    [-1, 0.5],
    [2, -1e-9],
    [2, 1.1],
  ] as const;
  expect(
    callTable((n: number, p: number) => draws(`binomial ${n} ${p}`, (stream) => binomial(n, p, stream)), laws),
  ).toMatchSnapshot();
  const shapes = [
    [0.01, 0.01],
    [0.5, 3],
    [40, 2 ** 52],
    [0.009, 1],
    [1, 2 ** 53],
    [1, Number.NaN],
  ] as const;
  expect(
    callTable((a: number, b: number) => draws(`beta ${a} ${b}`, (stream) => beta(a, b, stream)), shapes),
  ).toMatchSnapshot();
});

test("the hat of the binomial law is Hörmann's", () => {
  for (const [n, p] of [
    [100, 0.1],
    [1e6, 0.5],
    [2 ** 53, 0.3],
  ]) {
    const { logRatio, ...hat } = binomialHat(n, p);
    const mode = Math.floor((n + 1) * p);
    const nearby = [-7, -1, 0, 1, 7].map((i) => logRatio(mode + i));
    expect([hat, nearby]).toMatchSnapshot();
    // P(mode + 1)/P(mode) = (n − mode)/(mode + 1)·p/(1 − p).
    if (n < 1e7) expect(nearby[3] - nearby[2]).toBeCloseTo(Math.log((((n - mode) / (mode + 1)) * p) / (1 - p)), 9);
  }
});

test("points of a sphere have its radius, and normal vectors are the variables one by one", () => {
  const [out, same] = [new Float64Array(5), new Float64Array(5)];
  fillSphere(out, 3, bits("sphere"));
  expect(Math.hypot(...out)).toBeCloseTo(3, 14);
  expect([...out]).toMatchSnapshot();
  fillNormal(same, bits("sphere"));
  const source = bits("sphere");
  expect([...same]).toEqual(Array.from({ length: 5 }, () => normal(source)));
  fillSphere(same, 0, bits("sphere"));
  expect([...same].map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
  for (const radius of [-1, Infinity, Number.NaN])
    expect(() => fillSphere(out, radius, bits("x"))).toThrow(
      new RangeError(`radius is ${radius}; it must be finite and ≥ 0`),
    );
});
