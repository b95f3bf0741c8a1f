import { scaleLinear, scaleLog } from "d3-scale";
import type { Panel, PanelCurve, PanelPoint, Panels } from "../src/auditor/panels.js";
import { powerOfTen } from "../src/numbers/power-of-ten.js";
import { escapeHtml } from "./escape-html.js";

const COLUMNS = 3;
const [WIDTH, HEIGHT] = [300, 220];
const MARGIN = { left: 58, right: 16, top: 30, bottom: 44 };
const HEAD = 34;
const LEGEND = 30;
const LINE = 17;
/** From dark to light, apart for eyes that see few colours too (viridis without its lightest end). */
const COLOURS = ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#b8c920"];
const MOST_TICKS = 6;

const STYLE = `text{font:11px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#222}
.title{font-size:15px;font-weight:600}.panel{font-size:12px;font-weight:600}.small{font-size:10px;fill:#555}
.grid{stroke:#e4e4e4;fill:none}.frame{stroke:#888;fill:none}.curve{fill:none;stroke-width:1.8}
.band{stroke:none;fill-opacity:.13}.whisker{stroke-width:1.1;stroke-opacity:.75}.reference{stroke:#c0392b;stroke-dasharray:5 4;fill:none}
.limit{font-size:10px;fill:#c0392b}`;

const round = (x: number) => x.toFixed(1);

