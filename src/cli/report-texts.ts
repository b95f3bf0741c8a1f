import { type PaperText, paperText } from "../../reports/texts.js";
import type { Claim } from "../auditor/claim.js";
import { claimMaps } from "../auditor/claim-map.js";
import { errataOf } from "../auditor/errata.js";
import type { OpenPaper } from "../auditor/open-paper.js";

/** What a report says of a paper: its texts, its errata, and the maps of those of its claims that rows are of. */
export async function reportTexts(
  { paper, parameters, additions }: OpenPaper,
  claims: readonly Claim[],
  audited: ReadonlySet<string>,
): Promise<PaperText> {
  const maps = await paper.maps();
  const own = claims
    .filter(({ id }) => audited.has(id))
    .map((claim) => [claim.id, claimMaps(claim, maps, additions)] as const);
  return paperText(paper, parameters, claims, { maps: new Map(own), errata: errataOf(paper, claims) });
}
