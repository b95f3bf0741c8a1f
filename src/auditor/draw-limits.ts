import { LOOK_EVERY } from "../chance/sequential-test.js";
import type { AuditOptions } from "./question.js";

const MOST_DRAWS = 65536;
const MOST_GAUSSIANS = 2e9;
const REACH = 2 ** 27;

/** The largest cost of a draw, in Gaussians. Whoever asks for a number of draws has decided what they may cost. */
export const reachOf = ({ reach, draws }: AuditOptions): number =>
  reach ?? (draws === undefined ? REACH : Number.MAX_VALUE);

/** As many draws of a cost as the budget of Gaussians pays for: a power of two from 64 to 65536. */
export function defaultDraws(cost: number, gaussians = MOST_GAUSSIANS): number {
  const affordable = 2 ** Math.floor(Math.log2(gaussians / Math.max(1, cost)));
  return Math.max(LOOK_EVERY, Math.min(MOST_DRAWS, affordable));
}
