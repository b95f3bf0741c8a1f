/** A number that an upper end, which may be reached, is below: "X < end" is not known. */
const beyond = (end: number) => end + 1e-12 * Math.abs(end);

/** (1 − q)/q from log q, Infinity where it overflows. */
const odds = (logAllowed: number) => Math.expm1(-logAllowed);

/**
 * What is known of X − E X as often as with probability 1 − q without any exponential bound: that it is at most the
 * largest value, and Cantelli's deviation·√((1 − q)/q).
 */
export const oneSided = (deviation: number, logAllowed: number, most = Infinity) =>
  Math.min(beyond(most), deviation * Math.sqrt(odds(logAllowed)));

/** The same of |X − E X|, by Chebyshev. */
export const twoSided = (deviation: number, logAllowed: number, most = Infinity) =>
  Math.min(beyond(most), deviation * Math.exp(-logAllowed / 2));

/** What is surely known: the end itself, which may be reached. */
export const surely = (most: number) => beyond(most);
