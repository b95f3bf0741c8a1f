import { BLOCKS } from "./layout.js";
import type { Machine } from "./machine.js";
import { twinMachine } from "./twin-machine.js";
import { wasmMachine } from "./wasm-machine.js";

let memo: Machine | undefined;

/**
 * The machine of this thread: WebAssembly SIMD, or the twin where that is missing. Made at first use; it is a place to
 * compute and holds nothing that a result depends on.
 */
export function defaultMachine(): Machine {
  memo ??= wasmMachine(BLOCKS) ?? twinMachine(BLOCKS);
  return memo;
}
