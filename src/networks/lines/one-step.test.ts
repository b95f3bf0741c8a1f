import { describe, expect, test } from "vitest";
import { catalogue } from "../../activations/catalogue.js";
import { defineActivation } from "../../activations/define-activation.js";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { oneStep } from "../../samplers/one-step.js";
import type { Setting } from "../setting.js";
import { drawBiasStep } from "./bias-step.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawOneStep } from "./one-step.js";
import { smallestFlip } from "./smallest-flip.js";
import { drawUniversalStep } from "./universal-step.js";

const streams = keyedStreams({ seed: "one-step", sampler: "one-step-test", parameters: {} });
const dead = defineActivation({ id: "dead", value: () => 0, derivative: () => 0, lipschitz: 0 });
/** β = 1 unless given. */
const biased = (setting: Setting, random: Streams) => drawBiasStep({ bias: 1, ...setting }, random);
const LAWS = { "one-step": drawOneStep, universal: drawUniversalStep, bias: biased };

test.each([
  [relu, 1e15, 33, [0.445055883388576, 0.7385489353048276, -0.32453378827308804, 0.5454545298398944]],
  [relu, 1, 3, [-0.9083661313876197, 0.9083661313876198, -2.1460596743657856, 0.8251290286521105]],
  [tanh, 2, 7, [1.504421922717078, 0.7201431551593159, 0.42318979435949716, 0.3528496605286928]],
  [tanh, 3, 1000, [-0.9843636657306393, 0.3840273341649844, -1.1669138977952656, 0.15997757590273046]],
])("%o at d = %d, k = %d draws what it always drew", (psi, d, k, known) => {
  const random = keyedStreams({ seed: "golden", sampler: "one-step", parameters: { psi: psi.id, d, k } })(3);
  const { value, gradientNorm, at, slopes } = drawOneStep({ psi, d, k }, random);
  expect([value, gradientNorm, at([-1.5])[0].value, slopes([0.75])[0]]).toEqual(known);
});

describe.each(catalogue.map((psi) => [psi.id, psi] as const))("%s", (_, activation) => {
  test.each(Object.entries(LAWS))("%s: the ray starts at f(x), and its derivative is the slope", (_name, draw) => {
    for (const coefficients of ["rademacher", "gaussian"] as const) {
      const { value, at, slopes, ray } = draw({ psi: activation, d: 30, k: 40, norm: 3, coefficients }, streams(1));
      expect(at([0])[0].value).toBe(value);
      // Between two kinks on the ray, of which the nearest is `gap` away from 1.
      const { u, v } = ray();
      const gap = Math.min(1, ...activation.kinks.flatMap((t) => [...u].map((z, i) => Math.abs((t - z) / v[i] - 1))));
      const step = Math.min(1e-5, gap / 2);
      const [after, before, here] = at([1 + step, 1 - step, 1]);
      const difference = (after.value - before.value) / (2 * step);
      // Central differences are off by g'''h²/6 and the rounding of g over h.
      const rounding = activation.lipschitz < Infinity ? here.rounding / step : 0;
      expect(Math.abs(difference - slopes([1])[0])).toBeLessThanOrEqual(100 * step * step + rounding);
    }
  });
});

test("at η = 0 the slope is ‖∇f‖², by both ways to compute it", () => {
  for (const [d, k] of [
    [1, 5],
    [2, 1],
    [40, 30],
    [2 ** 53, 20],
  ]) {
    const plain = drawOneStep({ psi: tanh, d, k, norm: 2 * Math.sqrt(d), coefficients: "gaussian" }, streams(2));
    expect(Math.abs(plain.slopes([0])[0] / plain.gradientNorm ** 2 - 1)).toBeLessThan(1e-13);
    const along = biased({ psi: tanh, d, k, coefficients: "gaussian" }, streams(2));
    const squared = along.projectedGradientNorm ** 2;
    expect(Math.abs(along.slopes([0])[0] - squared)).toBeLessThanOrEqual(1e-13 * squared);
    expect(along.gradientNorm).toBeGreaterThanOrEqual(along.projectedGradientNorm);
  }
});

test("a norm of √d given is the norm of √d left out", () => {
  const [d, k] = [7, 9];
  const [left, given] = [undefined, Math.sqrt(d)].map((norm) =>
    drawOneStep({ psi: tanh, d, k, ...(norm && { norm }) }, streams(4)),
  );
  expect(given.at([0.5])[0].value).toBe(left.at([0.5])[0].value);
  expect(given.gradientNorm).toBe(left.gradientNorm);
  const [biasLeft, biasGiven] = [{}, { norm: Math.sqrt(d - 1), bias: 1 }].map((part) =>
    biased({ psi: tanh, d, k, ...part }, streams(4)),
  );
  expect(Math.abs(biasGiven.at([0.5])[0].value - biasLeft.at([0.5])[0].value)).toBeLessThan(1e-14);
});

