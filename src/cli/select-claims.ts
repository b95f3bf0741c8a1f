import { distance } from "fastest-levenshtein";
import type { Claim } from "../auditor/claim.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { labelOf } from "../auditor/reading.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** Names that are offered for one that was not found. */
const OFFERED = 4;

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s()]/g, "");

/** The nearest ids and labels. */
function nearest(name: string, claims: readonly Claim[]): string {
  const distanceTo = ({ id, label }: Claim) =>
    Math.min(...[id, label].map((known) => distance(plain(name), plain(known)) / Math.max(name.length, known.length)));
  return claims
    .map((claim) => ({ claim, far: distanceTo(claim) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, OFFERED)
    .map(({ claim: { id, label } }) => `${id} (${label})`)
    .join(", ");
}

/** The claims of an id or a printed label; a label may stand over several. */
async function claimsOf(open: OpenPaper, name: string): Promise<readonly Claim[]> {
  const claim = await open.claim(name);
  if (claim) return [claim];
  const all = await open.claims();
  const labelled = all.filter(
    (known) => known.id === name || [known.label, labelOf(known)].some((label) => plain(label) === plain(name)),
  );
  if (labelled.length === 0)
    throw new UsageError(
      `CLAIM is ${shown(name)}; it must be the id or the label of a claim, such as ${nearest(name, all)}`,
    );
  return labelled;
}

/** The claims of the given ids or labels, once each and in the order given; all of the paper's if none is given. */
export async function selectClaims(open: OpenPaper, names: readonly string[]): Promise<readonly Claim[]> {
  if (names.length === 0) return open.claims();
  const found: Claim[] = [];
  for (const name of names)
    for (const claim of await claimsOf(open, name)) if (!found.some(({ id }) => id === claim.id)) found.push(claim);
  return found;
}
