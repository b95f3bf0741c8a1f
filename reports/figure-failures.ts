import type { Row } from "lemmacheck";
import { diagonal, logAxes } from "./axes.js";
import { marker } from "./marker.js";

/** A rate of 0 has no place on a logarithmic axis; it is shown at its upper limit, with a whisker to the floor. */
const shown = (rate: number, upper: number) => (rate > 0 ? rate : upper);

/**
 * How often the statement fails against the γ it allows, with the limits of the row, log axes: supported below the
 * line. Null where no row has both.
 */
export function figureFailures(rows: readonly Row[]): string | null {
  const points = rows.flatMap((row) => {
    const { gamma, failureRate, failureLower, failureUpper } = row;
    return gamma !== null && failureRate !== null && failureUpper !== null && failureUpper > 0
      ? [{ row, gamma, rate: failureRate, lower: failureLower ?? 0, upper: failureUpper }]
      : [];
  });
  if (points.length === 0) return null;
  const rates = points.flatMap(({ rate, lower, upper }) => [shown(rate, upper), upper, ...(lower > 0 ? [lower] : [])]);
  const gammas = points.map(({ gamma }) => gamma);
  const axes = logAxes({
    title: "Failure rate against γ",
    xLabel: "γ",
    yLabel: "failure rate, with limits",
    xs: gammas,
    ys: [...rates, ...gammas],
  });
  const marks = points.map(({ row, gamma, rate, lower, upper }) => {
    const at = axes.x(gamma);
    const floor = lower > 0 ? lower : axes.yDomain[0];
    return `<path class="whisker ${row.verdict}" d="M${at.toFixed(1)} ${axes.y(floor).toFixed(1)}V${axes.y(upper).toFixed(1)}"/>${marker(row, at, axes.y(shown(rate, upper)))}`;
  });
  return axes.svg(diagonal(axes) + marks.join(""));
}
