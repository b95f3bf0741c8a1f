import { describe, expect, test } from "vitest";
import type { Activation } from "../../activations/activation.js";
import { defineActivation } from "../../activations/define-activation.js";
import { gelu } from "../../activations/gelu.js";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { sign } from "../../activations/sign.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { type Line, valuesOf } from "../line.js";
import { completeSetting, type Setting } from "../setting.js";
import { drawBiasStep } from "./bias-step.js";
import { drawLine, drawSlopedLine, lineCost } from "./draw-line.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawReluFast } from "./draw-relu-fast.js";
import { laws } from "./laws.js";
import { drawOneStep } from "./one-step.js";
import { drawRay } from "./ray-draw.js";
import { drawRayFast } from "./ray-draw-fast.js";
import { drawReluRay } from "./relu-ray.js";

const streams = keyedStreams({ seed: "draw-line", sampler: "draw-line-test", parameters: {} });
const ETAS = [0.5, -2];
const seen = (line: Line) => [line.value, line.gradientNorm, ...valuesOf(line, ETAS)];

// Kinks of which no length is a divisor of all gaps: no kernel computes it.
const hat = defineActivation({
  id: "hat",
  value: (t) => Math.max(0, 1 - Math.abs(t) * (t > 0 ? 1 : Math.SQRT1_2)),
  derivative: (t) => (t >= 1 || t <= -Math.SQRT2 ? 0 : t > 0 ? -1 : Math.SQRT1_2),
  supremum: 1,
  lipschitz: 1,
  kinks: [-Math.SQRT2, 0, 1],
});

describe("the law that is taken", () => {
  const [d, k] = [9, 300];
  const gaussian = { coefficients: "gaussian" } as const;
  const wide = { psi: tanh, d, k: 2 ** 14 };
  test.each<[string, Setting, (setting: Setting) => Line]>([
    ["ReLU", { psi: relu, d, k }, (setting) => drawReluRay(setting, streams(0))],
    ["deep ReLU", { psi: relu, d, k, depth: 2, ...gaussian }, (setting) => drawReluRay(setting, streams(0))],
    ["one hidden layer", { psi: tanh, d, k }, (setting) => drawOneStepFast(setting, streams(0))],
    ["Gaussian a", { psi: tanh, d, k, ...gaussian }, (setting) => drawRay(setting, streams(0))],
    ["Gaussian a, wide", { ...wide, ...gaussian }, (setting) => drawRayFast(setting, streams(0))],
    ["deep", { psi: tanh, d, k, depth: 2 }, (setting) => drawRay(setting, streams(0))],
    ["deep and wide", { ...wide, depth: 2 }, (setting) => drawRayFast(setting, streams(0))],
    ["no kernel", { psi: hat, d, k }, (setting) => drawRay(setting, streams(0))],
    ["no kernel, deep and wide", { ...wide, psi: hat, depth: 2 }, (setting) => drawRay(setting, streams(0))],
    ["another norm", { psi: tanh, d, k, norm: 2 }, (setting) => drawRay(setting, streams(0))],
    ["x = 0", { psi: tanh, d, k, norm: 0 }, (setting) => drawOneStep(setting, streams(0))],
    ["a bias unit", { psi: tanh, d, k, bias: 0.5 }, (setting) => drawBiasStep(setting, streams(0))],
  ])("%s", (_, setting, draw) => {
    expect(seen(drawLine(setting, streams(0)))).toEqual(seen(draw(setting)));
  });

  test.each<[string, Setting, (setting: Setting) => Line]>([
    ["ReLU", { psi: relu, d, k }, (setting) => drawReluFast(setting, streams(0))],
    ["one hidden layer", { psi: tanh, d, k }, (setting) => drawOneStepFast(setting, streams(0))],
    ["Gaussian a", { psi: tanh, d, k, ...gaussian }, (setting) => drawOneStep(setting, streams(0))],
    ["no kernel", { psi: hat, d, k }, (setting) => drawOneStep(setting, streams(0))],
    ["another norm", { psi: tanh, d, k, norm: 2 }, (setting) => drawOneStep(setting, streams(0))],
  ])("%s, with slopes", (_, setting, draw) => {
    expect(seen(drawSlopedLine(setting, streams(0)))).toEqual(seen(draw(setting)));
  });

  test("can draw what it says, and costs no less than what is taken", () => {
    for (const setting of [
      { psi: relu, d, k },
      { psi: tanh, d, k },
      { ...wide, ...gaussian },
    ]) {
      const complete = completeSetting(setting);
      const able = laws.filter((law) => law.canDraw(complete));
      expect(able.length).toBeGreaterThan(1);
      for (const law of able) {
        expect(law.cost(complete)).toBeGreaterThanOrEqual(lineCost(setting));
        expect(seen(law.draw(complete, streams(0), {})).every(Number.isFinite)).toBe(true);
      }
    }
  });

  test("is none for what no law draws, and that is said", () => {
    expect(() => drawLine({ psi: hat, d, k: 2 ** 40 }, streams(0))).toThrow(
      /^no law draws hat with d = 9, k = 1099511/,
    );
    expect(lineCost({ psi: hat, d, k: 2 ** 40 })).toBe(Infinity);
    expect(() => drawSlopedLine({ psi: tanh, d, k, depth: 2 }, streams(0))).toThrow(RangeError);
    expect(() => drawLine({ psi: tanh, d, k, depth: 2, bias: 1 }, streams(0))).toThrow(RangeError);
  });
});

