import { type PaperText, paperText } from "../../reports/texts.js";
import type { Runner } from "../auditor/campaign/runner.js";
import type { Cell } from "../auditor/cell.js";
import { errataOf } from "../auditor/errata.js";
import type { Json } from "../auditor/json.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import type { Row } from "../auditor/row-fields.js";
import { readShown, SHOW, showJob } from "../auditor/show-task.js";

/** The cells of rows, each once. */
const cellsOf = (rows: readonly Row[]): Cell[] => [
  ...new Map(rows.map(({ cell }) => [JSON.stringify(cell), cell] as const)).values(),
];

/**
 * What a report says of a paper: its texts, its errata, the maps of those of its claims that rows are of, and what it shows beside.
 *
 * @param rows those of the paper.
 * @param runner who works out maps and what is shown beside, which take seconds.
 * @param records lines that its commands have written.
 */
export async function reportTexts(
  open: OpenPaper,
  rows: readonly Row[],
  runner: Runner,
  records: readonly Json[] = [],
): Promise<PaperText> {
  const audited = [...new Set(rows.map(({ claim }) => claim))];
  const payload = showJob({ audited, cells: cellsOf(rows), records });
  const [claims, reply] = await Promise.all([open.claims(), runner.run({ task: SHOW, payload })]);
  const shown = readShown(reply);
  if (!shown) throw new Error("a worker gave nothing to show");
  return paperText(open.paper, open.parameters, claims, { ...shown, errata: errataOf(open.paper, claims) });
}
