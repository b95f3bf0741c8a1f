import type { JsonObject } from "../auditor/json.js";
import type { PaperPlace } from "../auditor/open-paper.js";
import { keptAlready } from "./keep-journal.js";

/** What --plan is asked about. */
interface Asked {
  readonly out: string | undefined;
  readonly resume: boolean;
  readonly place: PaperPlace;
  readonly identity: JsonObject;
}

/** The jobs that are left to do, where --resume goes on with what is in --out; else all of them. */
export async function leftOf<T>(
  jobs: readonly T[],
  keyOf: (job: T) => string,
  { out, resume, place, identity }: Asked,
): Promise<readonly T[]> {
  if (!resume || out === undefined) return jobs;
  const done = await keptAlready({ out, place, identity, warn: () => undefined });
  return jobs.filter((job) => !done.has(keyOf(job)));
}
