import { dot } from "../dense-products.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** A point at which several activations are 0 at once. */
export interface MeetingPoint {
  /** Their neurons. */
  readonly neurons: readonly number[];
  /** Signs σ for which ‖Σ σ_ℓw_ℓ‖ is large, and that norm from below. */
  readonly size: number;
  readonly delta: Float64Array;
}

/** A part of a row that is at most this share of it counts as none: its direction would be rounding. */
const INDEPENDENT = 1e-6;
/** How close to 0 no other activation, nor the sphere, may be, beside R. */
const CLEAR = 1e-9;

/**
 * A δ, ‖δ‖ < R, with w_ℓ·(x + δ) = 0 for as many neurons as go, up to `most`, taken in the order of |u_ℓ|: the point nearest
 * to 0 where the first m hyperplanes meet. Their rows are independent, so arbitrarily close to δ there are points at which
 * their activations have any signs one likes: moving from those with signs σ to those with −σ changes ∇f by
 * ‖Σ σ_ℓa_ℓw_ℓ‖/√k. Signs are chosen one after the other, each so that the sum grows.
 *
 * @returns null where not even one hyperplane is in reach.
 */
export function meetingPoint(around: Neighbourhood, radius: number, most: number): MeetingPoint | null {
  const { d, k, x, preActivations: u, transposedProduct, coefficients } = around;
  const order = Array.from(u.keys()).toSorted((i, j) => Math.abs(u[i]) - Math.abs(u[j]));
  const basis: Float64Array[] = [];
  const neurons: number[] = [];
  const delta = new Float64Array(x.length);
  const sum = new Float64Array(x.length);
  for (const i of order.slice(0, Math.min(most, d - 1, k))) {
    const unit = new Float64Array(k);
    unit[i] = 1;
    const row = transposedProduct(unit);
    // The part of the row across those before (Gram and Schmidt, twice), along which δ grows to meet its hyperplane too.
    const across = row.slice();
    for (let pass = 0; pass < 2; pass++)
      for (const e of basis) {
        const along = dot(e, across);
        for (let j = 0; j < x.length; j++) across[j] -= along * e[j];
      }
    const length = Math.sqrt(dot(across, across));
    if (!(length > INDEPENDENT * Math.sqrt(dot(row, row)))) continue;
    const step = -(u[i] + dot(row, delta)) / length ** 2;
    const next = delta.map((t, j) => t + step * across[j]);
    if (!(Math.sqrt(dot(next, next)) < radius * (1 - CLEAR))) break;
    delta.set(next);
    basis.push(across.map((t) => t / length));
    neurons.push(i);
    const sign = dot(sum, row) < 0 ? -1 : 1;
    for (let j = 0; j < x.length; j++) sum[j] += sign * Math.abs(coefficients[i]) * row[j];
  }
  if (neurons.length === 0) return null;
  const t = around.product(delta);
  const meets = new Set(neurons);
  // Any other neuron that close to 0 could differ as well, and its part would have to be known.
  for (let i = 0; i < k; i++) if (!meets.has(i) && Math.abs(u[i] + t[i]) <= CLEAR * radius) return null;
  return { neurons, delta, size: (Math.sqrt(dot(sum, sum)) * (1 - 2 ** -40)) / Math.sqrt(k) };
}
