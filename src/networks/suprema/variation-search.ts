import { MaxHeap } from "../../activations/expressions/max-heap.js";
import { pow } from "../../numbers/pow.js";
import { dot } from "../dense-products.js";
import { differenceRounding, gradientDifference, slopesAt } from "./gradient-difference.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { type Bounds, operatorNorm } from "./operator-norm.js";

/** How long a branch and bound goes on. */
export interface SearchEffort {
  /** Gradients at most. */
  readonly gradients: number;
  /** The relative width of the enclosure at which it stops. */
  readonly width: number;
}

/** What a branch and bound found. */
export interface VariationSearch extends Bounds {
  /** The best point that it saw. */
  readonly at: Float64Array;
}

/** A cube with its centre and half its side. */
interface Cube {
  readonly centre: Float64Array;
  readonly half: number;
}

/** The Lipschitz constant of ∇f over all of ℝ^d: (L/√k)·‖Wᵀ diag|a| W‖. */
function gradientLipschitz({ activation, k, d, coefficients, weights }: Neighbourhood): number {
  const scaled = new Float64Array(k * d);
  if (weights)
    for (let i = 0; i < k; i++) {
      const root = Math.sqrt(Math.abs(coefficients[i]));
      for (let j = 0; j < d; j++) scaled[i * d + j] = root * weights[i * d + j];
    }
  return (activation.smoothness / Math.sqrt(k)) * operatorNorm(scaled, k, d).upper ** 2 * (1 + 2 ** -45);
}

/**
 * sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ between two proved bounds, by branch and bound over cubes: with Λ the Lipschitz
 * constant of ∇f, the supremum over the part of a cube inside the ball is at most G(p) + Λ·√d·half, G(δ) =
 * ‖∇f(x) − ∇f(x + δ)‖ and p the centre's projection to the ball (projections onto convex sets bring no two points further
 * apart). The cube with the largest bound is split into 2^d.
 *
 * The number of gradients grows like (ΛR/width)^d, so this is for few dimensions; a cube is tried as a whole first, and
 * what is left when the gradients run out is reported as it is.
 *
 * @param around in memory: `weights` is not null.
 * @throws RangeError if the weights are not in memory or ψ has no finite L.
 */
export function searchVariation(around: Neighbourhood, radius: number, effort: SearchEffort): VariationSearch {
  const { d, weights } = around;
  if (!weights) throw new RangeError("weights are null; a branch and bound needs them in memory");
  const rounding = differenceRounding(around, radius);
  const slopes = slopesAt(around);
  const lipschitz = gradientLipschitz(around);
  const inside = radius * (1 - 2 ** -46);
  const heap = new MaxHeap<Cube>();
  let best = 0;
  let where: Float64Array = new Float64Array(d);
  let gradients = 0;

  function push(cube: Cube): void {
    const size = Math.sqrt(dot(cube.centre, cube.centre));
    const reach = cube.half * Math.sqrt(d) * (1 + 2 ** -40) + radius * 2 ** -44;
    // Wholly outside the ball: nothing to bound.
    if (size > radius + reach) return;
    const p = size > inside ? cube.centre.map((t) => (t * inside) / size) : cube.centre;
    const h = gradientDifference(around, slopes, around.product(p));
    const value = Math.sqrt(dot(h, h));
    if (value - rounding > best) [best, where] = [value - rounding, p];
    heap.push((value + rounding + lipschitz * reach) * (1 + 2 ** -50), cube);
    gradients++;
  }

  push({ centre: new Float64Array(d), half: radius });
  while (gradients < effort.gradients && heap.topKey > best * (1 + effort.width) + rounding) {
    const { centre, half } = heap.pop()!;
    for (let corner = 0; corner < pow(2, d); corner++)
      push({ centre: centre.map((t, j) => t + ((corner >> j) & 1 ? half : -half) / 2), half: half / 2 });
  }
  return { lower: best, upper: heap.topKey, at: where };
}
