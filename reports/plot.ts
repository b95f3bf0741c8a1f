import { scaleLinear, scaleLog } from "d3-scale";
import { formatNumber } from "../src/numbers/format-number.js";
import { escapeHtml } from "./escape-html.js";

const MARGIN = { left: 70, right: 18, top: 14, bottom: 50 };
/** The line above the axes on which the vertical one is named, so that formulas are read without turning the head. */
const NAME = 24;
const LINE = 19;
/** How many characters a line of the legend holds, by the width of the picture. */
const CHARACTER = 6.6;

/** A line of the legend: what stands before the text, drawn in a box of 26 × 12, and the text. */
export interface LegendLine {
  readonly swatch: string;
  readonly text: string;
}

/** What the axes are to show, and what they are. */
export interface PlotOptions {
  /** What the picture shows, in a sentence: for those who do not see it. */
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Values that must have a place; positive ones on a logarithmic axis. */
  readonly xs: Iterable<number>;
  readonly ys: Iterable<number>;
  readonly width?: number;
  readonly height?: number;
  /** Where the vertical axis stands, if not beside the names of its ticks alone. */
  readonly left?: number;
  readonly legend?: readonly LegendLine[];
  /** Ends of an axis in place of those that values ask for. */
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number, number];
  readonly yTicks?: boolean;
}

