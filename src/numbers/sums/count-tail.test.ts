import { describe, expect, it, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { centredCountTail, signSumTail } from "./count-tail.js";

/** log P(2·Bin(k, ½) − k > s) by Pascal's triangle in integers. */
function inIntegers(k: number, s: number): number {
  let [term, total] = [1n, 0n];
  for (let n = 0; n <= k; n++) {
    if (2 * n - k > s) total += term;
    term = (term * BigInt(k - n)) / BigInt(n + 1);
  }
  return Math.log(Number((total << 60n) >> BigInt(k)) / 2 ** 60);
}

describe("signSumTail", () => {
  test("is Pascal's, between, just below and at the values of the sum", () => {
    for (const k of [1, 2, 7, 30, 51])
      for (let s = 0; s < k; s += 0.5)
        for (const near of [s, s - 1e-9, s + 1e-9]) {
          const { logLower, logUpper } = signSumTail(k, near);
          const truth = inIntegers(k, near);
          expect(logLower, `${k} ${near}`).toBeLessThanOrEqual(truth + 1e-14);
          expect(logUpper, `${k} ${near}`).toBeGreaterThanOrEqual(truth - 1e-14);
          expect(logUpper - logLower).toBeLessThan(1e-10);
        }
  });

  it("takes equality within 2^−40 of the sum, not of the count, for no excess", () => {
    // Of k/2 it would be 1900 counts.
    const k = 4e15;
    const step = (from: number, to: number) => signSumTail(k, from).logUpper - signSumTail(k, to).logLower;
    expect(step(1e6 - 0.5, 1e6 + 1.5)).toBeGreaterThan(1e-10);
    expect(step(1e6 + 0.25, 1e6 + 1.75)).toBeLessThan(2.1e-11);
  });

  it("is the normal law with a continuity correction, to (1/k) of itself, for k as large as doubles count", () => {
    for (const k of [4e15, 4e15 + 1, 2 ** 53])
      for (const deviations of [0.5, 2, 5]) {
        const s = Math.round(deviations * Math.sqrt(k));
        const least = (s + 1) % 2 === k % 2 ? s + 1 : s + 2;
        const { logLower, logUpper } = signSumTail(k, s);
        const normal = logNormalUpperTail((least - 1) / Math.sqrt(k));
        expect(logLower).toBeLessThan(normal + 1e-10);
        expect(logUpper).toBeGreaterThan(normal - 1e-10);
      }
  });

  it("encloses the tails on both sides where the threshold cannot be told from a count", () => {
    const s = 1e6 / (1 + 2 ** -40);
    const { logLower, logUpper } = signSumTail(4e14, s);
    expect(logLower).toBeLessThanOrEqual(signSumTail(4e14, 1e6 + 0.5).logLower);
    expect(logUpper).toBeGreaterThanOrEqual(signSumTail(4e14, 1e6 - 0.5).logUpper);
  });
});

describe("centredCountTail", () => {
  it("starts at the least count above kp + t, where k·p has more digits than a double", () => {
    // 0.01 as a double is above 1/100: k·p is 1e12 + 20.8… for k = 1e14, and rounds.
    const k = 1e14;
    const rest = Number((BigInt(0.01 * 2 ** 59) * BigInt(k)) % (1n << 59n)) / 2 ** 59;
    const below = centredCountTail(k, 0.01, 5 - rest - 0.01);
    const above = centredCountTail(k, 0.01, 5 - rest + 0.01);
    expect(below.logLower).toBeGreaterThan(above.logUpper);
    expect(centredCountTail(k, 0.01, 5 - rest + 0.99)).toEqual(above);
  });

  it("is sure below −kp and impossible from k(1 − p) on", () => {
    expect(centredCountTail(10, 0.25, -3)).toEqual({ logLower: 0, logUpper: 0 });
    expect(centredCountTail(10, 0.25, 7.5)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails of counts to the last bit, at, beside and between counts", () => {
  const signs = [1, 2, 7, 1000, 2 ** 53].flatMap((k) =>
    [-Infinity, -k - 1, -k, 1 - k, -1, 0, 0.5, 1, 3, 3.5, k - 1, k, k + 1, Infinity].map((s) => [k, s] as const),
  );
  expect(callTable(signSumTail, signs)).toMatchSnapshot();
  const centred = [1, 10, 1001, 1e15].flatMap((k) =>
    [0.1, 0.5, 0.999].flatMap((p) => [-Infinity, -k, -2.5, 0, 1 - p, 2.5, k, Infinity].map((t) => [k, p, t] as const)),
  );
  expect(callTable(centredCountTail, centred)).toMatchSnapshot();
});
