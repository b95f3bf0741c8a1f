import type { Activation } from "../../activations/activation.js";
import { compensatedSum } from "../compensated-sum.js";

/** One network on one line: g(η) = (1/√k) Σ_ℓ a_ℓ ψ(u_ℓ + ηv_ℓ), all vectors of length k ≥ 1. */
export interface Ray {
  readonly activation: Activation;
  readonly a: Float64Array;
  /** u = Wx */
  readonly u: Float64Array;
  /** v = Wg for the direction g of the line x + ηg. */
  readonly v: Float64Array;
}

/** g(0) = f(x), for which v is not needed. */
export function valueAt({ activation: psi, a, u }: Omit<Ray, "v">): number {
  return compensatedSum(a.length, (i) => a[i] * psi.value(u[i])) / Math.sqrt(a.length);
}

/** g(η), with a compensated sum. */
export function valueOn({ activation: psi, a, u, v }: Ray, eta: number): number {
  return compensatedSum(a.length, (i) => a[i] * psi.value(u[i] + eta * v[i])) / Math.sqrt(a.length);
}

/** g'(η) = (1/√k) Σ aψ'(u + ηv)v, with a compensated sum. */
export function slopeOn({ activation: psi, a, u, v }: Ray, eta: number): number {
  return compensatedSum(a.length, (i) => a[i] * psi.derivative(u[i] + eta * v[i]) * v[i]) / Math.sqrt(a.length);
}

/**
 * A bound on the rounding error of `valueOn(ray, eta)` for values of ψ right to 8 ulp: those are 2⁻⁴⁹|ψ|, the
 * argument's error is at most 2⁻⁵²(|u| + |ηv|), and what is left pays for products and sum. Infinite for ψ that is not
 * Lipschitz.
 */
export function roundingOn({ activation: psi, a, u, v }: Ray, eta: number): number {
  const terms = compensatedSum(a.length, (i) => {
    const step = Math.abs(eta * v[i]);
    return Math.abs(a[i]) * (2.5 * Math.abs(psi.value(u[i] + eta * v[i])) + psi.lipschitz * (Math.abs(u[i]) + step));
  });
  return (2 ** -50 * terms) / Math.sqrt(a.length);
}

/** What every draw along a line offers. */
export interface RayDraw {
  /** f(x + ηg) for the draw's direction g; all η of one draw see the same network. */
  readonly valueAfter: (eta: number) => number;
  /** d/dη f(x + ηg) = ⟨∇f(x + ηg), g⟩ */
  readonly slopeAfter: (eta: number) => number;
  /** The same for several η, which may cost less than one by one. */
  readonly slopesAfter: (etas: readonly number[]) => number[];
  /** A bound on the rounding error of `valueAfter(eta)`; infinite for ψ that is not Lipschitz. */
  readonly roundingAfter: (eta: number) => number;
  /** The network on the line, as `smallestFlip` takes it. */
  readonly ray: () => Ray;
}

/** The methods of a draw; the ray is asked for when first needed. */
export function rayDraw(ray: () => Ray): RayDraw {
  return {
    valueAfter: (eta) => valueOn(ray(), eta),
    slopeAfter: (eta) => slopeOn(ray(), eta),
    slopesAfter: (etas) => etas.map((eta) => slopeOn(ray(), eta)),
    roundingAfter: (eta) => roundingOn(ray(), eta),
    ray,
  };
}
