import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { keyedStreams } from "../../chance/streams.js";
import { deferredLine } from "../deferred-line.js";
import { drawDeferredNetwork } from "../deferred-network.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import { valuesOf } from "../line.js";
import { drawRay } from "../lines/ray-draw.js";
import { drawRayFast } from "../lines/ray-draw-fast.js";
import { drawReluRay } from "../lines/relu-ray.js";
import type { NetworkSetting, Widths } from "../setting.js";
import { distances, ETAS, type Sample, sampleStatistics, shownBy, thresholdOf } from "./deep-statistics.js";

/**
 * Each law against dense networks, on joint statistics. Two samples of one law differ by more than DEEP_THRESHOLD = 0.070 in
 * a statistic with probability at most 1e-10 (Dvoretzky–Kiefer–Wolfowitz, twice). What that catches: an error that
 * moves the distribution function of a statistic by 0.070 or a little more, such as a shift by 0.18 standard deviations
 * of a normal one, or a third in its scale. `deep-mutants.long.test.ts` shows it catch wrong laws.
 */
export const DEEP_DRAWS = 10_000;
export const DEEP_THRESHOLD = thresholdOf(DEEP_DRAWS, 1e-10);

export function expectOneLaw(first: Sample, second: Sample): void {
  for (const [statistic, distance] of distances(first, second))
    expect(distance, statistic).toBeLessThan(DEEP_THRESHOLD);
}

/** Tests that every law at these shapes is that of dense networks. */
export function testDeepLaws(shapes: readonly NetworkSetting<Widths>[]): void {
  describe.each(shapes)("$psi.id, d = $d, k = $k, L = $depth, $initialisation, $coefficients", (shape) => {
    const { psi, d } = shape;
    const key = { ...shape, psi: psi.id, k: typeof shape.k === "number" ? shape.k : shape.k.join("-") };
    const streams = keyedStreams({ seed: "deep", sampler: "deep-test", parameters: key });
    // ‖x‖ = √d
    const x = new Float64Array(d).fill(1);
    let kept: Sample | undefined;
    const dense = () => {
      kept ??= sampleStatistics(DEEP_DRAWS, streams(0), (random) =>
        shownBy(denseLine(drawDenseNetwork(shape, random), x)),
      );
      return kept;
    };

    test("deferred networks", () => {
      const deferred = sampleStatistics(DEEP_DRAWS, streams(1), (random) =>
        shownBy(deferredLine(drawDeferredNetwork(shape, random), x)),
      );
      expectOneLaw(dense(), deferred);
    });

    test("the ray law", () => {
      const ray = sampleStatistics(DEEP_DRAWS, streams(2), (random) => shownBy(drawRay(shape, random)));
      expectOneLaw(dense(), ray);
    });

    test("the ray law by the kernels, points asked for in two calls", () => {
      const own = keyedStreams({ seed: "deep", sampler: "ray-fast", parameters: key });
      let draws = 0;
      const ray = sampleStatistics(DEEP_DRAWS, streams(5), () => {
        const draw = drawRayFast(shape, own(draws++));
        const first = valuesOf(draw, ETAS.slice(0, 2));
        // Where a ReLU network dies along the ray its value is f(x) less as much: 0, up to rounding of either sign.
        const after = [...first, ...valuesOf(draw, ETAS.slice(2))].map((t) => (Math.abs(t) < 1e-12 ? 0 : t));
        return [draw.value, draw.gradientNorm, ...after];
      });
      expectOneLaw(dense(), ray);
    });

    // Small reaches leave far neurons at these sizes; at 2.5, one in a hundred that flips is overlooked. Asked from near to
    // far, so that more and more neurons come near.
    test.runIf(psi === relu).each([undefined, 2.5])("the ReLU ray, reach %s", (reach) => {
      const own = keyedStreams({ seed: "deep", sampler: "relu-ray", parameters: { ...key, reach: reach ?? 0 } });
      let draws = 0;
      const ray = sampleStatistics(DEEP_DRAWS, streams(4), () => {
        const draw = drawReluRay(shape, own(draws++), reach === undefined ? {} : { reach });
        const after = new Map([...ETAS].toReversed().map((eta) => [eta, draw.at([eta])[0].value]));
        return [draw.value, draw.gradientNorm, ...ETAS.map((eta) => after.get(eta) ?? Number.NaN)];
      });
      expectOneLaw(dense(), ray);
    });

    test.runIf(psi === relu)("the scalars of ReLU", () => {
      const scalars = sampleStatistics(DEEP_DRAWS, streams(3), (random) => {
        const draw = drawReluRay(shape, random);
        return [draw.value, draw.gradientNorm];
      });
      expectOneLaw(dense(), scalars);
    });
  });
}
