import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { exponential, type Jet, raised, times } from "../testing/jets.js";
import {
  composedBounds,
  densityBounds,
  derivativeBounds,
  exponentialBounds,
  lessBounds,
  nearestTo0,
  powerBounds,
  productBound,
  productBounds,
  relativeDensityBounds,
  scaledBounds,
  sumBounds,
} from "./taylor-bounds.js";

const F = [0.7, 1.3, 0.2, 0.05, 1e-3];
const G = [2, 0.1, 0, 0.4];
const FLAT = [3, 0.5, 0, 0, 0];
const TINY = [1e-200, 1e-160, 0];
const NOTHING = [Infinity, 0, 1];
const ALL = [F, G, FLAT, TINY, NOTHING, [0, 0, 0], [5], []];

/** What is at least `truth`, but for the rounding of that, and hardly more. */
function expectJustAbove(got: readonly number[], truth: Jet): void {
  expect(got).toHaveLength(truth.length);
  got.forEach((x, j) => {
    expect(x).toBeGreaterThanOrEqual(truth[j] * (1 - 1e-14));
    expect(x).toBeLessThanOrEqual(truth[j] * (1 + 1e-11));
  });
}

describe("majorants", () => {
  test("of products, sums, multiples, powers and exponentials are those of positive series, rounded up", () => {
    expectJustAbove(productBounds(F, G), times(F.slice(0, 4), G));
    expectJustAbove(
      sumBounds(F, G),
      G.map((x, j) => x + F[j]),
    );
    expectJustAbove(
      scaledBounds(F, -3),
      F.map((x) => 3 * x),
    );
    for (const q of [1, 2, 3, 6]) expectJustAbove(powerBounds(F, q), raised(F, q).map(Math.abs));
    expectJustAbove(exponentialBounds(F, 2), exponential([0, ...F.slice(1).map((x) => 2 * x)]));
    expectJustAbove(
      derivativeBounds(F),
      F.slice(1).map((x, j) => (j + 1) * x),
    );
    expect(derivativeBounds(F, 2)).toEqual(derivativeBounds(derivativeBounds(F)));
    expect(derivativeBounds(F, 0)).toBe(F);
  });

  test("of a composition are those of the series put into the series", () => {
    for (const f of [F, FLAT, [1, 0.5, 0.1]]) {
      const c = [1, 0.5, 0.25, 2, 0.3].slice(0, f.length);
      const moving = [0, ...f.slice(1)];
      let [power, truth]: [Jet, number[]] = [moving.map((_, j) => (j === 0 ? 1 : 0)), moving.map(() => 0)];
      for (const x of c) {
        truth = truth.map((sum, j) => sum + x * power[j]);
        power = times(power, moving);
      }
      expectJustAbove(composedBounds(c, f), truth);
    }
  });

  test("of the normal density bound Hermite's polynomials times it", () => {
    for (const [low, high] of [
      [-1, 1],
      [0.5, 2],
      [-3, -2.5],
    ])
      for (const t of [low, (low + high) / 2, high]) {
        const jet = exponential([-0.5 * t * t, -t, -0.5, 0, 0, 0]).map((x) => Math.abs(x) / Math.sqrt(2 * Math.PI));
        jet.forEach((x, j) => {
          expect(x).toBeLessThanOrEqual(densityBounds(low, high, 5)[j]);
        });
      }
    expect([nearestTo0(-2, -1), nearestTo0(-1, 1), nearestTo0(1, 2), nearestTo0(0, 1)]).toEqual([1, 0, 1, 0]);
  });

  test("say nothing where a bound is infinite, and do not underflow to 0", () => {
    expect(productBounds([Infinity, 1], [0, 1])).toEqual([Infinity, Infinity]);
    expect(productBound([1e-200], [1e-200], 0)).toBe(1e-300);
    expect(productBound([0, 1e-200], [1e-200, 0], 0)).toBe(0);
    expect(lessBounds(() => [2, 3], -1)(0, 1, 1)).toEqual([3 * (1 + 1e-13), 3]);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("operations on majorants to the last bit", () => {
  const pairs = ALL.flatMap((f) => ALL.map((g) => [f, g] as const));
  expect(callTable((f: number[], g: number[]) => [productBounds(f, g), sumBounds(f, g)], pairs)).toMatchSnapshot();
  expect(
    callTable(
      composedBounds,
      pairs.filter(([c]) => c === F || c === NOTHING),
    ),
  ).toMatchSnapshot();
  const alone = ALL.map((f) => [f] as const);
  expect(
    callTable((f: number[]) => [...[1, 2, 3, 5].map((q) => powerBounds(f, q)), scaledBounds(f, -0.3)], alone),
  ).toMatchSnapshot();
  expect(
    callTable((f: number[]) => [derivativeBounds(f), derivativeBounds(f, 2), exponentialBounds(f, 0.7)], alone),
  ).toMatchSnapshot();
  expect(powerBounds(F, 0)).toBe(F);
  const ends = [
    [-1, 2],
    [0.5, 3],
    [-3, -0.5],
    [0, 0],
    [30, 31],
  ].flatMap(([low, high]) => [0, 1, 7].map((order) => [low, high, order] as const));
  expect(callTable(relativeDensityBounds, ends)).toMatchSnapshot();
  expect(callTable(densityBounds, ends)).toMatchSnapshot();
});
