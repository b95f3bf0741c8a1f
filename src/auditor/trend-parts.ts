import { shownValue } from "../numbers/shown-value.js";
import { guarded } from "./audit-error.js";
import type { Cell, Given } from "./cell.js";
import { checkedResolution } from "./checked-resolution.js";
import type { ClaimOf, TrendPoint } from "./claim.js";
import { isObject } from "./members.js";
import type { Statement } from "./statement.js";

type Grid = readonly TrendPoint<Cell>[];

/** What a trend says of itself at a cell. */
export interface TrendParts {
  readonly grid: Grid;
  readonly printedExponent: number;
  /** How far from its bound an exponent that is to equal it may be; 0 for other relations. */
  readonly resolution: number;
}

const isPoint = (x: unknown): x is TrendPoint<Cell> => isObject(x) && typeof x.size === "number" && isObject(x.cell);
const isGrid = (x: unknown): x is Grid => Array.isArray(x) && x.length >= 2 && x.every(isPoint);

const GRID = "it must be a list of two { size, cell } or more, sizes positive and ascending";

/**
 * The sizes that a trend follows, with their cells, which may be beyond what cells can hold: sizes that are no numbers too, then.
 *
 * @throws RangeError if they are no such list.
 */
export function trendGrid(claim: ClaimOf<"trend">, given: Given, cell: Cell): Grid {
  const grid: unknown = claim.trend.grid(given, cell);
  if (!isGrid(grid)) throw new RangeError(`the grid is ${shownValue(grid)}; ${GRID}`);
  return grid;
}

function ascendingGrid(claim: ClaimOf<"trend">, given: Given, cell: Cell): Grid {
  const grid = trendGrid(claim, given, cell);
  const sizes = grid.map(({ size }) => size);
  if (sizes.some((size, i) => !(size > (sizes[i - 1] ?? 0) && size < Infinity)))
    throw new RangeError(`the sizes of the grid are [${sizes.join(", ")}]; ${GRID}`);
  return grid;
}

function exponentOf(claim: ClaimOf<"trend">, given: Given): number {
  const exponent: unknown = claim.trend.printedExponent(given);
  if (typeof exponent === "number" && Number.isFinite(exponent)) return exponent;
  throw new RangeError(`the printed exponent is ${shownValue(exponent)}; it must be a finite number`);
}

/**
 * What a trend says of itself at a statement's cell.
 *
 * @throws AuditError if one of it throws, or is not what it must be.
 */
export function trendParts(statement: Statement, claim: ClaimOf<"trend">, given: Given): TrendParts {
  const { cell } = statement;
  const guard = <R>(what: string, call: () => R): R => guarded(statement, cell, what, call)();
  return {
    grid: guard("trend", () => ascendingGrid(claim, given, cell)),
    printedExponent: guard("trend", () => exponentOf(claim, given)),
    resolution: claim.relation === "=" ? guard("resolution", () => checkedResolution(claim.resolution(given))) : 0,
  };
}
