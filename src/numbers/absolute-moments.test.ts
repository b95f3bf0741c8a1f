import { describe, expect, it } from "vitest";
import { logAbsoluteMoments } from "./absolute-moments.js";
import { onItsWord } from "./integrand.js";

const ORDERS = Array.from({ length: 159 }, (_, i) => i + 2);

/** log E|X|^q by E|X|^q = (q−1)·E|X|^(q−2), from E 1 = 1 and E|X| = √(2/π). */
function logNormalMoment(q: number): number {
  if (q < 2) return q === 0 ? 0 : 0.5 * Math.log(2 / Math.PI);
  return Math.log(q - 1) + logNormalMoment(q - 2);
}

function expectJustAbove(found: readonly number[], truth: readonly number[]): void {
  found.forEach((log, i) => {
    // The rounding of the reference's own sums: a few ulp of its size.
    const slack = 1e-14 * (1 + Math.abs(truth[i]));
    expect(log).toBeGreaterThanOrEqual(truth[i] - slack);
    expect(log).toBeLessThanOrEqual(truth[i] + 1e-10 + slack);
  });
}

describe("logAbsoluteMoments", () => {
  it("is just above the moments of the normal law, up to order 160 and in any unit", () => {
    for (const unit of [1, 1e-60, 1e60]) {
      const found = logAbsoluteMoments(
        onItsWord((t) => unit * t),
        ORDERS,
      );
      const truth = ORDERS.map((q) => q * Math.log(unit) + logNormalMoment(q));
      found.forEach((log, i) => {
        expect(log).toBeGreaterThanOrEqual(truth[i] - 1e-13 * Math.abs(truth[i]));
        expect(log).toBeLessThanOrEqual(truth[i] + 1e-10);
      });
    }
  });

  it("is just above the moments of exp(−X²/2): E = 1/√(1+q)", () => {
    const found = logAbsoluteMoments(
      onItsWord((t) => Math.exp((-t * t) / 2)),
      ORDERS,
    );
    expectJustAbove(
      found,
      ORDERS.map((q) => -0.5 * Math.log1p(q)),
    );
  });

  it("is just above those of a steep spike, told its scale: E exp(−qX²/(2s²)) = 1/√(1 + q/s²)", () => {
    const s = 1e-8;
    const found = logAbsoluteMoments(
      onItsWord((t) => Math.exp(-0.5 * (t / s) ** 2), [], s),
      ORDERS,
    );
    expectJustAbove(
      found,
      ORDERS.map((q) => -0.5 * Math.log(1 + q / s ** 2)),
    );
  });

  it("is just above those of a step that has no end at its jump: E = P(X > 0.3)", () => {
    const found = logAbsoluteMoments(
      onItsWord((t) => (t > 0.3 ? 2 : 0)),
      ORDERS,
    );
    expectJustAbove(
      found,
      ORDERS.map((q) => q * Math.LN2 + Math.log(0.3820885778110474)),
    );
  });

  it("is −Infinity for 0 and NaN where g is", () => {
    expect(
      logAbsoluteMoments(
        onItsWord(() => 0),
        [2, 3],
      ),
    ).toEqual([-Infinity, -Infinity]);
    expect(
      logAbsoluteMoments(
        onItsWord(() => NaN),
        [2, 3],
      ),
    ).toEqual([NaN, NaN]);
  });
});
