import { shownValue } from "../numbers/shown-value.js";
import { AUDIT, auditTask } from "./audit-job.js";
import type { Claim } from "./claim.js";
import { compute } from "./compute.js";
import { type DrawSetting, drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import type { Computed } from "./executor.js";
import { investigationOf } from "./investigation.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "./json.js";
import type { OpenPaper } from "./open-paper.js";
import { packBatch, unpackBatch } from "./packed-batch.js";
import { type PortableQuestion, readQuestion, withClaim } from "./portable-question.js";
import { readRow } from "./read-row.js";
import { METHODS } from "./row-fields.js";
import { PROBE, probeTask } from "./search/probe-task.js";
import { RIGHT_SIDES, rightSidesTask } from "./search/repairs/right-sides-task.js";
import { SHOW, showTask } from "./show-task.js";
import type { Task } from "./task.js";

/** The tasks of every paper: what an audit is made of. No paper's own name has a slash. */
export const COMPUTE = "audit/compute";
export const DRAW = "audit/draw";

/** The most draws that one job may ask for. */
const MOST = 2 ** 20;

const payloadOf = (payload: Json): JsonObject => (isJsonObject(payload) ? payload : {});

function readRange({ from, to }: JsonObject): readonly [from: number, to: number] {
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to)) {
    const [first, end] = [Number(from), Number(to)];
    if (first >= 0 && end > first && end - first <= MOST) return [first, end];
  }
  throw new RangeError(
    `draws that were asked for are ${shownValue(from)} to ${shownValue(to)}; they must be numbered draws`,
  );
}

/** What was found without a draw, as it arrived; null for anything else. */
export function readComputed(x: Json): Computed | null {
  if (!isJsonObject(x) || typeof x.drawable !== "boolean" || x.row === undefined) return null;
  const { row, drawable } = x;
  try {
    return { row: row === null ? null : readRow(row), drawable };
  } catch {
    return null;
  }
}

/** The tasks, over the claims of an open paper. */
export function auditTasks(open: OpenPaper): Readonly<Record<string, Task>> {
  const { paper, claim, additions } = open;
  let latest: { readonly key: string; readonly setting: DrawSetting } | undefined;

  async function claimOf({ claim: id }: PortableQuestion): Promise<Claim> {
    const found = await claim(id);
    if (!found) throw new RangeError(`claim is ${id}; ${paper.id} has none of that id`);
    return found;
  }

  const named = async (question: PortableQuestion) => withClaim(question, await claimOf(question));

  /** The setting of a question; that of the last one is kept, since its batches come in a row. */
  async function settingOf(question: PortableQuestion): Promise<DrawSetting> {
    const key = JSON.stringify(question);
    if (latest?.key !== key) latest = { key, setting: drawSetting(investigationOf(await named(question), additions)) };
    return latest.setting;
  }

  return {
    [SHOW]: showTask(open),
    [PROBE]: probeTask(additions, named),
    [RIGHT_SIDES]: rightSidesTask(additions, named),
    [AUDIT]: auditTask(additions, named),
    [COMPUTE]: {
      async run(payload) {
        const { question, method } = payloadOf(payload);
        return toJson(
          await compute(await named(readQuestion(question)), {
            additions,
            method: METHODS.find((known) => known === method),
          }),
        );
      },
      isResult: (x) => readComputed(x) !== null,
    },
    [DRAW]: {
      async run(payload, { notify }) {
        const asked = payloadOf(payload);
        const [from, to] = readRange(asked);
        return packBatch(drawBatch({ ...(await settingOf(readQuestion(asked.question))), notify }, from, to));
      },
      isResult(x, payload) {
        const [from, to] = readRange(payloadOf(payload));
        return unpackBatch(x, to - from) !== null;
      },
    },
  };
}
