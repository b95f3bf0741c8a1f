import type { Claim } from "../claim.js";
import { gridCells } from "../grid-cells.js";
import { someMember } from "../some-member.js";

/**
 * A claim as its paper prints it: without the cell that refutes it, its witness, mutants, repaired form and default cells.
 * What a search finds of it, it has not been told. A text keeps its words, since nothing else says what it may be.
 */
export function printedAlone(claim: Claim): Claim {
  const { witness: _witness, ...rest } = claim;
  const { refutedAt: _refutedAt, ...printed } = claim.forms.printed;
  const cells = gridCells(claim, {});
  const grid = Object.fromEntries(
    claim.parameters.map(({ name, domain, resolution, examples }) => {
      if (resolution) return [name, resolution.known().slice(0, 1)];
      const words = [...new Set([...examples, ...cells.flatMap((cell) => cell[name] ?? [])])];
      return [name, domain.shape.type === "text" ? words : [someMember(domain)]];
    }),
  );
  return { ...rest, forms: { printed }, cells: [grid], mutants: {} };
}
