import { readableReason } from "lemmacheck";
import type { ActivationFacts } from "./activation-facts.js";

type Statement = ActivationFacts["claims"][number];

/** The statements that say nothing of an activation, those with the same reason together. */
export function silentStatements(
  { claims }: Pick<ActivationFacts, "claims">,
  nameOf: (claim: Statement) => string,
): readonly { readonly reason: string; readonly names: readonly string[] }[] {
  const names = new Map<string, string[]>();
  for (const claim of claims)
    if (claim.reason !== null) names.set(claim.reason, [...(names.get(claim.reason) ?? []), nameOf(claim)]);
  return [...names].map(([reason, own]) => ({ reason: readableReason(reason), names: own }));
}
