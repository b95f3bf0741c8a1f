import * as ledger from "../../bounds/index.js";
import { loadConfig } from "../auditor/load-config.js";

/** The ledger with a config's additions, as a module for workers: the query of its URL says which config. */
const file = new URL(import.meta.url).searchParams.get("config");
if (file === null) throw new RangeError("the module's query is missing; it must name a config");
const own = await loadConfig("config", file, { modules: { "lemmacheck/ledger": ledger } });

export const claims = [...ledger.claims, ...own.claims];
export const { activations } = own;