/** 0.05, 400, 1e6: short enough for a tick. */
function tickText(value: number): string {
  const large = Math.abs(value) >= 1e4 || (value !== 0 && Math.abs(value) < 1e-3);
  return large ? value.toExponential(0).replace("e+", "e") : String(Number(value.toPrecision(3)));
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

const isNumber = (x: number | null | undefined): x is number => typeof x === "number" && Number.isFinite(x);

/** Axes that all panels share. */
function scalesOf({ panels, yDomain }: Panels): Scales {
  const points = panels.flatMap(({ curves }) => curves.flatMap((curve) => curve.points));
  const xs = points.map(({ x }) => x);
  const ys = [
    ...points.flatMap(({ y, low, high }) => [y, low, high]),
    ...panels.flatMap(({ references }) => references.map(({ y }) => y)),
  ].filter(isNumber);
  const [least, largest] = xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [1, 10];
  const bottom = yDomain[0] ?? (ys.length > 0 ? Math.min(...ys) : 0);
  const top = yDomain[1] ?? (ys.length > 0 ? Math.max(...ys) : 1);
  const room = yDomain[1] === null ? 0.05 * (top - bottom) : 0;
  const x = scaleLog()
    .domain([least / 1.3, Math.max(largest, 2 * least) * 1.3])
    .range([MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear()
    .domain([bottom, top + room > bottom ? top + room : bottom + 1])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
    .clamp(true);
  const powers = Math.log10(x.domain()[1]) - Math.log10(x.domain()[0]);
  const step = Math.max(1, Math.ceil(powers / MOST_TICKS));
  const first = Math.ceil(Math.log10(x.domain()[0]));
  const tens = Array.from({ length: Math.floor(powers / step) + 1 }, (_, i) => powerOfTen(first + i * step));
  const xTicks = powers < 1.2 ? x.ticks(4) : tens.filter((tick) => tick <= x.domain()[1]);
  return { x, y, xTicks, yTicks: y.ticks(5) };
}

/** Runs of points of which each has both edges of its band. */
function bandPath(points: readonly PanelPoint[], { x, y }: Scales): string {
  const known = points.filter(({ low, high }) => isNumber(low) && isNumber(high));
  if (known.length < 2) return "";
  const upper = known.map((point) => `${round(x(point.x))} ${round(y(point.high ?? 0))}`);
  const lower = known.toReversed().map((point) => `${round(x(point.x))} ${round(y(point.low ?? 0))}`);
  return `M${[...upper, ...lower].join("L")}Z`;
}

function drawCurve({ label, points }: PanelCurve, colour: string, scales: Scales): string {
  const { x, y } = scales;
  const sorted = points.toSorted((p, q) => p.x - q.x);
  const band = bandPath(sorted, scales);
  const path = sorted.map((point, i) => {
    if (!isNumber(point.y)) return "";
    const line = i > 0 && isNumber(sorted[i - 1].y);
    return `${line ? "L" : "M"}${round(x(point.x))} ${round(y(point.y))}`;
  });
  const marks = sorted.map((point) => {
    if (!isNumber(point.y)) return "";
    const at = round(x(point.x));
    const whisker =
      isNumber(point.lower) && isNumber(point.upper)
        ? `<path class="whisker" stroke="${colour}" d="M${at} ${round(y(point.lower))}V${round(y(point.upper))}"/>`
        : "";
    const title = `<title>${escapeHtml(`${label}: ${point.note}`)}</title>`;
    return `${whisker}<circle cx="${at}" cy="${round(y(point.y))}" r="2.4" fill="${colour}">${title}</circle>`;
  });
  return [
    band && `<path class="band" fill="${colour}" d="${band}"/>`,
    sorted.length > 1 ? `<path class="curve" stroke="${colour}" d="${path.join("")}"/>` : "",
    ...marks,
  ].join("");
}

function drawPanel(
  { title, curves, references }: Panel,
  { xLabel, yLabel }: Panels,
  scales: Scales,
  colourOf: (label: string) => string,
): string {
  const { x, y, xTicks, yTicks } = scales;
  const [bottom, right] = [HEIGHT - MARGIN.bottom, WIDTH - MARGIN.right];
  const ticks = [
    ...xTicks.map((tick) => {
      const at = round(x(tick));
      return `<path class="grid" d="M${at} ${MARGIN.top}V${bottom}"/><text x="${at}" y="${bottom + 15}" text-anchor="middle">${tickText(tick)}</text>`;
    }),
    ...yTicks.map((tick) => {
      const at = round(y(tick));
      return `<path class="grid" d="M${MARGIN.left} ${at}H${right}"/><text x="${MARGIN.left - 6}" y="${at}" dy=".32em" text-anchor="end">${tickText(tick)}</text>`;
    }),
  ];
  const lines = references.map(
    ({ y: value, label }) =>
      `<path class="reference" d="M${MARGIN.left} ${round(y(value))}H${right}"/><text class="limit" x="${right - 3}" y="${round(y(value) + (y(value) < MARGIN.top + 14 ? 12 : -4))}" text-anchor="end">${escapeHtml(label)}</text>`,
  );
  return [
    ...ticks,
    `<path class="frame" d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${right}"/>`,
    `<text class="panel" x="${(MARGIN.left + right) / 2}" y="${MARGIN.top - 10}" text-anchor="middle">${escapeHtml(title)}</text>`,
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escapeHtml(xLabel)}</text>`,
    `<text transform="translate(14 ${(MARGIN.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(yLabel)}</text>`,
    ...curves.map((curve) => drawCurve(curve, colourOf(curve.label), scales)),
    ...lines,
  ].join("");
}

/**
 * Panels side by side as one SVG file that needs nothing from outside: its style is inside, and a reader who points at a
 * mark is told its numbers. All panels share their axes, and a label its colour.
 */
export function drawPanels(picture: Panels): string {
  const { title, caption, legend, panels } = picture;
  const labels = [...new Set(panels.flatMap(({ curves }) => curves.map(({ label }) => label)))];
  const colourOf = (label: string) => {
    const share = labels.length > 1 ? labels.indexOf(label) / (labels.length - 1) : 0;
    return COLOURS[Math.round(share * (COLOURS.length - 1))];
  };
  const scales = scalesOf(picture);
  const columns = Math.max(1, Math.min(COLUMNS, panels.length));
  const rows = Math.ceil(panels.length / columns);
  const width = Math.max(columns * WIDTH, 480);
  const above = HEAD + LEGEND;
  const height = above + rows * HEIGHT + caption.length * LINE + 10;
  const longest = Math.max(1, ...labels.map(({ length }) => length));
  const step = Math.min(26 + 7 * longest, (width - 80) / Math.max(1, labels.length));
  const keys = labels.map((label, i) => {
    const at = 16 + 8 * legend.length + 18 + i * step;
    return `<path class="curve" stroke="${colourOf(label)}" d="M${round(at)} ${HEAD + 8}h14"/><text x="${round(at + 18)}" y="${HEAD + 12}">${escapeHtml(label)}</text>`;
  });
  const drawn = panels.map((panel, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return `<g transform="translate(${column * WIDTH} ${above + row * HEIGHT})">${drawPanel(panel, picture, scales, colourOf)}</g>`;
  });
  const below = caption.map(
    (line, i) =>
      `<text class="small" x="16" y="${above + rows * HEIGHT + (i + 1) * LINE - 2}">${escapeHtml(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text class="title" x="16" y="22">${escapeHtml(title)}</text>
<text x="16" y="${HEAD + 12}">${escapeHtml(legend)}</text>
${keys.join("")}
${drawn.join("\n")}
${below.join("")}
</svg>
`;
}
