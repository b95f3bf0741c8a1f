/**
 * How often the tests that are looked at all the time are wrong on their boundary, by simulation of what users call:
 * `node scripts/trust/peeking-simulated.mjs RUNS [DRAWS] [ALPHA]`, after `npm run build`. Failures come with probability γ exactly
 * (`holdsWithProbability`), means are the claimed ones exactly (`hasMean`); whatever is decided there counts as wrong. Exit code
 * 1 if more are wrong than α allows (by 95 % limits).
 */
import { hasMean, holdsWithProbability } from "lemmacheck/statistics";
import seedrandom from "seedrandom";
import { limits } from "./limits.mjs";

const [runs = 1000, draws = 2048, alpha = 0.1] = process.argv.slice(2).map(Number);

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

/** How many runs decide one way at most, the line of both printed; ∞ if more than α allows. */
async function decided(what, run) {
  const counts = { refuted: 0, supported: 0 };
  const random = seedrandom(`peeking ${what}`);
  for (let i = 0; i < runs; i++) {
    const { verdict } = await run(random);
    if (verdict in counts) counts[verdict]++;
  }
  const shares = Object.entries(counts).map(([verdict, count]) => ({ verdict, count, ...limits(count, runs) }));
  const texts = shares.map(({ verdict, count, upper }) => `${verdict} ${count} (at most ${upper.toPrecision(2)})`);
  process.stdout.write(`${what}: ${texts.join(", ")}\n`);
  return Math.max(...shares.map(({ count, lower }) => (lower <= alpha ? count : Number.POSITIVE_INFINITY)));
}

const most = [];
for (const gamma of [1e-6, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6])
  most.push(
    await decided(`γ = ${gamma}`, (random) =>
      holdsWithProbability(() => random() >= gamma, 1 - gamma, { alpha, draws }),
    ),
  );
for (const [name, model, mean, draw] of LAWS)
  for (const side of ["atMost", "atLeast"])
    most.push(
      await decided(`mean of ${name}, ${side}`, (random) =>
        hasMean(() => draw(random), { ...model, [side]: mean, alpha, draws }),
      ),
    );
const worst = Math.max(...most);
process.stdout.write(`${most.length} boundaries at α = ${alpha}: at most ${worst} of ${runs} runs decided one way\n`);
process.exitCode = worst === Number.POSITIVE_INFINITY ? 1 : 0;
