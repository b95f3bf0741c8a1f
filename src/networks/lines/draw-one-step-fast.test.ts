import { describe, expect, it } from "vitest";
import { abs } from "../../activations/abs.js";
import type { Activation } from "../../activations/activation.js";
import { expressionActivation } from "../../activations/expression-activation.js";
import { gelu } from "../../activations/gelu.js";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { scaledTanh } from "../../activations/scaled-tanh.js";
import { sign } from "../../activations/sign.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { BLOCKS, STREAM_COMPONENTS } from "../kernels/layout.js";
import type { Machine, RayPass } from "../kernels/machine.js";
import { twinMachine } from "../kernels/twin-machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { valuesOf } from "../line.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";

const streams = keyedStreams({ seed: "kernels", sampler: "draw-one-step-fast.test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;
const twin = twinMachine(BLOCKS);
/** Kinks that a table has with steps of its own, or with those of smooth activations, and only one. */
const [relu6, clip, shiftedAbs] = ["min(6,max(0,t))", "max(-1,min(1,t))", "abs(t-0.37)-1"].map(expressionActivation);
const ETAS = [0, 0.3, -2, 40, 1e-9, 1, 2, 3, 4, -1e6];

function everything(psi: Activation, d: number, k: number, draw: number, machine: Machine): number[] {
  const { at, slopes, ...seen } = drawOneStepFast({ psi, d, k }, streams(draw), { machine });
  const points = at(ETAS).flatMap(({ value, rounding }) => [value, rounding]);
  return [seen.value, seen.gradientNorm, ...points, ...slopes(ETAS)];
}

describe("kernel and twin", () => {
  const activations = [tanh, gelu, softplus, scaledTanh(0.1), relu, leakyRelu, abs, sign, relu6, clip, shiftedAbs];
  it.each(activations)("have the same bits for $id", (psi) => {
    for (const k of [1, 2, 3, 255, 256, 257, 5000])
      for (const d of [1, 2, 1e15]) expect(everything(psi, d, k, k, kernel)).toEqual(everything(psi, d, k, k, twin));
  });

  it("have the same bits when an odd neuron's empty neighbour might lead beyond the table", () => {
    for (let draw = 0; draw < 2000; draw++)
      for (const k of [1, 3, 5])
        expect(everything(tanh, 3, k, draw, kernel)).toEqual(everything(tanh, 3, k, draw, twin));
  });

  it.each([100_000, 263_000])("have the same bits for %d neurons, kept or not", (k) => {
    for (const psi of [tanh, relu, shiftedAbs])
      expect(everything(psi, 100, k, 7, kernel)).toEqual(everything(psi, 100, k, 7, twin));
  });
});

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

/** The components c_B of the second pass are not those that the first summed. */
const componentsAnew = () =>
  beforeSecondPass(({ i32 }) => i32.fill(12345, STREAM_COMPONENTS / 4, STREAM_COMPONENTS / 4 + 32));

describe("identities of every draw", () => {
  const missed = (psi: Activation, d: number, k: number, machine: Machine) => {
    const drawn = drawOneStepFast({ psi, d, k }, streams(1), { machine });
    const [slope] = drawn.slopes([0]);
    return Math.abs(slope / drawn.gradientNorm ** 2 - 1);
  };
  it.each([1, 2, 300, 70_000, 300_000])("d/dη f(x + η∇f) at η = 0 is ‖∇f‖² for k = %d", (k) => {
    for (const psi of [tanh, softplus, relu, abs, relu6, clip, shiftedAbs])
      expect(missed(psi, 5, Math.max(k, [relu, relu6, clip].includes(psi) ? 20 : 1), kernel)).toBeLessThan(1e-13);
  });

  it("would be caught with other block components, or a wrong multiple of s", () => {
    expect(missed(tanh, 5, 300, componentsAnew())).toBeGreaterThan(1e-3);
    const shifted = beforeSecondPass(
      () => {},
      (ray) => ({ ...ray, along: ray.along * (1 + 1e-12) }),
    );
    expect(missed(tanh, 5, 300, shifted)).toBeGreaterThan(1e-13);
  });

  it("f(x + 0·∇f(x)) is f(x), and the slope is the difference quotient's limit", () => {
    const drawn = drawOneStepFast({ psi: tanh, d: 30, k: 1000 }, streams(2), { machine: kernel });
    const e = 2 ** -17;
    const [here, before, after] = valuesOf(drawn, [0, 0.4 - e, 0.4 + e]);
    expect(here).toBe(drawn.value);
    const [slope] = drawn.slopes([0.4]);
    expect(Math.abs((after - before) / (2 * e) - slope)).toBeLessThan(1e-9);
  });
});

it("gives the same whatever else was drawn or asked for in between", () => {
  const one = drawOneStepFast({ psi: tanh, d: 10, k: 1000 }, streams(3), { machine: kernel });
  const [first] = valuesOf(one, [0.5]);
  const other = drawOneStepFast({ psi: relu, d: 10, k: 5000 }, streams(4), { machine: kernel });
  const [otherFirst] = valuesOf(other, [0.5]);
  const [again, more] = valuesOf(one, [0.5, 2]);
  expect(again).toBe(first);
  expect(valuesOf(other, [1, 0.5])[1]).toBe(otherFirst);
  expect(valuesOf(one, [1, 2])[1]).toBe(more);
  const fresh = drawOneStepFast({ psi: tanh, d: 10, k: 1000 }, streams(3), { machine: twin });
  expect(valuesOf(fresh, [2])[0]).toBe(more);
});

it("refuses a width or a step that is none", () => {
  expect(() => drawOneStepFast({ psi: tanh, d: 3, k: 0.5 }, streams(0))).toThrow(
    "k is 0.5; it must be an integer in [1, 2^53]",
  );
  expect(() => valuesOf(drawOneStepFast({ psi: tanh, d: 3, k: 2 }, streams(0)), [NaN])).toThrow(
    "eta is NaN; it must be finite",
  );
});
