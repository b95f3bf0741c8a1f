import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
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
  /** The sampler's own parameters, and whatever else must give fresh draws. Their order is irrelevant; −0 is 0. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** "expand 32-byte k", as in RFC 8439. */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** A key as text, no two the same. Numbers go through String, since JSON knows no NaN or Infinity. */
function keyText({ seed, sampler, parameters }: StreamKey): string {
  const entries = Object.keys(parameters)
    .toSorted()
    .map((name) => [name, typeof parameters[name], String(parameters[name])]);
  return JSON.stringify([seed, sampler, entries]);
}

/**
 * 256 bits of a key. seedrandom keeps only the low byte of a character and folds what is longer than 256 of them, so
 * that long or non-Latin keys could meet; it is given a digest instead.
 */
function keyWords(key: StreamKey): number[] {
  const generator = seedrandom(bytesToHex(sha256(utf8ToBytes(keyText(key)))));
  return Array.from({ length: 8 }, () => generator.int32());
}

/** A 64-bit hash of a sub-stream's name in two words: two multiplicative lanes, mixed at the end (after cyrb53). */
function hashName(name: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a, b];
}

/**
 * The streams of every draw under a key: seedrandom turns the key into 256 bits once, and ChaCha with 8 rounds
 * turns those, the draw's number and the sub-stream's name into a state for xoshiro128++. No stream depends on
 * which others were asked for, or in what order.
 *
 * @returns draw number (an integer in [0, 2^53]) → its streams.
 * @throws RangeError from the returned function if the draw number is anything else.
 */
export function keyedStreams(key: StreamKey): (draw: number) => Streams {
  const fixed = Int32Array.from([...CONSTANTS, ...keyWords(key)]);
  return (draw) => {
    if (!(Number.isInteger(draw) && draw >= 0 && draw <= 2 ** 53))
      throw new RangeError(`draw is ${draw}; it must be an integer in [0, 2^53]`);
    const counter = [draw | 0, Math.floor(draw / 2 ** 32)];
    return (name) => {
      const input = new Int32Array(16);
      input.set(fixed);
      input.set(counter, 12);
      input.set(hashName(name), 14);
      const state = chachaBlock(input, 8);
      // One bit set for sure: the state may not be all zeros.
      return xoshiro128pp(state[0], state[1], state[2], state[3] | 1);
    };
  };
}
