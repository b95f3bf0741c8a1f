import { audit } from "./audit.js";
import type { Runner } from "./campaign/runner.js";
import type { Additions } from "./cell.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "./json.js";
import { type PortableQuestion, portableQuestion, readQuestion } from "./portable-question.js";
import type { AuditOptions, Question } from "./question.js";
import { readRow } from "./read-row.js";
import { METHODS, type Row } from "./row-fields.js";
import type { Task } from "./task.js";

/** The task of a whole audit of a question by one thread, by name: that thread can be ended, whatever the claim is at. */
export const AUDIT = "audit/whole";

/** How it is audited. */
export type How = Pick<AuditOptions, "method" | "draws" | "alpha">;

const numberOrNone = (x: Json | undefined) => (typeof x === "number" ? x : undefined);

function readHow(x: JsonObject): How {
  const alpha = numberOrNone(x.alpha);
  const method = METHODS.find((known) => known === x.method);
  return { method, draws: numberOrNone(x.draws), ...(alpha === undefined ? {} : { alpha }) };
}

/**
 * A question's row, by whoever does jobs.
 *
 * @throws TookTooLong where it takes more than so many seconds, and can be ended.
 */
export async function auditElsewhere(
  runner: Runner,
  question: Question,
  { method, draws, alpha }: How,
  seconds: number,
): Promise<Row> {
  const payload = toJson({ question: portableQuestion(question), method, draws, alpha });
  return readRow(await runner.run({ task: AUDIT, payload, rank: -1, seconds }));
}

function isRow(x: Json): boolean {
  try {
    readRow(x);
    return true;
  } catch {
    return false;
  }
}

/** How it is done; `named` gives a question its claim. */
export const auditTask = (additions: Additions, named: (question: PortableQuestion) => Promise<Question>): Task => ({
  async run(payload) {
    const asked = isJsonObject(payload) ? payload : {};
    return toJson(await audit(await named(readQuestion(asked.question)), { additions, ...readHow(asked) }));
  },
  isResult: isRow,
});
