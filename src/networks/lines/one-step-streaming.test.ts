import { describe, expect, test } from "vitest";
import { defineActivation } from "../../activations/define-activation.js";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { runningStreams } from "../testing/running-streams.js";
import { drawOneStep } from "./one-step.js";
import { drawLayer, gradientWeights, normals } from "./one-step-layer.js";
import type { OneStepSetting } from "./one-step-setting.js";
import { drawOneStepStreaming } from "./one-step-streaming.js";
import { stepLaw } from "./step-law.js";

const streams = keyedStreams({ seed: "streaming", sampler: "streaming-test", parameters: {} });
const ETAS = [0.8, -2.5, -2.8];
const dead = defineActivation({ id: "dead", value: () => 0, derivative: () => 0, lipschitz: 0 });

test.each<OneStepSetting>([
  { activation: tanh, d: 100, k: 500 },
  { activation: relu, d: 1, k: 33, coefficients: "gaussian" },
  { activation: softplus, d: 2 ** 53, k: 1000, norm: 3 },
  { activation: dead, d: 3, k: 4 },
])("one block is the draw in memory, bit for bit: %#", async (setting) => {
  const inMemory = drawOneStep(setting, streams(1));
  const streamed = await drawOneStepStreaming(setting, streams(1), { blockSize: 1000 });
  expect([streamed.value, streamed.gradientNorm]).toEqual([inMemory.value, inMemory.gradientNorm]);
  const points = await streamed.after(ETAS);
  expect(points).toEqual(
    ETAS.map((eta) => ({
      value: inMemory.valueAfter(eta),
      slope: inMemory.slopeAfter(eta),
      rounding: inMemory.roundingAfter(eta),
    })),
  );
});

test("many blocks are the law on their vectors put together, the last block shorter", async () => {
  const [d, k, blockSize] = [50, 1000, 64];
  const setting: OneStepSetting = { activation: tanh, d, k, norm: 5, coefficients: "gaussian" };
  const random = streams(2);
  const blocks = Array.from({ length: 16 }, (_, b) => {
    const named: Streams = (name) => random(b === 0 ? name : `${name}/${b}`);
    const part = {
      k: Math.min(blockSize, k - b * blockSize),
      coefficients: "gaussian",
      scale: 5 / Math.sqrt(d),
    } as const;
    return { ...drawLayer(part, named), xi: normals(part.k, named("xi")) };
  });
  const together = (name: "a" | "z" | "u" | "xi") => Float64Array.from(blocks.flatMap((block) => [...block[name]]));
  const [a, z, u, xi] = [together("a"), together("z"), together("u"), together("xi")];
  const s = gradientWeights(tanh, { a, u });
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, t, i) => sum + t * y[i], 0);
  const { norm } = stepLaw({ d, y: [z], s, degrees: d - 1 }, random);
  const h = Math.sqrt(norm ** 2 - dot(z, s) ** 2 / d);
  const v = u.map((t, i) => {
    const across = xi[i] - (dot(s, xi) / dot(s, s)) * s[i];
    return (dot(u, s) / 25) * t + (s[i] * h * h) / dot(s, s) + (h / Math.sqrt(d)) * across;
  });
  const f = (eta: number) => u.reduce((sum, t, i) => sum + a[i] * Math.tanh(t + eta * v[i]), 0) / Math.sqrt(k);

  const streamed = await drawOneStepStreaming(setting, random, { blockSize });
  expect(streamed.value).toBeCloseTo(f(0), 12);
  expect(streamed.gradientNorm).toBeCloseTo(norm, 12);
  (await streamed.after(ETAS)).forEach(({ value }, i) => {
    expect(value).toBeCloseTo(f(ETAS[i]), 12);
  });
});

