/**
 * Hostile input, in process: `node scripts/trust/fuzz.mjs CASES [SEED] [KIND]`, after `npm run build`. Texts, rows, lines of journals,
 * kept failures, messages of a queue, definitions and configs are made by fast-check from what has broken programs before; each must be
 * taken, or refused in one line of ours that says what it must be; what engines throw is no refusal. Exit code 1 if one is not, with
 * the input and what undoes it, or if it took over a second. Each check is first tried at what it must find.
 */
import fc from "fast-check";
import { targets } from "./fuzz/targets.mjs";

const [cases = 10_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
/** Made at a time. */
const BLOCK = 500;
/** What a refusal may take of the processor's time, in milliseconds; certifying an expression may take seconds. */
const LONGEST = 1000;
/** What it may take by the clock, beside whatever else the machine does. */
const LONGEST_BY_CLOCK = 10_000;
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const kinds = Object.entries(targets).filter(([kind]) => only === undefined || kind === only);
const shares = kinds.reduce((sum, [, { share }]) => sum + share, 0);
const pristine = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
// Configs leave promises behind that nobody waits for: the program ends in a line then, which the binary is tried for.
process.on("unhandledRejection", (error) => {
  if (error?.message !== "later") throw error;
});
// The parser is loaded when it is first asked for.
targets.expressions.check("t");
let [done, failed] = [0, 0];
for (const [kind, { share, inputs, check }] of kinds) {
  const count = Math.ceil((cases * share) / shares);
  let [longest, bad] = [0, 0];
  for (let block = 0; block * BLOCK < count; block++) {
    const numRuns = Math.min(BLOCK, count - block * BLOCK);
    for (const input of fc.sample(inputs, { seed: seed * 1_000_003 + block, numRuns })) {
      const [started, began] = [performance.now(), spent()];
      try {
        // Most answer at once.
        const answer = check(input);
        if (answer !== undefined) await answer;
        if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== pristine)
          throw new Error("a prototype was polluted");
      } catch (error) {
        bad++;
        if (bad <= 3)
          process.stdout.write(
            `${kind}: ${String(error.stack).split("\n").slice(0, 3).join(" ")}\n  input ${fc.stringify(input).slice(0, 400)}\n`,
          );
      }
      // Both have the memory that others left behind cleared within them.
      const [took, byClock] = [spent() - began, performance.now() - started];
      if (took > longest) longest = took;
      if ((took > LONGEST || byClock > LONGEST_BY_CLOCK) && kind !== "activations") {
        bad++;
        process.stdout.write(
          `${kind}: took ${took.toFixed(0)} ms, ${byClock.toFixed(0)} ms by the clock\n  input ${fc.stringify(input).slice(0, 400)}\n`,
        );
      }
    }
    done += numRuns;
  }
  failed += bad;
  process.stdout.write(`${kind}: ${count} cases, ${bad} not as they should be, the longest ${longest.toFixed(0)} ms\n`);
}
process.stdout.write(`${done} cases, ${failed} not as they should be\n`);
process.exitCode = failed > 0 ? 1 : 0;
