import { expect, it } from "vitest";
import { addTo, compensatedSums, totalOf } from "./compensated-sums.js";

it("keeps what a plain sum would lose, each sum for itself", () => {
  const sums = compensatedSums(2);
  const large = [1, 1e100, 1, -1e100];
  for (let n = 0; n < 1e5; n++) addTo(sums, (i) => (i === 0 ? (large[n] ?? 0) : 0.1));
  expect(totalOf(sums, 0)).toBe(2);
  expect(totalOf(sums, 1)).toBe(1e4);
});
