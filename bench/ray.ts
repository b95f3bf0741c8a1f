import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gelu } from "../src/activations/gelu.js";
import { relu } from "../src/activations/relu.js";
import { tanh } from "../src/activations/tanh.js";
import { drawLine } from "../src/networks/lines/draw-line.js";
import { drawRay } from "../src/networks/lines/ray-draw.js";
import { medians } from "./medians.js";
import { type Line, timed, times } from "./section.js";
import { streams } from "./streams.js";

const SIZE = 1_000_000;
const ETAS = [1, 2, -1];
const SHAPE = { d: SIZE, k: SIZE, depth: 6, initialisation: "he" } as const;

const DRAWS: Readonly<Record<string, (call: number) => unknown>> = {
  relu: seen(relu),
  "relu at x": (call) => drawLine({ ...SHAPE, psi: relu }, streams(call)).gradientNorm,
  tanh: seen(tanh),
  gelu: seen(gelu),
};

function seen(psi: typeof relu) {
  return (call: number) => {
    const { gradientNorm, at } = drawLine({ ...SHAPE, psi }, streams(call));
    return [gradientNorm, at(ETAS)];
  };
}

/** Most memory, in MB, of a process that makes five such draws, and of one that makes none. */
function memory(name: string): number {
  const here = fileURLToPath(import.meta.url);
  return Number(execFileSync(process.execPath, [here, name]).toString()) / 1024;
}

/** Six layers at k = d = 10⁶: value, gradient norm and three points of the ray. */
export function ray(): Line[] {
  const run = (name: string) => ({ work: 1, run: DRAWS[name] });
  const found = medians(Object.fromEntries(Object.keys(DRAWS).map((name) => [name, run(name)])), 9, 0);
  const atX = medians({ relu: run("relu at x") }, 9, 20).relu;
  const plain = medians(
    {
      relu: { work: 1, run: (call) => drawRay({ ...SHAPE, psi: relu }, streams(call)).at(ETAS) },
      tanh: { work: 1, run: (call) => drawRay({ ...SHAPE, psi: tanh }, streams(call)).at(ETAS) },
    },
    1,
    0,
  );
  const nothing = memory("nothing");
  const line = (name: string, goal: string, slow?: number) =>
    timed(`${name}, L = 6, k = d = 10⁶, three points`, found[name], "ms", {
      goal,
      beside: [
        ...(slow === undefined
          ? []
          : [`${times(slow / found[name].median)} plain TypeScript (${(slow / 1e9).toFixed(1)} s)`]),
        `${Math.round(memory(name) - nothing)} MB beyond Node.js's own ${Math.round(nothing)}`,
      ].join(", "),
    });
  return [
    line("relu", "100, then 45; 150 MB", plain.relu.median),
    timed("relu, value and gradient norm alone", atX, "µs"),
    line("tanh", "250", plain.tanh.median),
    line("gelu", "250"),
  ];
}

// As a process of its own: makes draws of that name and prints the most memory that it had, in KiB.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const draw = DRAWS[process.argv[2]];
  for (let call = 0; call < 5; call++) draw?.(call);
  // Not `process.resourceUsage()`, which starts at what the parent had.
  const status = readFileSync("/proc/self/status", "utf8");
  process.stdout.write(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? "NaN");
}
