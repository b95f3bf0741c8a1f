import type { Row } from "../src/auditor/row-fields.js";
import { powerOfTen } from "../src/numbers/power-of-ten.js";
import { drawsText } from "./draws-text.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { cellText, failureText, figureNumber } from "./format.js";
import { isYesOrNo } from "./is-yes-or-no.js";
import { type LegendLine, logPlot } from "./plot.js";
import { powerText } from "./power-text.js";
import type { Texts } from "./texts.js";

/** Cells that are shown at most. */
const MOST = 16;
/** A cell has a line for its name, and below it one for its limits. */
const [LINE, MIDDLE] = [36, 23];
/** Where the axis stands, and letters of a cell that have room beside it. */
const [LEFT, LETTERS] = [24, 62];
/** Where the axis begins, unless all probabilities are larger: what lies below is an arrowhead at its end. */
const LEAST_POWER = -12;
const LEAST = powerOfTen(LEAST_POWER);

interface Point {
  readonly row: Row;
  readonly allowed: number;
  readonly rate: number | null;
  readonly lower: number;
  readonly upper: number;
}

function pointsOf(rows: readonly Row[]): Point[] {
  return rows.flatMap((row) => {
    const { allowed, failureRate, failureLower, failureUpper } = row;
    return allowed !== null && allowed > 0 && allowed < 1 && failureUpper !== null && failureUpper > 0
      ? [{ row, allowed, rate: failureRate, lower: failureLower ?? 0, upper: failureUpper }]
      : [];
  });
}

/** How near to what is allowed a cell is: refuted ones first. */
const nearness = ({ row, allowed, upper, lower }: Point) =>
  (row.verdict === "refuted" ? 1e6 + Math.log(lower / allowed) : Math.log(upper / allowed)) || 0;

const LEGEND: readonly LegendLine[] = [
  { swatch: '<path class="allowed" d="M13 0V12"/>', text: "failure probability that is allowed" },
  {
    swatch: '<path class="whisker supported" d="M1 6H25"/><circle class="mark supported" cx="13" cy="6" r="3.5"/>',
    text: "how often it fails, with limits",
  },
  {
    swatch: '<path class="whisker supported" d="M25 6H3M8 2L3 6L8 10M25 2V10"/>',
    text: "no failure seen: an upper limit",
  },
];

/**
 * How often the statement fails at each cell, with the limits of the row, beside the failure probability that it allows.
 * A rate of 0 is drawn as the upper limit that it is. Null where no row has both.
 */
export function figureFailures(rows: readonly Row[], texts: Texts): Figure | null {
  const all = pointsOf(rows);
  if (all.length === 0) return null;
  const points = all.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, MOST);
  const shown = (p: number) => Math.max(p, LEAST);
  const labels = points.map(
    ({ row }) => `${row.form === "repaired" ? "repaired " : ""}${cellText(row, texts, figureNumber)}`,
  );
  const axes = logPlot({
    title: "How often each cell's bound fails, beside what is allowed",
    xLabel: "probability",
    yLabel: "",
    xs: points.flatMap(({ allowed, rate, lower, upper }) => [
      shown(allowed),
      shown(upper),
      ...(lower > 0 ? [shown(lower)] : []),
      ...(rate !== null && rate > 0 ? [shown(rate)] : []),
    ]),
    ys: [1, 10],
    height: 64 + LINE * points.length,
    left: LEFT,
    yTicks: false,
    legend: LEGEND.filter((_, i) => i < 2 || points.some(({ lower }) => lower === 0)),
  });
  const arrow = (y: number, half: number) => `M${axes.left + half} ${y - half}L${axes.left} ${y}l${half} ${half}`;
  const marks = points.map(({ row, allowed, rate, lower, upper }, i) => {
    const top = axes.top + LINE * i;
    const y = top + MIDDLE;
    const [from, to] = [lower, upper].map((end) => (end < LEAST ? axes.left : axes.x(end)));
    const seen = rate !== null && rate > 0;
    const cap = (x: number) => `M${x.toFixed(1)} ${y - 4}V${y + 4}`;
    // Two ends without a value between them are seen by their caps; what reaches beyond the axis has a head.
    const left = lower < LEAST ? arrow(y, 4) : seen ? "" : cap(from);
    const right = seen || upper < LEAST ? "" : cap(to);
    const dot =
      seen && rate >= LEAST
        ? `<circle class="mark ${row.verdict}${row.vacuous ? " hollow" : ""}" cx="${axes.x(rate).toFixed(1)}" cy="${y}" r="3.5"/>`
        : "";
    const bar = allowed < LEAST ? arrow(y, 7) : `M${axes.x(allowed).toFixed(1)} ${y - 6}V${y + 6}`;
    // Of what is all beyond the axis numbers tell more than a head.
    const numbers =
      allowed < LEAST && (rate ?? upper) < LEAST
        ? `<text class="small${row.verdict === "refuted" ? " bad" : ""}" x="${axes.left + 12}" y="${y}" dy="0.32em">fails with probability ${figureNumber(Number((rate ?? upper).toPrecision(2)))}, allowed ${figureNumber(allowed)}</text>`
        : "";
    const label = labels[i].length > LETTERS ? `${labels[i].slice(0, LETTERS - 1)}…` : labels[i];
    return `<g><title>${escapeHtml(`${labels[i]}: ${row.verdict}; ${failureText(row)}, allowed ${allowed}`)}</title><text class="small" x="${axes.left + 10}" y="${top + 11}">${escapeHtml(label)}</text><path class="grid" d="M${axes.left} ${y}H${axes.right}"/><path class="whisker ${row.verdict}" d="M${from.toFixed(1)} ${y}H${to.toFixed(1)}${left}${right}"/>${dot}<path class="allowed" d="${bar}"/>${numbers}</g>`;
  });
  const beyond = points.some(({ allowed, upper }) => allowed < LEAST || upper < LEAST);
  const ends = beyond ? ` An arrowhead at the left end is below ${powerText(LEAST_POWER)}.` : "";
  const more =
    all.length > points.length ? ` The ${points.length} of ${all.length} cells that are nearest to failing.` : "";
  return {
    name: "failures",
    title: isYesOrNo(rows) ? "How often the conclusion fails" : "How often the bound fails",
    svg: axes.svg(marks.join("")),
    caption: `${isYesOrNo(rows) ? "The conclusion holds or does not. " : ""}Supported left of the bar, refuted right of it.${ends}${more} ${drawsText(points.map(({ row }) => row))}.`,
  };
}
