import type { FormName, Kind } from "./claim.js";

export type Verdict = "refuted" | "supported" | "inconclusive" | "not-applicable";
export type Method = "exact" | "sampled" | "certified";

/** The version of the row format. */
export const ROW_SCHEMA = 1;

/** The cell parameters that every row has a field for, null where the claim has no such parameter. */
export const CELL_FIELDS = ["psi", "d", "k", "depth", "gamma", "radius"] as const;

/** A row's own fields, in order; whatever else it has is a further parameter of its cell. */
export const ROW_FIELDS = [
  "schema",
  "claim",
  "form",
  "kind",
  "psi",
  "expression",
  "provenance",
  "d",
  "k",
  "depth",
  "gamma",
  "radius",
  "sampler",
  "method",
  "draws",
  "violations",
  "unresolved",
  "failureRate",
  "failureLower",
  "failureUpper",
  "alpha",
  "verdict",
  "reason",
  "vacuous",
  "bound",
  "observedQuantile",
  "observedLower",
  "slack",
  "refutedMultiple",
  "calibration",
  "grid",
  "gridLower",
  "gridUpper",
  "exponent",
  "exponentLower",
  "exponentUpper",
  "printedExponent",
  "seed",
  "stream",
  "mutant",
  "milliseconds",
] as const;

/**
 * The record of one form of one claim at one cell: the only thing that reports read. Fields that do not apply are
 * null. The cell's further parameters stand beside these under their own names.
 */
export interface Row {
  readonly schema: typeof ROW_SCHEMA;
  readonly claim: string;
  readonly form: FormName;
  readonly kind: Kind;
  readonly psi: string | null;
  readonly expression: string | null;
  readonly provenance: "certified" | "declared" | null;
  readonly d: number | null;
  readonly k: number | null;
  readonly depth: number | null;
  readonly gamma: number | null;
  readonly radius: number | null;
  readonly sampler: string | null;
  readonly method: Method | null;
  /** Draws that the verdict rests on; `violations` surely broke the bound, `unresolved` could not be told. */
  readonly draws: number | null;
  readonly violations: number | null;
  readonly unresolved: number | null;
  /** violations/draws, or the computed probability. */
  readonly failureRate: number | null;
  /** The failure probabilities that the row's own test has not rejected; for exact rows, the enclosure. */
  readonly failureLower: number | null;
  readonly failureUpper: number | null;
  /** The false-alarm probability of this decision; null where it costs none. */
  readonly alpha: number | null;
  readonly verdict: Verdict;
  readonly reason: string;
  /** The bound is no better here than what is known without it, or undefined. */
  readonly vacuous: boolean;
  /** The right side; its median over the draws where it depends on them. */
  readonly bound: number | null;
  /**
   * The (1−γ)-quantile of the observed quantity for an upper bound, the γ-quantile for a lower one; of an enclosed
   * quantity, that of the end that must keep the bound. For a trend the exponent.
   */
  readonly observedQuantile: number | null;
  /** Of an enclosed quantity, the same quantile of the other end: an attack's, say. Null where both ends agree. */
  readonly observedLower: number | null;
  /** bound/quantile for upper bounds, quantile/bound for lower ones: ≥ 1 is room to spare. Null where vacuous. */
  readonly slack: number | null;
  /** The multiple of the bound nearest 1 that the same draws, or the computed law, would refute; null where none. */
  readonly refutedMultiple: number | null;
  /**
   * At each γ of `CALIBRATION_GAMMAS`, how many of the draws surely break the bound at that γ, that is have γ* < γ;
   * null where the hypotheses fail or the bound is undefined. Null altogether where γ does not enter the bound alone.
   */
  readonly calibration: readonly (number | null)[] | null;
  /** Of a trend: the sizes, and limits for the quantile at each, all at once at the row's alpha. */
  readonly grid: readonly number[] | null;
  readonly gridLower: readonly (number | null)[] | null;
  readonly gridUpper: readonly (number | null)[] | null;
  /** Of a trend: the least-squares exponent with its limits (null where open), and the exponent as printed. */
  readonly exponent: number | null;
  readonly exponentLower: number | null;
  readonly exponentUpper: number | null;
  readonly printedExponent: number | null;
  readonly seed: string;
  /** `shared`: draws keyed by the sampler's parameters alone; `cell`: by the whole cell, claim and form as well. */
  readonly stream: "shared" | "cell";
  /** The mutant that was audited in place of the form, if any. */
  readonly mutant: string | null;
  readonly milliseconds: number;
  readonly [parameter: string]: string | number | boolean | readonly (number | null)[] | null;
}
