import type { PsiKernel } from "./psi-kernel.js";

/** Neurons of one sign, in blocks of 256. */
export interface Blocks {
  /** a = ±1 of all of them. */
  readonly sign: number;
  /** The number of the first block; it matters modulo 2^32 only. */
  readonly first: number;
  readonly neurons: number;
  /** Where the first block is, and how far apart they are, in bytes; 0 apart if none is kept. */
  readonly start: number;
  readonly stride: number;
}

/** v = alpha·u + along·s + spread·ξ, and what to sum of it. */
export interface RayPass {
  /** What the blocks hold from passes before. */
  readonly found: "nothing" | "u and slopes" | "u and v";
  readonly alpha: number;
  readonly along: number;
  readonly spread: number;
  /** How many of ETAS to look at. */
  readonly etas: number;
  /** Whether slopes are summed too. */
  readonly slopes: boolean;
}

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
  reserve: (bytes: number) => void;
  /** Writes `count` N(0, 1) variables, a multiple of 4, from the stream at `stream`, and advances it. */
  fill: (out: number, count: number, stream: number) => void;
  /**
   * Draws `count` N(0, 1) variables from STREAM_U, adds their sum and the sum of their squares to SUMS, and writes those
   * below `most` in absolute value to `out`, in order, with room for whole blocks; returns how many.
   */
  collect: (count: number, most: number, out: number) => number;
  /** Makes that the activation of the calls below. */
  usePsi: (psi: PsiKernel) => void;
  /** ψ and ψ' of the block of 256 arguments at byte `t`. */
  activate: (kind: number, t: number, values: number, slopes: number) => void;
  /**
   * Draws u of the neurons with ψ'(u) behind u, and adds to SUMS: Σaψ(u), Σs², Σus, Σ|u|, Σ‖s_B‖c_B for s = aψ'(u).
   */
  passOne: (kind: number, blocks: Blocks) => void;
  /**
   * The same blocks again, as far as they are not found: v in place of ψ'(u), with c_B for the component of ξ along s_B. Adds to RAY_SUMS Σ|v| unless v was found, and for each of ETAS Σaψ(u + ηv) and, if
   * asked for, Σaψ'(u + ηv)v.
   */
  passTwo: (kind: number, blocks: Blocks, ray: RayPass) => void;
  /** Adds the sum of `count` doubles at byte `x` to that at byte `sum`, a pair as in SUMS. */
  addUp: (x: number, count: number, sum: number) => void;
  /** Moves those of `count` doubles at `x` up to `bound` in size to the front, or if `far` the others; gives their number. */
  sift: (x: number, count: number, bound: number, far: number) => number;
  /** The same for the pairs of x and y with |x| > ratio·|y|. */
  siftPairs: (x: number, y: number, count: number, ratio: number) => number;
  /** Of `count` w and ω: w + shift in place of w, then alpha·w + spread·ω + offset in place of ω. */
  shiftedRay: (
    w: number,
    q: number,
    count: number,
    shift: number,
    alpha: number,
    spread: number,
    offset: number,
  ) => void;
  /**
   * Of those of `count` pairs for which w + eta·q has the other sign than w, adds to the sums from `sum` on:
   * sign·Σ(w + eta·q), sign·Σq, Σ(8 + |w| + |eta·q|).
   */
  flipped: (w: number, q: number, count: number, eta: number, sign: number, sum: number) => void;
  /**
   * Draws z ~ N(0, τ²) for `count` neurons from STREAM_U and, if asked, standard normal variables to `up` from
   * STREAM_XI, and adds Σψ(z)² and Σψ(z)·up to DEEP_SUMS. Vectors of the deep passes are in whole blocks, 0 at the end.
   */
  deepForward: (kind: number, count: number, z: number, up: number, tau: number, fresh: number) => void;
  /** up ← deviation·up + along·ψ(z); for b = ψ'(z)∘up adds Σb² and Σzb to DEEP_SUMS. */
  deepBackward: (kind: number, count: number, z: number, up: number, deviation: number, along: number) => void;
  /**
   * Draws a fresh standard normal vector for each direction, and for each point from ≤ i < many, `stride` bytes apart,
   * along_i·z + Σ_j C_ij·fresh_j; adds Σb·fresh_j to sum j of DEEP_SUMS.
   */
  deepPoints: (
    kind: number,
    count: number,
    z: number,
    up: number,
    points: number,
    stride: number,
    from: number,
    many: number,
    directions: number,
  ) => void;
  /**
   * Adds β_i·b to each point from ≤ i < many and leaves ψ of that there, as points before have it; takes d_0 = ψ(z) and
   * d_{1+i}, what is there less what is at its parent. Adds Σup·d_{1+i}, i ≥ from, to the sums of DEEP_SUMS and, unless it
   * is the last layer, Σd_p·d_q for p ≤ q to those behind, row by row, but for those of points before and x alone.
   */
  deepOutputs: (
    kind: number,
    count: number,
    z: number,
    up: number,
    points: number,
    stride: number,
    from: number,
    many: number,
    last: number,
  ) => void;
  /** Who last kept blocks in this memory, to be compared with; null for nobody. */
  keeper: symbol | null;
}
