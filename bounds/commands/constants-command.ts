import { gamma, type PaperCommand } from "lemmacheck";

/** How to load what is known of each theorem: help needs none of it. */
const THEOREMS = {
  "theorem-1": async () => {
    const { theoremOneFacts, theoremOnePage } = await import("./theorem-one-page.js");
    return { facts: theoremOneFacts, page: theoremOnePage };
  },
  "theorem-2": async () => {
    const { theoremTwoFacts, theoremTwoPage } = await import("./theorem-two-page.js");
    return { facts: theoremTwoFacts, page: theoremTwoPage };
  },
};

const isTheorem = (name: string): name is keyof typeof THEOREMS => Object.hasOwn(THEOREMS, name);

function readGamma(typed: string): number {
  const value = Number(typed);
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
    const { readActivation } = await import("./read-activation.js");
    const [psi, probability] = [readActivation("--psi", options.psi, additions), readGamma(options.gamma)];
    const { facts, page } = await THEOREMS[name]();
    return { json: facts(psi, probability), text: page(psi, probability) };
  },
};
