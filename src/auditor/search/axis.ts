import type { Value } from "../domain.js";
import type { Dice } from "./dice.js";

/** A value on an axis, with what it was made from where it is a member of a family. */
export interface Spot {
  readonly value: Value;
  /** Which family, and its free parameters there. */
  readonly member?: { readonly family: number; readonly free: readonly Value[] };
}

/** How a search goes along one parameter. */
export interface Axis {
  /** Values next to the ends of what the parameter may be, and the ordinary ones, the simplest first. */
  readonly corners: readonly Spot[];
  /** All that there are, where they are few. */
  readonly all?: readonly Spot[] | undefined;
  /** Whether there may be values that nobody has listed: of a text, `all` is what is known. */
  readonly open?: boolean;
  /** Whether a new value takes long to look into (a function has to be certified), so that many cells share one. */
  readonly dear: boolean;
  /** Anything that the parameter may be. */
  anywhere(dice: Dice): Spot;
  /** A value near one; `scale` is the size of the step, 1 about a factor of e. */
  near(spot: Spot, scale: number, dice: Dice): Spot;
  /** Simpler values than one, the simplest first; none for the simplest. */
  simpler(spot: Spot): readonly Spot[];
}

/** Whether a value may be on an axis: of what is listed, such as values that were asked for, no other. */
export const isOn = ({ all }: Axis, value: Value): boolean => all?.some((spot) => spot.value === value) ?? true;
