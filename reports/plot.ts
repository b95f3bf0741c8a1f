import { scaleLog } from "d3-scale";
import { escapeHtml } from "./escape-html.js";
import { logTicks } from "./log-ticks.js";
import { proseSvg } from "./prose-svg.js";

/** As wide as letters of 12 px can be read on a screen of 390 px, where the picture is set smaller. */
export const PICTURE = 470;
const MARGIN = { left: 70, right: 18, top: 14, bottom: 50 };
/** The line above the axes on which the vertical one is named, so that formulas are read without turning the head. */
const NAME = 24;
const LINE = 19;
/** How wide a letter is, of a legend and of an axis's name. */
const [CHARACTER, NAME_LETTER] = [6.6, 7.6];

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

/** A text in lines of at most so many characters. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  // A word ends at a space or after a hyphen, and is broken only where it is far too long.
  const longest = Math.ceil(most * 1.35);
  for (const [word] of text.matchAll(/[^ \n-]*-|[^ \n-]+|[ \n]+/g)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= most) lines[lines.length - 1] = last + word;
    else if (word.trim() !== "") lines.push(...(word.match(new RegExp(`.{1,${longest}}`, "gu")) ?? []));
  }
  return lines.length === 0 ? [""] : lines.map((line) => line.trim());
}

/** The lines of a legend below a picture, side by side where all are short, and how high they are. */
export function legendLines(
  legend: readonly LegendLine[],
  width: number,
): { readonly height: number; readonly content: string } {
  const longest = legend.reduce((most, { text }) => Math.max(most, text.length), 1);
  const across = Math.max(1, Math.min(legend.length, Math.floor(width / (52 + longest * CHARACTER))));
  const most = Math.floor((width - 60) / CHARACTER);
  let row = 0;
  const content = legend.map(({ swatch, text }, k) => {
    const lines = across > 1 ? [text] : wrapped(text, most);
    const [left, top] = [((k % across) * width) / across, row * LINE];
    if (across === 1 || k % across === across - 1 || k === legend.length - 1) row += lines.length;
    const texts = lines.map(
      (line, i) => `<text x="${(left + 36).toFixed(1)}" y="${top + i * LINE + 13}">${escapeHtml(line)}</text>`,
    );
    return `<g transform="translate(${(left + 4).toFixed(1)} ${top + 2})">${swatch}</g>${texts.join("")}`;
  });
  return { height: row * LINE, content: content.join("") };
}

/** How large a picture may be shown: letters stay as large as can be read, if need be by scrolling, and no larger than those of a slide. */
export const sizeStyle = (width: number, least = 0.76): string =>
  `min-width:${Math.floor(least * width)}px;max-width:${Math.round(1.25 * width)}px`;

/** The picture around some content: its title and description for those who do not see it. */
export function svgOf(width: number, height: number, title: string, content: string): string {
  return `<svg class="figure" viewBox="0 0 ${width} ${Math.ceil(height)}" style="${sizeStyle(width)}" role="img" aria-label="${escapeHtml(title)}">${content}</svg>`;
}

/** Logarithmic axes for the values, with ticks at powers, grid lines, labels and a legend. Colours come from the style. */
export function logPlot({
  title,
  xLabel,
  yLabel,
  xs,
  ys,
  width = PICTURE,
  height = 350,
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
  const xMarks = logTicks(xDomain, Math.floor((right - left) / 56)).map(({ at, text }) => {
    const place = x(at).toFixed(1);
    return `<path class="grid" d="M${place} ${top}V${bottom}"/><text x="${place}" y="${bottom + 18}" text-anchor="middle">${escapeHtml(text)}</text>`;
  });
  const yMarks = yTicks
    ? logTicks(yDomain, Math.floor((bottom - top) / 36)).map(({ at, text }) => {
        const place = y(at).toFixed(1);
        return `<path class="grid" d="M${left} ${place}H${right}"/><text x="${left - 8}" y="${place}" dy="0.32em" text-anchor="end">${escapeHtml(text)}</text>`;
      })
    : [];
  // A long name of an axis has the width of the picture, and is set smaller if it needs more.
  const size = ({ length }: string) => Math.max(10, Math.min(13, ((width - 12) * 1.7) / Math.max(1, length)));
  const middle = xLabel.length * NAME_LETTER > right - left ? width / 2 : (left + right) / 2;
  const xName = `<text class="axis" style="font-size:${size(xLabel).toFixed(1)}px" x="${middle}" y="${bottom + 40}" text-anchor="middle">${proseSvg(xLabel)}</text>`;
  const yName = `<text class="axis" style="font-size:${size(yLabel).toFixed(1)}px" x="6" y="18">${proseSvg(yLabel)}</text>`;
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
