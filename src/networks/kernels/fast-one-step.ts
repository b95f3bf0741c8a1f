import type { Machine } from "./machine.js";

/** The same network as `OneStepDraw` of src/network sees it, for any number of η at once. */
export interface FastOneStepDraw {
  /** f(x); the first pass. */
  readonly value: number;
  /** ‖∇f(x)‖; the first pass, and one χ². */
  readonly gradientNorm: number;
  /** f(x + η∇f(x)) for each η, finite; a further pass for every eight of them. */
  readonly valuesAfter: (etas: readonly number[]) => number[];
  /** d/dη f(x + η∇f(x)) for each η. */
  readonly slopesAfter: (etas: readonly number[]) => number[];
  /**
   * A bound on the error of `value` (η = 0) or of `valuesAfter([η])` by rounding and by the activation's table;
   * infinite for ψ that is not Lipschitz.
   */
  readonly roundingAfter: (eta: number) => number;
}

export interface FastOptions {
  /** What computes: WebAssembly where there is SIMD, else the twin, with the same results. */
  readonly machine?: Machine;
  /** Called after every million neurons or so of a pass with how many are done; may throw to give up. */
  readonly progress?: (done: number) => void;
}
