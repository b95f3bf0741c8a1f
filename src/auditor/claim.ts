import type { Enclosure } from "../chance/enclosure.js";
import type { Given } from "./cell.js";
import type { Value } from "./domain.js";
import type { AnyParameter, CellOf, GivenOf, NamesOf, ValueOf } from "./parameter.js";
import type { Sampler } from "./sampler.js";

/** observed ≤ bound, observed ≥ bound, or observed = bound; a claim of kind `whp` may be `strict`: <, or >. */
export type Relation = "<=" | ">=" | "=";

/** The natural logarithm of a probability, between two proven bounds; −Infinity stands for 0. */
export interface LogProbability {
  readonly logLower: number;
  readonly logUpper: number;
}

/** A condition on the cell under which the statement is made; K are the names of the parameters that it may lift. */
export type Hypothesis<G = Given> = { readonly latex: string } & (
  | {
      /**
       * "parameter ≥ least(given)": a predicate, a generator and a place on the map at once. As a predicate it is left alone
       * after a hypothesis that is not known to hold, on which it may rest.
       */
      readonly parameter: AnyParameter & { readonly name: keyof G & string };
      least(given: G): number;
    }
  | {
      /** Whether it holds; null where that is not known. */
      holds(given: G): boolean | null;
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
export interface Form<P extends readonly AnyParameter[], D> {
  /** The right side; null where it is undefined (the root of a negative number, say). It must not be NaN or infinite. */
  bound(given: GivenOf<P>, draw: D): number | null;
  /** The left side, where this form has another than the claim: another step, say. The claim's exact law is then none of it. */
  observed?(draw: D, given: GivenOf<P>): Enclosure;
  /** Conditions of this form beyond the claim's own. */
  readonly hypotheses?: readonly Hypothesis<GivenOf<P>>[];
  /** A cell at which this form is false. */
  readonly refutedAt?: CellOf<P>;
}

/** A corrected version of the printed statement. */
export interface RepairedForm<P extends readonly AnyParameter[], D> extends Form<P, D> {
  readonly latex: string;
  /** Why the printed form needs this. */
  readonly reason: string;
}

/** A wrong version, which the audit must refute at a cell. */
export interface Mutant<P extends readonly AnyParameter[], D> {
  readonly at: CellOf<P>;
  /** Which form it spoils; "printed" if left out. */
  readonly of?: FormName;
  bound?(given: GivenOf<P>, right: () => number | null, draw: D): number | null;
  observed?(draw: D, given: GivenOf<P>): Enclosure;
}

export type FormName = "printed" | "repaired";

/**
 * Values to try for each parameter; an audit takes every combination. "least" stands for the smallest value that the
 * claim's hypotheses allow with the others; a function makes the value from those that are listed.
 */
export type Grid<P extends readonly AnyParameter[]> = {
  readonly [N in NamesOf<P>]: Listed<ValueOf<Extract<P[number], { readonly name: N }>>> | Made<P, N>;
};

type Listed<T> = readonly (T | (number extends T ? "least" : never))[];
type Made<P extends readonly AnyParameter[], N> = (
  others: CellOf<P>,
) => ValueOf<Extract<P[number], { readonly name: N }>>;

/** One point of the grid that a trend follows. */
export interface TrendPoint<C> {
  /** What the exponent is taken of, > 0; ascending along the grid. */
  readonly size: number;
  /** The cell there. */
  readonly cell: C;
}

/**
 * The finite form of an order statement: with m(n) the quantile of the observed quantity at size n, the least-squares
 * slope of log m(n) against log n over the grid is at most (at least) the form's `bound`, an exponent. Where the
 * statement hides logarithms, `slopeOf` gives the slope of the printed function on the grid.
 */
export interface TrendLine<P extends readonly AnyParameter[]> {
  /** At least two points, the first at the cell itself, or beyond it where the claim's reading starts there: the row then says so. */
  grid(given: GivenOf<P>, cell: CellOf<P>): readonly TrendPoint<CellOf<P>>[];
  /** The exponent as printed: −1/2 for O(1/√d). */
  printedExponent(given: GivenOf<P>): number;
  /** The quantile that is followed, in (0, 1); the median if left out. Where nothing is random, the value itself is. */
  readonly quantile?: number;
  /** The most draws at each size; 1024 if left out. */
  readonly draws?: number;
}

/** Constants of which the printed form says only that there are such. */
export interface FreeConstants<P extends readonly AnyParameter[]> {
  /** Which are audited: "the constants of the proof". */
  readonly audited: string;
  /**
   * Why the printed form fails whatever they are: at a cell, since no choice of them makes it hold there or void, or in a
   * limit; null where that is not shown.
   */
  everyChoice?(given: GivenOf<P>): string | null;
}

/** Other statements of the paper, by id, that one rests on. */
export interface Uses {
  /** Those that it speaks of, or assumes. */
  readonly statement?: readonly string[];
  /** Those that its proof takes for granted. */
  readonly proof?: readonly string[];
}

/** How often a form or a mutant may fail, where that is not how often its claim may: 2exp(−t²) in place of exp(−t²). */
interface OwnAllowance<P extends readonly AnyParameter[]> {
  allows?(given: GivenOf<P>): number;
  /** Its natural logarithm, in place of `allows`. */
  logAllows?(given: GivenOf<P>): number;
}

/** What every claim says of itself. Own is what its forms and mutants may have besides. */
interface Common<P extends readonly AnyParameter[], D, Own = unknown> {
  readonly id: string;
  /** As printed: "Lemma 1", "(11)". */
  readonly label: string;
  /** A short quotation of the statement. */
  readonly quote: string;
  /**
   * What was chosen, and why, where the paper prints less than can be audited: "there exist constants", "O(1)", a remark
   * without a bound. The printed form is this reading then, and what refutes it refutes no more than that. Left out where
   * the paper prints what is audited.
   */
  readonly reading?: string;
  /** Where the printed form leaves constants free; a refutation then says whether another choice of them might do. */
  readonly freeConstants?: FreeConstants<P>;
  /**
   * It is a display inside a proof, and no statement of the paper: a flaw of it is a proof's. A `step` is that in any case, and
   * says what follows from what; this is for displays of any other kind, such as a tail bound on the way.
   */
  readonly inProof?: boolean;
  readonly latex: string;
  /** What `observed` gives, as LaTeX, by which figures name it; left out where that is what stands left of the statement's relation. */
  readonly quantity?: string;
  /** What a reader may think the statement says, and it does not. */
  readonly nonClaims: readonly string[];
  readonly uses?: Uses;
  readonly parameters: P;
  readonly hypotheses: readonly Hypothesis<GivenOf<P>>[];
  readonly draw: Sampler<readonly P[number][], D>;
  /** How many times the cost of a draw it takes to make and observe one; 1 if left out. */
  readonly effort?: number;
  /** The left side. */
  observed(draw: D, given: GivenOf<P>): Enclosure;
  readonly forms: { readonly printed: Form<P, D> & Own; readonly repaired?: RepairedForm<P, D> & Own };
  /** The cells of a default audit. */
  readonly cells: readonly Grid<P>[];
  /** A cell where the statement is supported and not vacuous. */
  readonly witness?: CellOf<P>;
  readonly mutants: Readonly<Record<string, Mutant<P, D> & Own>>;
}

/** What is known at a cell without the statement: surely, or by Markov, Chebyshev or the triangle inequality. */
interface Trivial<P extends readonly AnyParameter[]> {
  /** These claims never fail: the logarithm of what they allow is −Infinity. */
  trivial?(given: GivenOf<P>, logAllowed: number): number;
}

/**
 * The failure probability that a claim allows at a cell, or its natural logarithm, where it may be too small for a double;
 * neither where γ is among its parameters and is what it allows.
 */
type Allowing<P extends readonly AnyParameter[]> =
  | { allows(given: GivenOf<P>): number; readonly logAllows?: never }
  | { logAllows(given: GivenOf<P>): number; readonly allows?: never }
  | ("gamma" extends NamesOf<P> ? { readonly allows?: never; readonly logAllows?: never } : never);

interface Doubtful<P extends readonly AnyParameter[]> {
  /**
   * The probability that a draw's enclosure misses the true quantity on the side that supports the bound (the upper end
   * of an upper bound), because a certificate itself holds only with high probability; 0 if left out. It is taken off γ
   * before anything counts as support; in a trend, that end's quantile is taken so much further out. The other end must
   * be sure.
   */
  uncertainty?(given: GivenOf<P>): number;
}

/** Holds with probability at least 1 − γ, 1 − allows(cell) or 1 − exp(logAllows(cell)), over the draw. */
type WithHighProbability<P extends readonly AnyParameter[], D> = Common<P, D, OwnAllowance<P>> &
  Allowing<P> &
  Doubtful<P> & {
    readonly kind: "whp";
    readonly relation: "<=" | ">=";
    /**
     * What is known without the claim as often as with probability 1 − q, for the q that the form which is audited allows;
     * its logarithm is given.
     */
    trivial(given: GivenOf<P>, logAllowed: number): number;
    /**
     * A draw at the bound itself breaks it, as textbooks have it, P(X ≥ t) ≤ …; else it keeps it, P(X > t) ≤ … The two
     * differ where X has atoms. `exact` is then the probability that observed ≥ bound (for a lower bound, observed ≤ bound).
     */
    readonly strict?: boolean;
    /** γ enters the right side alone (and not through the draw), so that one set of draws audits every γ at once. */
    readonly everyGamma?: boolean;
    /** The probability that the observed breaks a given bound; null at cells where it is not computed. */
    exact?(given: GivenOf<P>, bound: number): LogProbability | null;
  };

/** Holds always. */
type Deterministic<P extends readonly AnyParameter[], D> = Common<P, D> &
  Trivial<P> & { readonly kind: "deterministic"; readonly relation: Relation; readonly region?: Region };

/** One display of a proof follows from the one before, over the cell's own variables. */
type Step<P extends readonly AnyParameter[], D> = Common<P, D> &
  Trivial<P> & { readonly kind: "step"; readonly relation: Relation; readonly region?: Region };

/** Two expectations agree. */
type Identity<P extends readonly AnyParameter[], D> = Common<P, D> &
  Trivial<P> & {
    readonly kind: "identity";
    readonly relation: "=";
    readonly region?: Region;
    /** How precisely both sides must be known before they may be called equal; 2^-30 of the right side if left out. */
    resolution?(given: GivenOf<P>): number;
  };

/** The ends between which every draw of a mean's variable lies, or a bound on its second moment. */
export type MeanRange = Readonly<{ lower: number; upper: number }> | Readonly<{ secondMoment: number }>;

/** An expectation is at most, or at least, so much. */
type Mean<P extends readonly AnyParameter[], D> = Common<P, D> &
  Trivial<P> & {
    readonly kind: "mean";
    readonly relation: "<=" | ">=";
    /** What is surely known of the observed quantity. */
    range(given: GivenOf<P>): MeanRange;
  };

/** A quantile of the observed quantity grows along a grid of sizes no faster (or no slower) than some power. */
type Trend<P extends readonly AnyParameter[], D> = Common<P, D> &
  Trivial<P> &
  Doubtful<P> & {
    readonly kind: "trend";
    readonly trend: TrendLine<P>;
    readonly region?: Region;
  } & (
    | { readonly relation: "<=" | ">="; readonly resolution?: never }
    /** By how much the exponent may differ. */
    | { readonly relation: "="; resolution(given: GivenOf<P>): number }
  );

/** One statement of a paper, as `defineClaim` takes it. P are its parameters, D what its sampler draws. */
export type Definition<P extends readonly AnyParameter[], D> =
  | WithHighProbability<P, D>
  | Deterministic<P, D>
  | Step<P, D>
  | Identity<P, D>
  | Mean<P, D>
  | Trend<P, D>;

/** A claim with its types sealed, so that registries hold claims of any parameters and draws. */
export type Claim = Definition<readonly AnyParameter[], unknown>;

export type Kind = Claim["kind"];

/** The claims of one kind. */
export type ClaimOf<K extends Kind> = Extract<Claim, { readonly kind: K }>;

/** Any value of a cell, for grids whose types are sealed. */
export type LooseGrid = Readonly<
  Record<string, readonly Value[] | ((others: Readonly<Record<string, Value>>) => Value)>
>;
