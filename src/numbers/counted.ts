import { formatNumber } from "./format-number.js";

/**
 * How many there are of what an English noun with a plural in -s names.
 *
 * @example counted(1, "cell") // "1 cell"
 */
export const counted = (count: number, noun: string): string =>
  `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
