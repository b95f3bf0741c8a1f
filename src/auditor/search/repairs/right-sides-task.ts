import type { Additions } from "../../cell.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "../../json.js";
import { isCell, type PortableQuestion, readQuestion } from "../../portable-question.js";
import type { Question } from "../../question.js";
import type { Task } from "../../task.js";
import type { Candidate } from "../probe.js";
import { RAISES } from "../raise-cell.js";
import { type RightSide, rightSidesOf } from "./right-sides.js";

/** The task of computing right sides, by name. */
export const RIGHT_SIDES = "audit/right-sides";

/** What is to be computed, as it travels. */
export const rightSidesJob = (question: JsonObject, candidates: readonly Candidate[]): JsonObject => ({
  question,
  candidates: toJson(candidates),
});

function readCandidate(x: Json): Candidate {
  const { cell, raise: typed } = isJsonObject(x) ? x : {};
  const raise = RAISES.find((known) => known === typed);
  if (isCell(cell) && raise) return { cell, raise };
  throw new RangeError("a cell whose right side was asked for is none; it must have values, and how it is raised");
}

function readRightSide(x: Json): RightSide | null | undefined {
  if (x === null) return null;
  if (!isJsonObject(x) || !isCell(x.cell) || typeof x.right !== "string") return undefined;
  return { cell: x.cell, right: Number(x.right) };
}

/** What was computed, as it arrived; null for anything else. */
export function readRightSides(x: Json): readonly (RightSide | null)[] | null {
  const found = Array.isArray(x) ? x.map(readRightSide) : [undefined];
  return found.every((side) => side !== undefined) ? found : null;
}

/** How it is done; `named` gives a question its claim. */
export const rightSidesTask = (
  additions: Additions,
  named: (question: PortableQuestion) => Promise<Question>,
): Task => ({
  async run(payload) {
    const { question, candidates } = isJsonObject(payload) ? payload : {};
    if (!Array.isArray(candidates))
      throw new RangeError("right sides that were asked for are none; cells must be given");
    const found = rightSidesOf(await named(readQuestion(question)), candidates.map(readCandidate), additions);
    // JSON has no word for the infinite.
    return toJson(found.map((side) => side && { ...side, right: String(side.right) }));
  },
  isResult: (x) => readRightSides(x) !== null,
});
