import type { Activation } from "../activations/activation.js";
import { catalogue } from "../activations/catalogue.js";
import { type NamedExpression, namedExpression } from "../activations/named-expression.js";
import { resolveActivation } from "../activations/resolve-activation.js";
import type { Claim } from "./claim.js";

/** What a config adds: activations and claims. */
export interface Additions {
  readonly activations: readonly Activation[];
  readonly claims: readonly Claim[];
}

/** A name, which no expression is: `t` alone would be one. */
const NAME = /^(?!t$)[A-Za-z][\w.-]*$/;

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === "object" && x !== null;

/** A value as a message shows it. */
function shown(x: unknown): string {
  if (typeof x === "function") return "a function";
  return (JSON.stringify(x) ?? String(x)).slice(0, 60);
}

function isActivation(x: Readonly<Record<string, unknown>>): boolean {
  return typeof x.value === "function" && typeof x.derivative === "function" && "gaussian" in x && "provenance" in x;
}

function isNamedExpression(x: Readonly<Record<string, unknown>>): boolean {
  const { id, expression, ...rest } = x;
  return (
    typeof id === "string" &&
    typeof expression === "string" &&
    Object.entries(rest).every(
      ([name, constant]) =>
        ["supremum", "lipschitz", "smoothness"].includes(name) &&
        (constant === undefined || (typeof constant === "number" && constant >= 0)),
    )
  );
}

function isClaim(x: unknown): boolean {
  return (
    isObject(x) &&
    ["id", "label", "kind", "quote", "latex", "relation"].every((name) => typeof x[name] === "string") &&
    ["parameters", "hypotheses", "nonClaims", "cells"].every((name) => Array.isArray(x[name])) &&
    ["draw", "forms", "mutants"].every((name) => isObject(x[name])) &&
    typeof x.observed === "function"
  );
}

function activationOf(place: string, entry: unknown): Activation {
  if (typeof entry === "string") return resolveActivation(entry);
  const [isOwn, isNamed] = isObject(entry) ? [isActivation(entry), isNamedExpression(entry)] : [false, false];
  if (!isObject(entry) || !(isOwn || isNamed))
    throw new RangeError(
      `${place} is ${shown(entry)}; it must be an expression, { id, expression } with or without supremum, lipschitz and smoothness, or what defineActivation gives`,
    );
  if (!NAME.test(String(entry.id)))
    throw new RangeError(
      `${place} has the id ${shown(entry.id)}; it must be a letter, then letters, digits, _ . or -, and not t alone`,
    );
  // Checked above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isOwn ? (entry as unknown as Activation) : namedExpression(entry as unknown as NamedExpression);
}

/** The same, where what is wrong with an expression or a constant says which entry it is of. */
function activationAt(place: string, entry: unknown): Activation {
  try {
    return activationOf(place, entry);
  } catch (error) {
    if (!(error instanceof RangeError) || error.message.startsWith(place)) throw error;
    throw new RangeError(`${place}: ${error.message}`, { cause: error });
  }
}

function listOf(exported: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = exported[name] ?? [];
  if (!Array.isArray(list)) throw new RangeError(`${name} is ${shown(list)}; it must be a list`);
  return list;
}

function refuseTwice(place: string, id: string, taken: ReadonlySet<string>, by: string): void {
  if (taken.has(id)) throw new RangeError(`${place} has the id ${id}; it must be another, since ${by} has that one`);
}

/**
 * What a config module's default export adds.
 *
 * @param claimIds the ids that are taken: the ledger's.
 * @throws RangeError in one line, which names the entry, what it is and what it must be.
 */
export function readConfig(exported: unknown, claimIds: readonly string[]): Additions {
  if (!isObject(exported) || Array.isArray(exported))
    throw new RangeError(`its default export is ${shown(exported)}; it must be { activations, claims }`);
  const other = Object.keys(exported).find((name) => name !== "activations" && name !== "claims");
  if (other !== undefined)
    throw new RangeError(`its default export has ${other}; it must have only activations and claims`);

  const catalogued = new Set(catalogue.map(({ id }) => id));
  const activations: Activation[] = [];
  for (const [i, entry] of listOf(exported, "activations").entries()) {
    const place = `activations[${i}]`;
    const found = activationAt(place, entry);
    if (typeof entry !== "string") refuseTwice(place, found.id, catalogued, "the catalogue");
    refuseTwice(place, found.id, new Set(activations.map(({ id }) => id)), "another of its activations");
    activations.push(found);
  }

  const claims: Claim[] = [];
  for (const [i, entry] of listOf(exported, "claims").entries()) {
    const place = `claims[${i}]`;
    if (!isClaim(entry)) throw new RangeError(`${place} is ${shown(entry)}; it must be what defineClaim gives`);
    // Checked above, as far as can be.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const claim = entry as Claim;
    refuseTwice(place, claim.id, new Set(claimIds), "the ledger");
    refuseTwice(place, claim.id, new Set(claims.map(({ id }) => id)), "another of its claims");
    claims.push(claim);
  }
  return { activations, claims };
}
