import { type Activation, integrandOf } from "lemmacheck/activations";
import { gaussianExpectation, type Integrand } from "lemmacheck/probability";

/** Beyond this |t| the normal density is below the smallest double. */
const REACH = 38.6;
/** Rounding of an argument ρs + cz, relative to its two terms, with room. */
const ROUNDING = 2 ** -50;

/** √(E ψ(Y)²), at most, for Y of a mean up to `mean` in size and of variance up to 1; Infinity where ψ has no such bound. */
function rootMeanSquare({ supremum, lipschitz, value }: Activation, mean: number): number {
  const grown = Math.abs(value(0)) + lipschitz * (mean + 1);
  return Math.min(supremum, Number.isNaN(grown) ? Infinity : grown) * (1 + 1e-12);
}

/** z ↦ ψ(ρs + cz), whose integral is the value of the smoothed ψ at s. */
function shifted(psi: Activation, psi0: Integrand, rho: number, c: number, s: number): Integrand {
  const at = (z: number) => rho * s + c * z;
  const off = (z: number) => ROUNDING * (Math.abs(rho * s) + Math.abs(c * z) + 2 ** -1000);
  const bounds = psi0.bounds;
  // Where ψ jumps, or may, so much around it is a panel of its own.
  const kinks = psi.kinks.flatMap((kink) => {
    const z = (kink - rho * s) / c;
    const room = (2 ** -44 * (1 + Math.abs(kink) + Math.abs(rho * s))) / c;
    return [z - room, z, z + room];
  });
  return {
    value: (z) => psi.value(at(z)),
    error(z) {
      const [t, room] = [at(z), off(z)];
      if (psi.lipschitz < Infinity) return psi0.error(t) + psi.lipschitz * room;
      const near = bounds?.(t - room, t + room, 1) ?? [Infinity];
      return psi0.error(t) + (near.length > 1 ? near[1] * room : 2 * near[0]);
    },
    bounds:
      bounds &&
      ((low, high, order) => {
        const room = Math.max(off(low), off(high));
        const a = bounds(at(low) - room, at(high) + room, order);
        for (let j = 0, power = 1; j < a.length; j++, power *= c * (1 + 1e-15)) a[j] *= power * (1 + 1e-14);
        return a;
      }),
    kinks,
    far: {
      most: Math.min(psi.supremum, Math.abs(psi.value(0)) + psi.lipschitz * (Math.abs(s) + REACH)) * (1 + 1e-12),
      degree: psi.supremum < Infinity ? 0 : 1,
    },
    scale: 1,
  };
}

/**
 * s ↦ E ψ(ρs + cZ), c = √(1 − ρ²) > 0: ψ smoothed by Mehler's kernel, with its values by integrals and its majorants in closed
 * form. Its n-th derivative is (ρ/c)^n·E ψ(ρs + cZ)He_n(Z), so that, by Cauchy and Schwarz and E He_n(Z)² = n!, it is n! times at
 * most (|ρ|/c)^n/√n!·√(E ψ(ρs + cZ)²).
 *
 * @param enough what the error of each value may be.
 */
export function smoothed(psi: Activation, rho: number, enough: number): Integrand {
  const c = Math.sqrt((1 - rho) * (1 + rho));
  const psi0 = integrandOf(psi, 0);
  const known = new Map<number, { readonly value: number; readonly error: number }>();
  function at(s: number): { readonly value: number; readonly error: number } {
    const found = known.get(s);
    if (found) return found;
    const { value, error, proven } = gaussianExpectation(shifted(psi, psi0, rho, c, s), [], { enough });
    const made = { value, error: proven ? error : Infinity };
    known.set(s, made);
    return made;
  }
  const ratio = (Math.abs(rho) / c) * (1 + 1e-14);
  const far = rootMeanSquare(psi, Math.abs(rho) * REACH);
  return {
    value: (s) => at(s).value,
    error: (s) => at(s).error,
    bounds:
      psi0.bounds &&
      ((low, high, order) => {
        const most = rootMeanSquare(psi, Math.abs(rho) * Math.max(Math.abs(low), Math.abs(high)));
        const a = [most];
        for (let n = 1; n <= order; n++) a.push(((a[n - 1] * ratio) / Math.sqrt(n)) * (1 + 1e-14));
        return a;
      }),
    kinks: [],
    far: { most: far, degree: psi.supremum < Infinity ? 0 : 1 },
    scale: 1,
  };
}
