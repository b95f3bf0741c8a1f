/**
 * A config with a paper of its own: sampled claims that take a few seconds in all, and a command that counts in jobs.
 * What it does takes time, and not a time: rows are the same wherever it runs.
 */
export const COINS = `
import { defineClaim, definePaper, defineSampler, gamma, integers, isJsonObject, parameter } from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";

const n = parameter({ name: "n", about: "which coin", domain: integers(1, 1000) });
const coin = defineSampler({ id: "coin", parameters: [n], cost: () => 2e5,
  draw: (_, random) => { const bits = random("u"); let u = 0; for (let i = 0; i < 10000; i++) u = uniform(bits); return u; } });
const claim = defineClaim({ id: "coin", label: "Coin", kind: "whp", quote: "q", latex: "x", nonClaims: ["nothing else"],
  parameters: [n, gamma], hypotheses: [], draw: coin, observed: (x) => x, relation: "<=", trivial: () => 2,
  forms: { printed: { bound: () => 0.95 } }, cells: [{ n: [1, 2, 3, 4, 5, 6, 7, 8], gamma: [0.05] }],
  witness: { n: 1, gamma: 0.2 }, mutants: { zero: { bound: () => -1, at: { n: 1, gamma: 0.05 } } } });

const heads = (seed, from, to) => {
  const streams = keyedStreams({ seed, sampler: "heads", parameters: {} });
  let count = 0;
  for (let i = from; i < to; i++) { const bits = streams(i)("u"); for (let j = 0; j < 10000; j++) uniform(bits); if (uniform(bits) < 0.5) count++; }
  return count;
};
const tally = {
  async run(payload) {
    if (!isJsonObject(payload) || !Number.isSafeInteger(payload.from)) throw new RangeError("a job that arrived is no tally");
    return { heads: heads(payload.seed, payload.from, payload.to) };
  },
  isResult: (x, { from, to }) => isJsonObject(x) && Number.isSafeInteger(x.heads) && x.heads >= 0 && x.heads <= to - from,
};
const command = {
  name: "tally", about: "counts heads", arguments: [], options: [{ name: "tosses", value: "n", about: "how many" }, { name: "seed", value: "seed", about: "any text" }],
  async campaign({ options }) {
    const { tosses = "4000", seed = "1" } = options;
    const count = Number(tosses);
    if (!(Number.isInteger(count) && count > 0)) throw new RangeError("--tosses is " + tosses + "; it must be an integer from 1 on");
    const jobs = Array.from({ length: Math.ceil(count / 100) }, (_, i) => {
      const [from, to] = [100 * i, Math.min(count, 100 * (i + 1))];
      return { key: from + "-" + to, payload: { seed, from, to }, seconds: 0.05 };
    });
    return { identity: { tosses: count, seed }, task: "tally", jobs,
      finish(results) {
        const lines = jobs.flatMap(({ key }) => results.has(key) ? [{ key, ...results.get(key) }] : []);
        const sum = lines.reduce((total, line) => total + line.heads, 0);
        return { text: sum + " heads in " + lines.length + " jobs", lines, files: { "tallies.jsonl": lines, "heads.txt": String(sum) } };
      } };
  },
};
export default { papers: [definePaper({ id: "coins", title: "Coins", authors: [], year: 2020, source: "s", parameters: [n, gamma],
  claims: [claim], commands: [command], tasks: { tally: async () => tally } })] };
`;
