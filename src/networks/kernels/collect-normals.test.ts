import { describe, expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { valuesOf } from "../line.js";
import { drawOneStepFast } from "../lines/draw-one-step-fast.js";
import { collectNormals } from "./collect-normals.js";
import { fillNormalFast } from "./fill-normal-fast.js";
import { BLOCKS } from "./layout.js";
import { normalState } from "./seed-state.js";
import { twinMachine } from "./twin-machine.js";
import { wasmMachine } from "./wasm-machine.js";

const streams = keyedStreams({ seed: "kernels", sampler: "collect-normals.test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;
const twin = twinMachine(BLOCKS);

describe.each([0, 1, 2, 255, 256, 257, 16_384, 16_385, 100_001])("%d variables", (n) => {
  test("kernel and twin have the same bits", () => {
    for (const most of [0, 0.03, 1.5, Infinity]) {
      const state = normalState(streams(n)("u"));
      expect(collectNormals(n, most, state, kernel)).toEqual(collectNormals(n, most, state, twin));
    }
  });

  test("are those of fillNormalFast, filtered and summed", () => {
    const all = new Float64Array(n);
    fillNormalFast(all, streams(n)("u"));
    const sizes = all.reduce((sum, x) => sum + Math.abs(x), 0);
    for (const most of [0.1, 2]) {
      const { sum, squares, small } = collectNormals(n, most, normalState(streams(n)("u")));
      expect(small).toEqual(all.filter((x) => Math.abs(x) < most));
      expect(Math.abs(sum - all.reduce((s, x) => s + x, 0))).toBeLessThanOrEqual(1e-12 * sizes);
      expect(Math.abs(squares - all.reduce((s, x) => s + x * x, 0))).toBeLessThanOrEqual(1e-12 * sizes);
    }
  });
});

test("what others do in the memory does not change a draw that was kept there", () => {
  const values = (disturb: () => void) => {
    const draw = drawOneStepFast({ psi: tanh, d: 100, k: 5000 }, streams(1));
    const first = valuesOf(draw, [1]);
    disturb();
    return [draw.value, draw.gradientNorm, ...first, ...valuesOf(draw, [2, 3])];
  };
  const undisturbed = values(() => {});
  const out = new Float64Array(5000);
  expect(values(() => fillNormalFast(out, streams(2)("u")))).toEqual(undisturbed);
  expect(values(() => collectNormals(5000, 9, normalState(streams(2)("u"))))).toEqual(undisturbed);
});
