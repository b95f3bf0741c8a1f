import { expect, it } from "vitest";
import { addTo, compensatedSums, totalOf } from "./compensated-sums.js";

it("keeps what a plain sum would lose, each sum for itself", () => {
  const sums = compensatedSums(2);
  for (const term of [1, 1e100, 1, -1e100]) addTo(sums, 0, term);
  for (let i = 0; i < 1e5; i++) addTo(sums, 1, 0.1);
  expect(totalOf(sums, 0)).toBe(2);
  expect(totalOf(sums, 1)).toBe(1e4);
});
