import { describe, expect, test } from "vitest";
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

describe("limits, by hand from those of the shares,", () => {
  const spread = (p: number) => p * (1 - p);
  /** Of 1000 samples with 50 unresolved, and 1000 pairs with 20 unresolved inputs. */
  const at = (switched: number, one: number) => {
    const counts = { samples: 1000, switched, unresolved: 50, pairs: 1000, one, both: 10, unresolvedInPairs: 20 };
    const limits = deviationOverNetworks({ ...counts, inputs: 10 }, 1e-3);
    return {
      ...limits,
      p: { low: shareOf(switched, 1000, 1e-3).lower, high: shareOf(switched + 50, 1000, 1e-3).upper },
      q: {
        low: shareOf(Math.max(0, one - 20), 1000, 1e-3).lower,
        high: shareOf(Math.min(1000, one + 20), 1000, 1e-3).upper,
      },
    };
  };
  const deviation = (binomial: number, q: number) => Math.sqrt(binomial / 10 + 0.9 * Math.max(0, binomial - q / 2));

  test("have the smaller spread of p below, and the larger above", () => {
    const [few, many] = [at(100, 60), at(850, 60)];
    expect(few.p.high).toBeLessThan(0.5);
    expect(few.lower).toBeCloseTo(deviation(spread(few.p.low), few.q.high), 12);
    expect(few.upper).toBeCloseTo(deviation(spread(few.p.high), few.q.low), 12);
    expect(many.p.low).toBeGreaterThan(0.5);
    expect(many.lower).toBeCloseTo(deviation(spread(many.p.high), many.q.high), 12);
    expect(many.upper).toBeCloseTo(deviation(spread(many.p.low), many.q.low), 12);
  });

  test("have ¼ above where p may be ½", () => {
    const half = at(450, 60);
    expect(half.upper).toBeCloseTo(deviation(0.25, half.q.low), 12);
  });

  test("take no more pairs than there are, nor fewer than none", () => {
    for (const one of [10, 990]) {
      const { upper, lower, p, q } = at(450, one);
      expect(upper).toBeCloseTo(deviation(0.25, q.low), 12);
      expect(lower).toBeCloseTo(deviation(Math.min(spread(p.low), spread(p.high)), q.high), 12);
    }
  });
});

test("is not said to be clamped at a covariance of 0, nor where a network has one input", () => {
  const counts = { ...resolved, samples: 100, switched: 50, pairs: 100 };
  const clamped = (one: number, both: number, inputs: number) =>
    deviationOverNetworks({ ...counts, one, both, inputs }, 1e-3).clamped;
  // p = ½, and q/2 = ¼ or 0.4.
  expect([clamped(50, 25, 2), clamped(80, 10, 2), clamped(80, 10, 1)]).toEqual([false, true, false]);
});

test("shares have limits that hold them", () => {
  const { estimate, lower, upper } = shareOf(30, 100, 1e-3);
  expect(estimate).toBe(0.3);
  expect(lower).toBeGreaterThan(0.1);
  expect(upper).toBeLessThan(0.55);
  expect(shareOf(100, 100, 1e-3).upper).toBe(1);
});
