import type { LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { gridCells } from "./grid-cells.js";
import { someMember } from "./some-member.js";

/** The claim's witness, or the first of its default cells, with some member of a domain for "least". */
export function someCell(claim: Claim): LooseCell {
  if (claim.witness) return claim.witness;
  const [first] = gridCells(claim, {});
  return Object.fromEntries(
    claim.parameters.map(({ name, domain }) => [name, first[name] === "least" ? someMember(domain) : first[name]]),
  );
}
