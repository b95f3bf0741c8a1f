import { expect, test } from "vitest";
import { verdictOfLaw } from "./verdict-of-law.js";

test.each([
  [-3, -2, "supported"],
  [-2, -2, "supported"],
  [-3, -1.5, "inconclusive"],
  [-2, -1, "inconclusive"],
  [-1, -1, "inconclusive"],
  [-1, -0.5, "inconclusive"],
  [-0.9, -0.5, "refuted"],
  [-Infinity, -Infinity, "supported"],
  [-Infinity, 0, "inconclusive"],
])("a probability between e^%d and e^%d, of which e^−2 to e^−1 may be allowed: %s", (logLower, logUpper, verdict) => {
  expect(verdictOfLaw({ logLower, logUpper }, { logLower: -2, logUpper: -1 })).toBe(verdict);
});

test("what is exactly allowed is allowed", () => {
  expect(verdictOfLaw({ logLower: -2, logUpper: -2 }, { logLower: -2, logUpper: -2 })).toBe("supported");
});
