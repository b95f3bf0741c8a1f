import { describe, expect, test } from "vitest";
import type { Activation } from "../../activations/activation.js";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import type { Widths } from "../setting.js";
import { DEEP_DRAWS, DEEP_THRESHOLD, expectOneLaw, testDeepLaws } from "../testing/deep-laws.js";
import { distances, sampleStatistics, shownBy } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawReluRay } from "./relu-ray.js";
import { drawSharedLines } from "./shared-network.js";

const he = { initialisation: "he" } as const;
const gaussian = { coefficients: "gaussian" } as const;

// Increasing, decreasing, bottlenecks, a single neuron first, in the middle and last, d above and below the widths.
testDeepLaws([
  { psi: relu, d: 4, k: [7, 2, 6], ...he },
  { psi: relu, d: 3, k: [2, 7] },
  { psi: relu, d: 8, k: [6, 3, 2], ...he, ...gaussian },
  { psi: relu, d: 2, k: [1, 5], ...gaussian },
  { psi: relu, d: 5, k: [9, 1], ...he },
  { psi: relu, d: 6, k: [3, 12, 3, 12], ...he },
  { psi: tanh, d: 3, k: [2, 4, 8] },
  { psi: tanh, d: 1, k: [8, 2], ...gaussian },
  { psi: tanh, d: 5, k: [1, 1, 6], ...he },
  { psi: softplus, d: 3, k: [4, 1, 3], ...gaussian },
  { psi: softplus, d: 2, k: [300, 3], ...he },
  { psi: softplus, d: 4, k: [3, 300], ...gaussian },
]);

describe("two inputs of one network, seen from one", () => {
  const shape = { psi: tanh, d: 3, k: [2, 6, 3], ...he } as const;
  const streams = keyedStreams({ seed: "widths", sampler: "shared", parameters: {} });
  const x = new Float64Array(3).fill(1);
  const dense = sampleStatistics(DEEP_DRAWS, streams(0), (random) =>
    shownBy(denseLine(drawDenseNetwork(shape, random), x)),
  );

  test.each([true, false])("upper layers in memory: %s", (inMemory) => {
    const shared = sampleStatistics(DEEP_DRAWS, streams(inMemory ? 1 : 2), (random) =>
      shownBy(drawSharedLines({ ...shape, inputs: 2 }, random, { dense: inMemory })[1]),
    );
    expectOneLaw(dense, shared);
  });
});

describe("laws of other widths are told apart", () => {
  const streams = keyedStreams({ seed: "widths", sampler: "mutants", parameters: {} });
  const sampleOf = (psi: Activation, d: number, k: Widths, law: typeof drawRay | null) =>
    sampleStatistics(DEEP_DRAWS, streams(law ? 1 : 0), (random) => {
      const shape = { psi, d, k };
      return shownBy(
        law ? law(shape, random) : denseLine(drawDenseNetwork(shape, random), new Float64Array(d).fill(1)),
      );
    });
  const narrowWaist = sampleOf(tanh, 9, [9, 1, 9], null);
  const narrowFirst = sampleOf(relu, 2, [1, 9], null);

  test.each([[[1, 9, 9]], [[9, 9, 1]], [[9, 9, 9]]])("of 9, 1, 9 from %o", (k) => {
    expect(distances(narrowWaist, sampleOf(tanh, 9, k, drawRay))[0][1]).toBeGreaterThan(DEEP_THRESHOLD);
  });

  test.each([[[9, 1]], [[9, 9]], [[1, 1]]])("of 1, 9 for ReLU from %o", (k) => {
    expect(distances(narrowFirst, sampleOf(relu, 2, k, drawReluRay))[0][1]).toBeGreaterThan(DEEP_THRESHOLD);
  });
});
