/**
 * Holds tails to mpmath and, where it has them, to SciPy: `node scripts/trust/tails.mjs [CASES] [SEED] [LAWS] [OFF]`, after
 * `npm run build`. CASES (100) random arguments of each law of tails/laws.mjs, or of LAWS alone, separated by commas; their
 * references are by tails/references.py. PYTHON is the interpreter (/usr/bin/python3). A line a law, and exit code 1 if a reference is outside of what is said of its tail. OFF
 * (0) is added to every reference: what came of it says what an error of that size in the logarithm would have been.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { uniform } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { LAWS } from "./tails/laws.mjs";

const [cases, seed, wanted, off] = [
  process.argv[2] ?? "100",
  process.argv[3] ?? "1",
  process.argv[4] ?? "all",
  process.argv[5] ?? "0",
];
const names = wanted === "all" ? Object.keys(LAWS) : wanted.split(",");
function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
if (!(Number.isInteger(Number(cases)) && Number(cases) >= 1))
  refuse(`CASES is ${JSON.stringify(cases)}; it must be an integer of at least 1`);
const unknown = names.find((name) => !Object.hasOwn(LAWS, name));
if (unknown !== undefined)
  refuse(`LAWS has ${JSON.stringify(unknown)}; each must be one of ${Object.keys(LAWS).join(", ")}`);
if (!Number.isFinite(Number(off))) refuse(`OFF is ${JSON.stringify(off)}; it must be a number`);

const PARTNER = path.join(import.meta.dirname, "tails/references.py");
/** log 10^−100, log 10^−300. */
const [SMALL, TINY] = [-100, -300].map((power) => power * Math.LN10);

/** What SciPy's logarithms are held to: its own accuracy, of which no more than their number is told. */
const AGREED = 1e-9;

/** Cases of a law with what is said of their tails. */
function drawn(name) {
  const { draw, ours, rate = 1 } = LAWS[name];
  const streams = keyedStreams({ seed, sampler: "tails", parameters: { law: name } });
  return Array.from({ length: Math.ceil(rate * Number(cases)) }, (_, i) => {
    const bits = streams(i)("arguments");
    const args = draw(() => uniform(bits));
    return { args, said: ours(...args) };
  });
}

/** By mpmath and SciPy, in the order of the cases. */
function references(name, all) {
  const law = LAWS[name].as ?? name;
  const input = all.map(({ args }) => `${JSON.stringify({ law, arguments: args })}\n`).join("");
  const { status, error, stdout, stderr } = spawnSync(process.env.PYTHON ?? "/usr/bin/python3", [PARTNER], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) refuse(`${name}: references.py has failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function hold(name) {
  const all = drawn(name);
  const found = references(name, all);
  const sum = { compared: 0, small: 0, tiny: 0, unknown: 0, widest: 0, seconded: 0, agreeing: 0 };
  const ways = {};
  const misses = [];
  for (const [i, { args, said }] of all.entries()) {
    const { logs, way, scipy } = found[i];
    if (logs.length !== said.length) throw new Error(`${name}: ${logs.length} references for ${said.length} tails`);
    for (const [side, text] of logs.entries()) {
      if (text === null) {
        sum.unknown++;
        continue;
      }
      const truth = Number(text) + Number(off);
      const { logLower, logUpper } = said[side];
      sum.compared++;
      ways[way] = (ways[way] ?? 0) + 1;
      if (truth < SMALL) sum.small++;
      if (truth < TINY) sum.tiny++;
      if (logUpper > logLower) sum.widest = Math.max(sum.widest, (logUpper - logLower) / (1 + Math.abs(truth)));
      if (!(logLower <= truth && truth <= logUpper))
        misses.push(`${name}(${args.join(", ")}), tail ${side + 1}: ${text}, said to be in [${logLower}, ${logUpper}]`);
      const second = scipy?.[side] ?? null;
      if (second === null) continue;
      sum.seconded++;
      if (Math.abs(second - Number(text)) <= AGREED * (1 + Math.abs(Number(text)))) sum.agreeing++;
    }
  }
  return { ...sum, misses, ways };
}

const total = { compared: 0, small: 0, tiny: 0, unknown: 0, misses: 0 };
for (const name of names) {
  const { compared, small, tiny, unknown: none, widest, misses, seconded, agreeing, ways } = hold(name);
  for (const miss of misses.slice(0, 5)) process.stdout.write(`${miss}\n`);
  process.stdout.write(
    `${name}: ${compared} compared (${Object.entries(ways)
      .map(([way, n]) => `${way} ${n}`)
      .join(", ")}), ${small} below 1e-100, ${tiny} below 1e-300, widest ${widest.toExponential(1)}, ` +
      `${none} without a reference, ${misses.length} missed; ` +
      `${seconded === 0 ? "not by SciPy" : `SciPy: ${seconded}, ${agreeing} of them as mpmath to ${AGREED}`}\n`,
  );
  total.compared += compared;
  total.small += small;
  total.tiny += tiny;
  total.unknown += none;
  total.misses += misses.length;
}
process.stdout.write(
  `${names.length} laws: ${total.compared} compared, ${total.small} below 1e-100, ${total.tiny} below 1e-300, ` +
    `${total.unknown} without a reference, ${total.misses} missed\n`,
);
process.exitCode = total.misses > 0 ? 1 : 0;
