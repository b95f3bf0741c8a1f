import type { Bits } from "../../chance/bits.js";
import { dot } from "../dense-products.js";
import { attackStarts } from "./attack-starts.js";
import { hessianNorm } from "./hessian-norm.js";
import { weightedHessian } from "./hessian-times.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Bounds } from "./operator-norm.js";
import { attackVariation } from "./variation-attack.js";
import { certifyVariation } from "./variation-certificate.js";

const ATTACK = { restarts: 0, products: 0, steps: 2, ascents: 1, polish: 1 };
/** Points on the diameter of the ball along one neuron's weights at which its curvature is looked at. */
const POINTS = 64;
/** Products with the Hessian where it is largest. */
const PRODUCTS = 8;

/** Wδ at the point of the ball, on the diameter along `direction`, where some |a_ℓψ''| is largest. */
function mostCurved(around: Neighbourhood, radius: number, direction: Float64Array): Float64Array {
  const length = Math.sqrt(dot(direction, direction));
  const t = around.product(direction.map((c) => (length > 0 ? (c * radius * (1 - 2 ** -46)) / length : 0)));
  let best = { size: -1, t };
  const points = Math.max(4, Math.min(POINTS, Math.floor(2 ** 14 / around.k)));
  for (let i = -points; i <= points; i++) {
    const there = t.map((c) => (c * i) / points);
    const size = largestOf(weightedHessian(around, there));
    if (size > best.size) best = { size, t: there };
  }
  return best.t;
}

/**
 * The Lipschitz constant of Φ(v, δ) = ⟨∇f(x) − ∇f(x + δ), v⟩ over ‖v‖ = 1, ‖δ‖ ≤ R in the metric ‖v − v'‖ + ‖δ − δ'‖,
 * from both sides. In v it is sup ‖∇f(x) − ∇f(x + δ)‖, reached between opposite v; in δ it is sup ‖∇²f(x + δ)‖; over both
 * it is the larger of the two.
 *
 * Below: an attack on the first, and the second where one neuron is most curved. Above: the certificate of the first, and
 * max|a|·L‖W‖²/√k for the second.
 *
 * @param random for the random starts of the attack.
 * @throws RangeError if ψ has no finite L.
 */
export function phiLipschitz(around: Neighbourhood, radius: number, random: Bits): Bounds {
  const { activation, k, coefficients, operatorNorm } = around;
  const starts = attackStarts(around, ATTACK, random);
  const variation = attackVariation(around, radius, ATTACK, random, starts).lower;
  const curved = hessianNorm(around, mostCurved(around, radius, starts[0]), PRODUCTS).lower;
  const curvature =
    ((largestOf(coefficients) * activation.smoothness * operatorNorm.upper ** 2) / Math.sqrt(k)) * (1 + 2 ** -48);
  const upper = Math.max(certifyVariation(around, radius, 0), curvature);
  return { lower: Math.min(Math.max(variation, curved), upper), upper };
}
