import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { chachaBlock } from "./chacha.js";

const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const hex = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");

it("gives the block of RFC 8439, section 2.3.2", () => {
  const key = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c, 0x13121110, 0x17161514, 0x1b1a1918, 0x1f1e1d1c];
  const input = Int32Array.from([...CONSTANTS, ...key, 1, 0x09000000, 0x4a000000, 0]);
  const before = input.slice();
  expect(hex(chachaBlock(input, 20))).toBe(
    "e4e7f110 15593bd1 1fdd0f50 c47120a3 c7f4d1c7 0368c033 9aaa2204 4e6cd4c3 " +
      "466482d2 09aa9f07 05d7c214 a2028bd9 d19c12b5 b94e16de e883d0cb 4e3c50a2",
  );
  expect(input).toEqual(before);
});

it("gives the published first block of 8 rounds with a key and nonce of zeros", () => {
  // Strömbergson, "Test Vectors for the Stream Cipher ChaCha", TC1 with a key of 256 bits; bytes in order.
  const block = chachaBlock(Int32Array.from([...CONSTANTS, ...new Uint32Array(12)]), 8);
  expect(Buffer.from(block.buffer).toString("hex")).toBe(
    "3e00ef2f895f40d67f5bb8e81f09a5a12c840ec3ce9a7f3b181be188ef711a1e" +
      "984ce172b9216f419f445367456d5619314a42a3da86b001387bfdb80e0cfe42",
  );
});

it("agrees with Node's ChaCha20 at any key, counter and nonce", () => {
  fc.assert(
    fc.property(fc.int32Array({ minLength: 12, maxLength: 12 }), (words) => {
      const bytes = Buffer.from(words.buffer);
      const cipher = createCipheriv("chacha20", bytes.subarray(0, 32), bytes.subarray(32));
      const block = chachaBlock(Int32Array.from([...CONSTANTS, ...words]), 20);
      expect(Buffer.from(block.buffer)).toEqual(cipher.update(Buffer.alloc(64)));
    }),
    { seed: 1 },
  );
});
