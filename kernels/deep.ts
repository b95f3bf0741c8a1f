import {
  DEEP_ALONG,
  DEEP_B,
  DEEP_BETA,
  DEEP_C,
  DEEP_FRESH,
  DEEP_OUTPUTS,
  DEEP_PARENTS,
  DEEP_POINT,
  DEEP_STREAM_BYTES,
  DEEP_STREAMS,
  DEEP_SUMS,
  MOST_POINTS,
} from "../src/networks/kernels/deep-layout";
import {
  BLOCK,
  BLOCK_BYTES,
  KIND_PLACED_TABLE,
  KIND_SIGN,
  KIND_TWO_SLOPES,
  STREAM_U,
  STREAM_XI,
} from "../src/networks/kernels/layout";
import { bothOf, FarPlacedTable, FarTable, PlacedTable, reached, Sign, Table, TwoSlopes, valueOf } from "./activation";
import { fill } from "./gaussian";
import { PART_BYTES } from "./passes";
import { addTo, total } from "./sums";

/** Σxy over a block: lanes within parts, parts, lanes, in the order of `blockSum`; four parts at a time, side by side. */
function blockDot(x: usize, y: usize): f64 {
  let sum = f64x2.splat(0);
  for (let half: i32 = 0; half < BLOCK_BYTES; half += 4 * PART_BYTES) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    const p = x + half;
    const q = y + half;
    for (let i: i32 = 0; i < PART_BYTES; i += 16) {
      a = f64x2.add(a, f64x2.mul(v128.load(p + i), v128.load(q + i)));
      b = f64x2.add(b, f64x2.mul(v128.load(p + i, 256), v128.load(q + i, 256)));
      c = f64x2.add(c, f64x2.mul(v128.load(p + i, 512), v128.load(q + i, 512)));
      d = f64x2.add(d, f64x2.mul(v128.load(p + i, 768), v128.load(q + i, 768)));
    }
    sum = f64x2.add(f64x2.add(f64x2.add(f64x2.add(sum, a), b), c), d);
  }
  return total(sum);
}

/** Whether a table covers all arguments of the block. */
function isCovered(t: usize): bool {
  let all = reached(v128.load(t));
  for (let i: i32 = 16; i < BLOCK_BYTES; i += 16) all = v128.and(all, reached(v128.load(t + i)));
  return i64x2.all_true(all);
}

function values<K>(t: usize, out: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) v128.store(out + i, valueOf<K>(v128.load(t + i)));
}

function both<K>(t: usize, out: usize, slopes: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) v128.store(out + i, bothOf<K>(v128.load(t + i), slopes + i));
}

/** Writes 0 behind the first `count` entries of a block. */
function clear(x: usize, count: i32): void {
  for (let i = count; i < BLOCK; i++) store<f64>(x + (i << 3), 0);
}

/** ψ of the block at t, 0 for neurons that are not there. */
function valuesOf(kind: i32, t: usize, out: usize, count: i32): void {
  if (kind == KIND_TWO_SLOPES) values<TwoSlopes>(t, out);
  else if (kind == KIND_SIGN) values<Sign>(t, out);
  else if (kind == KIND_PLACED_TABLE) {
    if (isCovered(t)) values<PlacedTable>(t, out);
    else values<FarPlacedTable>(t, out);
  } else if (isCovered(t)) values<Table>(t, out);
  else values<FarTable>(t, out);
  clear(out, count);
}

/** The same, and ψ' to `slopes` for all. */
function bothOfBlock(kind: i32, t: usize, out: usize, slopes: usize, count: i32): void {
  if (kind == KIND_TWO_SLOPES) both<TwoSlopes>(t, out, slopes);
  else if (kind == KIND_SIGN) both<Sign>(t, out, slopes);
  else if (kind == KIND_PLACED_TABLE) {
    if (isCovered(t)) both<PlacedTable>(t, out, slopes);
    else both<FarPlacedTable>(t, out, slopes);
  } else if (isCovered(t)) both<Table>(t, out, slopes);
  else both<FarTable>(t, out, slopes);
  clear(out, count);
}

/** x ∘ y in place of x. */
function multiplyBy(x: usize, y: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16)
    v128.store(x + i, f64x2.mul(v128.load(x + i), v128.load(y + i)));
}

/**
 * Draws z ~ N(0, τ²) for `count` neurons from STREAM_U and, if asked, standard normal variables to `up` from STREAM_XI,
 * 0 behind the last neuron, and adds Σψ(z)² and Σψ(z)·up to DEEP_SUMS.
 */
export function deepForward(kind: i32, count: i32, z: usize, up: usize, tau: f64, fresh: i32): void {
  const scale = f64x2.splat(tau);
  for (let left = count; left > 0; left -= BLOCK) {
    fill(z, BLOCK, STREAM_U);
    for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) v128.store(z + i, f64x2.mul(scale, v128.load(z + i)));
    clear(z, left);
    if (fresh) {
      fill(up, BLOCK, STREAM_XI);
      clear(up, left);
    }
    valuesOf(kind, z, DEEP_OUTPUTS, left);
    addTo(DEEP_SUMS, blockDot(DEEP_OUTPUTS, DEEP_OUTPUTS));
    addTo(DEEP_SUMS + 16, blockDot(DEEP_OUTPUTS, up));
    z += BLOCK_BYTES;
    up += BLOCK_BYTES;
  }
}

