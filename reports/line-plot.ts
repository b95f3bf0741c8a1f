import { scaleLinear, scaleLog } from "d3-scale";
import { formatNumber } from "../src/numbers/format-number.js";
import { pow } from "../src/numbers/pow.js";
import { escapeHtml } from "./escape-html.js";
import { logTicks } from "./log-ticks.js";
import { type LegendLine, legendLines, pathOf, svgOf } from "./plot.js";
import { proseSvg } from "./prose-svg.js";
import { signed } from "./signed.js";

const MARGIN = { left: 58, right: 14, top: 30, bottom: 42 };

/** A curve; a null breaks it. */
interface PlotCurve {
  /** Classes of its style: "curve s0". */
  readonly style: string;
  readonly points: readonly (readonly [x: number, y: number] | null)[];
}

/** A filled strip between two edges. */
interface PlotBand {
  readonly style: string;
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
}

/** A dot with its limits, if any, and what a reader who points at it is told. */
interface PlotDot {
  readonly style: string;
  readonly x: number;
  readonly y: number;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly note: string;
}

/** A vertical line with a name. */
interface PlotMark {
  readonly x: number;
  readonly name: string;
  readonly style: string;
}

/** What axes, of which y is straight, are to show. */
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
  readonly bands?: readonly PlotBand[];
  readonly dots?: readonly PlotDot[];
  /** Horizontal lines with a name. */
  readonly levels?: readonly { readonly y: number; readonly name: string }[];
  readonly legend?: readonly LegendLine[];
  /** A logarithmic x axis; all x are positive then. */
  readonly xLog?: boolean;
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

/** The same for a logarithmic axis. */
function logDomainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = domainOf(values.map(Math.log10));
  return [pow(10, low), pow(10, high)];
}

/** Curves, bands, dots, bars and marks over axes, as an SVG whose colours come from the style of figures. */
export function linePlot({
  title,
  heading = "",
  xLabel,
  yLabel = "",
  curves,
  bars = [],
  marks = [],
  bands = [],
  dots = [],
  levels = [],
  legend = [],
  xLog = false,
  width = 340,
  height = 250,
  xDomain,
  yDomain,
}: LinePlot): string {
  const all = curves.flatMap(({ points }) => points.filter((point) => point !== null));
  const strips = bands.flatMap(({ points }) => points);
  const xs = [...all, ...strips].map(([at]) => at);
  xs.push(...dots.map((dot) => dot.x), ...bars.flatMap(({ from, to }) => [from, to]));
  const ys = [
    ...all.map(([, value]) => value),
    ...strips.flatMap(([, lowEdge, highEdge]) => [lowEdge, highEdge]),
    ...dots.flatMap((dot) => [dot.y, dot.lower ?? dot.y, dot.upper ?? dot.y]),
    ...levels.map((level) => level.y),
    ...(bars.length > 0 ? [0, ...bars.map((bar) => bar.height)] : []),
  ];
  const [left, right, top, bottom] = [MARGIN.left, width - MARGIN.right, MARGIN.top, height - MARGIN.bottom];
  const x = (xLog ? scaleLog() : scaleLinear())
    .domain(xDomain ?? (xLog ? logDomainOf(xs) : domainOf(xs)))
    .range([left, right]);
  const y = scaleLinear()
    .domain(yDomain ?? domainOf(ys))
    .range([bottom, top]);
  // What lies beyond the frame runs a little out of it and is cut there.
  const clamped = (value: number) => Math.min(bottom + 200, Math.max(top - 200, y(value)));
  const places = Math.max(2, Math.floor((right - left) / 60));
  const xTicks = xLog
    ? logTicks(x.domain(), places)
    : x.ticks(places).map((at) => ({ at, text: signed(formatNumber(at)) }));
  const ticks = [
    ...xTicks.map(({ at, text }) => {
      const place = x(at).toFixed(1);
      return `<path class="grid" d="M${place} ${top}V${bottom}"/><text x="${place}" y="${bottom + 17}" text-anchor="middle">${escapeHtml(text)}</text>`;
    }),
    ...y.ticks(Math.max(2, Math.floor((bottom - top) / 40))).map((tick) => {
      const at = y(tick).toFixed(1);
      return `<path class="grid" d="M${left} ${at}H${right}"/><text x="${left - 7}" y="${at}" dy="0.32em" text-anchor="end">${escapeHtml(signed(formatNumber(tick)))}</text>`;
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
  const drawnBands = bands
    .filter(({ points }) => points.length > 1)
    .map(({ style, points }) => {
      const there = points.map(([at, , value]) => [x(at), clamped(value)] as const);
      const back = points.map(([at, value]) => [x(at), clamped(value)] as const).toReversed();
      return `<path class="${style}" d="${pathOf([...there, ...back])}Z"/>`;
    });
  // Many bands over each other would be mud: each is told by its edges.
  const strip = drawnBands.length > 2 ? [`<g class="bands">${drawnBands.join("")}</g>`] : drawnBands;
  const drawnDots = dots.map(({ style, x: at, y: value, lower, upper, note }) => {
    const place = x(at).toFixed(1);
    const limits =
      typeof lower === "number" && typeof upper === "number"
        ? `<path class="whisker" d="M${place} ${clamped(lower).toFixed(1)}V${clamped(upper).toFixed(1)}"/>`
        : "";
    return `<g class="${style}">${limits}<circle class="mark" cx="${place}" cy="${clamped(value).toFixed(1)}" r="3"><title>${escapeHtml(note)}</title></circle></g>`;
  });
  const drawnLevels = levels.map(({ y: value, name }) => {
    const place = y(value);
    return `<path class="reference dashed" d="M${left} ${place.toFixed(1)}H${right}"/><text class="small level" x="${right - 4}" y="${(place + (place < top + 14 ? 13 : -4)).toFixed(1)}" text-anchor="end">${escapeHtml(name)}</text>`;
  });
  const lines = legendLines(legend, width);
  // A picture in the picture cuts at its edges.
  const [across, down] = [right - left, bottom - top];
  const inside = (content: string) =>
    `<svg x="${left}" y="${top}" width="${across}" height="${down}" viewBox="${left} ${top} ${across} ${down}">${content}</svg>`;
  return svgOf(
    width,
    height + (legend.length > 0 ? lines.height + 10 : 0),
    title,
    `${heading === "" ? "" : `<text class="axis" x="${left}" y="18">${escapeHtml(heading)}</text>`}${ticks.join("")}${zero}${inside([...drawnBars, ...strip, ...drawnCurves, ...drawnDots].join(""))}${drawnLevels.join("")}${drawnMarks.join("")}<path class="frame" d="M${left} ${top}V${bottom}H${right}"/><text class="axis" x="${(left + right) / 2}" y="${height - 6}" text-anchor="middle">${proseSvg(xLabel)}</text>${yLabel === "" ? "" : `<text class="axis" transform="translate(13 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${proseSvg(yLabel)}</text>`}${legend.length > 0 ? `<g transform="translate(0 ${height + 4})">${lines.content}</g>` : ""}`,
  );
}
