import { expect, test } from "vitest";
import { binomialLaw } from "../chance/testing/sequential-law.js";
import { logBinomialTails } from "./binomial-tails.js";
import { callTable } from "./testing/call-table.js";

test("adds up the law", () => {
  for (const [n, p] of [
    [1, 0.3],
    [7, 0.01],
    [40, 0.5],
    [300, 0.93],
  ]) {
    const law = binomialLaw(n, p);
    for (let v = -1; v <= n + 1; v++) {
      const { logAtLeast, logAtMost } = logBinomialTails(v, n, p);
      // The law in doubles is right to about 1e-12.
      expect(Math.exp(logAtMost)).toBeCloseTo(
        law.slice(0, Math.max(0, v + 1)).reduce((sum, x) => sum + x, 0),
        11,
      );
      expect(Math.exp(logAtLeast)).toBeCloseTo(
        law.slice(Math.max(0, v)).reduce((sum, x) => sum + x, 0),
        11,
      );
    }
  }
});

test("knows what is sure", () => {
  expect(logBinomialTails(0, 9, 0)).toEqual({ logAtLeast: 0, logAtMost: 0 });
  expect(logBinomialTails(1, 9, 0)).toEqual({ logAtLeast: -Infinity, logAtMost: 0 });
  expect(logBinomialTails(9, 9, 1)).toEqual({ logAtLeast: 0, logAtMost: 0 });
  expect(logBinomialTails(8, 9, 1)).toEqual({ logAtLeast: 0, logAtMost: -Infinity });
});

test("keeps tails that no double holds", () => {
  // P(Bin(1000, 1e-3) ≥ 1000) = 1e-3000 and P(Bin(10^6, ½) ≤ 0) = 2^(−10^6).
  expect(logBinomialTails(1000, 1000, 1e-3).logAtLeast / (-3000 * Math.LN10)).toBeCloseTo(1, 12);
  expect(logBinomialTails(0, 1e6, 0.5).logAtMost / (-1e6 * Math.LN2)).toBeCloseTo(1, 12);
});

test("refuses a probability that is none", () => {
  expect(() => logBinomialTails(1, 2, 1.5)).toThrow(new RangeError("probability is 1.5; it must be in [0, 1]"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [0, 1e-300, 0.3, 0.5, 1 - 2 ** -53, 1].flatMap((p) =>
    [1, 7, 1000, 2 ** 53].flatMap((n) => [-1, 0, 1, Math.floor(n / 2), n, n + 1].map((k) => [k, n, p] as const)),
  );
  expect(callTable(logBinomialTails, [...calls, [1, 2, -1e-9], [1, 2, 1.1], [1, 2, Number.NaN]])).toMatchSnapshot();
});
