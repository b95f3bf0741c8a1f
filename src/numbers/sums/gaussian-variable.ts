import { type Integrand, REACH } from "../integrand.js";
import { lessBounds, type TaylorBounds } from "../majorants/taylor-bounds.js";

/** X = g(Z) for Z ~ N(0, 1), or X = a·g(Z) with a fair sign a independent of Z. */
export interface GaussianVariable {
  readonly value: (z: number) => number;
  /** A bound on the error of the value computed at z. */
  readonly error: (z: number) => number;
  /** g' almost everywhere, and a bound on its error. */
  readonly slope: (z: number) => number;
  readonly slopeError: (z: number) => number;
  /** Majorants of g over intervals; null where nothing is proved. */
  readonly bounds: TaylorBounds | null;
  /** Where g or g' jumps, ascending. */
  readonly kinks: readonly number[];
  readonly signed: boolean;
  /** |g(s) − g(t)| ≤ lipschitz·|s − t|; Infinity when there is none or it is unknown. */
  readonly lipschitz: number;
  /** |g| ≤ supremum; Infinity when unbounded or unknown. */
  readonly supremum: number;
}

/** A function and its derivative as a variable. */
export function variableOf(
  g: Integrand,
  slope: Pick<Integrand, "value" | "error">,
  rest: Pick<GaussianVariable, "signed" | "lipschitz" | "supremum">,
): GaussianVariable {
  const { value, error, bounds, kinks } = g;
  return { value, error, bounds, kinks, slope: slope.value, slopeError: slope.error, ...rest };
}

/** g as an integrand. */
export function integrandOfVariable({ value, error, bounds, kinks, lipschitz, supremum }: GaussianVariable): Integrand {
  const far =
    supremum < Infinity
      ? { most: supremum, degree: 0 }
      : { most: Math.abs(value(0)) + lipschitz * REACH * (1 + 1e-13), degree: 1 };
  return { value, error, bounds, kinks, far, scale: 1 };
}

/** log P(|Z| > R) ≤ −R²/2 for R ≥ 0, and this inverts it. */
const reachOf = (logMass: number) => Math.sqrt(2 * Math.max(0, -logMass));

/**
 * An R with E[e^(c|g(Z)|); |Z| > R] ≤ e^−logSize: by |g| ≤ sup it is at most e^(c·sup)·P(|Z| > R), and by
 * |g(z)| ≤ A + ℓ|z|, A = |g(0)|, at most 2·e^(cA + c²ℓ²/2)·P(Z > R − cℓ). Infinity when neither is known.
 */
export function reach({ value, lipschitz, supremum }: GaussianVariable, c: number, logSize: number): number {
  if (c === 0) return reachOf(-logSize);
  const bounded = reachOf(-logSize - c * supremum);
  const shift = c * lipschitz;
  const growing = shift + reachOf(-logSize - c * Math.abs(value(0)) - (shift * shift) / 2);
  return Math.max(1, Math.min(bounded, growing));
}

/** X − mean. */
export function centred(variable: GaussianVariable, mean: number): GaussianVariable {
  if (mean === 0) return variable;
  const { value, error, bounds } = variable;
  return {
    ...variable,
    value: (z) => value(z) - mean,
    error: (z) => error(z) + 2 ** -53 * Math.abs(value(z) - mean),
    bounds: bounds && lessBounds(bounds, mean),
    supremum: variable.supremum + Math.abs(mean),
  };
}
