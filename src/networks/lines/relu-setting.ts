import type { Streams } from "../../chance/streams.js";
import type { STREAM_COMPONENTS, STREAM_U, STREAM_XI } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { normalState } from "../kernels/seed-state.js";

/** What the neurons of a ReLU layer are drawn with. */
export interface ReluSetting {
  readonly random: Streams;
  readonly machine: Machine;
  /** Called after every million neurons or so with how many of these are done; may throw to give up. */
  readonly progress?: (done: number) => void;
  /** Active neurons are near with |w′| up to this, inactive ones with |w| up to ratio·|ω|. */
  readonly border: number;
  readonly ratio: number;
}

/** The numbers of q = alpha·w + push + spread·r for active neurons, r of variance 1 − 1/n, and alpha·w + spread·ω for others. */
export interface ReluRay {
  readonly alpha: number;
  readonly push: number;
  readonly spread: number;
}

/** Gets `count` neurons, w at byte `w` of the machine's memory and q at byte `q`. */
export type VisitNeurons = (w: number, q: number, count: number) => void;

/** Neurons drawn in one call of a kernel. */
export const CHUNK = 4096;
/** Chunks between two calls of `progress`. */
export const MANY_CHUNKS = 256;

/** The next multiple of 4. */
export const fours = (count: number) => (count + 3) & ~3;

/** Starts one of the machine's streams with the bits of that name. */
export function seedStream(
  { machine, random }: ReluSetting,
  stream: typeof STREAM_U | typeof STREAM_XI | typeof STREAM_COMPONENTS,
  name: string,
): void {
  machine.i32.set(normalState(random(name)), stream / 4);
}
