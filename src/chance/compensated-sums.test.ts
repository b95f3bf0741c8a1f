import { expect, it, test } from "vitest";

import { addTo, compensatedSums, totalOf } from "./compensated-sums.js";

it("keeps what a plain sum would lose, each sum for itself", () => {
  const sums = compensatedSums(2);
  const large = [1, 1e100, 1, -1e100];
  for (let n = 0; n < 1e5; n++) addTo(sums, (i) => (i === 0 ? (large[n] ?? 0) : 0.1));
  expect(totalOf(sums, 0)).toBe(2);
  expect(totalOf(sums, 1)).toBe(1e4);
});

test("sums keep what rounding takes, whichever of both is larger", () => {
  const sums = compensatedSums(3);
  for (const terms of [
    [1, 1e100, 0.1],
    [1e100, 1, 0.2],
    [1, -1e100, 0.3],
    [-1e100, 1, -0.6],
  ])
    addTo(sums, (i) => terms[i]);
  expect([0, 1, 2].map((i) => totalOf(sums, i))).toEqual([2, 2, 2.7755575615628914e-17]);
});
