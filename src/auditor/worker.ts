import { parentPort, workerData } from "node:worker_threads";
import type { Activation } from "../activations/activation.js";
import type { Claim } from "./claim.js";
import { type DrawSetting, drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import type { Job, PortableQuestion, Reply, WorkerData } from "./messages.js";
import type { Notify } from "./sampler.js";

/** A module that workers can take claims from. */
interface Ledger {
  readonly claims: readonly Claim[];
  readonly activations?: readonly Activation[];
}

const { ledger: url }: WorkerData = workerData;
const ledger: Ledger = await import(url);
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

/** The setting of a question; that of the last one is kept, since its batches come in a row. */
function settingOf(question: PortableQuestion): DrawSetting {
  const key = JSON.stringify(question);
  if (latest?.key !== key) {
    const claim = ledger.claims.find(({ id }) => id === question.claim);
    if (!claim) throw new RangeError(`claim is ${question.claim}; the ledger at ${url} has none of that id`);
    latest = {
      key,
      setting: { ...drawSetting({ ...question, claim }, ledger.activations), notify: notifier(claim.id) },
    };
  }
  return latest.setting;
}

function answer({ question, from, to }: Job): Reply {
  try {
    return { batch: drawBatch(settingOf(question), from, to) };
  } catch (error) {
    return {
      error:
        error instanceof Error
          ? { name: error.name, message: error.message }
          : { name: "Error", message: String(error) },
    };
  }
}

parentPort?.on("message", (job: Job) => {
  const reply = answer(job);
  const moved = "batch" in reply ? [reply.batch.lower.buffer, reply.batch.upper.buffer, reply.batch.bound.buffer] : [];
  parentPort?.postMessage(reply, moved);
});
