import type { Cell, LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { isJsonObject, type Json, type JsonObject, toJson } from "./json.js";
import type { Question } from "./question.js";
import { FORMS } from "./row-fields.js";
import { readRepair } from "./search/repairs/read-repair.js";
import type { Repair } from "./search/repairs/repair.js";
import { repairedBy } from "./search/repairs/repaired-by.js";

/** A question as it travels: the claim by its id, and how its form is changed, if it is. */
export type PortableQuestion = Omit<Question, "claim"> & { readonly claim: string; readonly repair?: Repair };

/** A question as JSON. */
export function portableQuestion({ claim, ...rest }: Question, repair: Repair | null = null): JsonObject {
  const { id } = claim;
  const json = toJson({ claim: id, ...rest, ...(repair && { repair }) });
  return isJsonObject(json) ? json : {};
}

/** Whether it may be a cell. */
export const isCell = (x: Json | undefined): x is Cell =>
  isJsonObject(x) && Object.values(x).every((value) => typeof value === "string" || typeof value === "number");

const isTextOrNone = (x: Json | undefined) => x === undefined || x === null || typeof x === "string";

/**
 * A question that arrived from outside. Whether the claim is there and the cell is one of it is for the audit to see.
 *
 * @throws RangeError if it is none.
 */
export function readQuestion(x: Json | undefined): PortableQuestion {
  if (
    isJsonObject(x) &&
    typeof x.claim === "string" &&
    isCell(x.cell) &&
    (x.form === undefined || FORMS.some((form) => form === x.form)) &&
    (x.stream === undefined || x.stream === "shared" || x.stream === "cell") &&
    (x.seed === undefined || typeof x.seed === "string") &&
    isTextOrNone(x.paper) &&
    isTextOrNone(x.mutant) &&
    (x.repair === undefined || readRepair(x.repair) !== null)
  )
    // Every member was looked at above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return x as unknown as PortableQuestion;
  throw new RangeError("a question that arrived is none; it must have a claim, a cell, a form and a seed");
}

/** What tells a question from all others of a campaign. */
export const questionKey = (question: Question): string => JSON.stringify(portableQuestion(question));

/** The question itself, with its claim as it is asked about. */
export function withClaim({ repair, ...question }: PortableQuestion, claim: Claim): Question {
  return { ...question, claim: repair ? repairedBy(claim, question.form ?? "printed", repair) : claim };
}

/** The same question at another cell. */
export const cellKey = (cell: LooseCell): string => JSON.stringify(cell);
