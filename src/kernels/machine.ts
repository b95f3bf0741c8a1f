/**
 * What runs the kernels: WebAssembly SIMD or its plain twin, over a memory laid out as in `layout.ts`. Both leave the
 * same bits in memory after the same calls. Addresses are in bytes.
 */
export interface Machine {
  readonly name: "webassembly" | "twin";
  /** The memory as doubles and as words. Taken anew after `reserve`, which may move it. */
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  /** Makes the memory at least that many bytes long; its contents stay. */
  reserve(bytes: number): void;
  /** Writes `count` N(0, 1) variables, a multiple of 4, from the stream at `stream`, and advances it. */
  fill(out: number, count: number, stream: number): void;
}
