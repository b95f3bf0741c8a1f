import type { ActivationProof, Provenance } from "./activation.js";
import type { Sides } from "./expressions/affine-sides.js";

/** What defines an activation. Constants left out are taken as unknown (Infinity), so claims that need them do not apply. */
export interface ActivationDefinition {
  /** A name or an expression: up to 200 letters, digits, spaces (inside only) and `_ . + - * / ^ % ( ) , < > = ! ? : & |`. */
  readonly id: string;
  readonly latex?: string;
  /** ψ as an expression in t, if it is one: what reads and certifies it, and tells that another expression is the same. */
  readonly expression?: string;
  readonly value: (t: number) => number;
  readonly derivative: (t: number) => number;
  readonly secondDerivative?: (t: number) => number;
  readonly supremum?: number;
  readonly lipschitz?: number;
  readonly smoothness?: number;
  /** sup|ψ'''|, for nets of Hessians. */
  readonly curvature?: number;
  readonly kinks?: readonly number[];
  /** ψ on either side of 0, if it is a line on both; an expression proves it too, which takes longer. */
  readonly sides?: Sides;
  /** The length over which ψ or ψ' changes near 0, where that is far below 1: quadrature looks that close. In (0, 1]. */
  readonly scale?: number;
  /** A bound on the absolute error of the values of ψ, beyond 8 ulp of each; 0 if left out. */
  readonly absoluteError?: number;
  readonly provenance?: Provenance;
  /**
   * Bounds on |ψ^(j)|/j! over [low, high] for j = 0 … order, or for fewer j where ψ is not so smooth inside (two of them
   * say that it is Lipschitz, one that it is bounded). With them Gaussian quantities get proved errors, on the word of
   * whoever gives them; without, they are estimates and decide nothing.
   */
  readonly taylorBounds?: (low: number, high: number, order: number) => ArrayLike<number>;
  /** The same with what certification adds. */
  readonly proof?: ActivationProof;
}
