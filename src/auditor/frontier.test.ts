import { describe, expect, test } from "vitest";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { frontier } from "./frontier.js";
import { gamma } from "./gamma.js";
import { nothing } from "./nothing.js";
import { type GivenOf, parameter } from "./parameter.js";

const d = parameter({ name: "d", domain: integers(1, 2 ** 53), size: true });
const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });

type Sizes = GivenOf<readonly [typeof d, typeof k, typeof gamma]>;

/** A claim that says something where its bound 1 is below `trivial`, and a hypothesis holds. */
const claimWith = (trivial: (given: Sizes) => number, leastD: (given: Sizes) => number = () => 1) =>
  defineClaim({
    id: "made-up",
    label: "Made up",
    kind: "step",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters: [d, k, gamma],
    hypotheses: [{ latex: "d", parameter: d, least: leastD }],
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
    expect(frontier(claim, cell)).toMatchObject({ form: "printed", least: { d: { d: 17 }, k: { k: 13 } } });
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
      const size = found?.least[name]?.[name] ?? NaN;
      expect(size).toBeGreaterThanOrEqual(least);
      expect(size).toBeLessThan(1.001 * least);
    }
    expect(found?.least.d?.k).toBeGreaterThanOrEqual(1e21);
    expect(found?.least.k?.d).toBeGreaterThanOrEqual(3e19);
  });

  test("a smaller size has no partner", () => {
    // d·k ≥ 100 and k ≤ 7: d ≥ 15, since 14·7 = 98.
    const claim = claimWith(({ d, k }) => (d * k >= 100 && k <= 7.5 ? 2 : 0));
    expect(frontier(claim, cell)?.least.d?.d).toBe(15);
  });

  test("is empty where the bound is undefined, vacuous or out of reach", () => {
    const says = claimWith(() => 2);
    expect(frontier(says, { ...cell, gamma: 1e-4 })).toMatchObject({ least: { d: null, k: null } });
    expect(
      frontier(
        claimWith(() => 1),
        cell,
      ),
    ).toMatchObject({ least: { d: null, k: null } });
    expect(
      frontier(
        claimWith(
          () => 2,
          () => 1e61,
        ),
        cell,
      ),
    ).toMatchObject({ least: { d: null, k: null } });
  });

  test("is not asked of claims without sizes", () => {
    const { parameters: _, hypotheses: __, ...rest } = claimWith(() => 2);
    expect(frontier({ ...rest, parameters: [gamma], hypotheses: [] }, { gamma: 0.5 })).toBeNull();
  });

  test("of three sizes keeps those beside the one that is looked for equal", () => {
    const m = parameter({ name: "m", domain: integers(1, 2 ** 53), size: true });
    const claim = defineClaim({
      id: "three",
      label: "Three",
      kind: "step",
      quote: "",
      latex: "",
      nonClaims: [],
      parameters: [d, k, m],
      hypotheses: [],
      draw: nothing,
      observed: () => 0,
      relation: "<=",
      trivial: ({ d, k, m }) => Math.min(d / 5, k / 7, m / 9),
      forms: { printed: { bound: () => 1 } },
      cells: [{ d: [1], k: [1], m: [1] }],
      mutants: { none: { observed: () => 2, at: { d: 1, k: 1, m: 1 } } },
    });
    const found = frontier(claim, { d: 1, k: 1, m: 1 });
    expect([found?.least.d?.d, found?.least.k?.k, found?.least.m?.m]).toEqual([6, 8, 10]);
  });

  test("says nothing below a domain, nor where every failure is allowed", () => {
    const n = parameter({ name: "n", domain: integers(5, 1e5), size: true });
    const tail = (allows: (size: number) => number) =>
      defineClaim({
        id: "tail",
        label: "Tail",
        kind: "whp",
        quote: "",
        latex: "",
        nonClaims: [],
        parameters: [n],
        hypotheses: [],
        draw: nothing,
        observed: () => 0,
        relation: "<=",
        trivial: () => Infinity,
        allows: (given) => allows(given.n),
        forms: { printed: { bound: () => 1 } },
        cells: [{ n: [5] }],
        mutants: { none: { bound: () => -1, at: { n: 5 } } },
      });
    expect(
      frontier(
        tail(() => 0.5),
        { n: 5 },
      )?.least.n?.n,
    ).toBe(5);
    expect(
      frontier(
        tail((size) => 16 / (size + 0.5)),
        { n: 5 },
      )?.least.n?.n,
    ).toBe(16);
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
