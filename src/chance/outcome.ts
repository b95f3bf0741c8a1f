/** What `holdsWithProbability` found out. Plain JSON. */
export interface Outcome {
  /** The experiment's name, part of the key of its draws. */
  readonly name: string;
  /** What was claimed: every draw holds with at least this probability. */
  readonly probability: number;
  readonly verdict: "supported" | "refuted" | "inconclusive";
  /** What the verdict rests on, on one line. */
  readonly reason: string;
  readonly draws: number;
  readonly failures: number;
  /** The number of the first draw that failed; null if none did. */
  readonly firstFailure: number | null;
  /** failures/draws, and the failure probabilities that the test has not rejected at level alpha. */
  readonly failureRate: number;
  readonly failureLower: number;
  readonly failureUpper: number;
  /** The probability at most of this verdict, if it is one, being false. */
  readonly alpha: number;
  readonly seed: string;
}
