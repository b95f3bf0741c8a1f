/**
 * The twin of kernels/elementary.ts: exp and log in basic operations only, so that kernel and twin have the same bits
 * on every engine.
 */
const LOG2_HIGH = 0.6931471803691238;
const LOG2_LOW = 1.9082149292705877e-10;

/** 1/13!, …, 1/1!, 1/0!. */
const TAYLOR = [
  1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7, 2.7557319223985893e-6,
  2.48015873015873e-5, 1.984126984126984e-4, 1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2,
  0.16666666666666666, 0.5, 1, 1,
];

/** Coefficients of (log((1+s)/(1−s)) − 2s)/s in s², minimax (FreeBSD's e_log.c), highest first. */
const ATANH = [
  0.14798198605116586, 0.15313837699209373, 0.1818357216161805, 0.22222198432149784, 0.2857142874366239,
  0.3999999999940942, 0.6666666666666735,
];

/** e^x for −20 ≤ x ≤ 0, within 2 ulp: x = n·log 2 + r, a Taylor polynomial of degree 13 in r, then n halvings. */
export function exp(x: number): number {
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * LOG2_HIGH - n * LOG2_LOW;
  let p = TAYLOR[0];
  for (let i = 1; i < TAYLOR.length; i++) p = p * r + TAYLOR[i];
  for (let i = n; i < 0; i++) p *= 0.5;
  return p;
}

/** log x for 2⁻⁵³ ≤ x < 1, within 2 ulp: x = m·2^n with √½ ≤ m, and log m by its series in (m − 1)/(m + 1). */
export function log(x: number): number {
  let m = x;
  let n = 0;
  while (m < Math.SQRT1_2) {
    m *= 2;
    n -= 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let r = ATANH[0];
  for (let i = 1; i < ATANH.length; i++) r = r * z + ATANH[i];
  r *= z;
  const half = 0.5 * f * f;
  return n * LOG2_HIGH - (half - (s * (half + r) + n * LOG2_LOW) - f);
}
