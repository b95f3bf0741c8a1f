import { describe, expect, it, test } from "vitest";
import { logAbsoluteMoments } from "./absolute-moments.js";
import { type Integrand, onItsWord, polynomial } from "./integrand.js";
import { callTable } from "./testing/call-table.js";

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

// Pinned to the last bit: an error bound that changes must be seen.
test("bounds to the last bit, with majorants and without, beyond ±38.6, and of what changes its sign", () => {
  const line = polynomial([0.3, -2]);
  const growth = [
    { constant: 0.3, slope: 2 },
    { constant: 5, slope: 1e-3 },
  ];
  const cases = [line, polynomial([1.5]), polynomial([0, 0, 1]), polynomial([0]), { ...line, kinks: [0.15] }];
  const calls = cases.flatMap((g) =>
    [[1, 2, 7], [160]].flatMap((orders) => [[], growth].map((more) => [g, orders, more] as const)),
  );
  expect(callTable(logAbsoluteMoments, calls)).toMatchSnapshot();
  const flat: Integrand = { ...line, bounds: () => [1, 0], value: () => 1 };
  const rough: Integrand = { ...line, bounds: () => [2], value: (z) => Math.sign(z) };
  expect(
    callTable(logAbsoluteMoments, [
      [flat, [1, 2]],
      [{ ...flat, bounds: () => [Infinity] }, [1]],
    ]),
  ).toMatchSnapshot();
  expect(
    callTable(logAbsoluteMoments, [
      [rough, [1, 3], growth],
      [{ ...line, bounds: null }, [2, 5]],
    ]),
  ).toMatchSnapshot();
});

test("is Infinity where nothing bounds g", () => {
  const g: Integrand = { ...polynomial([0.3, -2]), bounds: () => [Infinity] };
  expect(logAbsoluteMoments(g, [1, 4])).toEqual([Infinity, Infinity]);
});
