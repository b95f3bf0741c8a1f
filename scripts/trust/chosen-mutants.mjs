/** A checker for Stryker that lets the mutants of its option `chosen` pass: a range takes in those inside it, of which none was drawn. */
import { mutantKey } from "./mutant-key.mjs";

class ChosenMutants {
  static inject = ["options"];

  constructor({ chosen }) {
    this.chosen = chosen;
  }

  async init() {}

  async group(mutants) {
    return mutants.length > 0 ? [mutants.map(({ id }) => id)] : [];
  }

  async check(mutants) {
    const files = Object.keys(this.chosen);
    return Object.fromEntries(
      mutants.map((mutant) => {
        const file = files.find((name) => mutant.fileName.replaceAll("\\", "/").endsWith(name));
        const passes = this.chosen[file]?.includes(mutantKey(mutant));
        return [mutant.id, passes ? { status: "passed" } : { status: "compileError", reason: "not drawn" }];
      }),
    );
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "chosen", injectableClass: ChosenMutants }];
