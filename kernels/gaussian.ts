import { CONSTANTS, DENSITIES, REJECTIONS, REPAIRS, ZIGGURAT } from "../src/networks/kernels/layout";
import { exp, log } from "./elementary";

/** Where the tail starts, x_1 of 1024 layers. */
const TAIL: f64 = 4.038849846109504;

// @ts-ignore: decorator
@inline
function rotate(x: v128, left: i32): v128 {
  return v128.or(i32x4.shl(x, left), i32x4.shr_u(x, 32 - left));
}

/** The next 32 bits of the one-lane xoshiro128++ at `state`. */
function next(state: usize): u32 {
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  const result = rotl<u32>(a + d, 7) + a;
  const t = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= t;
  d = rotl<u32>(d, 11);
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, d, 12);
  return result;
}

/** A uniform double in (0, 1): the midpoints of 2^52 equal cells. */
function uniform(state: usize): f64 {
  const high = <f64>(next(state) >>> 6);
  const low = <f64>(next(state) >>> 6);
  return (high * 67108864 + low + 0.5) * 2.220446049250313e-16;
}

/** |X| given |X| > TAIL, by Marsaglia's exponential rejection (1964). */
function tail(state: usize): f64 {
  while (true) {
    const a: f64 = -log(uniform(state)) / TAIL;
    const b: f64 = -log(uniform(state));
    if (2 * b > a * a) return TAIL + a;
  }
}

/**
 * Whether a candidate x in the wedge of that layer lies under the density, at a height uniform between those of the
 * layer's ends. Mostly seen from the chord between them: for layers 4 to 1021 the density is within 0.03 of the
 * layer's height of it, and the topmost one is as close to a parabola.
 */
function under(layer: u32, x: f64, state: usize): bool {
  const high = <f64>(next(state) >>> 6);
  const end = load<f64>(layer << 4, ZIGGURAT) * 1125899906842624;
  let width: f64 = end - load<f64>(layer << 4, ZIGGURAT + 16) * 1125899906842624;
  let rise: f64 = end - abs<f64>(x);
  if (layer == 1023) {
    width = end * end;
    rise = width - x * x;
  }
  const height = high * 1.4901161193847656e-8 * width;
  if (layer - 4 < 1018 || layer == 1023) {
    if (height < rise - 0.03125 * width) return true;
    if (height > rise + 0.03125 * width) return false;
  }
  const u = (high * 67108864 + <f64>(next(state) >>> 6) + 0.5) * 2.220446049250313e-16;
  const bottom = load<f64>(layer << 3, DENSITIES);
  return bottom + u * (load<f64>(layer << 3, DENSITIES + 8) - bottom) < exp(-0.5 * x * x);
}

/** What becomes of a candidate x of that layer beyond the core: kept, or replaced by a fresh variable. */
function decide(layer: u32, x: f64, state: usize): f64 {
  while (true) {
    if (layer == 0) return copysign<f64>(tail(state), x);
    if (under(layer, x, state)) return x;
    const high = next(state);
    const low = next(state);
    layer = (low >>> 4) & 1023;
    x = <f64>high * 524288 + <f64>((low >>> 13) | 1) - 1125899906842624;
    x *= load<f64>(layer << 4, ZIGGURAT);
    if (x * x < load<f64>(layer << 4, ZIGGURAT + 8)) return x;
  }
}

/** Decides those of the four candidates at `out` that lie beyond the core of their layer, at offsets in the table. */
function repair(out: usize, offsets: usize, state: usize): void {
  let bits = 0;
  for (let i = 0; i < 4; i++) {
    const x = load<f64>(out + (i << 3));
    bits |= i32(x * x >= load<f64>(load<u32>(offsets + (i << 3)), ZIGGURAT + 8)) << i;
  }
  for (; bits; bits &= bits - 1) {
    const i = ctz<i32>(bits);
    const at = out + (i << 3);
    store<f64>(at, decide(load<u32>(offsets + (i << 3)) >>> 4, load<f64>(at), state));
  }
}

/**
 * Writes the candidates of two words to `out` and says which are beyond the core of their layer. A word is, from the top,
 * a 50-bit place, 10 bits of layer and 4 bits unused; the double 2^52 + 2·place + 1 is made of its bits.
 */
// @ts-ignore: decorator
@inline
function two(out: usize, words: v128, mask: v128, exponent: v128, middle: v128): v128 {
  const layers = v128.and(words, mask);
  const place = v128.or(i64x2.shr_u(words, 13), exponent);
  const first = v128.load(i32x4.extract_lane(layers, 0), ZIGGURAT);
  const second = v128.load(i32x4.extract_lane(layers, 2), ZIGGURAT);
  const x = f64x2.mul(f64x2.sub(place, middle), v128.shuffle<f64>(first, second, 0, 2));
  v128.store(out, x);
  return f64x2.ge(f64x2.mul(x, x), v128.shuffle<f64>(first, second, 1, 3));
}

