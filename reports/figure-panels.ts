import type { Panel, Panels } from "../src/auditor/panels.js";
import type { Figure } from "./figure.js";
import { linePlot } from "./line-plot.js";

/** Styles of series that there are. */
const SERIES = 8;
/** A curve of more points than this is drawn without dots. */
const MOST_DOTS = 40;

const isNumber = (x: number | null | undefined): x is number => typeof x === "number" && Number.isFinite(x);

/** Curves beyond the eighth have the colours again, dashed. */
const styleOf = (index: number) => ({
  series: `s${index % SERIES}`,
  curve: `curve s${index % SERIES}${index % (2 * SERIES) >= SERIES ? " dashed" : ""}`,
});

function panelSvg(
  panel: Panel,
  picture: Panels,
  labels: readonly string[],
  yDomain: readonly [number, number],
): string {
  const curves = panel.curves.map(({ label, points }) => ({
    label,
    style: styleOf(labels.indexOf(label)),
    points: points.toSorted((a, b) => a.x - b.x),
  }));
  return linePlot({
    title: `${picture.title}: ${panel.title}`,
    heading: panel.title,
    xLabel: picture.xLabel,
    yLabel: picture.yLabel,
    xLog: picture.xScale !== "straight",
    yDomain,
    width: 420,
    height: 300,
    curves: curves.map(({ style, points }) => ({
      style: style.curve,
      points: points.map(({ x, y }) => (isNumber(y) ? ([x, y] as const) : null)),
    })),
    bands: curves.map(({ style, points }) => ({
      style: `band ${style.series}`,
      points: points.flatMap(({ x, low, high }) => (isNumber(low) && isNumber(high) ? [[x, low, high] as const] : [])),
    })),
    dots: curves.flatMap(({ label, style, points }) =>
      points.length > MOST_DOTS
        ? []
        : points.flatMap(({ x, y, lower = null, upper = null, note }) =>
            isNumber(y) ? [{ style: style.series, x, y, lower, upper, note: `${label}: ${note}` }] : [],
          ),
    ),
    levels: panel.references.map(({ y, label }) => ({ y, name: label })),
    legend:
      labels.length < 2
        ? []
        : curves.map(({ label, style }) => ({
            swatch: `<path class="${style.curve}" d="M1 6H25"/>`,
            text: `${picture.legend} ${label}`,
          })),
  });
}

/** The ends of the y axis that panels share, with some room. */
function sharedDomain({ panels, yDomain: [low, high] }: Panels): readonly [number, number] {
  const values = panels
    .flatMap(({ curves, references }) => [
      ...curves.flatMap(({ points }) => points.flatMap((point) => [point.y, point.low, point.high])),
      ...references.map(({ y }) => y),
    ])
    .filter(isNumber);
  const [least, largest] = [low ?? Math.min(...values), high ?? Math.max(...values)];
  if (!(least < largest)) return Number.isFinite(least) ? [least - 1, least + 1] : [0, 1];
  const room = 0.06 * (largest - least);
  return [low ?? least - room, high ?? largest + room];
}

/** Panels that a paper hands over, as figures of the page: one each, with one y axis and the same colours. */
export function figurePanels(picture: Panels, name: string): Figure[] {
  const labels = [...new Set(picture.panels.flatMap(({ curves }) => curves.map(({ label }) => label)))];
  const yDomain = sharedDomain(picture);
  return picture.panels
    .filter(({ curves }) => curves.some(({ points }) => points.length > 0))
    .map((panel, i) => ({
      name: `${name}-${i + 1}`,
      title: `${picture.title}: ${panel.title}`,
      headed: true,
      svg: panelSvg(panel, picture, labels, yDomain),
      caption: "",
    }));
}
