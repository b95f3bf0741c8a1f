import { defineSampler } from "./sampler.js";

/** The sampler of statements in which nothing is random: they are decided by one evaluation. */
export const nothing = defineSampler({ id: "nothing", parameters: [], cost: () => 0, draw: () => null });
