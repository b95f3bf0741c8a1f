import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import type { Streams } from "../../chance/streams.js";
import { logChiSquareTails } from "../../numbers/chi-square-tail.js";
import type { Setting } from "../setting.js";
import { type Direction, denseStep } from "../testing/dense-step.js";
import { type Mutation, mutantStep } from "../testing/mutant-step.js";
import { runningStreams } from "../testing/running-streams.js";
import type { SeenStep } from "../testing/statistics-of-step.js";
import { drawOneStep } from "./one-step.js";
import { gradientWeights } from "./one-step-layer.js";
import { drawUniversalStep } from "./universal-step.js";

/**
 * The law taken apart: whatever draws a step, from (u, v, ‖g‖) and s one can solve for the χ² variable and for ξ across
 * s, and these must have their exact laws and be independent of each other and of u. Dense draws and those of the law
 * both pass, so they are one law as far as these tests see; each goes wrong by chance with probability at most 1e-10.
 * At the threshold, 0.0199, a normal variable has a standard deviation 9 % too large; at 18 % it is surely caught.
 */
const DRAWS = 30_000;
const THRESHOLD = dkwDistance(DRAWS, 1e-10);

const normalCdf = (t: number) => erfc(-t / Math.SQRT2) / 2;
const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, t, i) => sum + t * y[i], 0);
/** The fractional part of a sum of independent uniform variables is uniform again, and independent of each of them. */
const wrap = (...uniforms: readonly number[]) => uniforms.reduce((sum, t) => (sum + t) % 1, 0);

type Draw = (setting: Setting, random: Streams) => SeenStep;

/** ‖s‖², and the parts of one draw as uniform variables; null behind a dead layer, where there is no step. */
function parts({ d, norm: r = Math.sqrt(d) }: Setting, { ray, norm }: SeenStep, s: Float64Array) {
  const { u, v } = ray;
  const sNormSquared = dot(s, s);
  if (sNormSquared === 0) return null;
  const y = u.map((t) => (Math.sqrt(d) / r) * t);
  const alpha = dot(y, s) / d;
  const hSquared = norm * norm - alpha * alpha * d;
  const chi = Math.exp(logChiSquareTails(d - 1, (d * hSquared) / sNormSquared - (d - 1)).logLower);
  const xi = v.map(
    (t, i) => ((t - alpha * y[i] - (s[i] * hSquared) / sNormSquared) * Math.sqrt(d)) / Math.sqrt(hSquared),
  );
  /** ξ along what is left of a vector that is independent of it, across s. */
  const along = (vector: Float64Array) => {
    const across = vector.map((t, i) => t - (dot(vector, s) / sNormSquared) * s[i]);
    return normalCdf(dot(across, xi) / Math.sqrt(dot(across, across)));
  };
  const first = normalCdf(y[0]);
  // Never along s itself: for ReLU s may have one entry that is not 0.
  const least = s.reduce((best, t, i) => (Math.abs(t) < Math.abs(s[best]) ? i : best), 0);
  const [axis, turning] = [along(s.map((_, i) => (i === least ? 1 : 0))), along(u)];
  return {
    // s·v = ‖g‖² exactly, which is to say s·ξ = 0.
    residual: Math.abs(dot(s, v) / (norm * norm) - 1),
    uniforms: {
      "χ²": chi,
      "ξ along an axis": axis,
      "ξ along u": turning,
      "χ² with ξ": wrap(chi, axis),
      "χ² with u": wrap(chi, first),
      "ξ with u": wrap(axis, first),
      "χ² with ξ and u": wrap(chi, turning, first),
    },
  };
}

/** The distance of each part from its law, and the largest residual. */
function takeApart(setting: Setting, direction: Direction, draw: Draw, seed: string) {
  const { psi: activation, d, k, norm = -1, coefficients = "rademacher" } = setting;
  const random = runningStreams(seed, { psi: activation.id, d, k, norm, coefficients, direction });
  const samples = new Map<string, Float64Array>();
  let worst = 0;
  for (let n = 0; n < DRAWS; ) {
    const seen = draw(setting, random);
    const { a, u } = seen.ray;
    const s = direction === "universal" ? a.map((t) => t / Math.sqrt(k)) : gradientWeights(activation, { a, u });
    const found = parts(setting, seen, s);
    if (!found) continue;
    worst = Math.max(worst, found.residual);
    for (const [name, t] of Object.entries(found.uniforms)) {
      if (!samples.has(name)) samples.set(name, new Float64Array(DRAWS));
      samples.get(name)![n] = t;
    }
    n++;
  }
  const distances = new Map([...samples].map(([name, sample]) => [name, distanceToLaw(sample, (t) => t)]));
  return { worst, distances };
}

const LAWS: Readonly<Record<"gradient" | "universal", Draw>> = {
  gradient: (setting, random) => {
    const { value, gradientNorm, at, ray } = drawOneStep(setting, random);
    return { value, norm: gradientNorm, after: (eta) => at([eta])[0].value, ray: ray() };
  },
  universal: (setting, random) => {
    const { value, directionNorm, at, ray } = drawUniversalStep(setting, random);
    return { value, norm: directionNorm, after: (eta) => at([eta])[0].value, ray: ray() };
  },
};

const SETTINGS: readonly ["gradient" | "universal", Setting][] = [
  ["gradient", { psi: relu, d: 2, k: 4 }],
  ["gradient", { psi: tanh, d: 3, k: 7, coefficients: "gaussian", norm: 3 }],
  ["gradient", { psi: softplus, d: 6, k: 2 }],
  ["universal", { psi: tanh, d: 4, k: 4, coefficients: "gaussian", norm: 1 }],
];

describe.each(
  SETTINGS.map(([direction, setting]) => [direction, setting.psi.id, setting.d, setting.k, setting] as const),
)("%s, %s, d = %i, k = %i", (direction, _id, _d, _k, setting) => {
  test.each<[string, Draw]>([
    ["dense", (same, random) => denseStep(same, direction, random)],
    ["law", LAWS[direction]],
  ])("%s", (seed, draw) => {
    const { worst, distances } = takeApart(setting, direction, draw, seed);
    expect(worst).toBeLessThan(1e-9);
    for (const [name, distance] of distances) expect(distance, name).toBeLessThan(THRESHOLD);
  });
});

describe("wrong laws are caught", () => {
  const setting: Setting = { psi: tanh, d: 12, k: 6 };
  test.each<[string, Mutation, string]>([
    ["nothing wrong", {}, ""],
    ["one degree of χ² too many of 11", { extraDegrees: 1 }, "χ²"],
    ["a variance of ξ off by a factor 1.25", { dimension: { spread: 15 } }, "ξ along u"],
    ["h² off by a factor 1.1", { dimension: { h: 12 / 1.1 } }, "χ²"],
    ["ξ reused", { xi: "reused" }, "ξ along u"],
  ])("%s", (_, mutation, part) => {
    const draw: Draw = (same, random) => mutantStep(same, random, mutation);
    const { distances } = takeApart(setting, "gradient", draw, "mutant");
    if (part === "") expect(Math.max(...distances.values())).toBeLessThan(THRESHOLD);
    else expect(distances.get(part)).toBeGreaterThan(THRESHOLD);
  });

  test("a dropped projection shows in one draw: s·v is not ‖g‖²", () => {
    const seen = mutantStep(setting, runningStreams("dropped", {}), { projection: false });
    const s = gradientWeights(tanh, seen.ray);
    expect(parts(setting, seen, s)?.residual).toBeGreaterThan(1e-3);
  });
});
