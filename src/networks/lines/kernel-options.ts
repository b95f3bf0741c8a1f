import type { Machine } from "../kernels/machine.js";

/** How a law that draws by the kernels is to do so. */
export interface KernelOptions {
  /** What computes: WebAssembly where there is SIMD, else the twin, with the same results. */
  readonly machine?: Machine;
  /** Called after every million neurons or so of a pass with how many are done; may throw to give up. */
  readonly progress?: (done: number) => void;
}
