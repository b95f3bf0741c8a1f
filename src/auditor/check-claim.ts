import { checkCell } from "./check-cell.js";
import { KINDS, type Kind, type Relation } from "./claim.js";
import { gamma } from "./gamma.js";
import { KEBAB } from "./identifier.js";
import type { AnyParameter } from "./parameter.js";
import { shownValue } from "./shown-value.js";

const RELATIONS: Readonly<Record<Kind, readonly Relation[]>> = {
  whp: ["<=", ">="],
  deterministic: ["<=", ">=", "="],
  step: ["<=", ">=", "="],
  identity: ["="],
  mean: ["<=", ">="],
  trend: ["<=", ">=", "="],
};

/** Members that some kinds have and others must not. */
const OF_KINDS: Readonly<Record<string, readonly Kind[]>> = {
  allows: ["whp"],
  everyGamma: ["whp"],
  exact: ["whp"],
  uncertainty: ["whp", "trend"],
  range: ["mean"],
  trend: ["trend"],
  resolution: ["identity", "trend"],
  region: ["deterministic", "step", "identity", "trend"],
};

/** Members that every claim may have, and those of its forms and mutants. */
const MEMBERS = [
  ..."id label quote reading latex nonClaims uses parameters hypotheses draw effort observed forms cells".split(" "),
  ..."witness mutants kind relation trivial".split(" "),
  ...Object.keys(OF_KINDS),
];
const FORM_MEMBERS = ["bound", "observed", "hypotheses", "refutedAt", "latex", "reason"];
const MUTANT_MEMBERS = ["at", "of", "bound", "observed"];

type Loose = Readonly<Record<string, unknown>>;

const isObject = (x: unknown): x is Loose => typeof x === "object" && x !== null;

/** Complains about a member of a claim. */
function refuse(id: string, member: string, x: unknown, mustBe: string): never {
  throw new RangeError(`claim ${id}: ${member} is ${shownValue(x)}; it must be ${mustBe}`);
}

/** Refuses a member that there is none of: misspelt, it would do nothing. */
function checkMembers(object: Loose, id: string, place: string, members: readonly string[]): void {
  for (const name of Object.keys(object))
    if (!members.includes(name))
      refuse(id, `${place}${name}`, object[name], `left out: there are ${members.join(", ")}`);
}

/** A member that is a list. */
function listOf(claim: Loose, id: string, member: string): readonly unknown[] {
  const list = claim[member];
  return Array.isArray(list) ? list : refuse(id, member, list, "a list");
}

/** A member that is an object. */
function objectOf(claim: Loose, id: string, member: string): Loose {
  const object = claim[member];
  return isObject(object) ? object : refuse(id, member, object, "an object");
}

function checkTexts(claim: Loose, id: string): void {
  for (const member of ["label", "quote", "latex"])
    if (typeof claim[member] !== "string") refuse(id, member, claim[member], "a text");
  const { reading } = claim;
  if (reading !== undefined && !(typeof reading === "string" && reading.trim() !== ""))
    refuse(id, "reading", reading, "a text that says what was chosen and why, or left out");
  for (const member of ["nonClaims", "parameters", "hypotheses", "cells"]) listOf(claim, id, member);
  for (const member of ["forms", "mutants", "draw"]) objectOf(claim, id, member);
  if (typeof claim.observed !== "function") refuse(id, "observed", claim.observed, "a function of the draw");
}

/** The parameters of a claim, checked. */
function checkParameters(claim: Loose, id: string): readonly AnyParameter[] {
  const names = new Set<string>();
  const parameters: AnyParameter[] = [];
  for (const entry of listOf(claim, id, "parameters")) {
    if (!isObject(entry) || typeof entry.name !== "string" || typeof entry.resolve !== "function")
      refuse(id, "parameters", entry, "a list of what parameter() gives");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const parameter = entry as unknown as AnyParameter;
    if (names.has(parameter.name)) refuse(id, "parameters", parameter.name, "a list that names each once");
    if (parameter.name === gamma.name && parameter.domain.mustBe !== gamma.domain.mustBe)
      refuse(id, "parameter gamma", parameter.domain.mustBe, `gamma of lemmacheck, which is ${gamma.domain.mustBe}`);
    names.add(parameter.name);
    parameters.push(parameter);
  }
  return parameters;
}

