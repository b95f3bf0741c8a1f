import { exp, log } from "./elementary.js";
import { DENSITIES, LAYERS, REJECTIONS, ZIGGURAT } from "./layout.js";

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

/** 2·place + 1 of a word's upper 50 bits, from −2^50 to 2^50, the same distance from 0 on both sides. */
function place(high: number, low: number): number {
  return (high >>> 0) * 2 ** 19 + ((low >>> 13) | 1) - 2 ** 50;
}

/** The layer that a word names. */
function layerOf(low: number): number {
  return (low >>> 4) & (LAYERS - 1);
}

/** The twin of `under`: whether a candidate in the wedge of that layer lies under the density. */
function under({ f64, i32 }: Memory, layer: number, x: number, rejections: number): boolean {
  const high = nextWord(i32, rejections, 1) >>> 6;
  const end = f64[ZIGGURAT / 8 + 2 * layer] * 2 ** 50;
  const isTop = layer === LAYERS - 1;
  const width = isTop ? end * end : end - f64[ZIGGURAT / 8 + 2 * layer + 2] * 2 ** 50;
  const rise = isTop ? width - x * x : end - Math.abs(x);
  const height = high * 2 ** -26 * width;
  if (isTop || (layer >= 4 && layer <= 1021)) {
    if (height < rise - 0.03125 * width) return true;
    if (height > rise + 0.03125 * width) return false;
  }
  const u = (high * 2 ** 26 + (nextWord(i32, rejections, 1) >>> 6) + 0.5) * 2 ** -52;
  const bottom = f64[DENSITIES / 8 + layer];
  return bottom + u * (f64[DENSITIES / 8 + layer + 1] - bottom) < exp(-0.5 * x * x);
}

/** What becomes of a candidate x beyond the core of its layer: kept, or replaced by a fresh variable. */
function decide(memory: Memory, candidateLayer: number, candidate: number, rejections: number): number {
  const { f64, i32 } = memory;
  let layer = candidateLayer;
  let x = candidate;
  for (;;) {
    if (layer === 0) return x < 0 ? -tail(i32, rejections) : tail(i32, rejections);
    if (under(memory, layer, x, rejections)) return x;
    const high = nextWord(i32, rejections, 1);
    const low = nextWord(i32, rejections, 1);
    layer = layerOf(low);
    x = place(high, low) * f64[ZIGGURAT / 8 + 2 * layer];
    if (x * x < f64[ZIGGURAT / 8 + 2 * layer + 1]) return x;
  }
}

/**
 * The twin of `fill`: `count` variables, a multiple of 4, at byte `out` from the stream at byte `stream`. Two successive
 * lanes of a generator are the low and the high half of a word; two words of the first generator come before two of the
 * second. The kernel decides candidates after each 256, the twin at once; rejections have a stream of their own, so the
 * bits are the same.
 */
export function twinFill(memory: Memory, out: number, count: number, stream: number): void {
  const { f64, i32 } = memory;
  const rejections = (stream + REJECTIONS) >> 2;
  for (let i = 0; i < count; i++) {
    const lane = (stream >> 2) + 16 * ((i >> 1) & 1) + 2 * (i & 1);
    const low = nextWord(i32, lane, 4);
    const high = nextWord(i32, lane + 1, 4);
    const layer = layerOf(low);
    const x = place(high, low) * f64[ZIGGURAT / 8 + 2 * layer];
    const isInside = x * x < f64[ZIGGURAT / 8 + 2 * layer + 1];
    f64[(out >> 3) + i] = isInside ? x : decide(memory, layer, x, rejections);
  }
}
