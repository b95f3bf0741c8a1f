import type { Row } from "../src/auditor/row-fields.js";
import { logAxes } from "./axes.js";
import { escapeHtml } from "./escape-html.js";
import { cellText } from "./format.js";
import type { Texts } from "./texts.js";

/** What a trend's row shows: sizes, and limits for the quantile at each. */
interface Series {
  readonly row: Row;
  readonly sizes: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Between the limits. */
  readonly middles: readonly number[];
  /** Where the printed exponent leads from the first size to the last. */
  readonly printedEnd: number;
}

function seriesOf(row: Row): Series[] {
  const { grid, gridLower, gridUpper, printedExponent } = row;
  if (!grid || !gridLower || !gridUpper || printedExponent === null) return [];
  const lower = gridLower.filter((x): x is number => x !== null && x > 0);
  const upper = gridUpper.filter((x): x is number => x !== null);
  if (lower.length < grid.length || upper.length < grid.length) return [];
  const middles = grid.map((_, i) => Math.sqrt(lower[i] * upper[i]));
  const printedEnd = middles[0] * (grid[grid.length - 1] / grid[0]) ** printedExponent;
  return [{ row, sizes: grid, lower, upper, middles, printedEnd }];
}

/** The quantile as it grows along each row's grid, with its limits, and the printed exponent through the first size. */
export function figureGrowth(rows: readonly Row[], texts: Texts): string | null {
  const series = rows.flatMap(seriesOf);
  if (series.length === 0) return null;
  const axes = logAxes({
    title: "Growth along the grid",
    xLabel: "size",
    yLabel: "quantile, with limits; dashed: exponent as printed",
    xs: series.flatMap(({ sizes }) => sizes),
    ys: series.flatMap(({ lower, upper, printedEnd }) => [...lower, ...upper, printedEnd]),
  });
  const drawn = series.map(({ row, sizes, lower, upper, middles, printedEnd }) => {
    const point = (size: number, value: number) => `${axes.x(size).toFixed(1)} ${axes.y(value).toFixed(1)}`;
    const path = sizes.map((size, i) => `${i === 0 ? "M" : "L"}${point(size, middles[i])}`).join("");
    const [first, last] = [sizes[0], sizes[sizes.length - 1]];
    const printed = `M${point(first, middles[0])}L${point(last, printedEnd)}`;
    const whiskers = sizes.map(
      (size, i) =>
        `<path class="whisker ${row.verdict}" d="M${point(size, lower[i])}V${axes.y(upper[i]).toFixed(1)}"/>`,
    );
    const title = `<title>${escapeHtml(`${row.form}, ${cellText(row, texts)}: ${row.reason}`)}</title>`;
    return `<path class="reference dashed" d="${printed}"/><path class="curve ${row.verdict}" d="${path}">${title}</path>${whiskers.join("")}`;
  });
  return axes.svg(drawn.join(""));
}
