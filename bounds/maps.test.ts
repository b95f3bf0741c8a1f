import type { Json } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../src/numbers/testing/exactly.js";
import { theoremTwoLogConstants } from "./constants/theorem-2-constants.js";
import { FIGURE_SCHEMA } from "./experiments/figure-row.js";
import { mapsWith } from "./maps.js";
import { superscript } from "./superscript.js";

const [tanh, relu] = ["tanh", "relu"].map((id) => resolveActivation(id));
const [theorem1, theorem2, others] = mapsWith([]);
const texts = mapsWith([]).map(({ x, y, claims, at, regions, notes }) => [
  [x.name, y.name],
  claims,
  at,
  regions?.map(({ title, role }) => [role, title]),
  notes,
]);

// Pinned to the last bit: an error bound that changes must be seen.
test("the maps, their texts, and which of many points each region has", () => {
  const sizes = [1, 2, 9, 10, 50, 51, 1000, 1e6, 1000001, 1e9, 1e12, 1e16, 1e20, 1e30, 1e36, 1e40, 1e60];
  const found = [theorem1, theorem2, others].flatMap(({ at, regions }) =>
    (regions ?? []).flatMap(({ title, holds }) =>
      [0.1, 0.9].map((gamma) => {
        const psi = at?.psi === "tanh" ? tanh : relu;
        const inside = sizes.map((d) => sizes.map((k) => (holds({ psi, d, k, gamma }) ? "x" : ".")).join(""));
        return [title, gamma, inside.join(" ")];
      }),
    ),
  );
  expect(exactLines([...texts, ...found])).toMatchSnapshot();
});

test("Case 2 begins beyond every map: C₂ is 10 to the 400 252", () => {
  expect(theorem2.notes?.[0]).toContain("C₂ = 10⁴⁰⁰²⁵²:");
  expect(theoremTwoLogConstants().logC2 / Math.LN10).toBeCloseTo(400_252, -1);
  expect(superscript("1234567890")).toBe("¹²³⁴⁵⁶⁷⁸⁹⁰");
});

describe("where one step was enough in practice", () => {
  const line = (more: Readonly<Record<string, Json>>): Json => ({
    schema: 1,
    psi: "tanh",
    gamma: 0.1,
    depth: 1,
    initialisation: "fan-in",
    coefficients: "rademacher",
    pairs: [],
    least: 40,
    ...more,
  });
  const point = (d: number, k: number, fractionLower: number, more: Readonly<Record<string, Json>> = {}): Json => ({
    schema: FIGURE_SCHEMA,
    figure: "1",
    d,
    k,
    depth: 1,
    samples: 100,
    switched: 99,
    fraction: 0.99,
    fractionLower,
    fractionUpper: 1,
    fractionDeviation: null,
    etaMean: null,
    etaDeviation: null,
    gradientNormMean: null,
    gradientNormDeviation: null,
    psi: "tanh",
    initialisation: "fan-in",
    coefficients: "rademacher",
    ...more,
  });
  /** The region of Theorem 1 that is there besides, at points (d, k). */
  function seen(records: readonly Json[], points: readonly (readonly [d: number, k: number])[]) {
    const [map] = mapsWith(records);
    if (map.regions?.length === theorem1.regions?.length) return null;
    const { title, role, holds } = map.regions?.[0] ?? { title: "", role: "", holds: () => false };
    expect([title, role]).toEqual([
      "one step was enough in draws with tanh, from the least sizes on beyond which it always was (|η| < 20, probability 0.9)",
      "practice",
    ]);
    return points.map(([d, k]) => holds({ psi: tanh, d, k, gamma: 0.1 }));
  }

  test("is from the least d = k of a line on", () => {
    const points = [
      [40, 40],
      [39, 40],
      [40, 39],
      [1e9, 1e9],
    ] as const;
    expect(seen([line({})], points)).toEqual([true, false, false, true]);
    expect(seen([line({ gamma: 0.05 })], points)).toEqual([true, false, false, true]);
    expect(seen([line({}), line({ least: 30 })], points)).toEqual([true, true, true, true]);
  });

  test("is nowhere by a line of another ψ, depth, law or larger γ, or one that has found none", () => {
    for (const more of [
      { psi: "relu" },
      { depth: 2 },
      { coefficients: "gaussian" },
      { gamma: 0.11 },
      { least: null },
      { schema: 2 },
    ])
      expect(seen([line(more)], [])).toBeNull();
  });

  test("is from points on that were enough, and all larger ones too", () => {
    const points = [
      [10, 10],
      [10, 50],
      [50, 50],
      [9, 10],
      [10, 9],
    ] as const;
    expect(seen([point(10, 10, 0.9)], points)).toEqual([true, true, true, false, false]);
    expect(seen([point(10, 10, 0.89)], points)).toBeNull();
    // 50, 50 was not enough, nor then 10, 10 in its wake; 50, 10 is not beyond it.
    expect(seen([point(10, 10, 1), point(50, 50, 0.5)], points)).toBeNull();
    expect(seen([point(10, 10, 1), point(50, 5, 0.5)], points)).toEqual([true, true, true, false, false]);
    expect(seen([point(10, 10, 1), point(5, 50, 0.5)], points)).toEqual([true, true, true, false, false]);
    expect(seen([point(10, 10, 1), point(10, 50, 0.5)], points)).toBeNull();
    expect(seen([point(10, 10, 1, { psi: "relu" })], points)).toBeNull();
    expect(seen([point(10, 10, 1, { depth: 2 })], points)).toBeNull();
    expect(seen([point(10, 10, 1), line({ least: 5 })], points)).toEqual([true, true, true, true, true]);
  });
});
