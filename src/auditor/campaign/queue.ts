import { isJsonObject, isShallow, type Json, type JsonObject } from "../json.js";
import type { Reply } from "../task-server.js";
import { canonicalText, digestOf } from "./identity.js";
import type { Work } from "./runner.js";

/** What must be the same where jobs are asked for and where they are done. */
export interface ProgramIdentity {
  /** Of lemmacheck. */
  readonly version: string;
  /** The paper's id. */
  readonly paper: string | null;
  /** A digest of the config, or null. */
  readonly config: string | null;
}

const programJson = ({ version, paper, config }: ProgramIdentity): JsonObject => ({ version, paper, config });

/** The queue of those who have the same program, paper and config: nobody else takes its jobs. */
export const queueName = (program: ProgramIdentity): string =>
  `lemmacheck-${digestOf(canonicalText(programJson(program)))}`;

/** What programs are, in a line. */
export const programText = ({ version, paper, config }: ProgramIdentity): string =>
  `lemmacheck ${version}, paper ${String(paper)}${config === null ? "" : `, config ${config.slice(0, 8)}`}`;

/** A job as it lies in the queue. */
export const queued = (program: ProgramIdentity, { task, payload }: Work): JsonObject => ({
  program: programJson(program),
  task,
  payload,
});

/**
 * A job as it came out of the queue, where anybody who can reach the Redis may have put it.
 *
 * @throws RangeError in one line if it is none.
 */
export function readQueued(x: Json, program: ProgramIdentity): Pick<Work, "task" | "payload"> {
  if (!isJsonObject(x) || !isShallow(x) || typeof x.task !== "string" || x.payload === undefined)
    throw new RangeError("a job that arrived is none; it must have a task and a payload");
  if (canonicalText(x.program ?? null) !== canonicalText(programJson(program)))
    throw new RangeError(`a job that arrived is of another program; it must be of ${programText(program)}`);
  return { task: x.task, payload: x.payload };
}

/** What a job came to, as it arrived; null for anything else. */
export function readReply(x: Json): Reply | null {
  if (!isJsonObject(x) || !isShallow(x)) return null;
  const { value, error } = x;
  if (value !== undefined) return { value };
  if (!isJsonObject(error) || typeof error.message !== "string") return null;
  const { of, message } = error;
  return of === "claim" || of === "input" || of === "program" ? { error: { of, message } } : null;
}
