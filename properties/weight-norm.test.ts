import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { weightNorm } from "../bounds/weight-norm.js";
import { drawsAgree } from "./testing/draws-agree.js";

auditProperties(weightNorm);

test.each([
  [4, 2704, 5.5],
  [100, 2704, 1.6],
])("d = %i, k = %i: drawn norms and the computed probability agree about %d", async (d, k, bound) => {
  expect(await drawsAgree(weightNorm, { d, k }, bound)).toBe(true);
});
