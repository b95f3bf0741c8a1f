import type { Row } from "lemmacheck";
import { logAxes } from "./axes.js";
import { escapeHtml } from "./escape-html.js";
import { cellText } from "./format.js";

/** What a trend's row shows: sizes, and limits for the quantile at each. */
interface Series {
  readonly row: Row;
  readonly sizes: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly printedExponent: number;
}

function seriesOf(row: Row): Series[] {
  const { grid, gridLower, gridUpper, printedExponent } = row;
  if (!grid || !gridLower || !gridUpper || printedExponent === null) return [];
  const lower = gridLower.filter((x) => x !== null && x > 0);
  const upper = gridUpper.filter((x) => x !== null);
  return lower.length === grid.length && upper.length === grid.length
    ? [{ row, sizes: grid, lower: lower.map(Number), upper: upper.map(Number), printedExponent }]
    : [];
}

/** The quantile as it grows along each row's grid, with its limits, and the printed exponent through the first size. */
export function figureGrowth(rows: readonly Row[]): string | null {
  const series = rows.flatMap(seriesOf);
  if (series.length === 0) return null;
  const axes = logAxes({
    title: "Growth along the grid",
    xLabel: "size",
    yLabel: "quantile, with limits; dashed: exponent as printed",
    xs: series.flatMap(({ sizes }) => sizes),
    ys: series.flatMap(({ lower, upper }) => [...lower, ...upper]),
  });
  const drawn = series.map(({ row, sizes, lower, upper, printedExponent }) => {
    const middles = sizes.map((_, i) => Math.sqrt(lower[i] * upper[i]));
    const point = (size: number, value: number) => `${axes.x(size).toFixed(1)} ${axes.y(value).toFixed(1)}`;
    const path = sizes.map((size, i) => `${i === 0 ? "M" : "L"}${point(size, middles[i])}`).join("");
    const [first, last] = [sizes[0], sizes[sizes.length - 1]];
    const printed = `M${point(first, middles[0])}L${point(last, middles[0] * (last / first) ** printedExponent)}`;
    const whiskers = sizes.map(
      (size, i) =>
        `<path class="whisker ${row.verdict}" d="M${point(size, lower[i])}V${axes.y(upper[i]).toFixed(1)}"/>`,
    );
    const title = `<title>${escapeHtml(`${row.form}, ${cellText(row)}: ${row.reason}`)}</title>`;
    return `<path class="reference dashed" d="${printed}"/><path class="curve ${row.verdict}" d="${path}">${title}</path>${whiskers.join("")}`;
  });
  return axes.svg(drawn.join(""));
}
