import { type Additions, canonicalCell, type Given, givenOf } from "./cell.js";
import type { Question } from "./question.js";
import { type Statement, statementOf } from "./statement.js";

/** A question with what it needs to be looked into. */
export interface Investigation {
  /** At the cell as draws and rows know it. */
  readonly question: Question;
  readonly statement: Statement;
  readonly given: Given;
}

/**
 * @throws RangeError if the cell does not fit the claim, or the form or mutant does not exist.
 */
export function investigationOf(question: Question, additions: Additions = {}): Investigation {
  const { claim, form, mutant } = question;
  const given = givenOf(claim.parameters, question.cell, additions);
  // A thing may be written in several ways; draws and rows know it by one.
  const cell = canonicalCell(claim.parameters, question.cell, given);
  return { question: { ...question, cell }, statement: statementOf(claim, cell, form, mutant), given };
}
