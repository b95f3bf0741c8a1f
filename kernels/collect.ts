import { BLOCK, BLOCK_BYTES, CONSTANTS, STREAM_U, SUMS, XI } from "../src/networks/kernels/layout";
import { fill } from "./gaussian";
import { PART_BYTES } from "./passes";
import { addTo, total } from "./sums";

/** Writes those x of the block at XI with |x| < most to `out`, adds Σx and Σx² to SUMS. */
function collectBlock(most: v128, out: usize): usize {
  const signBit = v128.load(CONSTANTS, 48);
  const zero = f64x2.splat(0);
  let sums = zero;
  let squares = zero;
  for (let part: i32 = 0; part < BLOCK_BYTES; part += PART_BYTES) {
    let partSums = zero;
    let partSquares = zero;
    for (let i = part; i < part + PART_BYTES; i += 16) {
      const x = v128.load(XI + i);
      partSums = f64x2.add(partSums, x);
      partSquares = f64x2.add(partSquares, f64x2.mul(x, x));
      const small = i64x2.bitmask(f64x2.lt(v128.andnot(x, signBit), most));
      if (small) {
        if (small & 1) {
          store<f64>(out, f64x2.extract_lane(x, 0));
          out += 8;
        }
        if (small & 2) {
          store<f64>(out, f64x2.extract_lane(x, 1));
          out += 8;
        }
      }
    }
    sums = f64x2.add(sums, partSums);
    squares = f64x2.add(squares, partSquares);
  }
  addTo(SUMS, total(sums));
  addTo(SUMS + 16, total(squares));
  return out;
}

/**
 * Draws `count` normal variables from the stream at STREAM_U, whole blocks of them, adds their sum and the sum of their
 * squares to SUMS, and writes those below `most` in absolute value to `out`, in order, with room for whole blocks.
 *
 * @returns how many were written.
 */
export function collect(count: i32, most: f64, out: usize): i32 {
  const limit = f64x2.splat(most);
  let end = out;
  for (let left = count; left > 0; left -= BLOCK) {
    fill(XI, BLOCK, STREAM_U);
    // Zeros stand for what is beyond the last variable, and are taken off again.
    for (let i = left; i < BLOCK; i++) store<f64>(XI + (i << 3), 0);
    end = collectBlock(limit, end);
    if (left < BLOCK && most > 0) end -= (BLOCK - left) << 3;
  }
  return <i32>((end - out) >> 3);
}
