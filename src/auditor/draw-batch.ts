import type { Streams } from "../chance/streams.js";
import type { Given, Name } from "../samplers/parameters.js";
import { AuditError } from "./audit-error.js";
import type { LooseCell } from "./cell.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import type { Notify } from "./sampler.js";
import type { Statement } from "./statement.js";

/** What a run of draws showed, one entry a draw: the observed quantity's enclosure and the bound (NaN: undefined). */
export interface Batch {
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
  readonly bound: Float64Array<ArrayBuffer>;
}

/** Everything that draws are made from, resolved. */
export interface DrawSetting {
  readonly statement: Statement;
  readonly cell: LooseCell;
  readonly given: Given<Name>;
  readonly streams: (draw: number) => Streams;
  readonly notify?: Notify | undefined;
}

/**
 * Draws number `from` up to, not including, `to`.
 *
 * @throws AuditError if the observed quantity is NaN or an infinite bound comes up.
 */
export function drawBatch({ statement, cell, given, streams, notify }: DrawSetting, from: number, to: number): Batch {
  const [lower, upper, bounds] = [0, 0, 0].map(() => new Float64Array(to - from));
  const { draw: sampler } = statement.claim;
  for (let i = from; i < to; i++) {
    const draw = sampler.draw(given, streams(i), notify);
    const observed = statement.observed(draw, given);
    const bound = statement.bound(given, draw);
    [lower[i - from], upper[i - from]] = checkedEnclosure(statement, cell, observed, `draw ${i}`);
    if (bound !== null && !Number.isFinite(bound))
      throw new AuditError(
        statement,
        cell,
        `the bound is ${bound}; it must be a finite number or null where undefined`,
      );
    bounds[i - from] = bound ?? Number.NaN;
  }
  return { lower, upper, bound: bounds };
}
