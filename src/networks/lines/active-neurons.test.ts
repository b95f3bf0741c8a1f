import { describe, expect, test } from "vitest";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { sign } from "../../activations/sign.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { BLOCKS } from "../kernels/layout.js";
import { twinMachine } from "../kernels/twin-machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { type SlopedLine, valuesOf } from "../line.js";
import type { Setting, Widths } from "../setting.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawReluFast } from "./draw-relu-fast.js";
import { drawRayFast } from "./ray-draw-fast.js";

const streams = keyedStreams({ seed: "fast", sampler: "pinned", parameters: {} });
const machines = [wasmMachine(BLOCKS)!, twinMachine(BLOCKS)];
const ETAS = [0, 0.2, -1, 5, -40, 1e4];

const shown = (line: SlopedLine) =>
  exactly({
    value: line.value,
    norm: line.gradientNorm,
    values: valuesOf(line, ETAS),
    slopes: line.slopes(ETAS),
    roundings: line.at(ETAS).map(({ rounding }) => rounding),
    again: valuesOf(line, [7, 0.2]),
  });

/** Near 0 a line rises by ‖∇f‖², and slopes are those of values. */
function isLine(line: SlopedLine): void {
  expect(line.slopes([0])[0] / line.gradientNorm ** 2).toBeCloseTo(1, 9);
  for (const { rounding } of line.at(ETAS)) expect([rounding > 0, rounding < 1e-8]).toEqual([true, true]);
}

// Pinned to the last bit: a draw that changes must be seen.
describe.each(machines)("", (machine) => {
  test("a ReLU line by what flips, near neurons and far ones, to the last bit", () => {
    const rows: string[] = [];
    for (const [d, k] of [
      [1, 1],
      [1, 9],
      [3, 40],
      [40, 300],
      [1000, 9000],
      [2 ** 40, 9000],
      [2 ** 53, 3],
    ]) {
      const line = drawReluFast({ d, k }, streams(k), { machine });
      rows.push(`${d} ${k}: ${shown(line)}`);
      if (line.gradientNorm > 0) isLine(line);
      rows.push(exactly({ ...line.smallestFlip({ tolerance: 0.01 }) }));
    }
    expect(rows).toMatchSnapshot();
  });

  test("one step by the kernels, to the last bit", () => {
    const rows: string[] = [];
    for (const psi of [tanh, relu, sign])
      for (const [d, k] of [
        [1, 1],
        [2, 255],
        [9, 256],
        [2 ** 53, 1100],
      ]) {
        const line = drawOneStepFast({ psi, d, k }, streams(k), { machine });
        rows.push(`${psi.id} ${d} ${k}: ${shown(line)}`);
        if (psi === tanh) isLine(line);
      }
    expect(rows).toMatchSnapshot();
  });

  test("a ray through layers by the kernels, to the last bit", () => {
    const rows: string[] = [];
    const settings: readonly Setting<Widths>[] = [
      { psi: tanh, d: 1, k: 1 },
      { psi: gelu, d: 5, k: 300, depth: 2 },
      { psi: relu, d: 50, k: [9, 257, 3], coefficients: "gaussian", initialisation: "he", norm: 2 },
      { psi: tanh, d: 2 ** 53, k: 40, depth: 4, initialisation: "he" },
      { psi: relu, d: 3, k: 1, depth: 3 },
    ];
    for (const [n, setting] of settings.entries()) {
      const line = drawRayFast(setting, streams(n), { machine });
      const values = valuesOf(line, [0.5, -3, 0, 0.5001]);
      const more = valuesOf(line, [9, 0.5, -2.9]);
      rows.push(`${n}: ${exactly({ value: line.value, norm: line.gradientNorm, values, more })}`);
      expect([values[2], more[1]]).toEqual([line.value, values[0]]);
      expect(Math.abs(values[3] - values[0])).toBeLessThan(1e-2);
      rows.push(exactly({ ...line.smallestFlip({ tolerance: 0.1, limit: 3 }) }));
    }
    expect(rows).toMatchSnapshot();
  });
});

test("progress is told as passes go on, and blocks that are not kept are drawn again", () => {
  const told: number[] = [];
  const k = 2 ** 20 + 300;
  const line = drawOneStepFast({ psi: relu, d: 9, k }, streams(5), { progress: (done) => told.push(done) });
  expect(exactly([line.value, line.gradientNorm, ...valuesOf(line, [1])])).toMatchSnapshot();
  expect(told).toMatchSnapshot();
  expect(told.at(-1)).toBe(k);
  const some: number[] = [];
  const other = drawReluFast({ d: 2 ** 24, k: 2 ** 21 + 9 }, streams(6), { progress: (done) => some.push(done) });
  expect(exactly([other.value, ...valuesOf(other, [1, -2])])).toMatchSnapshot();
  expect(some).toMatchSnapshot();
  // Here all active neurons are near, and more than are kept.
  const many = drawReluFast({ d: 4, k: 2 ** 21 + 9 }, streams(7));
  const [first, second] = valuesOf(many, [1, -2]);
  expect(exactly([many.value, first, second])).toMatchSnapshot();
  expect([...valuesOf(drawReluFast({ d: 4, k: 2 ** 21 + 9 }, streams(7)), [-2, 1])]).toEqual([second, first]);
});

test("what the kernels cannot draw is refused in full", () => {
  const odd = { ...tanh, id: "odd", kinks: [0, 1, Math.SQRT2], expression: null };
  expect(() => drawOneStepFast({ psi: odd, d: 2, k: 2 }, streams(0))).toThrow(
    new RangeError("psi is odd; it must be one that the kernels can compute"),
  );
  expect(() => drawRayFast({ psi: odd, d: 2, k: [2, 3] }, streams(0))).toThrow(
    new RangeError("psi is odd, k 2,3 and depth 2; psi must have a kernel and all fit in 4 GiB"),
  );
  const line = drawRayFast({ psi: tanh, d: 2, k: 2 }, streams(0));
  expect(() => line.at(Array.from({ length: 129 }, (_, i) => i + 1))).toThrow(
    new RangeError("etas are 129 in all; they must be at most 128"),
  );
  expect(() => line.at([Number.NaN])).toThrow(new RangeError("eta is NaN; it must be finite"));
  expect(() => drawReluFast({ d: 2, k: 2 }, streams(0)).slopes([Infinity])).toThrow(
    new RangeError("eta is Infinity; it must be finite"),
  );
});
