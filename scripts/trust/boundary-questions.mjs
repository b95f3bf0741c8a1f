import { audit, drawCost } from "lemmacheck";
import { crossing } from "./crossing.mjs";

/** What is asked of a claim at its boundary: of the sizes that few draws can decide, on the side that they decide most easily. */
const ASKED = [
  { share: 0.5, holds: true, draws: 256 },
  { share: 0.3, holds: true, draws: 256 },
  { share: 0.2, holds: false, draws: 512 },
  { share: 0.1, holds: false, draws: 512 },
];
/** The most Gaussians of a draw. */
const COST = 300;
/** Relative to the probability itself: how wide a law may be, and how far what is allowed is from its end. */
const [WIDTH, HAIR] = [1e-3, 1e-12];

/** The claim with a constant bound and a constant allowance; its left side, draws and law are its own. */
function constantly(claim, bound, allowed) {
  return {
    ...claim,
    allows: () => allowed,
    logAllows: undefined,
    everyGamma: undefined,
    hypotheses: [],
    trivial: () => (claim.relation === "<=" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    forms: { printed: { bound: () => bound } },
    mutants: {},
  };
}

/** What the law says of a bound, if an allowed probability is put beside it. */
const byLaw = (claim, cell, bound, allowed) =>
  audit({ claim: constantly(claim, bound, allowed), cell }, { method: "exact" });

/** Where a claim is quick to draw: at its witness and where its mutants are refuted, with few neurons if it has such cells. */
function quickCells(claim) {
  const cells = [claim.witness, ...Object.values(claim.mutants).map(({ at }) => at)].filter(Boolean);
  const small = cells.flatMap((cell) =>
    [
      [20, 30],
      [5, 5],
    ].map(([d, k]) => ({
      ...cell,
      ...("d" in cell && { d: Math.min(cell.d, d) }),
      ...("k" in cell && { k: Math.min(cell.k, k) }),
    })),
  );
  return [...small, ...cells].filter((cell) => {
    try {
      return drawCost(claim, cell) <= COST;
    } catch (error) {
      // A claim may have no cell so small. Anything else is a defect.
      if (error instanceof RangeError) return false;
      throw error;
    }
  });
}

/** One question on the boundary, or why there is none there. */
async function questionAt(claim, cell, { share, holds, draws }) {
  const { failureUpper: known, observedQuantile } = await byLaw(claim, cell, 1, share);
  if (known === null) return "its law is known on one side alone";
  if (observedQuantile === null) return "its law has no such quantile above 0";
  // Beside the quantile, which may be where the law jumps.
  const bound = observedQuantile * (1 + (claim.relation === "<=" ? 1e-7 : -1e-7));
  const { failureLower, failureUpper } = await byLaw(claim, cell, bound, share);
  if (!(failureUpper - failureLower <= WIDTH * failureUpper)) return "its law is known too roughly";
  if (!(failureLower > share / 2 && failureUpper < 0.9)) return "its law jumps past what few draws can decide";
  const allowed = holds ? failureUpper * (1 + HAIR) : failureLower * (1 - HAIR);
  const { verdict } = await byLaw(claim, cell, bound, allowed);
  if (verdict !== (holds ? "supported" : "refuted"))
    throw new Error(`${claim.id} at ${JSON.stringify(cell)} is ${verdict} by its law where it is ${holds}`);
  return {
    question: { claim: constantly(claim, bound, allowed), cell },
    holds,
    draws,
    bound,
    p: (failureLower + failureUpper) / 2,
    allowed,
  };
}

/** Those of one claim, at the first of its quick cells where there are any; else why not. */
async function questionsOf(claim) {
  if (claim.kind !== "whp") return `no share of failures is claimed (${claim.kind})`;
  if (!claim.exact) return "no law is computed";
  if (claim.uncertainty) return "its draws are known by enclosures that may miss";
  const cells = quickCells(claim);
  let why = `a draw takes more than ${COST} Gaussians`;
  for (const cell of cells) {
    const asked = [];
    for (const one of ASKED) {
      const question = await questionAt(claim, cell, one);
      if (typeof question !== "string") asked.push(question);
      else why = question;
      // Other shares of such a law are no better known, and take long.
      if (why.startsWith("its law is known")) break;
    }
    if (asked.length > 0) return asked;
  }
  return why;
}

/**
 * Questions on their boundary, where a false verdict is likeliest, of every claim of which the law is computed: the bound is a
 * quantile, and what is allowed is the probability with which the law says that it is broken, a hair more (the
 * statement is true) or less (it is false). Which it is, the law decides again, in an audit.
 */
export async function boundaryQuestions(claims) {
  const questions = [];
  const leftOut = new Map();
  for (const claim of claims) {
    const found = await questionsOf(claim);
    if (typeof found === "string") leftOut.set(found, [...(leftOut.get(found) ?? []), claim.id]);
    else questions.push(...found);
  }
  return { questions, leftOut };
}

/** The probability that such a question gets the false verdict at level alpha, by the law of the counts; whether any counts give it. */
export function chanceOfWrong({ holds, draws, p, allowed }, alpha) {
  const side = holds ? "refuted" : "supported";
  const run = crossing({ p, gamma: allowed, alpha, draws });
  return { chance: run[side], canBe: run.canBe[side] };
}
