import type { ClaimMap, ClaimRegion, ClaimRegionRole } from "../src/auditor/claim-map.js";
import type { Columns, Span } from "../src/auditor/region-spans.js";
import type { Row } from "../src/auditor/row-fields.js";
import { pow } from "../src/numbers/pow.js";
import { drawsText } from "./draws-text.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { figureNumber, valueText } from "./format.js";
import { drawn, marker, NAMED_MARKS } from "./marker.js";
import { type LegendLine, logPlot, pathOf } from "./plot.js";
import { powerText } from "./power-text.js";
import { corner, type Point } from "./region-bounds.js";
import { regionDistance } from "./region-distance.js";
import { regionNames } from "./region-names.js";
import { type PaperText, paperOf, symbolOf, type Texts } from "./texts.js";

/** What lies below what, from the ground up. */
const ORDER: readonly ClaimRegionRole[] = [
  "practice",
  "informative",
  "sharper",
  "repaired",
  "proof",
  "printed",
  "experiments",
];

/** How far beyond the frame outlines run, so that its sides do not look like theirs. */
const BEYOND = 1;

/** A point that is shown beside the audited cells, and what it is. */
export interface Here {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The outlines of a region: intervals of neighbouring columns that belong together, as closed paths in decimal logarithms. */
function outlines(columns: Columns, [xLow, xHigh]: Span, [yLow, yHigh]: Span): Point[][] {
  const wide = ([low, high]: Span): Span => [low <= yLow ? yLow - BEYOND : low, high >= yHigh ? yHigh + BEYOND : high];
  const shapes: Point[][] = [];
  let chains: { readonly x: number; readonly span: Span }[][] = [];
  const close = () => {
    for (const chain of chains) {
      const under: Point[] = chain.map(({ x, span }) => [x, span[0]]);
      const over: Point[] = chain.map(({ x, span }) => [x, span[1]]);
      shapes.push([...under, ...over.toReversed()]);
    }
    chains = [];
  };
  for (const [i, { x, spans }] of columns.entries()) {
    if (spans.length !== (columns[i - 1]?.spans.length ?? 0)) {
      close();
      chains = spans.map(() => []);
    }
    const at = x <= xLow ? x - BEYOND : x >= xHigh ? x + BEYOND : x;
    for (const [k, span] of spans.entries()) chains[k].push({ x: at, span: wide(span) });
  }
  close();
  return shapes;
}

/** A size at a decimal logarithm: "50", "1.6·10¹⁰". */
function sizeText(log: number): string {
  if (log < 4) return String(Number(pow(10, log).toPrecision(2)));
  const exponent = Math.floor(log + 1e-9);
  const digits = pow(10, log - exponent).toFixed(1);
  return digits === "1.0" ? powerText(exponent) : `${digits}·${powerText(exponent)}`;
}

/** Whether a region is all of the map, so that drawing it would say nothing. */
const isEverywhere = ({ columns }: ClaimRegion, { yRange: [low, high] }: ClaimMap) =>
  columns.length > 0 &&
  columns.every(({ spans }) => spans.length === 1 && spans[0][0] <= low + 1e-9 && spans[0][1] >= high - 1e-9);

function legendText(region: ClaimRegion, map: ClaimMap, paper: PaperText | undefined): string {
  const from = corner(region);
  if (from === null) return `${region.title}: nowhere on this map`;
  if (isEverywhere(region, map)) return `${region.title}: everywhere on this map`;
  const starts = [
    ...(from[0] > map.xRange[0] + 1e-9 ? [`${symbolOf(map.x, paper)}\u00a0≥\u00a0${sizeText(from[0])}`] : []),
    ...(from[1] > map.yRange[0] + 1e-9 ? [`${symbolOf(map.y, paper)}\u00a0≥\u00a0${sizeText(from[1])}`] : []),
  ];
  return `${region.title}${starts.length > 0 ? `: from ${starts.join(" and ")}` : ""}`;
}

/** Classes of a region: its role, and a number that tells regions of one role apart. */
function classesOf(regions: readonly ClaimRegion[], region: ClaimRegion): string {
  const same = regions.filter(({ role }) => role === region.role);
  return `region ${region.role} r${same.indexOf(region)}`;
}

/** A cross at a place. */
const cross = (x: number, y: number) =>
  `<path class="here" d="M${(x - 6).toFixed(1)} ${y.toFixed(1)}H${(x + 6).toFixed(1)}M${x.toFixed(1)} ${(y - 6).toFixed(1)}V${(y + 6).toFixed(1)}"/>`;

/**
 * The map of a claim over two sizes: where its hypotheses hold with the constants of its proof, where a repaired or sharper proof's do,
 * where its bound says something, where practice works, what experiments covered, and the cells that the audit reached.
 *
 * @param id a name that no other figure of the page has.
 * @param here a point of its own, which has a place on the map wherever it is.
 */
export function figureFrontier(
  map: ClaimMap,
  rows: readonly Row[],
  texts: Texts,
  id: string,
  here: Here | null = null,
): Figure | null {
  const paper = rows.length > 0 ? paperOf(rows[0], texts) : undefined;
  const regions = merged(map.regions).toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  const points = drawn(
    rows.flatMap((row) => {
      const [x, y] = [row.cell[map.x], row.cell[map.y]];
      return typeof x === "number" && typeof y === "number" && x > 0 && y > 0 && row.verdict !== "not-applicable"
        ? [{ row, x, y }]
        : [];
    }),
  );
  if (regions.every(({ columns }) => columns.every(({ spans }) => spans.length === 0)) && points.length === 0)
    return null;
  // A map goes as far as the audit, so that no mark stands at the edge.
  const reach = (range: Span, values: readonly number[]): Span => [
    range[0],
    values.reduce((end, value) => Math.max(end, Math.log10(value) + 0.6), range[1]),
  ];
  const [xRange, yRange] = [
    reach(
      map.xRange,
      [...points, ...(here ? [here] : [])].map(({ x }) => x),
    ),
    reach(
      map.yRange,
      [...points, ...(here ? [here] : [])].map(({ y }) => y),
    ),
  ];
  const domain = ([low, high]: Span): readonly [number, number] => [pow(10, low), pow(10, high)];
  const legend: LegendLine[] = [
    ...regions.map((region) => ({
      swatch: isEverywhere(region, map)
        ? '<text x="13" y="11" text-anchor="middle">✓</text>'
        : `<rect class="${classesOf(regions, region)}" x="1" y="0" width="24" height="12"/>`,
      text: legendText(region, map, paper),
    })),
    ...(points.some(({ row }) => row.verdict === "supported")
      ? [
          {
            swatch: '<circle class="mark supported" cx="13" cy="6" r="4"/>',
            text: "audited, supported (hollow: vacuous; squares: repaired form)",
          },
        ]
      : []),
    ...(points.some(({ row }) => row.verdict === "refuted")
      ? [{ swatch: '<circle class="mark refuted" cx="13" cy="6" r="4"/>', text: "audited, refuted" }]
      : []),
    ...(points.some(({ row }) => row.verdict === "inconclusive")
      ? [{ swatch: '<circle class="mark inconclusive" cx="13" cy="6" r="4"/>', text: "audited, inconclusive" }]
      : []),
    ...(here ? [{ swatch: cross(13, 6), text: here.text }] : []),
  ];
  const axes = logPlot({
    title: "Where the statement applies, where it says something, and where practice is",
    xLabel: symbolOf(map.x, paper),
    yLabel: symbolOf(map.y, paper),
    xs: [],
    ys: [],
    xDomain: domain(xRange),
    yDomain: domain(yRange),
    height: 430,
    legend,
  });
  // Positions by logarithms: outlines run beyond the frame, where the axes' own scale stops.
  const scale =
    ([low, high]: Span, from: number, to: number) =>
    (log: number) =>
      from + ((log - low) / (high - low)) * (to - from);
  const [x, y] = [scale(xRange, axes.left, axes.right), scale(yRange, axes.bottom, axes.top)];
  const frame = `${id}-frame`;
  const partial = regions.filter((region) => !isEverywhere(region, map));
  const shapes = partial.map((region) => {
    const path = outlines(extended(region.columns, map, xRange, yRange), xRange, yRange)
      .map((shape) => `${pathOf(shape.map(([logX, logY]) => [x(logX), y(logY)] as const))}Z`)
      .join("");
    return path === ""
      ? ""
      : `<path class="${classesOf(regions, region)}" d="${path}"><title>${escapeHtml(legendText(region, map, paper))}</title></path>`;
  });
  const marks = points.map(({ row, x: atX, y: atY }) =>
    marker(row, texts, axes.x(atX), axes.y(atY), points.length <= NAMED_MARKS),
  );
  const content = `<clipPath id="${frame}"><rect x="${axes.left}" y="${axes.top}" width="${axes.right - axes.left}" height="${axes.bottom - axes.top}"/></clipPath><g clip-path="url(#${frame})">${shapes.join("")}${regionNames(partial, x, y, { ...axes, marks: points.map((point) => [axes.x(point.x), axes.y(point.y)]) })}</g>${marks.join("")}${here ? cross(axes.x(here.x), axes.y(here.y)) : ""}${regionDistance(regions, map, paper, x, y)}`;
  const kept = Object.entries(map.at).map(([name, value]) => valueText(name, value, paper, figureNumber));
  return {
    name: "frontier",
    title: `Where it applies, over ${symbolOf(map.x, paper)} and ${symbolOf(map.y, paper)}`,
    svg: axes.svg(content),
    caption: `${kept.length > 0 ? `Regions at ${kept.join(", ")}; ` : ""}${kept.length > 0 ? "marks are" : "Marks are"} audited cells at any value of the other parameters.${map.notes.map((note) => ` ${note}`).join("")}${points.length > 0 ? ` ${drawsText(points.map(({ row }) => row))}.` : ""}`,
  };
}

/** Columns of a map that was made for a smaller window, carried on to the ends of the picture. */
function extended(columns: Columns, map: ClaimMap, xRange: Span, yRange: Span): Columns {
  const raised = columns.map(({ x, spans }) => ({
    x,
    spans: spans.map(([low, high]): Span => [low, high >= map.yRange[1] - 1e-9 ? yRange[1] : high]),
  }));
  const last = raised.at(-1);
  return last && xRange[1] > map.xRange[1] ? [...raised, { x: xRange[1], spans: last.spans }] : raised;
}

/** Regions of which none is drawn twice: what says something exactly where another's hypotheses hold is said in that one's name. */
function merged(regions: readonly ClaimRegion[]): ClaimRegion[] {
  const keyOf = ({ columns }: ClaimRegion) => JSON.stringify(columns);
  const informative = regions.find(({ role }) => role === "informative");
  const twin =
    informative &&
    regions.find((region) => /^(printed|repaired)$/.test(region.role) && keyOf(region) === keyOf(informative));
  if (!informative || !twin) return [...regions];
  return regions.flatMap((region) =>
    region === informative
      ? []
      : [region === twin ? { ...region, title: `${region.title}, and it says something` } : region],
  );
}
