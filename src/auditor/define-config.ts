import type { Activation } from "../activations/activation.js";
import type { NamedExpression } from "../activations/named-expression.js";
import type { Claim } from "./claim.js";

/** What `lemmacheck.config.ts` exports by default. */
export interface Config {
  /** Activations beside the catalogue's: expressions, expressions under names of their own, or `defineActivation`'s. */
  readonly activations?: readonly (string | NamedExpression | Activation)[];
  /** Claims beside the ledger's. */
  readonly claims?: readonly Claim[];
}

/** The config itself; it is there for its type. */
export function defineConfig(config: Config): Config {
  return config;
}
