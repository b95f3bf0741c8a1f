import { type PaperText, paperText } from "../../reports/texts.js";
import type { Cell } from "../auditor/cell.js";
import type { Claim } from "../auditor/claim.js";
import { claimMaps } from "../auditor/claim-map.js";
import { errataOf } from "../auditor/errata.js";
import type { Json } from "../auditor/json.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import type { Row } from "../auditor/row-fields.js";

/** The cells of rows, each once. */
const cellsOf = (rows: readonly Row[]): Cell[] => [
  ...new Map(rows.map(({ cell }) => [JSON.stringify(cell), cell] as const)).values(),
];

/**
 * What a report says of a paper: its texts, its errata, the maps of those of its claims that rows are of, and what it shows beside.
 *
 * @param rows those of the paper.
 * @param records lines that its commands have written.
 */
export async function reportTexts(
  { paper, parameters, additions }: OpenPaper,
  claims: readonly Claim[],
  rows: readonly Row[],
  records: readonly Json[] = [],
): Promise<PaperText> {
  const maps = await paper.maps(records);
  const rooms = await paper.exhibits({ cells: cellsOf(rows), records, additions });
  const audited = new Set(rows.map(({ claim }) => claim));
  const own = claims
    .filter(({ id }) => audited.has(id))
    .map((claim) => [claim.id, claimMaps(claim, maps, additions)] as const);
  return paperText(paper, parameters, claims, { maps: new Map(own), errata: errataOf(paper, claims), rooms });
}
