import { filled } from "../filled.js";
import { pow } from "../pow.js";
import { type Strip, stripBounds } from "./strip-bounds.js";
import { type Majorant, productBounds, type TaylorBounds } from "./taylor-bounds.js";

/** Values are rounded up by this much. */
const UP = 1 + 1e-14;
const TWO_OVER_SQRT_PI = 1.1283791670955128;

const farthest = (low: number, high: number) => Math.max(Math.abs(low), Math.abs(high));

/** A majorant whose value is given and whose derivatives are those of a strip. */
function withValue(strip: Strip, value: (low: number, high: number) => number): TaylorBounds {
  return (low, high, order) => {
    const a = stripBounds(strip, low, high, order);
    a[0] = value(low, high) * UP;
    return a;
  };
}

/** 1/|cosh²z| = 1/(sinh²x + cos²y) */
const sechSquared = (x: number, radius: number) => 1 / (Math.sinh(x) ** 2 + Math.cos(radius) ** 2);
/** |1 + z²| ≥ 1 + x² − y² */
const inverseQuadratic = (x: number, radius: number) => 1 / Math.max(0, 1 + x * x - radius * radius);

/** tanh' = 1/cosh². */
const tanhStrip: Strip = { first: 1, limit: Math.PI / 2, modulus: (x, _, radius) => sechSquared(x, radius) };
export const tanhBounds: TaylorBounds = withValue(tanhStrip, (low, high) => Math.tanh(farthest(low, high)));
export const sechSquaredBounds: TaylorBounds = (low, high, order) =>
  stripBounds({ ...tanhStrip, first: 0 }, low, high, order);
/** (log cosh)' = tanh. */
export const logCoshBounds: TaylorBounds = (low, high, order) => {
  const a = stripBounds({ ...tanhStrip, first: 2 }, low, high, order);
  a[0] = farthest(low, high) * UP;
  if (order > 0) a[1] = Math.tanh(farthest(low, high)) * UP;
  return a;
};
/** σ' = ¼/cosh²(t/2) = softplus''. */
const sigmoidStrip: Strip = { first: 1, limit: Math.PI, modulus: (x, _, radius) => sechSquared(x / 2, radius / 2) / 4 };
const sigmoidAt = (t: number) => (t > 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t)));
export const sigmoidBounds: TaylorBounds = withValue(sigmoidStrip, (_, high) => sigmoidAt(high));
export const softplusBounds: TaylorBounds = (low, high, order) => {
  const a = stripBounds({ ...sigmoidStrip, first: 2 }, low, high, order);
  a[0] = (Math.max(0, high) + Math.log1p(Math.exp(-Math.abs(high)))) * UP;
  if (order > 0) a[1] = sigmoidAt(high) * UP;
  return a;
};
/** Discs that keep away from ±i. */
function away(low: number, high: number): number {
  const distance = low > 0 ? low : high < 0 ? -high : 0;
  return distance > 1 ? (1 + distance * distance) / (2 * distance) : 1;
}
/** (1 + z²)^(−power) as the derivative of an order. */
const inverseQuadraticBounds = (
  first: number,
  power: number,
  value: (low: number, high: number, order: number, a: Majorant) => void,
): TaylorBounds => {
  const modulus = (x: number, _: number, radius: number) => pow(inverseQuadratic(x, radius), power);
  return (low, high, order) => {
    const a = stripBounds({ first, limit: away(low, high), modulus }, low, high, order);
    value(low, high, order, a);
    return a;
  };
};
export const atanBounds = inverseQuadraticBounds(1, 1, (low, high, _, a) => {
  a[0] = Math.atan(farthest(low, high)) * UP;
});
export const asinhBounds = inverseQuadraticBounds(1, 0.5, (low, high, _, a) => {
  a[0] = Math.asinh(farthest(low, high)) * UP;
});
/** erf' = 2/√π·e^(−t²), |e^(−z²)| = e^(y² − x²). */
const erfStrip: Strip = {
  first: 1,
  limit: 5,
  modulus: (x, _, radius) => TWO_OVER_SQRT_PI * Math.exp(radius * radius - x * x),
};
export const erfBounds: TaylorBounds = withValue(erfStrip, (low, high) =>
  Math.min(1, TWO_OVER_SQRT_PI * farthest(low, high)),
);

/** exp: e^t/j!. */
export const expBounds: TaylorBounds = (_, high, order) => overFactorials(Math.exp(high), order);
export const sineBounds: TaylorBounds = (_low, _high, order) => overFactorials(1, order);
export const coshBounds: TaylorBounds = (low, high, order) => overFactorials(Math.cosh(farthest(low, high)), order);
function overFactorials(most: number, order: number): Majorant {
  const a: Majorant = filled(order + 1);
  for (let j = 0, term = most * UP; j <= order; j++, term = (term * UP) / j) a[j] = term;
  return a;
}

/** t^r: C(r, j)·t^(r−j); for r not an integer ≥ 0 the interval must keep away from 0, and lie above it where r is none. */
export function realPowerBounds(low: number, high: number, r: number, order: number): Majorant {
  const a: Majorant = filled(order + 1);
  const most = farthest(low, high);
  const least = low > 0 ? low : high < 0 && Number.isInteger(r) ? -high : 0;
  for (let j = 0, binomial = 1; j <= order && binomial !== 0; j++, binomial *= (r - j + 1) / j)
    a[j] = Math.abs(binomial) * (j === r ? 1 : pow(r > j ? most : least, r - j)) * (1 + 1e-13);
  return a;
}

/** log t: 1/(j·t^j) for t > 0. */
export const logBounds: TaylorBounds = (low, high, order) => {
  const a: Majorant = filled(order + 1);
  a[0] = Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high))) * UP;
  for (let j = 1; j <= order; j++) a[j] = low > 0 ? (pow(low, -j) / j) * (1 + 1e-13) : Infinity;
  return a;
};

/** t/√(1 + t²), whose derivative is (1 + t²)^(−3/2). */
export const isruBounds = inverseQuadraticBounds(1, 1.5, (_low, _high, _order, a) => {
  a[0] = 1;
});
/** √(1 + t²) − 1, whose second derivative is (1 + t²)^(−3/2) and whose first is below 1. */
export const pseudoHuberBounds = inverseQuadraticBounds(2, 1.5, (low, high, order, a) => {
  a[0] = farthest(low, high);
  if (order > 0) a[1] = 1;
});
/** t·Φ(t): ψ'' = (2 − t²)φ(t), |2 − z²| ≤ 2 + x² + y², |φ(z)| ≤ e^((y² − x²)/2)/√(2π); |ψ'| < 1.129. */
const geluStrip: Strip = {
  first: 2,
  limit: 6,
  modulus: (x, most, radius) =>
    0.398942280401433 * (2 + most * most + radius * radius) * Math.exp((radius * radius - x * x) / 2),
};
export const geluBounds: TaylorBounds = (low, high, order) => {
  const a = stripBounds(geluStrip, low, high, order);
  a[0] = farthest(low, high);
  if (order > 0) a[1] = 1.129;
  return a;
};
/** t·σ(t). */
export const siluBounds: TaylorBounds = (low, high, order) => {
  const t: Majorant = filled(order + 1);
  t[0] = farthest(low, high);
  if (order > 0) t[1] = 1;
  return productBounds(t, sigmoidBounds(low, high, order));
};
