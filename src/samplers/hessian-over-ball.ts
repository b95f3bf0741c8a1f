import { defineSampler } from "../auditor/sampler.js";
import type { Streams } from "../chance/streams.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { drawSphereInput } from "../networks/dense-input.js";
import { curvatureLipschitz } from "../networks/suprema/curvature-lipschitz.js";
import { denseNeighbourhood } from "../networks/suprema/dense-neighbourhood.js";
import { gaussianNormBound } from "../networks/suprema/gaussian-norm-bound.js";
import { attackHessian } from "../networks/suprema/hessian-attack.js";
import { hessianNetBound } from "../networks/suprema/hessian-net-bound.js";
import type { Bounds } from "../networks/suprema/operator-norm.js";
import { drawHessianNorm, HESSIAN_DOUBT } from "./hessian-at-input.js";
import { d, type Given, k, psi } from "./parameters.js";

/** The Hessian of a random network over the ball ‖x‖ ≤ d. */
export interface HessianBallDraw {
  /** sup_{‖x‖ ≤ d} ‖∇²f(x)‖; its upper end is below the truth with probability at most `HESSIAN_DOUBT`. */
  readonly supremum: Bounds;
}

/** Weights in memory at most, and the dimension, for an attack with factorisations. */
const ATTACKED = { weights: 2 ** 13, dimension: 128 };
/** Steps of ascent. */
const STEPS = 6;
/** The width up to which the Hessian at one point is drawn; beyond, nothing is known from below. */
const WIDEST = 2 ** 14;

const isAttacked = ({ d, k }: Readonly<{ d: number; k: number }>) =>
  k * d <= ATTACKED.weights && d <= ATTACKED.dimension;

/** L‖W‖²/√k, which no Hessian anywhere exceeds, as |a_ℓψ''| ≤ L. */
const byNorm = (smoothness: number, norm: number, k: number) =>
  (smoothness * norm ** 2 * (1 + 2 ** -48)) / Math.sqrt(k);

/**
 * sup_{‖x‖ ≤ R} ‖∇²f(x)‖ of a random network between two bounds. Below: an attack where the weights fit in memory, else
 * the norm at one point of the ball. Above: L‖W‖²/√k, close where k is at most about d, and the union bound over nets,
 * which is of the right order where k is large; it fails with probability at most `HESSIAN_DOUBT`.
 *
 * @param given with radius R > 0.
 */
export function drawHessianSupremum(given: Given<"psi" | "d" | "k" | "radius">, random: Streams): Bounds {
  const { psi, d, k, radius } = given;
  const net = hessianNetBound(
    { d, k, radius, smoothness: psi.smoothness, curvatureLipschitz: curvatureLipschitz(psi) },
    HESSIAN_DOUBT / 2,
  );
  if (isAttacked(given)) {
    const x = drawSphereInput(d, Math.min(radius, Math.sqrt(d)), random);
    const around = denseNeighbourhood(drawDenseNetwork({ psi, d, k }, random), x);
    const { norm } = attackHessian(around, radius, STEPS);
    return { lower: norm.lower, upper: Math.min(net, byNorm(psi.smoothness, around.operatorNorm.upper, k)) };
  }
  const upper = Math.min(net, byNorm(psi.smoothness, gaussianNormBound(k, d, HESSIAN_DOUBT / 2), k));
  const drawn = k <= WIDEST && radius >= Math.sqrt(d) ? drawHessianNorm(given, random).lower : 0;
  return { lower: Math.min(drawn, upper), upper };
}

/** Draws a network and bounds the supremum of ‖∇²f(x)‖ over ‖x‖ ≤ d, a ball of polynomial radius around 0. */
export const hessianOverBall = defineSampler({
  id: "hessian-over-ball",
  parameters: [psi, d, k],
  cost: ({ d, k }) => {
    if (isAttacked({ d, k })) return STEPS * (100 * k * d + k * d ** 2);
    return k <= WIDEST ? 40 * k : 1;
  },
  draw: (given, random) => ({ supremum: drawHessianSupremum({ ...given, radius: given.d }, random) }),
});
