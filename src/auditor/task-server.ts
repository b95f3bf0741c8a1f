import { messageOf } from "../numbers/message-of.js";
import { AuditError } from "./audit-error.js";
import { auditTasks } from "./audit-tasks.js";
import type { Work, WorkProgress } from "./campaign/runner.js";
import { isJsonObject, type Json } from "./json.js";
import type { OpenPaper } from "./open-paper.js";
import type { Task } from "./task.js";

/** Why there is no result: a claim that cannot be judged at a cell, bad input, or something else. */
interface WorkError {
  readonly of: "claim" | "input" | "program";
  readonly message: string;
}

/** What a job came to. */
export type Reply = { readonly value: Json } | { readonly error: WorkError };

/** Does jobs for a paper. */
export interface TaskServer {
  /** Never throws: what goes wrong is the reply. */
  serve(work: Pick<Work, "task" | "payload">): Promise<Reply>;
  /**
   * The task of a name.
   *
   * @throws RangeError if there is none.
   */
  task(name: string): Promise<Task>;
}

const NOTIFY_EVERY_MS = 500;

/** What a job is about, for progress: the claim of a question, or the task. */
function subjectOf({ task, payload }: Pick<Work, "task" | "payload">): string {
  const question = isJsonObject(payload) ? payload.question : undefined;
  return isJsonObject(question) && typeof question.claim === "string" ? question.claim : task;
}

/** What was thrown, as a reply. */
export function errorReply(error: unknown): Reply {
  const of = error instanceof AuditError ? "claim" : error instanceof RangeError ? "input" : "program";
  return { error: { of, message: messageOf(error) } };
}

/** The tasks of an open paper, and of audits; `onProgress` hears of jobs that take long, not more often than anybody reads. */
export function taskServer(open: OpenPaper, onProgress?: (progress: WorkProgress) => void): TaskServer {
  const own = auditTasks(open);
  const { tasks } = open.paper;

  async function task(name: string): Promise<Task> {
    if (Object.hasOwn(own, name)) return own[name];
    if (Object.hasOwn(tasks, name)) return tasks[name]();
    throw new RangeError(`task is ${name}; ${open.paper.id} has none of that name`);
  }

  return {
    task,
    async serve(work) {
      let last = performance.now();
      const notify = (done: number, total: number) => {
        if (!onProgress || performance.now() - last < NOTIFY_EVERY_MS) return;
        last = performance.now();
        onProgress({ what: subjectOf(work), done, total });
      };
      try {
        const found = await task(work.task);
        return { value: await found.run(work.payload, { additions: open.additions, notify }) };
      } catch (error) {
        return errorReply(error);
      }
    },
  };
}

/**
 * The result of a reply.
 *
 * @throws what the job threw, as an error of this thread.
 */
export function resultOf(reply: Reply): Json {
  if ("value" in reply) return reply.value;
  const { of, message } = reply.error;
  throw of === "claim" ? new AuditError(message) : of === "input" ? new RangeError(message) : new Error(message);
}
