import { normalised } from "lemmacheck";
import { openLedger } from "../../src/cli/open-ledger.js";
import { parseActivation } from "../../src/cli/parse-options.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { activationFacts } from "./activation-facts.js";
import { activationPage } from "./activation-page.js";

/** The options of `activation`, as typed. */
export interface ActivationFlags {
  readonly normalize?: boolean;
  readonly config?: string;
  readonly json?: boolean;
}

/** `activation PSI`: what is known of an activation, and which statements apply to it. */
export async function activationCommand(text: string, { normalize, config, json }: ActivationFlags): Promise<void> {
  const { claims, activations } = await openLedger(config);
  const psi = parseActivation("PSI", text, activations);
  if (normalize && !(psi.lipschitz > 0 && psi.lipschitz < Infinity))
    throw new UsageError(
      `--normalize is given for ${psi.id}; it must be left out, since ψ has no Lipschitz constant above 0`,
    );
  const facts = activationFacts(normalize ? normalised(psi) : psi, claims);
  process.stdout.write(json ? `${JSON.stringify(facts, null, 2)}\n` : activationPage(facts));
}
