import type { Kind } from "./claim.js";
import { gamma } from "./gamma.js";
import { KIND_NAMES, KINDS, kindsWith, OF_KINDS } from "./kinds.js";
import { checkFunction, checkMembers, type Loose, objectOf, refuse } from "./members.js";

const REGION_MEMBERS = ["method", "note"];
const TREND_MEMBERS = ["grid", "printedExponent", "quantile", "draws"];

function checkHighProbability(id: string, claim: Loose, names: ReadonlySet<string>): void {
  const nothing = claim.relation === ">=" ? "−Infinity" : "Infinity";
  checkFunction(
    id,
    "trivial",
    claim.trivial,
    `a function of the cell: what is known without the claim, ${nothing} where nothing is`,
  );
  const says = claim.allows ?? claim.logAllows;
  if (claim.allows && claim.logAllows) refuse(id, "logAllows", claim.logAllows, "left out, since there is allows");
  if (!says && !names.has(gamma.name))
    refuse(id, "allows", says, "the failure probability at a cell, or there must be logAllows, or the parameter gamma");
  if (claim.everyGamma && (says || !names.has(gamma.name)))
    refuse(id, "everyGamma", claim.everyGamma, "left out, since the failure probability is not gamma itself");
}

function checkTrend(id: string, claim: Loose): void {
  const trend = objectOf(id, "trend", claim.trend, "what it follows: { grid, printedExponent }");
  checkMembers(id, "trend.", trend, TREND_MEMBERS);
  checkFunction(id, "trend.grid", trend.grid, "a function of the cell: the sizes and their cells");
  checkFunction(id, "trend.printedExponent", trend.printedExponent, "a function of the cell: the exponent as printed");
  const isGiven = claim.relation === "=";
  if (isGiven !== (claim.resolution !== undefined))
    refuse(
      id,
      "resolution",
      claim.resolution,
      `${isGiven ? "given" : "left out"}, since the relation is ${String(claim.relation)}`,
    );
}

function checkRange(id: string, claim: Loose): void {
  const mustBe = "a function of the cell: { lower, upper } or { secondMoment } of what it is the mean of";
  checkFunction(id, "range", claim.range, mustBe);
}

/** What each kind must have, beyond the members that may be left out; null for nothing. */
const CHECKS: Readonly<Record<Kind, ((id: string, claim: Loose, names: ReadonlySet<string>) => void) | null>> = {
  whp: checkHighProbability,
  deterministic: null,
  step: null,
  identity: null,
  mean: checkRange,
  trend: checkTrend,
};

/**
 * Refuses a kind that there is none of, another kind's members, and what a kind must have and has not.
 *
 * @param names the claim's parameters.
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function checkKind(id: string, claim: Loose, names: ReadonlySet<string>): void {
  const kind = KIND_NAMES.find((known) => known === claim.kind);
  if (!kind) refuse(id, "kind", claim.kind, `one of ${KIND_NAMES.join(", ")}`);
  const { relations, members } = KINDS[kind];
  if (!relations.some((known) => known === claim.relation))
    refuse(id, "relation", claim.relation, `one of ${relations.join(", ")} for kind ${kind}`);
  for (const member of OF_KINDS)
    if (claim[member] !== undefined && !Object.hasOwn(members, member)) {
      const others = kindsWith(member).join(" and ");
      refuse(id, member, claim[member], `left out, since kind is ${kind}; only ${others} may have it`);
    }
  for (const member of ["trivial", "allows", "logAllows", "exact", "uncertainty", "resolution"])
    if (claim[member] !== undefined) checkFunction(id, member, claim[member], "a function of the cell");
  if (claim.region !== undefined)
    checkMembers(id, "region.", objectOf(id, "region", claim.region, "{ method, note }"), REGION_MEMBERS);
  CHECKS[kind]?.(id, claim, names);
}
