import type { ClaimMap, ClaimRegion, ClaimRegionRole } from "../src/auditor/claim-map.js";
import type { Columns, Span } from "../src/auditor/region-spans.js";
import type { Row } from "../src/auditor/row-fields.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { valueText } from "./format.js";
import { drawn, marker, NAMED_MARKS } from "./marker.js";
import { type LegendLine, logPlot, pathOf, powerText } from "./plot.js";
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

type Point = readonly [x: number, y: number];

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

/** Where a region begins on either axis, as decimal logarithms; null where it is nowhere on the map. */
function corner({ columns }: ClaimRegion): Point | null {
  const filled = columns.filter(({ spans }) => spans.length > 0);
  if (filled.length === 0) return null;
  let least = Infinity;
  for (const { spans } of filled) for (const [low] of spans) least = Math.min(least, low);
  return [filled[0].x, least];
}

/** A size at a decimal logarithm: "50", "1.6·10¹⁰". */
function sizeText(log: number): string {
  if (log < 4) return String(Number((10 ** log).toPrecision(2)));
  const exponent = Math.floor(log + 1e-9);
  const digits = (10 ** (log - exponent)).toFixed(1);
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
    ...(from[0] > map.xRange[0] + 1e-9 ? [`${symbolOf(map.x, paper)} ≥ ${sizeText(from[0])}`] : []),
    ...(from[1] > map.yRange[0] + 1e-9 ? [`${symbolOf(map.y, paper)} ≥ ${sizeText(from[1])}`] : []),
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
  const domain = ([low, high]: Span): readonly [number, number] => [10 ** low, 10 ** high];
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
    width: 620,
    height: 480,
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
  const content = `<clipPath id="${frame}"><rect x="${axes.left}" y="${axes.top}" width="${axes.right - axes.left}" height="${axes.bottom - axes.top}"/></clipPath><g clip-path="url(#${frame})">${shapes.join("")}${labels(partial, x, y, axes)}</g>${marks.join("")}${here ? cross(axes.x(here.x), axes.y(here.y)) : ""}${distance(regions, map, paper, x, y)}`;
  const kept = Object.entries(map.at).map(([name, value]) => valueText(name, value, paper));
  return {
    name: "frontier",
    title: `Where it applies, over ${symbolOf(map.x, paper)} and ${symbolOf(map.y, paper)}`,
    svg: axes.svg(content),
    caption: `${kept.length > 0 ? `Regions at ${kept.join(", ")}; ` : ""}${kept.length > 0 ? "marks are" : "Marks are"} audited cells at any value of the other parameters.${map.notes.map((note) => ` ${note}`).join("")}`,
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

const SHORT: Readonly<Partial<Record<ClaimRegionRole, string>>> = {
  printed: "the paper’s hypotheses",
  proof: "the paper’s proof",
  repaired: "repaired",
  experiments: "experiments",
  practice: "practice",
};

/** Which is named first where there is little room. */
const NAMED: readonly ClaimRegionRole[] = [
  "experiments",
  "printed",
  "proof",
  "repaired",
  "practice",
  "sharper",
  "informative",
];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const LETTER = 7.3;
const [ABOVE, BELOW] = [12, 4];

const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < ABOVE + BELOW + 1;

/** Names in the picture itself: each at the first place of a few where it covers no other. */
function labels(
  regions: readonly ClaimRegion[],
  x: (log: number) => number,
  y: (log: number) => number,
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): string {
  const taken: Box[] = [];
  const done = new Set<ClaimRegionRole>();
  const named = regions
    .toSorted((a, b) => NAMED.indexOf(a.role) - NAMED.indexOf(b.role))
    .flatMap((region) => {
      const text = SHORT[region.role];
      const box = boundsOf(region);
      // A region that is hardly seen is named in the legend alone.
      if (
        text === undefined ||
        box === null ||
        done.has(region.role) ||
        (region.role === "proof" && done.has("printed"))
      )
        return [];
      if (Math.abs(x(box.x[1]) - x(box.x[0])) < 14) return [];
      done.add(region.role);
      const width = text.length * LETTER;
      const [left, low] = [x(box.x[0]) + 7, Math.min(frame.bottom, y(box.y[0])) - 8];
      const top = Math.max(frame.top, y(box.y[1]));
      const places = [
        { x: left, y: low },
        { x: left, y: top + 16 },
        { x: left, y: top - 7 },
        { x: left, y: low - 18 },
        { x: left + 40, y: low - 60 },
      ];
      const place = places.find(
        (own) =>
          own.x + width < frame.right &&
          own.y > frame.top + 12 &&
          own.y < frame.bottom &&
          !taken.some((other) => meet(other, { ...own, width })),
      );
      if (!place) return [];
      taken.push({ ...place, width });
      return [`<text class="name ${region.role}" x="${place.x.toFixed(1)}" y="${place.y.toFixed(1)}">${text}</text>`];
    });
  return named.join("");
}

/** The least box around a region, in decimal logarithms. */
function boundsOf({ columns }: ClaimRegion): { readonly x: Span; readonly y: Span } | null {
  const filled = columns.filter(({ spans }) => spans.length > 0);
  if (filled.length === 0) return null;
  let [low, high] = [Infinity, -Infinity];
  for (const { spans } of filled)
    for (const [from, to] of spans) [low, high] = [Math.min(low, from), Math.max(high, to)];
  return { x: [filled[0].x, filled[filled.length - 1].x], y: [low, high] };
}

/** An arrow from the end of the experiments to where a proof begins to speak, with how far that is. */
function distance(
  regions: readonly ClaimRegion[],
  map: ClaimMap,
  paper: PaperText | undefined,
  x: (log: number) => number,
  y: (log: number) => number,
): string {
  const experiments = regions.find(({ role }) => role === "experiments");
  const from = experiments && boundsOf(experiments);
  if (!from) return "";
  const proof = [...regions.filter(({ role }) => role === "printed"), ...regions.filter(({ role }) => role === "proof")]
    .map(corner)
    .find((at) => at !== null && at[0] > from.x[1] + 1 && at[1] > from.y[1] + 1);
  if (!proof) return "";
  const [dx, dy] = [proof[0] - from.x[1], proof[1] - from.y[1]];
  const factor = (log: number) => powerText(Math.round(log));
  const text = `${factor(dx)} × in ${symbolOf(map.x, paper)}, ${factor(dy)} × in ${symbolOf(map.y, paper)}`;
  const [x0, y0, x1, y1] = [x(from.x[1]) + 3, y(from.y[1]) - 3, x(proof[0]) - 4, y(proof[1]) + 4];
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const head = [angle + 2.7, angle - 2.7].map((turn) => [x1 + 9 * Math.cos(turn), y1 + 9 * Math.sin(turn)] as const);
  const middle = [(x0 + x1) / 2, (y0 + y1) / 2] as const;
  return `<path class="distance" d="${pathOf([
    [x0, y0],
    [x1, y1],
  ])}${pathOf([head[0], [x1, y1], head[1]])}"/><text class="name" text-anchor="middle" transform="translate(${middle[0].toFixed(1)} ${middle[1].toFixed(1)}) rotate(${((angle * 180) / Math.PI).toFixed(1)})" y="-7">${escapeHtml(text)}</text>`;
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
