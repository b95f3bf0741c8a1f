/**
 * exp and log for the rare steps of the ziggurat, in basic operations only, so that the twin (src/networks/kernels/elementary.ts)
 * has the same bits. Errors below 2 ulp on the ranges named.
 */

/** e^x for −20 ≤ x ≤ 0: x = n·log 2 + r, a Taylor polynomial of degree 13 in r, then n halvings. */
export function exp(x: f64): f64 {
  const n: f64 = Math.floor(x * 1.4426950408889634 + 0.5);
  const r: f64 = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let p: f64 = 1.6059043836821613e-10;
  p = p * r + 2.08767569878681e-9;
  p = p * r + 2.505210838544172e-8;
  p = p * r + 2.755731922398589e-7;
  p = p * r + 2.7557319223985893e-6;
  p = p * r + 2.48015873015873e-5;
  p = p * r + 1.984126984126984e-4;
  p = p * r + 1.388888888888889e-3;
  p = p * r + 8.333333333333333e-3;
  p = p * r + 4.1666666666666664e-2;
  p = p * r + 0.16666666666666666;
  p = p * r + 0.5;
  p = p * r + 1;
  p = p * r + 1;
  for (let i: f64 = n; i < 0; i += 1) p *= 0.5;
  return p;
}

/** log x for 2⁻⁵³ ≤ x < 1: x = m·2^−n with √½ ≤ m, and log m as in FreeBSD's e_log.c. */
export function log(x: f64): f64 {
  let n: f64 = 0;
  while (x < 0.7071067811865476) {
    x *= 2;
    n -= 1;
  }
  const f: f64 = x - 1;
  const s: f64 = f / (2 + f);
  const z: f64 = s * s;
  let r: f64 = 0.14798198605116586;
  r = r * z + 0.15313837699209373;
  r = r * z + 0.1818357216161805;
  r = r * z + 0.22222198432149784;
  r = r * z + 0.2857142874366239;
  r = r * z + 0.3999999999940942;
  r = r * z + 0.6666666666666735;
  r *= z;
  const half: f64 = 0.5 * f * f;
  return n * 0.6931471803691238 - (half - (s * (half + r) + n * 1.9082149292705877e-10) - f);
}
