import { filled } from "./filled.js";
import {
  type Majorant,
  powerBounds,
  productBounds,
  scaledBounds,
  sumBounds,
  type TaylorBounds,
} from "./majorants/taylor-bounds.js";
import { pow } from "./pow.js";

/** Beyond this |t| the normal density is below the smallest double. */
export const REACH = 38.6;

/** A function of t with what an integral of it against the normal density needs for a proof. */
export interface Integrand {
  readonly value: (t: number) => number;
  /** A bound on the error of the value computed at t. */
  readonly error: (t: number) => number;
  /** Majorants over intervals; null where nothing is proved, and integrals are estimates. */
  readonly bounds: TaylorBounds | null;
  /** Where the function or its derivative jumps. */
  readonly kinks: readonly number[];
  /** |f(t)| ≤ most·(|t|/REACH)^degree for |t| ≥ REACH. */
  readonly far: { readonly most: number; readonly degree: number };
  /** The length over which it changes near 0, for estimates. */
  readonly scale: number;
}

const ULP = 2 ** -52;

/** Both kinks; the smaller scale. */
const joined = (f: Integrand, g: Integrand) => ({
  kinks: [...new Set([...f.kinks, ...g.kinks])].toSorted((a, b) => a - b),
  scale: Math.min(f.scale, g.scale),
});

function boundsOfBoth(f: Integrand, g: Integrand, join: (a: Majorant, b: Majorant) => Majorant): TaylorBounds | null {
  const [a, b] = [f.bounds, g.bounds];
  return a && b && ((low, high, order) => join(a(low, high, order), b(low, high, order)));
}

/** f·g */
export function product(f: Integrand, g: Integrand): Integrand {
  return {
    ...joined(f, g),
    value: (t) => f.value(t) * g.value(t),
    error(t) {
      const [x, y, dx, dy] = [Math.abs(f.value(t)), Math.abs(g.value(t)), f.error(t), g.error(t)];
      return x * dy + y * dx + dx * dy + ULP * x * y;
    },
    bounds: boundsOfBoth(f, g, productBounds),
    far: { most: f.far.most * g.far.most, degree: f.far.degree + g.far.degree },
  };
}

/** f + g */
export function sum(f: Integrand, g: Integrand): Integrand {
  return {
    ...joined(f, g),
    value: (t) => f.value(t) + g.value(t),
    error: (t) => f.error(t) + g.error(t) + ULP * Math.abs(f.value(t) + g.value(t)),
    bounds: boundsOfBoth(f, g, sumBounds),
    far: { most: f.far.most + g.far.most, degree: Math.max(f.far.degree, g.far.degree) },
  };
}

/** c·f */
export function multiple(c: number, f: Integrand): Integrand {
  const { bounds } = f;
  return {
    ...f,
    value: (t) => c * f.value(t),
    error: (t) => Math.abs(c) * (f.error(t) + ULP * Math.abs(f.value(t))),
    bounds: bounds && ((low, high, order) => scaledBounds(bounds(low, high, order), c)),
    far: { most: Math.abs(c) * f.far.most, degree: f.far.degree },
  };
}

const powerError = (x: number, dx: number, q: number) => q * (dx + ULP * x) * pow(x + dx, q - 1) * (1 + 1e-13);

/** f^q for an integer q ≥ 1. */
export function power(f: Integrand, q: number): Integrand {
  const { bounds } = f;
  return {
    ...f,
    value: q === 2 ? (t) => f.value(t) * f.value(t) : (t) => pow(f.value(t), q),
    error: (t) => powerError(Math.abs(f.value(t)), f.error(t), q),
    bounds: bounds && ((low, high, order) => powerBounds(bounds(low, high, order), q)),
    far: { most: pow(f.far.most, q), degree: f.far.degree * q },
  };
}

/** |f|^q for an integer q ≥ 1: where f may change its sign, the derivatives up to the q-th are bounded. */
export function absolutePower(f: Integrand, q: number): Integrand {
  const whole = power(f, q);
  const { bounds } = f;
  if (q % 2 === 0) return whole;
  return {
    ...whole,
    value: (t) => pow(Math.abs(f.value(t)), q),
    bounds:
      bounds &&
      ((low, high, order) => {
        const a = bounds(low, high, order);
        const powers = powerBounds(a, q);
        const middle = (low + high) / 2;
        const away = Math.abs(f.value(middle)) - f.error(middle);
        return a.length > 1 && away > (1 + 1e-12) * a[1] * Math.max(high - middle, middle - low)
          ? powers
          : powers.slice(0, q + 1);
      }),
  };
}

/** c_0 + c_1·t + … + c_n·t^n. */
export function polynomial(c: readonly number[]): Integrand {
  const at = (t: number, sizes = false) => c.reduceRight((total, a) => total * t + (sizes ? Math.abs(a) : a), 0);
  return {
    value: (t) => at(t),
    error: (t) => ULP * 2 * c.length * at(Math.abs(t), true),
    // The coefficients around t, all taken positive.
    bounds: (low, high, order) => {
      const a: Majorant = filled(order + 1);
      const t = Math.max(Math.abs(low), Math.abs(high));
      for (let i = c.length - 1; i >= 0; i--) {
        for (let j = order; j >= 0; j--) a[j] = (a[j] * t + (j > 0 ? a[j - 1] : Math.abs(c[i]))) * (1 + 1e-14);
      }
      return a;
    },
    kinks: [],
    far: { most: at(REACH, true) * (1 + 1e-13), degree: Math.max(0, c.length - 1) },
    scale: 1,
  };
}

/** A function right to 16 ulp, of which nothing is proved. */
export function onItsWord(value: (t: number) => number, kinks: readonly number[] = [], scale = 1): Integrand {
  return {
    value,
    error: (t) => 2 ** -48 * Math.abs(value(t)),
    bounds: null,
    kinks,
    far: { most: Infinity, degree: 0 },
    scale,
  };
}
