import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import { certifyFlips, certifyReluVariation } from "./relu-certificate.js";
import { exactReluSuprema } from "./relu-exact.js";
import { reluFlips, reluVariation } from "./relu-variation.js";
import { certifyByWeightedLaw } from "./relu-weighted-law.js";

const SHARES = [1e-3, 0.05, 0.3, 0.7, 0.999, 1, 2];

// Pinned to the last bit: an error bound that changes must be seen.
test("certificates at every radius, to the last bit; in few dimensions above what is exact", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 1],
    [2, 5],
    [3, 40],
    [8, 3],
    [20, 60],
    [5, 70],
  ])
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around } = drawAround("relu", d, k, "relu certificate", law);
      let before = 0;
      for (const share of SHARES) {
        const radius = share * Math.sqrt(d);
        const [flips, variation] = [certifyFlips(around, radius), certifyReluVariation(around, radius)];
        const byLaw = law === "rademacher" ? [0.5, 1e-9].map((p) => certifyByWeightedLaw(around, radius, p)) : [];
        rows.push(`${d} ${k} ${law} ${share}: ${exactly({ flips, variation, byLaw })}`);
        expect(flips).toBeGreaterThanOrEqual(before);
        before = flips;
        if (share >= 1) for (const bound of byLaw) expect(bound).toBe(Infinity);
        if (d > 3) continue;
        const exact = exactReluSuprema(around, radius);
        expect(flips).toBeGreaterThanOrEqual(exact.flips.lower);
        expect(variation).toBeGreaterThanOrEqual(exact.variation.lower);
        for (const bound of byLaw) expect(bound).toBeGreaterThanOrEqual(exact.variation.lower);
      }
    }
  expect(rows).toMatchSnapshot();
});

test("the same around weights that are not in memory", () => {
  const { streams } = drawAround("relu", 2, 2, "unseen certificate");
  const rows = [2, 70, 2 ** 40].flatMap((d) => {
    const around = drawFramedNeighbourhood(relu, { d, k: 50 }, streams);
    return SHARES.map((share) => {
      const radius = share * Math.sqrt(d);
      return `${d} ${share}: ${exactly([
        certifyFlips(around, radius),
        certifyReluVariation(around, radius),
        certifyByWeightedLaw(around, radius, 1e-6),
      ])}`;
    });
  });
  expect(rows).toMatchSnapshot();
});

test("neurons out of reach cannot flip, and those at their kink always may", () => {
  const around = plantedAround(
    "relu",
    [
      [1, 0],
      [0, 2],
      [2, 2],
    ],
    [1, -1, 3],
    [1, 0],
  );
  // |u| are 1, 0 and 2, ‖w‖ 1, 2 and 2√2, ‖W‖² = 10.12 or so.
  const found = [1e-6, 0.3, 0.69, 0.71, 0.99, 1.01, 9].map((radius) => certifyFlips(around, radius));
  expect(found).toEqual([1, 1, 1, 2, 2, 3, 3]);
  const far = plantedAround("relu", [[1, 0]], [1], [5, 0]);
  expect([certifyFlips(far, 1), certifyReluVariation(far, 1)]).toEqual([0, 0]);
  expect(certifyByWeightedLaw(far, 1e-3, 0.5)).toBe(0);
});

test("both suprema with the law's certificates and without, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [3, 20],
    [4, 20],
    [2, 501],
    [30, 8],
  ])
    for (const law of ["rademacher", "gaussian"] as const)
      for (const share of [0.02, 0.5, 1.2])
        for (const doubt of [null, 0.3, 1e-9]) {
          const { around, streams } = drawAround("relu", d, k, "both", law);
          const radius = share * Math.sqrt(d);
          const variation = reluVariation(around, radius, doubt, streams("attack"));
          const flips = reluFlips(around, radius, doubt, streams("attack"));
          rows.push(
            `${d} ${k} ${law} ${share} ${doubt}: ${exactly({ variation: { ...variation }, flips: { ...flips } })}`,
          );
          expect(variation.lower).toBeLessThanOrEqual(variation.upper);
          expect(flips.lower).toBeLessThanOrEqual(flips.upper);
          if (d <= 3 && k <= 500) expect({ variation, flips }).toEqual(exactReluSuprema(around, radius));
        }
  // So many neurons are attacked with less effort.
  const wide = drawAround("relu", 3, 8001, "both");
  const [variation, flips] = [reluVariation, reluFlips].map((sup) =>
    sup(wide.around, 0.5, 1e-9, wide.streams("attack")),
  );
  rows.push(`wide: ${exactly({ variation: { ...variation }, flips: { ...flips } })}`);
  expect([variation.lower > 0, flips.lower > 0]).toEqual([true, true]);
  const { streams } = drawAround("relu", 2, 2, "both unseen");
  const unseen = drawFramedNeighbourhood(relu, { d: 3, k: 25 }, streams);
  for (const doubt of [null, 1e-9]) {
    const variation = reluVariation(unseen, 1, doubt, streams("attack"));
    const flips = reluFlips(unseen, 1, doubt, streams("attack"));
    rows.push(`unseen ${doubt}: ${exactly({ variation: { ...variation }, flips: { ...flips } })}`);
  }
  expect(rows).toMatchSnapshot();
});
