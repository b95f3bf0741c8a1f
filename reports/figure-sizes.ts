import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { drawsText } from "./draws-text.js";
import type { Figure } from "./figure.js";
import { figureNumber, valueText } from "./format.js";
import { marker } from "./marker.js";
import { varyingNumbers } from "./numeric-names.js";
import { logPlot, pathOf } from "./plot.js";
import { signed } from "./signed.js";
import type { StatementText } from "./statement-text.js";
import { paperOf, symbolOf, type Texts } from "./texts.js";

interface Point {
  readonly x: number;
  readonly bound: number;
  readonly quantile: number;
  readonly lower: number | null;
  readonly row: Row;
}

/** Rows that differ in one parameter alone. */
interface Line {
  readonly form: Row["form"];
  readonly rest: Row["cell"];
  readonly points: readonly Point[];
}

/** Lines that a figure shows at most, and figures beyond which only sizes have one. */
const [MOST_LINES, FIGURES] = [6, 2];
/** Points of a line. */
const MOST_POINTS = 48;
/** Rows beyond this are left to the tables. */
const MOST_ROWS = 20_000;

const isPositive = (x: number | null): x is number => x !== null && x > 0;

/** A cell but for one parameter, as a text that tells it from others. */
function withoutOne(cell: Row["cell"], name: string): string {
  let text = "";
  for (const other in cell) {
    const value = cell[other];
    if (other !== name) text += `${other}:${typeof value === "string" ? JSON.stringify(value) : value},`;
  }
  return text;
}

function linesOf(rows: readonly Row[], name: string): Line[] {
  const lines = new Map<string, Point[]>();
  for (const row of rows) {
    const x = Object.hasOwn(row.cell, name) ? row.cell[name] : null;
    const { bound, observedQuantile, observedLower } = row;
    if (typeof x !== "number" || !(x > 0) || !isPositive(bound) || !isPositive(observedQuantile)) continue;
    const key = `${row.form} ${withoutOne(row.cell, name)}`;
    const point = { x, bound, quantile: observedQuantile, lower: observedLower, row };
    const own = lines.get(key);
    if (own) own.push(point);
    else lines.set(key, [point]);
  }
  return [...lines.values()]
    .filter((points) => new Set(points.map(({ x }) => x)).size >= 2)
    .map((points) => {
      const { [name]: _x, ...rest } = points[0].row.cell;
      const ascending = points.toSorted((a, b) => a.x - b.x);
      const step = Math.max(1, Math.ceil(ascending.length / MOST_POINTS));
      return {
        form: points[0].row.form,
        rest,
        points: ascending.filter((_, i) => i % step === 0 || i === ascending.length - 1),
      };
    });
}

/** The least-squares slope of log y against log x. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (i: 0 | 1) => logs.reduce((sum, one) => sum + one[i], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sums = logs.reduce(([xy, xx], [x, y]) => [xy + (x - mx) * (y - my), xx + (x - mx) ** 2], [0, 0]);
  return sums[0] / sums[1];
}

/** Lines that are shown: the longest, of as many forms and panels as there are. */
function chosen(lines: readonly Line[]): Line[] {
  const printed = lines.filter(({ form }) => form === "printed");
  const pool = printed.length > 0 ? printed : lines;
  return pool.toSorted((a, b) => b.points.length - a.points.length).slice(0, MOST_LINES);
}

function figureAlong(
  name: string,
  rows: readonly Row[],
  texts: Texts,
  statement: StatementText | undefined,
): Figure | null {
  const lines = chosen(linesOf(rows, name));
  if (lines.length === 0) return null;
  const paper = paperOf(rows[0], texts);
  const names = Object.keys(lines[0].rest);
  // What all lines share is said once, below the figure.
  const shared = names.filter((other) => lines.every(({ rest }) => rest[other] === lines[0].rest[other]));
  const cellOf = ({ rest }: Line, which: readonly string[]) =>
    which.map((other) => valueText(other, rest[other], paper, figureNumber)).join(", ");
  const differing = names.filter((other) => !shared.includes(other));
  const all = lines.flatMap(({ points }) => points);
  const symbol = symbolOf(name, paper);
  const quantity = statement?.quantity ?? "what is observed";
  const slopes = (line: Line) => {
    const of = (y: (point: Point) => number) =>
      signed(formatNumber(Number(slopeOf(line.points.map((point) => [point.x, y(point)])).toFixed(3))));
    return `slope ${of(({ quantile }) => quantile)}, predicted ${of(({ bound }) => bound)}`;
  };
  const axes = logPlot({
    title: `${quantity} and its bound as ${symbol} varies`,
    xLabel: symbol,
    yLabel: quantity,
    xs: all.map(({ x }) => x),
    ys: all.flatMap(({ bound, quantile, lower }) => [bound, quantile, ...(isPositive(lower) ? [lower] : [])]),
    legend: lines.map((line, i) => ({
      swatch: `<path class="curve s${i}" d="M1 6H25"/>`,
      text: `${differing.length > 0 ? `${cellOf(line, differing)}: ` : ""}${slopes(line)}`,
    })),
  });
  const curves = lines.map(({ points }, i) => {
    const at = (x: number, y: number) => [axes.x(x), axes.y(y)] as const;
    const sandwich = points.some(({ lower }) => isPositive(lower))
      ? `<path class="band s${i}" d="${pathOf([...points.map(({ x, quantile }) => at(x, quantile)), ...points.toReversed().map(({ x, lower, quantile }) => at(x, isPositive(lower) ? lower : quantile))])}Z"/>`
      : "";
    const marks = points.map(({ x, quantile, row }) => marker(row, texts, ...at(x, quantile)));
    return `${sandwich}<path class="curve dashed s${i}" d="${pathOf(points.map(({ x, bound }) => at(x, bound)))}"/><path class="curve s${i}" d="${pathOf(points.map(({ x, quantile }) => at(x, quantile)))}"/><g class="s${i}">${marks.join("")}</g>`;
  });
  const kept = shared.length > 0 ? ` At ${cellOf(lines[0], shared)}.` : "";
  const banded = all.some(({ lower }) => isPositive(lower))
    ? " The band is what is known of a supremum: from an attack below to a certificate above."
    : "";
  return {
    name: `along-${name}`,
    title: `As ${symbol} varies`,
    svg: axes.svg(curves.join("")),
    caption: `Solid, what is observed; dashed, the bound, with the slope that it predicts. Slopes are fitted on log axes.${banded}${kept} ${drawsText(all.map(({ row }) => row))}.`,
  };
}

/** Bound and observed quantile as each size varies, the others kept; two figures at least, if other numbers vary. */
export function figuresAlongSizes(rows: readonly Row[], texts: Texts, statement: StatementText | undefined): Figure[] {
  if (rows.length === 0) return [];
  const own = rows.slice(0, MOST_ROWS);
  const paper = paperOf(own[0], texts);
  const figures: Figure[] = [];
  for (const name of varyingNumbers(own, paper)) {
    if (figures.length >= FIGURES && !paper?.sizes.includes(name)) continue;
    const figure = figureAlong(name, own, texts, statement);
    if (figure) figures.push(figure);
  }
  return figures;
}
