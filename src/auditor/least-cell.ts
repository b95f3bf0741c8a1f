import { type Additions, givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import type { Value } from "./domain.js";
import { leastMember } from "./least-member.js";
import { printedHypotheses } from "./printed-hypotheses.js";
import { someMember } from "./some-member.js";

/** How often one requirement may raise another; requirements that chase each other further have no least cell. */
const ROUNDS = 50;

/**
 * The cell with "least" replaced by the smallest value of the parameter's domain that the hypotheses of the claim's
 * printed form allow, or by the domain's largest (where the hypothesis then fails, and the row says by how much). One that throws
 * raises nothing.
 *
 * @throws RangeError if another value is outside of its domain.
 */
export function leastCell(claim: Claim, cell: LooseCell, additions: Additions = {}): LooseCell {
  const open = claim.parameters.filter(({ name }) => cell[name] === "least");
  if (open.length === 0) return cell;
  const found: Record<string, Value | undefined> = { ...cell };
  for (const parameter of open) found[parameter.name] = someMember(parameter.domain);
  for (let round = 0; round < ROUNDS; round++) {
    const before = JSON.stringify(found);
    for (const hypothesis of printedHypotheses(claim)) {
      if (!("parameter" in hypothesis)) continue;
      const parameter = open.find(({ name }) => name === hypothesis.parameter.name);
      if (!parameter) continue;
      const given = givenOf(claim.parameters, found, additions);
      let least: unknown;
      try {
        least = hypothesis.least(given);
      } catch {
        // What threw throws again where the cell is audited, and its row says so.
        continue;
      }
      // Where no finite value would do, the least one shows that as well as any; and where it is no number, its row says so.
      if (typeof least === "number" && Number(found[parameter.name]) < least && least < Infinity)
        found[parameter.name] = leastMember(parameter.domain, least);
    }
    if (JSON.stringify(found) === before) break;
  }
  return found;
}
