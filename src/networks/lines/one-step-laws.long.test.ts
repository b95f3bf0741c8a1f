import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import type { Streams } from "../../chance/streams.js";
import type { Setting } from "../setting.js";
import { type Direction, denseStep } from "../testing/dense-step.js";
import { type BiasMutation, mutantBiasStep } from "../testing/mutant-bias-step.js";
import { type Mutation, mutantStep } from "../testing/mutant-step.js";
import { runningStreams } from "../testing/running-streams.js";
import { type SeenStep, STATISTIC_NAMES, sampleStatistics } from "../testing/statistics-of-step.js";
import { drawBiasStep } from "./bias-step.js";
import { drawOneStep } from "./one-step.js";
import { drawUniversalStep } from "./universal-step.js";

/**
 * Two samples of one law, 12 000 draws each, differ by more than THRESHOLD = 0.0638, twice the distance of Dvoretzky,
 * Kiefer, Wolfowitz and Massart at 0.5e-10, with probability at most 1e-10. In return a law at twice that distance is
 * missed with probability at most 1e-10. A normal statistic with a standard deviation 30 % too large is at the
 * threshold, at 72 % it is surely caught; `one-step-parts.long.test.ts` has 9 % and 18 %, and identities to rounding.
 */
const DRAWS = 12_000;
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);

type Law = (setting: Setting, random: Streams) => SeenStep;

const LAWS: Readonly<Record<Direction, Law>> = {
  gradient: (setting, random) => {
    const draw = drawOneStep(setting, random);
    return { value: draw.value, norm: draw.gradientNorm, after: (eta) => draw.at([eta])[0].value, ray: draw.ray() };
  },
  universal: (setting, random) => {
    const draw = drawUniversalStep(setting, random);
    return { value: draw.value, norm: draw.directionNorm, after: (eta) => draw.at([eta])[0].value, ray: draw.ray() };
  },
  projected: (setting, random) => {
    const draw = drawBiasStep({ bias: 1, ...setting }, random);
    return {
      value: draw.value,
      norm: draw.projectedGradientNorm,
      otherNorm: draw.gradientNorm,
      after: (eta) => draw.at([eta])[0].value,
      ray: draw.ray(),
    };
  },
};

function samples(seed: string, setting: Setting, direction: Direction, law: Law) {
  const { psi: activation, d, k, norm = -1, bias, coefficients = "rademacher" } = setting;
  const random = runningStreams(seed, {
    psi: activation.id,
    d,
    k,
    norm,
    bias: bias ?? Number.NaN,
    coefficients,
    direction,
  });
  return sampleStatistics(DRAWS, () => law(setting, random));
}

const name = ({ psi, ...rest }: Setting) => `${psi.id} ${JSON.stringify(rest)}`;
const denseSamples = new Map<string, ReturnType<typeof samples>>();

/** The distance between dense draws, kept for the mutants of a setting, and those of a law, by statistic. */
function distances(setting: Setting, direction: Direction, law = LAWS[direction]) {
  const key = `${direction} ${name(setting)}`;
  const dense =
    denseSamples.get(key) ?? samples("dense", setting, direction, (same, random) => denseStep(same, direction, random));
  denseSamples.set(key, dense);
  const drawn = samples("law", setting, direction, law);
  return new Map(STATISTIC_NAMES.map((statistic, i) => [statistic, distanceBetween(dense[i], drawn[i])]));
}

function expectSame(setting: Setting, direction: Direction): void {
  for (const [statistic, distance] of distances(setting, direction))
    expect(distance, statistic).toBeLessThan(THRESHOLD);
}

const named = (settings: readonly Setting[]) => settings.map((setting) => [name(setting), setting] as const);
const gaussian = "gaussian";

describe("gradient", () => {
  test.each(
    named([
      { psi: relu, d: 1, k: 1 },
      { psi: softplus, d: 1, k: 1, coefficients: gaussian },
      { psi: tanh, d: 1, k: 4, norm: 2 },
      { psi: relu, d: 1, k: 4 },
      { psi: tanh, d: 2, k: 1 },
      { psi: relu, d: 7, k: 1, coefficients: gaussian },
      { psi: softplus, d: 2, k: 2, norm: 0.5 },
      { psi: relu, d: 2, k: 2 },
      { psi: relu, d: 2, k: 8 },
      { psi: tanh, d: 3, k: 8, coefficients: gaussian },
      { psi: softplus, d: 3, k: 8 },
      { psi: relu, d: 5, k: 5, norm: 1 },
      { psi: tanh, d: 5, k: 5 },
      { psi: softplus, d: 8, k: 3, coefficients: gaussian, norm: 4 },
      { psi: tanh, d: 8, k: 2 },
      { psi: tanh, d: 3, k: 3, norm: 0 },
    ]),
  )("%s", (_, setting) => {
    expectSame(setting, "gradient");
  });
});

