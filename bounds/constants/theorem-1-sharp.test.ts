import { resolveActivation } from "lemmacheck/activations";
import { oneStep } from "lemmacheck/networks";
import { type Experiment, holdsWithProbability } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { flipsSign } from "../parts/flips-sign.js";
import { sharpLeastDimension, sharpLeastWidth, sharpMargin, sharpStep } from "./theorem-1-sharp.js";

const tanh = resolveActivation("tanh");
const ways = ["nets", "operator norm"] as const;

describe.each(ways)("Theorem 1 with nothing given away, by %s", (argument) => {
  test("has room from its least sizes on, and none just below them", () => {
    for (const psi of [tanh, resolveActivation("softplus"), resolveActivation("sin(3*t)")]) {
      for (const gamma of [0.5, 0.01, 1e-12]) {
        const least = sharpLeastWidth(psi, gamma, argument);
        expect(sharpLeastDimension(psi, least / 1.001, gamma, argument)).toBe(Infinity);
        for (const wider of [1.01, 1.5, 10, 1e4]) {
          const k = wider * least;
          const d = sharpLeastDimension(psi, k, gamma, argument);
          expect(sharpMargin(psi, { k, d: d / 1.001, gamma }, argument)).toBeLessThanOrEqual(0);
          for (const more of [1, 1.01, 2, 100, 1e12])
            expect(sharpMargin(psi, { k, d: more * d, gamma }, argument)).toBeGreaterThan(0);
        }
      }
    }
  });

  test("needs as little as the limit says: all but √(2 log(8/γ))·σ goes as k and d grow", () => {
    const gamma = 0.1;
    const limit =
      sharpStep(tanh).C3 * Math.sqrt(Math.log(10)) - Math.sqrt(tanh.gaussian.secondMoment.value * 2 * Math.log(80));
    expect(sharpMargin(tanh, { k: 1e40, d: 1e80, gamma }, argument) / limit).toBeCloseTo(1, 6);
  });
});

// mpmath, 25 digits, from the four events in the docstring: moments of tanh by quadrature, Bernstein's variance 3(R/d)².
test.each([
  [1e5, 1e5, 0.1, 0.702348860432317, 2.40940131651735],
  [1e8, 3e4, 0.1, 0.978380885449928, -10.408259370045],
  [1e12, 3e4, 0.1, 0.669518833386178, -1282.77798832169],
  [1e10, 1e6, 1e-12, 7.6719720081083, -34.9117769852218],
])("has every term of the margin of tanh at k = %d, d = %d, γ = %d", (k, d, gamma, nets, norm) => {
  expect(sharpMargin(tanh, { k, d, gamma }, "nets")).toBeCloseTo(nets, 8);
  expect(sharpMargin(tanh, { k, d, gamma }, "operator norm") / norm).toBeCloseTo(1, 8);
});

test("nets reach widths exponential in d, ‖W‖ alone those up to d²", () => {
  const d = sharpLeastDimension(tanh, 1e12, 0.1, "nets");
  expect(d).toBeLessThan(3e4);
  expect(sharpLeastDimension(tanh, 1e12, 0.1, "operator norm")).toBeGreaterThan(10 * d);
});

// 1 − γ at a level of 1e-10 each; sizes near the least of each argument.
describe.each([
  ["nets", "tanh", 60_000, 0.1],
  ["operator norm", "tanh", 600, 0.1],
  ["operator norm", "softplus", 200, 0.1],
] as const)("the sign flips at the least sizes by %s: %s, k = %i, γ = %d", (argument, id, k, gamma) => {
  const psi = resolveActivation(id);
  const d = Math.ceil(sharpLeastDimension(psi, k, gamma, argument));
  const { C3, C4 } = sharpStep(psi);
  const root = Math.sqrt(-Math.log(gamma));
  const flips =
    (step: number): Experiment =>
    (_, random) => {
      const { value, gradientNorm, at } = oneStep.draw({ psi, d, k }, random);
      const flipped = flipsSign(
        { value, stepNorm: gradientNorm, at },
        { eta: (step * C3 * root) / gradientNorm ** 2, limit: C4 * root },
      );
      return flipped === 1;
    };

  test("with the step of the theorem", async () => {
    expect((await holdsWithProbability(flips(1), 1 - gamma)).verdict).toBe("supported");
  });

  test("and not with an eighth of it", async () => {
    expect((await holdsWithProbability(flips(1 / 8), 1 - gamma)).verdict).toBe("refuted");
  });
});

test("nothing is shown where moments are not known, or so few neurons or inputs that g may be 0", () => {
  const unknown = { ...tanh, valueMoments: null };
  const sizes = { k: 1e9, d: 1e9, gamma: 0.1 };
  for (const argument of ways) {
    expect(sharpMargin(tanh, sizes, argument)).toBeGreaterThan(-Infinity);
    expect(sharpMargin(unknown, sizes, argument)).toBe(-Infinity);
    expect(sharpMargin({ ...tanh, derivativeMoments: null }, sizes, argument)).toBe(-Infinity);
    expect(sharpMargin(tanh, { ...sizes, k: 5 }, argument)).toBe(-Infinity);
    expect(sharpMargin(tanh, { ...sizes, d: 10 }, argument)).toBe(-Infinity);
    expect(sharpMargin(tanh, { ...sizes, d: 1 }, argument)).toBe(-Infinity);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("margins at many sizes, and the least sizes", () => {
  const activations = [tanh, resolveActivation("softplus"), resolveActivation("sin(3*t)")];
  const margins = activations.flatMap((psi) =>
    ways.flatMap((argument) =>
      [
        [300, 40, 0.5],
        [1e5, 1e5, 0.1],
        [1e12, 3e4, 0.1],
        [1e10, 1e6, 1e-12],
        [1e40, 1e80, 1e-300],
      ].map(([k, d, gamma]) => [psi.id, argument, k, d, gamma, sharpMargin(psi, { k, d, gamma }, argument)]),
    ),
  );
  const least = ways.flatMap((argument) =>
    [0.5, 1e-12].map((gamma) => {
      const k = sharpLeastWidth(tanh, gamma, argument);
      return [argument, gamma, k, [1, 2, 1e4].map((wider) => sharpLeastDimension(tanh, wider * k, gamma, argument))];
    }),
  );
  expect(exactLines([...activations.map(sharpStep), ...margins, ...least])).toMatchSnapshot();
});
