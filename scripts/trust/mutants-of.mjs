import { readFileSync } from "node:fs";
import path from "node:path";
import { mutantKey } from "./mutant-key.mjs";

let made;

/** Stryker's own instrumenter, without its logger. */
async function instrumenter() {
  const { createInjector } = await import("typed-inject");
  const { createInstrumenter } = await import("@stryker-mutator/instrumenter");
  const quiet = Object.fromEntries(
    ["trace", "debug", "info", "warn", "error", "fatal"].flatMap((level) => [
      [level, () => undefined],
      [`is${level[0].toUpperCase()}${level.slice(1)}Enabled`, () => false],
    ]),
  );
  return createInjector()
    .provideValue("logger", quiet)
    .provideValue("getLogger", () => quiet)
    .injectFunction(createInstrumenter);
}

/** The mutants of a file: [its key, where it is as Stryker takes it: "line:column-line:column"]. */
export async function mutantsOf(file) {
  made ??= await instrumenter();
  const source = { name: path.resolve(file), content: readFileSync(file, "utf8"), mutate: true };
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };
  const { mutants } = await made.instrument([source], options);
  // The instrumenter counts lines from 0, who takes ranges from 1.
  return mutants.map((mutant) => {
    const { start, end } = mutant.location;
    return [mutantKey(mutant), `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`];
  });
}
