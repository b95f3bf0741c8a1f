import {
  BLOCK_BYTES,
  BLOCK_SUMS,
  COMPONENT_BATCH,
  COMPONENTS,
  CONSTANTS,
  ETAS,
  EVERY,
  FOUND_NOTHING,
  FOUND_V,
  KIND_TABLE,
  KIND_TWO_SLOPES,
  LAST,
  MOST_ETAS,
  SIGNS,
  STREAM_A,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
  XI,
} from "../src/kernels/layout";
import { bothOf, FarTable, reached, Sign, Table, TwoSlopes, valueOf } from "./activation";
import { fill, fillSigns } from "./gaussian";

/** Of the 128 pairs of a block 16 are summed at a time, then the 8 sums, so that rounding stays below 26 · 2⁻⁵³. */
const PARTS: i32 = 8;
const PART_BYTES: i32 = 256;

/** The signs of part i of the block, pair by pair in the top bits as the word is doubled. */
// @ts-ignore: decorator
@inline
function signsOf(part: i32): v128 {
  return i64x2.shl(v128.load(SIGNS + ((part >> 2) << 4)), (part & 3) << 4);
}

// @ts-ignore: decorator
@inline
function total(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Adds x to the sum at `at`, and what that loses to the double behind it (Knuth's two-sum). */
function addTo(at: usize, x: f64): void {
  const sum = load<f64>(at);
  const next = sum + x;
  const part = next - sum;
  store<f64>(at, next);
  store<f64>(at, load<f64>(at, 8) + (sum - (next - part) + (x - part)), 8);
}

/** From u: s = a∘ψ'(u), 0 where the mask is, and at BLOCK_SUMS Σaψ(u), Σs², Σus, Σ|u|. */
function firstBlock<K>(u: usize, s: usize, mask: usize): void {
  const start = u;
  const slopes = s;
  const masks = mask;
  let all = v128.load(EVERY);
  const signBit = v128.load(CONSTANTS, 48);
  const zero = f64x2.splat(0);
  let values = zero;
  let squares = zero;
  let products = zero;
  let sizes = zero;
  for (let part = 0; part < PARTS; part++) {
    let signs = signsOf(part);
    let partValues = zero;
    let partSquares = zero;
    let partProducts = zero;
    let partSizes = zero;
    for (const end = u + PART_BYTES; u < end; u += 16) {
      const t = v128.load(u);
      let argument = t;
      if (sizeof<K>() == sizeof<Table>()) {
        const inside = reached(t);
        argument = v128.and(t, inside);
        all = v128.and(all, inside);
      }
      const value = bothOf<K>(argument, s);
      const sign = v128.and(signs, signBit);
      const here = v128.load(mask);
      const slope = v128.and(v128.xor(v128.load(s), sign), here);
      v128.store(s, slope);
      partValues = f64x2.add(partValues, v128.and(v128.xor(value, sign), here));
      partSquares = f64x2.add(partSquares, f64x2.mul(slope, slope));
      partProducts = f64x2.add(partProducts, f64x2.mul(t, slope));
      partSizes = f64x2.add(partSizes, v128.and(v128.andnot(t, signBit), here));
      signs = i64x2.add(signs, signs);
      s += 16;
      mask += 16;
    }
    values = f64x2.add(values, partValues);
    squares = f64x2.add(squares, partSquares);
    products = f64x2.add(products, partProducts);
    sizes = f64x2.add(sizes, partSizes);
  }
  if (sizeof<K>() == sizeof<Table>() && i64x2.bitmask(all) != 3) {
    firstBlock<FarTable>(start, slopes, masks);
    return;
  }
  store<f64>(BLOCK_SUMS, total(values));
  store<f64>(BLOCK_SUMS, total(squares), 8);
  store<f64>(BLOCK_SUMS, total(products), 16);
  store<f64>(BLOCK_SUMS, total(sizes), 24);
}

/** Σaψ(u + ηv) over the block. */
function valueAlong<K>(u: usize, v: usize, eta: f64, mask: usize): f64 {
  const start = u;
  const ray = v;
  const masks = mask;
  let all = v128.load(EVERY);
  const signBit = v128.load(CONSTANTS, 48);
  const step = f64x2.splat(eta);
  let values = f64x2.splat(0);
  for (let part = 0; part < PARTS; part++) {
    let signs = signsOf(part);
    let partValues = f64x2.splat(0);
    for (const end = u + PART_BYTES; u < end; u += 16) {
      let t = f64x2.add(v128.load(u), f64x2.mul(step, v128.load(v)));
      if (sizeof<K>() == sizeof<Table>()) {
        const inside = reached(t);
        t = v128.and(t, inside);
        all = v128.and(all, inside);
      }
      const value = valueOf<K>(t);
      partValues = f64x2.add(partValues, v128.and(v128.xor(value, v128.and(signs, signBit)), v128.load(mask)));
      signs = i64x2.add(signs, signs);
      v += 16;
      mask += 16;
    }
    values = f64x2.add(values, partValues);
  }
  if (sizeof<K>() == sizeof<Table>() && i64x2.bitmask(all) != 3) return valueAlong<FarTable>(start, ray, eta, masks);
  return total(values);
}

/** Σaψ'(u + ηv)v over the block. Overwrites XI. */
function slopeAlong<K>(u: usize, v: usize, eta: f64, mask: usize): f64 {
  const signBit = v128.load(CONSTANTS, 48);
  const step = f64x2.splat(eta);
  let slopes = f64x2.splat(0);
  for (let part = 0; part < PARTS; part++) {
    let signs = signsOf(part);
    let partSlopes = f64x2.splat(0);
    for (const end = u + PART_BYTES; u < end; u += 16) {
      const w = v128.load(v);
      bothOf<K>(f64x2.add(v128.load(u), f64x2.mul(step, w)), XI);
      const slope = v128.xor(v128.load(XI), v128.and(signs, signBit));
      partSlopes = f64x2.add(partSlopes, v128.and(f64x2.mul(slope, w), v128.load(mask)));
      signs = i64x2.add(signs, signs);
      v += 16;
      mask += 16;
    }
    slopes = f64x2.add(slopes, partSlopes);
  }
  return total(slopes);
}

function firstBlockOf(kind: i32, u: usize, s: usize, mask: usize): void {
  if (kind == KIND_TABLE) firstBlock<Table>(u, s, mask);
  else if (kind == KIND_TWO_SLOPES) firstBlock<TwoSlopes>(u, s, mask);
  else firstBlock<Sign>(u, s, mask);
}

function valueAlongOf(kind: i32, u: usize, v: usize, eta: f64, mask: usize): f64 {
  if (kind == KIND_TABLE) return valueAlong<Table>(u, v, eta, mask);
  if (kind == KIND_TWO_SLOPES) return valueAlong<TwoSlopes>(u, v, eta, mask);
  return valueAlong<Sign>(u, v, eta, mask);
}

function slopeAlongOf(kind: i32, u: usize, v: usize, eta: f64, mask: usize): f64 {
  if (kind == KIND_TABLE) return slopeAlong<FarTable>(u, v, eta, mask);
  if (kind == KIND_TWO_SLOPES) return slopeAlong<TwoSlopes>(u, v, eta, mask);
  return slopeAlong<Sign>(u, v, eta, mask);
}

/** The standard normal component of ξ along s_B for block number b. */
function component(b: i32): f64 {
  const i = b & (COMPONENT_BATCH - 1);
  if (i == 0) fill(COMPONENTS, COMPONENT_BATCH, STREAM_COMPONENTS);
  return load<f64>(COMPONENTS + (i << 3));
}

/**
 * Draws u and a of `blocks` blocks, the first of them number `first`, into u and s (a block's arrays `stride` apart),
 * and adds to SUMS: Σaψ(u), Σs², Σus, Σ|u|, Σ‖s_B‖c_B. LAST masks the last block.
 */
export function passOne(kind: i32, first: i32, blocks: i32, u: usize, s: usize, stride: i32): void {
  for (let b = 0; b < blocks; b++) {
    fill(u, BLOCK_BYTES >> 3, STREAM_U);
    fillSigns(SIGNS, STREAM_A);
    firstBlockOf(kind, u, s, b + 1 == blocks ? LAST : EVERY);
    const squares = load<f64>(BLOCK_SUMS, 8);
    addTo(SUMS, load<f64>(BLOCK_SUMS));
    addTo(SUMS + 16, squares);
    addTo(SUMS + 32, load<f64>(BLOCK_SUMS, 16));
    addTo(SUMS + 48, load<f64>(BLOCK_SUMS, 24));
    addTo(SUMS + 64, Math.sqrt(squares) * component(first + b));
    u += stride;
    s += stride;
  }
}

/** Turns s into v = alpha·u + coefficient·s + spread·ξ, where ξ's component along s in this block is `along`'s. */
function rayBlock(b: i32, u: usize, s: usize, mask: usize, alpha: f64, along: f64, spread: f64): void {
  fill(XI, BLOCK_BYTES >> 3, STREAM_XI);
  const zero = f64x2.splat(0);
  let squares = zero;
  let products = zero;
  for (let part: i32 = 0; part < BLOCK_BYTES; part += PART_BYTES) {
    let partSquares = zero;
    let partProducts = zero;
    for (let i = part; i < part + PART_BYTES; i += 16) {
      const slope = v128.load(s + i);
      partSquares = f64x2.add(partSquares, f64x2.mul(slope, slope));
      partProducts = f64x2.add(partProducts, f64x2.mul(slope, v128.load(XI + i)));
    }
    squares = f64x2.add(squares, partSquares);
    products = f64x2.add(products, partProducts);
  }
  const norm = Math.sqrt(total(squares));
  const c = component(b);
  const coefficient = norm > 0 ? along + (spread * (c - total(products) / norm)) / norm : 0;
  const byU = f64x2.splat(alpha);
  const byS = f64x2.splat(coefficient);
  const byXi = f64x2.splat(spread);
  const signBit = v128.load(CONSTANTS, 48);
  let sizes = zero;
  for (let part: i32 = 0; part < BLOCK_BYTES; part += PART_BYTES) {
    let partSizes = zero;
    for (let i = part; i < part + PART_BYTES; i += 16) {
      const v = f64x2.add(
        f64x2.add(f64x2.mul(byU, v128.load(u + i)), f64x2.mul(byS, v128.load(s + i))),
        f64x2.mul(byXi, v128.load(XI + i)),
      );
      v128.store(s + i, v);
      partSizes = f64x2.add(partSizes, v128.and(v128.andnot(v, signBit), v128.load(mask + i)));
    }
    sizes = f64x2.add(sizes, partSizes);
  }
  addTo(SUMS, total(sizes));
}

/**
 * The same blocks again: `found` says whether u and s, or u and v, are still there, or nothing is, and they are drawn
 * again. Adds to SUMS Σ|v| unless v was there, and for each of ETAS Σaψ(u + ηv) and, if asked for, Σaψ'(u + ηv)v.
 */
export function passTwo(
  kind: i32,
  first: i32,
  blocks: i32,
  u: usize,
  s: usize,
  stride: i32,
  found: i32,
  alpha: f64,
  along: f64,
  spread: f64,
  etas: i32,
  slopes: i32,
): void {
  for (let b = 0; b < blocks; b++) {
    const mask = b + 1 == blocks ? LAST : EVERY;
    fillSigns(SIGNS, STREAM_A);
    if (found == FOUND_NOTHING) {
      fill(u, BLOCK_BYTES >> 3, STREAM_U);
      firstBlockOf(kind, u, s, mask);
    }
    if (found != FOUND_V) rayBlock(first + b, u, s, mask, alpha, along, spread);
    for (let i = 0; i < etas; i++) {
      const eta = load<f64>(ETAS + (i << 3));
      addTo(SUMS + ((1 + i) << 4), valueAlongOf(kind, u, s, eta, mask));
      if (slopes) addTo(SUMS + ((1 + MOST_ETAS + i) << 4), slopeAlongOf(kind, u, s, eta, mask));
    }
    u += stride;
    s += stride;
  }
}

/** ψ and ψ' of the block of arguments at `t`. */
export function activate(kind: i32, t: usize, values: usize, slopes: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) {
    const x = v128.load(t + i);
    let value: v128;
    if (kind == KIND_TABLE) value = bothOf<FarTable>(x, slopes + i);
    else if (kind == KIND_TWO_SLOPES) value = bothOf<TwoSlopes>(x, slopes + i);
    else value = bothOf<Sign>(x, slopes + i);
    v128.store(values + i, value);
  }
}
