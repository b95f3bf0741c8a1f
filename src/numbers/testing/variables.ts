import erf from "@stdlib/math-base-special-erf";
import type { GaussianVariable } from "../sums/gaussian-variable.js";

/** ±Z: sums of k are √k·N(0, 1). */
export const normal: GaussianVariable = {
  value: (z) => z,
  slope: () => 1,
  kinks: [],
  signed: true,
  lipschitz: 1,
  supremum: Infinity,
};

/** 2Φ(Z) − 1, uniform on (−1, 1): sums have Irwin and Hall's law. */
export const uniform: GaussianVariable = {
  value: (z) => erf(z * Math.SQRT1_2),
  slope: (z) => Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * z * z),
  kinks: [],
  signed: false,
  lipschitz: Math.sqrt(2 / Math.PI),
  supremum: 1,
};

/** ± max(0, Z). */
export const rectified: GaussianVariable = {
  value: (z) => Math.max(0, z),
  slope: (z) => (z > 0 ? 1 : 0),
  kinks: [0],
  signed: true,
  lipschitz: 1,
  supremum: Infinity,
};

/** ± (1 − e^(−Z²/2)): stationary points, and a density without bound at 0. */
export const dimple: GaussianVariable = {
  value: (z) => -Math.expm1(-0.5 * z * z),
  slope: (z) => z * Math.exp(-0.5 * z * z),
  kinks: [],
  signed: true,
  lipschitz: Math.exp(-0.5),
  supremum: 1,
};
