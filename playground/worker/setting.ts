import { type AnyParameter, gamma } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { d, depth, k } from "lemmacheck/networks";
import { readActivation } from "../../bounds/commands/read-activation.js";
import type { Asked, Field } from "../messages.js";

/** What is looked at. */
export interface Setting {
  readonly psi: Activation;
  readonly d: number;
  readonly k: number;
  readonly gamma: number;
  /** Hidden layers of the networks whose rays are drawn; statements are audited at one. */
  readonly depth: number;
  readonly statement: string;
  readonly network: number;
}

/** The values of a setting as cells hold them. */
export const cellOf = (own: Setting) => ({ psi: own.psi.id, d: own.d, k: own.k, gamma: own.gamma });

/** What was typed is not what it must be. */
export class Mistyped extends Error {
  readonly field: Field;

  constructor(field: Field, message: string) {
    super(message);
    this.field = field;
  }
}

function readNumber(field: Field, { domain, symbol }: AnyParameter, typed: string): number {
  const value = typed.trim() === "" ? Number.NaN : Number(typed.replace("−", "-"));
  if (!domain.has(value))
    throw new Mistyped(field, `${symbol} is ${typed === "" ? "empty" : typed}; it must be ${domain.mustBe}`);
  return value;
}

/**
 * What was typed, as the mathematics uses it.
 *
 * @throws Mistyped naming the field, what it was and what it must be.
 */
export function readSetting({ psi: typed, statement, network, ...sizes }: Asked): Setting {
  let activation: Activation;
  try {
    activation = readActivation("ψ", typed.trim() === "" ? "empty" : typed, {});
  } catch (error) {
    if (error instanceof RangeError) throw new Mistyped("psi", error.message);
    throw error;
  }
  return {
    psi: activation,
    d: readNumber("d", d, sizes.d),
    k: readNumber("k", k, sizes.k),
    gamma: readNumber("gamma", gamma, sizes.gamma),
    depth: readNumber("depth", depth, sizes.depth),
    statement,
    network,
  };
}
