import {
  BLOCK,
  BLOCK_BOUND,
  BLOCK_BYTES,
  BLOCK_SQUARES,
  COMPONENT_BATCH,
  COMPONENTS,
  CONSTANTS,
  ETAS,
  FOUND_NOTHING,
  FOUND_V,
  KIND_PLACED_TABLE,
  KIND_TABLE,
  KIND_TWO_SLOPES,
  MOST_ETAS,
  MOST_NORMAL,
  PSI,
  RAY_SUMS,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
  XI,
} from "../src/networks/kernels/layout";
import {
  bothOf,
  FarPlacedTable,
  FarTable,
  isWatched,
  PlacedTable,
  reached,
  Sign,
  Table,
  TwoSlopes,
  valueOf,
  WatchedTable,
} from "./activation";
import { fill } from "./gaussian";
import { addTo, total } from "./sums";

/**
 * Bytes of the pairs that are summed at a time, 16 of them; then the parts of a block are summed, so that rounding stays
 * below 26 · 2⁻⁵³. A last neuron without another beside it is a part of its own.
 */
export const PART_BYTES: i32 = 256;

/** Where the part that starts at byte p ends. */
// @ts-ignore: decorator
@inline
function partEnd(p: i32, count: i32): i32 {
  const end = min(p + PART_BYTES, (count >> 1) << 4);
  return end > p ? end : p + 16;
}

/** All ones for the neurons that a part which ends at that byte has. */
// @ts-ignore: decorator
@inline
function lanes(end: i32, count: i32): v128 {
  return v128.load(CONSTANTS + (end > count << 3 ? 16 : 0), 64);
}

/** From u: ψ'(u) behind it, and adds to SUMS Σaψ(u), Σs², Σus, Σ|u| and Σ‖s_B‖c_B. */
function firstBlock<K>(u: usize, count: i32, sign: f64, c: f64): void {
  const signBit = v128.load(CONSTANTS, 48);
  const zero = f64x2.splat(0);
  let far = zero;
  let values = zero;
  let squares = zero;
  let products = zero;
  let sizes = zero;
  for (let part: i32 = 0; part < count << 3; ) {
    const next = partEnd(part, count);
    let partValues = zero;
    let partSquares = zero;
    let partProducts = zero;
    let partSizes = zero;
    const end = u + next;
    for (let i = u + part; i < end; i += 16) {
      const t = v128.load(i);
      let argument = t;
      if (isWatched<K>()) {
        const inside = reached(t);
        argument = v128.and(t, inside);
        far = v128.or(far, v128.not(inside));
      }
      partValues = f64x2.add(partValues, bothOf<K>(argument, i + BLOCK_BYTES));
      const slope = v128.load(i, BLOCK_BYTES);
      partSquares = f64x2.add(partSquares, f64x2.mul(slope, slope));
      partProducts = f64x2.add(partProducts, f64x2.mul(t, slope));
      partSizes = f64x2.add(partSizes, v128.andnot(t, signBit));
    }
    const here = lanes(next, count);
    values = f64x2.add(values, v128.and(partValues, here));
    squares = f64x2.add(squares, v128.and(partSquares, here));
    products = f64x2.add(products, v128.and(partProducts, here));
    sizes = f64x2.add(sizes, v128.and(partSizes, here));
    part = next;
  }
  if (isWatched<K>() && v128.any_true(far)) {
    if (isFloat<K>()) firstBlock<FarPlacedTable>(u, count, sign, c);
    else firstBlock<FarTable>(u, count, sign, c);
    return;
  }
  // What lies beside a last neuron that is alone counts in no sum, but must not lead beyond the table.
  if (count & 1) store<f64>(u + (count << 3), 0, BLOCK_BYTES);
  const square = total(squares);
  store<f64>(u, square, BLOCK_SQUARES);
  addTo(SUMS, sign * total(values));
  addTo(SUMS + 16, square);
  addTo(SUMS + 32, sign * total(products));
  addTo(SUMS + 48, total(sizes));
  addTo(SUMS + 64, Math.sqrt(square) * c);
}

