import type { Row } from "../src/auditor/row-fields.js";
import { calibrationBand } from "../src/chance/calibration-band.js";
import { diagonal, logAxes } from "./axes.js";
import { escapeHtml } from "./escape-html.js";
import { cellText } from "./format.js";
import type { Texts } from "./texts.js";

/**
 * Every γ at once: the share of draws with γ* < γ against γ, with limits that hold at all γ together at the row's
 * alpha. The statement for all γ says that the curve lies under the line. Null where nothing broke the bound at any γ.
 */
export function figureCalibration(row: Row, texts: Texts): string | null {
  if (!row.calibration || row.draws === null || row.alpha === null) return null;
  const band = calibrationBand(row.calibration, row.draws, row.alpha).filter(({ rate }) => rate > 0);
  if (band.length < 2) return null;
  const gammas = band.map(({ gamma }) => gamma);
  const axes = logAxes({
    title: `Share of draws with γ* below γ, at ${cellText(row, texts)}`,
    xLabel: "γ",
    yLabel: "share of draws with γ* < γ",
    xs: gammas,
    ys: [...band.flatMap(({ rate, upper }) => [rate, upper]), ...gammas],
  });
  const point = (gamma: number, value: number) =>
    `${axes.x(gamma).toFixed(1)} ${axes.y(Math.max(value, axes.yDomain[0])).toFixed(1)}`;
  const there = band.map(({ gamma, upper }) => point(gamma, upper));
  const back = band.map(({ gamma, lower }) => point(gamma, lower)).toReversed();
  const curve = band.map(({ gamma, rate }) => point(gamma, rate));
  return axes.svg(
    `<path class="band" d="M${[...there, ...back].join("L")}Z"/><path class="curve" d="M${curve.join("L")}"><title>${escapeHtml(cellText(row, texts))}</title></path>${diagonal(axes)}`,
  );
}
