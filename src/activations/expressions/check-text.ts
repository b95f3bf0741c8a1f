import { shownValue } from "../../numbers/shown-value.js";
import { expressionError } from "./expression-error.js";

const MAX_LENGTH = 1000;
const MAX_NESTING = 50;

const FORBIDDEN = /[^\p{L}\p{M}\p{N}_+\-*/^(),.<>=?: ]/u;

function nesting(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) return NaN;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 ? deepest : NaN;
}

/**
 * What can be said of an expression before it is parsed, so that nothing long, deep or strange reaches the parser.
 *
 * @returns the text with each run of white space as one space.
 * @throws RangeError naming psi, what it was and what it must be.
 */
export function checkText(text: string): string {
  if (text.length > MAX_LENGTH)
    throw expressionError(text, `it has ${text.length} characters, more than ${MAX_LENGTH}`);
  const spaced = text.replaceAll(/\s+/g, " ").trim();
  if (spaced === "") throw expressionError(text, "it is empty");
  const strange = FORBIDDEN.exec(spaced)?.[0];
  if (strange !== undefined) throw expressionError(text, `${shownValue(strange)} has no place in one`);
  if (/(?<![<>])=|[=]{2}/.test(spaced))
    throw expressionError(text, "it may compare by <, <=, > and >=, but neither assign nor test for equality");
  if (/\.\s*[\p{L}_]/u.test(spaced)) throw expressionError(text, "a dot may only stand in a number");
  const depth = nesting(spaced);
  if (Number.isNaN(depth)) throw expressionError(text, "its brackets do not match");
  if (depth > MAX_NESTING)
    throw expressionError(text, `its brackets are nested ${depth} deep, more than ${MAX_NESTING}`);
  return spaced;
}
