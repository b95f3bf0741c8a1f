import type { Json, JsonObject } from "../json.js";
import type { Panels } from "../panels.js";
import type { Relief } from "../relief.js";

/** A part of a campaign. Its result depends on the campaign's identity, its key and its payload alone. */
export interface Job {
  /** Unique in its campaign, and the same from run to run: shards are cut and results kept by it. */
  readonly key: string;
  /** All that its task needs: a cell, a seed, from where to where in the numbered draws. */
  readonly payload: Json;
  /** About how many seconds it takes on one core. */
  readonly seconds: number;
}

/** What the results of a campaign come to. */
export interface Found {
  /** For people, on standard output. */
  readonly text: string;
  /** For programs: a line of JSON each, with --json. */
  readonly lines: readonly Json[];
  /** Files of --out, by name: their text, lines of JSON, or what is to be drawn. */
  readonly files: Readonly<Record<string, string | readonly Json[] | Panels | Relief>>;
}

/** Work that is cut into jobs, and what is to become of their results. */
export interface Campaign {
  /** All that results depend on beside the jobs, and all that `finish` reads. The program adds its version and the paper. */
  readonly identity: JsonObject;
  /** The name of the paper's task that does the jobs. */
  readonly task: string;
  /** In the order in which they are to be done: coarse before fine, so that what is there early is of use. */
  readonly jobs: readonly Job[];
  /**
   * What results by key come to, all of them or a part: a function of them alone, not of the order in which they are listed.
   * It is called at the end, and meanwhile now and then for the files.
   */
  finish(results: ReadonlyMap<string, Json>): Found | Promise<Found>;
}
