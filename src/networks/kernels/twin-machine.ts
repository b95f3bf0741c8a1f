import { BLOCK } from "./layout.js";
import { loadPsi } from "./load-psi.js";
import type { Machine } from "./machine.js";
import { prepareMemory } from "./prepare-memory.js";
import type { PsiKernel } from "./psi-kernel.js";
import { type TwinActivation, twinActivation } from "./twin-activation.js";
import { twinCollect } from "./twin-collect.js";
import { twinDeepBackward, twinDeepForward, twinDeepOutputs, twinDeepPoints } from "./twin-deep.js";
import { twinFill } from "./twin-gaussian.js";
import { twinPassOne, twinPassTwo } from "./twin-passes.js";
import { twinAddUp, twinFlipped, twinShiftedRay, twinSift, twinSiftPairs } from "./twin-relu.js";

/** A machine in plain TypeScript, the same bits as WebAssembly and slower. */
export function twinMachine(bytes: number): Machine {
  let buffer = new ArrayBuffer(bytes);
  prepareMemory(buffer);
  let memory = { f64: new Float64Array(buffer), i32: new Int32Array(buffer) };
  let psi: PsiKernel | undefined;
  let functions: TwinActivation | undefined;
  const activation = () => {
    if (!functions) throw new Error("no activation is in use");
    return functions;
  };
  return {
    name: "twin",
    get f64() {
      return memory.f64;
    },
    get i32() {
      return memory.i32;
    },
    reserve(least) {
      if (buffer.byteLength >= least) return;
      const larger = new ArrayBuffer(Math.ceil(least / 8) * 8);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      memory = { f64: new Float64Array(buffer), i32: new Int32Array(buffer) };
    },
    fill: (out, count, stream) => twinFill(memory, out, count, stream),
    collect: (...parameters) => twinCollect(memory, parameters),
    usePsi(next) {
      if (psi === next) return;
      loadPsi(memory.f64, next);
      psi = next;
      functions = twinActivation(next);
    },
    activate(_kind, t, values, slopes) {
      const { value, slope } = activation();
      const { f64 } = memory;
      for (let i = 0; i < BLOCK; i++) {
        f64[(values >> 3) + i] = value(f64[(t >> 3) + i]);
        f64[(slopes >> 3) + i] = slope(f64[(t >> 3) + i]);
      }
    },
    passOne: (_kind, blocks) => twinPassOne(memory, activation(), blocks),
    passTwo: (_kind, blocks, ray) => twinPassTwo(memory, activation(), blocks, ray),
    addUp: (...parameters) => {
      twinAddUp(memory, parameters);
    },
    sift: (...parameters) => twinSift(memory, parameters),
    siftPairs: (...parameters) => twinSiftPairs(memory, parameters),
    shiftedRay: (...parameters) => {
      twinShiftedRay(memory, parameters);
    },
    flipped: (...parameters) => {
      twinFlipped(memory, parameters);
    },
    deepForward: (...parameters) => twinDeepForward(memory, activation(), parameters),
    deepBackward: (...parameters) => twinDeepBackward(memory, activation(), parameters),
    deepPoints: (...parameters) => twinDeepPoints(memory, activation(), parameters),
    deepOutputs: (...parameters) => twinDeepOutputs(memory, activation(), parameters),
    keeper: null,
  };
}
