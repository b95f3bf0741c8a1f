import type { Probe } from "./probe.js";

/** Looks in a row that could not be paid for, and the work for one doubles. */
const PATIENCE = 8;
/** Which no single look exceeds: some ten seconds of a core. */
const MOST = 5e8;

/** The work that the draws of one look may take, in Gaussians: more as the search goes on, and where nothing can be had for less. */
export interface LookingWork {
  gaussians(): number;
  learn(found: Pick<Probe, "status" | "excess">): void;
}

/** Before the first look. */
export function lookingWork(): LookingWork {
  let [looks, beyond, stretch] = [0, 0, 1];
  return {
    gaussians: () => Math.min(MOST, stretch * (looks < 48 ? 1e5 : looks < 384 ? 1e6 : 4e6)),
    learn({ status, excess }) {
      looks++;
      if (status === "judged") beyond = 0;
      // What costs more than any price is not waited for.
      if (status !== "beyond" || excess === -Infinity) return;
      beyond++;
      if (beyond < PATIENCE) return;
      beyond = 0;
      stretch *= 2;
    },
  };
}
