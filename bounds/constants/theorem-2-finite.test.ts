import { normal } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { FINITE_STEP, finiteLeastDimension, finiteLeastWidth, finiteMargin } from "./theorem-2-finite.js";

const gammas = [0.5, 0.1, 1e-3, 1e-12, 1e-300];

describe("the finite form of Theorem 2", () => {
  test("has room from its least sizes on, and none just below them", () => {
    for (const gamma of gammas) {
      const least = finiteLeastWidth(gamma);
      expect(finiteLeastDimension(least / 1.001, gamma)).toBe(Infinity);
      for (const wider of [1.001, 1.3, 2, 10, 1e4, 1e12]) {
        const k = wider * least;
        const d = finiteLeastDimension(k, gamma);
        expect(finiteMargin(k, d / 1.001, gamma)).toBeLessThanOrEqual(0);
        for (const more of [1, 1.01, 2, 100, 1e12]) expect(finiteMargin(k, more * d, gamma)).toBeGreaterThan(0);
      }
    }
  });

  // mpmath, 40 digits, from the four events in the docstring, with c = √(2/π)/(3/2) of the ReLU, forced at q = 3.
  test.each([
    [4e4, 1e8, 0.1, 0.0666668310887497],
    [64_000, 1e7, 0.1, 0.0946510736878281],
    [3e6, 5e6, 0.1, 0.0639577746013434],
    [1e6, 1e7, 1e-3, 0.994720734929852],
    [1e8, 1e8, 1e-12, 2.27574927638196],
  ])("has every term of the margin at k = %d, d = %d, γ = %d", (k, d, gamma, margin) => {
    expect(finiteMargin(k, d, gamma)).toBeCloseTo(margin, 10);
  });

  test("asks for sizes that can be drawn", () => {
    expect(finiteLeastWidth(0.1)).toBeLessThan(33_000);
    expect(finiteLeastDimension(64_000, 0.1)).toBeLessThan(7.5e6);
    expect(finiteLeastDimension(3e6, 0.1)).toBeLessThan(5e6);
  });

  // As k and d grow all but σ√(2 log(8/γ)) and g = 1/√2 goes: C₄ must exceed √(log(8/γ)/log(1/γ)), 2 at γ = 1/2.
  test("has the margin of the limit k, d → ∞", () => {
    for (const gamma of gammas) {
      const log = -Math.log(gamma);
      const limit = FINITE_STEP.C4 * Math.sqrt(log) - Math.sqrt(Math.log(8) + log);
      expect(finiteMargin(1e60, 1e90, gamma) / limit).toBeCloseTo(1, 6);
    }
  });
});

/** y = Wx, and x = Wᵀy, for W by rows. */
function times(W: readonly Float64Array[], x: Float64Array): Float64Array {
  return Float64Array.from(W, (w) => {
    let sum = 0;
    for (let j = 0; j < x.length; j++) sum += w[j] * x[j];
    return sum;
  });
}
function transposedTimes(W: readonly Float64Array[], y: Float64Array): Float64Array {
  const x = new Float64Array(W[0].length);
  for (const [i, w] of W.entries()) for (let j = 0; j < x.length; j++) x[j] += y[i] * w[j];
  return x;
}
const norm = (x: Float64Array) => Math.sqrt(x.reduce((sum, entry) => sum + entry ** 2, 0));

// The deterministic part, on dense networks with a δ that turns as many neurons as it can: along −sign(u)·w for those of
// small |u|. What is tested is certain, so there is no false-alarm rate; a count without the small neurons fails.
test("no more neurons turn than N + (‖W‖r/τ)², and the gradient moves by at most ‖W‖√(m/k)", () => {
  const [k, d, r, tau] = [200, 1600, 1, 0.3];
  for (let draw = 0; draw < 2; draw++) {
    const bits = keyedStreams({ seed: "1", sampler: "finite", parameters: { k, d } })(draw)("W");
    const W = Array.from({ length: k }, () => Float64Array.from({ length: d }, () => normal(bits) / Math.sqrt(d)));
    const u = times(W, new Float64Array(d).fill(1));
    const nearest = Array.from(u.keys()).toSorted((i, j) => Math.abs(u[i]) - Math.abs(u[j]));
    const chosen = new Set(nearest.slice(0, 35));
    const direction = transposedTimes(
      W,
      u.map((entry, i) => (chosen.has(i) ? -entry : 0)),
    );
    const moved = times(
      W,
      direction.map((entry) => (r * entry) / norm(direction)),
    );
    const turned = u.map((entry, i) => (entry > 0 === entry + moved[i] > 0 ? 0 : 1));
    const change = transposedTimes(
      W,
      turned.map((turns, i) => (turns * (i % 2 ? 1 : -1)) / Math.sqrt(k)),
    );
    // ‖W‖ by power iteration, which ends a little below it.
    let v = direction;
    for (let step = 0; step < 20; step++) {
      const next = transposedTimes(W, times(W, v));
      v = next.map((entry) => entry / norm(next));
    }
    const w = 1.01 * norm(times(W, v));
    const count = turned.reduce((sum, turns) => sum + turns, 0);
    const m = u.filter((entry) => Math.abs(entry) <= tau).length + ((w * r) / tau) ** 2;
    expect(m).toBeLessThan(k / 2);
    expect(count).toBeLessThanOrEqual(m);
    expect(count).toBeGreaterThan(((w * r) / tau) ** 2);
    expect(norm(change)).toBeLessThanOrEqual(w * Math.sqrt(m / k));
  }
});

test("nothing is shown for so few neurons or inputs that g may be 0, or that the step may be too long", () => {
  // log(8/γ) = 4.38: half of k = 2·4.38 neurons may be inactive, and d must exceed 1 + 4·4.38.
  expect([8, 9].map((k) => finiteMargin(k, 1e9, 0.1))).toEqual([-Infinity, -Infinity]);
  expect([1, 18].map((d) => finiteMargin(1e9, d, 0.1))).toEqual([-Infinity, -Infinity]);
  // C₄/g ≤ C₅ from g = 1/2 on, which with all of d is 1/2 − √(4.38/2k) ≥ 1/4: k ≥ 35.06.
  expect(finiteMargin(35, 1e300, 0.1)).toBe(-Infinity);
  expect(finiteMargin(36, 1e300, 0.1)).toBeGreaterThan(-Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("margins at many sizes, and the least sizes", () => {
  const margins = [9, 36, 300, 4e4, 1e8, 1e20].flatMap((k) =>
    [2, 30, 1e4, 1e8, 1e60].flatMap((d) => [0.5, 1e-12].map((gamma) => [k, d, gamma, finiteMargin(k, d, gamma)])),
  );
  const least = gammas.map((gamma) => {
    const k = finiteLeastWidth(gamma);
    return [gamma, k, [1, 2, 1e5].map((wider) => finiteLeastDimension(wider * k, gamma))];
  });
  expect(exactLines([FINITE_STEP, ...margins, ...least])).toMatchSnapshot();
});
