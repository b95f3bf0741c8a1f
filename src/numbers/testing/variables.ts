import erf from "@stdlib/math-base-special-erf";
import { affineBounds, sidesBounds } from "../majorants/affine-bounds.js";
import { densityBounds, scaledBounds } from "../majorants/taylor-bounds.js";
import type { GaussianVariable } from "../sums/gaussian-variable.js";

/** ±Z: sums of k are √k·N(0, 1). */
export const normal: GaussianVariable = {
  value: (z) => z,
  slope: () => 1,
  error: () => 0,
  slopeError: () => 0,
  bounds: affineBounds(0, 1),
  kinks: [],
  signed: true,
  lipschitz: 1,
  supremum: Infinity,
};

/** 2Φ(Z) − 1, uniform on (−1, 1): sums have Irwin and Hall's law. */
export const uniform: GaussianVariable = {
  value: (z) => erf(z * Math.SQRT1_2),
  slope: (z) => Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * z * z),
  error: () => 1e-15,
  slopeError: () => 1e-14,
  bounds: (low, high, order) => {
    const density = densityBounds(low, high, order);
    return density.map((_, j) => (j === 0 ? 1 : (2.0000001 * density[j - 1]) / j));
  },
  kinks: [],
  signed: false,
  lipschitz: Math.sqrt(2 / Math.PI),
  supremum: 1,
};

/** ± max(0, Z). */
export const rectified: GaussianVariable = {
  value: (z) => Math.max(0, z),
  slope: (z) => (z > 0 ? 1 : 0),
  error: () => 0,
  slopeError: () => 0,
  bounds: sidesBounds({ value: 0, slope: 0 }, { value: 0, slope: 1 }),
  kinks: [0],
  signed: true,
  lipschitz: 1,
  supremum: Infinity,
};

/** ± (1 − e^(−Z²/2)): stationary points, and a density without bound at 0. */
export const dimple: GaussianVariable = {
  value: (z) => -Math.expm1(-0.5 * z * z),
  slope: (z) => z * Math.exp(-0.5 * z * z),
  error: () => 1e-15,
  slopeError: () => 1e-14,
  bounds: (low, high, order) => [1, ...scaledBounds(densityBounds(low, high, order), 2.5066283).slice(1)],
  kinks: [],
  signed: true,
  lipschitz: Math.exp(-0.5),
  supremum: 1,
};
