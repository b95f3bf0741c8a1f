import { type Additions, givenOf, type LooseCell } from "../cell.js";
import type { Hypothesis } from "../claim.js";
import { leastMember } from "../least-member.js";
import type { AnyParameter } from "../parameter.js";

/**
 * What is done to a cell for hypotheses of the form "parameter ≥ least": nothing; what is too small is raised to the least;
 * or every such parameter is put at the least itself, the edge of what the statement is about.
 */
export type Raise = "none" | "enough" | "edge";

export const RAISES: readonly Raise[] = ["none", "enough", "edge"];

/** How often one requirement may raise another. */
const ROUNDS = 12;

/**
 * The cell, raised. `fixed` names parameters that stay as they are.
 *
 * @throws RangeError if the cell does not fit the parameters.
 */
export function raiseCell(
  cell: LooseCell,
  raise: Raise,
  {
    parameters,
    hypotheses,
    additions,
    fixed = [],
  }: {
    readonly parameters: readonly AnyParameter[];
    readonly hypotheses: readonly Hypothesis[];
    readonly additions: Additions;
    readonly fixed?: readonly string[];
  },
): LooseCell {
  const least = hypotheses.flatMap((hypothesis) =>
    "parameter" in hypothesis && !fixed.includes(hypothesis.parameter.name) ? [hypothesis] : [],
  );
  if (raise === "none" || least.length === 0) return cell;
  let found = cell;
  for (let round = 0; round < ROUNDS; round++) {
    const given = givenOf(parameters, found, additions);
    const needed = new Map<string, number>();
    for (const hypothesis of least) {
      const { name } = hypothesis.parameter;
      needed.set(name, Math.max(needed.get(name) ?? -Infinity, hypothesis.least(given)));
    }
    const next: Record<string, LooseCell[string]> = { ...found };
    for (const { name, domain } of parameters) {
      const from = needed.get(name);
      // On the edge in the first round; from then on what one requirement raises, another may have to follow.
      if (from === undefined || !(from < Infinity)) continue;
      if ((raise === "edge" && round === 0) || Number(next[name]) < from) next[name] = leastMember(domain, from);
    }
    if (parameters.every(({ name }) => next[name] === found[name])) return found;
    found = next;
  }
  return found;
}
