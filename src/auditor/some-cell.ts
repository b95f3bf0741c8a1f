import type { LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { gridCells } from "./grid-cells.js";

/** The claim's witness, or the first of its default cells, where values are 1 if they are "least". */
export function someCell(claim: Claim): LooseCell {
  if (claim.witness) return claim.witness;
  const [first] = gridCells(claim, {});
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, value === "least" ? 1 : value]));
}
