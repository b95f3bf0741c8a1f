import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { deferredLine } from "../deferred-line.js";
import { drawDeferredNetwork } from "../deferred-network.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import { valuesOf } from "../line.js";
import type { NetworkSetting, Setting } from "../setting.js";
import { distances, ETAS, type Sample, sampleStatistics, shownBy, thresholdOf } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawRayFast } from "./ray-draw-fast.js";
import { drawReluRay } from "./relu-ray.js";

/**
 * Each law against dense networks, on joint statistics. Two samples of one law differ by more than THRESHOLD = 0.070 in
 * a statistic with probability at most 1e-10 (Dvoretzky–Kiefer–Wolfowitz, twice). What that catches: an error that
 * moves the distribution function of a statistic by 0.070 or a little more, such as a shift by 0.18 standard deviations
 * of a normal one, or a third in its scale. `deep-mutants.test.ts` shows it catch wrong laws.
 */
const DRAWS = 10_000;
const THRESHOLD = thresholdOf(DRAWS, 1e-10);

const he = { initialisation: "he" } as const;
const gaussian = { coefficients: "gaussian" } as const;
const SHAPES: readonly NetworkSetting[] = [
  { psi: tanh, d: 1, k: 1 },
  { psi: relu, d: 1, k: 4, ...gaussian },
  { psi: relu, d: 2, k: 2 },
  { psi: relu, d: 3, k: 8 },
  { psi: softplus, d: 2, k: 2 },
  { psi: tanh, d: 6, k: 2, ...gaussian },
  { psi: relu, d: 2, k: 3, depth: 2, ...he },
  { psi: tanh, d: 2, k: 8, depth: 2, ...he },
  { psi: softplus, d: 1, k: 3, depth: 2, ...he },
  { psi: tanh, d: 3, k: 1, depth: 2, ...he },
  { psi: relu, d: 20, k: 9, depth: 2 },
  { psi: softplus, d: 5, k: 2, depth: 3 },
  { psi: relu, d: 4, k: 4, depth: 3, ...he, ...gaussian },
  { psi: tanh, d: 2, k: 5, depth: 3, ...he, ...gaussian },
  { psi: relu, d: 7, k: 6, depth: 4, ...he },
  { psi: tanh, d: 3, k: 3, depth: 4, ...he },
  { psi: softplus, d: 1, k: 2, depth: 4, ...gaussian },
];

function expectOneLaw(first: Sample, second: Sample): void {
  for (const [statistic, distance] of distances(first, second)) expect(distance, statistic).toBeLessThan(THRESHOLD);
}

describe.each(SHAPES)("$psi.id, d = $d, k = $k, L = $depth, $initialisation, $coefficients", (shape) => {
  const { psi, d } = shape;
  const key = { ...shape, psi: psi.id };
  const streams = keyedStreams({ seed: "deep", sampler: "deep-test", parameters: key });
  // ‖x‖ = √d
  const x = new Float64Array(d).fill(1);
  let kept: Sample | undefined;
  const dense = () => {
    kept ??= sampleStatistics(DRAWS, streams(0), (random) => shownBy(denseLine(drawDenseNetwork(shape, random), x)));
    return kept;
  };

  test("deferred networks", () => {
    const deferred = sampleStatistics(DRAWS, streams(1), (random) =>
      shownBy(deferredLine(drawDeferredNetwork(shape, random), x)),
    );
    expectOneLaw(dense(), deferred);
  });

  test("the ray law", () => {
    const ray = sampleStatistics(DRAWS, streams(2), (random) => shownBy(drawRay(shape, random)));
    expectOneLaw(dense(), ray);
  });

  test("the ray law by the kernels, points asked for in two calls", () => {
    const own = keyedStreams({ seed: "deep", sampler: "ray-fast", parameters: key });
    let draws = 0;
    const ray = sampleStatistics(DRAWS, streams(5), () => {
      const draw = drawRayFast(shape, own(draws++));
      const first = valuesOf(draw, ETAS.slice(0, 2));
      return [draw.value, draw.gradientNorm, ...first, ...valuesOf(draw, ETAS.slice(2))];
    });
    expectOneLaw(dense(), ray);
  });

  // Small reaches leave far neurons at these sizes; at 2.5, one in a hundred that flips is overlooked. Asked from near to
  // far, so that more and more neurons come near.
  test.runIf(psi === relu).each([undefined, 2.5])("the ReLU ray, reach %s", (reach) => {
    const own = keyedStreams({ seed: "deep", sampler: "relu-ray", parameters: { ...key, reach: reach ?? 0 } });
    let draws = 0;
    const ray = sampleStatistics(DRAWS, streams(4), () => {
      const draw = drawReluRay(shape, own(draws++), reach === undefined ? {} : { reach });
      const after = new Map([...ETAS].toReversed().map((eta) => [eta, draw.at([eta])[0].value]));
      return [draw.value, draw.gradientNorm, ...ETAS.map((eta) => after.get(eta) ?? Number.NaN)];
    });
    expectOneLaw(dense(), ray);
  });

  test.runIf(psi === relu)("the scalars of ReLU", () => {
    const scalars = sampleStatistics(DRAWS, streams(3), (random) => {
      const draw = drawReluRay(shape, random);
      return [draw.value, draw.gradientNorm];
    });
    expectOneLaw(dense(), scalars);
  });
});

describe("at another norm than √d", () => {
  const [shape, norm] = [{ psi: relu, d: 3, k: 4, depth: 2, ...he, ...gaussian }, 0.6];
  const streams = keyedStreams({ seed: "norm", sampler: "deep-test", parameters: {} });
  const x = Float64Array.of(norm, 0, 0);
  const dense = sampleStatistics(DRAWS, streams(0), (random) => shownBy(denseLine(drawDenseNetwork(shape, random), x)));
  const ray = (given: Setting) => sampleStatistics(DRAWS, streams(1), (random) => shownBy(drawRay(given, random)));
  const scalars = (given: Setting) =>
    sampleStatistics(DRAWS, streams(2), (random) => {
      const draw = drawReluRay(given, random);
      return [draw.value, draw.gradientNorm];
    });

  test("ray law and scalars are those of dense networks", () => {
    expectOneLaw(dense, ray({ ...shape, norm }));
    expectOneLaw(dense, scalars({ ...shape, norm }));
  });

  test("and are not with √d", () => {
    expect(distances(dense, ray(shape))[0][1]).toBeGreaterThan(THRESHOLD);
    expect(distances(dense, scalars(shape))[0][1]).toBeGreaterThan(THRESHOLD);
  });
});
