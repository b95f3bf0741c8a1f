import type { Streams } from "../chance/streams.js";
import type { Given, Name } from "../samplers/parameters.js";

/** Told how far a draw that takes long has come, now and then: `done` out of `total` of whatever it counts. */
export type Notify = (done: number, total: number) => void;

/** One way to draw what claims need to know of a random network. */
export interface Sampler<P extends Name, D> {
  readonly id: string;
  /** The parameters that a draw depends on: with seed, id and draw number they key its streams. */
  readonly parameters: readonly P[];
  /** Work and memory of one draw, in Gaussian variables. */
  cost(given: Given<P>): number;
  /** One draw. It may be lazy: each sub-stream is asked for by name, whenever it is needed. */
  draw(given: Given<P>, random: Streams, notify?: Notify): D;
}
