import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { pow } from "../src/numbers/pow.js";
import { drawsText } from "./draws-text.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { cellText, figureNumber } from "./format.js";
import { logPlot, pathOf } from "./plot.js";
import { signed } from "./signed.js";
import type { StatementText } from "./statement-text.js";
import { paperOf, symbolOf, type Texts } from "./texts.js";

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

/** Series that a figure shows at most. */
const MOST = 8;

function seriesOf(row: Row): Series[] {
  const { grid, gridLower, gridUpper, printedExponent } = row;
  if (!grid || !gridLower || !gridUpper || printedExponent === null) return [];
  const lower = gridLower.filter((x): x is number => x !== null && x > 0);
  const upper = gridUpper.filter((x): x is number => x !== null);
  if (lower.length < grid.length || upper.length < grid.length) return [];
  const middles = grid.map((_, i) => Math.sqrt(lower[i] * upper[i]));
  const printedEnd = middles[0] * pow(grid[grid.length - 1] / grid[0], printedExponent);
  return [{ row, sizes: grid, lower, upper, middles, printedEnd }];
}

/** The size along which the grids go: the parameter that has the first size of each, else "size". */
function sizeName(series: readonly Series[], texts: Texts): string {
  const paper = paperOf(series[0].row, texts);
  const names = Object.keys(series[0].row.cell).filter((name) =>
    series.every(({ row, sizes }) => row.cell[name] === sizes[0]),
  );
  const name = names.find((own) => paper?.sizes.includes(own)) ?? names.at(0);
  return name === undefined ? "size" : symbolOf(name, paper);
}

/** A fitted exponent with its limits: "−0.49 [−0.51, −0.47]". */
function exponentText({ exponent, exponentLower, exponentUpper }: Row): string {
  const text = (x: number | null) => signed(formatNumber(x));
  if (exponentLower === null && exponentUpper === null) return text(exponent);
  return `${text(exponent)} [${text(exponentLower)}, ${text(exponentUpper)}]`;
}

/** The quantile as it grows along each row's grid, with its limits, and the printed exponent through the first size. */
export function figureGrowth(rows: readonly Row[], texts: Texts, statement: StatementText | undefined): Figure | null {
  const seen = new Set<string>();
  // Both forms look at the same draws: one curve, with its verdict as printed.
  const series = rows
    .toSorted((a, b) => Number(a.form === "repaired") - Number(b.form === "repaired"))
    .filter((row) => {
      const key = JSON.stringify(row.cell);
      return !seen.has(key) && seen.add(key);
    })
    .flatMap(seriesOf)
    .slice(0, MOST);
  if (series.length === 0) return null;
  const printed = new Set(series.map(({ row }) => row.printedExponent));
  const axes = logPlot({
    title: "The quantile along each grid of sizes, with limits, beside the printed exponent",
    xLabel: sizeName(series, texts),
    yLabel: statement?.quantity ?? "quantile",
    xs: series.flatMap(({ sizes }) => sizes),
    ys: series.flatMap(({ lower, upper, printedEnd }) => [...lower, ...upper, printedEnd]),
    legend: [
      ...series.map(({ row }, i) => ({
        swatch: `<path class="curve s${i}" d="M1 6H25"/>`,
        text: `${cellText(row, texts, figureNumber)}: exponent ${exponentText(row)}${row.verdict === "refuted" ? ", refuted" : ""}`,
      })),
      {
        swatch: '<path class="reference dashed" d="M1 6H25"/>',
        text: `exponent as printed: ${[...printed].map((x) => signed(formatNumber(x))).join(", ")}`,
      },
    ],
  });
  const curves = series.map(({ row, sizes, lower, upper, middles, printedEnd }, k) => {
    const at = (size: number, value: number) => [axes.x(size), axes.y(value)] as const;
    const [first, last] = [sizes[0], sizes[sizes.length - 1]];
    const whiskers = sizes.map(
      (size, i) => `<path class="whisker s${k}" d="${pathOf([at(size, lower[i]), at(size, upper[i])])}"/>`,
    );
    const title = `<title>${escapeHtml(`${row.form}, ${cellText(row, texts)}: ${row.reason}`)}</title>`;
    return `<path class="reference dashed" d="${pathOf([at(first, middles[0]), at(last, printedEnd)])}"/><path class="curve s${k}" d="${pathOf(sizes.map((size, i) => at(size, middles[i])))}">${title}</path>${whiskers.join("")}`;
  });
  return {
    name: "along-the-grid",
    title: "How it grows",
    svg: axes.svg(curves.join("")),
    caption: `The quantile at each size with limits that hold at all sizes at once; dashed, the printed exponent from the first size on. ${drawsText(series.map(({ row }) => row))}.`,
  };
}
