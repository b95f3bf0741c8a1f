import type { Activation } from "../../activations/activation.js";
import { catalogue } from "../../activations/catalogue.js";
import { constantSides } from "../../activations/constant-sides.js";
import { parseExpression } from "../../activations/expressions/parse-expression.js";
import { stableForm } from "../../activations/expressions/stable-form.js";
import { linearSides } from "../../activations/linear-sides.js";
import { lazily } from "../../numbers/lazily.js";
import { CENTRE, KIND_PLACED_TABLE, KIND_SIGN, KIND_TABLE, KIND_TWO_SLOPES } from "./layout.js";
import { peaks } from "./peaks.js";
import { polynomialTable } from "./polynomial-table.js";
import { tableErrors } from "./table-errors.js";

/** An activation as the kernels compute it. */
export interface PsiKernel {
  /** `KIND_TABLE` for factor 1 and offset 0, `KIND_PLACED_TABLE` for others, `KIND_TWO_SLOPES` or `KIND_SIGN`. */
  readonly kind: number;
  /**
   * Table: (1.5·2^52 + CENTRE)·step, which rounds to multiples of the step when it is added; step, reach, factor,
   * offset. Two slopes: that for t > 0, that for t < 0, ψ'(0).
   */
  readonly numbers: readonly number[];
  /** Eight coefficients in factor·t + offset − j·step, lowest first, for each j from −centre to centre; empty without a table. */
  readonly table: Float64Array;
  /** ψ and ψ' by the activation's own functions, for |t| > reach. */
  readonly value: (t: number) => number;
  readonly slope: (t: number) => number;
  /**
   * Bounds on |difference| from ψ and ψ' over the table, proved from the expression of an activation that has one
   * where table-errors.ts can, as it can where the sides of |u|, max and the like are settled cell by cell; else, and for
   * the catalogue, the largest that was measured, four points a cell. 0 without a table. At a kink, and within rounding
   * of it, the slope is that of one side.
   */
  readonly valueError: number;
  readonly slopeError: number;
}

const NO_TABLE = new Float64Array(0);

function untabled(psi: Activation, kind: number, numbers: PsiKernel["numbers"]): PsiKernel {
  const { value, derivative } = psi;
  return { kind, numbers, table: NO_TABLE, value, slope: derivative, valueError: 0, slopeError: 0 };
}

function make(psi: Activation): PsiKernel | null {
  const { value, derivative } = psi;
  const levels = constantSides(psi);
  if (levels?.left === -1 && levels.right === 1) return untabled(psi, KIND_SIGN, [0, 0, 0]);
  const sides = linearSides(psi);
  if (sides) return untabled(psi, KIND_TWO_SLOPES, [sides.right, sides.left, derivative(0)]);
  const made = polynomialTable(value, derivative, psi.kinks);
  if (!made) return null;
  const { step, factor, offset, reach, table, valueError, slopeError, atKinks } = made;
  // Draws read the table instead of the functions, which would hold each value against the declared constants.
  if (psi.provenance === "declared") {
    for (const t of peaks(made)) {
      value(t);
      derivative(t);
    }
  }
  // It takes some tenths of a second, and many draws ask for no error.
  const errors = lazily(() =>
    psi.expression === null || catalogue.includes(psi)
      ? null
      : tableErrors(stableForm(parseExpression(psi.expression)), made, psi.lipschitz),
  );
  return {
    kind: factor === 1 && offset === 0 ? KIND_TABLE : KIND_PLACED_TABLE,
    numbers: [(1.5 * 2 ** 52 + CENTRE) * step, step, reach, factor, offset],
    table,
    value,
    slope: derivative,
    get valueError() {
      return Math.max(valueError, errors()?.valueError ?? 0) + atKinks;
    },
    get slopeError() {
      return Math.max(slopeError, errors()?.slopeError ?? 0);
    },
  };
}

const kept = new WeakMap<Activation, PsiKernel | null>();

/**
 * How the kernels compute an activation: exactly for those that are proved linear on both sides of 0 and for
 * those proved to be the sign; by a table of piecewise polynomials for others; null for one with incommensurate kinks or other jumps, or
 * that varies over lengths too short for a table. Made once for each activation.
 */
export function psiKernel(psi: Activation): PsiKernel | null {
  let kernel = kept.get(psi);
  if (kernel === undefined) {
    kernel = make(psi);
    kept.set(psi, kernel);
  }
  return kernel;
}
