import type { Activation } from "../../activations/activation.js";
import { lazily } from "../../numbers/lazily.js";
import { compensatedSum } from "../compensated-sum.js";
import { checkEtas, type Profile } from "../line.js";

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

/** A profile of which all neurons are in memory. */
export interface RayProfile extends Profile {
  /** d/dη f(x + ηg) = ⟨∇f(x + ηg), g⟩ for each η, finite. */
  readonly slopes: (etas: readonly number[]) => readonly number[];
  /** The network on the line, as `smallestFlip` takes it. */
  readonly ray: () => Ray;
}

/** What a draw shows along its line; v is asked for when first needed, and the value needs none. */
export function onRay(layer: () => Omit<Ray, "v">, v: () => Float64Array): RayProfile {
  const value = lazily(() => valueAt(layer()));
  const ray = lazily((): Ray => ({ ...layer(), v: v() }));
  return {
    get value() {
      return value();
    },
    at(etas) {
      checkEtas(etas);
      return etas.map((eta) => ({
        value: valueOn(ray(), eta),
        get rounding() {
          return roundingOn(ray(), eta);
        },
      }));
    },
    slopes(etas) {
      checkEtas(etas);
      return etas.map((eta) => slopeOn(ray(), eta));
    },
    ray,
  };
}
