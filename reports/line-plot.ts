import { scaleLinear } from "d3-scale";
import { formatNumber } from "../src/numbers/format-number.js";
import { escapeHtml } from "./escape-html.js";
import { pathOf, svgOf } from "./plot.js";

const MARGIN = { left: 58, right: 14, top: 30, bottom: 42 };

/** A curve; a null breaks it. */
export interface PlotCurve {
  /** Classes of its style: "curve s0". */
  readonly style: string;
  readonly points: readonly (readonly [x: number, y: number] | null)[];
}

/** A vertical line with a name. */
interface PlotMark {
  readonly x: number;
  readonly name: string;
  readonly style: string;
}

/** What straight axes are to show. */
export interface LinePlot {
  /** What the picture shows, in a sentence: for those who do not see it. */
  readonly title: string;
  /** Over the picture; nothing if left out. */
  readonly heading?: string;
  readonly xLabel: string;
  readonly yLabel?: string;
  readonly curves: readonly PlotCurve[];
  readonly bars?: readonly { readonly from: number; readonly to: number; readonly height: number }[];
  readonly marks?: readonly PlotMark[];
  readonly width?: number;
  readonly height?: number;
  /** From the values if left out. */
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
}

/** From the least to the largest with some room; a constant has room around it. */
function domainOf(values: readonly number[]): readonly [number, number] {
  let [least, largest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  if (!(least <= largest)) return [0, 1];
  const room = 0.06 * (largest - least);
  if (room > 0) return [least - room, largest + room];
  return least === 0 ? [-1, 1] : [least - Math.abs(least) / 2, least + Math.abs(least) / 2];
}

/** A polyline in pieces: what lies far beyond the frame, and every null, breaks it. */
function curvePath(points: PlotCurve["points"], place: (x: number, y: number) => readonly [number, number]): string {
  const pieces: (readonly [number, number])[][] = [[]];
  for (const point of points) {
    if (point === null || !Number.isFinite(point[1])) pieces.push([]);
    else pieces[pieces.length - 1].push(place(...point));
  }
  return pieces
    .filter((piece) => piece.length > 1)
    .map(pathOf)
    .join("");
}

/** Curves, bars and marks over straight axes, as an SVG whose colours come from the style of figures. */
export function linePlot({
  title,
  heading = "",
  xLabel,
  yLabel = "",
  curves,
  bars = [],
  marks = [],
  width = 340,
  height = 250,
  xDomain,
  yDomain,
}: LinePlot): string {
  const all = curves.flatMap(({ points }) => points.filter((point) => point !== null));
  const [left, right, top, bottom] = [MARGIN.left, width - MARGIN.right, MARGIN.top, height - MARGIN.bottom];
  const x = scaleLinear()
    .domain(xDomain ?? domainOf([...all.map(([at]) => at), ...bars.flatMap(({ from, to }) => [from, to])]))
    .range([left, right]);
  const y = scaleLinear()
    .domain(
      yDomain ??
        domainOf([...all.map(([, value]) => value), ...(bars.length > 0 ? [0] : []), ...bars.map((bar) => bar.height)]),
    )
    .range([bottom, top]);
  // What lies beyond the frame runs a little out of it and is cut there.
  const clamped = (value: number) => Math.min(bottom + 200, Math.max(top - 200, y(value)));
  const ticks = [
    ...x.ticks(Math.max(2, Math.floor((right - left) / 60))).map((tick) => {
      const at = x(tick).toFixed(1);
      return `<path class="grid" d="M${at} ${top}V${bottom}"/><text x="${at}" y="${bottom + 17}" text-anchor="middle">${escapeHtml(formatNumber(tick))}</text>`;
    }),
    ...y.ticks(Math.max(2, Math.floor((bottom - top) / 40))).map((tick) => {
      const at = y(tick).toFixed(1);
      return `<path class="grid" d="M${left} ${at}H${right}"/><text x="${left - 7}" y="${at}" dy="0.32em" text-anchor="end">${escapeHtml(formatNumber(tick))}</text>`;
    }),
  ];
  const [low, high] = y.domain();
  const zero = low < 0 && high > 0 ? `<path class="reference" d="M${left} ${y(0).toFixed(1)}H${right}"/>` : "";
  const drawnBars = bars.map(({ from, to, height: value }) => {
    const [start, end, head] = [x(from), x(to), clamped(value)];
    return `<rect class="bar s0" x="${start.toFixed(1)}" y="${head.toFixed(1)}" width="${Math.max(0.5, end - start - 1).toFixed(1)}" height="${Math.max(0, y(0) - head).toFixed(1)}"/>`;
  });
  const drawnCurves = curves.map(
    ({ style, points }) => `<path class="${style}" d="${curvePath(points, (at, value) => [x(at), clamped(value)])}"/>`,
  );
  const drawnMarks = marks
    .filter((mark) => x(mark.x) >= left && x(mark.x) <= right)
    .map(({ x: at, name, style }, i) => {
      const place = x(at);
      const before = place > (left + right) / 2;
      return `<path class="${style}" d="M${place.toFixed(1)} ${top}V${bottom}"/><text class="small" x="${(place + (before ? -4 : 4)).toFixed(1)}" y="${top + 12 + 14 * i}" text-anchor="${before ? "end" : "start"}">${escapeHtml(name)}</text>`;
    });
  // A picture in the picture cuts at its edges.
  const [across, down] = [right - left, bottom - top];
  const inside = (content: string) =>
    `<svg x="${left}" y="${top}" width="${across}" height="${down}" viewBox="${left} ${top} ${across} ${down}">${content}</svg>`;
  return svgOf(
    width,
    height,
    title,
    `${heading === "" ? "" : `<text class="axis" x="${left}" y="18">${escapeHtml(heading)}</text>`}${ticks.join("")}${zero}${inside(drawnBars.join("") + drawnCurves.join(""))}${drawnMarks.join("")}<path class="frame" d="M${left} ${top}V${bottom}H${right}"/><text class="axis" x="${(left + right) / 2}" y="${height - 6}" text-anchor="middle">${escapeHtml(xLabel)}</text>${yLabel === "" ? "" : `<text class="axis" transform="translate(13 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(yLabel)}</text>`}`,
  );
}
