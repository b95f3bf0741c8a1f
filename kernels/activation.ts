import { CONSTANTS, PSI, TABLE } from "../src/networks/kernels/layout";

/**
 * Kinds of activations as type arguments, told apart by their size, so that each loop is compiled once for each.
 * Their numbers lie at PSI: see src/networks/kernels/psi-kernel.ts.
 */
export type Table = i8;
/** A table again, for a block that may have arguments beyond it: the loop sees whether it has. */
export type WatchedTable = v128;
/** And for a block that has: calls out of the loop are kept out of the fast ones. */
export type FarTable = i64;
/** A table with steps in p = factor·t + offset, for a block that may have arguments beyond it, and for one that has. */
export type PlacedTable = f32;
export type FarPlacedTable = f64;
export type TwoSlopes = i16;
export type Sign = i32;

/** ψ(t) and ψ'(t) by the activation's own functions, where t is beyond the table. */
// @ts-ignore: decorator
@external("env", "psi")
declare function psi(t: f64): f64;
// @ts-ignore: decorator
@external("env", "slope")
declare function slope(t: f64): f64;

/*
 * Constants come from memory: the engine would otherwise make them anew in every round of a loop. That at
 * CONSTANTS + 48 is the bit of the sign, that at PSI is (1.5·2^52 + CENTRE)·step, to which adding p rounds p to a multiple of
 * the step and leaves the number of its entry in the low bits.
 */

/** Even and odd half, as two lanes, of the polynomial of degree 7 at offset `p` of the table, in y = x². */
// @ts-ignore: decorator
@inline
function halves(p: usize, y: v128): v128 {
  let sum = f64x2.add(f64x2.mul(v128.load(p, TABLE + 48), y), v128.load(p, TABLE + 32));
  sum = f64x2.add(f64x2.mul(sum, y), v128.load(p, TABLE + 16));
  return f64x2.add(f64x2.mul(sum, y), v128.load(p, TABLE));
}

/** p, in which the table has its steps. */
// @ts-ignore: decorator
@inline
function placeOf<K>(t: v128): v128 {
  if (!isFloat<K>()) return t;
  return f64x2.add(f64x2.mul(t, v128.load64_splat(PSI, 24)), v128.load64_splat(PSI, 32));
}

/** ψ by the table; |t| must be within its reach. */
// @ts-ignore: decorator
@inline
function tableValue<K>(t: v128): v128 {
  const rounder = v128.load64_splat(PSI);
  const place = placeOf<K>(t);
  const rounded = f64x2.add(place, rounder);
  const x = f64x2.sub(place, f64x2.sub(rounded, rounder));
  const y = f64x2.mul(x, x);
  const offsets = i32x4.shl(rounded, 6);
  const a = halves(i32x4.extract_lane(offsets, 0), v128.shuffle<f64>(y, y, 0, 0));
  const b = halves(i32x4.extract_lane(offsets, 2), v128.shuffle<f64>(y, y, 1, 1));
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), f64x2.mul(x, v128.shuffle<f64>(a, b, 1, 3)));
}

/** ψ by the table, and ψ', the same polynomial's derivative O + 2x(E' + xO') for E(y) + xO(y), stored at `out`. */
// @ts-ignore: decorator
@inline
function tableBoth<K>(t: v128, out: usize): v128 {
  const rounder = v128.load64_splat(PSI);
  const place = placeOf<K>(t);
  const rounded = f64x2.add(place, rounder);
  const x = f64x2.sub(place, f64x2.sub(rounded, rounder));
  const y = f64x2.mul(x, x);
  const offsets = i32x4.shl(rounded, 6);
  const p = <usize>i32x4.extract_lane(offsets, 0);
  const q = <usize>i32x4.extract_lane(offsets, 2);
  const yp = v128.shuffle<f64>(y, y, 0, 0);
  const yq = v128.shuffle<f64>(y, y, 1, 1);
  const ap = f64x2.mul(v128.load(p, TABLE + 48), yp);
  const aq = f64x2.mul(v128.load(q, TABLE + 48), yq);
  const bp = f64x2.add(ap, v128.load(p, TABLE + 32));
  const bq = f64x2.add(aq, v128.load(q, TABLE + 32));
  const cp = f64x2.add(f64x2.mul(bp, yp), v128.load(p, TABLE + 16));
  const cq = f64x2.add(f64x2.mul(bq, yq), v128.load(q, TABLE + 16));
  const vp = f64x2.add(f64x2.mul(cp, yp), v128.load(p, TABLE));
  const vq = f64x2.add(f64x2.mul(cq, yq), v128.load(q, TABLE));
  const dp = f64x2.add(f64x2.mul(f64x2.add(ap, bp), yp), cp);
  const dq = f64x2.add(f64x2.mul(f64x2.add(aq, bq), yq), cq);
  const odd = v128.shuffle<f64>(vp, vq, 1, 3);
  const rest = f64x2.add(v128.shuffle<f64>(dp, dq, 0, 2), f64x2.mul(x, v128.shuffle<f64>(dp, dq, 1, 3)));
  const slope = f64x2.add(odd, f64x2.mul(f64x2.add(x, x), rest));
  v128.store(out, isFloat<K>() ? f64x2.mul(slope, v128.load64_splat(PSI, 24)) : slope);
  return f64x2.add(v128.shuffle<f64>(vp, vq, 0, 2), f64x2.mul(x, odd));
}

