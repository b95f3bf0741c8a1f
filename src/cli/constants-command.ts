import { type Activation, resolveActivation } from "lemmacheck";
import { parseChoice, parseList } from "./parse-options.js";
import { shown } from "./shown.js";
import { theoremOneFacts, theoremOnePage } from "./theorem-one-page.js";
import { theoremTwoFacts, theoremTwoPage } from "./theorem-two-page.js";
import { UsageError } from "./usage-error.js";

/** The options of `constants`, as typed. */
interface ConstantsFlags {
  readonly psi?: string;
  readonly gamma?: string;
  readonly json?: boolean;
}

const THEOREMS = ["theorem-1", "theorem-2"] as const;

function activationOf(text: string): Activation {
  try {
    return resolveActivation(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--psi is ${shown(text)}; ${error.message.slice(error.message.indexOf("it must be"))}`);
  }
}

function gammaOf(text: string): number {
  const [gamma, ...more] = parseList("--gamma", "gamma", text);
  if (more.length > 0) throw new UsageError(`--gamma is ${shown(text)}; it must be one number in (0, 1)`);
  return gamma;
}

/** `constants theorem-1|theorem-2 --psi P --gamma G [--json]`: explicit constants, and the least k and d. */
export function constantsCommand(name: string, { psi: text, gamma: typed, json = false }: ConstantsFlags): void {
  const theorem = parseChoice("THEOREM", name, THEOREMS);
  if (text === undefined) throw new UsageError("--psi is missing; it must be given: an id, or an expression");
  if (typed === undefined) throw new UsageError("--gamma is missing; it must be given: a number in (0, 1)");
  const [psi, gamma] = [activationOf(text), gammaOf(typed)];
  const [facts, page] = theorem === "theorem-1" ? [theoremOneFacts, theoremOnePage] : [theoremTwoFacts, theoremTwoPage];
  process.stdout.write(json ? `${JSON.stringify(facts(psi, gamma), null, 2)}\n` : page(psi, gamma));
}
