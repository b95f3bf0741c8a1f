import { scaleLinear } from "d3-scale";
import type { Relief } from "../src/auditor/relief.js";
import { escapeHtml } from "./escape-html.js";

const SIZE = 320;
const MARGIN = { left: 62, right: 18, top: 44, bottom: 46 };
const GAP = 84;
const LINE = 17;
const BELOW = "#2166ac";
const MIDDLE = "#f7f7f7";
const ABOVE = "#b2182b";

const STYLE = `text{font:11px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#222}
.title{font-size:15px;font-weight:600}.small{font-size:10px;fill:#555}.grid{stroke:#e4e4e4;fill:none}.frame{stroke:#888;fill:none}
.curve{fill:none;stroke:#222;stroke-width:1.8}.straight{fill:none;stroke:#c0392b;stroke-dasharray:5 4}.zero{stroke:#888;fill:none}
rect{shape-rendering:crispEdges}.contour{stroke:#222;stroke-width:1.2;fill:none}.here{fill:none;stroke:#222;stroke-width:1.5}`;

const round = (x: number) => x.toFixed(1);
const tickText = (value: number) =>
  value !== 0 && (Math.abs(value) >= 1e4 || Math.abs(value) < 1e-3)
    ? value.toExponential(1).replace("e+", "e")
    : String(Number(value.toPrecision(3)));

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function axes(x: Scale, y: Scale, xLabel: string, yLabel: string): string {
  const [[left, right], [bottom, top]] = [x.range(), y.range()];
  const ticks = [
    ...x.ticks(5).map((t) => `<text x="${round(x(t))}" y="${bottom + 15}" text-anchor="middle">${tickText(t)}</text>`),
    ...y
      .ticks(5)
      .map((t) => `<text x="${left - 6}" y="${round(y(t))}" dy=".32em" text-anchor="end">${tickText(t)}</text>`),
  ];
  return [
    ...ticks,
    `<path class="frame" d="M${left} ${top}V${bottom}H${right}"/>`,
    `<text x="${(left + right) / 2}" y="${bottom + 34}" text-anchor="middle">${escapeHtml(xLabel)}</text>`,
    `<text transform="translate(${left - 48} ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(yLabel)}</text>`,
  ].join("");
}

/** Edges of the cells between which the values of a grid lie. */
function edgesOf(values: readonly number[]): number[] {
  const inner = values.slice(1).map((value, i) => (value + values[i]) / 2);
  const [first, last] = [values[0], values[values.length - 1]];
  return [2 * first - inner[0], ...inner, 2 * last - inner[inner.length - 1]];
}

/** Where the height is 0, between neighbours of different sign: the border of the cells of one sign. */
function signBorder(
  { heights, xs }: Relief,
  xEdges: readonly number[],
  yEdges: readonly number[],
  x: Scale,
  y: Scale,
): string {
  const width = xs.length;
  const parts: string[] = [];
  for (const [i, height] of heights.entries()) {
    const [column, row] = [i % width, Math.floor(i / width)];
    if (column + 1 < width && height < 0 !== heights[i + 1] < 0)
      parts.push(`M${round(x(xEdges[column + 1]))} ${round(y(yEdges[row]))}V${round(y(yEdges[row + 1]))}`);
    if (i + width < heights.length && height < 0 !== heights[i + width] < 0)
      parts.push(`M${round(x(xEdges[column]))} ${round(y(yEdges[row + 1]))}H${round(x(xEdges[column + 1]))}`);
  }
  return `<path class="contour" d="${parts.join("")}"/>`;
}

/**
 * A relief as one SVG file that needs nothing from outside: heights as colours on the left, blue below 0 and red above, with
 * the border between them drawn in, and on the right the profile beside a straight line.
 */
export function drawRelief(picture: Relief): string {
  const { title, caption, xLabel, yLabel, zLabel, xs, ys, heights, profile } = picture;
  const bottom = MARGIN.top + SIZE;
  const [xEdges, yEdges] = [edgesOf(xs), edgesOf(ys)];
  const x = scaleLinear([xEdges[0], xEdges[xEdges.length - 1]], [MARGIN.left, MARGIN.left + SIZE]);
  const y = scaleLinear([yEdges[0], yEdges[yEdges.length - 1]], [bottom, MARGIN.top]);
  const most = Math.max(Number.MIN_VALUE, ...heights.map(Math.abs));
  const colour = scaleLinear([-most, 0, most], [BELOW, MIDDLE, ABOVE]);
  const cells = heights.map((height, i) => {
    const [column, row] = [i % xs.length, Math.floor(i / xs.length)];
    const [left, top] = [x(xEdges[column]), y(yEdges[row + 1])];
    const [w, h] = [x(xEdges[column + 1]) - left, y(yEdges[row]) - top];
    return `<rect x="${round(left)}" y="${round(top)}" width="${round(w + 0.3)}" height="${round(h + 0.3)}" fill="${colour(height)}"/>`;
  });
  const start = MARGIN.left + SIZE + GAP;
  const all = [...profile.heights, ...profile.straight];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const px = scaleLinear([profile.xs[0], profile.xs[profile.xs.length - 1]], [start, start + SIZE]);
  const py = scaleLinear(low < high ? [low, high] : [low - 1, high + 1], [bottom, MARGIN.top]).nice();
  const path = (values: readonly number[]) =>
    `M${values.map((value, i) => `${round(px(profile.xs[i]))} ${round(py(value))}`).join("L")}`;
  const [zeroLow, zeroHigh] = py.domain();
  const zero = zeroLow <= 0 && zeroHigh >= 0 ? `<path class="zero" d="M${start} ${round(py(0))}h${SIZE}"/>` : "";
  const width = start + SIZE + MARGIN.right;
  const height = bottom + MARGIN.bottom + caption.length * LINE + 8;
  const below = caption.map(
    (line, i) =>
      `<text class="small" x="16" y="${bottom + MARGIN.bottom + (i + 1) * LINE - 4}">${escapeHtml(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text class="title" x="16" y="24">${escapeHtml(title)}</text>
${cells.join("")}
${signBorder(picture, xEdges, yEdges, x, y)}
<circle class="here" cx="${round(x(0))}" cy="${round(y(0))}" r="3"/>
${axes(x, y, xLabel, yLabel)}
${zero}<path class="curve" d="${path(profile.heights)}"/><path class="straight" d="${path(profile.straight)}"/>
${axes(px, py, xLabel, zLabel)}
${below.join("")}
</svg>
`;
}
