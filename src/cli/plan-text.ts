import type { Shard } from "../auditor/campaign/shard.js";
import { powerOfTen } from "../numbers/power-of-ten.js";
import { aboutText, durationText } from "./duration-text.js";

/** What there is to do. */
export interface Plan {
  readonly jobs: number;
  readonly shard: Shard | undefined;
  /** Clock time, with the threads there are. */
  readonly seconds: number;
  /** The same if nothing is settled early; null where that is not known. */
  readonly most: number | null;
  /** On the disk, at the most. */
  readonly bytes: number;
}

function bytesText(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${Number((bytes / powerOfTen(3 * power)).toPrecision(2))} ${units[power]}`;
}

/** A plan, for people. */
export function planText({ jobs, shard, seconds, most, bytes }: Plan): string {
  const part = shard ? `, part ${shard.index} of ${shard.count}` : "";
  const atMost = most === null || most <= seconds ? "" : `, at most ${durationText(most)}`;
  return `${jobs} ${jobs === 1 ? "job" : "jobs"}${part}, ${aboutText(seconds)}${atMost}, up to ${bytesText(bytes)} in --out; nothing was done`;
}

/** The same for programs. */
export const planJson = ({ jobs, shard, seconds, most, bytes }: Plan) => ({
  jobs,
  shard: shard ? `${shard.index}/${shard.count}` : null,
  seconds,
  secondsAtMost: most,
  bytes,
});
