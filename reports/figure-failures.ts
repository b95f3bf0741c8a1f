import type { Row } from "../src/auditor/row-fields.js";
import { drawsText } from "./draws-text.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { cellText, failureText } from "./format.js";
import { isYesOrNo } from "./is-yes-or-no.js";
import { type LegendLine, logPlot } from "./plot.js";
import type { Texts } from "./texts.js";

/** Cells that are shown at most. */
const MOST = 24;
const LINE = 17;
/** Letters of a cell that have room beside the axis, and how wide one is. */
const [LETTERS, LETTER] = [46, 6.7];
/** Probabilities below this stand at the end of the axis. */
const LEAST = 1e-12;

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
  const height = 64 + LINE * points.length;
  const labels = points.map(({ row }) => `${row.form === "repaired" ? "repaired " : ""}${cellText(row, texts)}`);
  const shortened = labels.map((label) => (label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label));
  const left = Math.max(...shortened.map(({ length }) => length)) * LETTER + 12;
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
    width: left + 380,
    height,
    left,
    yTicks: false,
    legend: LEGEND.filter((_, i) => i < 2 || points.some(({ lower }) => lower === 0)),
  });
  const marks = points.map(({ row, allowed, rate, lower, upper }, i) => {
    const y = axes.top + LINE * (i + 0.5);
    const [from, to] = [lower > 0 ? axes.x(shown(lower)) : axes.left, axes.x(shown(upper))];
    const seen = rate !== null && rate > 0;
    // Two ends without a value between them are seen by their caps.
    const caps = seen ? "" : `M${from.toFixed(1)} ${y - 4}V${y + 4}M${to.toFixed(1)} ${y - 4}V${y + 4}`;
    const open = lower > 0 ? caps : `M${from + 6} ${y - 4}L${from} ${y}L${from + 6} ${y + 4}M${to} ${y - 4}V${y + 4}`;
    const dot = seen
      ? `<circle class="mark ${row.verdict}${row.vacuous ? " hollow" : ""}" cx="${axes.x(shown(rate)).toFixed(1)}" cy="${y}" r="3.5"/>`
      : "";
    const at = axes.x(shown(allowed)).toFixed(1);
    return `<g><title>${escapeHtml(`${labels[i]}: ${row.verdict}; ${failureText(row)}, allowed ${allowed}`)}</title><text class="small" x="${left - 8}" y="${y}" dy="0.32em" text-anchor="end">${escapeHtml(shortened[i])}</text><path class="grid" d="M${left} ${y}H${axes.right}"/><path class="whisker ${row.verdict}" d="M${from.toFixed(1)} ${y}H${to.toFixed(1)}${open}"/>${dot}<path class="allowed" d="M${at} ${y - 6}V${y + 6}"/></g>`;
  });
  const more =
    all.length > points.length ? ` The ${points.length} of ${all.length} cells that are nearest to failing.` : "";
  return {
    name: "failures",
    title: isYesOrNo(rows) ? "How often the conclusion fails" : "How often the bound fails",
    svg: axes.svg(marks.join("")),
    caption: `${isYesOrNo(rows) ? "The conclusion holds or does not. " : ""}Supported left of the bar, refuted right of it.${more} ${drawsText(points.map(({ row }) => row))}.`,
  };
}
