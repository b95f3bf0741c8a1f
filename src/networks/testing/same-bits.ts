/** Whether two arrays of doubles have the same bits; far faster on long ones than `toEqual`. */
export function sameBits(a: Float64Array, b: Float64Array): boolean {
  const bytes = (x: Float64Array) => Buffer.from(x.buffer, x.byteOffset, x.byteLength);
  return bytes(a).equals(bytes(b));
}
