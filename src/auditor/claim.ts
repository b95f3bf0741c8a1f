import type { Given, Name, Parameters } from "../samplers/parameters.js";
import type { Cell, LooseCell } from "./cell.js";
import type { Sampler } from "./sampler.js";

/**
 * `whp`: holds with probability at least 1 − γ over the draw. `deterministic`: holds always. `step`: one display of a
 * proof follows from the one before, over the cell's own variables. `identity`: two expectations agree. `trend`: a
 * quantile of the observed quantity grows along a grid of sizes no faster (or no slower) than some power.
 */
export type Kind = "whp" | "deterministic" | "step" | "identity" | "trend";

/** observed ≤ bound, observed ≥ bound, or observed = bound. */
export type Relation = "<=" | ">=" | "=";

/** A number, or an interval that surely holds it. */
export type Enclosure = number | Readonly<{ lower: number; upper: number }>;

/** The natural logarithm of a probability, between two bounds; −Infinity stands for 0. */
export interface LogProbability {
  readonly logLower: number;
  readonly logUpper: number;
}

/** A condition on the cell under which the statement is made. */
export type Hypothesis<G> = { readonly latex: string } & (
  | {
      /** "parameter ≥ least(given)". */
      readonly parameter: "d" | "k" | "radius";
      least(given: G): number;
    }
  | {
      holds(given: G): boolean;
      /** What fails, and by how much, where it does not hold. */
      because?(given: G): string;
    }
);

/**
 * How a statement in which nothing is random is known over all of its cells, beyond those that were audited: by an
 * argument from monotonicity, by interval arithmetic over the region, or by search alone, which proves nothing.
 */
export interface Region {
  readonly method: "monotonicity" | "intervals" | "search";
  /** The argument, in a few sentences, and of which form; for a search, what was searched. */
  readonly note: string;
}

/** One version of the statement's right side. */
export interface Form<P extends Name, D, C = Cell<P>> {
  /** The right side; null where it is undefined (the root of a negative number, say). It must not be NaN or infinite. */
  bound(given: Given<P>, draw: D): number | null;
  /** The left side, where this form has another than the claim: another step, say. The claim's exact law is then none of it. */
  observed?(draw: D, given: Given<P>): Enclosure;
  /** Conditions of this form beyond the claim's own. */
  readonly hypotheses?: readonly Hypothesis<Given<P>>[];
  /** A cell at which this form is false. */
  readonly refutedAt?: C;
}

/** A corrected version of the printed statement. */
export interface RepairedForm<P extends Name, D, C = Cell<P>> extends Form<P, D, C> {
  readonly latex: string;
  /** Why the printed form needs this. */
  readonly reason: string;
}

/** A wrong version, which the audit must refute at a cell. */
export interface Mutant<P extends Name, D, C = Cell<P>> {
  readonly at: C;
  /** Which form it spoils; "printed" if left out. */
  readonly of?: FormName;
  bound?(given: Given<P>, right: () => number | null, draw: D): number | null;
  observed?(draw: D, given: Given<P>): Enclosure;
}

export type FormName = "printed" | "repaired";

/**
 * Values to try for each parameter; an audit takes every combination. "least" stands for the smallest d, k or radius
 * that the claim's hypotheses allow with the other values.
 */
export type Grid<P extends Name> = Readonly<{
  [K in P]: readonly (Parameters[K] | (K extends "d" | "k" | "radius" ? "least" : never))[];
}>;

/** A grid before it is checked. */
type LooseGrid = Readonly<Record<string, readonly (string | number)[]>>;

/** One point of the grid that a trend follows. */
export interface TrendPoint<C> {
  /** What the exponent is taken of, > 0; ascending along the grid. */
  readonly size: number;
  /** The cell there. */
  readonly cell: C;
}

/**
 * What a trend claim adds. The finite form of an order statement: with m(n) the quantile of the observed quantity at
 * size n, the least-squares slope of log m(n) against log n over the grid is at most (at least) the form's `bound`,
 * an exponent. Where the statement hides logarithms, `slopeOf` gives the slope of the printed function on the grid.
 */
export interface Trend<P extends Name, C> {
  /** At least two points, the first at the cell itself. */
  grid(given: Given<P>, cell: C): readonly TrendPoint<C>[];
  /** The exponent as printed: −1/2 for O(1/√d). */
  printedExponent(given: Given<P>): number;
  /** The quantile that is followed, in (0, 1); the median if left out. Where nothing is random, the value itself is. */
  readonly quantile?: number;
  /** The most draws at each size; 1024 if left out. */
  readonly draws?: number;
}

/**
 * One statement of the paper, as `defineClaim` takes it. P are its parameters, D what its sampler draws; C and G are
 * the types of its cells and grids.
 */
export interface Definition<P extends Name, D, C = Cell<P>, G = Grid<P>> {
  readonly id: string;
  /** As printed: "Lemma 1", "(11)". */
  readonly label: string;
  readonly kind: Kind;
  /** A short quotation of the statement. */
  readonly quote: string;
  readonly latex: string;
  /** What a reader may think the statement says, and it does not. */
  readonly nonClaims: readonly string[];
  readonly parameters: readonly P[];
  readonly hypotheses: readonly Hypothesis<Given<P>>[];
  readonly draw: Sampler<P, D>;
  /** How many times the cost of a draw it takes to make and observe one; 1 if left out. */
  readonly effort?: number;
  /** The left side. */
  observed(draw: D, given: Given<P>): Enclosure;
  readonly relation: Relation;
  /**
   * What is known without the statement: surely, or by Markov, Chebyshev or the triangle inequality, at this γ. A
   * `whp` claim must have it; the others may, where something is known.
   */
  trivial?(given: Given<P>): number;
  /**
   * For an identity: how precisely both sides must be known before they may be called equal, the size of the last
   * order that it implies. 2^-30 of the right side if left out. For a trend with "=": by how much the exponent may
   * differ; it must be given.
   */
  resolution?(given: Given<P>): number;
  /** What a trend follows; a trend must have it, and no other kind may. Its forms' bounds are exponents. */
  readonly trend?: Trend<P, C>;
  /**
   * The probability that a draw's enclosure misses the true quantity on the side that supports the bound (the upper end
   * of an upper bound), because a certificate itself holds only with high probability; 0 if left out. It is taken off γ
   * before anything counts as support; in a trend, that end's quantile is taken so much further out. The other end must
   * be sure.
   */
  uncertainty?(given: Given<P>): number;
  /** γ enters the right side alone (and not through the draw), so that one set of draws audits every γ at once. */
  readonly everyGamma?: boolean;
  /** The probability that the observed breaks a given bound; null at cells where it is not computed. */
  exact?(given: Given<P>, bound: number): LogProbability | null;
  readonly forms: { readonly printed: Form<P, D, C>; readonly repaired?: RepairedForm<P, D, C> };
  /** Where nothing is random: how it is known over its whole region. */
  readonly region?: Region;
  /** The cells of a default audit. */
  readonly cells: readonly G[];
  /** A cell where the statement is supported and not vacuous. */
  readonly witness?: C;
  readonly mutants: Readonly<Record<string, Mutant<P, D, C>>>;
}

/** A claim with its types sealed, so that registries hold claims of any parameters and draws. */
export type Claim = Definition<Name, unknown, LooseCell, LooseGrid>;
