import { dot } from "../network/dense-products.js";
import type { Bits } from "../random/bits.js";
import { fillNormal } from "../random/normal.js";
import { differenceRounding, gradientDifference, slopesAt } from "./gradient-difference.js";
import { hessianTimes, weightedHessian } from "./hessian-times.js";
import { lanczos } from "./lanczos.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** How hard an attack tries. */
export interface AttackEffort {
  /** Starts in random directions, beside those that the network suggests. */
  readonly restarts: number;
  /** Steps of ascent from the best starts. */
  readonly steps: number;
  /** Starts that ascend. */
  readonly ascents: number;
  /** Products with the Hessian that go into the start along its top eigenvector. */
  readonly products: number;
}

/** A point of the ball: δ, t = Wδ, h = ∇f(x) − ∇f(x + δ) and ‖h‖. */
interface Attacked {
  readonly delta: Float64Array;
  readonly t: Float64Array;
  readonly h: Float64Array;
  readonly norm: number;
}

/** What an attack found. */
export interface VariationAttack extends Attacked {
  /** ‖∇f(x) − ∇f(x + δ)‖ is surely at least this, and ‖δ‖ ≤ R. */
  readonly lower: number;
}

/** Leaves room for rounding, so that ‖δ‖ ≤ R is sure. */
const INSIDE = 1 - 2 ** -46;
/** Shares of the radius at which a start is looked at, both ways. */
const SHARES = [1, 0.4, 0.1];

const scaledBy = (c: number, v: Float64Array) => v.map((t) => c * t);
const norm = (v: Float64Array) => Math.sqrt(dot(v, v));

/** p + s(q − p). */
function between(p: Float64Array, q: Float64Array, s: number): Float64Array {
  return p.map((t, i) => t + s * (q[i] - t));
}

/**
 * Climbs g(δ) = ‖∇f(x) − ∇f(x + δ)‖² over the ball ‖δ‖ ≤ R. With h = ∇f(x) − ∇f(x + δ), ∇g = −2∇²f(x + δ)h; the linear
 * function of that slope is largest over the ball at R∇g/‖∇g‖, and a step goes there, or part of the way where g would
 * fall (the conditional gradient method, which for small R is the power method on the squared Hessian). Starts: the top
 * eigenvector of the Hessian at x, ∇f(x), the weights of the neuron whose ψ'' is largest there, and random directions, at
 * several radii and both signs.
 *
 * Any point of the ball bounds the supremum from below; the attack can miss the largest one.
 *
 * @param radius R > 0.
 */
export function attackVariation(
  around: Neighbourhood,
  radius: number,
  { restarts, steps, ascents, products }: AttackEffort,
  random: Bits,
): VariationAttack {
  const { d, k, coefficients, preActivations } = around;
  const slopes = slopesAt(around);
  const R = radius * INSIDE;
  const at = (delta: Float64Array, t: Float64Array): Attacked => {
    const h = gradientDifference(around, slopes, t);
    return { delta, t, h, norm: norm(h) };
  };
  const better = (p: Attacked, q: Attacked) => (q.norm > p.norm ? q : p);

  /** The best of the points at some shares of R along ±v. */
  function along(v: Float64Array): Attacked | null {
    const length = norm(v);
    if (!(length > 0 && length < Infinity)) return null;
    const delta = scaledBy(R / length, v);
    const t = around.product(delta);
    let best: Attacked | null = null;
    for (const share of SHARES)
      for (const c of [share, -share]) {
        const found = at(scaledBy(c, delta), scaledBy(c, t));
        best = best ? better(best, found) : found;
      }
    return best;
  }

  /** One step of ascent; the point itself where none is found. */
  function step(point: Attacked): Attacked {
    const direction = hessianTimes(around, point.t, point.h);
    const length = norm(direction);
    if (!(length > 0 && length < Infinity)) return point;
    const target = scaledBy(-R / length, direction);
    const image = around.product(target);
    for (let s = 1; s > 1e-3; s /= 3) {
      const found = at(between(point.delta, target, s), between(point.t, image, s));
      if (found.norm > point.norm) return found;
    }
    return point;
  }

  function ascend(start: Attacked): Attacked {
    let point = start;
    for (let i = 0; i < steps; i++) {
      const next = step(point);
      if (!(next.norm > point.norm * (1 + 1e-6))) return better(point, next);
      point = next;
    }
    return point;
  }

  const curvature = weightedHessian(around, new Float64Array(k));
  const largest = curvature.reduce((best, c, i) => (Math.abs(c) > Math.abs(curvature[best]) ? i : best), 0);
  const anywhere = () => {
    const v = new Float64Array(d);
    fillNormal(v, random);
    return v;
  };
  const unit = new Float64Array(k);
  unit[largest] = 1;
  const origin = new Float64Array(k);
  const directions = [
    around.transposedProduct(unit),
    around.transposedProduct(slopes.map((slope, i) => slope * coefficients[i])),
    ...(products > 0 ? [lanczos((v) => hessianTimes(around, origin, v), anywhere(), { products }).vector] : []),
    ...Array.from({ length: restarts }, anywhere),
  ];
  const starts = directions
    .map(along)
    .filter((found) => found !== null)
    .toSorted((p, q) => q.norm - p.norm);
  let best: Attacked = at(new Float64Array(d), new Float64Array(preActivations.length));
  for (const start of starts.slice(0, ascents)) best = better(best, ascend(start));
  best = polish(best);
  return { ...best, lower: Math.max(0, best.norm - differenceRounding(around, radius)) };

  /** The best point on the segment from 0 to δ and beyond, by halving steps: a maximum may lie inside the ball. */
  function polish(point: Attacked): Attacked {
    const length = norm(point.delta);
    if (length === 0) return point;
    let [found, share] = [point, 1];
    for (let width = 0.25; width > 1e-3; width /= 2)
      for (const next of [share + width, share - width])
        if (next > 0 && next * length <= R) {
          const candidate = at(scaledBy(next, point.delta), scaledBy(next, point.t));
          if (candidate.norm > found.norm) [found, share] = [candidate, next];
        }
    return found;
  }
}
