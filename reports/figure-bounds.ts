import type { Row } from "../src/auditor/row-fields.js";
import { drawsText } from "./draws-text.js";
import type { Figure } from "./figure.js";
import { drawn, marker, markerLegend, NAMED_MARKS } from "./marker.js";
import { diagonal, logPlot } from "./plot.js";
import type { StatementText } from "./statement-text.js";
import type { Texts } from "./texts.js";

const isPositive = (x: number | null): x is number => x !== null && x > 0;

/** The rows that have a place in the figure: both sides known and positive. */
function plotted(rows: readonly Row[]) {
  return rows.flatMap((row) =>
    isPositive(row.bound) && isPositive(row.observedQuantile)
      ? [{ row, bound: row.bound, quantile: row.observedQuantile, other: row.observedLower }]
      : [],
  );
}

/**
 * Bound against observed quantile, one mark a row, log axes: on the line the bound is tight. A quantity known between
 * two ends has a whisker to its other end. Null where fewer than two different places would be shown.
 */
export function figureBounds(rows: readonly Row[], texts: Texts, statement: StatementText | undefined): Figure | null {
  const points = drawn(plotted(rows));
  if (new Set(points.map(({ bound, quantile }) => `${bound} ${quantile}`)).size < 2) return null;
  const relation = statement?.relation;
  const holds =
    relation === undefined || relation === "=" ? "" : `; holds ${relation === "<=" ? "above" : "below"} the line`;
  const quantity = statement?.quantity ?? null;
  const both = points.flatMap(({ bound, quantile, other }) => [bound, quantile, ...(isPositive(other) ? [other] : [])]);
  const whiskers = points.some(({ other }) => isPositive(other));
  const name = quantity ?? "what is observed";
  const axes = logPlot({
    title: `The bound against ${name}, a mark for each audited cell`,
    xLabel: name,
    yLabel: "bound",
    xs:
      points.length > 3
        ? points.flatMap(({ quantile, other }) => [quantile, ...(isPositive(other) ? [other] : [])])
        : both,
    ys: points.length > 3 ? points.map(({ bound }) => bound) : both,
    legend: markerLegend(points.map(({ row }) => row)),
  });
  const marks = points.map(({ row, bound, quantile, other }) => {
    const at = [axes.x(quantile), axes.y(bound)] as const;
    const whisker = isPositive(other)
      ? `<path class="whisker ${row.verdict}" d="M${axes.x(other).toFixed(1)} ${at[1].toFixed(1)}H${at[0].toFixed(1)}"/>`
      : "";
    return whisker + marker(row, texts, ...at, points.length <= NAMED_MARKS);
  });
  return {
    name: "bounds",
    title: "Bound against what is observed",
    svg: axes.svg(diagonal(axes) + marks.join("")),
    caption: `On the line the bound is tight${holds}.${rows.some(({ kind }) => kind === "whp") ? " Of what is random, the quantile that is bounded." : ""}${whiskers ? " A whisker leads to the lower end of what is known of a supremum." : ""} ${drawsText(points.map(({ row }) => row))}.`,
  };
}
