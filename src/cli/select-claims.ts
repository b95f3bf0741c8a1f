import { distance } from "fastest-levenshtein";
import type { Claim } from "../auditor/claim.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { claimsNamed, plainName } from "./claims-named.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** Names that are offered for one that was not found. */
const OFFERED = 4;

/** The nearest ids and labels. */
function nearest(name: string, claims: readonly Claim[]): string {
  const distanceTo = ({ id, label }: Claim) =>
    Math.min(
      ...[id, label].map((known) => distance(plainName(name), plainName(known)) / Math.max(name.length, known.length)),
    );
  return claims
    .map((claim) => ({ claim, far: distanceTo(claim) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, OFFERED)
    .map(({ claim: { id, label } }) => `${id} (${label})`)
    .join(", ");
}

/** The claims of an id or a printed label. */
async function claimsOf(open: OpenPaper, name: string): Promise<readonly Claim[]> {
  const named = await claimsNamed(open, name);
  if (named.length > 0) return named;
  throw new UsageError(
    `CLAIM is ${shown(name)}; it must be the id or the label of a claim, such as ${nearest(name, await open.claims())}`,
  );
}

/** The claims of the given ids or labels, once each and in the order given; all of the paper's if none is given. */
export async function selectClaims(open: OpenPaper, names: readonly string[]): Promise<readonly Claim[]> {
  if (names.length === 0) return open.claims();
  const found: Claim[] = [];
  for (const name of names)
    for (const claim of await claimsOf(open, name)) if (!found.some(({ id }) => id === claim.id)) found.push(claim);
  return found;
}
