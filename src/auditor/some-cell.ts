import type { LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";

/** The claim's witness, or a cell of its default grids where sizes are 1 if they are "least". */
export function someCell({ witness, cells, parameters }: Claim): LooseCell {
  if (witness) return witness;
  const first = (name: string) => cells[0][name][0];
  return Object.fromEntries(parameters.map((name) => [name, first(name) === "least" ? 1 : first(name)]));
}