function firstBlockOf(kind: i32, u: usize, count: i32, sign: f64, c: f64): void {
  if (kind == KIND_TABLE) {
    if (load<f64>(PSI, 16) >= MOST_NORMAL) firstBlock<Table>(u, count, sign, c);
    else firstBlock<WatchedTable>(u, count, sign, c);
  } else if (kind == KIND_PLACED_TABLE) firstBlock<PlacedTable>(u, count, sign, c);
  else if (kind == KIND_TWO_SLOPES) firstBlock<TwoSlopes>(u, count, sign, c);
  else firstBlock<Sign>(u, count, sign, c);
}

/** Σψ(u + ηv) over the block, v behind u. */
function valueAlong<K>(u: usize, count: i32, eta: f64): f64 {
  const step = f64x2.splat(eta);
  const zero = f64x2.splat(0);
  let far = zero;
  let values = zero;
  for (let part: i32 = 0; part < count << 3; ) {
    const next = partEnd(part, count);
    let partValues = zero;
    const end = u + next;
    for (let i = u + part; i < end; i += 16) {
      let t = f64x2.add(v128.load(i), f64x2.mul(step, v128.load(i, BLOCK_BYTES)));
      if (isWatched<K>()) {
        const inside = reached(t);
        t = v128.and(t, inside);
        far = v128.or(far, v128.not(inside));
      }
      partValues = f64x2.add(partValues, valueOf<K>(t));
    }
    values = f64x2.add(values, v128.and(partValues, lanes(next, count)));
    part = next;
  }
  if (isWatched<K>() && v128.any_true(far))
    return isFloat<K>() ? valueAlong<FarPlacedTable>(u, count, eta) : valueAlong<FarTable>(u, count, eta);
  return total(values);
}

/** Σψ'(u + ηv)v over the block, v behind u. Overwrites XI. */
function slopeAlong<K>(u: usize, count: i32, eta: f64): f64 {
  const step = f64x2.splat(eta);
  const zero = f64x2.splat(0);
  let slopes = zero;
  for (let part: i32 = 0; part < count << 3; ) {
    const next = partEnd(part, count);
    let partSlopes = zero;
    const end = u + next;
    for (let i = u + part; i < end; i += 16) {
      const v = v128.load(i, BLOCK_BYTES);
      bothOf<K>(f64x2.add(v128.load(i), f64x2.mul(step, v)), XI);
      partSlopes = f64x2.add(partSlopes, f64x2.mul(v128.load(XI), v));
    }
    slopes = f64x2.add(slopes, v128.and(partSlopes, lanes(next, count)));
    part = next;
  }
  return total(slopes);
}

/** Whether |u + ηv| is sure to be within the table's reach, since |u| ≤ MOST_NORMAL and |v| ≤ `bound`. */
function within(eta: f64, bound: f64): bool {
  return MOST_NORMAL + abs<f64>(eta) * bound <= load<f64>(PSI, 16);
}

function valueAlongOf(kind: i32, u: usize, count: i32, eta: f64): f64 {
  if (kind == KIND_TABLE) {
    if (within(eta, load<f64>(u, BLOCK_BOUND))) return valueAlong<Table>(u, count, eta);
    return valueAlong<WatchedTable>(u, count, eta);
  }
  if (kind == KIND_PLACED_TABLE) return valueAlong<PlacedTable>(u, count, eta);
  if (kind == KIND_TWO_SLOPES) return valueAlong<TwoSlopes>(u, count, eta);
  return valueAlong<Sign>(u, count, eta);
}

function slopeAlongOf(kind: i32, u: usize, count: i32, eta: f64): f64 {
  if (kind == KIND_TABLE) {
    if (within(eta, load<f64>(u, BLOCK_BOUND))) return slopeAlong<Table>(u, count, eta);
    return slopeAlong<FarTable>(u, count, eta);
  }
  if (kind == KIND_PLACED_TABLE) {
    if (within(eta, load<f64>(u, BLOCK_BOUND))) return slopeAlong<PlacedTable>(u, count, eta);
    return slopeAlong<FarPlacedTable>(u, count, eta);
  }
  if (kind == KIND_TWO_SLOPES) return slopeAlong<TwoSlopes>(u, count, eta);
  return slopeAlong<Sign>(u, count, eta);
}

