import { expect, test } from "vitest";
import { logBinomialTails } from "./binomial-tails.js";
import { logNormalUpperTail } from "./normal-tail.js";

// mpmath 1.2.1 at 40 digits: log(erfc(t/sqrt(2))/2).
const NORMAL: readonly (readonly [number, number])[] = [
  [-37, -5.725571222524577e-300],
  [-5, -2.866516129637636e-7],
  [-0.5, -0.3689464152886564],
  [0, -Math.LN2],
  [1, -1.8410216450092636],
  [8, -35.01343715991455],
  [38, -726.5572160188201],
  [1e4, -50000010.12927891],
];

test.each(NORMAL)("log P(X > %s)", (t, expected) => {
  expect(Math.abs(logNormalUpperTail(t) - expected)).toBeLessThanOrEqual(
    (t < -1 ? 1e-15 * (1 + t * t) : 1e-14) * Math.abs(expected),
  );
});

/** P(N ≥ m) for N ~ Bin(n, a/b), as an exact fraction turned into a double at the end. */
function exactTail(n: number, a: bigint, b: bigint, m: number): number {
  let sum = 0n;
  let choose = 1n;
  for (let j = 0; j <= n; j++) {
    if (j >= m) sum += choose * a ** BigInt(j) * (b - a) ** BigInt(n - j);
    choose = (choose * BigInt(n - j)) / BigInt(j + 1);
  }
  return Number((sum * 10n ** 40n) / b ** BigInt(n)) / 1e40;
}

test.each([
  [5, 1n, 2n],
  [30, 1n, 100n],
  [64, 3n, 4n],
])("log P(Bin(%s, %s/%s) ≥ m) for every m", (n, a, b) => {
  for (let m = -1; m <= n + 1; m++) {
    const exact = exactTail(n, a, b, m);
    const computed = Math.exp(logBinomialTails(m, n, Number(a) / Number(b)).logAtLeast);
    // The fraction is cut at 40 decimals.
    expect(Math.abs(computed - exact)).toBeLessThanOrEqual(1e-12 * exact + 1e-40);
  }
});
