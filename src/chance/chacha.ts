/** One ChaCha quarter round on words a, b, c, d of the state. */
function quarterRound(x: Int32Array, a: number, b: number, c: number, d: number): void {
  x[a] += x[b];
  x[d] ^= x[a];
  x[d] = (x[d] << 16) | (x[d] >>> 16);
  x[c] += x[d];
  x[b] ^= x[c];
  x[b] = (x[b] << 12) | (x[b] >>> 20);
  x[a] += x[b];
  x[d] ^= x[a];
  x[d] = (x[d] << 8) | (x[d] >>> 24);
  x[c] += x[d];
  x[b] ^= x[c];
  x[b] = (x[b] << 7) | (x[b] >>> 25);
}

/**
 * The ChaCha block function with the given even number of rounds (RFC 8439 has 20): a keyed bijection of the
 * counter that no statistical test tells from random, used to give every stream a state of its own.
 *
 * @param input 16 words: 4 constants, 8 of key, 4 of counter and nonce; not changed.
 */
export function chachaBlock(input: Int32Array, rounds: number): Int32Array {
  const x = input.slice();
  for (let round = 0; round < rounds; round += 2) {
    quarterRound(x, 0, 4, 8, 12);
    quarterRound(x, 1, 5, 9, 13);
    quarterRound(x, 2, 6, 10, 14);
    quarterRound(x, 3, 7, 11, 15);
    quarterRound(x, 0, 5, 10, 15);
    quarterRound(x, 1, 6, 11, 12);
    quarterRound(x, 2, 7, 8, 13);
    quarterRound(x, 3, 4, 9, 14);
  }
  for (let i = 0; i < 16; i++) x[i] += input[i];
  return x;
}
