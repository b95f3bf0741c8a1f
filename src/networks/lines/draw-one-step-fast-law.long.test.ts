import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, it } from "vitest";
import type { Activation } from "../../activations/activation.js";
import { expressionActivation } from "../../activations/expression-activation.js";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { binomial } from "../../chance/binomial.js";
import { distanceBetween, distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import {
  BLOCK,
  BLOCK_STRIDE,
  BLOCKS,
  STREAM_BYTES,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
} from "../kernels/layout.js";
import type { Machine, RayPass } from "../kernels/machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { valuesOf } from "../line.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawOneStep } from "./one-step.js";

const streams = keyedStreams({ seed: "kernels", sampler: "draw-one-step-fast.test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;
/** Kinks that a table has with steps of its own, or with those of smooth activations, and only one. */
const [relu6, clip, shiftedAbs] = ["min(6,max(0,t))", "max(-1,min(1,t))", "abs(t-0.37)-1"].map(expressionActivation);

/** A machine in which something is done to memory before each second pass, or to the ray of each of its calls. */
function beforeSecondPass(change: (machine: Machine) => void, edit: (ray: RayPass) => RayPass = (ray) => ray): Machine {
  const machine = wasmMachine(BLOCKS)!;
  const { passTwo } = machine;
  machine.passTwo = (kind, blocks, ray) => {
    if (blocks.first === 0) change(machine);
    passTwo(kind, blocks, edit(ray));
  };
  return machine;
}

/** ξ is made of the words of u. */
const xiReused = () =>
  beforeSecondPass(({ i32 }) => i32.copyWithin(STREAM_XI / 4, STREAM_U / 4, (STREAM_U + STREAM_BYTES) / 4));

describe("the joint law of f(x), ‖∇f(x)‖ and f(x + η∇f(x))", () => {
  const N = 12_000;
  const threshold = 2 * dkwDistance(N, 0.5e-10);

  /** Samples of single quantities and of combinations that a wrong joint law would change. */
  function statistics(draw: (i: number) => { value: number; norm: number; near: number; far: number }): Float64Array[] {
    const samples = Array.from({ length: 8 }, () => new Float64Array(N));
    for (let i = 0; i < N; i++) {
      const { value, norm, near, far } = draw(i);
      const row = [value, norm, near, far, near - value, far - near, value * near, (far - value) * (1 - norm)];
      row.forEach((x, j) => {
        samples[j][i] = x;
      });
    }
    return samples;
  }
  const fast = (psi: Activation, d: number, k: number, machine: Machine) =>
    statistics((i) => {
      const drawn = drawOneStepFast({ psi, d, k }, streams(i), { machine });
      const [near, far] = valuesOf(drawn, [-0.5, 2]);
      return { value: drawn.value, norm: drawn.gradientNorm, near, far };
    });
  const plainStreams = keyedStreams({ seed: "plain", sampler: "draw-one-step-fast.test", parameters: {} });
  const plain = (psi: Activation, d: number, k: number) =>
    statistics((i) => {
      const drawn = drawOneStep({ psi, d, k }, plainStreams(i));
      return {
        value: drawn.value,
        norm: drawn.gradientNorm,
        near: drawn.at([-0.5])[0].value,
        far: drawn.at([2])[0].value,
      };
    });
  const distances = (a: Float64Array[], b: Float64Array[]) => a.map((sample, j) => distanceBetween(sample, b[j]));

  it.each([
    { psi: tanh, d: 3, k: 5 },
    { psi: tanh, d: 1, k: 2 },
    { psi: gelu, d: 2, k: 1 },
    { psi: relu, d: 3, k: 6 },
    { psi: softplus, d: 50, k: 300 },
    { psi: clip, d: 3, k: 5 },
    { psi: shiftedAbs, d: 2, k: 4 },
    { psi: relu6, d: 3, k: 20 },
  ])("is that of the plain law for $psi.id, d = $d, k = $k", ({ psi, d, k }) => {
    expect(Math.max(...distances(fast(psi, d, k, kernel), plain(psi, d, k)))).toBeLessThan(threshold);
  });

  it("would be caught with ξ made of u's words, or with another d", () => {
    const right = plain(tanh, 3, 5);
    expect(Math.max(...distances(fast(tanh, 3, 5, xiReused()), right))).toBeGreaterThan(threshold);
    expect(Math.max(...distances(fast(tanh, 4, 5, kernel), right))).toBeGreaterThan(threshold);
  });

  it("would be caught with kinks half a cell off", () => {
    const machine = wasmMachine(BLOCKS)!;
    const { usePsi } = machine;
    machine.usePsi = (psi) => {
      const [rounder, step, reach, factor, offset] = psi.numbers;
      usePsi({ ...psi, numbers: [rounder, step, reach, factor, offset + step / 2] });
    };
    expect(Math.max(...distances(fast(relu6, 3, 20, machine), plain(relu6, 3, 20)))).toBeGreaterThan(threshold);
  });
});

describe("what is left of ξ across s, block by block", () => {
  const N = 4000;
  const threshold = dkwDistance(N, 1e-10);
  const cdf = (t: number) => 0.5 * erfc(-t * Math.SQRT1_2);
  const [d, k] = [7, 2 * BLOCK + 1];

  /**
   * From v = αu + s̃h²√k/S + (h/√d)(I − s̃s̃ᵀ/S)ξ, read from memory: coordinates of (I − s̃s̃ᵀ/S)ξ over their standard
   * deviations: the first neuron, the last one, the components along the first and the last s̃_B, and along a part of s̃
   * that starts and ends within blocks. A block's neurons have one sign; about half of 2·256 + 1 have either.
   */
  function coordinates(machine: Machine): Float64Array[] {
    const samples = Array.from({ length: 5 }, () => new Float64Array(N));
    for (let i = 0; i < N; i++) {
      const drawn = drawOneStepFast({ psi: tanh, d, k }, streams(i), { machine });
      const norm = drawn.gradientNorm;
      const positive = binomial(k, 0.5, streams(i)("a"));
      const blocks = [positive, k - positive].flatMap((neurons) =>
        Array.from({ length: Math.ceil(neurons / BLOCK) }, (_, b) => Math.min(BLOCK, neurons - b * BLOCK)),
      );
      /** The doubles of all blocks, BLOCK · part behind their start. */
      const read = (part: number) =>
        Float64Array.from(
          blocks.flatMap((count, b) => {
            const start = (BLOCKS + b * BLOCK_STRIDE) / 8 + part * BLOCK;
            return [...machine.f64.subarray(start, start + count)];
          }),
        );
      const u = read(0);
      const s = read(1).map((slope, j) => (j < positive ? slope : -slope));
      valuesOf(drawn, [1]);
      const v = read(1);
      const S = s.reduce((sum, x) => sum + x * x, 0);
      const alpha = s.reduce((sum, x, j) => sum + x * u[j], 0) / (Math.sqrt(k) * d);
      const hSquared = norm * norm - alpha * alpha * d;
      const xi = v.map((x, j) => (x - alpha * u[j] - (s[j] * hSquared * Math.sqrt(k)) / S) / Math.sqrt(hSquared / d));
      const along = (from: number, to: number) => {
        let [product, squares] = [0, 0];
        for (let j = from; j < to; j++) {
          product += s[j] * xi[j];
          squares += s[j] * s[j];
        }
        return product / Math.sqrt(squares * (1 - squares / S));
      };
      samples[0][i] = along(0, 1) * Math.sign(s[0]);
      samples[1][i] = along(k - 1, k) * Math.sign(s[k - 1]);
      samples[2][i] = along(0, blocks[0]);
      samples[3][i] = along(k - blocks[blocks.length - 1], k);
      samples[4][i] = along(100, 400);
    }
    return samples;
  }
  const worst = (machine: Machine) => Math.max(...coordinates(machine).map((sample) => distanceToLaw(sample, cdf)));

  it("is normal with the variance that the projection leaves", () => {
    expect(worst(kernel)).toBeLessThan(threshold);
  });

  it("would be caught with block components of another law, held to the constraint all the same", () => {
    // A generator of zeros names the far end of the base layer each time, so every component is from the left tail.
    const stuck = ({ i32 }: Machine) => i32.fill(0, STREAM_COMPONENTS / 4, STREAM_COMPONENTS / 4 + 32);
    const machine = beforeSecondPass(stuck);
    const { passOne } = machine;
    machine.passOne = (...parameters) => {
      stuck(machine);
      passOne(...parameters);
    };
    expect(worst(machine)).toBeGreaterThan(threshold);
  });
});
