import type { Row } from "../src/auditor/row-fields.js";
import { diagonal, logAxes } from "./axes.js";
import { marker } from "./marker.js";
import type { Texts } from "./texts.js";

/** A rate of 0 has no place on a logarithmic axis; it is shown at its upper limit, with a whisker to the floor. */
const shown = (rate: number, upper: number) => (rate > 0 ? rate : upper);

/**
 * How often the statement fails against the probability that it allows, with the limits of the row, log axes: supported below the
 * line. Null where no row has both.
 */
export function figureFailures(rows: readonly Row[], texts: Texts): string | null {
  const points = rows.flatMap((row) => {
    const { allowed, failureRate, failureLower, failureUpper } = row;
    return allowed !== null &&
      allowed > 0 &&
      allowed < 1 &&
      failureRate !== null &&
      failureUpper !== null &&
      failureUpper > 0
      ? [{ row, allowed, rate: failureRate, lower: failureLower ?? 0, upper: failureUpper }]
      : [];
  });
  if (points.length === 0) return null;
  const rates = points.flatMap(({ rate, lower, upper }) => [shown(rate, upper), upper, ...(lower > 0 ? [lower] : [])]);
  const probabilities = points.map(({ allowed }) => allowed);
  const axes = logAxes({
    title: "Failure rate against what is allowed",
    xLabel: "failure probability allowed",
    yLabel: "failure rate, with limits",
    xs: probabilities,
    ys: [...rates, ...probabilities],
  });
  const marks = points.map(({ row, allowed, rate, lower, upper }) => {
    const at = axes.x(allowed);
    const floor = lower > 0 ? lower : axes.yDomain[0];
    return `<path class="whisker ${row.verdict}" d="M${at.toFixed(1)} ${axes.y(floor).toFixed(1)}V${axes.y(upper).toFixed(1)}"/>${marker(row, texts, at, axes.y(shown(rate, upper)))}`;
  });
  return axes.svg(diagonal(axes) + marks.join(""));
}
