import { scaleLog } from "d3-scale";
import { escapeHtml } from "./escape-html.js";

const WIDTH = 440;
const HEIGHT = 330;
const MARGIN = { left: 62, right: 14, top: 12, bottom: 44 };
/** Ticks that an axis has room for. */
const MOST_TICKS = 8;

/** A pair of logarithmic axes. */
export interface Axes {
  /** Where a value stands; values beyond the axis stand at its end. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** The whole picture around what is drawn between the axes. */
  readonly svg: (content: string) => string;
}

/** What the axes are to show: all values, positive, and what they are. */
export interface AxesOptions {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** 0.05, 400, 1e15: short enough for a tick. */
function tickText(value: number): string {
  return value >= 1e4 || value < 1e-2
    ? value.toExponential(0).replace("e+", "e")
    : String(Number(value.toPrecision(2)));
}

/** From the least to the largest of the values with some room, at least a factor of 2 in all. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1.15, Math.sqrt(Math.max(1, (2 * least) / largest)));
  return [Math.max(Number.MIN_VALUE, least / room), Math.min(Number.MAX_VALUE, largest * room)];
}

/** Powers of ten if the axis spans enough of them, else d3's own choice. */
function ticksOf(scale: ReturnType<typeof scaleLog<number, number>>): number[] {
  const [low, high] = scale.domain();
  const first = Math.ceil(Math.log10(low));
  const powers = Math.floor(Math.log10(high)) - first + 1;
  if (powers < 3) return scale.ticks(4).filter((_, i, all) => i % Math.ceil(all.length / MOST_TICKS) === 0);
  const step = Math.ceil(powers / MOST_TICKS);
  return Array.from({ length: Math.ceil(powers / step) }, (_, i) => 10 ** (first + i * step));
}

/** Logarithmic axes for the values, with ticks, grid lines and labels. All colours come from the page's style. */
export function logAxes({ title, xLabel, yLabel, xs, ys }: AxesOptions): Axes {
  const [bottom, right] = [HEIGHT - MARGIN.bottom, WIDTH - MARGIN.right];
  const [xDomain, yDomain] = [domainOf(xs), domainOf(ys)];
  const x = scaleLog().domain(xDomain).range([MARGIN.left, right]).clamp(true);
  const y = scaleLog().domain(yDomain).range([bottom, MARGIN.top]).clamp(true);
  const xTicks = ticksOf(x).map((tick) => {
    const at = x(tick).toFixed(1);
    return `<path class="grid" d="M${at} ${MARGIN.top}V${bottom}"/><text x="${at}" y="${bottom + 16}" text-anchor="middle">${tickText(tick)}</text>`;
  });
  const yTicks = ticksOf(y).map((tick) => {
    const at = y(tick).toFixed(1);
    return `<path class="grid" d="M${MARGIN.left} ${at}H${right}"/><text x="${MARGIN.left - 6}" y="${at}" dy="0.32em" text-anchor="end">${tickText(tick)}</text>`;
  });
  const middle = (MARGIN.top + bottom) / 2;
  const labels = [
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(xLabel)}</text>`,
    `<text transform="translate(14 ${middle}) rotate(-90)" text-anchor="middle">${escapeHtml(yLabel)}</text>`,
  ];
  const frame = `<path class="frame" d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${right}"/>`;
  return {
    x,
    y,
    xDomain,
    yDomain,
    svg: (content) =>
      `<svg class="figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"><title>${escapeHtml(title)}</title>${xTicks.join("")}${yTicks.join("")}${frame}${labels.join("")}${content}</svg>`,
  };
}

/** The line y = x as far as both axes reach; nothing where they do not meet. */
export function diagonal({ x, y, xDomain, yDomain }: Axes): string {
  const [low, high] = [Math.max(xDomain[0], yDomain[0]), Math.min(xDomain[1], yDomain[1])];
  return low < high
    ? `<path class="reference" d="M${x(low).toFixed(1)} ${y(low).toFixed(1)}L${x(high).toFixed(1)} ${y(high).toFixed(1)}"/>`
    : "";
}
