import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { keyedStreams } from "../random/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { value } from "./dense-value.js";
import { drawRay } from "./ray-draw.js";
import { drawReluShortcutRay } from "./relu-shortcut-ray.js";
import { distances, ETAS, sampleStatistics, shownBy, thresholdOf } from "./testing/deep-statistics.js";

// Two samples of one law are further apart than this with probability at most 1e-10.
const DRAWS = 10_000;
const THRESHOLD = thresholdOf(DRAWS, 1e-10);
const streams = keyedStreams({ seed: "relu-ray", sampler: "shortcut-test", parameters: {} });

function shortcut(d: number, k: number, etas: readonly number[] = ETAS) {
  return sampleStatistics(DRAWS, streams(0), (random) => {
    const draw = drawReluShortcutRay({ d, k }, etas, random);
    return [draw.value, draw.gradientNorm, ...draw.valuesAfter];
  });
}

describe.each([
  [1, 1],
  [1, 4],
  [2, 2],
  [3, 8],
  [9, 3],
])("d = %d, k = %d", (d, k) => {
  const x = new Float64Array(d).fill(1);
  const dense = sampleStatistics(DRAWS, streams(1), (random) =>
    shownBy(drawDenseNetwork({ activation: relu, d, k }, random), x, value, gradient),
  );

  test("is the law of dense networks", () => {
    for (const [statistic, distance] of distances(dense, shortcut(d, k)))
      expect(distance, statistic).toBeLessThan(THRESHOLD);
  });

  test("which tells it from steps of the other sign, and from steps a third as long", () => {
    for (const factor of [-1, 1 / 3]) {
      const [[, distance]] = distances(
        dense,
        shortcut(
          d,
          k,
          ETAS.map((eta) => factor * eta),
        ),
      );
      expect(distance).toBeGreaterThan(THRESHOLD);
    }
  });
});

test("agrees with the ray law at k = 60 where few neurons flip, and shows when none may", () => {
  const [d, k] = [400, 60];
  const ray = sampleStatistics(DRAWS, streams(2), (random) => {
    const draw = drawRay({ activation: relu, d, k }, ETAS, random);
    return [draw.value, draw.gradientNorm, ...draw.valuesAfter];
  });
  for (const [statistic, distance] of distances(ray, shortcut(d, k)))
    expect(distance, statistic).toBeLessThan(THRESHOLD);
  // f(x) + η‖∇f(x)‖², which is what is left if no neuron may flip.
  const linear = sampleStatistics(DRAWS, streams(3), (random) => {
    const { value: f, gradientNorm } = drawReluShortcutRay({ d, k }, [], random);
    return [f, gradientNorm, ...ETAS.map((eta) => f + eta * gradientNorm ** 2)];
  });
  expect(distances(ray, linear)[0][1]).toBeGreaterThan(THRESHOLD);
});

test("a step of 0 leaves f, and one of a millionth at d = 10^15 adds η‖∇f‖²", () => {
  for (let draw = 0; draw < 20; draw++) {
    const { value: f, gradientNorm, valuesAfter } = drawReluShortcutRay({ d: 1e15, k: 1000 }, [0, 1e-6], streams(draw));
    expect(Math.abs(valuesAfter[0] - f)).toBeLessThan(1e-13);
    expect(Math.abs(valuesAfter[1] - f - 1e-6 * gradientNorm ** 2)).toBeLessThan(1e-12);
  }
});
