import type { Records } from "./campaign/records.js";
import { type Batch, joinBatches } from "./draw-batch.js";
import type { DrawSource, Executor } from "./executor.js";
import { isJsonObject, type Json } from "./json.js";
import { packBatch, unpackBatch } from "./packed-batch.js";
import { cellKey } from "./portable-question.js";

/** Draws are kept when they have taken so long: what a killed run loses. */
const KEEP_EVERY_MS = 1000;
/** Draws that take less are made again as soon as they are read. */
const WORTH_KEEPING_MS = 0.02;

/** Draws that were kept: from where to where, at a cell. */
interface Part {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
  readonly batch: Json;
}

function readPart(x: Json): Part | null {
  if (!isJsonObject(x)) return null;
  const { cell, from, to, batch } = x;
  if (typeof cell !== "string" || batch === undefined) return null;
  if (typeof from !== "number" || typeof to !== "number" || !Number.isSafeInteger(to - from)) return null;
  return { cell, from, to, batch };
}

/** A source that first gives what was kept, and keeps what takes long. */
function rememberingSource(source: DrawSource, key: string, records: Records): DrawSource {
  return async function* (question, limit, batchSize, first = 0) {
    const cell = cellKey(question.cell);
    const known = new Map<number, Batch>();
    for (const part of records.parts(key).map(readPart)) {
      const batch = part?.cell === cell && part.to <= limit ? unpackBatch(part.batch, part.to - part.from) : null;
      if (part && batch) known.set(part.from, batch);
    }
    const starts = [...known.keys()].toSorted((a, b) => a - b);
    for (let from = first; from < limit; ) {
      const batch = known.get(from);
      if (batch) {
        yield batch;
        from += batch.bound.length;
        continue;
      }
      const gap = starts.find((start) => start > from) ?? limit;
      let pending: Batch[] = [];
      let [kept, since] = [from, performance.now()];
      for await (const next of source(question, gap, batchSize, from)) {
        pending.push(next);
        from += next.bound.length;
        const elapsed = performance.now() - since;
        if (elapsed >= KEEP_EVERY_MS) {
          if (elapsed / (from - kept) >= WORTH_KEEPING_MS)
            records.addPart(key, { cell, from: kept, to: from, batch: packBatch(joinBatches(pending)) });
          pending = [];
          [kept, since] = [from, performance.now()];
        }
        yield next;
      }
    }
  };
}

/** The work of one question, of which draws that take long are kept: a resumed audit goes on after them. */
export function rememberingExecutor(executor: Executor, key: string, records: Records): Executor {
  return { ...executor, source: rememberingSource(executor.source, key, records) };
}