/** The standard normal component of ξ along s_B for block number b. */
function component(b: i32): f64 {
  const i = b & (COMPONENT_BATCH - 1);
  if (i == 0) fill(COMPONENTS, COMPONENT_BATCH, STREAM_COMPONENTS);
  return load<f64>(COMPONENTS + (i << 3));
}

/** Neurons of a block when `left` remain, and as many variables as `fill` makes for them. */
// @ts-ignore: decorator
@inline
function fours(count: i32): i32 {
  return (count + 3) & ~3;
}

/**
 * Draws u of `neurons` neurons with that a, ±1, in blocks `stride` bytes apart from `start` on, the first of them number
 * `first`, with ψ'(u) behind u, and adds to SUMS: Σaψ(u), Σs², Σus, Σ|u|, Σ‖s_B‖c_B for s = aψ'(u).
 */
export function passOne(kind: i32, sign: f64, first: i32, neurons: i32, start: usize, stride: i32): void {
  let u = start;
  for (let b = first; neurons > 0; b++) {
    const count = min(neurons, BLOCK);
    fill(u, fours(count), STREAM_U);
    firstBlockOf(kind, u, count, sign, component(b));
    neurons -= count;
    u += stride;
  }
}

/** Σψ'(u)ξ over the block. */
function alongSlopes(u: usize, count: i32): f64 {
  const zero = f64x2.splat(0);
  let products = zero;
  let xi: usize = XI;
  for (let part: i32 = 0; part < count << 3; ) {
    const next = partEnd(part, count);
    let partProducts = zero;
    const end = u + next;
    for (let i = u + part; i < end; i += 16) {
      partProducts = f64x2.add(partProducts, f64x2.mul(v128.load(i, BLOCK_BYTES), v128.load(xi)));
      xi += 16;
    }
    products = f64x2.add(products, v128.and(partProducts, lanes(next, count)));
    part = next;
  }
  return total(products);
}

/** Turns ψ'(u) into v = byU·u + byS·ψ'(u) + byXi·ξ, adds Σ|v| to RAY_SUMS and gives Σψ(u + ηv). */
function rayBlock<K>(u: usize, count: i32, byU: f64, byS: f64, byXi: f64, eta: f64): f64 {
  const signBit = v128.load(CONSTANTS, 48);
  const zero = f64x2.splat(0);
  const step = f64x2.splat(eta);
  const ofU = f64x2.splat(byU);
  const ofS = f64x2.splat(byS);
  const ofXi = f64x2.splat(byXi);
  let far = zero;
  let values = zero;
  let sizes = zero;
  let xi: usize = XI;
  for (let part: i32 = 0; part < count << 3; ) {
    const next = partEnd(part, count);
    let partValues = zero;
    let partSizes = zero;
    const end = u + next;
    for (let i = u + part; i < end; i += 16) {
      const x = v128.load(i);
      const v = f64x2.add(
        f64x2.add(f64x2.mul(ofU, x), f64x2.mul(ofS, v128.load(i, BLOCK_BYTES))),
        f64x2.mul(ofXi, v128.load(xi)),
      );
      v128.store(i, v, BLOCK_BYTES);
      partSizes = f64x2.add(partSizes, v128.andnot(v, signBit));
      let t = f64x2.add(x, f64x2.mul(step, v));
      if (isWatched<K>()) {
        const inside = reached(t);
        t = v128.and(t, inside);
        far = v128.or(far, v128.not(inside));
      }
      partValues = f64x2.add(partValues, valueOf<K>(t));
      xi += 16;
    }
    const here = lanes(next, count);
    values = f64x2.add(values, v128.and(partValues, here));
    sizes = f64x2.add(sizes, v128.and(partSizes, here));
    part = next;
  }
  addTo(RAY_SUMS, total(sizes));
  if (isWatched<K>() && v128.any_true(far))
    return isFloat<K>() ? valueAlong<FarPlacedTable>(u, count, eta) : valueAlong<FarTable>(u, count, eta);
  return total(values);
}

