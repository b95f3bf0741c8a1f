import erf from "@stdlib/math-base-special-erf";
import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { exponential, integral, type Jet, raised, riccati, times, variable } from "../testing/jets.js";
import {
  asinhBounds,
  atanBounds,
  coshBounds,
  erfBounds,
  expBounds,
  geluBounds,
  isruBounds,
  logBounds,
  logCoshBounds,
  pseudoHuberBounds,
  realPowerBounds,
  sechSquaredBounds,
  sigmoidBounds,
  siluBounds,
  sineBounds,
  softplusBounds,
  tanhBounds,
} from "./elementary-bounds.js";
import type { TaylorBounds } from "./taylor-bounds.js";

const INTERVALS = [
  [-1, 1],
  [0, 0.5],
  [0.1, 0.2],
  [-3, -2.5],
  [2, 2.001],
  [-0.5, 3],
  [-1.1, -1],
  [10, 20],
  [-40, -39],
] as const;

const quadratic = (t: number, order: number): Jet =>
  Array.from({ length: order + 1 }, (_, j) => [1 + t * t, 2 * t, 1][j] ?? 0);
const sigmoid = (t: number) => 1 / (1 + Math.exp(-t));
const gauss = (t: number, order: number, rate: number) =>
  exponential(times(variable(t, order), variable(t, order)).map((x) => rate * x));
const distribution = (t: number, order: number): Jet =>
  integral(
    gauss(t, order - 1, -0.5).map((x) => x / Math.sqrt(2 * Math.PI)),
    (1 + erf(t * Math.SQRT1_2)) / 2,
  );
const tanh = (t: number, order: number) => riccati(Math.tanh(t), 1, 0, order);

const CASES: readonly (readonly [string, TaylorBounds, (t: number, order: number) => Jet])[] = [
  ["tanh", tanhBounds, tanh],
  [
    "sech²",
    sechSquaredBounds,
    (t, order) =>
      tanh(t, order + 1)
        .slice(1)
        .map((x, j) => x * (j + 1)),
  ],
  ["log cosh", logCoshBounds, (t, order) => integral(tanh(t, order - 1), Math.log(Math.cosh(t)))],
  ["σ", sigmoidBounds, (t, order) => riccati(sigmoid(t), 0, 1, order)],
  ["softplus", softplusBounds, (t, order) => integral(riccati(sigmoid(t), 0, 1, order - 1), Math.log1p(Math.exp(t)))],
  ["atan", atanBounds, (t, order) => integral(raised(quadratic(t, order - 1), -1), Math.atan(t))],
  ["asinh", asinhBounds, (t, order) => integral(raised(quadratic(t, order - 1), -0.5), Math.asinh(t))],
  [
    "erf",
    erfBounds,
    (t, order) =>
      integral(
        gauss(t, order - 1, -1).map((x) => (x * 2) / Math.sqrt(Math.PI)),
        erf(t),
      ),
  ],
  ["exp", expBounds, (t, order) => exponential(variable(t, order))],
  [
    "cosh",
    coshBounds,
    (t, order) => exponential(variable(t, order)).map((x, j) => (x + (-1) ** j * Math.exp(-t) * (x / Math.exp(t))) / 2),
  ],
  ["isru", isruBounds, (t, order) => integral(raised(quadratic(t, order - 1), -1.5), t / Math.hypot(1, t))],
  [
    "pseudo-Huber",
    pseudoHuberBounds,
    (t, order) => raised(quadratic(t, order), 0.5).map((x, j) => (j === 0 ? x - 1 : x)),
  ],
  ["gelu", geluBounds, (t, order) => times(variable(t, order), distribution(t, order))],
  ["silu", siluBounds, (t, order) => times(variable(t, order), riccati(sigmoid(t), 0, 1, order))],
];

describe.each(CASES)("majorants of %s", (_, bounds, jet) => {
  test("are above its Taylor coefficients all over the interval", () => {
    for (const [low, high] of INTERVALS)
      for (const part of [0, 0.3, 0.5, 1]) {
        const t = low + part * (high - low);
        const a = bounds(low, high, 12);
        jet(t, 12).forEach((x, j) => {
          // Recurrences cancel: their own rounding is that of the largest coefficient.
          expect(Math.abs(x) * (1 - 1e-9) - 1e-13, `order ${j} at ${t}`).toBeLessThanOrEqual(a[j]);
        });
        expect(a).toHaveLength(13);
      }
  });

  // Pinned to the last bit: an error bound that changes must be seen.
  test("are these", () => {
    const calls = INTERVALS.flatMap(([low, high]) => [4, 24].map((order) => [low, high, order] as const));
    expect(callTable(bounds, [...calls, [-1, 2, 0], [-1, 2, 1]])).toMatchSnapshot();
  });
});

describe("majorants that depend on the side", () => {
  test("of sines are 1/j!, rounded up", () => {
    const a = sineBounds(-5, 7, 6);
    [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720].forEach((x, j) => {
      expect(a[j]).toBeGreaterThan(x);
      expect(a[j]).toBeLessThan(x * (1 + 1e-12));
    });
  });

  test("of log and of powers are above their coefficients", () => {
    for (const [low, high] of [
      [0.1, 0.2],
      [0.9, 7],
    ])
      for (const t of [low, (low + high) / 2, high]) {
        const x = variable(t, 8);
        integral(raised(x, -1), Math.log(t)).forEach((c, j) => {
          expect(Math.abs(c)).toBeLessThanOrEqual(logBounds(low, high, 9)[j]);
        });
        for (const r of [-1.5, 0.5, 2, 3.5, -2])
          raised(x, r).forEach((c, j) => {
            expect(Math.abs(c) * (1 - 1e-13), `${t}^${r}, ${j}`).toBeLessThanOrEqual(
              realPowerBounds(low, high, r, 8)[j],
            );
          });
      }
  });

  // Pinned to the last bit: an error bound that changes must be seen.
  test("are these", () => {
    expect(
      callTable(sineBounds, [
        [0, 1, 0],
        [-2, 3, 9],
      ]),
    ).toMatchSnapshot();
    expect(
      callTable(logBounds, [
        [0.1, 0.2, 0],
        [0.1, 0.2, 5],
        [0.5, 4, 5],
        [1, 1, 3],
        [0, 1, 3],
      ]),
    ).toMatchSnapshot();
    const powers = [-2, -0.5, 0, 0.5, 1, 2, 3, 2.5];
    expect(
      callTable(
        realPowerBounds,
        [
          [0.1, 0.3],
          [2, 3],
          [-3, -2],
          [-1, 2],
          [0, 1],
        ].flatMap(([low, high]) => powers.flatMap((r) => [0, 5].map((order) => [low, high, r, order] as const))),
      ),
    ).toMatchSnapshot();
  });
});
