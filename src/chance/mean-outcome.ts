/** What `hasMean` found out. Plain JSON. */
export interface MeanOutcome {
  /** The experiment's name, part of the key of its draws. */
  readonly name: string;
  /** What was claimed: the mean is at most ("<="), or at least (">="), `bound`. */
  readonly relation: "<=" | ">=";
  readonly bound: number;
  readonly verdict: "supported" | "refuted" | "inconclusive";
  /** What the verdict rests on, on one line. */
  readonly reason: string;
  readonly draws: number;
  /** The mean of the draws, null where they were intervals too wide to tell it to 1 % of the limits' distance. */
  readonly mean: number | null;
  /** The means between which the test at level alpha has rejected none. */
  readonly meanLower: number;
  readonly meanUpper: number;
  /** The probability at most of this verdict, if it is one, being false. */
  readonly alpha: number;
  readonly seed: string;
}