/** All ones in the lanes whose |t| is within the table's reach. */
// @ts-ignore: decorator
@inline
export function reached(t: v128): v128 {
  return f64x2.le(v128.andnot(t, v128.load(CONSTANTS, 48)), v128.load64_splat(PSI, 16));
}

/** `tableValue` where a lane is beyond the table. */
function farValue<K>(t: v128): v128 {
  const reach = load<f64>(PSI, 16);
  let value = tableValue<K>(v128.and(t, reached(t)));
  const first = f64x2.extract_lane(t, 0);
  const second = f64x2.extract_lane(t, 1);
  if (!(abs<f64>(first) <= reach)) value = f64x2.replace_lane(value, 0, psi(first));
  if (!(abs<f64>(second) <= reach)) value = f64x2.replace_lane(value, 1, psi(second));
  return value;
}

/** `tableBoth` where a lane is beyond the table. */
function farBoth<K>(t: v128, out: usize): v128 {
  const reach = load<f64>(PSI, 16);
  const value = tableBoth<K>(v128.and(t, reached(t)), out);
  const first = f64x2.extract_lane(t, 0);
  const second = f64x2.extract_lane(t, 1);
  if (!(abs<f64>(first) <= reach)) store<f64>(out, slope(first));
  if (!(abs<f64>(second) <= reach)) store<f64>(out, slope(second), 8);
  let far = value;
  if (!(abs<f64>(first) <= reach)) far = f64x2.replace_lane(far, 0, psi(first));
  if (!(abs<f64>(second) <= reach)) far = f64x2.replace_lane(far, 1, psi(second));
  return far;
}

/** Whether a loop sees if arguments are beyond the table. */
// @ts-ignore: decorator
@inline
export function isWatched<K>(): bool {
  return sizeof<K>() == sizeof<WatchedTable>() || (isFloat<K>() && sizeof<K>() == sizeof<PlacedTable>());
}

// @ts-ignore: decorator
@inline
function isTable<K>(): bool {
  return sizeof<K>() == sizeof<Table>() || isWatched<K>();
}

/** ψ(t) of two lanes, for a table but a far one within its reach. */
// @ts-ignore: decorator
@inline
export function valueOf<K>(t: v128): v128 {
  const zero = f64x2.splat(0);
  if (isTable<K>()) return tableValue<K>(t);
  if (sizeof<K>() == sizeof<FarTable>()) return farValue<K>(t);
  if (sizeof<K>() == sizeof<TwoSlopes>()) {
    const slopes = v128.bitselect(v128.load64_splat(PSI), v128.load64_splat(PSI, 8), f64x2.gt(t, zero));
    return f64x2.mul(slopes, t);
  }
  const one = f64x2.splat(1);
  return f64x2.sub(v128.and(f64x2.gt(t, zero), one), v128.and(f64x2.lt(t, zero), one));
}

/** ψ(t) of two lanes, and ψ'(t) stored at `out`, for a table but a far one within its reach. */
// @ts-ignore: decorator
@inline
export function bothOf<K>(t: v128, out: usize): v128 {
  const zero = f64x2.splat(0);
  if (isTable<K>()) return tableBoth<K>(t, out);
  if (sizeof<K>() == sizeof<FarTable>()) return farBoth<K>(t, out);
  if (sizeof<K>() == sizeof<TwoSlopes>()) {
    const slopes = v128.bitselect(v128.load64_splat(PSI), v128.load64_splat(PSI, 8), f64x2.gt(t, zero));
    v128.store(out, v128.bitselect(v128.load64_splat(PSI, 16), slopes, f64x2.eq(t, zero)));
    return f64x2.mul(slopes, t);
  }
  v128.store(out, zero);
  return valueOf<K>(t);
}
