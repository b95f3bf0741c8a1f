import type { Probe } from "./probe.js";

/** Hypotheses that held at no cell that was looked at. */
export interface NeverMet {
  learn(found: Pick<Probe, "status" | "failing" | "failure">): void;
  /** By number; none where no cell was looked at. */
  numbers(): readonly number[];
}

/** Before the first look. */
export function neverMet(): NeverMet {
  let never: readonly number[] | null = null;
  return {
    learn({ status, failing, failure }) {
      // Where a value is refused no hypothesis was asked.
      if (status === "outside" && failure !== null) return;
      never = never === null ? failing : never.filter((i) => failing.includes(i));
    },
    numbers: () => never ?? [],
  };
}
