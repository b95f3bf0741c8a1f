import type { Cell, LooseCell } from "../cell.js";
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

/** The place of a cell that was looked at from one: raising may have changed its numbers. */
export const settledAt = ({ spots }: Place, cell: Cell): Place => ({
  spots: {
    ...spots,
    ...Object.fromEntries(
      Object.entries(cell).flatMap(([name, value]) =>
        typeof value === "number" && value !== spots[name].value ? [[name, { value }]] : [],
      ),
    ),
  },
  raise: "none",
});
