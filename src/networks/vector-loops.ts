/*
 * Loops over vectors as functions of their own: inside a closure that each draw makes anew, the engine would compile and
 * abandon them again and again.
 */

/** cv as a vector of its own. */
export function times(c: number, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  for (let i = 0; i < out.length; i++) out[i] = c * v[i];
  return out;
}

/** Multiplies v by c in place. */
export function scale(v: Float64Array, c: number): void {
  for (let i = 0; i < v.length; i++) v[i] *= c;
}

/** Adds cv to `out`, entry i of v to entry `shift` + i of `out`, from i = `from` on. */
export function addTimes(out: Float64Array, c: number, v: Float64Array, from = 0, shift = 0): void {
  for (let i = from; i < v.length; i++) out[shift + i] += c * v[i];
}

/** max(0, ·) in place from an entry on. */
export function rectify(v: Float64Array, from: number): void {
  for (let i = from; i < v.length; i++) v[i] = Math.max(0, v[i]);
}
