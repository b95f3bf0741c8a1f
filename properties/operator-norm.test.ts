import type { Claim } from "lemmacheck";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { operatorNormBound } from "../bounds/operator-norm.js";
import { drawsAgree } from "./testing/draws-agree.js";

auditProperties(operatorNormBound);

test.each([
  [1, 30, 5.5],
  [30, 1, 1],
  [10, 10, 1.6],
  [10, 40, 2.8],
])(
  "d = %i, k = %i: certified norms of drawn matrices and the computed probability agree about %d",
  async (d, k, bound) => {
    expect(await drawsAgree(operatorNormBound, { d, k }, bound)).toBe(true);
  },
);

test("a probability for another width is caught", async () => {
  const wrong: Claim = {
    ...operatorNormBound,
    exact: (given, bound) => operatorNormBound.exact!({ ...given, k: 40 }, bound),
  };
  expect(await drawsAgree(wrong, { d: 1, k: 30 }, 5.5)).toBe(false);
});
