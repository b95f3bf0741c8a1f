import type { OpenPaper } from "../auditor/open-paper.js";
import { ownVersion } from "../auditor/own-version.js";
import { configDigest } from "./keep-journal.js";
import type { Progress } from "./progress.js";
import type { Elsewhere } from "./workshop.js";

/**
 * The way to workers on other machines; none where no Redis was named.
 *
 * @throws CampaignError in one line if that cannot be reached, or what is needed for it is not installed.
 */
export async function openElsewhere(
  url: string | undefined,
  { place }: OpenPaper,
  { warn }: Pick<Progress, "warn">,
): Promise<Elsewhere | undefined> {
  if (url === undefined) return undefined;
  const { openRedis } = await import("../auditor/campaign/redis.js");
  const { redisRunner, CONCURRENCY } = await import("../auditor/campaign/redis-runner.js");
  const redis = await openRedis(url, warn);
  const program = { version: ownVersion(), paper: place.paper, config: await configDigest(place) };
  return { concurrency: CONCURRENCY, runnerFor: (open) => redisRunner(redis, program, open, warn) };
}
