import { exp, log } from "./elementary.js";
import { DENSITIES, REJECTIONS, ZIGGURAT } from "./layout.js";

/** A memory laid out as in `layout.ts`. */
export interface Memory {
  readonly f64: Float64Array;
  readonly i32: Int32Array;
}

/** Where the tail starts, x_1 of 1024 layers. */
const TAIL = 4.038849846109504;

/**
 * The next word of one lane of xoshiro128++ (Blackman and Vigna 2019) whose four words are `stride` apart, starting at
 * index `at`.
 */
function nextWord(i32: Int32Array, at: number, stride: number): number {
  const a = i32[at];
  const b = i32[at + stride];
  const c = i32[at + 2 * stride] ^ a;
  const d = i32[at + 3 * stride];
  const sum = (a + d) | 0;
  const e = d ^ b;
  i32[at] = a ^ e;
  i32[at + stride] = b ^ c;
  i32[at + 2 * stride] = c ^ (b << 9);
  i32[at + 3 * stride] = (e << 11) | (e >>> 21);
  return (((sum << 7) | (sum >>> 25)) + a) | 0;
}

/** A uniform double in (0, 1) from the one-lane generator at index `at`. */
function uniform(i32: Int32Array, at: number): number {
  const high = nextWord(i32, at, 1) >>> 6;
  const low = nextWord(i32, at, 1) >>> 6;
  return (high * 2 ** 26 + low + 0.5) * 2 ** -52;
}

/** |X| given |X| > TAIL, by Marsaglia's exponential rejection (1964). */
function tail(i32: Int32Array, at: number): number {
  for (;;) {
    const a = -log(uniform(i32, at)) / TAIL;
    const b = -log(uniform(i32, at));
    if (2 * b > a * a) return TAIL + a;
  }
}

/** The place that a word's upper 51 bits name, in (−2^50, 2^50), the same distance from 0 on both sides. */
function place(high: number, low: number): number {
  return (high >>> 0) * 2 ** 19 + (low >>> 13) + 0.5 - 2 ** 50;
}

/** What becomes of a candidate x beyond the core of its layer: kept, or replaced by a fresh variable. */
function decide({ f64, i32 }: Memory, candidateLayer: number, candidate: number, rejections: number): number {
  let layer = candidateLayer;
  let x = candidate;
  for (;;) {
    if (layer === 0) return x < 0 ? -tail(i32, rejections) : tail(i32, rejections);
    const bottom = f64[DENSITIES / 8 + layer];
    const top = f64[DENSITIES / 8 + layer + 1];
    if (bottom + uniform(i32, rejections) * (top - bottom) < exp(-0.5 * x * x)) return x;
    const high = nextWord(i32, rejections, 1);
    const low = nextWord(i32, rejections, 1);
    layer = low & 1023;
    x = place(high, low) * f64[ZIGGURAT / 8 + 2 * layer];
    if (x * x < f64[ZIGGURAT / 8 + 2 * layer + 1]) return x;
  }
}

/**
 * The twin of `fill`: `count` variables, a multiple of 4, at byte `out` from the stream at byte `stream`. The kernel
 * decides candidates after each 256, the twin at once; rejections have a stream of their own, so the bits are the same.
 */
export function twinFill(memory: Memory, out: number, count: number, stream: number): void {
  const { f64, i32 } = memory;
  const state = stream >> 2;
  const rejections = (stream + REJECTIONS) >> 2;
  for (let i = 0; i < count; i++) {
    const lane = i & 3;
    const high = nextWord(i32, state + lane, 4);
    const low = nextWord(i32, state + 16 + lane, 4);
    const layer = low & 1023;
    const x = place(high, low) * f64[ZIGGURAT / 8 + 2 * layer];
    const inside = x * x < f64[ZIGGURAT / 8 + 2 * layer + 1];
    f64[(out >> 3) + i] = inside ? x : decide(memory, layer, x, rejections);
  }
}
