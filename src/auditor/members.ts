import { shownName, shownValue } from "../numbers/shown-value.js";

/** An object that somebody wrote, in whatever language: any members at all. */
export type Loose = Readonly<Record<string, unknown>>;

/** Whether something has members. */
export const isObject = (x: unknown): x is Loose => typeof x === "object" && x !== null && !Array.isArray(x);

/**
 * Complains about a member of a claim.
 *
 * @param member where it is: "forms.printed.bound".
 */
export function refuse(id: string, member: string, x: unknown, mustBe: string): never {
  throw new RangeError(`claim ${shownName(id)}: ${shownName(member)} is ${shownValue(x)}; it must be ${mustBe}`);
}

/** Refuses a member that there is none of: misspelt, it would do nothing. */
export function checkMembers(id: string, place: string, object: Loose, members: readonly string[]): void {
  for (const name of Object.keys(object))
    if (!members.includes(name))
      refuse(id, `${place}${name}`, object[name], `left out: there are ${members.join(", ")}`);
}

/** A member that is a list. */
export const listOf = (id: string, member: string, x: unknown, mustBe = "a list"): readonly unknown[] =>
  Array.isArray(x) ? x : refuse(id, member, x, mustBe);

/** A member that is an object. */
export const objectOf = (id: string, member: string, x: unknown, mustBe = "an object"): Loose =>
  isObject(x) ? x : refuse(id, member, x, mustBe);

/** Characters of a text of a claim; formulas are read in a time that grows with the square of theirs. */
const LONGEST = 10_000;

/** Refuses a member that is no text, or a very long one. */
export function checkText(id: string, member: string, x: unknown, mustBe = "a text"): void {
  if (typeof x !== "string") refuse(id, member, x, mustBe);
  if (x.length > LONGEST) refuse(id, member, x, `${mustBe}, of at most ${LONGEST} characters: it has ${x.length}`);
}

/** Refuses a member that is no function. */
export function checkFunction(id: string, member: string, x: unknown, mustBe: string): void {
  if (typeof x !== "function") refuse(id, member, x, mustBe);
}
