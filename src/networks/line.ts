import type { SampledFlip, SampledFlipOptions } from "./lines/sampled-flip.js";

/** f at one point of a line. */
export interface Point {
  readonly value: number;
  /** A bound on the error of the value by rounding and by the activation's table; Infinity where none is known. */
  readonly rounding: number;
}

/** One random network along a line x + ηg. */
export interface Profile {
  /** f(x) */
  readonly value: number;
  /**
   * f(x + ηg) for each η, finite; all η of one line see the same network. With more than one hidden layer, and for ReLU,
   * a value depends on the η asked for before it, to which two draws must keep to show one network.
   */
  readonly at: (etas: readonly number[]) => readonly Point[];
}

/** One random network along the line x + η∇f(x); with a bias unit along x + ηP∇f(x), P the projection off it. */
export interface Line extends Profile {
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /**
   * The smallest |η| < limit that flips the sign of f, η of the sign of −f(x); null if none is found. Where the law can
   * tell, it is exact: lower = upper, and gap is 0. Else it is what values at points show: see `sampledFlip`.
   */
  readonly smallestFlip: (options?: SampledFlipOptions) => SampledFlip | null;
}

/** A line of which the slope is known too, and a finite bound on rounding if ψ is Lipschitz. */
export interface SlopedLine extends Line {
  /** d/dη f(x + η∇f(x)) = ⟨∇f(x + η∇f(x)), ∇f(x)⟩ for each η, finite. */
  readonly slopes: (etas: readonly number[]) => readonly number[];
}

/** f(x + ηg) for each η. */
export function valuesOf({ at }: Pick<Profile, "at">, etas: readonly number[]): number[] {
  return at(etas).map(({ value }) => value);
}

/** @throws RangeError if a step size is not finite. */
export function checkEtas(etas: readonly number[]): void {
  const wrong = etas.find((eta) => !Number.isFinite(eta));
  if (wrong !== undefined) throw new RangeError(`eta is ${wrong}; it must be finite`);
}
