import { messageOf } from "../numbers/message-of.js";
import type { Cell, LooseCell } from "./cell.js";
import type { Claim, LooseGrid } from "./claim.js";
import type { Value } from "./domain.js";

/** Values in place of a grid's own, by parameter. */
export type Overrides = Readonly<Partial<Record<string, readonly Value[]>>>;

/** Every combination of the values, the last parameter varying fastest. */
function combinations(grid: readonly (readonly [name: string, values: readonly Value[]])[]): Cell[] {
  return grid.reduce<Cell[]>(
    (cells, [name, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value }))),
    [{}],
  );
}

/** The other values as a grid's function sees them: it can't read one that is not known yet. */
function withoutLeast(others: Cell): Cell {
  const seen = { ...others };
  for (const [name, value] of Object.entries(others))
    if (value === "least")
      Object.defineProperty(seen, name, {
        get() {
          throw new RangeError(`it reads ${name}, which is "least" there and not known yet; give ${name} as numbers`);
        },
      });
  return seen;
}

type Gridded = Pick<Claim, "id" | "cells" | "parameters">;
type Adapted = (name: string, values: readonly Value[]) => readonly Value[];

const unchanged: Adapted = (_, values) => values;

/** The values that a grid lists, or that stand in their place, by parameter; what it makes of these is left out. */
function listedValues(
  { parameters }: Gridded,
  grid: LooseGrid,
  overrides: Overrides,
  adapted: Adapted,
): (readonly [name: string, values: readonly Value[]])[] {
  return parameters.flatMap(({ name }) => {
    const own = grid[name];
    const given = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    const values = given ?? (typeof own === "function" ? null : own);
    return values ? [[name, adapted(name, values)] as const] : [];
  });
}

/** How many cells there would be, none of them made. */
export function numberOfCells(claim: Gridded, overrides: Overrides, adapted: Adapted = unchanged): number {
  const grids: readonly LooseGrid[] = claim.cells;
  return grids.reduce(
    (sum, grid) =>
      sum + listedValues(claim, grid, overrides, adapted).reduce((product, [, { length }]) => product * length, 1),
    0,
  );
}

/**
 * The cells of a claim's default grids, "least" still standing for what it is: every combination of the values that are
 * listed, the rest made from these. `overrides` replace both.
 *
 * @throws RangeError naming the claim and the parameter if a function of the grid throws, or reads a "least".
 */
export function gridCells(claim: Gridded, overrides: Overrides, adapted: Adapted = unchanged): LooseCell[] {
  const { id, cells, parameters } = claim;
  const grids: readonly LooseGrid[] = cells;
  return grids.flatMap((grid) =>
    combinations(listedValues(claim, grid, overrides, adapted)).map((cell) => {
      const whole: Record<string, Value> = { ...cell };
      for (const { name } of parameters) {
        const own = grid[name];
        if (name in whole || typeof own !== "function") continue;
        try {
          whole[name] = own(withoutLeast(whole));
        } catch (error) {
          throw new RangeError(`claim ${id}: the function that cells has for ${name}: ${messageOf(error)}`);
        }
      }
      return Object.fromEntries(parameters.map(({ name }) => [name, whole[name]]));
    }),
  );
}
