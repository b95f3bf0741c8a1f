import { expect, test } from "vitest";
import { holdConstants } from "../testing/hold-constants.js";

/** Expressions here; scripts/random-constants.mjs runs any number of them. */
const CASES = 24;
const CLOSE = 1e-6;

test("constants of random expressions are within their enclosures, and most of these are close", () => {
  const reports = Array.from({ length: CASES }, (_, index) => holdConstants(index));
  expect(reports.flatMap(({ expression, missed }) => missed.map((what) => `${expression}: ${what}`))).toEqual([]);
  const judged = reports.filter(({ refused }) => refused === null);
  expect(judged.length).toBeGreaterThan(CASES / 3);
  const close = judged.filter(({ widths }) => widths.every((width) => width <= CLOSE));
  expect(close.length).toBeGreaterThanOrEqual(0.9 * judged.length);
});
