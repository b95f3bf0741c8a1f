import type { OpenPaper } from "../open-paper.js";
import { pause } from "../pause.js";
import { resultOf, taskServer } from "../task-server.js";
import type { Runner, WorkProgress } from "./runner.js";

/** Jobs in this thread, one after another; other tasks have their turn between two. */
export function localRunner(open: OpenPaper, onProgress?: (progress: WorkProgress) => void): Runner {
  const server = taskServer(open, onProgress);
  let closed: { readonly reason: unknown } | undefined;
  return {
    grain: 1,
    ahead: 1,
    async run(work) {
      await pause();
      if (closed) throw closed.reason;
      return resultOf(await server.serve(work));
    },
    async close(reason = new Error("no more jobs are taken")) {
      closed = { reason };
    },
  };
}
