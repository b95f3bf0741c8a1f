import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { claimedBound } from "./claimed-bound.js";
import { checkedMeanModel, type MeanModel, meanEnds, mirrored, standardised } from "./mean-model.js";
import { observedEnds } from "./observed-ends.js";
import { twoValues } from "./two-values.js";

const RANGE = { range: { lower: -1, upper: 3 } };
const MOMENT = { secondMoment: 2 };

// Whatever somebody gives, or an experiment.
const modelOf = (model: object) => {
  // @ts-expect-error it need not be a model
  return checkedMeanModel(model);
};
const boundOf = (claim: object) => {
  // @ts-expect-error it need not be a claim
  return claimedBound(claim);
};
const endsOf = (model: MeanModel, observed: unknown, draw: number) => {
  // @ts-expect-error it need not be an observation
  return observedEnds(model, observed, draw);
};

test("ends, mirror and units of what is known", () => {
  expect([meanEnds(RANGE), meanEnds(MOMENT), meanEnds({ secondMoment: 4 })]).toEqual([
    { lower: -1, upper: 3 },
    { lower: -Math.SQRT2, upper: Math.SQRT2 },
    { lower: -2, upper: 2 },
  ]);
  // √3 is rounded down, and goes up by a unit.
  expect(meanEnds({ secondMoment: 3 }).upper).toBe(Math.sqrt(3) * (Math.sqrt(3) ** 2 < 3 ? 1 + 2 ** -52 : 1));
  expect([mirrored(RANGE), mirrored(MOMENT)]).toEqual([{ range: { lower: -3, upper: 1 } }, MOMENT]);
  expect([standardised(RANGE, 0), standardised(RANGE, 3), standardised({ secondMoment: 4 }, 1)]).toEqual([
    0.25, 1, 0.5,
  ]);
});

test("what is no model, claim or law of two values is refused by name", () => {
  const models = [
    {},
    { ...RANGE, ...MOMENT },
    { range: { lower: 1, upper: 1 } },
    { range: { lower: -Infinity, upper: 0 } },
    { range: { lower: -1.7e308, upper: 1.7e308 } },
    { secondMoment: 0 },
    { secondMoment: Infinity },
    RANGE,
    MOMENT,
  ];
  expect(
    callTable(
      modelOf,
      models.map((model) => [model]),
    ),
  ).toMatchSnapshot();
  const claims = [
    {},
    { atMost: 1, atLeast: 1 },
    { atMost: Infinity },
    { atLeast: Number.NaN },
    { atMost: 0 },
    { atLeast: -3 },
  ];
  expect(
    callTable(
      boundOf,
      claims.map((claim) => [claim]),
    ),
  ).toMatchSnapshot();
});

test("two values have the mean and the deviation that were asked for", () => {
  for (const [model, mean, deviation] of [
    [RANGE, 0, 1],
    [RANGE, 2.9, 0.5],
    [RANGE, -0.9, 0.6],
    [MOMENT, 0.5, 1],
  ] as const) {
    const { low, high, probability } = twoValues(model, mean, deviation);
    expect(probability * high + (1 - probability) * low).toBeCloseTo(mean, 14);
    expect(Math.sqrt(probability * (1 - probability)) * (high - low)).toBeCloseTo(deviation, 14);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("two values to the last bit, and what is refused", () => {
  const means = [-1.5, -1, -0.5, 0, 1, 2.9, 3, 3.1, Number.NaN];
  const calls = [RANGE, MOMENT].flatMap((model) =>
    means.flatMap((mean) => [undefined, 0, 0.3, 1, 1.3, 9, -1].map((s) => [model, mean, s] as const)),
  );
  expect(callTable(twoValues, calls)).toMatchSnapshot();
});

test("observations are cut to the range, and what is none is refused with the draw", () => {
  const seen = [
    0,
    -1,
    3,
    3.1,
    Number.NaN,
    Infinity,
    { lower: -2, upper: 0 },
    { lower: 2, upper: 9 },
    { lower: 4, upper: 5 },
    { lower: 1, upper: 0 },
    { lower: -Infinity, upper: Infinity },
    { lower: Number.NaN, upper: 1 },
    { lower: "0", upper: 1 },
    { lower: 0, upper: null },
    { lower: 0 },
    { upper: 0 },
    null,
    undefined,
    "1",
    true,
  ];
  expect(
    callTable(
      endsOf,
      [RANGE, MOMENT].flatMap((model) => seen.map((x, draw) => [model, x, draw])),
    ),
  ).toMatchSnapshot();
});
