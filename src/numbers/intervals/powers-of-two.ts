/** Its low word stays 0. */
const view = new DataView(new ArrayBuffer(8));

/** 2^n exactly, for integers n from −1074 to 1023, written as its bits. */
export function powerOfTwo(n: number): number {
  if (n < -1022) return powerOfTwo(n + 52) * 2 ** -52;
  view.setInt32(0, (n + 1023) << 20);
  return view.getFloat64(0);
}