describe("the law, in blocks of 2", () => {
  const DRAWS = 6000;
  const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);
  const setting: OneStepSetting = { activation: tanh, d: 3, k: 5 };

  /** f(x), ‖∇f‖, and joint statistics of f on the ray; one sample each. */
  const statistics = (f: number, norm: number, [f1, f2, f3]: readonly number[]) => [
    f,
    norm,
    f1,
    f2,
    f3 - f2,
    f1 - f - ETAS[0] * norm * norm,
    f2 - f - ETAS[1] * norm * norm,
    f * f1,
    f1 * f2 * norm,
  ];
  const columns = (rows: readonly (readonly number[])[]) =>
    rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]));

  const memory = columns(
    Array.from({ length: DRAWS }, (_, n) => {
      const { value, gradientNorm, valueAfter } = drawOneStep(setting, streams(n));
      return statistics(value, gradientNorm, ETAS.map(valueAfter));
    }),
  );
  async function distances(random: (n: number) => Streams) {
    const rows: number[][] = [];
    for (let n = 0; n < DRAWS; n++) {
      const draw = await drawOneStepStreaming(setting, random(n), { blockSize: 2 });
      const points = await draw.after(ETAS);
      rows.push(
        statistics(
          draw.value,
          draw.gradientNorm,
          points.map(({ value }) => value),
        ),
      );
    }
    return columns(rows).map((column, j) => distanceBetween(column, memory[j]));
  }

  // Each of the nine passes THRESHOLD by chance with probability at most 1e-10.
  test("is that of a draw in memory", async () => {
    const fresh = keyedStreams({ seed: "streaming", sampler: "streaming-test", parameters: { part: "law" } });
    for (const distance of await distances(fresh)) expect(distance).toBeLessThan(THRESHOLD);
  });

  test("is not if the second pass sees another network, or all blocks are one", async () => {
    const running = runningStreams("passes", {});
    expect(Math.max(...(await distances(() => running)))).toBeGreaterThan(THRESHOLD);
    const same = (n: number): Streams => {
      const random = streams(n);
      return (name) => random(name.split("/")[0]);
    };
    expect(Math.max(...(await distances(same)))).toBeGreaterThan(THRESHOLD);
  });
});

test("progress comes after each block of each pass", async () => {
  const seen: (readonly [number, number])[] = [];
  const onProgress = (visited: number, k: number) => void seen.push([visited, k]);
  const draw = await drawOneStepStreaming({ activation: tanh, d: 9, k: 10 }, streams(3), { blockSize: 4, onProgress });
  expect(seen).toEqual([
    [4, 10],
    [8, 10],
    [10, 10],
  ]);
  await draw.after([1]);
  expect(seen).toHaveLength(6);
});

test("an abort ends either pass with the signal's reason", async () => {
  const reason = new Error("enough");
  const huge: OneStepSetting = { activation: tanh, d: 1e15, k: 1e12 };
  const controller = new AbortController();
  const onProgress = () => {
    controller.abort(reason);
  };
  const options = { blockSize: 64, onProgress, signal: controller.signal };
  await expect(drawOneStepStreaming(huge, streams(4), options)).rejects.toBe(reason);
  const draw = await drawOneStepStreaming({ ...huge, k: 100 }, streams(4));
  await expect(draw.after([1], { signal: controller.signal })).rejects.toBe(reason);
});

test.each<[object, object, string]>([
  [{ k: 2 ** 54 }, {}, "k is 18014398509481984; it must be an integer in [1, 2^53]"],
  [{}, { blockSize: 0 }, "blockSize is 0; it must be an integer in [1, 2^24]"],
  [{}, { blockSize: 2 ** 25 }, "blockSize is 33554432; it must be an integer in [1, 2^24]"],
  [{ d: 0 }, {}, "d is 0; it must be an integer in [1, 2^53]"],
])("%j with %j is refused", async (wrong, options, message) => {
  const setting = { activation: tanh, d: 4, k: 4, ...wrong };
  await expect(drawOneStepStreaming(setting, streams(0), options)).rejects.toThrow(new RangeError(message));
});
