import type { Machine } from "./machine.js";
import { prepareMemory } from "./prepare-memory.js";
import { twinFill } from "./twin-gaussian.js";

/** A machine in plain TypeScript, the same bits as WebAssembly and slower. */
export function twinMachine(bytes: number): Machine {
  let buffer = new ArrayBuffer(bytes);
  prepareMemory(buffer);
  let memory = { f64: new Float64Array(buffer), i32: new Int32Array(buffer) };
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
  };
}
