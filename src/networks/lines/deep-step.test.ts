import { describe, expect, test } from "vitest";
import { gelu } from "../../activations/gelu.js";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { deepStep } from "../../samplers/deep-step.js";
import { drawDeepStep } from "./deep-step.js";

const streams = keyedStreams({ seed: "deep-step", sampler: "deep-step-test", parameters: {} });
const he = "he" as const;

describe.each([
  { activation: tanh, depth: 1 },
  { activation: tanh, depth: 3 },
  { activation: gelu, depth: 2 },
  { activation: relu, depth: 1 },
  { activation: relu, depth: 3 },
  { activation: leakyRelu, depth: 2 },
])("$activation.id, L = $depth", ({ activation, depth }) => {
  const draw = (i: number) => deepStep.draw({ psi: activation, d: 1e5, k: 300, depth, initialisation: he }, streams(i));

  test("starts at f(x) with slope ‖∇f(x)‖², and a point asked for again is the same", () => {
    for (let i = 0; i < 5; i++) {
      const { value, gradientNorm, valueAfter } = draw(i);
      expect(valueAfter(0)).toBeCloseTo(value, 12);
      const [up, down] = [valueAfter(1e-4), valueAfter(-1e-4)];
      expect(Math.abs((up - down) / 2e-4 / gradientNorm ** 2 - 1)).toBeLessThan(1e-3);
      expect(valueAfter(1e-4)).toBe(up);
    }
  });

  test("has values of either sign on either side of the smallest flip", () => {
    let found = 0;
    for (let i = 0; i < 20; i++) {
      const { value, valueAfter, smallestFlip } = draw(i);
      const flip = smallestFlip({ tolerance: 1e-4 });
      if (flip === null) continue;
      found++;
      const sign = Math.sign(value);
      expect(sign * valueAfter(-sign * flip.lower * (1 - 1e-6))).toBeGreaterThanOrEqual(0);
      expect(sign * valueAfter(-sign * flip.upper * (1 + 1e-6))).toBeLessThan(0);
      expect(flip.gap === 0).toBe(activation === relu && depth === 1);
    }
    expect(found).toBeGreaterThan(10);
  });
});

test("value and gradient norm of ReLU need no neuron drawn: k = d = 2^53, L = 6", () => {
  const { value, gradientNorm } = drawDeepStep(
    { activation: relu, d: 2 ** 53, k: 2 ** 53, depth: 6, initialisation: he },
    streams(1),
  );
  expect(Number.isFinite(value)).toBe(true);
  // 1/2 for each layer's half of active neurons, twice over by `he`; it concentrates as k and d grow.
  expect(gradientNorm ** 2).toBeCloseTo(0.5, 5);
});

test("an η that is not finite is refused, whatever the law", () => {
  for (const [activation, depth] of [
    [tanh, 1],
    [tanh, 2],
    [relu, 2],
  ] as const)
    expect(() => drawDeepStep({ activation, d: 3, k: 3, depth }, streams(0)).valueAfter(Number.NaN)).toThrow(
      new RangeError("eta is NaN; it must be finite"),
    );
});

test("costs grow with k and L", () => {
  const cost = (psi: typeof tanh, k: number, depth: number) =>
    deepStep.cost({ psi, d: 10, k, depth, initialisation: he });
  expect(cost(relu, 1e6, 6)).toBeLessThan(cost(tanh, 1e6, 6));
  expect(cost(tanh, 1e6, 1)).toBeLessThan(cost(tanh, 1e6, 2));
});
