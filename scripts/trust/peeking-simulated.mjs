/**
 * How often the tests that are looked at all the time are wrong on their boundary, by simulation: `node
 * scripts/trust/peeking-simulated.mjs RUNS [DRAWS] [ALPHA]`, after `npm run build`. Means are the claimed ones exactly and failures come with
 * probability γ exactly; whatever is decided there counts as wrong. Of what users call, `hasMean` and `holdsWithProbability`,
 * up to DRAWS draws; and of the rule of the latter up to twice the draws from which on either verdict can come, millions of them
 * where γ is near 0 or 1: failures between looks are binomial, by the sampler of the package. Exit code 1 if
 * more are wrong than α allows (by 95 % limits), or the exact law of the counts says otherwise of them (by limits of 99.9 %).
 */
import { binomial } from "lemmacheck/probability";
import { hasMean, holdsWithProbability, keyedStreams, LOOK_EVERY } from "lemmacheck/statistics";
import seedrandom from "seedrandom";
import { crossing } from "./crossing.mjs";
import { limits } from "./limits.mjs";
import { firstDeciding, stopsOf } from "./stops.mjs";

const [runs = 1000, draws = 2048, alpha = 0.1] = process.argv.slice(2).map(Number);
for (const [name, value, is, must] of [
  ["RUNS", runs, Number.isSafeInteger(runs) && runs >= 1, "an integer ≥ 1"],
  ["DRAWS", draws, Number.isSafeInteger(draws) && draws >= 1, "an integer ≥ 1"],
  ["ALPHA", alpha, alpha > 0 && alpha < 1, "in (0, 1)"],
]) {
  if (is) continue;
  process.stderr.write(`${name} is ${value}; it must be ${must}\n`);
  process.exit(2);
}

/**
 * Laws with what is known of them, and their means.
 *
 * @type {readonly [string, import("lemmacheck/statistics").MeanModel, number, (random: () => number) => number][]}
 */
const LAWS = [
  ["uniform on [0, 1]", { range: { lower: 0, upper: 1 } }, 0.5, (random) => random()],
  ["0 or 1, fair", { range: { lower: 0, upper: 1 } }, 0.5, (random) => (random() < 0.5 ? 0 : 1)],
  ["1 with probability 0.01", { range: { lower: 0, upper: 1 } }, 0.01, (random) => (random() < 0.01 ? 1 : 0)],
  ["a square of a uniform", { range: { lower: 0, upper: 1 } }, 1 / 3, (random) => random() ** 2],
  ["exponential, E X² = 2", { secondMoment: 2 }, 1, (random) => -Math.log1p(-random())],
  ["9 with probability 0.1", { secondMoment: 8.1 }, 0.9, (random) => (random() < 0.1 ? 9 : 0)],
];

/** How many runs were decided, a boundary and verdict each, with lower limits; of how many the law of the counts says otherwise. */
const most = [];
let unlikely = 0;

/** Prints how many runs were decided, and beside it what the law of the counts says where it is known. */
function report(what, counts, law) {
  const texts = Object.entries(counts).map(([verdict, count]) => {
    const { lower, upper } = limits(count, runs);
    most.push({ count, lower });
    if (!law) return `${verdict} ${count} (at most ${upper.toPrecision(2)})`;
    const wide = limits(count, runs, 0.999);
    const should = Math.min(1, law[verdict]);
    if (should < wide.lower || should > wide.upper) unlikely++;
    const can = law.canBe[verdict] ? "" : ", which cannot be";
    return `${verdict} ${count} (at most ${upper.toPrecision(2)}; ${(should * runs).toPrecision(3)} expected${can})`;
  });
  process.stdout.write(`${what}: ${texts.join(", ")}\n`);
}

/** Counts what came of so many runs. */
async function decided(what, run, law) {
  const counts = { refuted: 0, supported: 0 };
  const random = seedrandom(`peeking ${what}`);
  for (let i = 0; i < runs; i++) {
    const { verdict } = await run(random);
    if (verdict in counts) counts[verdict]++;
  }
  report(what, counts, law);
}

/** The rule by counts, a look at a time. */
function byLooks(gamma, last) {
  const at = stopsOf(gamma, alpha);
  const stops = Array.from({ length: last / LOOK_EVERY }, (_, look) => at((look + 1) * LOOK_EVERY));
  const streams = keyedStreams({ seed: "peeking", sampler: "looks", parameters: { gamma } });
  const counts = { refuted: 0, supported: 0 };
  for (let run = 0; run < runs; run++) {
    const bits = streams(run)("failures");
    let failures = 0;
    for (const { few, many } of stops) {
      failures += binomial(LOOK_EVERY, gamma, bits);
      if (failures > few && failures < many) continue;
      counts[failures <= few ? "supported" : "refuted"]++;
      break;
    }
  }
  const law = crossing({ p: gamma, gamma, alpha, draws: last });
  report(`γ = ${gamma}, ${last} draws`, counts, law);
}

const SHARES = [1e-6, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6];
for (const gamma of SHARES)
  await decided(
    `γ = ${gamma}, ${draws} draws`,
    (random) => holdsWithProbability(() => random() >= gamma, 1 - gamma, { alpha, draws }),
    // What is claimed is 1 − γ, of which γ comes back rounded.
    crossing({ p: gamma, gamma: 1 - (1 - gamma), alpha, draws }),
  );
for (const gamma of SHARES) {
  const first = Math.max(firstDeciding("refuted", gamma, alpha), firstDeciding("supported", gamma, alpha));
  byLooks(gamma, Math.max(2 * first, LOOK_EVERY * Math.ceil(draws / LOOK_EVERY)));
}
for (const [name, model, mean, draw] of LAWS)
  for (const side of ["atMost", "atLeast"])
    await decided(`mean of ${name}, ${side}`, (random) =>
      hasMean(() => draw(random), { ...model, [side]: mean, alpha, draws }),
    );
const worst = Math.max(...most.map(({ count }) => count));
const tooMany = most.filter(({ lower }) => lower > alpha).length;
process.stdout.write(
  `${most.length} boundaries at α = ${alpha}: at most ${worst} of ${runs} runs decided one way, ${tooMany} more than α allows, ${unlikely} not as the law of the counts says\n`,
);
process.exitCode = tooMany + unlikely > 0 ? 1 : 0;
