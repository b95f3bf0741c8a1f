import { describe, expect, it } from "vitest";
import { interval, point } from "../../numbers/intervals/interval.js";
import { composeSeries } from "./compose-series.js";
import { derivativeCoefficients } from "./derivative-polynomials.js";
import { intervalAlgebra } from "./interval-algebra.js";
import { taylorCoefficients } from "./taylor-coefficients.js";

const A = intervalAlgebra(() => {});
const middles = (series: readonly { readonly lo: number; readonly hi: number }[]) =>
  series.map(({ lo, hi }) => (lo + hi) / 2);

describe("taylorCoefficients", () => {
  it("are those of tables at 0, to high orders", () => {
    // tanh x = x − x³/3 + 2x⁵/15 − 17x⁷/315 + 62x⁹/2835; asinh x = x − x³/6 + 3x⁵/40 − 15x⁷/336.
    const tanh = middles(taylorCoefficients(A, "tanh", point(0), 9));
    [0, 1, 0, -1 / 3, 0, 2 / 15, 0, -17 / 315, 0, 62 / 2835].forEach((x, k) => {
      expect(tanh[k]).toBeCloseTo(x, 15);
    });
    expect(middles(taylorCoefficients(A, "asinh", point(0), 7))[7]).toBeCloseTo(-15 / 336, 15);
    expect(middles(taylorCoefficients(A, "atan", point(0), 25))[25]).toBeCloseTo(1 / 25, 15);
    expect(middles(taylorCoefficients(A, "sigmoid", point(0), 5))[5]).toBeCloseTo(1 / 480, 15);
    // erf: 2/√π·(−1)^n/(n!·(2n + 1)).
    expect(middles(taylorCoefficients(A, "erf", point(0), 9))[9]).toBeCloseTo(2 / Math.sqrt(Math.PI) / 24 / 9, 15);
  });

  it("hold over a box all that they hold in it", () => {
    for (const name of ["tanh", "sech2", "logCosh", "sigmoid", "softplus", "erf", "erfc", "atan", "asinh"] as const) {
      const over = taylorCoefficients(A, name, interval(-0.5, 1), 9);
      for (const x of [-0.5, 0, 0.3, 1])
        for (const [k, a] of taylorCoefficients(A, name, point(x), 9).entries()) {
          expect(over[k].lo, `${name}, order ${k} at ${x}`).toBeLessThanOrEqual(a.hi);
          expect(over[k].hi, `${name}, order ${k} at ${x}`).toBeGreaterThanOrEqual(a.lo);
        }
    }
  });
});

it("derivative polynomials are Hermite's for the error function", () => {
  // H_4 = 16u⁴ − 48u² + 12, and erf^(5) = g·H_4.
  expect(derivativeCoefficients("erf", 5, 0).map(({ lo }) => lo)).toEqual([12, -48, 16]);
});

it("composeSeries composes e^u with a series", () => {
  // e^(x + x²/2) = 1 + x + x² + 2x³/3 + 5x⁴/12 + 13x⁵/60 + …
  const u = [0, 1, 0.5, 0, 0, 0].map(point);
  const found = middles(composeSeries(A, taylorCoefficients(A, "exp", point(0), 5), u));
  [1, 1, 1, 2 / 3, 5 / 12, 13 / 60].forEach((x, k) => {
    expect(found[k]).toBeCloseTo(x, 14);
  });
});
