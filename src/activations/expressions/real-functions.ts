import stdErf from "@stdlib/math-base-special-erf";
import stdErfc from "@stdlib/math-base-special-erfc";
import type { FormFunction } from "./form.js";

/** A function of a double with its first two derivatives, each within a few ulp of the truth. */
export interface RealFunction {
  readonly value: (x: number) => number;
  readonly first: (x: number) => number;
  readonly second: (x: number) => number;
}

/** 1/cosh²(x) by e^(−2|x|), which cannot overflow. */
function sech2(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}

function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

function sigmoidSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}

/** (2/√π)·exp(−x²), x² split so that its rounding is not magnified. */
function erfSlope(x: number): number {
  if (Math.abs(x) > 40) return 0;
  const head = Math.fround(x);
  return 1.1283791670955126 * Math.exp(-(x - head) * (x + head)) * Math.exp(-head * head);
}

const minusSin = (x: number) => -Math.sin(x);
const minusCos = (x: number) => -Math.cos(x);

export const REAL_FUNCTIONS: Readonly<Record<FormFunction, RealFunction>> = {
  exp: { value: Math.exp, first: Math.exp, second: Math.exp },
  log: { value: Math.log, first: (x) => 1 / x, second: (x) => -1 / x / x },
  log1p: { value: Math.log1p, first: (x) => 1 / (1 + x), second: (x) => -1 / (1 + x) / (1 + x) },
  expm1: { value: Math.expm1, first: Math.exp, second: Math.exp },
  sqrt: { value: Math.sqrt, first: (x) => 0.5 / Math.sqrt(x), second: (x) => -0.25 / Math.sqrt(x) / x },
  sqrt1pm1: {
    value: (x) => (Math.abs(x) < 1 ? x / (1 + Math.sqrt(1 + x)) : Math.sqrt(1 + x) - 1),
    first: (x) => 0.5 / Math.sqrt(1 + x),
    second: (x) => -0.25 / Math.sqrt(1 + x) / (1 + x),
  },
  sin: { value: Math.sin, first: Math.cos, second: minusSin },
  cos: { value: Math.cos, first: minusSin, second: minusCos },
  tanh: { value: Math.tanh, first: sech2, second: (x) => -2 * Math.tanh(x) * sech2(x) },
  sech2: { value: sech2, first: (x) => -2 * Math.tanh(x) * sech2(x), second: (x) => sech2(x) * (4 - 6 * sech2(x)) },
  sinh: { value: Math.sinh, first: Math.cosh, second: Math.sinh },
  cosh: { value: Math.cosh, first: Math.sinh, second: Math.cosh },
  asinh: {
    value: Math.asinh,
    first: (x) => 1 / Math.hypot(1, x),
    second: (x) => -(x / Math.hypot(1, x)) / Math.hypot(1, x) / Math.hypot(1, x),
  },
  atan: {
    value: Math.atan,
    first: (x) => 1 / (1 + x * x),
    second: (x) => (Math.abs(x) > 1e100 ? 0 : (-2 * x) / (1 + x * x) / (1 + x * x)),
  },
  erf: { value: stdErf, first: erfSlope, second: (x) => (Math.abs(x) > 40 ? 0 : -2 * x * erfSlope(x)) },
  erfc: {
    value: stdErfc,
    first: (x) => -erfSlope(x),
    second: (x) => (Math.abs(x) > 40 ? 0 : 2 * x * erfSlope(x)),
  },
  sigmoid: { value: sigmoid, first: sigmoidSlope, second: (x) => -Math.tanh(x / 2) * sigmoidSlope(x) },
  softplus: {
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    first: sigmoid,
    second: sigmoidSlope,
  },
  logCosh: {
    value: (x) =>
      Math.abs(x) < 1
        ? Math.log1p(2 * Math.sinh(x / 2) ** 2)
        : Math.abs(x) + (Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.LN2),
    first: Math.tanh,
    second: sech2,
  },
};
