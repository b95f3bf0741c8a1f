import { createHash } from "node:crypto";

/** A part of a campaign: number `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Whether a job belongs to a shard. Its key alone decides, so that no shard needs to know of the others. */
export function inShard(key: string, { index, count }: Shard): boolean {
  return createHash("sha256").update(key).digest().readUIntBE(0, 6) % count === index - 1;
}
