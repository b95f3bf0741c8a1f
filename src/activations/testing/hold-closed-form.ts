import type { Estimate } from "../../numbers/adaptive-quadrature.js";
import type { BernsteinMoments } from "../../numbers/bernstein-moments.js";
import { expressionActivation } from "../expression-activation.js";
import { type Closed, type ClosedFormCase, closedFormCase } from "./closed-form-case.js";
import { uncertified } from "./uncertified.js";

/** What a closed form may be off by, relative to the sum of the sizes of its terms: densities at 16 are right to 256 ulp. */
const ROUNDING = 2e-13;

export interface ClosedFormReport {
  readonly index: number;
  readonly expression: string;
  readonly kind: ClosedFormCase["kind"];
  /** Quantities compared, and which of them the truth is outside of. */
  readonly compared: number;
  readonly missed: readonly string[];
  /** The largest relative error stated of E ψ² and E ψ'². */
  readonly widest: number;
}

/**
 * Holds Gaussian quantities of the case of a number to their closed forms; and, where asked, both pairs of moments, and the
 * constants that are certified.
 */
export function holdClosedForm(index: number, all: boolean): ClosedFormReport {
  const known = closedFormCase(index);
  const psi = all ? expressionActivation(known.expression) : uncertified(known.expression);
  const missed: string[] = [];
  let [compared, widest] = [0, 0];

  function hold(name: string, truth: Closed | null, claimed: Estimate): void {
    if (truth === null) return;
    compared++;
    if (name !== "mean" && truth.value > 0) widest = Math.max(widest, claimed.error / truth.value);
    if (!claimed.proven || !(Math.abs(claimed.value - truth.value) <= claimed.error + ROUNDING * truth.size))
      missed.push(`${name}: ${claimed.value} ± ${claimed.error}, truly ${truth.value}`);
  }
  hold("mean", known.moment(1), psi.gaussian.mean);
  hold("secondMoment", known.moment(2), psi.gaussian.secondMoment);
  hold("derivativeSecondMoment", known.derivativeMoment(2), psi.gaussian.derivativeSecondMoment);

  /** E|Y|^q ≤ (q!/2)σ²c^(q−2), for Y^q that have a closed form. */
  function holdPair(name: string, power: (q: number) => Closed | null, pair: BernsteinMoments | null): void {
    if (pair === null) return;
    if (!pair.proven) missed.push(`${name}: not proved`);
    let factorial = 1;
    for (let q = 2; q <= 12; q++) {
      factorial *= q;
      const truth = power(q);
      if (truth === null) continue;
      compared++;
      const left = Math.log(truth.value) + Math.log1p((-ROUNDING * q * truth.size) / truth.value);
      const right = Math.log(factorial / 2) + 2 * Math.log(pair.sigma) + (q - 2) * Math.log(pair.c);
      if (truth.value > 0 && left > right + 1e-13 * (1 + Math.abs(right)))
        missed.push(`${name}, q = ${q}: ${truth.value} above exp(${right})`);
    }
  }

  if (all) {
    // Even powers alone: those of |ψ| have closed forms then.
    holdPair("valueMoments", (q) => (q % 2 === 0 ? known.moment(q) : null), psi.valueMoments);
    holdPair("derivativeMoments", (q) => known.derivativeMoment(2 * q), psi.derivativeMoments);
    for (const [name, truth] of [
      ["supremum", known.ground ? null : known.supremum],
      ["lipschitz", known.ground ? null : known.lipschitz],
    ] as const) {
      if (truth === null) continue;
      compared++;
      if (!(psi[name] >= truth * (1 - 1e-14))) missed.push(`${name}: ${psi[name]}, truly ${truth}`);
    }
  }
  return { index, expression: known.expression, kind: known.kind, compared, missed, widest };
}
