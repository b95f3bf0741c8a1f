import type { Bits } from "../../chance/bits.js";
import { chachaBlock } from "../../chance/chacha.js";
import { STREAM_BYTES } from "./layout.js";

/** "expand 32-byte k", as in RFC 8439. */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/**
 * `length` words of generator state from a stream: its next 8 words are the key of ChaCha with 8 rounds, whose blocks
 * 0, 1, … are the state. One bit of the first word is set for sure: no lane may be all zeros, which any other has with
 * probability 2⁻¹²⁸.
 */
function expand(length: number, bits: Bits): Int32Array {
  const input = new Int32Array(16);
  input.set(CONSTANTS);
  for (let i = 4; i < 12; i++) input[i] = bits();
  const state = new Int32Array(16 * Math.ceil(length / 16));
  for (let block = 0; 16 * block < length; block++) {
    input[12] = block;
    state.set(chachaBlock(input, 8), 16 * block);
  }
  return state.subarray(0, length);
}

/** State of a stream of normal variables. */
export function normalState(bits: Bits): Int32Array {
  return expand(STREAM_BYTES / 4, bits);
}
