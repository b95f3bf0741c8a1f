import type { Additions, Given } from "../cell.js";
import { boundAhead, drawBatch } from "../draw-batch.js";
import { drawSetting } from "../draw-setting.js";
import { failingHypothesis } from "../failing-hypothesis.js";
import { gamma as gammaParameter } from "../gamma.js";
import { investigationOf } from "../investigation.js";
import { takeTurns } from "../pause.js";
import type { Question } from "../question.js";
import type { Statement } from "../statement.js";
import { comparisonOf, outcome } from "../tally.js";
import { type DrawSeen, isClear, meanExcess, rateExcess } from "./excess-of-draws.js";

/** Values of γ at which draws are compared with a bound, where only the bound depends on it. */
const GAMMAS = [
  0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 0.3, 0.7, 0.8, 0.9, 0.93, 0.95, 0.96, 0.97, 0.98, 0.99,
  0.995, 0.999,
];

/** The most draws that a look takes. */
const MOST = 65536;
/** Draws of a look at most where many failures are allowed, and so many failures as are allowed: fewer tell no excess from none. */
const USUAL = 128;
const FAILURES = 12;
/**
 * Draws made at a time, between which others have their turn, and after which what is clear needs no more of them; at first
 * fewer, where they are to tell nothing else.
 */
const BATCH = 64;
const FIRST = 16;
/** So many times the usual draws may be made where more of them fail than are allowed, and it is not clear yet. */
const LONGER = 8;

/** Failure probabilities that are allowed and that fresh draws can be expected to exceed; below, an excess is no use. */
const LEAST_ALLOWED = 1e-5;

/** Draws that tell whether more fail than are allowed; so next to 1 that no look would tell, a few. */
function drawsFor(allowed: number): number {
  if (allowed === 0) return USUAL;
  const needed = Math.ceil(FAILURES / Math.min(allowed, 1 - allowed));
  if (allowed > 0.5) return needed > LONGER * 16 * USUAL ? USUAL : Math.min(16 * USUAL, Math.max(USUAL, needed));
  return Math.min(MOST, Math.max(USUAL, needed));
}

/** What a look may take. */
interface Look {
  readonly additions: Additions;
  readonly draws: number;
  /** Parameters that stay as they are. */
  readonly fixed: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/** What a few draws say: a guess at the excess, which decides nothing, and the γ at which it is that. */
export interface Pilot {
  readonly excess: number;
  readonly gamma: number | null;
}

/**
 * A guess at the excess from a few draws: above 0 where more of them fail than are allowed, by the more the fewer draws would
 * decide it. Where γ enters the right side alone the same draws tell what happens at other γ, and the best is taken. Null
 * where so few failures are allowed that draws say nothing.
 */
export async function pilot(
  question: Question,
  statement: Statement,
  given: Given,
  { additions, draws, fixed, signal }: Look,
): Promise<Pilot | null> {
  const { claim } = statement;
  const comparison = comparisonOf(claim);
  const always = claim.kind !== "whp";
  const movable = claim.kind === "whp" && claim.everyGamma && !fixed.includes(gammaParameter.name);
  const own = statement.allowed(given)?.probability ?? 0;
  const isRare = !always && own > 0 && own < LEAST_ALLOWED;
  if (isRare && !movable) return null;
  const allowed = isRare ? FAILURES / USUAL : own;
  const setting = drawSetting(investigationOf(question, additions));
  const seen: DrawSeen[] = [];
  const count = Math.min(draws, drawsFor(allowed));
  const most = always || isRare || count <= USUAL ? count : Math.min(draws, LONGER * count);
  let failures = 0;
  while (seen.length < count || (seen.length < most && failures > allowed * seen.length)) {
    await takeTurns(signal);
    const from = seen.length;
    const size = movable ? BATCH : Math.min(BATCH, Math.max(FIRST, from));
    const batch = drawBatch(setting, from, Math.min(most, from + size));
    for (const [i, lower] of batch.lower.entries()) {
      const [upper, bound] = [batch.upper[i], batch.bound[i]];
      if (outcome(lower, upper, bound, comparison) < 0) failures++;
      seen.push({ lower, upper, bound });
    }
    if (!always && isClear(failures, seen.length, allowed)) break;
  }
  if (claim.kind === "mean") return { excess: meanExcess(seen, claim.relation), gamma: null };
  const here = { excess: isRare ? -Infinity : rateExcess(seen, comparison, own), gamma: null };
  return movable ? bestGamma(here, statement, given, seen) : here;
}

/** At the γ where the same draws say most. */
function bestGamma(here: Pilot, statement: Statement, given: Given, seen: readonly DrawSeen[]): Pilot {
  const comparison = comparisonOf(statement.claim);
  let best = here;
  for (const gamma of GAMMAS) {
    const there = { ...given, [gammaParameter.name]: gamma };
    if (failingHypothesis(statement.hypotheses, there) !== null) continue;
    const bound = boundAhead(statement, there);
    if (bound === null) continue;
    const excess = rateExcess(
      seen.map((draw) => ({ ...draw, bound })),
      comparison,
      gamma,
    );
    if (excess > best.excess) best = { excess, gamma };
  }
  return best;
}
