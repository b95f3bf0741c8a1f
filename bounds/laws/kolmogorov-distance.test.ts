import { catalogue } from "lemmacheck/activations";
import type { Bounds } from "lemmacheck/networks";
import { logNormalUpperTail } from "lemmacheck/probability";
import { describe, expect, test } from "vitest";
import { distanceToNormal, kolmogorovDistance } from "./kolmogorov-distance.js";

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
