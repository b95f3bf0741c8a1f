import { expect, test } from "vitest";
import { type Exponent, tailIntegral } from "./tail-integral.js";
import { callTable } from "./testing/call-table.js";

/** ∫_0^∞ e^(−ts − s²/2) ds = P(X > t)/φ(t), X ~ N(0, 1). */
const normal = (t: number): Exponent => ({
  at: (s, out) => {
    out[0] = -t * s - 0.5 * s * s;
    out[1] = 4 * Math.abs(out[0]);
  },
  fall: (s) => t + s,
  bend: () => 1,
  remainder: (r) => 0.5 * r * r,
});

// mpmath, 40 digits: log(sqrt(pi/2)*exp(t**2/2)*erfc(t/sqrt(2))). Below 0 the exponent rises at first.
test.each([
  [-3, 5.417587723239924],
  [0, 0.22579135264472744],
  [1, -0.42208311180459074],
  [8, -2.0944986267098775],
  [1e4, -9.210340381976183],
])("of a normal law from %d on", (t, truth) => {
  const { log, error } = tailIntegral(normal(t));
  expect(Math.abs(log - truth)).toBeLessThanOrEqual(error);
  expect(error).toBeLessThan(1e-13 * (1 + t * t));
});

test("says so where values are known less well", () => {
  const coarse: Exponent = {
    ...normal(1),
    at: (s, out) => {
      normal(1).at(s, out);
      out[1] = 2 ** 30;
    },
  };
  expect(tailIntegral(coarse).error).toBeGreaterThan(2 ** -23);
});

test("of an exponential law, e^(−λs), is 1/λ: no panel is too long", () => {
  for (const rate of [1e-200, 1, 1e200]) {
    const { log, error } = tailIntegral({
      at: (s, out) => {
        out[0] = -rate * s;
        out[1] = rate * s;
      },
      fall: () => rate,
      bend: () => 0,
      remainder: () => 0,
    });
    expect(Math.abs(log + Math.log(rate))).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-12);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("integrals and their errors to the last bit", () => {
  const exponential = (rate: number): Exponent => ({
    at: (s, out) => {
      out[0] = -rate * s;
      out[1] = rate * s;
    },
    fall: () => rate,
    bend: () => 0,
    remainder: () => 0,
  });
  const bent = (t: number): Exponent => ({
    ...normal(t),
    remainder: (r) => (r < 1.5 ? r * r * Math.exp(r) : Infinity),
  });
  const at = (make: (t: number) => Exponent) => (t: number) => tailIntegral(make(t));
  expect(
    callTable(
      at(normal),
      [-6, -3, -0.1, 0, 1, 8, 1e4].map((t) => [t]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      at(bent),
      [-3, 0, 8].map((t) => [t]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      at(exponential),
      [1e-200, 1, 3, 1e200].map((t) => [t]),
    ),
  ).toMatchSnapshot();
});
