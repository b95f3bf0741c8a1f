import * as ledger from "../../bounds/index.js";
import { ConfigError } from "../auditor/config-error.js";
import { findConfig, loadConfig } from "../auditor/load-config.js";
import type { Additions } from "../auditor/read-config.js";
import { UsageError } from "./usage-error.js";

/** What a command works with: the paper's claims and, if there is a config, its claims and activations. */
export interface Ledger extends Additions {
  /** The same as a module, for workers. */
  readonly url: string;
}

/**
 * The ledger with what a config adds to it: that of `--config`, or the one in the working directory if there is any.
 *
 * @throws UsageError if the config cannot be used.
 */
export async function openLedger(flag: string | undefined): Promise<Ledger> {
  const file = flag ?? (await findConfig(process.cwd()));
  if (file === null)
    return { claims: ledger.claims, activations: [], url: new URL("../../bounds/index.js", import.meta.url).href };
  const url = new URL("./configured-ledger.js", import.meta.url);
  url.searchParams.set("config", file);
  try {
    const { claims, activations } = await loadConfig(flag === undefined ? "the config" : "--config", file, {
      claimIds: ledger.claims.map(({ id }) => id),
      modules: { "lemmacheck/ledger": ledger },
    });
    return { claims: [...ledger.claims, ...claims], activations, url: url.href };
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}
