import { shownValue } from "../numbers/shown-value.js";
import { checkForms } from "./check-forms.js";
import { checkHypotheses } from "./check-hypotheses.js";
import { checkKind } from "./check-kind.js";
import { gamma } from "./gamma.js";
import { KEBAB } from "./identifier.js";
import { isNumeric } from "./is-numeric.js";
import { OF_KINDS } from "./kinds.js";
import { checkFunction, checkMembers, checkText, isObject, type Loose, listOf, objectOf, refuse } from "./members.js";
import type { AnyParameter } from "./parameter.js";

/** Members that every claim may have. */
const MEMBERS = [
  ..."id label quote reading freeConstants inProof latex quantity nonClaims uses parameters hypotheses draw effort observed forms cells".split(
    " ",
  ),
  ..."witness mutants kind relation trivial".split(" "),
  ...OF_KINDS,
];

function checkTexts(id: string, claim: Loose): void {
  for (const member of ["label", "quote", "latex"]) checkText(id, member, claim[member]);
  const { reading, inProof, quantity } = claim;
  if (quantity !== undefined) checkText(id, "quantity", quantity, "LaTeX that names what is observed, or left out");
  if (inProof !== undefined && typeof inProof !== "boolean")
    refuse(id, "inProof", inProof, "true for a display inside a proof, or left out");
  if (reading !== undefined && !(typeof reading === "string" && reading.trim() !== ""))
    refuse(id, "reading", reading, "a text that says what was chosen and why, or left out");
  for (const [i, text] of listOf(id, "nonClaims", claim.nonClaims, "a list of texts").entries())
    checkText(id, `nonClaims[${i}]`, text);
}

function checkFreeConstants(id: string, { freeConstants }: Loose): void {
  if (freeConstants === undefined) return;
  const free = objectOf(id, "freeConstants", freeConstants, "{ audited } or { audited, everyChoice }");
  checkMembers(id, "freeConstants.", free, ["audited", "everyChoice"]);
  checkText(id, "freeConstants.audited", free.audited, "a text: which constants are audited");
  if (free.everyChoice !== undefined)
    checkFunction(
      id,
      "freeConstants.everyChoice",
      free.everyChoice,
      "a function of the cell: why no choice would do, or null",
    );
}

/** The parameters of a claim, checked. */
function checkParameters(id: string, claim: Loose): readonly AnyParameter[] {
  const names = new Set<string>();
  const parameters: AnyParameter[] = [];
  const mustBe = "what parameter() gives";
  for (const [i, entry] of listOf(id, "parameters", claim.parameters, `a list of ${mustBe}`).entries()) {
    if (!isObject(entry) || typeof entry.name !== "string" || typeof entry.resolve !== "function")
      refuse(id, `parameters[${i}]`, entry, mustBe);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const parameter = entry as unknown as AnyParameter;
    if (names.has(parameter.name)) refuse(id, `parameters[${i}]`, parameter.name, "another: each is listed once");
    if (parameter.name === gamma.name && parameter.domain.mustBe !== gamma.domain.mustBe)
      refuse(id, "parameter gamma", parameter.domain.mustBe, `gamma of lemmacheck, which is ${gamma.domain.mustBe}`);
    names.add(parameter.name);
    parameters.push(parameter);
  }
  return parameters;
}

function checkDraw(id: string, claim: Loose, names: ReadonlySet<string>): void {
  const draw = objectOf(id, "draw", claim.draw, "what defineSampler() gives");
  for (const member of ["cost", "draw"]) checkFunction(id, `draw.${member}`, draw[member], "a function");
  checkText(id, "draw.id", draw.id);
  for (const entry of listOf(id, "draw.parameters", draw.parameters)) {
    const name = isObject(entry) ? entry.name : entry;
    if (typeof name !== "string" || !names.has(name))
      refuse(
        id,
        "draw",
        draw.id,
        `a sampler of the claim's parameters, which are without ${shownValue(name).replaceAll('"', "")}`,
      );
  }
}

function checkUses(id: string, { uses }: Loose): void {
  if (uses === undefined) return;
  const lists = objectOf(id, "uses", uses, "{ statement, proof }, lists of ids");
  checkMembers(id, "uses.", lists, ["statement", "proof"]);
  for (const [name, list] of Object.entries(lists))
    for (const [i, used] of listOf(id, `uses.${name}`, list, "a list of ids").entries())
      checkText(id, `uses.${name}[${i}]`, used, "the id of a claim");
}

function checkGrids(id: string, claim: Loose, parameters: readonly AnyParameter[]): void {
  const names = parameters.map(({ name }) => name);
  const mustBe = "a list of grids of cells to audit by default, one at least";
  const grids = listOf(id, "cells", claim.cells, mustBe);
  if (grids.length === 0) refuse(id, "cells", grids, mustBe);
  for (const [i, entry] of grids.entries()) {
    const grid = objectOf(id, `cells[${i}]`, entry, "values for each parameter");
    checkMembers(id, `cells[${i}].`, grid, names);
    for (const { name, domain } of parameters) {
      const values = Object.hasOwn(grid, name) ? grid[name] : undefined;
      if (typeof values === "function") continue;
      const list = listOf(id, `cells[${i}].${name}`, values, "a list of values, or a function of the others");
      if (list.length === 0) refuse(id, `cells[${i}].${name}`, list, "a list of one value at least");
      const wrong = list.find((value) => !(domain.has(value) || (value === "least" && isNumeric(domain))));
      if (wrong !== undefined) refuse(id, `cells[${i}].${name}`, wrong, domain.mustBe);
    }
  }
}

/**
 * Refuses what is no claim, whoever made it and in whatever language.
 *
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function checkClaim(claim: unknown): void {
  if (!isObject(claim)) throw new RangeError(`a claim is ${shownValue(claim)}; it must be an object`);
  const { id } = claim;
  if (typeof id !== "string" || !KEBAB.test(id))
    throw new RangeError(`claim id is ${shownValue(id)}; it must be lower-case words joined by hyphens`);
  checkMembers(id, "", claim, MEMBERS);
  checkTexts(id, claim);
  checkFreeConstants(id, claim);
  checkFunction(id, "observed", claim.observed, "a function of the draw");
  const parameters = checkParameters(id, claim);
  const names = new Set(parameters.map(({ name }) => name));
  checkDraw(id, claim, names);
  checkHypotheses(id, "hypotheses", claim.hypotheses, names);
  checkKind(id, claim, names);
  checkForms(id, claim, parameters);
  checkGrids(id, claim, parameters);
  checkUses(id, claim);
}
