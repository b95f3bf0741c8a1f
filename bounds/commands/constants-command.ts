import { openLedger } from "../../src/cli/open-ledger.js";
import { parseActivation, parseChoice, parseGamma } from "../../src/cli/parse-options.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { theoremOneFacts, theoremOnePage } from "./theorem-one-page.js";
import { theoremTwoFacts, theoremTwoPage } from "./theorem-two-page.js";

/** The options of `constants`, as typed. */
interface ConstantsFlags {
  readonly psi?: string;
  readonly gamma?: string;
  readonly config?: string;
  readonly json?: boolean;
}

const THEOREMS = ["theorem-1", "theorem-2"] as const;

/** `constants theorem-1|theorem-2 --psi P --gamma G [--json]`: explicit constants, and the least k and d. */
export async function constantsCommand(
  name: string,
  { psi: text, gamma: typed, config, json = false }: ConstantsFlags,
): Promise<void> {
  const theorem = parseChoice("THEOREM", name, THEOREMS);
  if (text === undefined) throw new UsageError("--psi is missing; it must be given: an id, or an expression");
  if (typed === undefined) throw new UsageError("--gamma is missing; it must be given: a number in (0, 1)");
  const { activations } = await openLedger(config);
  const [psi, gamma] = [parseActivation("--psi", text, activations), parseGamma("--gamma", typed)];
  const [facts, page] = theorem === "theorem-1" ? [theoremOneFacts, theoremOnePage] : [theoremTwoFacts, theoremTwoPage];
  process.stdout.write(json ? `${JSON.stringify(facts(psi, gamma), null, 2)}\n` : page(psi, gamma));
}
