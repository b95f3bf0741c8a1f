import erfcx from "@stdlib/math-base-special-erfcx";
import gammaln from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { logRational, rational } from "../chance/testing/rational.js";
import { logGammaTails } from "./gamma-tails.js";
import { callTable } from "./testing/call-table.js";

/** What the docstring states of the smaller tail. */
const tolerance = (log: number) => 1e-13 + 1e-15 * Math.abs(log);

/** log Q(n, x) = −x + log Σ_{j<n} x^j/j! for an integer n, the sum in exact fractions. */
function erlang(n: number, x: number): number {
  const { numerator: p, denominator: q } = rational(x);
  let [sum, term] = [0n, 1n];
  // Over q^j·j!: Horner's scheme from the last term.
  for (let j = n - 1; j >= 1; j--) {
    sum = (sum + term) * p;
    term *= q * BigInt(j);
  }
  return logRational({ numerator: sum + term, denominator: term }) - x;
}

it("is Erlang's sum above x for an integer shape", () => {
  for (const n of [1, 2, 3, 10, 57, 300])
    for (const share of [1, 1.25, 1.5, 2.75, 8, 40]) {
      const x = n * share;
      const expected = erlang(n, x);
      expect(Math.abs(logGammaTails(n, x).logUpper - expected), `${n}, ${x}`).toBeLessThanOrEqual(tolerance(expected));
    }
});

it("is Legendre's erfc(√x) above x for shape ½, with all digits of a small x", () => {
  for (const x of [1e-300, 1e-20, 0.01, 0.3, 1, 3.7, 40, 700, 1e5, 1e300]) {
    const { logLower, logUpper } = logGammaTails(0.5, x);
    const upper = Math.log(erfcx(Math.sqrt(x))) - x;
    expect(Math.abs(logUpper - upper)).toBeLessThanOrEqual(tolerance(upper) * (x < 0.1 ? 2 * Math.sqrt(x) : 1) + 4e-16);
    // erf(√x) = 2√(x/π)·(1 − x/3 + …)
    const lower = Math.log(2 * Math.sqrt(x / Math.PI)) + Math.log1p(-x / 3 + (x * x) / 10);
    if (x <= 1e-5) expect(Math.abs(logLower - lower)).toBeLessThanOrEqual(tolerance(lower));
  }
});

it("is x^a/Γ(a+1)·(1 − a·x/(a+1)) below a tiny x", () => {
  for (const a of [1e-300, 0.01, 0.9, 1, 1.3, 77, 1e5])
    for (const x of [5e-324, 1e-300, 1e-100, 1e-12]) {
      const expected = a * Math.log(x) - gammaln(a + 1) + Math.log1p((-a * x) / (a + 1));
      // gammaln is right to a few ulp of itself.
      const error = tolerance(expected) + 1e-15 * gammaln(a + 1);
      expect(Math.abs(logGammaTails(a, x).logLower - expected), `${a}, ${x}`).toBeLessThanOrEqual(error);
    }
});

it("falls by x^a e^(−x)/Γ(a+1) below x as the shape grows by 1 (DLMF 8.8.5)", () => {
  fc.assert(
    fc.property(
      fc.double({ min: Math.log(1e-3), max: Math.log(1e4), noNaN: true }).map(Math.exp),
      fc.double({ min: -6, max: 6, noNaN: true }),
      (a, z) => {
        const x = a * Math.exp(z / Math.sqrt(a + 1));
        const step = Math.exp(a * Math.log(x) - x - gammaln(a + 1));
        const [here, next] = [logGammaTails(a, x), logGammaTails(a + 1, x)];
        // The plain step has the rounding of a·log x and of gammaln.
        const error = 1e-13 + step * 2 ** -50 * (x + a * Math.abs(Math.log(x)));
        expect(Math.abs(Math.exp(here.logLower) - Math.exp(next.logLower) - step)).toBeLessThanOrEqual(error);
        expect(Math.abs(Math.exp(next.logUpper) - Math.exp(here.logUpper) - step)).toBeLessThanOrEqual(error);
      },
    ),
    { seed: 1 },
  );
});

it("has tails that add up to 1 over its whole range", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -690, max: 53 * Math.LN2, noNaN: true }).map((log) => Math.min(2 ** 53, Math.exp(log))),
      fc.double({ min: -700, max: 700, noNaN: true }).map(Math.exp),
      fc.boolean(),
      (a, size, near) => {
        const { logLower, logUpper } = logGammaTails(a, near ? a * (1 + Math.min(1, size) / Math.sqrt(a)) : size);
        expect(Math.exp(logLower) + Math.exp(logUpper)).toBeCloseTo(1, 13);
      },
    ),
    { seed: 1, numRuns: 1000 },
  );
});

it("has no mass below zero, and names the argument that is out of range", () => {
  for (const x of [0, -1, -1e300]) expect(logGammaTails(2.5, x)).toEqual({ logLower: -Infinity, logUpper: 0 });
  for (const shape of [0, -1, 2 ** 54, Number.NaN])
    expect(() => logGammaTails(shape, 1)).toThrow(new RangeError(`shape is ${shape}; it must be in [1e-300, 2^53]`));
  expect(() => logGammaTails(1, Infinity)).toThrow(new RangeError("x is Infinity; it must be finite"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [1e-300, 0.3, 1, 5, 1e8, 2 ** 53].flatMap((a) =>
    [-1, 0, 0.2, a, 2 * a, 1e9].map((x) => [a, x] as const),
  );
  expect(
    callTable(logGammaTails, [...calls, [1e-301, 1], [2 ** 54, 1], [Number.NaN, 1], [1, Number.NaN], [1, -Infinity]]),
  ).toMatchSnapshot();
});
