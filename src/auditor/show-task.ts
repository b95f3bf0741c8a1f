import type { Cell } from "./cell.js";
import { type ClaimMap, claimMaps } from "./claim-map.js";
import type { ExhibitRoom } from "./exhibit.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "./json.js";
import type { OpenPaper } from "./open-paper.js";
import { isCell } from "./portable-question.js";
import type { Task } from "./task.js";

/** The task of working out what a report shows of a paper beside its rows, by name. */
export const SHOW = "audit/show";

/** What it is worked out from. */
export interface Asked {
  /** The claims that are mapped, by id. */
  readonly audited: readonly string[];
  /** The cells of rows, each once. */
  readonly cells: readonly Cell[];
  /** Lines that the paper's commands have written. */
  readonly records: readonly Json[];
}

/** What a report shows of a paper beside its rows. */
export interface Shown {
  /** By claim id. */
  readonly maps: ReadonlyMap<string, readonly ClaimMap[]>;
  readonly rooms: readonly ExhibitRoom[];
}

/** What is asked for, as it travels. */
export const showJob = ({ audited, cells, records }: Asked): JsonObject => ({
  audited: [...audited],
  cells: toJson(cells),
  records: [...records],
});

const isList = (x: Json | undefined): x is readonly Json[] => Array.isArray(x);

/** What was worked out, as it arrived; null for anything else. */
export function readShown(x: Json): Shown | null {
  if (!isJsonObject(x) || !isList(x.maps) || !isList(x.rooms)) return null;
  // Nobody else's: reports have it done by a thread of their own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { maps, rooms } = x as unknown as { maps: [string, ClaimMap[]][]; rooms: ExhibitRoom[] };
  return { maps: new Map(maps), rooms };
}

/** How it is done for an open paper. */
export function showTask({ paper, claims, additions }: OpenPaper): Task {
  return {
    async run(payload) {
      const { audited, cells, records } = isJsonObject(payload) ? payload : {};
      if (!isList(audited) || !isList(cells) || !isList(records))
        throw new RangeError(
          "what a report is to show has no list of claims, cells and records; it must have all three",
        );
      const maps = await paper.maps(records);
      const own = (await claims()).filter(({ id }) => audited.includes(id));
      const rooms = await paper.exhibits({ cells: cells.filter(isCell), records, additions });
      return toJson({ maps: own.map((claim) => [claim.id, claimMaps(claim, maps, additions)]), rooms });
    },
    isResult: (x) => readShown(x) !== null,
  };
}
