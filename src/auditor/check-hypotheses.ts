import { checkFunction, checkMembers, checkText, listOf, objectOf, refuse } from "./members.js";

const SHAPES = "{ latex, holds } or { latex, parameter, least }";
const MEMBERS = ["latex", "holds", "because", "parameter", "least"];

/**
 * Refuses what are no hypotheses of a claim.
 *
 * @param place which they are: "forms.repaired.hypotheses".
 * @param names the claim's parameters.
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function checkHypotheses(id: string, place: string, hypotheses: unknown, names: ReadonlySet<string>): void {
  for (const [i, entry] of listOf(id, place, hypotheses, `a list of ${SHAPES}`).entries()) {
    const member = `${place}[${i}]`;
    const hypothesis = objectOf(id, member, entry, SHAPES);
    checkMembers(id, `${member}.`, hypothesis, MEMBERS);
    checkText(id, `${member}.latex`, hypothesis.latex);
    if (hypothesis.because !== undefined)
      checkFunction(id, `${member}.because`, hypothesis.because, "a function of the cell that says what fails");
    const { parameter, least, holds } = hypothesis;
    if (parameter === undefined && least === undefined) {
      checkFunction(id, `${member}.holds`, holds, "a function of the cell, or there must be parameter and least");
      continue;
    }
    const name = objectOf(id, `${member}.parameter`, parameter, "a parameter of the claim").name;
    if (!(typeof name === "string" && names.has(name)))
      refuse(id, `${member}.parameter`, name, `a parameter of the claim: ${[...names].join(", ")}`);
    checkFunction(id, `${member}.least`, least, `a function of the cell: the least ${name} for which it holds`);
  }
}
