import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import type { Setting } from "../setting.js";
import { DEEP_DRAWS, DEEP_THRESHOLD, expectOneLaw, testDeepLaws } from "../testing/deep-laws.js";
import { distances, sampleStatistics, shownBy } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawReluRay } from "./relu-ray.js";

const he = { initialisation: "he" } as const;
const gaussian = { coefficients: "gaussian" } as const;
testDeepLaws([
  { psi: tanh, d: 1, k: 1 },
  { psi: relu, d: 1, k: 4, ...gaussian },
  { psi: relu, d: 2, k: 2 },
  { psi: softplus, d: 2, k: 2 },
  { psi: tanh, d: 6, k: 2, ...gaussian },
  { psi: relu, d: 2, k: 3, depth: 2, ...he },
  { psi: tanh, d: 2, k: 8, depth: 2, ...he },
  { psi: tanh, d: 3, k: 1, depth: 2, ...he },
  { psi: relu, d: 20, k: 9, depth: 2 },
  { psi: softplus, d: 5, k: 2, depth: 3 },
  { psi: relu, d: 7, k: 6, depth: 4, ...he },
  { psi: tanh, d: 3, k: 3, depth: 4, ...he },
  { psi: softplus, d: 1, k: 2, depth: 4, ...gaussian },
]);

describe("at another norm than √d", () => {
  const [shape, norm] = [{ psi: relu, d: 3, k: 4, depth: 2, ...he, ...gaussian }, 0.6];
  const streams = keyedStreams({ seed: "norm", sampler: "deep-test", parameters: {} });
  const x = Float64Array.of(norm, 0, 0);
  const dense = sampleStatistics(DEEP_DRAWS, streams(0), (random) =>
    shownBy(denseLine(drawDenseNetwork(shape, random), x)),
  );
  const ray = (given: Setting) => sampleStatistics(DEEP_DRAWS, streams(1), (random) => shownBy(drawRay(given, random)));
  const scalars = (given: Setting) =>
    sampleStatistics(DEEP_DRAWS, streams(2), (random) => {
      const draw = drawReluRay(given, random);
      return [draw.value, draw.gradientNorm];
    });

  test("ray law and scalars are those of dense networks", () => {
    expectOneLaw(dense, ray({ ...shape, norm }));
    expectOneLaw(dense, scalars({ ...shape, norm }));
  });

  test("and are not with √d", () => {
    expect(distances(dense, ray(shape))[0][1]).toBeGreaterThan(DEEP_THRESHOLD);
    expect(distances(dense, scalars(shape))[0][1]).toBeGreaterThan(DEEP_THRESHOLD);
  });
});
