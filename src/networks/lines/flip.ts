/** An enclosure of the smallest |η| that flips the sign of f; upper = Infinity where no flip is sure. */
export interface Flip {
  /** No flip lies below. */
  readonly lower: number;
  /** A flip lies at or below. */
  readonly upper: number;
}

/** How far and how closely to look. */
export interface FlipOptions {
  /** Only |η| < limit counts, positive; 20 unless given, as in Section 4. */
  readonly limit?: number;
  /** The width of the enclosure asked for, positive and finite; 1e-9 unless given. */
  readonly tolerance?: number;
  /** The most values of f to compute, an integer ≥ 1; 100 000 unless given. */
  readonly evaluations?: number;
}