/** A pair of logarithmic axes. */
export interface Plot {
  /** Where a value stands; values beyond the axis stand at its end. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The whole picture around what is drawn between the axes. */
  readonly svg: (content: string) => string;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10⁻³: a power of ten as mathematics writes it; small ones as they are. */
export function powerText(exponent: number): string {
  if (exponent >= -2 && exponent <= 3) return String(Number((10 ** exponent).toPrecision(1)));
  return `10${exponent < 0 ? "⁻" : ""}${Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]).join("")}`;
}

/** From the least to the largest of the values with some room, at least a factor of 2 in all. */
function domainOf(values: Iterable<number>): readonly [number, number] {
  let [least, largest] = [Infinity, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  if (!(largest > 0)) return [0.1, 10];
  const room = Math.max(1.15, Math.sqrt(Math.max(1, (2 * least) / largest)));
  return [Math.max(Number.MIN_VALUE, least / room), Math.min(Number.MAX_VALUE, largest * room)];
}

/** Powers of ten if the axis spans enough of them, with their texts; else round numbers. */
function ticksOf(
  scale: ReturnType<typeof scaleLog<number, number>>,
  most: number,
): { readonly at: number; readonly text: string }[] {
  const [low, high] = scale.domain();
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const powers = Math.floor(Math.log10(high) + 1e-9) - first + 1;
  if (powers >= 2) {
    const step = Math.ceil(powers / most);
    return Array.from({ length: Math.ceil(powers / step) }, (_, i) => first + i * step).map((exponent) => ({
      at: 10 ** exponent,
      text: powerText(exponent),
    }));
  }
  const linear = scaleLinear().domain([low, high]).ticks(4);
  return linear.filter((tick) => tick > 0).map((tick) => ({ at: tick, text: formatNumber(tick) }));
}

/** A text in lines of at most so many characters. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  // A word ends at a space or after a hyphen, and is broken only where it is far too long.
  const longest = Math.ceil(most * 1.35);
  for (const [word] of text.matchAll(/[^\s-]*-|[^\s-]+|\s+/g)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= most) lines[lines.length - 1] = last + word;
    else if (word.trim() !== "") lines.push(...(word.match(new RegExp(`.{1,${longest}}`, "gu")) ?? []));
  }
  return lines.length === 0 ? [""] : lines.map((line) => line.trim());
}

/** The lines of a legend below a picture, and how high they are. */
export function legendLines(
  legend: readonly LegendLine[],
  width: number,
): { readonly height: number; readonly content: string } {
  const most = Math.floor((width - 60) / CHARACTER);
  let row = 0;
  const content = legend.map(({ swatch, text }) => {
    const lines = wrapped(text, most);
    const top = row * LINE;
    row += lines.length;
    const texts = lines.map((line, i) => `<text x="36" y="${top + i * LINE + 13}">${escapeHtml(line)}</text>`);
    return `<g transform="translate(4 ${top + 2})">${swatch}</g>${texts.join("")}`;
  });
  return { height: row * LINE, content: content.join("") };
}

/** The picture around some content: its title and description for those who do not see it. */
export function svgOf(width: number, height: number, title: string, content: string): string {
  return `<svg class="figure" viewBox="0 0 ${width} ${Math.ceil(height)}" style="max-width:${Math.round(1.25 * width)}px" role="img" aria-label="${escapeHtml(title)}">${content}</svg>`;
}

/** Logarithmic axes for the values, with ticks at powers, grid lines, labels and a legend. Colours come from the style. */
export function logPlot({
  title,
  xLabel,
  yLabel,
  xs,
  ys,
  width = 520,
  height = 380,
  left = MARGIN.left,
  legend = [],
  xDomain = domainOf(xs),
  yDomain = domainOf(ys),
  yTicks = true,
}: PlotOptions): Plot {
  const top = MARGIN.top + (yLabel === "" ? 0 : NAME);
  const [bottom, right] = [height - MARGIN.bottom, width - MARGIN.right];
  const x = scaleLog().domain(xDomain).range([left, right]).clamp(true);
  const y = scaleLog().domain(yDomain).range([bottom, top]).clamp(true);
  const xMarks = ticksOf(x, Math.floor((right - left) / 56)).map(({ at, text }) => {
    const place = x(at).toFixed(1);
    return `<path class="grid" d="M${place} ${top}V${bottom}"/><text x="${place}" y="${bottom + 18}" text-anchor="middle">${escapeHtml(text)}</text>`;
  });
  const yMarks = yTicks
    ? ticksOf(y, Math.floor((bottom - top) / 36)).map(({ at, text }) => {
        const place = y(at).toFixed(1);
        return `<path class="grid" d="M${left} ${place}H${right}"/><text x="${left - 8}" y="${place}" dy="0.32em" text-anchor="end">${escapeHtml(text)}</text>`;
      })
    : [];
  // A long name of an axis is set smaller, down to what still can be read.
  const sizeIn = (room: number, name: string) =>
    Math.max(10, Math.min(13, (room * 1.7) / Math.max(1, name.length))).toFixed(1);
  const xName = `<text class="axis" style="font-size:${sizeIn(right - left, xLabel)}px" x="${(left + right) / 2}" y="${bottom + 40}" text-anchor="middle">${escapeHtml(xLabel)}</text>`;
  const yName = `<text class="axis" style="font-size:${sizeIn(width - 12, yLabel)}px" x="6" y="18">${escapeHtml(yLabel)}</text>`;
  const frame = `<path class="frame" d="M${left} ${top}V${bottom}H${right}"/>`;
  const lines = legendLines(legend, width);
  return {
    x,
    y,
    xDomain,
    yDomain,
    left,
    right,
    top,
    bottom,
    svg: (content) =>
      svgOf(
        width,
        height + (legend.length > 0 ? lines.height + 10 : 0),
        title,
        `${xMarks.join("")}${yMarks.join("")}${content}${frame}${xName}${yLabel === "" ? "" : yName}${legend.length > 0 ? `<g transform="translate(0 ${height + 4})">${lines.content}</g>` : ""}`,
      ),
  };
}

/** The line y = x as far as both axes reach; nothing where they do not meet. */
export function diagonal({ x, y, xDomain, yDomain }: Plot): string {
  const [low, high] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  return low < high
    ? `<path class="reference" d="M${x(low).toFixed(1)} ${y(low).toFixed(1)}L${x(high).toFixed(1)} ${y(high).toFixed(1)}"/>`
    : "";
}

/** A curve through points, as a path. */
export const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
