/** X = g(Z) for Z ~ N(0, 1), or X = a·g(Z) with a fair sign a independent of Z. */
export interface GaussianVariable {
  /** g, to 16 ulp. */
  readonly value: (z: number) => number;
  /** g' almost everywhere; only bounds are made of it. */
  readonly slope: (z: number) => number;
  /** Where g or g' jumps, ascending. */
  readonly kinks: readonly number[];
  readonly signed: boolean;
  /** |g(s) − g(t)| ≤ lipschitz·|s − t|; Infinity when there is none or it is unknown. */
  readonly lipschitz: number;
  /** |g| ≤ supremum; Infinity when unbounded or unknown. */
  readonly supremum: number;
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
  return {
    ...variable,
    value: (z) => variable.value(z) - mean,
    supremum: variable.supremum + Math.abs(mean),
  };
}
