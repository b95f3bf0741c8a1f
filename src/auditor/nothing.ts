import type { Sampler } from "./sampler.js";

/** The sampler of statements in which nothing is random: they are decided by one evaluation. */
export const nothing: Sampler<never, null> = {
  id: "nothing",
  parameters: [],
  cost: () => 0,
  draw: () => null,
};
