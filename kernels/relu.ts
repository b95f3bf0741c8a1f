import { BLOCK_BYTES, CONSTANTS } from "../src/networks/kernels/layout";
import { addTo, total } from "./sums";

/** Bytes that are summed in each of four lanes at a time, 8 doubles; then the parts of a block are, then the lanes. */
const PART_BYTES: usize = 256;

/** 0 behind `count` doubles up to a multiple of 4; gives the end. */
function padded(x: usize, count: i32): usize {
  const end = x + (((count + 3) & ~3) << 3);
  for (let i = x + (count << 3); i < end; i += 8) store<f64>(i, 0);
  return end;
}

/** Σx, x up to a block long from `x` to `end`. */
// @ts-ignore: decorator
@inline
function blockSum(x: usize, end: usize): f64 {
  const zero = f64x2.splat(0);
  let left = zero;
  let right = zero;
  while (x < end) {
    let partLeft = zero;
    let partRight = zero;
    for (const next = min(x + PART_BYTES, end); x < next; x += 32) {
      partLeft = f64x2.add(partLeft, v128.load(x));
      partRight = f64x2.add(partRight, v128.load(x, 16));
    }
    left = f64x2.add(left, partLeft);
    right = f64x2.add(right, partRight);
  }
  return total(f64x2.add(left, right));
}

/** Adds the sum of `count` doubles at `x` to that at `sum`. */
export function addUp(x: usize, count: i32, sum: usize): void {
  for (const end = padded(x, count); x < end; x += BLOCK_BYTES) addTo(sum, blockSum(x, min(x + BLOCK_BYTES, end)));
}

/** Moves those of `count` doubles at `x` up to `bound` in size to the front, or if `far` the others; gives their number. */
export function sift(x: usize, count: i32, bound: f64, far: i32): i32 {
  const signBit = v128.load(CONSTANTS, 48);
  const limit = f64x2.splat(bound);
  const not = i64x2.splat(-(<i64>far));
  const end = padded(x, count);
  let out = x;
  // All are stored and only some are kept: a branch would be guessed wrong too often.
  for (let i = x; i < end; i += 16) {
    const pair = v128.load(i);
    const bits = i64x2.bitmask(v128.xor(f64x2.le(v128.andnot(pair, signBit), limit), not));
    v128.store64_lane(out, pair, 0);
    out += (bits & 1) << 3;
    v128.store64_lane(out, pair, 1);
    out += (bits & 2) << 2;
  }
  const found = <i32>((out - x) >> 3);
  return far ? found : found - <i32>((end - x) >> 3) + count;
}

/** The same for the pairs of x and y with |x| > ratio·|y|. */
export function siftPairs(x: usize, y: usize, count: i32, ratio: f64): i32 {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const a = load<f64>(x + (i << 3));
    const b = load<f64>(y + (i << 3));
    store<f64>(x + (found << 3), a);
    store<f64>(y + (found << 3), b);
    found += i32(abs<f64>(a) > ratio * abs<f64>(b));
  }
  return found;
}

/** Of `count` w and ω: w + shift in place of w, then alpha·w + spread·ω + offset in place of ω. */
export function shiftedRay(w: usize, q: usize, count: i32, shift: f64, alpha: f64, spread: f64, offset: f64): void {
  const byShift = f64x2.splat(shift);
  const byW = f64x2.splat(alpha);
  const byOmega = f64x2.splat(spread);
  const plus = f64x2.splat(offset);
  const bytes = ((count + 1) & ~1) << 3;
  for (let i = 0; i < bytes; i += 16) {
    const moved = f64x2.add(v128.load(w + i), byShift);
    v128.store(w + i, moved);
    v128.store(q + i, f64x2.add(f64x2.add(f64x2.mul(byW, moved), f64x2.mul(byOmega, v128.load(q + i))), plus));
  }
}

/**
 * Of those of `count` pairs for which w + ηq has the other sign than w, adds to the sums from `sum` on: sign·Σ(w + ηq),
 * sign·Σq, Σ(8 + |w| + |ηq|).
 */
export function flipped(w: usize, q: usize, count: i32, eta: f64, sign: f64, sum: usize): void {
  const signBit = v128.load(CONSTANTS, 48);
  const zero = f64x2.splat(0);
  const eight = f64x2.splat(8);
  const step = f64x2.splat(eta);
  const end = padded(w, count);
  padded(q, count);
  while (w < end) {
    let values = zero;
    let slopes = zero;
    let sizes = zero;
    for (const blockEnd = min(w + BLOCK_BYTES, end); w < blockEnd; ) {
      let partValues = zero;
      let partSlopes = zero;
      let partSizes = zero;
      for (const next = min(w + PART_BYTES, blockEnd); w < next; w += 16) {
        const x = v128.load(w);
        const v = v128.load(q);
        const move = f64x2.mul(step, v);
        const y = f64x2.add(x, move);
        const turned = i64x2.lt_s(v128.xor(x, y), zero);
        const size = f64x2.add(f64x2.add(v128.andnot(x, signBit), v128.andnot(move, signBit)), eight);
        partValues = f64x2.add(partValues, v128.and(y, turned));
        partSlopes = f64x2.add(partSlopes, v128.and(v, turned));
        partSizes = f64x2.add(partSizes, v128.and(size, turned));
        q += 16;
      }
      values = f64x2.add(values, partValues);
      slopes = f64x2.add(slopes, partSlopes);
      sizes = f64x2.add(sizes, partSizes);
    }
    addTo(sum, sign * total(values));
    addTo(sum + 16, sign * total(slopes));
    addTo(sum + 32, total(sizes));
  }
}
