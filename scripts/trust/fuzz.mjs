/**
 * Hostile input, in process: `node scripts/trust/fuzz.mjs CASES [SEED] [KIND]`, after `npm run build`. Texts, rows, lines of journals,
 * kept failures, messages of a queue and definitions are made by fast-check from what has broken programs before; each must be
 * taken, or refused in one line. Exit code 1 if one is not, with the input and what undoes it, or if it took over a second.
 */
import fc from "fast-check";
import { targets } from "./fuzz/targets.mjs";

const [cases = 10_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
/** Made at a time. */
const BLOCK = 500;
/** What a refusal may take, in milliseconds; certifying an expression may take seconds. */
const LONGEST = 1000;

const kinds = Object.entries(targets).filter(([kind]) => only === undefined || kind === only);
const shares = kinds.reduce((sum, [, { share }]) => sum + share, 0);
const pristine = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
// The parser is loaded when it is first asked for.
targets.expressions.check("t");
let [done, failed] = [0, 0];
for (const [kind, { share, inputs, check }] of kinds) {
  const count = Math.ceil((cases * share) / shares);
  let [longest, bad] = [0, 0];
  for (let block = 0; block * BLOCK < count; block++) {
    const numRuns = Math.min(BLOCK, count - block * BLOCK);
    for (const input of fc.sample(inputs, { seed: seed * 1_000_003 + block, numRuns })) {
      const started = performance.now();
      try {
        check(input);
        if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== pristine)
          throw new Error("a prototype was polluted");
      } catch (error) {
        bad++;
        if (bad <= 3)
          process.stdout.write(
            `${kind}: ${String(error.stack).split("\n").slice(0, 3).join(" ")}\n  input ${fc.stringify(input).slice(0, 400)}\n`,
          );
      }
      const took = performance.now() - started;
      if (took > longest) longest = took;
      if (took > LONGEST && kind !== "activations") {
        bad++;
        process.stdout.write(`${kind}: took ${took.toFixed(0)} ms\n  input ${fc.stringify(input).slice(0, 400)}\n`);
      }
    }
    done += numRuns;
  }
  failed += bad;
  process.stdout.write(`${kind}: ${count} cases, ${bad} not as they should be, the longest ${longest.toFixed(0)} ms\n`);
}
process.stdout.write(`${done} cases, ${failed} not as they should be\n`);
process.exitCode = failed > 0 ? 1 : 0;
