import type { Activation } from "../activations/activation.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";

/** How often one requirement may raise another; requirements that chase each other further have no least cell. */
const ROUNDS = 50;

/**
 * The cell with "least" replaced by the smallest value that the hypotheses of the claim's printed form allow: integers
 * for d and k, at most 2^53 (where the hypothesis then fails, and the row says by how much).
 */
export function leastCell(claim: Claim, cell: LooseCell, activations: readonly Activation[] = []): LooseCell {
  const open = Object.keys(cell).filter((name) => cell[name] === "least");
  const found: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(cell)) found[name] = value === undefined || value === "least" ? 1 : value;
  if (open.length === 0) return cell;
  const hypotheses = [...claim.hypotheses, ...(claim.forms.printed.hypotheses ?? [])];
  for (let round = 0; round < ROUNDS; round++) {
    const before = JSON.stringify(found);
    for (const hypothesis of hypotheses) {
      if (!("parameter" in hypothesis) || !open.includes(hypothesis.parameter)) continue;
      const { parameter } = hypothesis;
      const given = givenOf(claim.parameters, found, activations);
      const least = hypothesis.least(given);
      // Where no finite value would do, the least one shows that as well as any.
      if (!(given[parameter] < least && least < Infinity)) continue;
      found[parameter] = parameter === "radius" ? least : Math.min(2 ** 53, Math.ceil(least));
    }
    if (JSON.stringify(found) === before) break;
  }
  return found;
}
