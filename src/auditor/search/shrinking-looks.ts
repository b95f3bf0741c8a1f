import type { Cell } from "../cell.js";
import type { Row } from "../row-fields.js";
import type { Judge } from "./judge-cells.js";
import { cellOf, type Place, settledAt } from "./place.js";
import type { Probe } from "./probe.js";
import type { SearchEffort } from "./searching.js";

/** Looked at together. */
const TOGETHER = 8;

/** A place at which the statement is refuted. */
interface Refuted {
  readonly row: Row;
  readonly place: Place;
  /** The number of the candidate. */
  readonly index: number;
}

/** How candidates are looked at: which parameters stay as they are, and what may be taken of what comes back. */
export interface Trying {
  readonly keeping: readonly string[];
  mayBe?(cell: Cell): boolean;
}

/** Looks at candidates for something simpler, as many as may be. */
export interface ShrinkingLooks {
  /** The first of some places at which the statement is still refuted. */
  first(places: readonly Place[], trying: Trying): Promise<Refuted | null>;
  /** Those of some places at which it seems to fail, with the cells that they came to. */
  failing(places: readonly Place[], trying: Trying): Promise<readonly { readonly place: Place; readonly cell: Cell }[]>;
  /** How many were looked at, and what ended it before its time. */
  count(): Pick<SearchEffort, "shrinks" | "unfinished">;
}

/** Looks by a judge, `most` at most. */
export function shrinkingLooks(judge: Judge, gaussians: number, most: number, isOver: () => boolean): ShrinkingLooks {
  let shrinks = 0;
  let unfinished: SearchEffort["unfinished"] = null;
  /** Where it does not fail. */
  const sound = new Set<string>();

  async function* looks(places: readonly Place[], { keeping, mayBe }: Trying) {
    const asked = places
      .map((place, index) => ({ place, index, key: JSON.stringify([cellOf(place), place.raise, keeping]) }))
      .filter(({ key }) => !sound.has(key));
    for (let from = 0; from < asked.length && !unfinished; from += TOGETHER) {
      if (shrinks >= most) unfinished = "cells";
      if (unfinished) return;
      const some = asked.slice(from, from + TOGETHER);
      const probes: readonly (Probe | null)[] = await judge.look(
        some.map(({ place }) => place),
        { gaussians, keeping },
      );
      for (const [i, probe] of probes.entries()) {
        const { place, index, key } = some[i];
        if (!probe) {
          unfinished = "time";
          return;
        }
        shrinks++;
        const { excess, cell } = probe;
        if (!(excess > 0)) sound.add(key);
        else if (mayBe?.(cell) ?? true) yield { probe, cell, place: settledAt(place, cell), index };
      }
    }
  }

  return {
    async first(places, trying) {
      for await (const { probe, place, index } of looks(places, trying)) {
        const { row, isUnpaid } = await judge.refuting(probe);
        if (row) return { row, place, index };
        if (isUnpaid) unfinished = "budget";
        else if (isOver()) unfinished = "time";
      }
      return null;
    },
    async failing(places, trying) {
      const found: { readonly place: Place; readonly cell: Cell }[] = [];
      for await (const { place, cell } of looks(places, trying)) found.push({ place, cell });
      return found;
    },
    count: () => ({ shrinks, unfinished }),
  };
}
