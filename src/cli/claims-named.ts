import type { Claim } from "../auditor/claim.js";
import type { Paper } from "../auditor/paper.js";
import { labelOf } from "../auditor/reading.js";

/** A name without what people write differently: "Lemma 1" and "lemma1", "(11)" and "11". */
export const plainName = (name: string) => name.toLowerCase().replaceAll(/[\s()]/g, "");

/** The claims of an id or a printed label, of which several may have one; none if there are none. */
export async function claimsNamed(paper: Pick<Paper, "claim" | "claims">, name: string): Promise<readonly Claim[]> {
  const claim = await paper.claim(name);
  if (claim) return [claim];
  return (await paper.claims()).filter(
    (known) => known.id === name || [known.label, labelOf(known)].some((label) => plainName(label) === plainName(name)),
  );
}
