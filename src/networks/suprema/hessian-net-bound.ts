import { pow } from "../../numbers/pow.js";
import { gaussianNormBound } from "./gaussian-norm-bound.js";

/** What the bound is of. */
interface NetSetting {
  readonly d: number;
  readonly k: number;
  /** R, the radius of the ball around the origin. */
  readonly radius: number;
  /** L = sup|ψ''|. */
  readonly smoothness: number;
  /** sup|ψ'''|. */
  readonly curvatureLipschitz: number;
}

/** The net of the sphere: at most 21^d points leave a factor 1/(1 − 2/10). */
const SPHERE = { logSize: Math.log(21), factor: 1.25 };

/**
 * What sup_{‖x‖ ≤ R} ‖∇²f(x)‖ exceeds with probability at most `probability`, for every d and k: the union bound that the
 * paper sketches for (5), with Bernstein's tail for each point instead of the Gaussian one.
 *
 * For fixed x and unit v, X_ℓ = a_ℓ(√d·w_ℓ·v)²ψ''(w_ℓ·x) has |ψ''| ≤ L and so Bernstein's (σ², c) = (3L², 2L) (see
 * bounds/hessian-quadratic-form.ts): |vᵀ∇²f(x)v| ≤ (L/d)(√(6τ) + 2τ/√k) but for a probability of 2e^−τ. A 1/10-net of
 * the sphere has at most 21^d points and ‖H‖ ≤ 1.25·max|vᵀHv| over it; an ε-net of the ball has at most (1 + 2R/ε)^d
 * (Vershynin 2018, Corollary 4.2.13, Lemma 4.4.3). Between the points of the net ‖∇²f(x) − ∇²f(y)‖ ≤
 * sup|ψ'''|·‖W‖³ε/√k, with ‖W‖ as in `gaussianNormBound`. Here ε = 1/(kd); each of both events may fail with half the
 * probability.
 */
export function hessianNetBound(
  { d, k, radius, smoothness, curvatureLipschitz }: NetSetting,
  probability: number,
): number {
  const logEpsilon = -Math.log(k) - Math.log(d);
  const logBallNet = Math.log1p(2 * radius * Math.exp(-logEpsilon));
  const tau = Math.log(4) - Math.log(probability) + d * (SPHERE.logSize + logBallNet);
  const atPoints = SPHERE.factor * (smoothness / d) * (Math.sqrt(6 * tau) + (2 * tau) / Math.sqrt(k));
  const norm = gaussianNormBound(k, d, probability / 2);
  const between = (curvatureLipschitz * pow(norm, 3) * Math.exp(logEpsilon)) / Math.sqrt(k);
  return (atPoints + between) * (1 + 2 ** -30);
}
