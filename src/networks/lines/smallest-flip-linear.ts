import { compensatedSum } from "../compensated-sum.js";
import { earliest, eventHeap, postpone } from "./event-heap.js";
import { linearPieces } from "./linear-pieces.js";
import { type Ray, valueAt } from "./ray.js";

/** A sum in the making: its rounded value and what rounding lost, as in `compensatedSum`. */
type RunningSum = Float64Array;

/** Adds a term, with Neumaier's compensation. */
function addTo(sum: RunningSum, term: number): void {
  const before = sum[0];
  const next = before + term;
  sum[1] += Math.abs(before) >= Math.abs(term) ? before - next + term : term - next + before;
  sum[0] = next;
}

const totalOf = (sum: RunningSum) => sum[0] + sum[1];

/**
 * The infimum of the |η| < limit with f·g(η) < 0 along η = −sign(f)|η|, for a ψ that is linear between its kinks (ReLU,
 * leaky ReLU, |t|, steps): g is then linear between the at most k·kinks breakpoints (κ − u_ℓ)/(−sign(f)v_ℓ), which are
 * visited in order as far as the flip, O(k + m log k) for m of them. Null if there is none, or f = 0 has no sign.
 *
 * Rounding: f counts as negative beyond the rounding error of its sums, so that a network which only touches 0 (one
 * neuron that dies, say) is not taken for one that flips; the answer is right for some f within that of the one given.
 *
 * @throws RangeError if ψ is seen not to be linear between its kinks.
 */
export function smallestFlipLinear(ray: Ray, limit: number): number | null {
  const { activation, a, u, v } = ray;
  const { kinks, slopes, intercepts } = linearPieces(activation);
  const k = a.length;
  const sign = Math.sign(valueAt(ray));
  if (sign === 0) return null;

  /** The piece that each neuron is on, just after the time reached. */
  const piece = new Uint32Array(k);
  /** When neuron i, moving at −sign·v, leaves its piece. */
  const leaves = (i: number) => {
    const speed = -sign * v[i];
    const next = speed > 0 ? piece[i] : piece[i] - 1;
    if (speed === 0 || next < 0 || next >= kinks.length) return Infinity;
    return (kinks[next] - u[i]) / speed;
  };
  // sign·√k·g = level + slope·time until the next breakpoint.
  const level: RunningSum = new Float64Array(2);
  const slope: RunningSum = new Float64Array(2);
  const count = (i: number, share: number) => {
    const weight = share * sign * a[i];
    addTo(level, weight * (intercepts[piece[i]] + slopes[piece[i]] * u[i]));
    addTo(slope, weight * slopes[piece[i]] * -sign * v[i]);
  };
  const times = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const upwards = sign * v[i] < 0;
    while (piece[i] < kinks.length && (upwards ? kinks[piece[i]] <= u[i] : kinks[piece[i]] < u[i])) piece[i]++;
    count(i, 1);
    times[i] = leaves(i);
  }

  // 2⁻⁴⁹ is 16 times the unit of rounding: three a term for the products, the rest for the compensated sums.
  const [steepest, highest] = [slopes, intercepts].map((all) => Math.max(...all.map(Math.abs)));
  const still = 2 ** -49 * compensatedSum(k, (i) => Math.abs(a[i]) * (highest + steepest * Math.abs(u[i])));
  const moving = 2 ** -49 * compensatedSum(k, (i) => Math.abs(a[i]) * steepest * Math.abs(v[i]));

  const heap = eventHeap(times, limit);
  for (let reached = 0; ; ) {
    const item = earliest(heap);
    const end = item < 0 ? limit : Math.min(times[item], limit);
    const [height, descent] = [totalOf(level), -totalOf(slope)];
    // A jump may have done it.
    if (height + still < (descent - moving) * reached) return reached;
    if (descent > moving && height + still < (descent - moving) * end)
      return Math.min(Math.max(reached, height / descent), end);
    if (end >= limit) return null;
    reached = end;
    // All that happens at one time, before the sign is looked at again.
    for (let i = item; i >= 0 && times[i] <= reached; i = earliest(heap)) {
      count(i, -1);
      piece[i] += sign * v[i] < 0 ? 1 : -1;
      count(i, 1);
      postpone(heap, leaves(i));
    }
  }
}