function checkDraw(claim: Loose, id: string, names: ReadonlySet<string>): void {
  const draw = objectOf(claim, id, "draw");
  for (const member of ["cost", "draw"])
    if (typeof draw[member] !== "function") refuse(id, `draw.${member}`, draw[member], "a function");
  if (typeof draw.id !== "string") refuse(id, "draw.id", draw.id, "a text");
  for (const entry of listOf(draw, id, "parameters")) {
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

function checkHypotheses(list: readonly unknown[], id: string, names: ReadonlySet<string>): void {
  for (const entry of list) {
    if (!isObject(entry) || typeof entry.latex !== "string")
      refuse(id, "a hypothesis", entry, "{ latex, holds } or { latex, parameter, least }");
    const lifts = isObject(entry.parameter) && typeof entry.least === "function";
    if (!lifts && typeof entry.holds !== "function")
      refuse(
        id,
        `hypothesis ${entry.latex}`,
        entry.parameter ?? entry.holds,
        "with holds, or with parameter and least",
      );
    const name = isObject(entry.parameter) ? entry.parameter.name : undefined;
    if (lifts && !(typeof name === "string" && names.has(name)))
      refuse(id, `hypothesis ${entry.latex}`, name, "about a parameter of the claim");
  }
}

function checkKind(claim: Loose, id: string, names: ReadonlySet<string>): void {
  const kind = KINDS.find((known) => known === claim.kind);
  if (!kind) refuse(id, "kind", claim.kind, `one of ${KINDS.join(", ")}`);
  if (!RELATIONS[kind].some((known) => known === claim.relation))
    refuse(id, "relation", claim.relation, `one of ${RELATIONS[kind].join(", ")} for kind ${kind}`);
  for (const [member, kinds] of Object.entries(OF_KINDS))
    if (claim[member] !== undefined && !kinds.includes(kind))
      refuse(id, member, claim[member], `left out, since kind is ${kind}; only ${kinds.join(" and ")} may have it`);
  for (const member of ["trivial", "allows", "exact", "uncertainty", "resolution"])
    if (claim[member] !== undefined && typeof claim[member] !== "function")
      refuse(id, member, claim[member], "a function of the cell");
  if (kind === "whp") {
    if (!claim.trivial) refuse(id, "trivial", claim.trivial, "what is known without it: a whp claim must say that");
    if (!claim.allows && !names.has(gamma.name))
      refuse(id, "allows", claim.allows, "the failure probability at a cell, since gamma is no parameter");
    if (claim.everyGamma && (claim.allows || !names.has(gamma.name)))
      refuse(id, "everyGamma", claim.everyGamma, "left out, since the failure probability is not gamma itself");
  }
  if (kind === "mean" && typeof claim.range !== "function")
    refuse(id, "range", claim.range, "the ends of the variable, or its second moment: a mean claim must say that");
  if (kind === "trend" && !isObject(claim.trend))
    refuse(id, "trend", claim.trend, "what it follows: a trend must say that");
  if (kind === "trend" && (claim.relation === "=") !== (claim.resolution !== undefined))
    refuse(
      id,
      "resolution",
      claim.resolution,
      `${claim.relation === "=" ? "given" : "left out"}, since the relation is ${String(claim.relation)}`,
    );
}

function checkForms(claim: Loose, id: string, parameters: readonly AnyParameter[]): void {
  const names = new Set(parameters.map(({ name }) => name));
  const forms = objectOf(claim, id, "forms");
  const cell = (place: string, at: unknown) => checkCell(`claim ${id}: ${place}`, parameters, at);
  if (!isObject(forms.printed)) refuse(id, "forms.printed", forms.printed, "the form as printed");
  for (const [name, form] of Object.entries(forms)) {
    if ((name !== "printed" && name !== "repaired") || !isObject(form))
      refuse(id, `forms.${name}`, form, "printed or repaired");
    checkMembers(form, id, `forms.${name}.`, FORM_MEMBERS);
    if (typeof form.bound !== "function") refuse(id, `forms.${name}.bound`, form.bound, "a function of the cell");
    if (form.hypotheses !== undefined) checkHypotheses(listOf(form, id, "hypotheses"), id, names);
    if (form.refutedAt !== undefined) cell(`forms.${name}.refutedAt`, form.refutedAt);
    if (name === "repaired" && (typeof form.latex !== "string" || typeof form.reason !== "string"))
      refuse(id, "forms.repaired", form.reason, "with latex and a reason");
  }
  const mutants = Object.entries(objectOf(claim, id, "mutants"));
  if (mutants.length === 0) refuse(id, "mutants", claim.mutants, "wrong versions that the audit refutes, one at least");
  for (const [name, mutant] of mutants) {
    if (!isObject(mutant) || (typeof mutant.bound !== "function" && typeof mutant.observed !== "function"))
      refuse(id, `mutant ${name}`, mutant, "with a bound or an observed quantity of its own");
    checkMembers(mutant, id, `mutant ${name} `, MUTANT_MEMBERS);
    if (mutant.of !== undefined && !(typeof mutant.of === "string" && Object.hasOwn(forms, mutant.of)))
      refuse(id, `mutant ${name} of`, mutant.of, `one of ${Object.keys(forms).join(", ")}`);
    cell(`mutant ${name} at`, mutant.at);
  }
  if (claim.witness !== undefined) cell("witness", claim.witness);
}

function checkUses({ uses }: Loose, id: string): void {
  if (uses === undefined) return;
  if (!isObject(uses)) refuse(id, "uses", uses, "{ statement, proof }, lists of ids");
  for (const [name, list] of Object.entries(uses))
    if ((name !== "statement" && name !== "proof") || !Array.isArray(list) || list.some((x) => typeof x !== "string"))
      refuse(id, `uses.${name}`, list, "statement or proof, a list of ids");
}

function checkGrids(claim: Loose, id: string, parameters: readonly AnyParameter[]): void {
  const grids = listOf(claim, id, "cells");
  if (grids.length === 0) refuse(id, "cells", grids, "grids of cells to audit by default, one at least");
  for (const [i, grid] of grids.entries()) {
    if (!isObject(grid)) refuse(id, `cells[${i}]`, grid, "values for each parameter");
    for (const name of Object.keys(grid))
      if (!parameters.some((known) => known.name === name))
        refuse(id, `cells[${i}]`, name, "of the claim's parameters");
    for (const { name, domain } of parameters) {
      const values = Object.hasOwn(grid, name) ? grid[name] : undefined;
      if (typeof values === "function") continue;
      if (!Array.isArray(values) || values.length === 0)
        refuse(id, `cells[${i}].${name}`, values, "a list of values, or a function of the others");
      const isNumeric = /integers|reals|either|restricted/.test(domain.shape.type);
      const wrong = values.find((value) => !(domain.has(value) || (value === "least" && isNumeric)));
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
  if (typeof claim.id !== "string" || !KEBAB.test(claim.id))
    throw new RangeError(`claim id is ${shownValue(claim.id)}; it must be lower-case words joined by hyphens`);
  const { id } = claim;
  checkMembers(claim, id, "", MEMBERS);
  checkTexts(claim, id);
  const parameters = checkParameters(claim, id);
  const names = new Set(parameters.map(({ name }) => name));
  checkDraw(claim, id, names);
  checkHypotheses(listOf(claim, id, "hypotheses"), id, names);
  checkKind(claim, id, names);
  checkForms(claim, id, parameters);
  checkGrids(claim, id, parameters);
  checkUses(claim, id);
}
