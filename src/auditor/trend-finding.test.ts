import { describe, expect, test } from "vitest";
import type { ClaimOf, Relation } from "./claim.js";
import { madeUp } from "./testing/made-up.js";
import { type TrendPointLimits, trendFinding } from "./trend-finding.js";

const parameters = [
  { name: "d", symbol: "" },
  { name: "k", symbol: "κ" },
];
const cell = { d: 10, k: 3 };
const HOW = { method: "sampled", draws: 20, alpha: 0.01 } as const;

/** What is found where the values at sizes 10 and 1000 lie between two ends, by which the exponent does in units of 1/2. */
function found(
  ends: readonly (readonly [lower: number, upper: number])[],
  bound: number,
  { relation = "<=", resolution = 0 }: { relation?: Relation; resolution?: number } = {},
  first: Readonly<Record<string, number>> = cell,
) {
  const claim = madeUp({ kind: "trend", parameters, relation });
  if (claim.kind !== "trend") throw new Error("no trend");
  const followed: ClaimOf<"trend"> = claim;
  const points: TrendPointLimits[] = ends.map(([lower, upper]) => ({ lower, upper, middle: Math.sqrt(lower * upper) }));
  const grid = [
    { size: 10, cell: first },
    { size: 1000, cell: { ...first, d: 1000 } },
  ];
  return trendFinding(
    { claim: followed, cell, parts: { grid, printedExponent: -0.5, resolution }, points },
    bound,
    HOW,
  );
}

/** Exponents between −1 and 1/2: values 1 to 10, then 0.1 to 10. */
const WIDE = [
  [1, 10],
  [0.1, 10],
] as const;
/** Exactly 0. */
const FLAT = [
  [1, 1],
  [1, 1],
] as const;

describe("an exponent", () => {
  test.each([
    ["<=", 0.6, "supported"],
    ["<=", 0.4, "inconclusive"],
    ["<=", -1.1, "refuted"],
    [">=", -1.1, "supported"],
    [">=", -0.9, "inconclusive"],
    [">=", 0.6, "refuted"],
  ] as const)("between −1 and 1/2 is %s %d: %s", (relation, bound, verdict) => {
    expect(found(WIDE, bound, { relation }).verdict).toBe(verdict);
  });

  test.each([
    ["<=", 0, "supported"],
    [">=", 0, "supported"],
    ["<=", -0.01, "refuted"],
    [">=", 0.01, "refuted"],
  ] as const)("that is known to be 0 is %s %d: %s", (relation, bound, verdict) => {
    expect(found(FLAT, bound, { relation }).verdict).toBe(verdict);
  });

  test.each([
    [-0.25, 0.8, "supported"],
    [-0.25, 0.7, "inconclusive"],
    [0.25, 0.5, "inconclusive"],
    [0.25, 1.3, "supported"],
    [0.8, 0.25, "refuted"],
    [-1.5, 0.25, "refuted"],
  ])("between −1 and 1/2 is %d up to %d: %s", (bound, tolerance, verdict) => {
    expect(found(WIDE, bound, { relation: "=", resolution: tolerance }).verdict).toBe(verdict);
  });
});

test("a finding has the limits at the sizes, the exponents that they allow, and how they were found", () => {
  const { verdict, ...row } = found(WIDE, 0.6);
  expect(verdict).toBe("supported");
  expect(row).toMatchObject({
    ...HOW,
    bound: 0.6,
    grid: [10, 1000],
    gridLower: [1, 0.1],
    gridUpper: [10, 10],
    exponent: expect.closeTo(-0.25, 12),
    observedQuantile: expect.closeTo(-0.25, 12),
    exponentLower: expect.closeTo(-1, 12),
    exponentUpper: expect.closeTo(0.5, 12),
    printedExponent: -0.5,
    failureRate: null,
    mean: null,
  });
  const open = found(
    [
      [0, Infinity],
      [0.1, Infinity],
    ],
    0.6,
  );
  expect(open).toMatchObject({
    gridLower: [0, 0.1],
    gridUpper: [null, null],
    exponentLower: null,
    exponentUpper: null,
  });
});

describe("the reason", () => {
  test.each([
    [0.6, "<=", "within at most 0.6"],
    [0.4, "<=", "which does not settle at most 0.4"],
    [-1.2, "<=", "beyond at most -1.2"],
    [-1.2, ">=", "within at least -1.2"],
  ] as const)("says what the exponent is, was printed as and was held to: %d", (bound, relation, says) => {
    expect(found(WIDE, bound, { relation }).reason).toBe(
      `over sizes 10, 1000 the exponent lies between -1 and 0.5 (printed -0.5), ${says}`,
    );
  });

  test("says up to what an equality is held", () => {
    expect(found(FLAT, 0, { relation: "=", resolution: 0.05 }).reason).toBe(
      "over sizes 10, 1000 the exponent lies between 0 and 0 (printed -0.5), within 0.05 of 0",
    );
  });

  test("says on which side an exponent is open", () => {
    const reason = (ends: readonly (readonly [number, number])[]) => found(ends, 0.6).reason;
    expect(
      reason([
        [1, Infinity],
        [0.1, 10],
      ]),
    ).toContain("the exponent is at most 0.5 (");
    expect(
      reason([
        [0, 10],
        [1, 10],
      ]),
    ).toContain("the exponent is at least -0.5 (");
    expect(
      reason([
        [0, Infinity],
        [1, 10],
      ]),
    ).toContain("the exponent is open on both sides (");
  });

  test("has where the grid begins, if that is beyond the cell, by symbols or names", () => {
    const begins = (first: Readonly<Record<string, number>>) => found(FLAT, 0, {}, first).reason.split("over sizes")[0];
    expect(begins(cell)).toBe("");
    expect(begins({ d: 20, k: 3 })).toBe("the grid begins at d = 20, beyond the cell's d = 10: ");
    expect(begins({ d: 20, k: 4 })).toBe("the grid begins at d = 20, κ = 4, beyond the cell's d = 10, κ = 3: ");
  });

  test("has large sizes by their leading digits", () => {
    const claim = madeUp({ kind: "trend", parameters });
    if (claim.kind !== "trend") throw new Error("no trend");
    const sizes = [999_999, 1e6, 123_456_789];
    const grid = sizes.map((size) => ({ size, cell }));
    const points = sizes.map(() => ({ lower: 1, upper: 1, middle: 1 }));
    const parts = { grid, printedExponent: 0, resolution: 0 };
    expect(trendFinding({ claim, cell, parts, points }, 0, HOW).reason).toContain(
      "over sizes 999999, 1e6, 1.23e8 the exponent",
    );
  });
});

test("values that are known exactly and lie at the bound refute nothing, whatever is rounded", () => {
  const exactly = [
    [1, 1],
    [100, 100],
  ] as const;
  expect(found(exactly, 1, { relation: ">=" }).verdict).not.toBe("refuted");
  expect(found(exactly, 1, { relation: "<=" }).verdict).not.toBe("refuted");
  expect(found(exactly, 1 + 1e-12, { relation: ">=" }).verdict).toBe("refuted");
});
