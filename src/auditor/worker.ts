import { parentPort, workerData } from "node:worker_threads";
import type { Work, WorkProgress } from "./campaign/runner.js";
import { openPaper, type PaperPlace } from "./open-paper.js";
import { type Reply, taskServer } from "./task-server.js";

/** What a thread says: that it has begun to work, then of each job any number of progress messages and what it came to. */
export type WorkerMessage = Reply | { readonly progress: WorkProgress } | { readonly ready: true };

/** What it is started with: the paper that jobs speak of. */
export interface WorkerData {
  readonly place: PaperPlace;
}

const { place }: WorkerData = workerData;
const say = (message: WorkerMessage) => parentPort?.postMessage(message);
const server = taskServer(await openPaper(place), (progress) => say({ progress }));

// A thread has one job at a time.
parentPort?.on("message", (work: Work) => void server.serve(work).then(say));
say({ ready: true });
