import { type Cell, plainCell } from "../../cell.js";
import type { Axis } from "../axis.js";
import { everyPlace } from "../every-place.js";
import { cellOf } from "../place.js";

/** All cells that there are, where they are no more than so many; else null. */
export function finiteCells(axes: Readonly<Record<string, Axis>>, most: number): readonly Cell[] | null {
  const places = everyPlace(axes);
  const cells = new Map<string, Cell>();
  for (let next = places?.next(); next?.value; next = places?.next()) {
    const cell = plainCell(cellOf({ spots: next.value, raise: "none" }));
    cells.set(JSON.stringify(cell), cell);
    if (cells.size > most) return null;
  }
  return places ? [...cells.values()] : null;
}