describe("another name for an activation", () => {
  const [d, k] = [50, 400];
  const own = (expression: string, value: (t: number) => number, derivative: (t: number) => number) =>
    defineActivation({ id: "mine", expression, value, derivative, kinks: [0] });
  const mine = own(
    "(t + abs(t))/2",
    (t) => Math.max(0, t),
    (t) => (t > 0 ? 1 : 0),
  );
  const mySign = own("-sign(-3*t)", Math.sign, () => 0);
  const draws = (psi: Activation, setting: Partial<Setting>) =>
    [drawLine, ...(setting.depth === undefined ? [drawSlopedLine] : [])].flatMap((draw) => {
      const line = draw({ d, k, ...setting, psi }, streams(1));
      return [...seen(line), line.smallestFlip()];
    });

  test.each([{}, { depth: 3 }, { coefficients: "gaussian", depth: 1 }] as const)(
    "max(0, t) is drawn by the law that relu is drawn by, %j",
    (setting) => {
      for (const psi of [resolveActivation("max(0, t)"), resolveActivation("(abs(t) + t)/2"), mine])
        expect(draws(psi, setting)).toEqual(draws(relu, setting));
    },
  );

  test("a sign of one's own is drawn by the law that sign is drawn by", () => {
    for (const psi of [resolveActivation("sign(t)"), mySign]) expect(draws(psi, {})).toEqual(draws(sign, {}));
  });

  test("max(t, 0.01*t) is drawn by the law that leaky-relu is drawn by", () => {
    expect(draws(resolveActivation("max(t, 0.01*t)"), {})).toEqual(draws(leakyRelu, {}));
  });

  test("a spelled-out tanh is drawn by the law that tanh is drawn by", () => {
    const spelled = resolveActivation("(exp(t) - exp(-t))/(exp(t) + exp(-t))");
    for (const setting of [{}, { depth: 2 }]) expect(draws(spelled, setting)).toEqual(draws(tanh, setting));
  });

  test("an expression that its functions are not proves nothing", () => {
    const lie = own("max(0, t)", Math.abs, Math.sign);
    expect(draws(lie, {})).not.toEqual(draws(relu, {}));
  });
});

describe.each([
  { psi: tanh, depth: 1 },
  { psi: tanh, depth: 3 },
  { psi: gelu, depth: 2 },
  { psi: relu, depth: 1 },
  { psi: relu, depth: 3 },
  { psi: leakyRelu, depth: 2 },
])("$psi.id, L = $depth", ({ psi, depth }) => {
  const draw = (i: number) => drawLine({ psi, d: 1e5, k: 300, depth, initialisation: "he" }, streams(i));

  test("starts at f(x) with slope ‖∇f(x)‖², and a point asked for again is the same", () => {
    for (let i = 0; i < 5; i++) {
      const line = draw(i);
      const { value, gradientNorm } = line;
      const [start, up, down, again] = valuesOf(line, [0, 1e-4, -1e-4, 1e-4]);
      expect(start).toBeCloseTo(value, 12);
      expect(Math.abs((up - down) / 2e-4 / gradientNorm ** 2 - 1)).toBeLessThan(1e-3);
      expect(again).toBe(up);
    }
  });

  test("has values of either sign on either side of the smallest flip", () => {
    let found = 0;
    for (let i = 0; i < 20; i++) {
      const line = draw(i);
      const flip = line.smallestFlip({ tolerance: 1e-4 });
      if (flip === null) continue;
      found++;
      const side = Math.sign(line.value);
      const [before, after] = valuesOf(line, [-side * flip.lower * (1 - 1e-6), -side * flip.upper * (1 + 1e-6)]);
      expect(side * before).toBeGreaterThanOrEqual(0);
      expect(side * after).toBeLessThan(0);
      expect(flip.gap === 0).toBe(psi === relu && depth === 1);
    }
    expect(found).toBeGreaterThan(10);
  });
});

test("value and gradient norm of ReLU need no neuron drawn: k = d = 2^53, L = 6", () => {
  const setting = { psi: relu, d: 2 ** 53, k: 2 ** 53, depth: 6, initialisation: "he" } as const;
  const { value, gradientNorm } = drawLine(setting, streams(1));
  expect(Number.isFinite(value)).toBe(true);
  // 1/2 for each layer's half of active neurons, twice over by `he`; it concentrates as k and d grow.
  expect(gradientNorm ** 2).toBeCloseTo(0.5, 5);
});

test("an η that is not finite is refused, whatever the law", () => {
  for (const setting of [{ psi: tanh }, { psi: tanh, depth: 2 }, { psi: relu }, { psi: tanh, bias: 1 }])
    expect(() => drawLine({ d: 3, k: 3, ...setting }, streams(0)).at([Number.NaN])).toThrow(
      new RangeError("eta is NaN; it must be finite"),
    );
});

test("costs grow with k and L", () => {
  const cost = (psi: Activation, k: number, depth: number) => lineCost({ psi, d: 10, k, depth });
  expect(cost(relu, 1e6, 6)).toBeLessThan(cost(tanh, 1e6, 6));
  expect(cost(tanh, 1e6, 1)).toBeLessThan(cost(tanh, 1e6, 2));
});
