import { auditProperties, drawsAgree } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { weightNorm } from "../bounds/weight-norm.js";

auditProperties(weightNorm);

test.each([
  [4, 2704],
  [100, 2704],
])("d = %i, k = %i: drawn norms and the computed probability agree", (d, k) => {
  expect(drawsAgree(weightNorm, { d, k, gamma: 0.5 }, { gaussians: 1e9 })).toEqual([]);
});
