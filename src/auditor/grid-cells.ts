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

/**
 * The cells of a claim's default grids, "least" still standing for what it is: every combination of the values that are
 * listed, the rest made from these. `overrides` replace both.
 */
export function gridCells(
  { cells, parameters }: Pick<Claim, "cells" | "parameters">,
  overrides: Overrides,
  adapted: (name: string, values: readonly Value[]) => readonly Value[] = (_, values) => values,
): LooseCell[] {
  const grids: readonly LooseGrid[] = cells;
  return grids.flatMap((grid) => {
    const valuesOf = (name: string) => {
      const own = grid[name];
      return (Object.hasOwn(overrides, name) ? overrides[name] : undefined) ?? (typeof own === "function" ? null : own);
    };
    const listed = parameters.flatMap(({ name }) => {
      const values = valuesOf(name);
      return values ? [[name, adapted(name, values)] as const] : [];
    });
    return combinations(listed).map((cell) => {
      const whole: Record<string, Value> = { ...cell };
      for (const { name } of parameters) {
        const own = grid[name];
        if (!(name in whole) && typeof own === "function") whole[name] = own(whole);
      }
      return Object.fromEntries(parameters.map(({ name }) => [name, whole[name]]));
    });
  });
}
