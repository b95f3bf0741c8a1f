import { readFileSync } from "node:fs";
import { DEFAULT_SEED } from "lemmacheck";
import { catalogue } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { shareOf } from "./deviation-over-networks.js";
import { countSamples } from "./figure-counts.js";
import { CAMPAIGN_GRID } from "./figure-grid.js";
import { jobsOf } from "./figure-jobs.js";
import { plansOf } from "./figure-plans.js";
import { labelOf } from "./figure-point.js";
import { type FigureRow, figureRow } from "./figure-row.js";
import { limitLaw } from "./limit-law.js";
import { denseShares } from "./testing/dense-shares.js";

const relu = catalogue.find((psi) => psi.id === "relu")!;
const committed = (name: string): readonly FigureRow[] =>
  readFileSync(new URL(`../../docs/figures/${name}/points.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** A false alarm on either side; limits of the rows themselves fail more often than a test may. */
const ALPHA = 1e-10;

/** The law of large d and k, held against a row: limits of the fraction, means within six of their standard errors. */
function expectLimit(row: FigureRow, slack: number) {
  const limit = limitLaw(relu, { depth: row.depth, gain: row.initialisation === "he" ? 2 : 1 })!;
  const { lower, upper } = shareOf(row.switched, row.samples, ALPHA);
  expect(limit.fraction).toBeGreaterThanOrEqual(lower - slack);
  expect(limit.fraction).toBeLessThanOrEqual(upper + slack);
  for (const [mean, deviation, n, to] of [
    [row.etaMean!, row.etaDeviation!, row.switched, limit.eta],
    [row.gradientNormMean!, row.gradientNormDeviation!, row.samples, limit.gradientNorm],
  ])
    expect(Math.abs(mean - to)).toBeLessThan((6 * deviation) / Math.sqrt(n) + slack * to);
}

describe.each(["he", "fan-in"] as const)("docs/figures/%s", (initialisation) => {
  const rows = committed(initialisation);
  const plans = plansOf(
    CAMPAIGN_GRID,
    { d: null, k: null, depth: null },
    { networks: null, inputs: null },
    { psi: "relu", initialisation, coefficients: "rademacher" },
  );

  test("has the points of the grid, with no more samples than it asks for", () => {
    expect(rows.map(labelOf)).toEqual(plans.map(({ point }) => labelOf(point)));
    for (const [i, row] of rows.entries()) {
      expect({ networks: row.networks, inputs: row.inputs, seed: row.seed }).toEqual({
        networks: plans[i].networks,
        inputs: plans[i].inputs,
        seed: DEFAULT_SEED,
      });
      expect(row.samples).toBeLessThanOrEqual(row.networks * row.inputs);
      expect(row.fractionLower).toBeLessThanOrEqual(row.fraction);
      expect(row.fractionUpper).toBeGreaterThanOrEqual(row.fraction);
    }
  });

  test("tends to the limit of large d and k", () => {
    // What is left of d and k: about L/√k of the variances.
    for (const row of rows.filter(({ d, k }) => d >= 1e6 && k >= 1e6)) expectLimit(row, 0.01);
  });

  test.each([
    { d: 5, k: 5, depth: 1 },
    { d: 10, k: 10, depth: 2 },
    { d: 10, k: 5, depth: 3 },
    { d: 5, k: 20, depth: 2 },
  ])("agrees with dense networks at d = $d, k = $k, L = $depth", (at) => {
    const row = rows.find(({ d, k, depth }) => d === at.d && k === at.k && depth === at.depth)!;
    const { psi, d, k, depth, coefficients } = row;
    const found = denseShares({ psi, d, k, depth, initialisation, coefficients }, 1500, 1);
    const dense = shareOf(
      found.reduce((sum, share) => sum + share, 0),
      found.length,
      ALPHA,
    );
    const ours = shareOf(row.switched, row.samples, ALPHA);
    expect(ours.lower).toBeLessThanOrEqual(dense.upper);
    expect(dense.lower).toBeLessThanOrEqual(ours.upper);
  });

  // Where draws move, `npm run figures` is to be run anew.
  test.each([
    { d: 5, k: 10, depth: 1 },
    { d: 50, k: 20, depth: 2 },
    { d: 1000, k: 5000, depth: 2 },
    { d: 1_000_000, k: 100, depth: 3 },
  ])("is what is drawn today at d = $d, k = $k, L = $depth", (at) => {
    const row = rows.find(({ d, k, depth }) => d === at.d && k === at.k && depth === at.depth)!;
    const plan = plans.find(({ point }) => labelOf(point) === labelOf(row))!;
    expect(row.samples).toBe(plan.networks * plan.inputs);
    const samples = jobsOf([plan], DEFAULT_SEED).flatMap(({ payload }) =>
      payload.of === "samples" ? [countSamples(payload, {})] : [],
    );
    const again = figureRow("all", plan, DEFAULT_SEED, { samples, pairs: [] })!;
    const { switched, etaMean, etaDeviation, gradientNormMean, gradientNormDeviation, gap } = row;
    expect(again).toMatchObject({ switched, etaMean, etaDeviation, gradientNormMean, gradientNormDeviation, gap });
  });
});

test("docs/figures/billion: what L = 6 and k = d = 10⁹ come to agrees with the limit", () => {
  const [row, ...others] = committed("billion");
  expect(others).toEqual([]);
  expect({ d: row.d, k: row.k, depth: row.depth }).toEqual({ d: 1e9, k: 1e9, depth: 6 });
  expect(row.samples).toBeGreaterThanOrEqual(300);
  expectLimit(row, 1e-3);
});
