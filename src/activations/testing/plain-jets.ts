import stdErf from "@stdlib/math-base-special-erf";
import stdErfc from "@stdlib/math-base-special-erfc";

/** A number with its first two derivatives in t, in doubles, and what rounding may have done to each. */
export interface PlainJet {
  readonly d: readonly [number, number, number];
  readonly error: readonly [number, number, number];
}

const EPS = 2 ** -50;
const abs = Math.abs;

export const constantJet = (x: number): PlainJet => ({ d: [x, 0, 0], error: [EPS * abs(x), 0, 0] });
export const variableJet = (t: number): PlainJet => ({ d: [t, 1, 0], error: [0, 0, 0] });

export function plus({ d: a, error: e }: PlainJet, { d: b, error: f }: PlainJet, sign = 1): PlainJet {
  const at = (k: number) => a[k] + sign * b[k];
  const off = (k: number) => e[k] + f[k] + EPS * abs(at(k));
  return { d: [at(0), at(1), at(2)], error: [off(0), off(1), off(2)] };
}

export function times({ d: a, error: e }: PlainJet, { d: b, error: f }: PlainJet): PlainJet {
  // What underflows has lost its sign.
  const value = a[0] * b[0] || (a[0] === 0 || b[0] === 0 ? 0 : NaN);
  const of = (i: number, j: number) => (i + j === 0 ? value : a[i] * b[j]);
  const off = (i: number, j: number) => e[i] * abs(b[j]) + f[j] * abs(a[i]) + EPS * abs(of(i, j));
  return {
    d: [of(0, 0), of(0, 1) + of(1, 0), of(0, 2) + 2 * of(1, 1) + of(2, 0)],
    error: [off(0, 0), off(0, 1) + off(1, 0), off(0, 2) + 2 * off(1, 1) + off(2, 0)],
  };
}

/** A function with its first three derivatives: the third is for errors alone. */
export type Plain = (x: number) => readonly [number, number, number, number];

export function compose(F: Plain, { d: [u, u1, u2], error: [e, e1, e2] }: PlainJet): PlainJet {
  const [f, f1, f2, f3] = F(u);
  // Derivatives that underflow there no longer cancel each other; a sign that rounding may have made is none.
  const lost = abs(u) > 1e60 || (SIDED.has(F) && abs(u) <= e && e > 0) ? Infinity : 0;
  return {
    d: [f, f1 * u1, f1 * u2 + f2 * u1 * u1],
    error: [
      abs(f1) * e + EPS * abs(f) + lost,
      abs(f1) * e1 + abs(f2 * u1) * e + EPS * abs(f1 * u1) + lost,
      abs(f1) * e2 +
        abs(f2) * (e * abs(u2) + 2 * abs(u1) * e1) +
        abs(f3) * e * u1 * u1 +
        EPS * abs(f1 * u2) +
        EPS * abs(f2) * u1 * u1 +
        lost,
    ],
  };
}

/** x^r by its own rules. */
export const power =
  (r: number): Plain =>
  (x) => [
    x ** r,
    r * x ** (r - 1),
    r === 1 ? 0 : r * (r - 1) * x ** (r - 2),
    r === 1 || r === 2 ? 0 : r * (r - 1) * (r - 2) * x ** (r - 3),
  ];

const tanh: Plain = (x) => {
  const e = Math.exp(-2 * abs(x));
  const [v, w] = [Math.tanh(x), (4 * e) / (1 + e) ** 2];
  return [v, w, -2 * v * w, w * (4 - 6 * w)];
};
const gauss = (x: number) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
const exp: Plain = (x) => {
  // What underflows has lost its sign.
  const y = Math.exp(x) || NaN;
  return [y, y, y, y];
};
const inverse = power(-1);
const size: Plain = (x) => [abs(x), Math.sign(x), 0, 0];
const sign: Plain = (x) => [Math.sign(x), 0, 0, 0];
const SIDED: ReadonlySet<Plain> = new Set([size, sign]);

/** The functions of one argument by names that expressions use, derived by hand. */
export const PLAIN: Readonly<Record<string, Plain>> = {
  exp,
  expm1: (x) => [Math.expm1(x), Math.exp(x), Math.exp(x), Math.exp(x)],
  log: (x) => [Math.log(x), 1 / x, -1 / x / x, 2 / x / x / x],
  log1p: (x) => [Math.log1p(x), 1 / (1 + x), -1 / (1 + x) / (1 + x), 2 / (1 + x) / (1 + x) / (1 + x)],
  sqrt: power(0.5),
  sin: (x) => [Math.sin(x), Math.cos(x), -Math.sin(x), -Math.cos(x)],
  cos: (x) => [Math.cos(x), -Math.sin(x), -Math.cos(x), Math.sin(x)],
  tan: (x) => {
    const v = Math.tan(x);
    return [v, 1 + v * v, 2 * v * (1 + v * v), (1 + v * v) * (2 + 6 * v * v)];
  },
  tanh,
  sinh: (x) => [Math.sinh(x), Math.cosh(x), Math.sinh(x), Math.cosh(x)],
  cosh: (x) => [Math.cosh(x), Math.sinh(x), Math.cosh(x), Math.sinh(x)],
  asinh: (x) => {
    const w = 1 / Math.hypot(1, x);
    return [Math.asinh(x), w, -x * w ** 3, (2 * x * x - 1) * w ** 5];
  },
  atan: (x) => {
    const [w] = inverse(1 + x * x);
    return [Math.atan(x), w, -2 * x * w * w, (6 * x * x - 2) * w ** 3];
  },
  erf: (x) => [stdErf(x), gauss(x), -2 * x * gauss(x), (4 * x * x - 2) * gauss(x)],
  erfc: (x) => [stdErfc(x) || NaN, -gauss(x), 2 * x * gauss(x), (2 - 4 * x * x) * gauss(x)],
  abs: size,
  sign,
};