test("the smallest flip is exact where ψ is piecewise linear, and else what points show", () => {
  let found = 0;
  for (let i = 0; i < 30; i++)
    for (const psi of [relu, tanh]) {
      const line = drawOneStep({ psi, d: 20, k: 30 }, streams(i));
      const [flip, certified] = [line.smallestFlip(), smallestFlip(line.ray())];
      if (flip === null || certified === null || certified.upper === Infinity) continue;
      found++;
      if (psi === relu) expect(flip).toEqual({ ...certified, gap: 0 });
      else expect(flip.upper).toBeGreaterThanOrEqual(certified.lower);
      expect(flip.gap === 0).toBe(psi === relu);
    }
  expect(found).toBeGreaterThan(30);
});

test("the sampler draws by the cheapest law with slopes", () => {
  const given = { psi: tanh, d: 9, k: 300 };
  expect(oneStep.draw(given, streams(0)).slopes([-1, 2])).toEqual(drawOneStepFast(given, streams(0)).slopes([-1, 2]));
});

describe("corners", () => {
  test("a dead layer has no gradient and no ray", () => {
    const [one, bias] = [drawOneStep, biased].map((draw) => draw({ psi: dead, d: 5, k: 4 }, streams(5)));
    expect([one.value, one.gradientNorm, one.at([3])[0].value]).toEqual([0, 0, 0]);
    expect([bias.gradientNorm, bias.at([3])[0].value]).toEqual([0, 0]);
    expect(one.ray().v).toEqual(new Float64Array(4));
  });

  test("x = 0: every neuron is at 0, the gradient is not 0", () => {
    const at = drawOneStep({ psi: tanh, d: 5, k: 4, norm: 0 }, streams(6));
    expect([...at.ray().u].map(Math.abs)).toEqual([0, 0, 0, 0]);
    expect(at.gradientNorm).toBeGreaterThan(0);
    const along = biased({ psi: tanh, d: 5, k: 4, norm: 0, bias: 0 }, streams(6));
    expect(along.value).toBe(0);
    expect(along.projectedGradientNorm).toBeGreaterThan(0);
  });

  test("d = 1: ∇f is along x, so v = αu; and a bias unit alone cannot move", () => {
    const one = drawOneStep({ psi: tanh, d: 1, k: 6 }, streams(7));
    const { u, v } = one.ray();
    const alpha = v[0] / u[0];
    expect(Math.abs(alpha)).toBeCloseTo(one.gradientNorm, 14);
    v.forEach((t, i) => {
      expect(t).toBeCloseTo(alpha * u[i], 14);
    });
    const alone = drawBiasStep({ psi: tanh, d: 1, k: 6, bias: -2 }, streams(7));
    expect(alone.projectedGradientNorm).toBe(0);
    expect(alone.gradientNorm).toBeGreaterThan(0);
    expect(alone.at([4])[0].value).toBe(alone.value);
  });

  test("k = 1: v is along s, so v = ‖g‖²/s", () => {
    const { ray, gradientNorm } = drawOneStep({ psi: tanh, d: 8, k: 1 }, streams(8));
    const { a, u, v } = ray();
    expect((v[0] * a[0] * tanh.derivative(u[0])) / gradientNorm ** 2).toBeCloseTo(1, 12);
  });
});

test("the value alone reads two sub-streams", () => {
  for (const draw of Object.values(LAWS)) {
    const read: string[] = [];
    const watched = (name: string) => {
      read.push(name);
      return streams(10)(name);
    };
    expect(draw({ psi: tanh, d: 4, k: 4 }, watched).value).not.toBe(0);
    expect(read.toSorted()).toEqual(["a", "u"]);
  }
});

test.each<[object, string]>([
  [{ d: 0 }, "d is 0; it must be an integer in [1, 2^53]"],
  [{ d: 2 ** 54 }, "d is 18014398509481984; it must be an integer in [1, 2^53]"],
  [{ k: 1.5 }, "k is 1.5; it must be an integer in [1, 2^31]"],
  [{ norm: -1 }, "norm is -1; it must be finite and ≥ 0"],
  [{ norm: Number.NaN }, "norm is NaN; it must be finite and ≥ 0"],
  [{ depth: 2 }, "depth is 2; it must be 1"],
  [{ coefficients: "uniform" }, 'coefficients is "uniform"; it must be one of rademacher, gaussian'],
])("%j is refused", (wrong, message) => {
  for (const draw of Object.values(LAWS)) {
    expect(() => draw({ psi: tanh, d: 4, k: 4, ...wrong }, streams(0))).toThrow(new RangeError(message));
  }
});

test("a bias that is not finite, or that is none, is refused, and a norm where there is only a bias unit", () => {
  const setting = { psi: tanh, d: 1, k: 4 };
  expect(() => drawBiasStep({ ...setting, bias: Infinity }, streams(0))).toThrow(
    new RangeError("bias is Infinity; it must be finite"),
  );
  expect(() => drawBiasStep({ ...setting, d: 2 }, streams(0))).toThrow(
    new RangeError("bias is null; it must be finite"),
  );
  expect(() => drawOneStep({ ...setting, bias: 1 }, streams(0))).toThrow(
    new RangeError("bias is 1; it must be null, for there is no bias unit"),
  );
  expect(() => biased({ ...setting, norm: 1 }, streams(0))).toThrow(
    new RangeError("norm is 1; it must be 0 if the bias unit is all there is"),
  );
});
