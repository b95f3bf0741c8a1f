import type { Bits } from "../../chance/bits.js";
import { fillNormal } from "../../chance/normal.js";
import { pow } from "../../numbers/pow.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** What an attack makes large: ‖∇f(x) − ∇f(x + δ)‖, or the number of activations that change sign. */
export type ReluTarget = "variation" | "flips";

/** How hard an attack tries. */
export interface ReluEffort {
  /** Starts that the network suggests: where ∇f changes most at first, and where many neurons flip. */
  readonly starts: 1 | 2;
  /** Starts in random directions. */
  readonly restarts: number;
  /** Steps of ascent at each temperature. */
  readonly steps: number;
  /** Temperatures, from warm to cold. */
  readonly temperatures: number;
}

export interface ReluAttack {
  readonly delta: Float64Array;
  /** The target is surely at least this, and ‖δ‖ ≤ R. */
  readonly lower: number;
}

/** Leaves room for rounding, so that ‖δ‖ ≤ R is sure. */
const INSIDE = 1 - 2 ** -46;
const LEAST_SHARE = 0.02;
const size = (v: Float64Array) => Math.sqrt(dot(v, v));

/** Fermi's function 1/(1 + e^z). */
const occupied = (z: number) => 1 / (1 + Math.exp(z));

/**
 * The target at δ from below, given t = Wδ. A neuron of which rounding leaves open whether it flips is taken not to, and
 * what it may contribute is taken off.
 */
function reluTargetBelow(around: Neighbourhood, radius: number, t: Float64Array, target: ReluTarget): number {
  const { k, coefficients, preActivations: u, x, rounding, size: norm, rowNorms } = around;
  const doubt = rounding * norm * (size(x) + radius) + 2 ** -52 * norm * radius;
  const s = new Float64Array(k);
  let [flips, open] = [0, 0];
  for (let i = 0; i < k; i++) {
    const after = u[i] + t[i];
    if (Math.abs(u[i]) <= doubt || Math.abs(after) <= doubt) open += rowNorms[i] * Math.abs(coefficients[i]);
    else if (u[i] > 0 !== after > 0) {
      s[i] = u[i] > 0 ? coefficients[i] : -coefficients[i];
      flips++;
    }
  }
  if (target === "flips") return flips;
  const change = size(around.transposedProduct(s));
  return Math.max(0, (change * (1 - 2 ** -40) - rounding * norm * size(s) - open) / Math.sqrt(k));
}

/**
 * Climbs ‖∇f(x) − ∇f(x + δ)‖, or the number of flips, over ‖δ‖ ≤ R for the ReLU. Both are piecewise constant in δ, so the
 * indicator of a flip, sign(u_ℓ)(u_ℓ + t_ℓ) < 0, is replaced by q_ℓ = 1/(1 + exp(sign(u_ℓ)(u_ℓ + t_ℓ)/τ)), which tends to it as
 * the temperature τ falls. With s = sign(u)∘a∘q and h = Wᵀs/√k the ascent direction of ‖h‖² is −Wᵀ(a∘q(1−q)∘Wh), up to a
 * factor; that of Σq is −Wᵀ(sign(u)∘q(1−q)). A step goes part of the way to the point of the sphere in that direction
 * (conditional gradient). Every point on the way is looked at as it is, without temperature.
 *
 * Any point of the ball bounds the supremum from below; the attack can miss the largest one.
 */
export function attackRelu(
  around: Neighbourhood,
  radius: number,
  target: ReluTarget,
  { starts: suggested, restarts, steps, temperatures }: ReluEffort,
  random: Bits,
): ReluAttack {
  const { k, coefficients, preActivations: u } = around;
  const inside = radius * INSIDE;
  const signs = applied(Math.sign, u);
  const soft = (t: Float64Array, tau: number) => u.map((v, i) => occupied((signs[i] * (v + t[i])) / tau));
  let best: ReluAttack = { delta: new Float64Array(around.x.length), lower: 0 };

  function look(delta: Float64Array, t: Float64Array) {
    const lower = reluTargetBelow(around, radius, t, target);
    if (lower > best.lower) best = { delta, lower };
  }

  function onSphere(v: Float64Array): Float64Array | null {
    const length = size(v);
    return length > 0 && length < Infinity ? v.map((c) => (c * inside) / length) : null;
  }

  /** The smoothed target, and Wᵀs for it. */
  function smoothed(q: Float64Array): { value: number; h: Float64Array | null } {
    if (target === "flips") return { value: q.reduce((sum, t) => sum + t, 0), h: null };
    const h = around.transposedProduct(q.map((t, i) => t * signs[i] * coefficients[i]));
    return { value: size(h), h };
  }

  function slope(q: Float64Array, h: Float64Array | null): Float64Array {
    const weight = h ? around.product(h).map((t, i) => t * coefficients[i]) : signs;
    return around.transposedProduct(q.map((t, i) => -t * (1 - t) * weight[i]));
  }

  function climb(start: Float64Array) {
    let delta = start;
    let t = around.product(delta);
    look(delta, t);
    const spread = size(t) / Math.sqrt(k);
    for (let level = 0; level < temperatures; level++) {
      const tau = spread * pow(2, -(level + 1));
      let { value, h } = smoothed(soft(t, tau));
      for (let i = 0; i < steps; i++) {
        const goal = onSphere(slope(soft(t, tau), h));
        if (!goal) break;
        const image = around.product(goal);
        let moved = false;
        for (let share = 1; share > LEAST_SHARE; share /= 3) {
          const next = delta.map((c, j) => c + share * (goal[j] - c));
          const scale = inside / size(next);
          const there = t.map((c, j) => scale * (c + share * (image[j] - c)));
          const found = smoothed(soft(there, tau));
          if (!(found.value > value * (1 + 1e-6))) continue;
          [delta, t, value, h] = [next.map((c) => scale * c), there, found.value, found.h];
          moved = true;
          break;
        }
        if (!moved) break;
        look(delta, t);
      }
    }
  }

  const cold = soft(new Float64Array(k), size(u) / Math.sqrt(k) / 4);
  const starts = target === "variation" ? [slope(cold, smoothed(cold).h)] : [];
  if (starts.length < suggested) starts.push(slope(cold, null));
  // Only from here can δ carry x beyond 0.
  if (radius > size(around.x)) starts.push(around.x.map((t) => -t));
  for (let i = 0; i < restarts; i++) {
    const v = new Float64Array(around.x.length);
    fillNormal(v, random);
    starts.push(v);
  }
  for (const start of starts) {
    const delta = onSphere(start);
    if (delta) climb(delta);
  }
  return best;
}