/** up ← deviation·up + along·ψ(z); for b = ψ'(z)∘up adds Σb² and Σzb to DEEP_SUMS. */
export function deepBackward(kind: i32, count: i32, z: usize, up: usize, deviation: f64, along: f64): void {
  const byUp = f64x2.splat(deviation);
  const byH = f64x2.splat(along);
  for (let left = count; left > 0; left -= BLOCK) {
    bothOfBlock(kind, z, DEEP_OUTPUTS, DEEP_B, left);
    for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) {
      const h = v128.load(DEEP_OUTPUTS + i);
      v128.store(up + i, f64x2.add(f64x2.mul(byUp, v128.load(up + i)), f64x2.mul(byH, h)));
    }
    multiplyBy(DEEP_B, up);
    addTo(DEEP_SUMS, blockDot(DEEP_B, DEEP_B));
    addTo(DEEP_SUMS + 16, blockDot(z, DEEP_B));
    z += BLOCK_BYTES;
    up += BLOCK_BYTES;
  }
}

/**
 * Draws a fresh standard normal vector for each direction and writes for each point from ≤ i < many, `stride` bytes apart,
 * along_i·z + Σ_j C_ij·fresh_j; adds Σb·fresh_j to sum j of DEEP_SUMS.
 */
export function deepPoints(
  kind: i32,
  count: i32,
  z: usize,
  up: usize,
  points: usize,
  stride: i32,
  from: i32,
  many: i32,
  directions: i32,
): void {
  for (let left = count; left > 0; left -= BLOCK) {
    bothOfBlock(kind, z, DEEP_OUTPUTS, DEEP_B, left);
    multiplyBy(DEEP_B, up);
    for (let j = 0; j < directions; j++) {
      const fresh = DEEP_FRESH + j * BLOCK_BYTES;
      fill(fresh, BLOCK, DEEP_STREAMS + j * DEEP_STREAM_BYTES);
      clear(fresh, left);
      addTo(DEEP_SUMS + (j << 4), blockDot(DEEP_B, fresh));
    }
    for (let i = from; i < many; i++) {
      const out = points + i * stride;
      const along = f64x2.splat(load<f64>(DEEP_ALONG + (i << 3)));
      for (let t: i32 = 0; t < BLOCK_BYTES; t += 16) v128.store(out + t, f64x2.mul(along, v128.load(z + t)));
      for (let j = 0; j < directions; j++) {
        const c = load<f64>(DEEP_C + ((i * MOST_POINTS + j) << 3));
        if (c == 0) continue;
        const by = f64x2.splat(c);
        const fresh = DEEP_FRESH + j * BLOCK_BYTES;
        for (let t: i32 = 0; t < BLOCK_BYTES; t += 16)
          v128.store(out + t, f64x2.add(v128.load(out + t), f64x2.mul(by, v128.load(fresh + t))));
      }
    }
    z += BLOCK_BYTES;
    up += BLOCK_BYTES;
    points += BLOCK_BYTES;
  }
}

function copy(from: usize, to: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) v128.store(to + i, v128.load(from + i));
}

/**
 * Adds β_i·b to each point from ≤ i < many and leaves ψ of that there, as points before have it; takes d_0 = ψ(z) and
 * d_{1+i}, what is there less what is at its parent. Adds Σup·d_{1+i} to the sums of DEEP_SUMS, i ≥ from, and, unless it is the last layer,
 * the products of d_p and d_q, p ≤ q, to those behind, row by row, but for those of points before and x alone.
 */
export function deepOutputs(
  kind: i32,
  count: i32,
  z: usize,
  up: usize,
  points: usize,
  stride: i32,
  from: i32,
  many: i32,
  last: i32,
): void {
  const first = from == 0 ? 0 : from + 1;
  for (let left = count; left > 0; left -= BLOCK) {
    bothOfBlock(kind, z, DEEP_OUTPUTS, DEEP_B, left);
    multiplyBy(DEEP_B, up);
    for (let i = 0; i < many; i++) {
      const point = points + i * stride;
      const out = DEEP_OUTPUTS + (i + 1) * BLOCK_BYTES;
      if (i < from) {
        copy(point, out);
        continue;
      }
      const beta = f64x2.splat(load<f64>(DEEP_BETA + (i << 3)));
      for (let t: i32 = 0; t < BLOCK_BYTES; t += 16)
        v128.store(DEEP_POINT + t, f64x2.add(v128.load(point + t), f64x2.mul(beta, v128.load(DEEP_B + t))));
      valuesOf(kind, DEEP_POINT, out, left);
      copy(out, point);
    }
    for (let i = many - 1; i >= 0; i--) {
      const out = DEEP_OUTPUTS + (i + 1) * BLOCK_BYTES;
      const parent = DEEP_OUTPUTS + load<i32>(DEEP_PARENTS + (i << 2)) * BLOCK_BYTES;
      for (let t: i32 = 0; t < BLOCK_BYTES; t += 16)
        v128.store(out + t, f64x2.sub(v128.load(out + t), v128.load(parent + t)));
      if (i >= from) addTo(DEEP_SUMS + ((i - from) << 4), blockDot(up, out));
    }
    if (!last) {
      let sum: usize = DEEP_SUMS + ((many - from) << 4);
      for (let p = 0; p <= many; p++)
        for (let q = p < first ? first : p; q <= many; q++) {
          addTo(sum, blockDot(DEEP_OUTPUTS + p * BLOCK_BYTES, DEEP_OUTPUTS + q * BLOCK_BYTES));
          sum += 16;
        }
    }
    z += BLOCK_BYTES;
    up += BLOCK_BYTES;
    points += BLOCK_BYTES;
  }
}
