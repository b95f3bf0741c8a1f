import { type Additions, givenOf } from "../cell.js";
import type { ClaimOf } from "../claim.js";
import { costAt } from "../cost-at.js";
import { type Batch, boundAhead, drawBatch } from "../draw-batch.js";
import { drawSetting } from "../draw-setting.js";
import { type Investigation, investigationOf } from "../investigation.js";
import { judgeTrend } from "../judge-trend.js";
import { judgeTrendOnce } from "../judge-trend-once.js";
import { nothing } from "../nothing.js";
import { takeTurns } from "../pause.js";
import type { Question } from "../question.js";
import { trendParts } from "../trend-parts.js";
import type { Probe, ProbeOptions } from "./probe.js";

/** Draws at each size, the level at which they are looked at, and how many times the work of a look they may take. */
const DRAWS = 8;
const LOOSE = 0.2;
const SHARE = 16;

/** Draws in this thread, one at a time. */
async function* drawsAt(
  question: Question,
  draws: number,
  additions: Additions,
  signal?: AbortSignal,
): AsyncIterable<Batch> {
  const setting = drawSetting(investigationOf(question, additions));
  for (let i = 0; i < draws; i++) {
    await takeTurns(signal);
    yield drawBatch(setting, i, i + 1);
  }
}

/** By how much the exponent of a trend is beyond its bound; by a few draws at each size where they are random. Null where they cost too much. */
export async function excessOfTrend(
  { question, statement, given }: Investigation,
  claim: ClaimOf<"trend">,
  { additions = {}, gaussians, signal }: ProbeOptions,
): Promise<Pick<Probe, "excess" | "sure"> | null> {
  const { cell } = statement;
  const bound = boundAhead(statement, given);
  // One draw at every size.
  const cost = costAt(statement, additions);
  const computed = claim.draw.id === nothing.id;
  if (bound === null || cost === Infinity || !(computed || cost * DRAWS <= SHARE * gaussians)) return null;
  const parts = trendParts(statement, claim, given);
  const givenAt = (at: typeof cell) => givenOf(claim.parameters, at, additions);
  const { exponent, verdict } = computed
    ? await judgeTrendOnce(statement, bound, { claim, cell, parts, givenAt, signal })
    : await judgeTrend(bound, {
        claim,
        cell,
        parts,
        alpha: LOOSE,
        uncertainty: 0,
        affordable: DRAWS,
        source: (at, draws) => drawsAt({ ...question, cell: at }, draws, additions, signal),
      });
  if (exponent === null) return null;
  const over = exponent - bound;
  const excess = claim.relation === "=" ? Math.abs(over) - parts.resolution : claim.relation === ">=" ? -over : over;
  if (!computed) return { excess, sure: false };
  const sure = verdict === "refuted";
  return { excess: sure ? Math.max(excess, Number.MIN_VALUE) : Math.min(excess, 0), sure };
}
