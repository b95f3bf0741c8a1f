import { pow } from "../numbers/pow.js";
import { type Additions, type Cell, type Given, givenOf, plainCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import type { PaperMap, RegionRole } from "./paper-map.js";
import type { AnyParameter } from "./parameter.js";
import { type Columns, regionColumns, type Span } from "./region-spans.js";
import { saysSomething } from "./says-something.js";
import { someCell } from "./some-cell.js";
import { type Statement, statementOf, trueForm } from "./statement.js";

/** What a region of a claim's map is: a paper's own roles, and those that follow from the claim. */
export type ClaimRegionRole = RegionRole | "printed" | "repaired" | "informative";

/** One region, as a picture takes it. */
export interface ClaimRegion {
  readonly title: string;
  readonly role: ClaimRegionRole;
  /** Empty where no point of the map is in it. */
  readonly columns: Columns;
}

/** A claim over two of its parameters: plain data. Ranges and columns are decimal logarithms. */
export interface ClaimMap {
  readonly x: string;
  readonly y: string;
  /** The other parameters, which were kept. */
  readonly at: Cell;
  readonly xRange: Span;
  readonly yRange: Span;
  readonly regions: readonly ClaimRegion[];
  readonly notes: readonly string[];
}

/** The largest value on an axis, as a power of ten, and the least that a map shows at least. */
const [LARGEST, LEAST_SHOWN] = [60, 8];
/** Steps of the first look, which finds what part of the plane to show, and of the picture. */
const [FIRST, FINE] = [40, 56];

/** The ends of an axis: those of the parameter's domain where it has positive ones. Null for what is no positive number. */
function axisOf({ domain: { shape }, size }: AnyParameter): Span | null {
  if (shape.type !== "integers" && shape.type !== "reals") return null;
  const { from, to } = shape;
  if (!(to > 0)) return null;
  const low = from > 0 ? Math.log10(from) : Math.min(-4, Math.log10(to) - 4);
  // Nothing is drawn on a map, so that sizes may go beyond what a cell can hold.
  return [low, size || to === Infinity ? LARGEST : Math.min(LARGEST, Math.log10(to))];
}

/** A value at a logarithm: whole where the parameter is. */
function valueAt({ domain: { shape } }: AnyParameter, log: number): number {
  const value = pow(10, log);
  if (shape.type === "integers") return Math.max(shape.from, Math.floor(value * (1 + 1e-12)));
  return shape.type === "reals" ? Math.min(Math.max(value, shape.from), shape.to) : value;
}

/** Whether a point is in a region; never where something of it is not defined. */
type Inside = (given: Given) => boolean;

const quietly =
  (inside: Inside): Inside =>
  (given) => {
    try {
      return inside(given);
    } catch {
      return false;
    }
  };

const meets =
  ({ hypotheses }: Statement): Inside =>
  (given) =>
    failingHypothesis(hypotheses, given) === null;

/** The regions that follow from the claim itself, largest meaning first. */
function ownRegions(claim: Claim, cell: Cell, sizes: readonly string[]) {
  const printed = statementOf(claim, cell, "printed");
  const repaired = claim.forms.repaired ? statementOf(claim, cell, "repaired") : null;
  const form = trueForm(claim);
  const best = form === "repaired" && repaired ? repaired : printed;
  const takesDraw = (claim.forms[form]?.bound.length ?? 0) > 1;
  const says: Inside = (given) =>
    saysSomething(best, given, Object.fromEntries(sizes.map((name) => [name, Number(given[name])])));
  return [
    ...(printed.hypotheses.length > 0
      ? [{ title: "hypotheses hold, as printed", role: "printed" as const, inside: meets(printed) }]
      : []),
    ...(repaired && repaired.hypotheses.length > claim.hypotheses.length
      ? [{ title: "hypotheses hold, repaired", role: "repaired" as const, inside: meets(repaired) }]
      : []),
    ...(takesDraw || claim.kind === "trend"
      ? []
      : [{ title: `says more than is known without it (${form})`, role: "informative" as const, inside: says }]),
  ];
}

/** The least power of ten beyond all corners of regions, seen in a first look at the whole plane. */
function shownEnd(regions: readonly { readonly columns: Columns }[], axis: "x" | "y", [low, high]: Span): number {
  const starts = regions.flatMap(({ columns }) => {
    const filled = columns.filter(({ spans }) => spans.length > 0);
    if (filled.length === 0) return [];
    return axis === "x" ? [filled[0].x] : [Math.min(...filled.flatMap(({ spans }) => spans.map(([start]) => start)))];
  });
  return Math.min(high, Math.max(low + LEAST_SHOWN, ...starts.map((start) => start + 3)));
}

/**
 * The map of a claim over two parameters: where its hypotheses hold in either form, where its bound says something, and
 * what the paper adds. Null where the claim lacks a parameter, an axis is no positive number, or nothing depends on it.
 */
export function claimMap(claim: Claim, map: PaperMap, additions: Additions = {}): ClaimMap | null {
  const { x, y, at = {}, regions: added = [], notes = [] } = map;
  const has = (name: string) => claim.parameters.some((own) => own.name === name);
  const [xAxis, yAxis] = [axisOf(x), axisOf(y)];
  if (!has(x.name) || !has(y.name) || x.name === y.name || !xAxis || !yAxis) return null;
  const asked = Object.entries(at).filter(([name]) => has(name));
  const cell = plainCell({ ...someCell(claim), ...Object.fromEntries(asked) });
  const base = givenOf(claim.parameters, cell, additions);
  const pointAt = (logX: number, logY: number): Given => ({
    ...base,
    [x.name]: valueAt(x, logX),
    [y.name]: valueAt(y, logY),
  });
  const sizes = claim.parameters.filter(({ size }) => size).map(({ name }) => name);
  const regions = [
    ...ownRegions(claim, cell, sizes),
    ...added.map(({ title, role, holds }) => ({ title, role, inside: holds })),
  ].map((region) => ({
    ...region,
    holds: (logX: number, logY: number) => quietly(region.inside)(pointAt(logX, logY)),
  }));
  if (regions.length === 0) return null;
  const whole = { x: xAxis, y: yAxis };
  const first = regions.map(({ holds }) => ({ columns: regionColumns(whole, FIRST, holds) }));
  const window = {
    x: [xAxis[0], shownEnd(first, "x", xAxis)] as const,
    y: [yAxis[0], shownEnd(first, "y", yAxis)] as const,
  };
  const kept = Object.fromEntries(Object.entries(cell).filter(([name]) => name !== x.name && name !== y.name));
  return {
    x: x.name,
    y: y.name,
    at: kept,
    xRange: window.x,
    yRange: window.y,
    regions: regions.map(({ title, role, holds }) => ({ title, role, columns: regionColumns(window, FINE, holds) })),
    notes,
  };
}

/**
 * A map for a paper that brings none: the first size, and the next size or other positive number of a claim of a
 * probability or a mean. Steps and identities speak of formulas, which need not be cheap.
 */
function usualMap(claim: Claim): PaperMap[] {
  if (claim.kind !== "whp" && claim.kind !== "mean") return [];
  const numbers = claim.parameters.filter((own) => axisOf(own) !== null);
  const x = numbers.find(({ size }) => size);
  const others = numbers.filter((own) => own !== x);
  const y = others.find(({ size }) => size) ?? others.at(0);
  return x && y ? [{ x, y }] : [];
}

/** The maps of a claim: those that the paper brings for it, or the usual one where it brings none at all. */
export function claimMaps(claim: Claim, maps: readonly PaperMap[] | null, additions: Additions = {}): ClaimMap[] {
  const own = maps ? maps.filter(({ claims }) => claims?.includes(claim.id) ?? true) : usualMap(claim);
  return own.flatMap((map) => claimMap(claim, map, additions) ?? []);
}
