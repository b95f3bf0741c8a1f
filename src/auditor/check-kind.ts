import { KINDS, type Kind, type Relation } from "./claim.js";
import { gamma } from "./gamma.js";
import { checkFunction, checkMembers, type Loose, objectOf, refuse } from "./members.js";

const RELATIONS: Readonly<Record<Kind, readonly Relation[]>> = {
  whp: ["<=", ">="],
  deterministic: ["<=", ">=", "="],
  step: ["<=", ">=", "="],
  identity: ["="],
  mean: ["<=", ">="],
  trend: ["<=", ">=", "="],
};

/** Members that some kinds have and others must not. */
export const OF_KINDS: Readonly<Record<string, readonly Kind[]>> = {
  allows: ["whp"],
  logAllows: ["whp"],
  everyGamma: ["whp"],
  strict: ["whp"],
  exact: ["whp"],
  uncertainty: ["whp", "trend"],
  range: ["mean"],
  trend: ["trend"],
  resolution: ["identity", "trend"],
  region: ["deterministic", "step", "identity", "trend"],
};

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

/**
 * Refuses a kind that there is none of, another kind's members, and what a kind must have and has not.
 *
 * @param names the claim's parameters.
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function checkKind(id: string, claim: Loose, names: ReadonlySet<string>): void {
  const kind = KINDS.find((known) => known === claim.kind);
  if (!kind) refuse(id, "kind", claim.kind, `one of ${KINDS.join(", ")}`);
  if (!RELATIONS[kind].some((known) => known === claim.relation))
    refuse(id, "relation", claim.relation, `one of ${RELATIONS[kind].join(", ")} for kind ${kind}`);
  for (const [member, kinds] of Object.entries(OF_KINDS))
    if (claim[member] !== undefined && !kinds.includes(kind))
      refuse(id, member, claim[member], `left out, since kind is ${kind}; only ${kinds.join(" and ")} may have it`);
  for (const member of ["trivial", "allows", "logAllows", "exact", "uncertainty", "resolution"])
    if (claim[member] !== undefined) checkFunction(id, member, claim[member], "a function of the cell");
  if (claim.region !== undefined)
    checkMembers(id, "region.", objectOf(id, "region", claim.region, "{ method, note }"), REGION_MEMBERS);
  if (kind === "whp") checkHighProbability(id, claim, names);
  if (kind === "mean")
    checkFunction(
      id,
      "range",
      claim.range,
      "a function of the cell: [least, most] or { secondMoment } of what it is the mean of",
    );
  if (kind === "trend") checkTrend(id, claim);
}
