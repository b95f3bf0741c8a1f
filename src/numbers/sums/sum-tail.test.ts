import { describe, expect, test } from "vitest";
import { failureLower, failureUpper } from "../../chance/confidence-limits.js";
import { normal as drawNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { logIrwinHall } from "../testing/irwin-hall.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import { contourTail } from "./contour-tail.js";
import { gaussianCumulants } from "./gaussian-cumulants.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { latticeTail } from "./lattice-tail.js";
import type { LogEnclosure } from "./log-enclosure.js";
import { sumTail } from "./sum-tail.js";

function tailOf(variable: GaussianVariable, k: number) {
  const tail = sumTail(variable, k);
  if (!tail) throw new Error("no tail");
  return tail;
}

function expectEncloses({ logLower, logUpper }: LogEnclosure, truth: number, width: number): void {
  const slack = 2e-14 * (1 + Math.abs(truth));
  expect(logLower).toBeLessThanOrEqual(truth + slack);
  expect(logUpper).toBeGreaterThanOrEqual(truth - slack);
  expect(logUpper - logLower).toBeLessThanOrEqual(width);
}

describe("sumTail", () => {
  test.each([1, 12, 30, 1000, 1e6, 2 ** 53])("of ±Z is normal from 1/2 to 1e-297, to 1e-9 (k = %d)", (k) => {
    const tail = tailOf(normal, k);
    for (const t of [0, 0.5, 2, 6, 15, 25, 36.8]) expectEncloses(tail(t * Math.sqrt(k)), logNormalUpperTail(t), 1e-9);
  });

  test.each([2, 3, 5, 8, 13, 21, 34])("of a uniform variable is Irwin and Hall's (k = %d)", (k) => {
    const tail = tailOf(uniform, k);
    for (const part of [0, 0.125, 0.25, 0.5, 0.75, 0.875]) {
      // From the lattice for small k, whose width grows with the slope of the logarithm, else from the contour.
      const truth = logIrwinHall(k, part * k);
      if (truth > -700) expectEncloses(tail(part * k), truth, k < 20 ? 0.25 : 1e-8);
    }
    expect(tail(k)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  });

  test("below the mean is the complement", () => {
    const tail = tailOf(uniform, 34);
    for (const t of [-4, -10, -20]) expectEncloses(tail(t), Math.log1p(-Math.exp(logIrwinHall(34, -t))), 1e-9);
  });

  test("of ± max(0, Z) is a mixture of normal tails, on the lattice and on the contour", () => {
    for (const k of [2, 5, 12, 40, 100]) {
      const tail = tailOf(rectified, k);
      for (const t of [0.3, 1, 3, 8]) {
        let [probability, weight] = [0, 2 ** -k];
        for (let n = 0; n <= k; n++) {
          if (n > 0) probability += weight * Math.exp(logNormalUpperTail((t * Math.sqrt(k)) / Math.sqrt(n)));
          weight *= (k - n) / (n + 1);
        }
        expectEncloses(tail(t * Math.sqrt(k)), Math.log(probability), k < 50 ? 0.1 : 1e-8);
      }
    }
  });

  test("is within what 20000 draws leave open, and a probability half as large is not", () => {
    // Each comparison fails with probability at most 2e-10 on honest draws.
    const draws = 20_000;
    const alpha = 1e-10;
    for (const [k, T] of [
      [3, 1.2],
      [12, 2],
      [40, 4],
    ]) {
      const bits = keyedStreams({ seed: "sum-tail", sampler: "dimple", parameters: { k } })(0)("z");
      let count = 0;
      for (let i = 0; i < draws; i++) {
        let sum = 0;
        for (let j = 0; j < k; j++) sum += Math.sign(drawNormal(bits)) * dimple.value(drawNormal(bits));
        if (sum > T) count++;
      }
      const { logLower, logUpper } = tailOf(dimple, k)(T);
      expect(Math.exp(logUpper)).toBeGreaterThan(failureLower({ failures: count, draws }, alpha));
      expect(Math.exp(logLower)).toBeLessThan(failureUpper({ failures: count, draws }, alpha));
      expect(Math.exp(logUpper) / 2).toBeLessThan(failureLower({ failures: count, draws }, alpha));
    }
  });

  test("does not depend on what was asked before", () => {
    for (const [variable, k] of [
      [rectified, 5],
      [dimple, 30],
      [normal, 2 ** 40],
    ] as const) {
      const scale = Math.sqrt(k) / 3;
      const used = tailOf(variable, k);
      for (const t of [5, 0.3, 2, 1.1]) used(t * scale);
      for (const t of [0.2, 1, 2.1, 4]) expect(used(t * scale)).toEqual(tailOf(variable, k)(t * scale));
    }
  });

  test("by the contour lies within the lattice's enclosure, for a law with neither closed form nor bounded density", () => {
    for (const k of [40, 100]) {
      const cumulants = gaussianCumulants(dimple, 0, 0);
      const [contour, lattice] = [contourTail(cumulants, k), latticeTail(dimple, 0, cumulants, k)];
      for (const T of [0.2, 1, 2, 3].map((z) => z * cumulants.deviation * Math.sqrt(k))) {
        const [inner, outer] = [contour(T), lattice(T)];
        expect(inner?.logLower).toBeGreaterThan(outer.logLower);
        expect(inner?.logUpper).toBeLessThan(outer.logUpper);
        expect(outer.logUpper - outer.logLower).toBeLessThan(0.2);
      }
    }
  });

  test("is null without a Lipschitz constant", () => {
    expect(sumTail({ ...normal, lipschitz: Infinity }, 5)).toBeNull();
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails of sums to the last bit, by one variable, lattice, contour and Chernoff", () => {
  const half: GaussianVariable = { ...rectified, signed: false };
  const cases = [
    [normal, 1, [0.5, -3]],
    [half, 2, [0.7, -0.5]],
    [uniform, 40, [-5, 3, 41]],
    [normal, 1000, [0, 100, -20]],
  ] as const;
  for (const [variable, k, thresholds] of cases)
    expect(
      callTable(
        tailOf(variable, k),
        thresholds.map((T) => [T] as const),
      ),
      `${k}`,
    ).toMatchSnapshot();
});

test("is null without majorants for more than one, and for many summands with an atom", () => {
  expect(sumTail({ ...normal, bounds: null }, 2)).toBeNull();
  // 0 but with probability 1e-9.
  const flat: GaussianVariable = {
    ...rectified,
    value: (z) => Math.max(0, z - 6),
    kinks: [6],
    bounds: (low, high) => (high <= 6 ? [0, 0, 0] : low >= 6 ? [high - 6, 1, 0] : [high - 6, 1]),
  };
  expect(sumTail(flat, 257)).toBeNull();
});
