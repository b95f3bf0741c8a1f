import { expect, test } from "vitest";
import { deviationOverNetworks, shareOf } from "./deviation-over-networks.js";

const resolved = { unresolved: 0, unresolvedInPairs: 0 };

/** Counts as they are expected when a network switches a share of 0.2 or of 0.9, each half of the time. */
const mixed = (inputs: number) => {
  const [samples, pairs] = [1e6, 1e6];
  const both = (0.2 ** 2 + 0.9 ** 2) / 2;
  return {
    ...resolved,
    samples,
    switched: 0.55 * samples,
    pairs,
    one: 2 * (0.55 - both) * pairs,
    both: both * pairs,
    inputs,
  };
};

test("is the deviation of a mean over inputs that share a network", () => {
  // Var of the network's own share is 0.35², what is left of each input's on average (0.16 + 0.09)/2.
  for (const n of [1, 2, 100]) {
    const { estimate, lower, upper, clamped } = deviationOverNetworks(mixed(n), 1e-4);
    expect(estimate).toBeCloseTo(Math.sqrt(0.35 ** 2 + 0.125 / n), 10);
    expect(lower).toBeLessThan(estimate);
    expect(upper).toBeGreaterThan(estimate);
    expect(upper - lower).toBeLessThan(0.02);
    expect(clamped).toBe(false);
  }
});

test("is at least the binomial part, and says when the pairs gave less", () => {
  // Inputs that avoid each other, which those of one network cannot.
  const found = deviationOverNetworks(
    { ...resolved, samples: 100, switched: 50, pairs: 100, one: 80, both: 10, inputs: 100 },
    1e-4,
  );
  expect(found.clamped).toBe(true);
  expect(found.estimate).toBeCloseTo(0.05, 10);
  expect(found.lower).toBeLessThanOrEqual(0.05);
});

test("needs no pairs where a network has one input", () => {
  const found = deviationOverNetworks(
    { ...resolved, samples: 400, switched: 100, pairs: 0, one: 0, both: 0, inputs: 1 },
    1e-4,
  );
  expect(found.estimate).toBeCloseTo(Math.sqrt(3) / 4, 12);
  expect(found.lower).toBeLessThan(found.estimate);
  expect(found.upper).toBeGreaterThan(found.estimate);
});

test("has limits that hold whatever unresolved inputs are", () => {
  const { samples, pairs, one, both, ...rest } = mixed(100);
  // A tenth of the inputs that are switched, in pairs each on its own, is not seen to be.
  const hidden = 0.1;
  const unseen = {
    ...rest,
    samples,
    switched: (1 - hidden) * rest.switched,
    unresolved: hidden * rest.switched,
    pairs,
    one: one * (1 - hidden) + both * 2 * hidden * (1 - hidden),
    both: both * (1 - hidden) ** 2,
    unresolvedInPairs: hidden * (one + 2 * both),
  };
  const { estimate } = deviationOverNetworks(mixed(100), 1e-4);
  const { lower, upper } = deviationOverNetworks(unseen, 1e-4);
  expect(lower).toBeLessThan(estimate);
  expect(upper).toBeGreaterThan(estimate);
  expect(deviationOverNetworks({ ...unseen, ...resolved }, 1e-4).upper).toBeLessThan(estimate);
});

test("shares have limits that hold them", () => {
  const { estimate, lower, upper } = shareOf(30, 100, 1e-3);
  expect(estimate).toBe(0.3);
  expect(lower).toBeGreaterThan(0.1);
  expect(upper).toBeLessThan(0.55);
  expect(shareOf(100, 100, 1e-3).upper).toBe(1);
});
