/**
 * How often the sequential test is wrong where it is hardest, on its boundary p = γ, with a look every 64 draws: not simulated,
 * the law of the counts is carried from look to look. `node scripts/trust/peeking.mjs [LOOKS]`, after `npm run build`. Exit
 * code 1 if a probability is above its α.
 */

import { logBinomialTails } from "lemmacheck/probability";
import { LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "lemmacheck/statistics";

const looks = Number(process.argv[2] ?? 1024);
/** What is left out of the law, as if it had been wrong: a bound, not an approximation. */
const NEGLIGIBLE = 1e-24;

/** P(Bin(64, γ) = v) by differences of tails, from whichever end is small. */
function steps(gamma) {
  const tails = Array.from({ length: LOOK_EVERY + 2 }, (_, v) => logBinomialTails(v, LOOK_EVERY, gamma));
  return Float64Array.from({ length: LOOK_EVERY + 1 }, (_, v) => {
    const { logAtLeast, logAtMost } = tails[v];
    return logAtLeast < logAtMost
      ? Math.exp(logAtLeast) - (v < LOOK_EVERY ? Math.exp(tails[v + 1].logAtLeast) : 0)
      : Math.exp(logAtMost) - (v > 0 ? Math.exp(tails[v - 1].logAtMost) : 0);
  });
}

/** The probability that `rejects` is true at some look. */
function crossing(gamma, rejects) {
  const step = steps(gamma);
  let [from, masses, crossed] = [0, Float64Array.of(1), 0];
  for (let look = 1; look <= looks; look++) {
    const next = new Float64Array(masses.length + LOOK_EVERY);
    for (const [i, mass] of masses.entries())
      if (mass > 0) for (let v = 0; v <= LOOK_EVERY; v++) next[i + v] += mass * step[v];
    const draws = look * LOOK_EVERY;
    let [low, high] = [next.length, -1];
    for (const [i, mass] of next.entries()) {
      if (mass === 0) continue;
      if (mass < NEGLIGIBLE || rejects({ failures: from + i, draws })) {
        crossed += mass;
        next[i] = 0;
      } else [low, high] = [Math.min(low, i), Math.max(high, i)];
    }
    if (high < 0) return crossed;
    masses = next.slice(low, high + 1);
    from += low;
  }
  return crossed;
}

const shares = [1e-6, 1e-4, 1e-2, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6];
const lines = [];
for (const gamma of shares)
  for (const alpha of [0.1, 0.01, 1e-6, 1e-10]) {
    const enough = -Math.log(alpha);
    const refuted = crossing(gamma, (counts) => logEvidenceAbove(counts, gamma) >= enough);
    const supported = crossing(gamma, (counts) => logEvidenceBelow(counts, gamma) >= enough);
    lines.push({ gamma, alpha, refuted, supported });
    process.stdout.write(
      `γ ${gamma}, α ${alpha}: wrongly refuted ${refuted.toExponential(2)}, wrongly supported ${supported.toExponential(2)}\n`,
    );
  }
const most = Math.max(...lines.map(({ alpha, refuted, supported }) => Math.max(refuted, supported) / alpha));
process.stdout.write(`${looks} looks; at most ${most.toFixed(3)} of α\n`);
process.exitCode = most > 1 ? 1 : 0;
