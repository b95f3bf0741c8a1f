import type { Activation } from "../activations/activation.js";
import { resolveActivation } from "../activations/resolve-activation.js";
import { COEFFICIENT_LAWS, INITIALISATIONS } from "../networks/dense-network.js";
import type { Given, Name, Parameters } from "../samplers/parameters.js";

/** One configuration: plain JSON. */
export type Cell<P extends Name = Name> = Readonly<Pick<Parameters, P>>;

/** A cell as it comes in, before it is checked: whatever JSON held. */
export type LooseCell = Readonly<Partial<Record<string, string | number>>>;

const MUST_BE: Readonly<Record<Name, string>> = {
  psi: "the id of an activation",
  d: "an integer from 1 to 2^53",
  k: "an integer from 1 to 2^53",
  gamma: "a number in (0, 1)",
  radius: "a positive finite number",
  depth: "an integer from 1 to 2^53",
  initialisation: `one of ${INITIALISATIONS.join(", ")}`,
  coefficients: `one of ${COEFFICIENT_LAWS.join(", ")}`,
  norm: "a finite number ≥ 0",
  bias: "a finite number",
  inputs: "an integer from 1 to 2^53",
  q: "an integer from 1 to 2^53",
  law: "the name of a law",
  growth: "the name of a way to grow",
  eta: "a positive finite number",
  gradientNorm: "a positive finite number",
  correlation: "a number in [−1, 1]",
  logD: "a finite number ≥ 0",
  logK: "a finite number ≥ 0",
  rho: "a number in (0, 1)",
  degree: "a finite number ≥ 1",
  power: "a finite number ≥ 1",
  valueBound: "a positive finite number",
  hessianBound: "a positive finite number",
  variation: "a positive finite number",
  directions: "the name of a configuration",
};

const isCount = (x: unknown) => typeof x === "number" && Number.isInteger(x) && x >= 1 && x <= 2 ** 53;

function fits(name: string, x: unknown): boolean {
  switch (name) {
    case "d":
    case "k":
    case "depth":
    case "q":
    case "inputs":
      return isCount(x);

    case "gamma":
    case "rho":
      return typeof x === "number" && x > 0 && x < 1;
    case "radius":
    case "eta":
    case "gradientNorm":
    case "valueBound":
    case "hessianBound":
    case "variation":
      return typeof x === "number" && x > 0 && x < Infinity;
    case "degree":
    case "power":
      return typeof x === "number" && x >= 1 && x < Infinity;
    case "norm":
    case "logD":
    case "logK":
      return typeof x === "number" && x >= 0 && x < Infinity;
    case "correlation":
      return typeof x === "number" && Math.abs(x) <= 1;
    case "bias":
      return typeof x === "number" && Number.isFinite(x);
    case "initialisation":
      return INITIALISATIONS.some((known) => known === x);
    case "coefficients":
      return COEFFICIENT_LAWS.some((known) => known === x);
    case "psi":
    case "law":
    case "growth":
    case "directions":
      return typeof x === "string" && x !== "";
    default:
      return typeof x === "string" || (typeof x === "number" && Number.isFinite(x));
  }
}

/**
 * @throws RangeError naming the parameter, what it was and what it must be.
 */
export function checkParameter(name: string, x: unknown): void {
  if (!fits(name, x)) {
    const rule: Readonly<Record<string, string>> = MUST_BE;
    throw new RangeError(
      `${name} is ${x === undefined ? "missing" : JSON.stringify(x)}; it must be ${rule[name] ?? "a finite number or a string"}`,
    );
  }
}

/**
 * The cell's parameters with ψ resolved among the caller's own activations and the catalogue.
 *
 * @throws RangeError naming the parameter, what it was and what it must be.
 */
export function givenOf(
  parameters: readonly Name[],
  cell: LooseCell,
  activations: readonly Activation[] = [],
): Given<Name> {
  for (const name of Object.keys(cell)) {
    if (!parameters.some((known) => known === name))
      throw new RangeError(
        `${name} is ${JSON.stringify(cell[name])}; the claim has no such parameter, only ${parameters.join(", ")}`,
      );
  }
  const given: Record<string, unknown> = {};
  for (const name of parameters) {
    checkParameter(name, cell[name]);
    given[name] = name === "psi" ? resolveActivation(String(cell.psi), activations) : cell[name];
  }
  // Each listed parameter was checked above; a claim's functions read no other (defineClaim's types see to that).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return given as Given<Name>;
}
