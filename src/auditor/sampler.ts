import type { Notify } from "../chance/notify.js";
import type { Streams } from "../chance/streams.js";
import { shownValue } from "../numbers/shown-value.js";
import type { AnyParameter, GivenOf } from "./parameter.js";

/** One way to draw what claims need to know. P are parameters that it may read, D is what it draws. */
export interface Sampler<P extends readonly AnyParameter[], D> {
  readonly id: string;
  /** The parameters that a draw depends on: with seed, id and draw number they key its streams. */
  readonly parameters: P;
  /** Work and memory of one draw, in Gaussian variables. */
  cost(given: GivenOf<P>): number;
  /** One draw. It may be lazy: each sub-stream is asked for by name, whenever it is needed. */
  draw(given: GivenOf<P>, random: Streams, notify?: Notify): D;
}

/**
 * Makes a sampler; it is there for its types, which are inferred from `parameters`.
 *
 * @throws RangeError if the id is empty or a function is missing.
 */
export function defineSampler<const P extends readonly AnyParameter[], D>(sampler: Sampler<P, D>): Sampler<P, D> {
  const { id, parameters, cost, draw } = sampler;
  if (typeof id !== "string" || id === "") throw new RangeError(`sampler id is ${shownValue(id)}; it must be a text`);
  if (!Array.isArray(parameters)) throw new RangeError(`sampler ${id}: parameters must be a list of parameters`);
  if (typeof cost !== "function" || typeof draw !== "function")
    throw new RangeError(`sampler ${id}: cost and draw must be functions`);
  return sampler;
}
