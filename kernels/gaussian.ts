import { CONSTANTS, DENSITIES, REJECTIONS, REPAIRS, ZIGGURAT } from "../src/kernels/layout";
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

/** What becomes of a candidate x of that layer beyond the core: kept, or replaced by a fresh variable. */
function decide(layer: u32, x: f64, state: usize): f64 {
  while (true) {
    if (layer == 0) return copysign<f64>(tail(state), x);
    const density = DENSITIES + (layer << 3);
    const bottom = load<f64>(density);
    if (bottom + uniform(state) * (load<f64>(density, 8) - bottom) < exp(-0.5 * x * x)) return x;
    const high = next(state);
    const low = next(state);
    layer = low & 1023;
    x = <f64>high * 524288 + <f64>(low >>> 13) + 0.5 - 1125899906842624;
    x *= load<f64>(layer << 4, ZIGGURAT);
    if (x * x < load<f64>(layer << 4, ZIGGURAT + 8)) return x;
  }
}

/** Decides those of the four candidates at `out` that lie beyond the core of their layer, at offsets in the table. */
function repair(out: usize, offsets: usize, state: usize): void {
  for (let i = 0; i < 4; i++) {
    const offset = load<u32>(offsets + (i << 2));
    const x = load<f64>(out + (i << 3));
    if (!(x * x < load<f64>(offset, ZIGGURAT + 8))) store<f64>(out + (i << 3), decide(offset >>> 4, x, state));
  }
}

/**
 * Writes the candidates of four words, given by halves, to `out`; the bits of the result say whether one is beyond the
 * core of its layer. A word is, from the top, a 51-bit signed position, 3 bits unused and 10 bits of layer; the double
 * 2^51 + position + ½ is made of its bits.
 */
// @ts-ignore: decorator
@inline
function four(out: usize, high: v128, low: v128, mask: v128, exponent: v128, middle: v128): i32 {
  const layers = v128.and(i32x4.shl(low, 4), mask);
  const left = v128.or(i64x2.shr_u(v128.shuffle<i32>(low, high, 0, 4, 1, 5), 12), exponent);
  const right = v128.or(i64x2.shr_u(v128.shuffle<i32>(low, high, 2, 6, 3, 7), 12), exponent);
  const e0 = v128.load(i32x4.extract_lane(layers, 0), ZIGGURAT);
  const e1 = v128.load(i32x4.extract_lane(layers, 1), ZIGGURAT);
  const x = f64x2.mul(f64x2.sub(left, middle), v128.shuffle<f64>(e0, e1, 0, 2));
  v128.store(out, x);
  const e2 = v128.load(i32x4.extract_lane(layers, 2), ZIGGURAT);
  const e3 = v128.load(i32x4.extract_lane(layers, 3), ZIGGURAT);
  const y = f64x2.mul(f64x2.sub(right, middle), v128.shuffle<f64>(e2, e3, 0, 2));
  v128.store(out, y, 16);
  return i64x2.bitmask(
    v128.or(
      f64x2.ge(f64x2.mul(x, x), v128.shuffle<f64>(e0, e1, 1, 3)),
      f64x2.ge(f64x2.mul(y, y), v128.shuffle<f64>(e2, e3, 1, 3)),
    ),
  );
}

/** Notes that the four candidates at `out` have one to decide. */
// @ts-ignore: decorator
@inline
function noted(note: usize, out: usize, low: v128, mask: v128): usize {
  store<usize>(note, out);
  v128.store(note, v128.and(i32x4.shl(low, 4), mask), 16);
  return note + 32;
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
    const high1 = i32x4.add(rotate(i32x4.add(a0, a3), 7), a0);
    const p1 = i32x4.shl(a1, 9);
    a2 = v128.xor(a2, a0);
    a3 = v128.xor(a3, a1);
    a1 = v128.xor(a1, a2);
    a0 = v128.xor(a0, a3);
    a2 = v128.xor(a2, p1);
    a3 = rotate(a3, 11);
    const low1 = i32x4.add(rotate(i32x4.add(b0, b3), 7), b0);
    const q1 = i32x4.shl(b1, 9);
    b2 = v128.xor(b2, b0);
    b3 = v128.xor(b3, b1);
    b1 = v128.xor(b1, b2);
    b0 = v128.xor(b0, b3);
    b2 = v128.xor(b2, q1);
    b3 = rotate(b3, 11);
    if (four(out, high1, low1, mask, exponent, middle)) note = noted(note, out, low1, mask);
    out += 32;
    if (out >= end) break;
    const high2 = i32x4.add(rotate(i32x4.add(a0, a3), 7), a0);
    const p2 = i32x4.shl(a1, 9);
    a2 = v128.xor(a2, a0);
    a3 = v128.xor(a3, a1);
    a1 = v128.xor(a1, a2);
    a0 = v128.xor(a0, a3);
    a2 = v128.xor(a2, p2);
    a3 = rotate(a3, 11);
    const low2 = i32x4.add(rotate(i32x4.add(b0, b3), 7), b0);
    const q2 = i32x4.shl(b1, 9);
    b2 = v128.xor(b2, b0);
    b3 = v128.xor(b3, b1);
    b1 = v128.xor(b1, b2);
    b0 = v128.xor(b0, b3);
    b2 = v128.xor(b2, q2);
    b3 = rotate(b3, 11);
    if (four(out, high2, low2, mask, exponent, middle)) note = noted(note, out, low2, mask);
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
    for (let note: usize = REPAIRS; note < end; note += 32) repair(load<usize>(note), note + 16, stream + REJECTIONS);
    out += part << 3;
    count -= part;
  }
}
