import { execFileSync } from "node:child_process";
import { relu } from "../src/activations/relu.js";
import { tanh } from "../src/activations/tanh.js";
import { drawOneStepFast } from "../src/kernels/draw-one-step-fast.js";
import { fillNormalFast } from "../src/kernels/fill-normal-fast.js";
import { BLOCK, BLOCKS, STREAM_U } from "../src/kernels/layout.js";
import { normalState } from "../src/kernels/seed-state.js";
import { twinMachine } from "../src/kernels/twin-machine.js";
import { wasmMachine } from "../src/kernels/wasm-machine.js";
import { drawOneStep } from "../src/network/one-step.js";
import { fillNormal } from "../src/random/normal.js";
import { keyedStreams } from "../src/random/streams.js";
import { medians } from "./medians.js";

const K = 100_000;
const D = 100_000;
const streams = keyedStreams({ seed: "bench", sampler: "bench", parameters: {} });

/** NumPy's times, or null without it: Debian's python3 is tried first, then whichever comes first in the path. */
function numpy(): Record<string, number> | null {
  for (const python of ["/usr/bin/python3", "python3"]) {
    try {
      const out = execFileSync(python, ["bench/one-step-numpy.py", String(K), "9"], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      return JSON.parse(out.toString());
    } catch {
      // Not this one.
    }
  }
  return null;
}

/**
 * Prints what a normal variable and a neuron of the one-step law (value, gradient norm, one η) cost, in nanoseconds:
 * kernels, twin, the plain law, and NumPy before and after, since other work on the machine slows all of them.
 */
function main(): void {
  const out = new Float64Array(K);
  const kernel = wasmMachine(BLOCKS);
  const twin = twinMachine(BLOCKS);
  const machines = kernel ? { kernel, twin } : { twin };
  const tasks: Record<string, { work: number; run: (call: number) => void }> = {
    "gaussian plain TypeScript": { work: K, run: (call) => fillNormal(out, streams(call)("u")) },
  };
  for (const [name, machine] of Object.entries(machines)) {
    machine.reserve(BLOCKS + 8 * BLOCK);
    machine.i32.set(normalState(streams(0)("u")), STREAM_U / 4);
    const many = 256;
    tasks[`gaussian ${name} alone`] = {
      work: many * BLOCK,
      run: () => {
        for (let i = 0; i < many; i++) machine.fill(BLOCKS, BLOCK, STREAM_U);
      },
    };
    tasks[`gaussian ${name}`] = { work: K, run: (call) => fillNormalFast(out, streams(call)("u"), machine) };
  }
  for (const psi of [tanh, relu]) {
    for (const [name, machine] of Object.entries(machines)) {
      tasks[`${psi.id} ${name}: value and norm`] = {
        work: K,
        run: (call) => drawOneStepFast(psi, D, K, streams(call), { machine })!.gradientNorm,
      };
      tasks[`${psi.id} ${name}: value, norm, one η`] = {
        work: K,
        run: (call) => drawOneStepFast(psi, D, K, streams(call), { machine })!.valuesAfter([0.1]),
      };
      tasks[`${psi.id} ${name}: value, norm, eight η`] = {
        work: K,
        run: (call) => drawOneStepFast(psi, D, K, streams(call), { machine })!.valuesAfter([1, 2, 3, 4, 5, 6, 7, 8]),
      };
    }
    tasks[`${psi.id} plain TypeScript: value, norm, one η`] = {
      work: K,
      run: (call) => {
        const drawn = drawOneStep({ activation: psi, d: D, k: K }, streams(call));
        return [drawn.value, drawn.gradientNorm, drawn.valueAfter(0.1)];
      },
    };
  }
  const [before, measured, after] = [numpy(), medians(tasks), numpy()];
  const print = (name: string, median: number, least: number | null) =>
    console.log(
      `${name.padEnd(46)} ${median.toFixed(2).padStart(8)} ${least === null ? "" : least.toFixed(2).padStart(8)}`,
    );
  console.log(`k = ${K}, d = ${D}; ns a variable or neuron: median of 15 rounds, least`);
  for (const [name, { median, least }] of Object.entries(measured)) print(name, median, least);
  if (!before || !after) {
    console.log("NumPy is not here to compare with.");
    return;
  }
  for (const name of Object.keys(before)) print(`${name} NumPy`, (before[name] + after[name]) / 2, null);
  if (!kernel) return;
  for (const [name, task] of [
    ["gaussian", "gaussian kernel"],
    ["tanh", "tanh kernel: value, norm, one η"],
    ["relu", "relu kernel: value, norm, one η"],
  ])
    for (const kind of ["plain", "tuned"]) {
      const theirs = (before[`${name} ${kind}`] + after[`${name} ${kind}`]) / 2;
      console.log(`${name}: ${(theirs / measured[task].median).toFixed(1)} × NumPy ${kind}`);
    }
}

main();
