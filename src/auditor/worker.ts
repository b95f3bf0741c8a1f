import { parentPort, workerData } from "node:worker_threads";
import type { Notify } from "../chance/notify.js";
import { messageOf } from "../numbers/message-of.js";
import { AuditError } from "./audit-error.js";
import type { Claim } from "./claim.js";
import { compute } from "./compute.js";
import { type DrawSetting, drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import { investigationOf } from "./investigation.js";
import type { Job, PortableQuestion, Reply, WorkerData } from "./messages.js";
import { openPaper } from "./open-paper.js";

const { place }: WorkerData = workerData;
const paper = await openPaper(place);
let latest: { readonly key: string; readonly setting: DrawSetting } | undefined;

const NOTIFY_EVERY_MS = 500;

/** Passes progress on, but not more often than anybody reads. */
function notifier(claim: string): Notify {
  let last = Date.now();
  return (done, total) => {
    if (Date.now() - last < NOTIFY_EVERY_MS) return;
    last = Date.now();
    parentPort?.postMessage({ progress: { claim, done, total } } satisfies Reply);
  };
}

async function claimOf({ claim: id }: PortableQuestion): Promise<Claim> {
  const claim = await paper.claim(id);
  if (!claim) throw new RangeError(`claim is ${id}; ${paper.paper.id} has none of that id`);
  return claim;
}

/** The setting of a question; that of the last one is kept, since its batches come in a row. */
async function settingOf(question: PortableQuestion): Promise<DrawSetting> {
  const key = JSON.stringify(question);
  if (latest?.key !== key) {
    const claim = await claimOf(question);
    latest = {
      key,
      setting: { ...drawSetting(investigationOf({ ...question, claim }, paper.additions)), notify: notifier(claim.id) },
    };
  }
  return latest.setting;
}

async function answer(job: Job): Promise<Reply> {
  const { question } = job;
  try {
    if ("from" in job) return { batch: drawBatch(await settingOf(question), job.from, job.to) };
    const { additions } = paper;
    return {
      computed: await compute({ ...question, claim: await claimOf(question) }, { additions, method: job.method }),
    };
  } catch (error) {
    return { error: { ofClaim: error instanceof AuditError, message: messageOf(error) } };
  }
}

async function serve(job: Job): Promise<void> {
  const reply = await answer(job);
  const moved = "batch" in reply ? [reply.batch.lower.buffer, reply.batch.upper.buffer, reply.batch.bound.buffer] : [];
  parentPort?.postMessage(reply, moved);
}

// A worker has one job at a time.
parentPort?.on("message", (job: Job) => void serve(job));
