import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import type { Streams } from "../../chance/streams.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawDenseNetwork } from "../dense-draw.js";
import type { NetworkSetting } from "../setting.js";
import { runningStreams } from "../testing/running-streams.js";
import { apartAtMost, denseShared, sharedSample, widestApart } from "../testing/shared-statistics.js";
import { drawSharedLines } from "./shared-network.js";

/**
 * Against dense networks, on joint statistics of two inputs: two samples of one law are further apart in any of them
 * than APART = 0.105 with probability at most 1e-10 (Dvoretzky–Kiefer–Wolfowitz, twice, a union over the statistics).
 */
const DRAWS = 5000;
const APART = apartAtMost(DRAWS, 1e-10);

const he = { initialisation: "he" } as const;
const SHAPES: readonly (NetworkSetting & { readonly inputs: number })[] = [
  { psi: tanh, d: 1, k: 2, inputs: 2 },
  { psi: relu, d: 2, k: 3, inputs: 2, coefficients: "gaussian" },
  { psi: relu, d: 5, k: 2, inputs: 2 },
  { psi: relu, d: 6, k: 2, depth: 2, inputs: 2, ...he },
  { psi: tanh, d: 3, k: 3, depth: 2, inputs: 3, ...he },
  { psi: relu, d: 4, k: 5, depth: 3, inputs: 2, coefficients: "gaussian", ...he },
  { psi: relu, d: 2, k: 1, depth: 2, inputs: 2 },
];

const running = (name: string, shape: object) => {
  const streams = runningStreams(name, { shape: JSON.stringify(shape) });
  return (): Streams => streams;
};

describe.each(SHAPES)("$psi.id, d = $d, k = $k, L = $depth, $initialisation, $inputs inputs", (shape) => {
  const { inputs } = shape;
  const dense = sharedSample(DRAWS, running("dense", shape), (random) => denseShared(shape, inputs, random));

  test.each([false, true])("is the law of dense networks, upper layers in memory: %s", (inMemory) => {
    const drawn = sharedSample(DRAWS, running(`law ${inMemory}`, shape), (random) =>
      drawSharedLines(shape, random, { dense: inMemory }),
    );
    const [statistic, distance] = widestApart(dense, drawn);
    expect(distance, statistic).toBeLessThan(APART);
  });

  test.runIf(shape.k > 1)("differs from inputs of a network each", () => {
    const apart = sharedSample(DRAWS, running("apart", shape), (random) => [
      ...drawSharedLines({ ...shape, inputs: 1 }, (name) => random(`one ${name}`), { dense: true }),
      ...drawSharedLines({ ...shape, inputs: 1 }, (name) => random(`two ${name}`), { dense: true }),
    ]);
    expect(widestApart(dense, apart)[1]).toBeGreaterThan(APART);
  });
});

test("inputs out of range are refused", () => {
  const random = running("range", {})();
  for (const inputs of [0, 1.5, 1025])
    expect(() => drawSharedLines({ psi: relu, d: 2, k: 2, inputs }, random)).toThrow(/^inputs is/);
  expect(() => drawDenseNetwork({ psi: relu, d: 0, k: 2 }, random)).toThrow(/^d is/);
});

// Pinned to the last bit: a draw that changes must be seen.
test("lines of all shapes, to the last bit, with layers in memory and as they are asked for", () => {
  const streams = keyedStreams({ seed: "shared", sampler: "pinned", parameters: {} });
  const rows: string[] = [];
  for (const [n, setting] of (
    [
      { psi: tanh, d: 3, k: 4, inputs: 2 },
      { psi: relu, d: 3, k: 4, inputs: 2 },
      { psi: relu, d: 5, k: [6, 4, 7], inputs: 3, initialisation: "he", norm: 2 },
      { psi: tanh, d: 1, k: [2, 3], inputs: 2, coefficients: "gaussian" },
    ] as const
  ).entries())
    for (const dense of [false, true])
      for (const [j, line] of drawSharedLines(setting, streams(n), dense ? { dense } : undefined).entries()) {
        const values = line.at([0, 0.5, -2]).map(({ value }) => value);
        const flips = [{}, { limit: 0.7 }].map((options) => ({ ...line.smallestFlip(options) }));
        rows.push(`${n} ${j} ${dense}: ${exactly({ value: line.value, norm: line.gradientNorm, values, flips })}`);
        expect(values[0]).toBe(line.value);
        expect(line.at([1])[0].rounding).toBe(Infinity);
        expect(() => line.at([Number.NaN])).toThrow(new RangeError("eta is NaN; it must be finite"));
      }
  expect(rows).toMatchSnapshot();
  for (const inputs of [0, 1.5, 1025])
    expect(() => drawSharedLines({ psi: tanh, d: 3, k: 4, inputs }, streams(0))).toThrow(
      new RangeError(`inputs is ${inputs}; it must be an integer in [1, 2^10]`),
    );
  expect(drawSharedLines({ psi: tanh, d: 3, k: 1, inputs: 1024 }, streams(0))).toHaveLength(1024);
  expect(() => drawSharedLines({ psi: tanh, d: 3, k: 4, inputs: 1, norm: 0 }, streams(0))).toThrow("norm is 0");
});
