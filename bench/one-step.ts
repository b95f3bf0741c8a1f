import { relu } from "../src/activations/relu.js";
import { tanh } from "../src/activations/tanh.js";
import { fillNormal } from "../src/chance/normal.js";
import { fillNormalFast } from "../src/networks/kernels/fill-normal-fast.js";
import { BLOCK, BLOCKS, STREAM_U } from "../src/networks/kernels/layout.js";
import type { Machine } from "../src/networks/kernels/machine.js";
import { normalState } from "../src/networks/kernels/seed-state.js";
import { twinMachine } from "../src/networks/kernels/twin-machine.js";
import { wasmMachine } from "../src/networks/kernels/wasm-machine.js";
import { drawSlopedLine } from "../src/networks/lines/draw-line.js";
import { drawOneStep } from "../src/networks/lines/one-step.js";
import { medians } from "./medians.js";
import { numpy } from "./numpy.js";
import { type Line, timed, times } from "./section.js";
import { streams } from "./streams.js";

const K = 100_000;
const D = 100_000;

/** A normal variable, and a neuron of the one-step law (value, gradient norm, one η), by kernels, twin, plain and NumPy. */
export function oneStep(): Line[] {
  const out = new Float64Array(K);
  const kernel: Machine = wasmMachine(BLOCKS) ?? twinMachine(BLOCKS);
  const twin = twinMachine(BLOCKS);
  const tasks: Record<string, { work: number; run: (call: number) => void }> = {
    gaussian: {
      work: 256 * BLOCK,
      run: () => {
        kernel.reserve(BLOCKS + 8 * BLOCK);
        kernel.i32.set(normalState(streams(0)("u")), STREAM_U / 4);
        for (let i = 0; i < 256; i++) kernel.fill(BLOCKS, BLOCK, STREAM_U);
      },
    },
    "gaussian into an array": { work: K, run: (call) => fillNormalFast(out, streams(call)("u"), kernel) },
    "gaussian twin": { work: K, run: (call) => fillNormalFast(out, streams(call)("u"), twin) },
    "gaussian plain": { work: K, run: (call) => fillNormal(out, streams(call)("u")) },
  };
  for (const psi of [tanh, relu]) {
    const by = (machine: Machine) => (call: number) =>
      drawSlopedLine({ psi, d: D, k: K }, streams(call), { machine }).at([0.1]);
    tasks[psi.id] = { work: K, run: by(kernel) };
    tasks[`${psi.id} twin`] = { work: K, run: by(twin) };
    tasks[`${psi.id} plain`] = {
      work: K,
      run: (call) => drawOneStep({ psi, d: D, k: K }, streams(call)).at([0.1]),
    };
  }
  const before = numpy("one-step-numpy.py", K, 9);
  const found = medians(tasks);
  const after = numpy("one-step-numpy.py", K, 9);
  const beside = (name: string) => {
    const all = [`${times(found[`${name} plain`].median / found[name].median)} plain TypeScript`];
    if (before && after)
      for (const kind of ["plain", "tuned"]) {
        const theirs = (before[`${name} ${kind}`] + after[`${name} ${kind}`]) / 2;
        all.push(`${times(theirs / found[name].median)} NumPy ${kind} (${theirs.toFixed(1)} ns)`);
      }
    return { beside: all.join(", ") };
  };
  const k = "k = d = 10⁵, value, norm, one η, a neuron";
  return [
    timed("a normal variable", found.gaussian, "ns", { goal: "1.6, then 1.25", ...beside("gaussian") }),
    timed("the same into an array", found["gaussian into an array"], "ns"),
    timed("the same, twin", found["gaussian twin"], "ns"),
    timed(`tanh, one step, ${k}`, found.tanh, "ns", { goal: "10, then 7.5", ...beside("tanh") }),
    timed("the same, twin", found["tanh twin"], "ns"),
    timed(`ReLU, one step, ${k}`, found.relu, "ns", { goal: "4.5, then 2.5", ...beside("relu") }),
    timed("the same, twin", found["relu twin"], "ns"),
  ];
}
