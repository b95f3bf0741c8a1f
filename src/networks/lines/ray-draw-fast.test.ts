import { describe, expect, test } from "vitest";
import { abs } from "../../activations/abs.js";
import { expressionActivation } from "../../activations/expression-activation.js";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { scaledTanh } from "../../activations/scaled-tanh.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { MOST_POINTS } from "../kernels/deep-layout.js";
import { BLOCKS } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { twinMachine } from "../kernels/twin-machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { valuesOf } from "../line.js";
import { canDrawRayFast, drawRayFast } from "./ray-draw-fast.js";
import { pointsOfRayFast } from "./ray-room.js";

const streams = keyedStreams({ seed: "ray-fast", sampler: "ray-draw-fast-test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;
const twin = twinMachine(BLOCKS);
const he = { initialisation: "he" } as const;

const kinked = ["min(6,max(0,t))", "max(-1,min(1,t))"].map(expressionActivation);

describe.each([tanh, gelu, softplus, scaledTanh(0.1), relu, abs, ...kinked])("$id", (activation) => {
  test("kernel and twin have the same bits", () => {
    const everything = (k: number, depth: number, machine: Machine) => {
      const draw = drawRayFast({ psi: activation, d: 20, k, depth, ...he }, streams(k), { machine });
      return [
        draw.value,
        draw.gradientNorm,
        ...[
          [1, -2, 30],
          [0, 1.5, 1],
          [2, 0.9],
        ].flatMap((etas) => valuesOf(draw, etas)),
      ];
    };
    for (const k of [1, 2, 255, 256, 257, 1000])
      for (const depth of [1, 2, 4]) expect(everything(k, depth, kernel)).toEqual(everything(k, depth, twin));
  });

  test.runIf(activation.kinks.length === 0)("the slope at η = 0 is ‖∇f(x)‖², and near points are near", () => {
    for (const depth of [1, 3]) {
      const draw = drawRayFast({ psi: activation, d: 50, k: 300, depth, ...he }, streams(depth));
      const slope = draw.gradientNorm ** 2;
      const [up, down] = valuesOf(draw, [1e-4, -1e-4]);
      expect(Math.abs((up - down) / 2e-4 / slope - 1)).toBeLessThan(1e-6);
      for (const gap of [1e-3, 1e-6]) {
        const [first, second, third] = valuesOf(draw, [1 + gap, 1 + 2 * gap, 1 + 3 * gap]);
        expect(Math.abs((third - second) / (second - first) - 1)).toBeLessThan(1e-5 + 10 * gap);
      }
    }
  });
});

test("what another draw does in between does not change a draw, nor how its points are grouped", () => {
  const draw = (i: number) => drawRayFast({ psi: tanh, d: 50, k: 700, depth: 3, ...he }, streams(i));
  const [one, other, grouped] = [draw(1), draw(2), draw(1)];
  const first = valuesOf(one, [1, -3]);
  const disturbed = valuesOf(other, [2]);
  expect([...first, ...valuesOf(one, [4, 0, 1])]).toEqual([
    ...valuesOf(grouped, [1, -3, 4]).slice(0, 2),
    ...valuesOf(grouped, [4, 0, 1]),
  ]);
  expect(valuesOf(other, [2])).toEqual(disturbed);
});

test.each([
  [relu, 1],
  [relu, 3],
  [tanh, 1],
  [tanh, 4],
] as const)("points asked for one by one are those asked for at once: %o, %d layers", (psi, depth) => {
  const etas = [3, -1, 2.9, 0.5, -7, 1e-3, 19, 3.001];
  const draw = () => drawRayFast({ psi, d: 7, k: 600, depth, ...he }, streams(9));
  const once = valuesOf(draw(), etas);
  const oneByOne = draw();
  expect(etas.flatMap((eta) => valuesOf(oneByOne, [eta]))).toEqual(once);
  const disturbed = draw();
  const seen = etas.flatMap((eta, i) => {
    if (i % 3 === 2) valuesOf(draw(), [i]);
    return valuesOf(disturbed, [eta]);
  });
  expect(seen).toEqual(once);
});

test("as many points as fit in 4 GiB", () => {
  const [million, wide] = [1e6, 1e7].map((k) => pointsOfRayFast({ k, depth: 6 }));
  expect(million).toBe(MOST_POINTS);
  expect(wide).toBeLessThan(MOST_POINTS);
  expect((wide + 12) * 8e7).toBeLessThan(2 ** 32);
  expect((wide + 13) * 8.1e7).toBeGreaterThan(2 ** 32);
  expect(pointsOfRayFast({ k: 1e9, depth: 6 })).toBe(0);
});

test("more points than there is room for are refused, and a ψ without a kernel", () => {
  const draw = drawRayFast({ psi: tanh, d: 5, k: 5 }, streams(0));
  const etas = Array.from({ length: MOST_POINTS }, (_, i) => i + 1);
  expect(valuesOf(draw, etas)).toHaveLength(MOST_POINTS);
  expect(() => valuesOf(draw, [1000])).toThrow(new RangeError("etas are 129 in all; they must be at most 128"));
  expect(() => valuesOf(draw, [Number.NaN])).toThrow(new RangeError("eta is NaN; it must be finite"));
  const rough = { ...tanh, kinks: [0, 1, Math.PI] };
  expect(() => drawRayFast({ psi: rough, d: 5, k: 5 }, streams(0))).toThrow(RangeError);
  expect(canDrawRayFast({ psi: rough, k: 5, depth: 1 })).toBe(false);
  expect(canDrawRayFast({ psi: tanh, k: 2 ** 26, depth: 4 })).toBe(false);
  expect(canDrawRayFast({ psi: tanh, k: 2 ** 16, depth: 4 })).toBe(true);
});
