import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import { DEEP_DRAWS, expectOneLaw, testDeepLaws } from "../testing/deep-laws.js";
import { sampleStatistics, shownBy } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawReluRay } from "./relu-ray.js";
import { drawSharedLines } from "./shared-network.js";

const he = { initialisation: "he" } as const;

// Layers of different widths, with a bottleneck; `width-laws.long.test.ts` has other shapes.
testDeepLaws([{ psi: relu, d: 4, k: [7, 2, 6], ...he }]);

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

test("widths that are equal are one width, to the last bit", () => {
  const streams = keyedStreams({ seed: "widths", sampler: "equal", parameters: {} });
  for (const draw of [drawRay, drawReluRay])
    expect(shownBy(draw({ psi: relu, d: 5, k: [4, 4, 4] }, streams(0)))).toEqual(
      shownBy(draw({ psi: relu, d: 5, k: 4, depth: 3 }, streams(0))),
    );
});
