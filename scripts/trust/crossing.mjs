import { logBinomialTails } from "lemmacheck/probability";
import { judgeShare, LOOK_EVERY } from "lemmacheck/statistics";

/** What is left out of the law, as if it had been wrong either way: a bound, not an approximation. */
const NEGLIGIBLE = 1e-24;

/** P(Bin(n, p) = v) by differences of tails, from whichever end is small; what is below 1e-300 is left out. */
function masses(n, p) {
  const tails = Array.from({ length: n + 2 }, (_, v) => logBinomialTails(v, n, p));
  return Float64Array.from({ length: n + 1 }, (_, v) => {
    const { logAtLeast, logAtMost } = tails[v];
    return logAtLeast < logAtMost
      ? Math.exp(logAtLeast) - (v < n ? Math.exp(tails[v + 1].logAtLeast) : 0)
      : Math.exp(logAtMost) - (v > 0 ? Math.exp(tails[v - 1].logAtMost) : 0);
  });
}

/** The counts between which all but 1e-30 of a law lies. */
function span(law) {
  const kept = [...law.keys()].filter((v) => law[v] > 1e-30);
  return [kept[0], kept.at(-1)];
}

/**
 * How the decision by counts that audits call ends, where draws fail with probability p, with a look every 64 draws and at
 * the last: not simulated, the law of the counts is carried from look to look. Also whether each end can be reached at
 * all, by whatever counts.
 *
 * @param {{ p: number; gamma: number; alpha: number; draws: number }} run
 */
export function crossing({ p, gamma, alpha, draws: most }) {
  const whole = masses(Math.min(LOOK_EVERY, most), p);
  let [from, law] = [0, Float64Array.of(1)];
  const ends = { refuted: 0, supported: 0, inconclusive: 0 };
  const canBe = { refuted: false, supported: false };
  let leftOut = 0;
  for (let draws = 0; draws < most && law.length > 0; ) {
    const more = Math.min(LOOK_EVERY, most - draws);
    const step = more === whole.length - 1 ? whole : masses(more, p);
    const [least, largest] = span(step);
    const next = new Float64Array(law.length + largest - least);
    for (let i = 0; i < law.length; i++)
      if (law[i] > 0) for (let v = least; v <= largest; v++) next[i + v - least] += law[i] * step[v];
    // What the span leaves out, at most.
    leftOut += LOOK_EVERY * 1e-30;
    draws += more;
    from += least;
    let [low, high] = [next.length, -1];
    for (let i = 0; i < next.length; i++) {
      if (next[i] === 0) continue;
      const verdict = next[i] < NEGLIGIBLE ? "left out" : judgeShare({ failures: from + i, draws }, { gamma }, alpha);
      if (verdict === "inconclusive") [low, high] = [Math.min(low, i), i];
      else {
        if (verdict === "left out") leftOut += next[i];
        else {
          ends[verdict] += next[i];
          canBe[verdict] = true;
        }
        next[i] = 0;
      }
    }
    law = next.slice(low, high + 1);
    from += low;
  }
  // Whether counts so unlikely that the law leaves them out would end it: the most extreme ones at the last look.
  for (const failures of [0, most]) {
    const verdict = judgeShare({ failures, draws: most }, { gamma }, alpha);
    if (verdict !== "inconclusive") canBe[verdict] = true;
  }
  return { ...ends, leftOut, canBe };
}
