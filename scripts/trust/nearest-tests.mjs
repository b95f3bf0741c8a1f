import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sourcesIn } from "./sources-in.mjs";

/** Files of tests for one source, at most, and at most where many sources have a few mutants each. */
const [MOST, FEW] = [16, 6];
/** Those of them that audit a claim, and steps of imports to them. */
const [AUDITS, STEPS] = [3, 5];
/** Tests that take longer than a mutant is worth, of another folder at least. */
const SLOWEST = /deep-laws|activation-accuracy|closed-forms\.test|search-claim|shrinking-ties|certify\.test/;
/** Tests of four seconds or more, which a mutant of another file is not worth where many files are tried. */
const SLOW = new RegExp(
  [
    "properties/(proposition-1-gradient|proposition-4|figure-1-deeper|proposition-1-simplified|proposition-2|hessian-order|clt-rate",
    "|hessian-quadratic-form|figure-2a|flip-count|figure-1-threshold|lemma-2|multi-step-descent|hessian-ball|proposition-5",
    "|proposition-2-simplified|proposition-1|descent-lemma|proposition-4-direction|proposition-4-simplified|approximate-linearity)\\.",
    "|bounds/(search|hypotheses/hypotheses|experiments/limit-law|scale-free|experiments/figure-counts",
    "|experiments/committed-figures|laws/covariance)\\.|/(search-claim|certify|table-errors|deep-laws|smooth-expression",
    "|all-given-total|given-total|expression-activation|configured|hessian-at-input|compiled-kernels|closed-forms|sum-tail",
    "|fill-normal-fast|smallest-flip|expected-draws-of-mean|layered-ray|draw-one-step-fast|activation-accuracy|value-tail",
    "|activation-majorants|elementary|shared-network|betting-test|shrinking-ties)\\.test",
    "|tests/(import-direction|cli|search|kept-failures|reporter|strangers-claim|strangers-paper|config|renaming)\\.",
  ].join(""),
);
/** Tests that change their folder, or start programs: threads can't, by which mutants are tried. */
const needsProcess = (file) => /run-here|run-cli|run-vitest|chdir/.test(readFileSync(file, "utf8"));
const isTest = (file) => file.endsWith(".test.ts");
const isAudit = (file) => file.startsWith("properties/");

/** Files that one names, whether it imports them or has them loaded; and parts of the package by their own names. */
const IMPORT = /["'](\.{1,2}\/[^"'\s]+\.[jt]s|lemmacheck(?:\/\w+)?)["']/g;
const { exports: PARTS } = JSON.parse(readFileSync("package.json", "utf8"));
let importers;

/** For each file of the tree, those that import it. */
function graph() {
  const found = new Map();
  for (const folder of ["src", "bounds", "reports", "properties", "tests"])
    for (const file of sourcesIn(folder))
      for (const [, specifier] of readFileSync(file, "utf8").matchAll(IMPORT)) {
        const target = specifier.startsWith(".")
          ? path.join(path.dirname(file), specifier).replace(/\.js$/, ".ts")
          : path.normalize(PARTS[specifier.replace("lemmacheck", ".")]?.["lemmacheck:source"] ?? specifier);
        found.set(target, [...(found.get(target) ?? []), file]);
      }
  return found;
}

/** The tests that import a file, or what imports it: the one beside it, those of its folder, then the fewest steps away. */
export function nearestTests(file, { quick = false } = {}) {
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
  const isOfFolder = (test) => path.dirname(test) === path.dirname(file);
  const rank = ([test, step]) => (test === beside ? 0 : isOfFolder(test) ? step : STEPS + step);
  const isNear = (test, step) => test === beside || (file.startsWith("src/") && isOfFolder(test) && step <= 2);
  const isWorthIt = (test, step) =>
    quick ? isNear(test, step) || !SLOW.test(test) : isOfFolder(test) || !SLOWEST.test(test);
  return [...steps]
    .filter(
      ([test, step]) =>
        !needsProcess(test) &&
        !test.endsWith(".long.test.ts") &&
        (isWorthIt(test, step) || test === `properties/${path.basename(beside)}`),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a[0].localeCompare(b[0]))
    .map(([test]) => test)
    .filter((test, i, all) => !isAudit(test) || all.slice(0, i).filter(isAudit).length < AUDITS)
    .slice(0, quick ? FEW : MOST);
}
