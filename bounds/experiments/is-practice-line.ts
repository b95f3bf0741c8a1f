import { isJsonObject, type Json } from "lemmacheck";

/** What `practice` found, as much of its line as is used again. */
export interface PracticeLine {
  readonly psi: string;
  readonly gamma: number;
  readonly depth: number;
  readonly initialisation: string;
  readonly coefficients: string;
  /** The least d = k from which on all that were tried are enough; null where there is none. */
  readonly least: number | null;
}

/** Whether a line is one of `practice`. */
export const isPracticeLine = (x: Json): x is PracticeLine & { readonly [name: string]: Json } =>
  isJsonObject(x) &&
  x.schema === 1 &&
  typeof x.psi === "string" &&
  typeof x.gamma === "number" &&
  typeof x.depth === "number" &&
  typeof x.coefficients === "string" &&
  typeof x.initialisation === "string" &&
  Array.isArray(x.pairs) &&
  (x.least === null || typeof x.least === "number");
