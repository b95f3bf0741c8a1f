import type { Row } from "../src/auditor/row-fields.js";
import { CALIBRATION_GAMMAS, calibrationBand } from "../src/chance/calibration-band.js";
import type { Figure } from "./figure.js";
import { tightest } from "./findings.js";
import { cellText } from "./format.js";
import { logPlot, pathOf } from "./plot.js";
import type { Texts } from "./texts.js";

/** Whether something broke the bound of a row at two γ's at least, so that there is a curve. Limits cost more than to count. */
const hasCurve = ({ calibration, draws, alpha }: Row) =>
  calibration !== null &&
  draws !== null &&
  alpha !== null &&
  CALIBRATION_GAMMAS.filter((_, i) => (calibration[i] ?? 0) > 0).length >= 2;

/** The band of a row over γ: P(γ* < γ)/γ, where something broke the bound. */
function bandOf(row: Row) {
  if (!row.calibration || row.draws === null || row.alpha === null) return [];
  return calibrationBand(row.calibration, row.draws, row.alpha)
    .filter(({ rate }) => rate > 0)
    .map(({ gamma, rate, lower, upper }) => ({
      gamma,
      ratio: rate / gamma,
      lower: Math.max(lower, rate / 1e4) / gamma,
      upper: upper / gamma,
    }));
}

/** The row of a form that shows a whole statement best: refuted before tightest, at a cell where the other form has one too, if any. */
function best(rows: readonly Row[], form: Row["form"]): Row | undefined {
  const own = rows.filter((row) => row.form === form && hasCurve(row));
  return own.find(({ verdict }) => verdict === "refuted") ?? tightest(own) ?? own.at(0);
}

/**
 * Every γ at once, by form: how many times γ the share of draws with γ* < γ is, with limits that hold at all γ together
 * at the row's alpha. The statement for all γ says that the curve lies at 1 or below.
 */
export function figureCalibration(rows: readonly Row[], texts: Texts): Figure | null {
  const printed = best(rows, "printed");
  const sameCell = printed && rows.filter((row) => JSON.stringify(row.cell) === JSON.stringify(printed.cell));
  const repaired = best(sameCell ?? [], "repaired") ?? best(rows, "repaired");
  const curves = [printed, repaired].flatMap((row) => (row ? [{ row, band: bandOf(row) }] : []));
  if (curves.length === 0) return null;
  const all = curves.flatMap(({ band }) => band);
  const axes = logPlot({
    title: "Every γ from one set of draws: how often the bound fails, in units of γ",
    xLabel: "γ",
    yLabel: "share of draws that break the bound at γ, over γ",
    xs: all.map(({ gamma }) => gamma),
    ys: [1, ...all.flatMap(({ ratio, upper, lower }) => [ratio, upper, lower])],
    legend: curves.map(({ row }, i) => ({
      swatch: `<path class="curve s${i}" d="M1 6H25"/>`,
      text: `${row.form === "printed" ? "as printed" : "repaired"}, ${cellText(row, texts)}: ${row.draws} draws`,
    })),
  });
  const drawnCurves = curves.map(({ band }, i) => {
    const at = (gamma: number, value: number) => [axes.x(gamma), axes.y(value)] as const;
    const there = band.map(({ gamma, upper }) => at(gamma, upper));
    const back = band.map(({ gamma, lower }) => at(gamma, lower)).toReversed();
    return `<path class="band s${i}" d="${pathOf([...there, ...back])}Z"/><path class="curve s${i}" d="${pathOf(band.map(({ gamma, ratio }) => at(gamma, ratio)))}"/>`;
  });
  const line = axes.y(1).toFixed(1);
  return {
    name: "calibration",
    title: "Every γ at once",
    svg: axes.svg(`${drawnCurves.join("")}<path class="reference" d="M${axes.left} ${line}H${axes.right}"/>`),
    caption: `The statement for every γ says: at the line or below. The band holds at all γ at once, at alpha = ${curves[0].row.alpha ?? "—"}.`,
  };
}