/** `rayBlock` with ξ, whose component along s in this block is c. */
function rayBlockOf(kind: i32, u: usize, count: i32, sign: f64, c: f64, alpha: f64, along: f64, spread: f64, eta: f64): f64 {
  fill(XI, fours(count), STREAM_XI);
  const norm = Math.sqrt(load<f64>(u, BLOCK_SQUARES));
  const product = sign * alongSlopes(u, count);
  const byS = norm > 0 ? sign * (along + (spread * (c - product / norm)) / norm) : 0;
  // No |ψ'(u)| of the block is above ‖s_B‖.
  const bound = (abs<f64>(alpha) + spread) * MOST_NORMAL + abs<f64>(byS) * norm;
  store<f64>(u, bound, BLOCK_BOUND);
  if (kind == KIND_TABLE) {
    if (within(eta, bound)) return rayBlock<Table>(u, count, alpha, byS, spread, eta);
    return rayBlock<WatchedTable>(u, count, alpha, byS, spread, eta);
  }
  if (kind == KIND_PLACED_TABLE) return rayBlock<PlacedTable>(u, count, alpha, byS, spread, eta);
  if (kind == KIND_TWO_SLOPES) return rayBlock<TwoSlopes>(u, count, alpha, byS, spread, eta);
  return rayBlock<Sign>(u, count, alpha, byS, spread, eta);
}

/**
 * The same blocks again: `found` says whether u and ψ'(u), or u and v, are still there, or nothing is, and they are drawn
 * again. Adds to RAY_SUMS Σ|v| unless v was there, and for each of ETAS Σaψ(u + ηv) and, if asked for, Σaψ'(u + ηv)v.
 */
export function passTwo(
  kind: i32,
  sign: f64,
  first: i32,
  neurons: i32,
  start: usize,
  stride: i32,
  found: i32,
  alpha: f64,
  along: f64,
  spread: f64,
  etas: i32,
  slopes: i32,
): void {
  let u = start;
  for (let b = first; neurons > 0; b++) {
    const count = min(neurons, BLOCK);
    if (found == FOUND_NOTHING) {
      fill(u, fours(count), STREAM_U);
      firstBlockOf(kind, u, count, sign, 0);
    }
    let known = 0;
    if (found != FOUND_V) {
      const eta = etas > 0 ? load<f64>(ETAS) : 0;
      const value = rayBlockOf(kind, u, count, sign, component(b), alpha, along, spread, eta);
      if (etas > 0) addTo(RAY_SUMS + 16, sign * value);
      known = 1;
    }
    for (let i = 0; i < etas; i++) {
      const eta = load<f64>(ETAS + (i << 3));
      if (i >= known) addTo(RAY_SUMS + ((1 + i) << 4), sign * valueAlongOf(kind, u, count, eta));
      if (slopes) addTo(RAY_SUMS + ((1 + MOST_ETAS + i) << 4), sign * slopeAlongOf(kind, u, count, eta));
    }
    neurons -= count;
    u += stride;
  }
}

/** ψ and ψ' of the block of arguments at `t`. */
export function activate(kind: i32, t: usize, values: usize, slopes: usize): void {
  for (let i: i32 = 0; i < BLOCK_BYTES; i += 16) {
    const x = v128.load(t + i);
    let value: v128;
    if (kind == KIND_TABLE) value = bothOf<FarTable>(x, slopes + i);
    else if (kind == KIND_PLACED_TABLE) value = bothOf<FarPlacedTable>(x, slopes + i);
    else if (kind == KIND_TWO_SLOPES) value = bothOf<TwoSlopes>(x, slopes + i);
    else value = bothOf<Sign>(x, slopes + i);
    v128.store(values + i, value);
  }
}
