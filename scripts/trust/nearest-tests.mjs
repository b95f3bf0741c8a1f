import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sourcesIn } from "./sources-in.mjs";

/** Files of tests for one source, at most, and steps of imports to them. */
const [MOST, STEPS] = [16, 4];
/** Tests that take longer than a mutant is worth, of another folder at least. */
const SLOW = /deep-laws|one-step-laws|activation-accuracy|closed-forms\.test|search-claim|shrinking-ties|certify\.test/;
const isTest = (file) => file.endsWith(".test.ts");

const IMPORT = /(?:from|import)\s*\(?\s*["'](\.[^"']+)\.js["']/g;
let importers;

/** For each file of the tree, those that import it. */
function graph() {
  const found = new Map();
  for (const folder of ["src", "bounds", "reports", "properties"])
    for (const file of sourcesIn(folder))
      for (const [, specifier] of readFileSync(file, "utf8").matchAll(IMPORT)) {
        const target = `${path.join(path.dirname(file), specifier)}.ts`;
        found.set(target, [...(found.get(target) ?? []), file]);
      }
  return found;
}

/** The tests that import a file, or what imports it: the one beside it, those of its folder, then the fewest steps away. */
export function nearestTests(file) {
  importers ??= graph();
  const beside = file.replace(/\.ts$/, ".test.ts");
  const steps = new Map(existsSync(beside) ? [[beside, 0]] : []);
  const seen = new Set([file]);
  let layer = [file];
  for (let step = 1; step <= STEPS; step++) {
    layer = [...new Set(layer.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one));
    for (const one of layer) {
      seen.add(one);
      if (isTest(one) && !steps.has(one)) steps.set(one, step);
    }
    layer = layer.filter((one) => !isTest(one));
  }
  const rank = ([test, step]) =>
    test === beside ? 0 : path.dirname(test) === path.dirname(file) ? step : STEPS + step;
  return [...steps]
    .filter(
      ([test]) => !test.endsWith(".long.test.ts") && (path.dirname(test) === path.dirname(file) || !SLOW.test(test)),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a[0].localeCompare(b[0]))
    .slice(0, MOST)
    .map(([test]) => test);
}
