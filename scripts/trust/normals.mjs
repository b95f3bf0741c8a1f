/**
 * A battery for the normal generators, in the manner of the tests of the Ziggurat (Leong et al. 2005; Doornik 2005):
 * `node scripts/trust/normals.mjs DRAWS [fast|plain] [JOURNAL]`, after `npm run build`. Counts of 2^13 intervals of width 1/512
 * around 0 and of both tails, of the lowest bits of what was drawn, and of pairs at lags 1, 2, 3 and 4 (the lanes of a kernel) in
 * 32 × 32 intervals are held to the exact law by χ². Blocks of 2^26 draws are kept in the journal: a second run goes on. Exit
 * code 1 if a p-value is below 1e-6 or above 1 − 1e-6.
 */
import { fillNormalFast } from "lemmacheck/networks";
import { fillNormal, logChiSquareTails, logNormalUpperTail } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { addLine, readJournal } from "../journal.mjs";

const draws = Number(process.argv[2] ?? 1e8);
const which = process.argv[3] ?? "fast";
const journal = process.argv[4] ?? `normals-${which}.jsonl`;
const fill = which === "fast" ? fillNormalFast : fillNormal;

const BLOCK = 2 ** 26;
const PIECE = 2 ** 16;
/** Intervals on either side of 0, how many to a unit, and so where the tails begin. */
const [HALF, PER_UNIT] = [4096, 512];
const [SIDE, LAGS] = [32, 4];
/** Where a variable's interval of SIDE equally likely ones begins. */
const upper = (x) => (x < 0 ? 1 - Math.exp(logNormalUpperTail(-x)) : Math.exp(logNormalUpperTail(x)));
const cuts = Float64Array.from({ length: SIDE - 1 }, (_, i) => {
  let [low, high] = [-9, 9];
  for (let j = 0; j < 80; j++) {
    const middle = (low + high) / 2;
    if (1 - upper(middle) < (i + 1) / SIDE) low = middle;
    else high = middle;
  }
  return low;
});
/** The interval of each of the fine ones, where no cut is inside; else −1. */
const coarse = Int8Array.from({ length: 2 * HALF + 2 }, (_, i) => {
  const from = (i - 1 - HALF) / PER_UNIT;
  const inside = cuts.some((cut) => cut > from && cut < from + 1 / PER_UNIT);
  return inside ? -1 : cuts.filter((cut) => cut <= from).length;
});

function count(block) {
  const fine = new Float64Array(2 * HALF + 2);
  const bits = new Float64Array(256);
  const pairs = Array.from({ length: LAGS }, () => new Float64Array(SIDE * SIDE));
  const random = keyedStreams({ seed: "normals", sampler: which, parameters: { block } });
  const x = new Float64Array(PIECE);
  const words = new Uint8Array(x.buffer);
  const places = new Int8Array(PIECE);
  for (let piece = 0; piece < BLOCK / PIECE; piece++) {
    fill(x, random(piece)("x"));
    for (let i = 0; i < PIECE; i++) {
      const place = Math.min(2 * HALF + 1, Math.max(0, Math.floor(x[i] * PER_UNIT) + HALF + 1));
      fine[place]++;
      let own = coarse[place];
      if (own < 0) {
        own = 0;
        while (own < SIDE - 1 && x[i] >= cuts[own]) own++;
      }
      places[i] = own;
      // Of numbers in [1/2, 1): the exponent is the same, so that the last bits are of the position.
      const size = Math.abs(x[i]);
      if (size >= 0.5 && size < 1) bits[words[8 * i]]++;
    }
    for (let lag = 1; lag <= LAGS; lag++) {
      const table = pairs[lag - 1];
      for (let i = 0; i + lag < PIECE; i += LAGS + 1) table[SIDE * places[i] + places[i + lag]]++;
    }
  }
  return { block, fine: Array.from(fine), bits: Array.from(bits), pairs: pairs.map((table) => Array.from(table)) };
}

const blocks = Math.ceil(draws / BLOCK);
const lines = readJournal(journal).filter(({ block }) => block < blocks);
const known = new Set(lines.map(({ block }) => block));
const total = {
  fine: new Float64Array(2 * HALF + 2),
  bits: new Float64Array(256),
  pairs: Array.from({ length: LAGS }, () => new Float64Array(SIDE * SIDE)),
};
function add({ fine, bits, pairs }) {
  for (const [i, n] of fine.entries()) total.fine[i] += n;
  for (const [i, n] of bits.entries()) total.bits[i] += n;
  for (const [lag, table] of pairs.entries()) for (const [i, n] of table.entries()) total.pairs[lag][i] += n;
}
lines.forEach(add);
for (let block = 0; block < blocks; block++) {
  if (known.has(block)) continue;
  const line = count(block);
  addLine(journal, line);
  add(line);
  process.stderr.write(`${block + 1} of ${blocks} blocks\n`);
}

/** P(χ² > statistic) for counts against shares; cells of few are put together. */
function test(name, counts, shares) {
  const all = counts.reduce((sum, n) => sum + n, 0);
  let [statistic, cells, expected, seen] = [0, 0, 0, 0];
  counts.forEach((n, i) => {
    expected += all * shares[i];
    seen += n;
    if (expected < 20 && i < counts.length - 1) return;
    statistic += (seen - expected) ** 2 / expected;
    cells++;
    [expected, seen] = [0, 0];
  });
  const degrees = cells - 1;
  const p = Math.exp(logChiSquareTails(degrees, statistic - degrees).logUpper);
  process.stdout.write(
    `${name}: ${all.toExponential(2)} counts in ${cells} cells, χ² ${statistic.toFixed(0)}, p ${p.toPrecision(3)}\n`,
  );
  return p;
}
const share = (i) => {
  const [from, to] = [(i - 1 - HALF) / PER_UNIT, (i - HALF) / PER_UNIT];
  if (i === 0) return upper(-to);
  if (i === 2 * HALF + 1) return upper(from);
  return from >= 0 ? upper(from) - upper(to) : upper(-to) - upper(-from);
};
const even = (n) => Array.from({ length: n }, () => 1 / n);
const found = [
  test(
    "intervals",
    total.fine,
    Array.from(total.fine, (_, i) => share(i)),
  ),
  test("lowest bits", total.bits, even(256)),
  ...total.pairs.map((table, lag) => test(`pairs at lag ${lag + 1}`, table, even(SIDE * SIDE))),
];
const worst = Math.min(...found.map((p) => Math.min(p, 1 - p)));
process.stdout.write(
  `${which}: ${(blocks * BLOCK).toExponential(2)} draws, the p-value nearest 0 or 1 is ${worst.toExponential(1)} away\n`,
);
process.exitCode = worst < 1e-6 ? 1 : 0;
