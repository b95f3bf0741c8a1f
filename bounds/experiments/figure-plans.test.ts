import { describe, expect, test } from "vitest";
import { CAMPAIGN_GRID, type FigureGrid, SMALL_GRID } from "./figure-grid.js";
import { plansOf } from "./figure-plans.js";

const of = { psi: "relu", initialisation: "he", coefficients: "gaussian" } as const;
const none = { d: null, k: null, depth: null };
const asIs = { networks: null, inputs: null };

const GRIDS: readonly FigureGrid[] = [
  { d: [5, 3], k: [7], depth: [2, 1], networks: 4, inputs: 9 },
  { d: [3], k: [7, 6], depth: [1], networks: 8, inputs: 2, pairs: 0 },
];

/** Depth, d, k, networks and inputs of each. */
const told = (plans: ReturnType<typeof plansOf>) =>
  plans.map(({ point: { depth, d, k }, networks, inputs }) => [depth, d, k, networks, inputs]);

describe("the points of a grid", () => {
  test("are all combinations, each once, as the first part that names them has it", () => {
    expect(plansOf(GRIDS, none, asIs, of)).toEqual([
      { point: { ...of, depth: 2, d: 5, k: 7 }, networks: 4, inputs: 9 },
      { point: { ...of, depth: 2, d: 3, k: 7 }, networks: 4, inputs: 9 },
      { point: { ...of, depth: 1, d: 5, k: 7 }, networks: 4, inputs: 9 },
      { point: { ...of, depth: 1, d: 3, k: 7 }, networks: 4, inputs: 9 },
      { point: { ...of, depth: 1, d: 3, k: 6 }, networks: 8, inputs: 2, pairs: 0 },
    ]);
  });

  test("have other counts where those are asked for", () => {
    expect(told(plansOf(GRIDS, none, { networks: 1, inputs: null }, of)).map((plan) => plan.slice(3))).toEqual([
      [1, 9],
      [1, 9],
      [1, 9],
      [1, 9],
      [1, 2],
    ]);
    expect(plansOf(GRIDS, none, { networks: null, inputs: 5 }, of).at(-1)).toMatchObject({ networks: 8, inputs: 5 });
  });

  test("are 192 of the small one, and 586 of the committed one", () => {
    // 4·8·6; 12·6 + 6 + 1 on the diagonal, 7·13·6 on curves, of which 7·6 are on both, and 3.
    expect(plansOf(SMALL_GRID, none, asIs, of)).toHaveLength(192);
    const plans = told(plansOf(CAMPAIGN_GRID, none, asIs, of));
    expect(plans).toHaveLength(79 + 546 - 42 + 3);
    expect(plans[0]).toEqual([1, 5, 5, 100, 100]);
    expect(plans.at(-1)).toEqual([1, 1e6, 1e7, 1, 100]);
  });
});

describe("where a list is asked for", () => {
  test.each([
    [
      { ...none, d: [9, 8] },
      [
        [1, 9, 6],
        [1, 9, 7],
        [1, 8, 6],
        [1, 8, 7],
        [2, 9, 6],
        [2, 9, 7],
        [2, 8, 6],
        [2, 8, 7],
      ],
    ],
    [
      { ...none, k: [1] },
      [
        [1, 3, 1],
        [1, 5, 1],
        [2, 3, 1],
        [2, 5, 1],
      ],
    ],
    [
      { ...none, depth: [4] },
      [
        [4, 3, 6],
        [4, 3, 7],
        [4, 5, 6],
        [4, 5, 7],
      ],
    ],
    [{ d: [2], k: [1], depth: [3] }, [[3, 2, 1]]],
  ])("%j stands for the grid's own, whose union in order is the rest", (lists, points) => {
    const plans = plansOf(GRIDS, lists, asIs, of);
    expect(told(plans)).toEqual(points.map((point) => [...point, 100, 100]));
    expect(plans.some((plan) => "pairs" in plan)).toBe(false);
  });

  test("counts are those asked for, or 100", () => {
    expect(told(plansOf(GRIDS, { d: [2], k: [1], depth: [3] }, { networks: 7, inputs: 6 }, of))).toEqual([
      [3, 2, 1, 7, 6],
    ]);
  });

  test("10,000 points are as many as there may be", () => {
    const list = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
    expect(plansOf(GRIDS, { d: list(100), k: list(50), depth: [1, 2] }, asIs, of)).toHaveLength(10_000);
    expect(() => plansOf(GRIDS, { d: list(73), k: list(137), depth: [1] }, asIs, of)).toThrow(
      new RangeError("--d, --k and --depth make 10001 points; they must make at most 10000"),
    );
    expect(() => plansOf(GRIDS, { d: list(1667), k: [1, 2, 3], depth: [1, 2] }, asIs, of)).toThrow(
      new RangeError("--d, --k and --depth make 10002 points; they must make at most 10000"),
    );
  });
});
