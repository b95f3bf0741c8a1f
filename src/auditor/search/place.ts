import type { LooseCell } from "../cell.js";
import type { Spot } from "./axis.js";
import type { Raise } from "./raise-cell.js";

/** A place in the space of cells, and what is done to it for the hypotheses. */
export interface Place {
  readonly spots: Readonly<Record<string, Spot>>;
  readonly raise: Raise;
}

/** The values of a place, before anything is raised. */
export const cellOf = ({ spots }: Place): LooseCell =>
  Object.fromEntries(Object.entries(spots).map(([name, { value }]) => [name, value]));
