import { catalogue, defineActivation } from "lemmacheck/activations";
import type { Bounds } from "lemmacheck/networks";
import { logNormalUpperTail } from "lemmacheck/probability";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { type DistanceEffort, distanceToNormal, kolmogorovDistance } from "./kolmogorov-distance.js";

const psi = (id: string) => catalogue.find((activation) => activation.id === id)!;

function expectAround({ lower, upper }: Bounds, truth: number, width = 1.02): void {
  expect(lower).toBeLessThanOrEqual(truth * (1 + 1e-9));
  expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
  expect(upper / lower).toBeLessThan(width);
}

describe("the distance to a normal law", () => {
  test("of another normal law, by its closed form", () => {
    // Φ(z) − Φ(z/r) is largest at z² = 2 log(r)/(1 − 1/r²).
    const r = 1.3;
    const z = Math.sqrt((2 * Math.log(r)) / (1 - 1 / r ** 2));
    const truth = Math.exp(logNormalUpperTail(z / r)) - Math.exp(logNormalUpperTail(z));
    const tail = (t: number) => {
      const log = Math.LN2 + logNormalUpperTail(t / r);
      return { logLower: log, logUpper: log };
    };
    expectAround(kolmogorovDistance(tail, 1), truth);
  });

  test("of a sign: Φ(1) − 1/2, at the jump; of sums of signs: half the atom at 0", () => {
    expectAround(distanceToNormal(psi("sign"), 1, 1), 0.3413447460685429);
    // C(2m, m)/4^m/2 for k = 2m.
    expectAround(distanceToNormal(psi("sign"), 2, 1), 1 / 4);
    expectAround(distanceToNormal(psi("sign"), 10, 1), 252 / 2048);
  });

  test("of one or two ReLUs: half the atom at 0", () => {
    for (const k of [1, 2, 3]) expectAround(distanceToNormal(psi("relu"), k, Math.SQRT1_2), 2 ** -(k + 1));
  });

  test("is 0 for a Gaussian sum, to what its law is known", () => {
    const { lower, upper } = distanceToNormal(psi("identity"), 10, 1, { evaluations: 4000 });
    expect(lower).toBeLessThan(1e-10);
    expect(upper).toBeLessThan(3e-4);
  });

  test("of a sum of few evaluations encloses that of many", () => {
    const [few, many] = [60, 1000].map((evaluations) =>
      distanceToNormal(psi("tanh"), 16, Math.sqrt(psi("tanh").gaussian.secondMoment.value), { evaluations }),
    );
    expect(few.lower).toBeLessThanOrEqual(many.upper);
    expect(few.upper).toBeGreaterThanOrEqual(many.lower);
    expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower);
  });
});

/** A law that is wider than N(0, 1) by r, and how often its tail is asked for. */
function wider(r: number) {
  let calls = 0;
  const tail = (t: number) => {
    calls++;
    const log = Math.LN2 + logNormalUpperTail(t / r);
    return { logLower: log - 1e-12, logUpper: log + 1e-12 };
  };
  return { tail, calls: () => calls };
}

// Pinned to the last bit: an error bound that changes must be seen.
test("distances at several efforts, and what they cost", () => {
  const efforts: readonly (readonly [number, DistanceEffort | undefined])[] = [
    [1.3, undefined],
    [1.3, { evaluations: 0 }],
    [1.3, { evaluations: 33 }],
    [1.3, { evaluations: 34 }],
    [1.3, { evaluations: 60 }],
    [1.3, { evaluations: 4000, tolerance: 1e-4 }],
    [1.3, { tolerance: 0.5 }],
    [0.7, { evaluations: 60 }],
    [1, { evaluations: 60 }],
    [1e6, { evaluations: 40 }],
    [1e-6, { evaluations: 200 }],
  ];
  const found = efforts.map(([r, effort]) => {
    const { tail, calls } = wider(r);
    return [r, effort, kolmogorovDistance(tail, 1, effort), calls()];
  });
  const places: readonly (readonly [string, number, number])[] = [
    ["sign", 7, 1],
    ["sign", 8, 1 + 5e-10],
    ["sign", 8, 1 - 5e-10],
    ["sign", 1, 1 + 2e-9],
    ["relu", 5, Math.SQRT1_2],
    ["relu", 5, 1],
  ];
  const laws = places.map(([id, k, sigma]) => [
    id,
    k,
    sigma,
    distanceToNormal(psi(id), k, sigma, { evaluations: 100 }),
  ]);
  expect(exactLines([...found, ...laws])).toMatchSnapshot();
});

test("an atom that is off by a hair is told from one that is not: σ within 1e-9 is that of the law", () => {
  const [own, near, far] = [1, 1 + 9e-10, 1 + 2e-9].map((sigma) => distanceToNormal(psi("sign"), 8, sigma));
  expect(near.lower).toBeLessThan(own.lower);
  expect(near.upper).toBeGreaterThan(own.upper);
  expect(near.upper - near.lower).toBeLessThan(1e-9);
  expect(far.upper - far.lower).toBeGreaterThan(1e-4);
  // A distance is not below 0, however large n.
  expect(distanceToNormal(psi("sign"), 2 ** 53, 1 + 9e-10).lower).toBeGreaterThan(0);
});

test("the law of f(x) must be computed", () => {
  const mine = defineActivation({ id: "mine", value: (t) => t ** 3, derivative: (t) => 3 * t ** 2 });
  expect(() => distanceToNormal(mine, 3, 1)).toThrow(
    new RangeError("psi is mine; the law of f(x) must be computed for it"),
  );
});
