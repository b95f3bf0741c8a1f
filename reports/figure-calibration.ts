import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { drawsText } from "./draws-text.js";
import { failuresOverGamma, type OverGamma } from "./failures-over-gamma.js";
import type { Figure } from "./figure.js";
import { figureNumber, valueText } from "./format.js";
import { logPlot, type Plot, pathOf } from "./plot.js";
import { powerText } from "./power-text.js";
import { paperOf, type Texts } from "./texts.js";

/** Ratios beyond these stand at the ends of the axis. */
const [LEAST, MOST] = [1e-6, 1e6];
const shown = (ratio: number) => Math.min(MOST, Math.max(ratio, LEAST));

/** The cell of a curve without γ. */
function placeText({ rows: [row], place }: OverGamma, texts: Texts): string {
  const paper = paperOf(row, texts);
  const names = Object.keys(JSON.parse(place));
  return names.map((name) => valueText(name, row.cell[name], paper, figureNumber)).join(" ");
}

function drawn({ points, together }: OverGamma, i: number, axes: Plot): string {
  const at = (gamma: number, value: number) => [axes.x(gamma), axes.y(shown(value))] as const;
  const known = points.flatMap(({ gamma, ratio }) => (ratio === null ? [] : [{ gamma, ratio }]));
  const line = known.map(({ gamma, ratio }) => at(gamma, ratio));
  const curve = `<path class="curve s${i}" d="${pathOf(line)}"/>`;
  if (together) {
    const there = points.map(({ gamma, upper }) => at(gamma, upper));
    const back = points.map(({ gamma, lower, ratio }) => at(gamma, Math.max(lower, (ratio ?? 0) / 1e4))).toReversed();
    return `<path class="band s${i}" d="${pathOf([...there, ...back])}Z"/>${curve}`;
  }
  const whiskers = points.map(
    ({ gamma, lower, upper }) => `<path class="whisker s${i}" d="${pathOf([at(gamma, lower), at(gamma, upper)])}"/>`,
  );
  const marks = known.map(({ ratio }, k) => {
    const [x, y] = line[k];
    if (ratio === shown(ratio)) return `<circle class="mark" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5"/>`;
    // Beyond the axis: an arrowhead that points there.
    const tip = ratio > 1 ? 6 : -6;
    return `<path class="mark" d="M${(x - 5).toFixed(1)} ${(y + tip).toFixed(1)}h10l-5 ${-1.6 * tip}Z"/>`;
  });
  return `${curve}${whiskers.join("")}<g class="s${i}">${marks.join("")}</g>`;
}

/**
 * How many times γ the bound fails, over γ and by form, with limits. The statement for all γ says that the curve lies at 1 or
 * below. Null where failures are known at fewer than two γ's of a cell.
 */
export function figureCalibration(rows: readonly Row[], texts: Texts): Figure | null {
  const curves = failuresOverGamma(rows);
  if (curves.length === 0) return null;
  const all = curves.flatMap(({ points }) => points);
  const together = curves.filter((curve) => curve.together);
  const axes = logPlot({
    title: "How often the bound fails at each γ, in units of γ",
    xLabel: "γ",
    yLabel: "how often the bound fails at γ, over γ",
    xs: all.map(({ gamma }) => gamma),
    ys: [
      1,
      ...all.flatMap(({ ratio, upper, lower }) => [ratio ?? lower, upper, Math.max(lower, upper / 1e4)].map(shown)),
    ],
    legend: [
      ...curves.map((curve, i) => ({
        swatch: `<path class="curve s${i}" d="M1 6H25"/>`,
        text: `${curve.form === "printed" ? "as printed" : "repaired"}, ${placeText(curve, texts)}${curve.together ? `: ${curve.rows[0].draws} draws` : ""}`,
      })),
      { swatch: '<path class="reference" d="M1 6H25"/>', text: "what is allowed" },
    ],
  });
  const line = axes.y(1).toFixed(1);
  const apart = curves.length > together.length;
  const beyond = all.some(({ ratio, lower }) => (ratio ?? lower) < LEAST || (ratio ?? lower) > MOST);
  const ends = beyond ? ` What is below ${powerText(-6)} or above ${powerText(6)} is an arrowhead at the end.` : "";
  const band =
    together.length > 0
      ? ` The band holds at all γ at once, at alpha = ${formatNumber(together[0].rows[0].alpha)}.`
      : "";
  return {
    name: "calibration",
    title: apart ? "How often it fails over γ" : "Every γ at once",
    svg: axes.svg(
      `${curves.map((curve, i) => drawn(curve, i, axes)).join("")}<path class="reference" d="M${axes.left} ${line}H${axes.right}"/>`,
    ),
    caption: `The statement for every γ says: at the line or below.${band}${apart ? ` A mark is a cell, with limits of its own; they differ in γ alone. ${drawsText(curves.filter((own) => !own.together).flatMap((own) => own.rows))}.` : ""}${ends}`,
  };
}
