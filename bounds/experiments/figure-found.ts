import type { Found, Json } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { figureCsv } from "./figure-csv.js";
import { type FigurePlan, jobsOf } from "./figure-jobs.js";
import { figurePanels } from "./figure-panels.js";
import { FIGURES, type FigureName, type FigureRow, figureRow } from "./figure-row.js";
import { isPairCounts, isSampleCounts } from "./figure-task.js";
import { figureText } from "./figure-text.js";

/** A figure that is to be drawn, or all of them. */
interface AskedFigure {
  readonly figure: FigureName | "all";
  readonly plans: readonly FigurePlan[];
  readonly seed: string;
  readonly psi: Activation;
}

/** The points of which there are results, in the order of the plans; ranges are summed in the order of the jobs. */
function rowsOf({ figure, plans, seed }: AskedFigure, results: ReadonlyMap<string, Json>): readonly FigureRow[] {
  return plans.flatMap((plan) => {
    const samples = [];
    const pairs = [];
    for (const { key, payload } of jobsOf([plan], seed)) {
      const [found, draws] = [results.get(key), payload.to - payload.from];
      if (payload.of === "samples" && isSampleCounts(found, draws)) samples.push(found);
      if (payload.of === "pairs" && isPairCounts(found, draws)) pairs.push(found);
    }
    const row = figureRow(figure, plan, seed, { samples, pairs });
    return row ? [row] : [];
  });
}

/** What the results of a campaign come to: lines, a table, points.jsonl, CSV, and the figures to be drawn. */
export function foundOf(asked: AskedFigure, results: ReadonlyMap<string, Json>): Found {
  const rows = rowsOf(asked, results);
  const lines = rows.map((row): Json => ({ ...row }));
  const figures = asked.figure === "all" ? FIGURES : [asked.figure];
  return {
    text: figureText(figures, rows),
    lines,
    files: {
      "points.jsonl": lines,
      [`figure-${asked.figure}.csv`]: figureCsv(rows),
      ...Object.fromEntries(figures.map((figure) => [`figure-${figure}.svg`, figurePanels(figure, rows, asked.psi)])),
    },
  };
}
