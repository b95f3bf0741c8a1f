import type { Additions, Given } from "../cell.js";
import { drawBatch } from "../draw-batch.js";
import { drawSetting } from "../draw-setting.js";
import { investigationOf } from "../investigation.js";
import { takeTurns } from "../pause.js";
import type { Question } from "../question.js";
import type { Statement } from "../statement.js";
import { outcome } from "../tally.js";
import { beyond } from "./beyond.js";
import { logOddsOver } from "./log-odds-over.js";

/** The fewest draws that tell anything, and the most that a look takes. */
const FEWEST = 16;
const MOST = 65536;
/** Draws of a look at least, and so many failures as are allowed: fewer tell no excess from none. */
const USUAL = 128;
const FAILURES = 12;
/** Draws made at a time, between which others have their turn. */
const BATCH = 64;

/** Failure probabilities that are allowed and that fresh draws can be expected to exceed; below, an excess is no use. */
const LEAST_ALLOWED = 1e-5;

/** Draws that tell whether more fail than are allowed. Next to 1 more would be needed than it is worth. */
function drawsFor(allowed: number): number {
  if (allowed === 0) return USUAL;
  if (allowed > 0.5) return Math.min(4 * USUAL, Math.max(USUAL, Math.ceil(FAILURES / (1 - allowed))));
  return Math.min(MOST, Math.max(USUAL, Math.ceil(FAILURES / allowed)));
}

/** Evidence from which on fresh draws decide: less comes by chance time and again. */
const EVIDENCE = 3;
/** The excess where there is no evidence at all. */
const DOUBTFUL = 0.3;

/** What a look may take. */
interface Look {
  readonly additions: Additions;
  readonly draws: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * A guess at the excess from a few draws, which decides nothing: log of failures over what is allowed where there are more
 * than that, else a negative number. Null where the draws are too few.
 */
export async function pilot(
  question: Question,
  statement: Statement,
  given: Given,
  { additions, draws, signal }: Look,
): Promise<{ readonly excess: number } | null> {
  if (draws < FEWEST) return null;
  const { claim } = statement;
  const { relation } = claim;
  const allowed = statement.allowed(given)?.probability ?? 0;
  const always = claim.kind !== "whp";
  if (!always && allowed < LEAST_ALLOWED && allowed > 0) return null;
  const setting = drawSetting(investigationOf(question, additions));
  const ratios: number[] = [];
  const values: number[] = [];
  let [failures, bound] = [0, 0];
  const count = Math.min(draws, drawsFor(allowed));
  for (let from = 0; from < count; from += BATCH) {
    await takeTurns(signal);
    const batch = drawBatch(setting, from, Math.min(count, from + BATCH));
    for (let i = 0; i < batch.bound.length; i++) {
      bound = batch.bound[i];
      if (outcome(batch.lower[i], batch.upper[i], bound, relation) < 0) failures++;
      ratios.push(beyond(batch.lower[i], batch.upper[i], bound, relation));
      values.push((batch.lower[i] + batch.upper[i]) / 2);
    }
  }
  if (claim.kind === "mean") return { excess: meanExcess(values, bound, relation === ">=" ? -1 : 1) };
  const rate = failures / count;
  if (allowed === 0 && failures > 0) return { excess: 1 + rate };
  if (rate > allowed) {
    const evidence = count * divergence(rate, allowed);
    return {
      excess: evidence > EVIDENCE ? logOddsOver(Math.log(rate), Math.log(allowed)) : (evidence - EVIDENCE) * 1e-3,
    };
  }
  // As the failure probability is compared where it is computed; where none was seen, by how far off the nearest draw is.
  const likely = logOddsOver(Math.log((failures + 0.5) / (count + 1)), Math.log(Math.max(allowed, 0.5 / (count + 1))));
  if (failures > 0) return { excess: Math.min(-DOUBTFUL, likely) };
  const nearest = ratios.reduce((most, ratio) => Math.max(most, ratio), -1e6);
  return { excess: Math.min(-1, likely) + Math.min(0, nearest) };
}

/** log of the likelihood ratio, a draw, of a rate against what is allowed: Kullback and Leibler's divergence. */
const divergence = (rate: number, allowed: number) =>
  rate * Math.log(rate / allowed) + (rate < 1 ? (1 - rate) * Math.log((1 - rate) / (1 - allowed)) : 0);

/** How many standard errors the average is beyond the bound, less three, over ten: above 0 where fresh draws may decide. */
function meanExcess(values: readonly number[], bound: number, sign: number): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  const error = Math.sqrt(square / values.length) || Number.MIN_VALUE;
  const over = (sign * (mean - bound)) / error;
  return Number.isFinite(over) ? (over - 3) / 10 : -1e6;
}
