import type { Given } from "../cell.js";
import { checkedEnclosure } from "../checked-enclosure.js";
import type { Statement } from "../statement.js";
import { outcome } from "../tally.js";
import { beyond } from "./beyond.js";
import type { Probe } from "./probe.js";

/** Where nothing is random. */
export function excessOfSides(statement: Statement, given: Given, bound: number): Pick<Probe, "excess" | "sure"> {
  const { relation } = statement.claim;
  const [lower, upper] = checkedEnclosure(statement, statement.observed(null, given), "the evaluation");
  const sure = outcome(lower, upper, bound, relation) < 0;
  const excess = beyond(lower, upper, bound, relation);
  return { excess: sure ? Math.max(excess, Number.MIN_VALUE) : Math.min(excess, 0), sure };
}
