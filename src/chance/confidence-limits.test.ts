import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureLower, failureUpper } from "./confidence-limits.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

const logUniform = (least: number, most: number) =>
  fc
    .double({ min: Math.log(least), max: Math.log(most), noNaN: true })
    .map((log) => Math.min(most, Math.max(least, Math.exp(log))));
const counts = fc
  .tuple(logUniform(1, 1e6), fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), logUniform(1e-6, 1)))
  .map(([draws, share]) => ({ failures: Math.round(share * Math.floor(draws)), draws: Math.floor(draws) }));
/** From 1e-300 to 1 − 1e-15, on both ends in logarithms. */
const gammas = fc.oneof(
  logUniform(1e-300, 0.5),
  logUniform(1e-15, 0.5).map((distance) => 1 - distance),
);
const alphas = logUniform(1e-12, 0.5);

/** The double `steps` after a positive one. */
function neighbour(value: number, steps: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + steps);
  return view.getFloat64(0);
}

describe("the limits and the two tests say the same", () => {
  it("at any γ", () => {
    fc.assert(
      fc.property(counts, gammas, alphas, (seen, gamma, alpha) => {
        expect(failureLower(seen, alpha) > gamma).toBe(logEvidenceAbove(seen, gamma) >= -Math.log(alpha));
        expect(failureUpper(seen, alpha) < gamma).toBe(logEvidenceBelow(seen, gamma) >= -Math.log(alpha));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("at the limits themselves and at the double beyond", () => {
    fc.assert(
      fc.property(counts, alphas, (seen, alpha) => {
        const [lower, upper] = [failureLower(seen, alpha), failureUpper(seen, alpha)];
        const refuted = (gamma: number) => logEvidenceAbove(seen, gamma) >= -Math.log(alpha);
        const supported = (gamma: number) => logEvidenceBelow(seen, gamma) >= -Math.log(alpha);
        if (lower > 0) expect([refuted(neighbour(lower, -1n)), refuted(lower)]).toEqual([true, false]);
        if (upper < 1) expect([supported(neighbour(upper, 1n)), supported(upper)]).toEqual([true, false]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

it("puts the observed rate between the limits, wider apart for smaller alpha", () => {
  fc.assert(
    fc.property(counts, alphas, (seen, alpha) => {
      const rate = seen.failures / seen.draws;
      expect(failureLower(seen, alpha)).toBeLessThanOrEqual(rate);
      expect(failureUpper(seen, alpha)).toBeGreaterThanOrEqual(rate);
      expect(failureLower(seen, alpha / 10)).toBeLessThanOrEqual(failureLower(seen, alpha));
      expect(failureUpper(seen, alpha / 10)).toBeGreaterThanOrEqual(failureUpper(seen, alpha));
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("moves both limits up with every failure more", () => {
  fc.assert(
    fc.property(counts, alphas, ({ failures, draws }, alpha) => {
      const [fewer, more] = [Math.max(0, failures - 1), Math.max(1, failures)];
      expect(failureLower({ failures: fewer, draws }, alpha)).toBeLessThanOrEqual(
        failureLower({ failures: more, draws }, alpha),
      );
      expect(failureUpper({ failures: fewer, draws }, alpha)).toBeLessThanOrEqual(
        failureUpper({ failures: more, draws }, alpha),
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("has a lower limit of 0 without failures, an upper limit of 1 without successes", () => {
  for (const draws of [0, 1, 5, 1e6]) {
    expect(failureLower({ failures: 0, draws }, 0.01)).toBe(0);
    expect(failureUpper({ failures: draws, draws }, 0.01)).toBe(1);
  }
  expect(failureLower({ failures: 0, draws: 0 }, 1 - 1e-16)).toBe(0);
});

it("has limits in closed form after one draw and after n successes", () => {
  for (const alpha of [0.5, 1e-2, 1e-10]) {
    // One failure: E = (1 + γ)/(2γ) ≥ 1/α ⇔ γ ≤ α/(2 − α).
    expect(failureLower({ failures: 1, draws: 1 }, alpha) / (alpha / (2 - alpha))).toBeCloseTo(1, 12);
    // One success: the mirror image.
    expect((1 - failureUpper({ failures: 0, draws: 1 }, alpha)) / (alpha / (2 - alpha))).toBeCloseTo(1, 4);
  }
  // n successes: E = (1 − (1−γ)^(n+1)) / ((n+1)·γ·(1−γ)^n), at the limit 1/α.
  const [draws, alpha] = [1e5, 1e-10];
  const gamma = failureUpper({ failures: 0, draws }, alpha);
  const logE = Math.log(-Math.expm1((draws + 1) * Math.log1p(-gamma))) - Math.log((draws + 1) * gamma);
  expect(logE - draws * Math.log1p(-gamma)).toBeCloseTo(-Math.log(alpha), 9);
});

it("names the argument that is out of range", () => {
  const seen = { failures: 1, draws: 2 };
  for (const limit of [failureLower, failureUpper]) {
    expect(() => limit(seen, 0)).toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
    expect(() => limit(seen, 1)).toThrow(RangeError);
    expect(() => limit({ failures: 3, draws: 2 }, 0.1)).toThrow(RangeError);
    expect(() => limit({ failures: 0.5, draws: 2 }, 0.1)).toThrow(RangeError);
  }
});
