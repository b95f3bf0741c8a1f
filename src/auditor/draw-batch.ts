import type { Notify } from "../chance/notify.js";
import type { Streams } from "../chance/streams.js";
import { shownValue } from "../numbers/shown-value.js";
import { AuditError, guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import type { Statement } from "./statement.js";

/** What a run of draws showed, one entry a draw: the observed quantity's enclosure and the bound (NaN: undefined). */
export interface Batch {
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
  readonly bound: Float64Array<ArrayBuffer>;
}

function concatenate(parts: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Batches that follow one another, as one. */
export function joinBatches(batches: readonly Batch[]): Batch {
  const column = (name: keyof Batch) => concatenate(batches.map((batch) => batch[name]));
  return { lower: column("lower"), upper: column("upper"), bound: column("bound") };
}

/** Everything that draws are made from, resolved. */
export interface DrawSetting {
  readonly statement: Statement;
  readonly given: Given;
  readonly streams: (draw: number) => Streams;
  readonly notify?: Notify | undefined;
  /** What the sampler reads of it; all unless given. */
  readonly read?: Given;
}

/**
 * Draws number `from` up to, not including, `to`.
 *
 * @throws AuditError if the observed quantity is NaN, an infinite bound comes up, or the claim or its sampler throws.
 */
export function drawBatch(
  { statement, given, streams, notify, read = given }: DrawSetting,
  from: number,
  to: number,
): Batch {
  const [lower, upper, bounds] = [0, 0, 0].map(() => new Float64Array(to - from));
  const { draw: sampler } = statement.claim;
  const drawOne = guarded(statement, statement.cell, `sampler ${sampler.id}`, sampler.draw.bind(sampler));
  for (let i = from; i < to; i++) {
    const draw = drawOne(read, streams(i), notify);
    const observed = statement.observed(draw, given);
    const bound: unknown = statement.bound(given, draw);
    [lower[i - from], upper[i - from]] = checkedEnclosure(statement, observed, `draw ${i}`);
    bounds[i - from] = checkedBound(statement, bound) ?? Number.NaN;
  }
  return { lower, upper, bound: bounds };
}

/** The right side without a draw; null where it is undefined. */
export const boundAhead = (statement: Statement, given: Given) =>
  checkedBound(statement, statement.bound(given, undefined));

/**
 * A right side that is a number, or null where it is undefined.
 *
 * @throws AuditError if it is anything else.
 */
function checkedBound(statement: Statement, bound: unknown): number | null {
  if (bound === null || (typeof bound === "number" && Number.isFinite(bound))) return bound;
  throw AuditError.at(
    statement,
    statement.cell,
    `the bound is ${shownValue(bound)}; it must be a finite number or null where undefined`,
  );
}
