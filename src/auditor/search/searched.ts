import { isJsonObject, type Json, type JsonObject, toJson } from "../json.js";
import { isCell } from "../portable-question.js";
import { readRow } from "../read-row.js";
import type { SearchEffort, SearchResult } from "./searching.js";

/** What came of a search, with what it took. */
export interface Searched {
  readonly result: SearchResult;
  /** Seconds until the first refuted cell; null if there is none. */
  readonly found: number | null;
  /** Seconds that it took, by the clock. */
  readonly seconds: number;
  /** Processor seconds that it took; null where others may have worked for it. */
  readonly coreSeconds: number | null;
}

const COUNTS = ["candidates", "judged", "failed", "overlong", "decisions", "spent", "shrinks"] as const;

/** As it is kept: JSON has no word for the infinite. */
export function writeSearched({ result: { nearest, ...result }, ...rest }: Searched): Json {
  return toJson({ ...result, nearest: nearest && { ...nearest, excess: String(nearest.excess) }, ...rest });
}

const UNFINISHED = ["time", "cells", "budget", null] as const;

const isTexts = (x: Json | undefined): x is readonly string[] =>
  Array.isArray(x) && x.every((one) => typeof one === "string");

function readEffort(x: Json | undefined): SearchEffort | null {
  if (!isJsonObject(x) || COUNTS.some((name) => typeof x[name] !== "number")) return null;
  if (typeof x.exhausted !== "boolean") return null;
  if (x.failure !== null && typeof x.failure !== "string") return null;
  const { unlisted, unmet, unfinished } = x;
  const end = UNFINISHED.find((known) => known === unfinished);
  if (end === undefined || !isTexts(unlisted) || !isTexts(unmet)) return null;
  // Every member was looked at above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...x, unlisted, unmet, unfinished: end } as unknown as SearchEffort;
}

/** The place that came nearest; undefined for what is neither that nor null. */
function readNearest(x: Json | undefined): SearchResult["nearest"] | undefined {
  if (x === null) return null;
  if (!isJsonObject(x) || !isCell(x.cell) || typeof x.excess !== "string") return undefined;
  const excess = Number(x.excess);
  return Number.isNaN(excess) ? undefined : { cell: x.cell, excess };
}

function readKept(x: JsonObject): Searched | undefined {
  const { row, first, found, seconds, coreSeconds } = x;
  const [effort, nearest] = [readEffort(x.effort), readNearest(x.nearest)];
  if (!effort || nearest === undefined || !(first === null || isCell(first))) return undefined;
  if (found !== null && typeof found !== "number") return undefined;
  if (typeof seconds !== "number") return undefined;
  if (coreSeconds !== null && typeof coreSeconds !== "number") return undefined;
  return {
    result: { row: row === null ? null : readRow(row), first, nearest, effort },
    found,
    seconds,
    coreSeconds,
  };
}

/** What was kept, as it is read again; undefined for anything else. */
export function readSearched(x: Json): Searched | undefined {
  if (!isJsonObject(x)) return undefined;
  try {
    return readKept(x);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
