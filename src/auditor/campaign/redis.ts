import type { Redis as Connection } from "ioredis";
import { messageOf } from "../../numbers/message-of.js";
import { CampaignError } from "./campaign-error.js";

type BullMq = typeof import("bullmq");

/** A Redis that answers. */
export interface Redis {
  /** As messages show it: without user and password. */
  readonly shown: string;
  readonly bullmq: BullMq;
  /** A connection of its own, which comes back when the Redis does. */
  connect(): Connection;
}

/** How long a Redis may take to answer at first. */
const PATIENCE_MS = 5000;
/** The longest pause between two attempts to reach one that went away. */
const RETRY_MS = 2000;

/** The address without who may use it. */
function shownAddress(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`;
}

/**
 * The address of a Redis, as typed.
 *
 * @throws CampaignError in one line that does not repeat it, since it may hold a password.
 */
function parseAddress(typed: string): URL {
  const mustBe = "it must be redis://[USER:PASSWORD@]HOST[:PORT][/DB], or rediss:// for TLS";
  let url: URL;
  try {
    url = new URL(typed);
  } catch {
    throw new CampaignError(`--redis is no URL; ${mustBe}`);
  }
  if (url.protocol !== "redis:" && url.protocol !== "rediss:")
    throw new CampaignError(`--redis is a URL of ${url.protocol.slice(0, 20)}; ${mustBe}`);
  if (url.hostname === "") throw new CampaignError(`--redis is without a host; ${mustBe}`);
  if (!/^(\/\d*)?$/.test(url.pathname)) throw new CampaignError(`--redis is ${shownAddress(url)}; ${mustBe}`);
  return url;
}

/** The packages, which only those need who have more than one machine. */
async function load() {
  try {
    return { bullmq: await import("bullmq"), ...(await import("ioredis")) };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!missing) throw error;
    throw new CampaignError(
      "--redis is given; bullmq and ioredis must be installed for it: npm install bullmq ioredis",
    );
  }
}

/**
 * Reaches a Redis.
 *
 * @param warn hears when it goes away, and when it is back.
 * @throws CampaignError in one line if it cannot be reached, or does not let us in.
 */
export async function openRedis(typed: string, warn: (line: string) => void): Promise<Redis> {
  const url = parseAddress(typed);
  const shown = shownAddress(url);
  const { bullmq, Redis: Client } = await load();
  const first = new Client(typed, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: PATIENCE_MS,
    enableOfflineQueue: false,
  });
  let cause: unknown;
  first.on("error", (error) => {
    cause = error;
  });
  try {
    await first.connect();
    await first.ping();
  } catch (error) {
    throw new CampaignError(
      `--redis is ${shown}; it must be a Redis that answers and lets us in (${messageOf(cause ?? error)})`,
    );
  } finally {
    first.disconnect();
  }
  let away = false;
  return {
    shown,
    bullmq,
    connect() {
      const client = new Client(typed, {
        maxRetriesPerRequest: null,
        connectTimeout: PATIENCE_MS,
        retryStrategy: (times) => Math.min(RETRY_MS, 100 * times),
      });
      client.on("error", (error) => {
        if (!away) warn(`${shown} is away (${messageOf(error)}); waiting for it`);
        away = true;
      });
      client.on("ready", () => {
        if (away) warn(`${shown} is back`);
        away = false;
      });
      return client;
    },
  };
}