/** The same for four words; the result is 0 if none is beyond. */
// @ts-ignore: decorator
@inline
function four(out: usize, a: v128, b: v128, mask: v128, exponent: v128, middle: v128): i32 {
  const beyond = two(out, a, mask, exponent, middle);
  return i64x2.bitmask(v128.or(beyond, two(out + 16, b, mask, exponent, middle)));
}

/** Notes that the four candidates at `out`, of those words, have one to decide. */
// @ts-ignore: decorator
@inline
function noted(note: usize, out: usize, a: v128, b: v128, mask: v128): usize {
  store<usize>(note, out);
  v128.store(note, v128.and(a, mask), 16);
  v128.store(note, v128.and(b, mask), 32);
  return note + 48;
}

/**
 * Writes `count` candidates, a multiple of 4 up to 256, to `out` and notes in REPAIRS which fours have one beyond the
 * core of its layer. The constants come from memory since the engine would otherwise make them anew in every round,
 * nothing is called within the loop so that the state stays in registers, and a round makes eight variables since each
 * costs a check of the stack.
 *
 * @returns the end of the notes.
 */
function candidates(out: usize, count: i32, stream: usize): usize {
  const mask = v128.load(CONSTANTS);
  const exponent = v128.load(CONSTANTS, 16);
  const middle = v128.load(CONSTANTS, 32);
  let a0 = v128.load(stream);
  let a1 = v128.load(stream, 16);
  let a2 = v128.load(stream, 32);
  let a3 = v128.load(stream, 48);
  let b0 = v128.load(stream, 64);
  let b1 = v128.load(stream, 80);
  let b2 = v128.load(stream, 96);
  let b3 = v128.load(stream, 112);
  let note: usize = REPAIRS;
  const end = out + (count << 3);
  while (true) {
    const x1 = i32x4.add(rotate(i32x4.add(a0, a3), 7), a0);
    const p1 = i32x4.shl(a1, 9);
    a2 = v128.xor(a2, a0);
    a3 = v128.xor(a3, a1);
    a1 = v128.xor(a1, a2);
    a0 = v128.xor(a0, a3);
    a2 = v128.xor(a2, p1);
    a3 = rotate(a3, 11);
    const y1 = i32x4.add(rotate(i32x4.add(b0, b3), 7), b0);
    const q1 = i32x4.shl(b1, 9);
    b2 = v128.xor(b2, b0);
    b3 = v128.xor(b3, b1);
    b1 = v128.xor(b1, b2);
    b0 = v128.xor(b0, b3);
    b2 = v128.xor(b2, q1);
    b3 = rotate(b3, 11);
    if (four(out, x1, y1, mask, exponent, middle)) note = noted(note, out, x1, y1, mask);
    out += 32;
    if (out >= end) break;
    const x2 = i32x4.add(rotate(i32x4.add(a0, a3), 7), a0);
    const p2 = i32x4.shl(a1, 9);
    a2 = v128.xor(a2, a0);
    a3 = v128.xor(a3, a1);
    a1 = v128.xor(a1, a2);
    a0 = v128.xor(a0, a3);
    a2 = v128.xor(a2, p2);
    a3 = rotate(a3, 11);
    const y2 = i32x4.add(rotate(i32x4.add(b0, b3), 7), b0);
    const q2 = i32x4.shl(b1, 9);
    b2 = v128.xor(b2, b0);
    b3 = v128.xor(b3, b1);
    b1 = v128.xor(b1, b2);
    b0 = v128.xor(b0, b3);
    b2 = v128.xor(b2, q2);
    b3 = rotate(b3, 11);
    if (four(out, x2, y2, mask, exponent, middle)) note = noted(note, out, x2, y2, mask);
    out += 32;
    if (out >= end) break;
  }
  v128.store(stream, a0);
  v128.store(stream, a1, 16);
  v128.store(stream, a2, 32);
  v128.store(stream, a3, 48);
  v128.store(stream, b0, 64);
  v128.store(stream, b1, 80);
  v128.store(stream, b2, 96);
  v128.store(stream, b3, 112);
  return note;
}

/** Writes `count` independent N(0, 1) variables, a multiple of 4, to `out`, from the stream at `stream`. */
export function fill(out: usize, count: i32, stream: usize): void {
  while (count > 0) {
    const part = min(count, 256);
    const end = candidates(out, part, stream);
    for (let note: usize = REPAIRS; note < end; note += 48) repair(load<usize>(note), note + 16, stream + REJECTIONS);
    out += part << 3;
    count -= part;
  }
}
