import type { Interval } from "../../numbers/intervals/interval.js";
import type { Exponent, FormFunction, RatioName } from "./form.js";
import type { Polynomial } from "./polynomial.js";

/**
 * Enclosures of real quantities: intervals for t in a box, or bounds as functions of t for |t| beyond some T. Every
 * operation encloses all results of the operation on what its operands enclose. Operations outside their domain are
 * reported to whoever made the algebra and give an enclosure of what remains.
 */
export interface Algebra<S> {
  /**
   * @param nearest the double nearest to what `a` encloses, where that is known.
   * @param exact what it is in named constants, where that is known.
   */
  readonly constant: (a: Interval, nearest?: number, exact?: Polynomial | null) => S;
  readonly add: (a: S, b: S) => S;
  readonly subtract: (a: S, b: S) => S;
  readonly negate: (a: S) => S;
  readonly multiply: (a: S, b: S) => S;
  readonly square: (a: S) => S;
  readonly divide: (a: S, b: S) => S;
  /** a^r for r > 0, a ≥ 0 unless r is an integer. */
  readonly power: (a: S, r: Exponent) => S;
  readonly apply: (name: FormFunction | "erfSlope", a: S) => S;
  /** Taylor coefficients up to `order` of F(u)/u where u comes near 0; null where quotients will do. */
  readonly ratio: (name: RatioName, u: S, order: number) => readonly S[] | null;
  readonly hull: (a: S, b: S) => S;
  readonly isZero: (a: S) => boolean;
  readonly range: (a: S) => Interval;
  /** Whether a is above 0 (1) or below (−1) wherever it is enclosed, where the range leaves that open; 0 if not known. */
  readonly sign?: (a: S) => -1 | 0 | 1;
}