describe("universal direction", () => {
  test.each(
    named([
      { psi: tanh, d: 1, k: 4, coefficients: gaussian },
      { psi: relu, d: 2, k: 1 },
      { psi: relu, d: 3, k: 8, coefficients: gaussian },
      { psi: softplus, d: 5, k: 5, norm: 1 },
      { psi: tanh, d: 8, k: 2 },
    ]),
  )("%s", (_, setting) => {
    expectSame(setting, "universal");
  });
});

describe("bias unit, projected gradient", () => {
  test.each(
    named([
      { psi: tanh, d: 1, k: 3, bias: -2, norm: 0 },
      { psi: relu, d: 2, k: 1 },
      { psi: softplus, d: 2, k: 4, bias: 3, coefficients: gaussian },
      { psi: tanh, d: 3, k: 3, norm: 0, bias: 1 },
      { psi: relu, d: 3, k: 8, norm: 1, bias: 0 },
      { psi: tanh, d: 5, k: 5, norm: 1, bias: -1 },
      { psi: softplus, d: 8, k: 2, coefficients: gaussian },
      { psi: tanh, d: 3, k: 2, norm: 0, bias: 0 },
    ]),
  )("%s", (_, setting) => {
    expectSame(setting, "projected");
  });
});

describe("wrong laws are caught", () => {
  const mutant =
    (mutation: Mutation): Law =>
    (setting, random) =>
      mutantStep(setting, random, mutation);
  const [wide, square, tall]: readonly Setting[] = [
    { psi: relu, d: 2, k: 8 },
    { psi: tanh, d: 3, k: 3 },
    { psi: softplus, d: 8, k: 3 },
  ];

  test("the copy that is mutated is the law, to the last bit", () => {
    for (const setting of [wide, square, tall]) {
      const [copy, law] = [mutant({}), LAWS.gradient].map((draw) => draw(setting, runningStreams("copy", {})));
      expect([copy.value, copy.norm, ...copy.ray.v]).toEqual([law.value, law.norm, ...law.ray.v]);
    }
  });

  test.each<[string, Setting, Mutation]>([
    ["a dropped projection", square, { projection: false }],
    ["a dropped projection, d < k", wide, { projection: false }],
    ["√d for d in α", square, { dimension: { alpha: Math.sqrt(3) } }],
    ["√d for d in h²", square, { dimension: { h: Math.sqrt(3) } }],
    ["√d for d in the factor of ξ", { ...wide, psi: tanh, d: 8, norm: 0 }, { dimension: { spread: Math.sqrt(8) } }],
    ["k for d in the factor of ξ", wide, { dimension: { spread: 8 } }],
    ["one degree of χ² too many", wide, { extraDegrees: 1 }],
    ["one degree of χ² too many, d = 3", square, { extraDegrees: 1 }],
    ["one degree of χ² too few", square, { extraDegrees: -1 }],
    ["ξ reused", wide, { xi: "reused" }],
    ["half the variance of ξ", { ...square, norm: 0 }, { dimension: { spread: 6 } }],
    ["a ξ of its own for each η", wide, { anew: true }],
  ])("%s", (_, setting, mutation) => {
    expect(Math.max(...distances(setting, "gradient", mutant(mutation)).values())).toBeGreaterThan(THRESHOLD);
  });

  test("marginals do not tell that each η has a ξ of its own", () => {
    const found = distances(wide, "gradient", mutant({ anew: true }));
    for (const marginal of ["f(x)", "‖g‖", "f(η₁)", "f(η₂)"]) expect(found.get(marginal)).toBeLessThan(THRESHOLD);
  });

  test("universal direction: the gradient in its place", () => {
    expect(Math.max(...distances(square, "universal", LAWS.gradient).values())).toBeGreaterThan(THRESHOLD);
  });

  const biased: Setting = { psi: tanh, d: 3, k: 3, norm: 1, bias: 1.5 };

  test("the copy of the law with a bias unit is the law, to the last bit", () => {
    const [copy, law] = [(same: Setting, random: Streams) => mutantBiasStep(same, random, {}), LAWS.projected].map(
      (draw) => draw(biased, runningStreams("copy", {})),
    );
    expect([copy.value, copy.norm, copy.otherNorm]).toEqual([law.value, law.norm, law.otherNorm]);
    expect(copy.ray.v).toEqual(law.ray.v);
  });

  test.each<[string, Setting, BiasMutation]>([
    ["one degree of χ² too many", biased, { extraDegrees: 1 }],
    ["y without ζ", biased, { y: "shrunk" }],
    ["the step not projected", biased, { y: "unprojected" }],
    ["the bias weights' ζ not that of y", { ...biased, d: 2, k: 1, bias: 1 }, { zeta: "fresh" }],
  ])("bias unit: %s", (_, setting, mutation) => {
    const law: Law = (same, random) => mutantBiasStep(same, random, mutation);
    expect(Math.max(...distances(setting, "projected", law).values())).toBeGreaterThan(THRESHOLD);
  });
});
