import type { Bits } from "../../chance/bits.js";
import { dot } from "../dense-products.js";
import { attackStarts, type StartEffort } from "./attack-starts.js";
import { differenceRounding, gradientDifference, slopesAt } from "./gradient-difference.js";
import { hessianOperator, weightedHessian } from "./hessian-times.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** How hard an attack tries. */
export interface AttackEffort extends StartEffort {
  /** Steps of ascent from each of the best starts. */
  readonly steps: number;
  /** Starts that ascend. */
  readonly ascents: number;
  /** How closely the radius of the best point is settled, relatively; 1 for not at all. */
  readonly polish: number;
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

const scaledBy = (c: number, v: Float64Array) => v.map((t) => c * t);
const norm = (v: Float64Array) => Math.sqrt(dot(v, v));
const better = (p: Attacked, q: Attacked) => (q.norm > p.norm ? q : p);

/** p + s(q − p). */
function between(p: Float64Array, q: Float64Array, s: number): Float64Array {
  return p.map((t, i) => t + s * (q[i] - t));
}

/**
 * Climbs g(δ) = ‖∇f(x) − ∇f(x + δ)‖² over the ball ‖δ‖ ≤ R. With h = ∇f(x) − ∇f(x + δ), ∇g = −2∇²f(x + δ)h; the linear
 * function of that slope is largest over the ball at R∇g/‖∇g‖, and a step goes there, or part of the way where g would
 * fall (the conditional gradient method, which for small R is the power method on the squared Hessian). A start is looked
 * at both ways, at the sphere and where the pre-activations move by the length over which ψ' changes, 2·sup|ψ'|/L; the
 * best ones ascend; last, the radius is varied along the best point, since a maximum may lie inside the ball.
 *
 * Any point of the ball bounds the supremum from below; the attack can miss the largest one.
 *
 * @param radius R > 0.
 * @param hints directions to start in; those that the network suggests (attack-starts.ts) if left out.
 */
export function attackVariation(
  around: Neighbourhood,
  radius: number,
  effort: AttackEffort,
  random: Bits,
  hints: readonly Float64Array[] = attackStarts(around, effort, random),
): VariationAttack {
  const { k, activation, x } = around;
  const slopes = slopesAt(around);
  const inside = radius * INSIDE;
  const at = (delta: Float64Array, t: Float64Array): Attacked => {
    const h = gradientDifference(around, slopes, t);
    return { delta, t, h, norm: norm(h) };
  };

  function along(v: Float64Array): Attacked[] {
    const length = norm(v);
    if (!(length > 0 && length < Infinity)) return [];
    const delta = scaledBy(inside / length, v);
    const t = around.product(delta);
    const near = (2 * activation.lipschitz) / (activation.smoothness * largestOf(t));
    const shares = near < 0.7 ? [1, -1, near, -near] : [1, -1];
    return [shares.map((c) => at(scaledBy(c, delta), scaledBy(c, t))).reduce(better)];
  }

  /** One step of ascent; the point itself where none is found. */
  function step(point: Attacked): Attacked {
    const direction = hessianOperator(around, weightedHessian(around, point.t))(point.h);
    const length = norm(direction);
    if (!(length > 0 && length < Infinity)) return point;
    const target = scaledBy(-inside / length, direction);
    const image = around.product(target);
    for (let s = 1; s > 1e-2; s /= 3) {
      const found = at(between(point.delta, target, s), between(point.t, image, s));
      if (found.norm > point.norm) return found;
    }
    return point;
  }

  function ascend(start: Attacked): Attacked {
    let point = start;
    for (let i = 0; i < effort.steps; i++) {
      const next = step(point);
      if (!(next.norm > point.norm * (1 + 1e-6))) return next;
      point = next;
    }
    return point;
  }

  /** The best point along δ, by ever smaller changes of its length. */
  function polish(point: Attacked): Attacked {
    const length = norm(point.delta);
    if (length === 0) return point;
    let [found, share] = [point, 1];
    for (let width = 0.3; width > effort.polish; width /= 3)
      for (const next of [share + width, share - width])
        if (next > 0 && next * length <= inside) {
          const candidate = at(scaledBy(next, point.delta), scaledBy(next, point.t));
          if (candidate.norm > found.norm) [found, share] = [candidate, next];
        }
    return found;
  }

  const starts = hints.flatMap(along).toSorted((p, q) => q.norm - p.norm);
  const nothing: Attacked = {
    delta: new Float64Array(x.length),
    t: new Float64Array(k),
    h: new Float64Array(x.length),
    norm: 0,
  };
  const best = polish(starts.slice(0, effort.ascents).map(ascend).reduce(better, nothing));
  return { ...best, lower: Math.max(0, best.norm - differenceRounding(around, radius)) };
}
