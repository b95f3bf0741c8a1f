/**
 * A probability to five digits, as a power of ten where a double cannot hold it.
 *
 * @param log its natural logarithm.
 * @example probabilityText(-2000) // "10^-868.6"
 */
export function probabilityText(log: number): string {
  const log10 = log / Math.LN10;
  return log10 > -300 || log === -Infinity ? String(Number(Math.exp(log).toPrecision(5))) : `10^${log10.toFixed(1)}`;
}
