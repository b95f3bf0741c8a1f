import { type Activation, integrandOf } from "lemmacheck/activations";
import { gaussianConvolution, type Integrand } from "lemmacheck/probability";

/** Beyond this |t| the normal density is below the smallest double. */
const REACH = 38.6;

/** √(E ψ(Y)²), at most, for Y of a mean up to `mean` in size and of variance up to 1; Infinity where ψ has no such bound. */
function rootMeanSquare({ supremum, lipschitz, value }: Activation, mean: number): number {
  const grown = Math.abs(value(0)) + lipschitz * (mean + 1);
  return Math.min(supremum, Number.isNaN(grown) ? Infinity : grown) * (1 + 1e-12);
}

/**
 * s ↦ E ψ(ρs + cZ), c = √(1 − ρ²) > 0: ψ smoothed by Mehler's kernel, with its values by integrals and its majorants in closed
 * form. Its n-th derivative is (ρ/c)^n·E ψ(ρs + cZ)He_n(Z), so that, by Cauchy and Schwarz and E He_n(Z)² = n!, it is n! times at
 * most (|ρ|/c)^n/√n!·√(E ψ(ρs + cZ)²). null where ψ has no majorants, or no bound of growth.
 *
 * @param enough what the error of each value may be.
 */
export function smoothed(psi: Activation, rho: number, enough: number): Integrand | null {
  if (psi.supremum === Infinity && psi.lipschitz === Infinity) return null;
  const c = Math.sqrt((1 - rho) * (1 + rho));
  const degree = psi.supremum < Infinity ? 0 : 1;
  const most = Math.min(psi.supremum, Math.abs(psi.value(0)) + psi.lipschitz * REACH) * (1 + 1e-12);
  const values = gaussianConvolution({ ...integrandOf(psi, 0), far: { most, degree } }, c, enough);
  if (!values) return null;
  const known = new Map<number, { readonly value: number; readonly error: number }>();
  function at(s: number): { readonly value: number; readonly error: number } {
    const found = known.get(s) ?? values!(rho * s);
    known.set(s, found);
    return found;
  }
  const ratio = (Math.abs(rho) / c) * (1 + 1e-14);
  return {
    value: (s) => at(s).value,
    error: (s) => at(s).error,
    bounds(low, high, order) {
      const a = [rootMeanSquare(psi, Math.abs(rho) * Math.max(Math.abs(low), Math.abs(high)))];
      for (let n = 1; n <= order; n++) a.push(((a[n - 1] * ratio) / Math.sqrt(n)) * (1 + 1e-14));
      return a;
    },
    kinks: [],
    far: { most: rootMeanSquare(psi, Math.abs(rho) * REACH), degree },
    scale: 1,
  };
}
