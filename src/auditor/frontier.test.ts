import { describe, expect, test } from "vitest";
import type { Given } from "../samplers/parameters.js";
import { defineClaim } from "./define-claim.js";
import { frontier } from "./frontier.js";
import { nothing } from "./nothing.js";

type Sizes = Given<"d" | "k" | "gamma">;

/** A claim that says something where its bound 1 is below `trivial`, and a hypothesis holds. */
const claimWith = (trivial: (given: Sizes) => number, leastD: (given: Sizes) => number = () => 1) =>
  defineClaim({
    id: "made-up",
    label: "Made up",
    kind: "step",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters: ["d", "k", "gamma"],
    hypotheses: [{ latex: "d", parameter: "d", least: leastD }],
    draw: nothing,
    observed: () => 0,
    relation: "<=",
    trivial,
    forms: { printed: { bound: ({ gamma }) => (gamma < 1e-3 ? null : 1) } },
    cells: [{ d: [1], k: [1], gamma: [0.5] }],
    mutants: { none: { observed: () => 2, at: { d: 1, k: 1, gamma: 0.5 } } },
  });

const cell = { d: 1, k: 1, gamma: 0.5 };

describe("frontier", () => {
  test("finds whole sizes exactly while they are small", () => {
    const claim = claimWith(
      ({ k }) => k / 12,
      () => 16.5,
    );
    expect(frontier(claim, cell)).toMatchObject({ form: "printed", d: { d: 17 }, k: { k: 13 } });
  });

  test("finds sizes far beyond 2^53 to a thousandth, each with a partner that will do", () => {
    const claim = claimWith(
      ({ d, k }) => (k >= 1e21 && k <= d ** 2 ? 2 : 0),
      () => 3e19,
    );
    const found = frontier(claim, cell);
    for (const [least, name] of [
      [3e19, "d"],
      [1e21, "k"],
    ] as const) {
      const size = found?.[name]?.[name] ?? NaN;
      expect(size).toBeGreaterThanOrEqual(least);
      expect(size).toBeLessThan(1.001 * least);
    }
    expect(found?.d?.k).toBeGreaterThanOrEqual(1e21);
    expect(found?.k?.d).toBeGreaterThanOrEqual(3e19);
  });

  test("a smaller size has no partner", () => {
    // d·k ≥ 100 and k ≤ 7: d ≥ 15, since 14·7 = 98.
    const claim = claimWith(({ d, k }) => (d * k >= 100 && k <= 7.5 ? 2 : 0));
    expect(frontier(claim, cell)?.d?.d).toBe(15);
  });

  test("is empty where the bound is undefined, vacuous or out of reach", () => {
    const says = claimWith(() => 2);
    expect(frontier(says, { ...cell, gamma: 1e-4 })).toMatchObject({ d: null, k: null });
    expect(
      frontier(
        claimWith(() => 1),
        cell,
      ),
    ).toMatchObject({ d: null, k: null });
    expect(
      frontier(
        claimWith(
          () => 2,
          () => 1e61,
        ),
        cell,
      ),
    ).toMatchObject({ d: null, k: null });
  });

  test("is not asked of claims without sizes", () => {
    const { parameters: _, ...rest } = claimWith(() => 2);
    expect(frontier({ ...rest, parameters: ["gamma"] }, { gamma: 0.5 })).toBeNull();
  });

  test("refuses a cell that does not fit", () => {
    expect(() =>
      frontier(
        claimWith(() => 2),
        { d: 1, k: 1, gamma: 2 },
      ),
    ).toThrow(/gamma is 2; it must be/);
  });
});
