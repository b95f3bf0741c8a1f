/**
 * How often the sequential test is wrong where it is hardest, on its boundary p = γ, with a look every 64 draws: not simulated,
 * the law of the counts is carried from look to look, and the rule that audits call decides. `node scripts/trust/peeking.mjs
 * [LOOKS] [TIMES]`, after `npm run build`: so many looks, and where that is more, TIMES the draws from which on either verdict
 * can come at all (2 unless given; 0 for LOOKS alone). Exit code 1 if a probability is above its α, or nothing could be crossed.
 */
import { LOOK_EVERY } from "lemmacheck/statistics";
import { crossing } from "./crossing.mjs";
import { firstDeciding } from "./stops.mjs";

const [looks = 1024, times = 2] = process.argv.slice(2).map(Number);
for (const [name, value, is, must] of [
  ["LOOKS", looks, Number.isSafeInteger(looks) && looks >= 1, "an integer ≥ 1"],
  ["TIMES", times, times >= 0 && times < 100, "a number from 0 to 100"],
]) {
  if (is) continue;
  process.stderr.write(`${name} is ${value}; it must be ${must}\n`);
  process.exit(2);
}

const SHARES = [1e-6, 1e-4, 1e-2, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6];
const crossed = [];
let cannot = 0;
for (const gamma of SHARES)
  for (const alpha of [0.1, 0.01, 1e-6, 1e-10]) {
    const first = Object.fromEntries(["refuted", "supported"].map((side) => [side, firstDeciding(side, gamma, alpha)]));
    const reach = LOOK_EVERY * Math.ceil((times * Math.max(first.refuted, first.supported)) / LOOK_EVERY);
    const draws = Math.max(looks * LOOK_EVERY, reach);
    const run = crossing({ p: gamma, gamma, alpha, draws });
    const texts = ["refuted", "supported"].map((side) => {
      if (!run.canBe[side]) {
        cannot++;
        return `cannot be ${side} before ${first[side]} draws`;
      }
      // What the law leaves out counts as wrong.
      crossed.push({ gamma, alpha, side, share: (run[side] + run.leftOut) / alpha });
      return `wrongly ${side} ${run[side].toExponential(2)}, ${(run[side] / alpha).toPrecision(3)} of α`;
    });
    process.stdout.write(`γ ${gamma}, α ${alpha}, ${draws} draws: ${texts.join("; ")}\n`);
  }
const sorted = crossed.toSorted((a, b) => a.share - b.share);
const [least, most] = [sorted[0], sorted.at(-1)];
const named = ({ gamma, alpha, side, share }) => `${share.toPrecision(3)} of α (γ ${gamma}, α ${alpha}, ${side})`;
process.stdout.write(
  `${crossed.length} boundaries that can be crossed, ${cannot} that cannot: from ${named(least)} to ${named(most)}\n`,
);
process.exitCode = most?.share <= 1 ? 0 : 1;
