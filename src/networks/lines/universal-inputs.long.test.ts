import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import type { Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { drawSphereInput } from "../dense-input.js";
import { transposedProduct } from "../dense-products.js";
import { value } from "../dense-value.js";
import { valuesOf } from "../line.js";
import { runningStreams } from "../testing/running-streams.js";
import { drawUniversalInputs, type UniversalInputsSetting } from "./universal-inputs.js";

/** Two samples of one law differ by more with probability at most 1e-10 (Dvoretzky, Kiefer, Wolfowitz, Massart). */
const DRAWS = 12_000;
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);
const ETAS = [0.7, -1.6] as const;

/** f(x_1), …, the same after each step, and ‖g‖. */
type Seen = { readonly norm: number; readonly before: number[]; readonly after: number[][] };
type Law = (setting: UniversalInputsSetting, random: Streams) => Seen;

const law: Law = (setting, random) => {
  const { directionNorm, at } = drawUniversalInputs(setting, random);
  return {
    norm: directionNorm,
    before: at.map((input) => input.value),
    after: at.map((input) => valuesOf(input, ETAS)),
  };
};

const dense: Law = ({ psi: activation, d, k, inputs }, random) => {
  const network = drawDenseNetwork({ psi: activation, d, k }, random);
  const g = new Float64Array(d);
  transposedProduct(
    g,
    network.weights[0],
    network.coefficients.map((a) => a / Math.sqrt(k)),
  );
  const points = Array.from({ length: inputs }, (_, j) =>
    drawSphereInput(d, Math.sqrt(d), (name) => random(`${name}${j}`)),
  );
  return {
    norm: Math.hypot(...g),
    before: points.map((x) => value(network, x)),
    after: points.map((x) =>
      ETAS.map((eta) =>
        value(
          network,
          x.map((t, i) => t + eta * g[i]),
        ),
      ),
    ),
  };
};

/** Joint statistics of the first and the last input. */
const STATISTICS: Readonly<Record<string, (seen: Seen) => number>> = {
  "f(x₁)·f(x₂)": ({ before }) => before[0] * before[before.length - 1],
  "f(x₁) − f(x₂)": ({ before }) => before[0] - before[before.length - 1],
  "‖g‖": ({ norm }) => norm,
  "Δ₁·Δ₂": ({ before, after }) => (after[0][0] - before[0]) * (after[after.length - 1][0] - before[before.length - 1]),
  "Δ₁ − η‖g‖²/2": ({ before, after, norm }) => after[0][0] - before[0] - (ETAS[0] * norm * norm) / 2,
  "f(x₁ + η₁g) − f(x₂ + η₂g)": ({ after }) => after[0][0] - after[after.length - 1][1],
  "Δ₁ − Δ₂": ({ before, after }) => after[0][1] - before[0] - (after[after.length - 1][1] - before[before.length - 1]),
};

function distances(setting: UniversalInputsSetting, changed: Law = law): Map<string, number> {
  const sampled = (seed: string, draw: Law) => {
    const { psi: activation, d, k, inputs } = setting;
    const random = runningStreams(seed, { psi: activation.id, d, k, inputs });
    const seen = Array.from({ length: DRAWS }, () => draw(setting, random));
    return Object.values(STATISTICS).map((statistic) =>
      Float64Array.from(seen, (draws) => Math.round(statistic(draws) * 1e8) / 1e8),
    );
  };
  const [first, second] = [sampled("dense", dense), sampled("law", changed)];
  return new Map(Object.keys(STATISTICS).map((name, i) => [name, distanceBetween(first[i], second[i])]));
}

describe("several inputs along the universal direction", () => {
  test.each([
    { psi: relu, d: 1, k: 1, inputs: 2 },
    { psi: relu, d: 2, k: 8, inputs: 2 },
    { psi: tanh, d: 3, k: 3, inputs: 3 },
    { psi: softplus, d: 8, k: 2, inputs: 2 },
    { psi: relu, d: 2, k: 4, inputs: 4 },
  ])("are as dense networks: $activation.id d=$d k=$k, $inputs inputs", (setting) => {
    for (const [statistic, distance] of distances(setting)) expect(distance, statistic).toBeLessThan(THRESHOLD);
  });

  const setting = { psi: relu, d: 2, k: 8, inputs: 2 };
  const mutants: Readonly<Record<string, Law>> = {
    "inputs of different networks": (same, random) => {
      const [one, two] = [law(same, random), law(same, random)];
      return { norm: one.norm, before: [one.before[0], two.before[1]], after: [one.after[0], two.after[1]] };
    },
    "the step of a wider space": (same, random) => {
      const { norm, before, after } = law({ ...same, d: 3 }, random);
      return { norm, before, after };
    },
    "the same input twice": (same, random) => {
      const { norm, before, after } = law(same, random);
      return { norm, before: [before[0], before[0]], after: [after[0], after[0]] };
    },
  };
  test.each(Object.entries(mutants))("are not mistaken for %s", (_, mutant) => {
    expect(Math.max(...distances(setting, mutant).values())).toBeGreaterThan(THRESHOLD);
  });

  test("refuse a number of inputs that is none", () => {
    const random = runningStreams("1", {});
    for (const inputs of [0, 1.5, 2 ** 17, Number.NaN])
      expect(() => drawUniversalInputs({ ...setting, inputs }, random)).toThrow(/inputs is .* must be an integer/);
  });
});
