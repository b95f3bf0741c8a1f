import type { Claim } from "lemmacheck";
import { auditProperties, drawsAgree } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { operatorNormBound } from "../bounds/operator-norm.js";

auditProperties(operatorNormBound);

test.each([
  [1, 30],
  [30, 1],
  [10, 10],
  [10, 40],
])("d = %i, k = %i: certified norms of drawn matrices and the computed probability agree", (d, k) => {
  expect(drawsAgree(operatorNormBound, { d, k, gamma: 0.5 })).toEqual([]);
});

test("a probability for another width is caught", () => {
  if (operatorNormBound.kind !== "whp") throw new Error("the claim is of high probability");
  const { exact } = operatorNormBound;
  const wrong: Claim = { ...operatorNormBound, exact: (given, bound) => exact!({ ...given, k: 40 }, bound) };
  expect(drawsAgree(wrong, { d: 1, k: 30, gamma: 0.5 })).not.toEqual([]);
});
