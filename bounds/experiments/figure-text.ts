import { formatNumber } from "lemmacheck";
import type { FigureName, FigureRow } from "./figure-row.js";

const shown = (x: number | null) => (x === null ? "–" : formatNumber(x));
const percent = (x: number) => `${(100 * x).toFixed(2)} %`;

/** The figure's own number of a point, with what is beside it. */
function finding(figure: FigureName, row: FigureRow): string {
  if (figure === "2a") return `smallest |η| ${shown(row.etaMean)} ± ${shown(row.etaDeviation)}`;
  if (figure === "2b") return `‖∇f‖ ${shown(row.gradientNormMean)} ± ${shown(row.gradientNormDeviation)}`;
  const limits = `(${percent(row.fractionLower)} to ${percent(row.fractionUpper)})`;
  const band =
    row.fractionDeviation === null
      ? ""
      : `, deviation over networks ${percent(row.fractionDeviation)}${row.fractionDeviationClamped ? ", the binomial part, pairs gave less" : ""}`;
  return `switched ${percent(row.fraction)} ${limits}${band}${row.gap > 0 ? `, gap ${percent(row.gap)}` : ""}`;
}

/** A line a point, with what each of the figures shows of it. */
export function figureText(figures: readonly FigureName[], rows: readonly FigureRow[]): string {
  if (rows.length === 0) return "no point is there yet";
  const lines = rows.map((row) => {
    const at = `L=${row.depth} d=${formatNumber(row.d)} k=${formatNumber(row.k)}`;
    return `${at.padEnd(28)} ${figures.map((figure) => finding(figure, row)).join("; ")}, ${row.samples} samples`;
  });
  return lines.join("\n");
}
