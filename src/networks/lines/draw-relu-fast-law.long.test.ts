import { describe, expect, it } from "vitest";
import { relu } from "../../activations/relu.js";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import { BLOCKS } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { valuesOf } from "../line.js";
import { drawReluFast } from "./draw-relu-fast.js";
import { drawOneStep } from "./one-step.js";

const streams = keyedStreams({ seed: "kernels", sampler: "draw-relu-fast.test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;

/** A machine whose own `flipped` is given something else, or nothing. */
function withFlipped(change: (flipped: Machine["flipped"]) => Machine["flipped"]): Machine {
  const machine = wasmMachine(BLOCKS)!;
  machine.flipped = change(machine.flipped);
  return machine;
}

describe("the joint law of f(x), ‖∇f(x)‖ and f(x + η∇f(x))", () => {
  const N = 12_000;
  const threshold = 2 * dkwDistance(N, 0.5e-10);
  interface Seen {
    readonly value: number;
    readonly norm: number;
    readonly near: number;
    readonly far: number;
  }

  function statistics(draw: (i: number) => Seen): Float64Array[] {
    const samples = Array.from({ length: 8 }, () => new Float64Array(N));
    for (let i = 0; i < N; i++) {
      const { value, norm, near, far } = draw(i);
      const row = [value, norm, near, far, near - value, far - near, value * near, (far - value) * (1 - norm)];
      row.forEach((x, j) => {
        // What is 0 in exact arithmetic must not be told apart by rounding.
        samples[j][i] = Math.round(x * 1e9) / 1e9;
      });
    }
    return samples;
  }
  const plainStreams = keyedStreams({ seed: "plain", sampler: "draw-relu-fast.test", parameters: {} });
  const plain = (d: number, k: number, etas: readonly [number, number]) =>
    statistics((i) => {
      const drawn = drawOneStep({ psi: relu, d, k }, plainStreams(i));
      const [near, far] = valuesOf(drawn, etas);
      return { value: drawn.value, norm: drawn.gradientNorm, near, far };
    });
  const fast = (d: number, k: number, etas: readonly [number, number], machine: Machine) =>
    statistics((i) => {
      const drawn = drawReluFast({ d, k }, streams(i), { machine });
      const [near, far] = valuesOf(drawn, etas);
      return { value: drawn.value, norm: drawn.gradientNorm, near, far };
    });
  const largest = (a: Float64Array[], b: Float64Array[]) =>
    Math.max(...a.map((sample, j) => distanceBetween(sample, b[j])));

  const settings: readonly (readonly [number, number, readonly [number, number]])[] = [
    [1, 1, [-0.5, 3]],
    [1, 4, [-3, 2]],
    [2, 1, [-0.5, 2]],
    [3, 6, [-0.5, 2]],
    [5, 40, [-4, 3]],
    [4000, 6, [-60, 100]],
    [4000, 60, [-30, 35]],
    [4000, 3, [-300, 400]],
  ];
  it.each(settings)("is that of the plain law for d = %d, k = %d, η = %j", (d, k, etas) => {
    expect(largest(fast(d, k, etas, kernel), plain(d, k, etas))).toBeLessThan(threshold);
  });

  const [d, k, etas] = settings[settings.length - 1];
  const right = plain(d, k, etas);
  it.each<[string, Machine]>([
    [
      "no inactive neuron flipped",
      withFlipped(
        (flipped) =>
          (...a) =>
            void (a[4] < 0 && flipped(...a)),
      ),
    ],
    [
      "no active neuron flipped",
      withFlipped(
        (flipped) =>
          (...a) =>
            void (a[4] > 0 && flipped(...a)),
      ),
    ],
    [
      "steps were another's",
      withFlipped(
        (flipped) =>
          (w, q, n, e, ...rest) =>
            flipped(w, q, n, -e, ...rest),
      ),
    ],
  ])("would be caught if %s", (_, machine) => {
    expect(largest(fast(d, k, etas, machine), right)).toBeGreaterThan(threshold);
  });
});
