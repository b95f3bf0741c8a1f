import type { Hypothesis } from "lemmacheck";
import { psi } from "lemmacheck/networks";
import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { limitLaw } from "../experiments/limit-law.js";
import type { Given } from "../parameters.js";
import { hypothesisText } from "../testing/hypothesis-text.js";
import { at, FACTOR, limitMean, meanReading, meanStep, overMean } from "./mean-step.js";

test.each([1, 2, 3, 4, 5, 6])(
  "the mean in the limit is that of the recursion over %s layers, for both variances",
  (depth) => {
    for (const [initialisation, gain] of [
      ["he", 2],
      ["fan-in", 1],
    ] as const) {
      const { eta } = limitLaw(psi.resolve("relu"), { depth, gain })!;
      expect(limitMean({ depth, initialisation }) / eta).toBeCloseTo(1, 9);
    }
  },
);

test("samples that are not switched count for nothing, whatever the mean", () => {
  const line = (upper: number | null) => ({
    smallestFlip: () => (upper === null ? null : { lower: upper, upper, gap: 0 }),
  });
  expect(overMean(line(null), 3)).toBe(0);
  expect(overMean(line(2), 3)).toBe(-1);
  expect(overMean(line(12), 3, 2)).toBe(0);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("what the claims about the mean share, and the mean in the limit", () => {
  const limits = [1, 2, 3, 4, 5, 6, 30].flatMap((depth) =>
    (["he", "fan-in"] as const).map((initialisation) => [depth, initialisation, limitMean({ depth, initialisation })]),
  );
  // E|N|·c at one layer, where steps of 20 and more are next to never needed.
  expect(limitMean({ depth: 1, initialisation: "he" })).toBeCloseTo(2 / Math.sqrt(Math.PI), 14);
  const { parameters: _, hypotheses, draw, cells, ...rest } = meanStep;
  const asked: readonly Hypothesis<Given<"psi" | "d" | "k" | "depth" | "initialisation">>[] = hypotheses;
  const said = [1, 3, 7].map((deep) => {
    const given = { psi: psi.resolve("tanh"), d: 5, k: 5, depth: deep, initialisation: "he" } as const;
    return asked.map((one) => hypothesisText(one, given));
  });
  const width = cells[cells.length - 1].k;
  const made = typeof width === "function" ? [2, 5].map((deep) => width({ depth: deep })) : null;
  const texts = hypotheses.map(({ latex }) => latex);
  expect(
    exactLines([FACTOR, at, rest, texts, draw.id, cells, made, meanReading("most 7 of"), ...said, ...limits]),
  ).toMatchSnapshot();
});

test("steps that are switched count above the mean, scaled before they are held to the limit", () => {
  const line = (upper: number) => ({ smallestFlip: () => ({ lower: upper, upper, gap: 0 }) });
  expect([overMean(line(5), 3), overMean(line(5), 3, 2), overMean(line(10), 3, 2), overMean(line(9.99), 3, 2)]).toEqual(
    [2, 7, 0, 16.98],
  );
});
