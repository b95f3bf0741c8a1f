import { resolveActivation } from "lemmacheck/activations";
import { deepStep, type Line } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { expect, test } from "vitest";
import { exactly } from "../../src/numbers/testing/exactly.js";
import { hypothesisText } from "../testing/hypothesis-text.js";
import {
  largeFrom,
  NEAREST_PERCENT,
  SEARCHED,
  smallestStep,
  switched,
  switchingMutants,
  upToSixLayers,
} from "./switching.js";

const streams = keyedStreams({ seed: "line", sampler: "t", parameters: {} });
const drawn: Line = deepStep.draw(
  { psi: resolveActivation("relu"), d: 3, k: 2, depth: 1, initialisation: "he" },
  streams(0),
);

/** A line whose sign is first seen changed at a step, if it is within the limit. */
function line(step: number, value = 1) {
  const searched: unknown[] = [];
  const draw: Line = {
    ...drawn,
    value,
    smallestFlip: (how) => {
      searched.push(how);
      return step < (how?.limit ?? Infinity) ? { lower: step - 1e-3, upper: step, gap: 0 } : null;
    },
    at: (etas) => etas.map((eta) => ({ value: value + eta * step, rounding: 0 })),
  };
  return { draw, searched };
}

test("the search is up to 20, to 1e-3, and its upper end counts", () => {
  const { draw, searched } = line(3);
  expect([
    smallestStep(draw),
    smallestStep(draw, 2),
    smallestStep(line(25).draw),
    smallestStep(line(25).draw, 30),
  ]).toEqual([3, 2, 20, 25]);
  expect(searched).toEqual([
    { limit: 20, tolerance: 1e-3 },
    { limit: 2, tolerance: 1e-3 },
  ]);
  expect([SEARCHED, NEAREST_PERCENT]).toEqual([20, 0.005]);
});

test("a sign is switched below the limit alone", () => {
  expect([
    switched(line(3).draw),
    switched(line(3).draw, 3),
    switched(line(3).draw, 3.1),
    switched(line(20).draw),
  ]).toEqual([1, 0, 1, 0]);
});

test("mutants search up to 2, or take one step of η = 1 against the sign", () => {
  const cell = { k: 3 };
  const mutants = switchingMutants(cell);
  expect(exactly(Object.entries(mutants).map(([name, { at }]) => [name, at === cell]))).toBe(
    `[["a search up to 2", true], ["one step of η = 1", true]]`,
  );
  const [upToTwo, one] = [mutants["a search up to 2"].observed, mutants["one step of η = 1"].observed];
  expect([upToTwo(line(1.9).draw), upToTwo(line(2).draw)]).toEqual([1, 0]);
  // value ∓ step: past 0 where the step is longer than |value|; at 0 there is no sign.
  expect([
    one(line(3).draw),
    one(line(1).draw),
    one(line(0.9).draw),
    one(line(3, -1).draw),
    one(line(3, -4).draw),
  ]).toEqual([1, 0, 0, 1, 0]);
});

test("figures have up to six layers", () => {
  expect([1, 6, 7].map((depth) => hypothesisText(upToSixLayers, { depth }))).toEqual([
    "holds",
    "holds",
    "false: L is 7",
  ]);
});

test("cells are raised to 51L², and no other value of theirs changes", () => {
  expect(largeFrom({ d: 60, k: 40, depth: 1, psi: "relu" })).toEqual({ d: 60, k: 51, depth: 1, psi: "relu" });
  expect(largeFrom({ d: 203, k: 204, depth: 2 })).toEqual({ d: 204, k: 204, depth: 2 });
});
