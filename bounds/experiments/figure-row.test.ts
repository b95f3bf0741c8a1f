import { describe, expect, test } from "vitest";
import { deviationOverNetworks, shareOf } from "./deviation-over-networks.js";
import { FIGURE_SCHEMA, FIGURES, figureRow } from "./figure-row.js";

const point = { psi: "relu", d: 5, k: 6, depth: 2, initialisation: "he", coefficients: "gaussian" } as const;
const plan = { point, networks: 4, inputs: 10 };

const first = {
  samples: 4,
  switched: 1,
  unresolved: 1,
  eta: 2,
  etaSquared: 4,
  norm: 4,
  normSquared: 6,
  milliseconds: 1.5,
};
const second = {
  samples: 6,
  switched: 2,
  unresolved: 1,
  eta: 4,
  etaSquared: 10,
  norm: 6,
  normSquared: 13,
  milliseconds: 2.5,
};
const pairs = [
  { pairs: 20, one: 5, both: 3, unresolved: 2, milliseconds: 10 },
  { pairs: 10, one: 4, both: 1, unresolved: 1, milliseconds: 20 },
];

test("three figures are read from the same draws", () => {
  expect(FIGURES).toEqual(["1", "2a", "2b"]);
  expect(FIGURE_SCHEMA).toBe(1);
});

test("a point is what its ranges come to together", () => {
  const deviation = deviationOverNetworks(
    { samples: 10, switched: 3, unresolved: 2, pairs: 30, one: 9, both: 4, unresolvedInPairs: 3, inputs: 10 },
    2.5e-4,
  );
  expect(figureRow("2a", plan, "seed", { samples: [first, second], pairs })).toEqual({
    schema: 1,
    figure: "2a",
    ...point,
    networks: 4,
    inputs: 10,
    samples: 10,
    switched: 3,
    fraction: 0.3,
    // 1e-3 of both sides together; the upper limit as if the unresolved were switched.
    fractionLower: shareOf(3, 10, 5e-4).lower,
    fractionUpper: shareOf(5, 10, 5e-4).upper,
    fractionDeviation: deviation.estimate,
    fractionDeviationLower: deviation.lower,
    fractionDeviationUpper: deviation.upper,
    fractionDeviationClamped: deviation.clamped,
    pairs: 30,
    // 6/3, and √((14 − 3·2²)/2).
    etaMean: 2,
    etaDeviation: 1,
    // 10/10, and √((19 − 10)/9).
    gradientNormMean: 1,
    gradientNormDeviation: 1,
    gap: 0.2,
    seed: "seed",
    milliseconds: 34,
  });
});

describe("as long as something is not there", () => {
  test("a point without samples is none, with pairs or without", () => {
    expect(figureRow("1", plan, "seed", { samples: [], pairs })).toBeNull();
    expect(figureRow("1", plan, "seed", { samples: [{ ...first, samples: 0 }], pairs: [] })).toBeNull();
  });

  test("without pairs there is no deviation over networks, unless a network has one input", () => {
    const unknown = {
      fractionDeviation: null,
      fractionDeviationLower: null,
      fractionDeviationUpper: null,
      fractionDeviationClamped: null,
      pairs: 0,
    };
    expect(figureRow("1", plan, "seed", { samples: [first], pairs: [] })).toMatchObject(unknown);
    const pair = { pairs: 1, one: 1, both: 0, unresolved: 0, milliseconds: 0 };
    expect(figureRow("1", plan, "seed", { samples: [first], pairs: [pair] })).toMatchObject({
      fractionDeviation: expect.any(Number),
      pairs: 1,
    });
    const one = figureRow("1", { ...plan, inputs: 1 }, "seed", { samples: [first], pairs: [] });
    // √(¼·¾)
    expect(one?.fractionDeviation).toBeCloseTo(Math.sqrt(3) / 4, 12);
    expect(one?.fractionDeviationClamped).toBe(false);
  });

  test("without switched samples there is no smallest |η|, and of one no deviation", () => {
    const none = { ...first, switched: 0, unresolved: 0, eta: 0, etaSquared: 0 };
    expect(figureRow("1", plan, "seed", { samples: [none], pairs: [] })).toMatchObject({
      etaMean: null,
      etaDeviation: null,
      fraction: 0,
      gap: 0,
    });
    expect(figureRow("1", plan, "seed", { samples: [first], pairs: [] })).toMatchObject({
      etaMean: 2,
      etaDeviation: null,
    });
  });

  test.each(["norm", "normSquared"])("where a sum of %s is beyond doubles its mean is unknown", (name) => {
    const beyond = { ...second, [name]: null };
    for (const samples of [
      [first, beyond],
      [beyond, first],
    ])
      expect(figureRow("1", plan, "seed", { samples, pairs: [] })).toMatchObject({
        gradientNormMean: null,
        gradientNormDeviation: null,
        etaMean: 2,
      });
  });
});

test("a deviation that rounding brings below 0 is 0", () => {
  const equal = { ...first, switched: 2, eta: 2, etaSquared: 2 - 1e-15 };
  expect(figureRow("1", plan, "seed", { samples: [equal], pairs: [] })?.etaDeviation).toBe(0);
});
