import { betaExcess, betaKernel } from "./log-incomplete-beta.js";
import type { LogEnclosure } from "./sums/log-enclosure.js";

/**
 * log P(Bin(trials, p) = count), enclosed, for 0 < p < 1 and integers 0 ≤ count ≤ trials ≤ 2^53: the kernel of the beta law
 * with parameters count and trials − count, times trials/(count·(trials − count)).
 */
export function binomialMass(count: number, trials: number, p: number): LogEnclosure {
  const others = trials - count;
  const atEnd = count === 0 || others === 0;
  const { log, error } = atEnd
    ? { log: count === 0 ? trials * Math.log1p(-p) : trials * Math.log(p), error: 0 }
    : betaKernel(p, 1 - p, count, others, betaExcess(p, count, others));
  const scale = atEnd ? 0 : Math.log(trials / count / others);
  const off = error + 2 ** -50 * (Math.abs(log) + Math.abs(scale));
  return { logLower: log + scale - off, logUpper: Math.min(0, log + scale + off) };
}
