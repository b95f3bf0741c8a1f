import { gamma, type PaperCommand } from "lemmacheck";
import { readActivation } from "./read-activation.js";
import { theoremOneFacts, theoremOnePage } from "./theorem-one-page.js";
import { theoremTwoFacts, theoremTwoPage } from "./theorem-two-page.js";

const THEOREMS = {
  "theorem-1": { facts: theoremOneFacts, page: theoremOnePage },
  "theorem-2": { facts: theoremTwoFacts, page: theoremTwoPage },
};

const isTheorem = (name: string): name is keyof typeof THEOREMS => Object.hasOwn(THEOREMS, name);

function readGamma(typed: string): number {
  const value = typed.trim() === "" ? Number.NaN : Number(typed);
  if (!gamma.domain.has(value)) throw new RangeError(`--gamma is ${typed}; it must be ${gamma.domain.mustBe}`);
  return value;
}

/** `constants theorem-1|theorem-2 --psi P --gamma G`: explicit constants, and the least k and d. */
export const constantsCommand: PaperCommand = {
  name: "constants",
  about: "the explicit constants of a theorem, and the least width and dimension that its proof asks for",
  arguments: [{ name: "THEOREM", about: "theorem-1 or theorem-2" }],
  options: [
    { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable" },
    { name: "gamma", value: "gamma", about: "the failure probability, in (0, 1)" },
  ],
  run: async ({ arguments: [name], options, additions }) => {
    if (!isTheorem(name)) throw new RangeError(`THEOREM is ${name}; it must be ${Object.keys(THEOREMS).join(" or ")}`);
    if (typeof options.psi !== "string")
      throw new RangeError("--psi is missing; it must be given: an id, or an expression");
    if (typeof options.gamma !== "string")
      throw new RangeError("--gamma is missing; it must be given: a number in (0, 1)");
    const [psi, probability] = [readActivation("--psi", options.psi, additions), readGamma(options.gamma)];
    const { facts, page } = THEOREMS[name];
    return { json: facts(psi, probability), text: page(psi, probability) };
  },
};
