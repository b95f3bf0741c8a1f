import { logBinomialTails } from "lemmacheck/probability";
import { judgeShare, LOOK_EVERY } from "lemmacheck/statistics";
import { stopsOf } from "./stops.mjs";

/** What is left out of the law: it is told, to be added to what came of it. */
const NEGLIGIBLE = 1e-24;
/** At every so manyth look all counts are asked, not only those beside the places where the decision ends. */
const ALL_ASKED = 256;

/** P(Bin(n, p) = v) by differences of tails, from whichever end is small. */
function masses(n, p) {
  const tails = Array.from({ length: n + 2 }, (_, v) => logBinomialTails(v, n, p));
  return Float64Array.from({ length: n + 1 }, (_, v) => {
    const { logAtLeast, logAtMost } = tails[v];
    return logAtLeast < logAtMost
      ? Math.exp(logAtLeast) - (v < n ? Math.exp(tails[v + 1].logAtLeast) : 0)
      : Math.exp(logAtMost) - (v > 0 ? Math.exp(tails[v - 1].logAtMost) : 0);
  });
}

/** The first and last counts of a law that are likelier than 1e-30. */
function span(law) {
  const likely = [...law.keys()].filter((v) => law[v] > 1e-30);
  return [likely[0], likely.at(-1)];
}

/** What the rule itself says of each count, against where the decision is thought to end. */
function askAll(from, law, draws, { gamma, alpha, few, many }) {
  for (let failures = from; failures < from + law.length; failures++) {
    const verdict = failures <= few ? "supported" : failures >= many ? "refuted" : "inconclusive";
    const says = judgeShare({ failures, draws }, { gamma }, alpha);
    if (says !== verdict)
      throw new Error(`${failures} of ${draws} failures: ${says}, between counts that say ${verdict}`);
  }
}

/**
 * How the decision by counts that audits call ends, where draws fail with probability p, with a look every 64 draws and at
 * the last: not simulated, the law of the counts is carried from look to look. Also whether either end can be reached by
 * any counts at all.
 *
 * @param {{ p: number; gamma: number; alpha: number; draws: number }} run
 */
export function crossing({ p, gamma, alpha, draws: most }) {
  const stops = stopsOf(gamma, alpha);
  const whole = masses(Math.min(LOOK_EVERY, most), p);
  let [from, law] = [0, Float64Array.of(1)];
  let [refuted, supported, leftOut, looks] = [0, 0, 0, 0];
  const canBe = { refuted: false, supported: false };
  for (let draws = 0; draws < most; looks++) {
    const more = Math.min(LOOK_EVERY, most - draws);
    const step = more === whole.length - 1 ? whole : masses(more, p);
    const [least, largest] = span(step);
    leftOut += LOOK_EVERY * 1e-30;
    const next = new Float64Array(law.length + largest - least);
    for (let i = 0; i < law.length; i++) for (let v = least; v <= largest; v++) next[i + v - least] += law[i] * step[v];
    draws += more;
    from += least;
    const { few, many } = stops(draws);
    if (few >= 0) canBe.supported = true;
    if (many <= draws) canBe.refuted = true;
    if (looks % ALL_ASKED === 0) askAll(from, next, draws, { gamma, alpha, few, many });
    let [low, high] = [0, next.length];
    for (; low < high && (from + low <= few || next[low] < NEGLIGIBLE); low++)
      if (from + low <= few) supported += next[low];
      else leftOut += next[low];
    for (; high > low && (from + high - 1 >= many || next[high - 1] < NEGLIGIBLE); high--)
      if (from + high - 1 >= many) refuted += next[high - 1];
      else leftOut += next[high - 1];
    law = next.subarray(low, high);
    from += low;
  }
  return { refuted, supported, leftOut, canBe };
}
