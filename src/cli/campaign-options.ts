import type { Command } from "commander";
import type { Shard } from "../auditor/campaign/shard.js";
import { once, onceSecretly } from "./once.js";
import { parseNumber } from "./parse-options.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** The options of every command that runs a campaign, as typed. */
export interface CampaignFlags {
  readonly workers?: string;
  readonly shard?: string;
  readonly resume?: boolean;
  readonly out?: string;
  readonly plan?: boolean;
  readonly redis?: string;
  readonly json?: boolean;
}

/** What threads are for, in help. */
export const WORKERS = "threads that compute and draw, 0 for none beside the main one; rows do not depend on it";

const MOST_SHARDS = 1e6;

/** Adds those that do not depend on what is found. */
export function addCampaignOptions(command: Command): Command {
  return command
    .option("--workers <n>", WORKERS, once("--workers"))
    .option("--shard <i/n>", "do part i of n only; what the parts find is put together afterwards", once("--shard"))
    .option("--resume", "go on with what is unfinished in --out, or begin there")
    .option("--plan", "say what there is to do and about how long it takes, and do nothing")
    .option("--redis <url>", "have it done by `lemmacheck worker` on this and other machines", onceSecretly("--redis"));
}

/**
 * --shard as typed.
 *
 * @throws UsageError if it is no part of a whole.
 */
export function parseShard(typed: string | undefined): Shard | undefined {
  if (typed === undefined) return undefined;
  const [index, count, ...rest] = typed.split("/").map((part) => (/^\d+$/.test(part) ? parseNumber(part) : Number.NaN));
  if (rest.length === 0 && index >= 1 && index <= count && count <= MOST_SHARDS) return { index, count };
  throw new UsageError(
    `--shard is ${shown(typed)}; it must be I/N, integers with 1 ≤ I ≤ N ≤ ${MOST_SHARDS}: 1/4, 2/4, 3/4 and 4/4 are a whole`,
  );
}

/**
 * Parts are put together from journals, or from rows that were printed for programs.
 *
 * @param out where the journal is to be, if anywhere.
 * @throws UsageError where a part would leave nothing to put together.
 */
export function checkParts({ shard, plan, json }: CampaignFlags, out: string | undefined): void {
  if (shard !== undefined && out === undefined && !plan && !json)
    throw new UsageError(
      `--shard is ${shown(shard)}; --out must be given with it, or --json, since parts are put together from what they keep`,
    );
}
