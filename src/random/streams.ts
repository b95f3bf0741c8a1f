import seedrandom from "seedrandom";
import type { Bits } from "./bits.js";
import { chachaBlock } from "./chacha.js";
import { xoshiro128pp } from "./xoshiro.js";

/** The named sub-streams of one draw: `random("u")` is the same sequence of bits whenever it is asked for. */
export type Streams = (name: string) => Bits;

/** What a family of draws is keyed by. Equal keys give equal draws, different keys independent ones. */
export interface StreamKey {
  readonly seed: string;
  /** The sampler's id. */
  readonly sampler: string;
  /** The sampler's own parameters, and whatever else must give fresh draws. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** "expand 32-byte k", as in RFC 8439. */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** 32-bit FNV-1a of a sub-stream's name; two streams of a draw need only different names. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash;
}

/**
 * The streams of every draw under a key: seedrandom turns the key into 256 bits once, and ChaCha with 8 rounds
 * turns those, the draw's number and the sub-stream's name into a state for xoshiro128++. No stream depends on
 * which others were asked for, or in what order.
 *
 * @returns draw number (an integer in [0, 2^53]) → its streams.
 */
export function keyedStreams({ seed, sampler, parameters }: StreamKey): (draw: number) => Streams {
  const names = Object.keys(parameters).toSorted();
  const generator = seedrandom(JSON.stringify([seed, sampler, names.map((name) => [name, parameters[name]])]));
  const key = Array.from({ length: 8 }, () => generator.int32());
  return (draw) => (name) => {
    const [low, high] = [draw | 0, Math.floor(draw / 2 ** 32)];
    const input = Int32Array.from([...CONSTANTS, ...key, low, high, hashName(name), name.length]);
    const state = chachaBlock(input, 8);
    return xoshiro128pp(state[0], state[1], state[2], state[3] | 1);
  };
}
