import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { logBetaTails } from "./beta-tails.js";
import { logGammaTails } from "./gamma-tails.js";
import { log1mexp } from "./log-space.js";
import { BETA_TAILS } from "./testing/beta-tails.js";
import { callTable } from "./testing/call-table.js";

/** What the docstring states for a probability, given its logarithm. */
const tolerance = (log: number) => 3e-15 * (10 + Math.abs(log));

function expectTails(a: number, b: number, x: number, logLower: number, logUpper: number) {
  const got = logBetaTails(a, b, x);
  const smaller = Math.min(logLower, logUpper);
  for (const [value, expected] of [
    [got.logLower, logLower],
    [got.logUpper, logUpper],
  ]) {
    // The complement's logarithm has the relative error of the smaller tail: d log(1−p) = −p/(1−p)·d log p.
    const bound = tolerance(smaller) * (expected === smaller ? 1 : 2 * Math.abs(expected));
    expect(Math.abs(value - expected), `a ${a}, b ${b}, x ${x}`).toBeLessThanOrEqual(bound + Number.MIN_VALUE);
  }
}

const shape = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);
/** A number whose complement is exact. */
const dyadic = fc.integer({ min: 1, max: 2 ** 30 - 1 }).map((m) => m * 2 ** -30);

describe("logBetaTails", () => {
  it("agrees with mpmath where a shape is below 1", () => {
    for (const [a, b, x, logLower, logUpper] of BETA_TAILS) expectTails(a, b, x, logLower, logUpper);
  });

  it("is the arcsine law for a = b = ½", () => {
    for (const x of [1e-300, 1e-10, 0.01, 0.3, 0.5, 0.75, 0.999]) {
      const lower = Math.log((2 / Math.PI) * Math.atan2(Math.sqrt(x), Math.sqrt(1 - x)));
      const upper = Math.log((2 / Math.PI) * Math.atan2(Math.sqrt(1 - x), Math.sqrt(x)));
      const { logLower, logUpper } = logBetaTails(0.5, 0.5, x);
      expect(Math.abs(logLower - lower)).toBeLessThanOrEqual(tolerance(lower));
      expect(Math.abs(logUpper - upper)).toBeLessThanOrEqual(tolerance(upper));
    }
  });

  it("is a power of x for b = 1 and of 1 − x for a = 1", () => {
    fc.assert(
      fc.property(dyadic, shape(1e-290, 1e6), (x, a) => {
        const log = a * Math.log(x);
        expectTails(a, 1, x, log, log1mexp(log));
        expectTails(1, a, 1 - x, log1mexp(log), log);
      }),
      { seed: 1 },
    );
  });

  it("has the same tails for (b, a, 1 − x), exchanged", () => {
    fc.assert(
      fc.property(dyadic, shape(1e-12, 1e5), shape(1e-3, 1e5), (x, a, b) => {
        const { logLower, logUpper } = logBetaTails(b, a, 1 - x);
        expectTails(a, b, x, logUpper, logLower);
      }),
      { seed: 1 },
    );
  });

  it("is the weighted mean of its neighbours' tails (DLMF 8.17.18–19: (a+b)·I(a,b) = a·I(a+1,b) + b·I(a,b+1))", () => {
    fc.assert(
      fc.property(dyadic, shape(1e-3, 1), shape(1e-3, 30), (x, a, b) => {
        const [here, right, left] = [logBetaTails(a, b, x), logBetaTails(a + 1, b, x), logBetaTails(a, b + 1, x)];
        for (const tail of ["logLower", "logUpper"] as const) {
          const mean = (a * Math.exp(right[tail]) + b * Math.exp(left[tail])) / (a + b);
          // The rounding of a + 1 and b + 1 counts where a or b is small.
          const relative = 1e-13 + 2 ** -52 * (1 / a + 1 / b);
          expect(Math.abs(mean / Math.exp(here[tail]) - 1)).toBeLessThanOrEqual(relative);
        }
      }),
      { seed: 1 },
    );
  });

  it("tends to the Gamma law of b·X as b grows, with the first correction", () => {
    // (1−t/b)^(b−1) = e^(−t)·(1 + (t − t²/2)/b + …): the tails differ by O(1/b).
    for (const a of [0.01, 0.37, 0.999])
      for (const x of [1e-9, 0.1, 0.9, 1.1, 3, 30])
        for (const b of [1e12, 2 ** 50]) {
          const [beta, gamma] = [logBetaTails(a, b, x / b), logGammaTails(a, x)];
          expect(Math.abs(beta.logUpper - gamma.logUpper)).toBeLessThan(1e-12 + (3 * (1 + x * x)) / b);
          expect(Math.abs(beta.logLower - gamma.logLower)).toBeLessThan(1e-12 + (3 * (1 + x * x)) / b);
        }
  });

  it("is finite or −∞, never positive, and adds up to 1 over its whole range", () => {
    fc.assert(
      fc.property(
        shape(1.001e-300, 1e12),
        shape(1.001e-300, 1e12),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, x) => {
          const { logLower, logUpper } = logBetaTails(a, b, x);
          expect(Math.max(logLower, logUpper)).toBeLessThanOrEqual(0);
          expect(Math.exp(logLower) + Math.exp(logUpper)).toBeCloseTo(1, 12);
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("stays at the median of a symmetric law up to the largest shapes", () => {
    for (const [a, error] of [
      [1e-300, 1e-13],
      [0.7, 1e-14],
      [1e12, 1e-13],
      [2 ** 53, 1e-10],
    ])
      for (const log of Object.values(logBetaTails(a, a, 0.5))) expect(Math.abs(log + Math.LN2)).toBeLessThan(error);
  });

  it("knows the ends, and names the argument that is out of range", () => {
    expect(logBetaTails(0.3, 2, 0)).toEqual({ logLower: -Infinity, logUpper: 0 });
    expect(logBetaTails(0.3, 2, 1)).toEqual({ logLower: 0, logUpper: -Infinity });
    expect(() => logBetaTails(0, 1, 0.5)).toThrow(new RangeError("a is 0; it must be in [1e-300, 2^53]"));
    expect(() => logBetaTails(1, Number.NaN, 0.5)).toThrow(new RangeError("b is NaN; it must be in [1e-300, 2^53]"));
    expect(() => logBetaTails(1, 1, 1.5)).toThrow(new RangeError("x is 1.5; it must be in [0, 1]"));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const shapes = [1e-300, 0.2, 0.999, 1, 1.5, 30, 2 ** 53];
  const laws = shapes.flatMap((a) => shapes.map((b) => [a, b] as const));
  const calls = laws.flatMap(([a, b]) => [0, 1e-9, 0.02, 0.4, 0.5, 0.6, 0.97, 1].map((x) => [a, b, x] as const));
  const refused = [
    [1, 1e-301, 0.5],
    [2 ** 54, 1, 0.5],
    [1, 2 ** 54, 0.5],
    [1, 1, -1],
  ] as const;
  expect(
    callTable(logBetaTails, [...calls.filter(([a, b]) => a < 1 || b < 1), [1, 2, 0.3], ...refused]),
  ).toMatchSnapshot();
});
