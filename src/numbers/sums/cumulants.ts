/** log(M(z)/M(c)) of a law of mean 0, with M(z) = E e^(zX), at points z_n = c + iDn. */
export interface Line {
  /** K(c) = log M(c), and a bound on its error. */
  readonly real: number;
  readonly realError: number;
  /** log|M(z_n)/M(c)| and arg M(z_n), n = 0, 1, … */
  readonly logModulus: Float64Array;
  readonly argument: Float64Array;
  /** Bounds on the errors of M(z_n), in units of |M(z_n)|. */
  readonly relativeError: Float64Array;
}

/** What the tilted contour needs to know of a law of mean 0. */
export interface Cumulants {
  /** The standard deviation. */
  readonly deviation: number;
  /** sup X; Infinity when unbounded or unknown. */
  readonly supremum: number;
  /** M(c) is finite for 0 ≤ c < edge. */
  readonly edge: number;
  /** K(c), from above and right to a few digits, and K'(c); Infinity where M(c) cannot be had. */
  real(c: number): { readonly value: number; readonly slope: number };
  /** Null where the work would be too large, or M cannot be computed well. */
  line(c: number, spacing: number, count: number): Line | null;
  /** A function of ω > 0 that bounds log|M(c + iω')/M(c)| for all ω' in [ω, 2ω]; anything at most `enough` will do. */
  logEnvelope(c: number): (omega: number, enough: number) => number;
}
