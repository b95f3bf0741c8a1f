import { expect, it, test } from "vitest";
import { smirnovTail } from "./smirnov-tail.js";
import { callTable } from "./testing/call-table.js";
import { steck } from "./testing/steck.js";

it.each([1, 2, 3, 8, 25, 60])("holds the law in exact fractions between its bounds for %d draws", (n) => {
  for (const t of [1e-6, 0.003, 0.02, 0.1, 0.25, 0.4, 0.5, 0.75, 0.97, 1 - 2 ** -40]) {
    const expected = steck(n, t, true);
    const { logLower, logUpper } = smirnovTail(n, t);
    expect(logLower, `t ${t}`).toBeLessThanOrEqual(expected);
    expect(logUpper, `t ${t}`).toBeGreaterThanOrEqual(expected);
    // What the docstring states: of the smaller of the probability and its complement.
    const complement = -Math.expm1(expected);
    const width = 3 * (6e-14 + 5e-15 * Math.abs(expected)) * (complement < 0.5 ? Math.max(1, complement * n) : 1);
    expect(logUpper - logLower, `t ${t}`).toBeLessThanOrEqual(width);
  }
});

it("is 1 − t for one draw and n·log(1 − t) far out", () => {
  for (const t of [1e-12, 0.3, 0.9]) expect(smirnovTail(1, t).logUpper).toBeCloseTo(Math.log1p(-t), 12);
  expect(smirnovTail(50, 0.99).logUpper / (50 * Math.log1p(-0.99))).toBeCloseTo(1, 13);
});

it("has Smirnov's expansion exp(−2z² − 2z/(3√n))·(1 + O(1/n)) for many draws, t = z/√n", () => {
  for (const n of [1e4, 1e5, 1e6])
    for (const z of [0.5, 1, 2]) {
      const { logLower, logUpper } = smirnovTail(n, z / Math.sqrt(n));
      // −2z² − 2z/(3√n) + (2z²/3 − 4z⁴/9)/n + … off by the terms of order 1/n (Smirnov 1944)
      const expected = -2 * z * z - (2 * z) / (3 * Math.sqrt(n));
      expect(Math.abs((logLower + logUpper) / 2 - expected)).toBeLessThan((4 * (1 + z ** 4)) / n);
    }
});

it("lies below Massart's exp(−2nt²)", () => {
  for (const n of [5, 100, 1e4])
    for (const z of [0.1, 1, 3, 12]) {
      const t = z / Math.sqrt(n);
      if (t < 1) expect(smirnovTail(n, t).logLower).toBeLessThanOrEqual(-2 * n * t * t);
    }
});

it("joins where its two ways meet, at n·t = 8", () => {
  for (const n of [300, 1e4, 1e6]) {
    const [below, above] = [smirnovTail(n, (8 * (1 - 1e-12)) / n), smirnovTail(n, (8 * (1 + 1e-12)) / n)];
    const ratio = Math.log1p(-Math.exp(below.logUpper)) - Math.log1p(-Math.exp(above.logLower));
    expect(Math.abs(ratio)).toBeLessThan(1e-15 * n + 1e-9);
  }
});

it("knows what is sure, and names the argument that is out of range", () => {
  expect(smirnovTail(9, 0)).toEqual({ logLower: 0, logUpper: 0 });
  expect(smirnovTail(9, 1)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  for (const n of [0, 1.5, 2e7, Number.NaN])
    expect(() => smirnovTail(n, 0.1)).toThrow(new RangeError(`n is ${n}; it must be an integer in [1, 1e7]`));
  expect(() => smirnovTail(9, Number.NaN)).toThrow(new RangeError("t is NaN; it must be a number"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [1, 2, 7, 64, 65, 300].flatMap((n) =>
    [-0.1, 0, 1e-9, 0.5 / n, 1 / n, 8 / n, 8.01 / n, 0.3, 0.49, 0.51, 0.999, 1, 1.5].map((t) => [n, t] as const),
  );
  expect(callTable(smirnovTail, [...calls, [1e7 + 1, 0.1], [-1, 0.1]])).toMatchSnapshot();
});
