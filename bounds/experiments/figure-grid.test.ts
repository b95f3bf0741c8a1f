import { expect, test } from "vitest";
import { CAMPAIGN_GRID, SMALL_GRID } from "./figure-grid.js";

const depth = [1, 2, 3, 4, 5, 6];
const curves = [5, 10, 50, 100, 1000, 10_000, 1_000_000];

test("the small grid", () => {
  expect(SMALL_GRID).toEqual([
    { d: [5, 20, 100, 1000], k: [5, 10, 20, 50, 100, 200, 500, 1000], depth, networks: 10, inputs: 100 },
  ]);
});

test("the committed grid: the diagonal, larger ones without a band, then curves of widths with fewer networks", () => {
  const diagonal = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];
  expect(CAMPAIGN_GRID).toEqual([
    ...diagonal.map((size) => ({ d: [size], k: [size], depth, networks: 100, inputs: 100 })),
    { d: [1e6], k: [1e6], depth, networks: 100, inputs: 100, pairs: 0 },
    { d: [1e7], k: [1e7], depth: [1], networks: 100, inputs: 100, pairs: 0 },
    { d: curves, k: [5, 10, 20, 50], depth, networks: 10, inputs: 100 },
    { d: curves, k: [100, 200, 500, 1000], depth, networks: 4, inputs: 100 },
    { d: curves, k: [2000, 5000, 10_000], depth, networks: 2, inputs: 100 },
    { d: curves, k: [100_000, 1_000_000], depth, networks: 1, inputs: 100, pairs: 0 },
    { d: [1000, 10_000, 1_000_000], k: [1e7], depth: [1], networks: 1, inputs: 100, pairs: 0 },
  ]);
});
