import { describe, expect, it } from "vitest";
import { expressionActivation } from "../../activations/expression-activation.js";
import { parseExpression } from "../../activations/expressions/parse-expression.js";
import { stableForm } from "../../activations/expressions/stable-form.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { evaluated, polynomialTable } from "./polynomial-table.js";
import { psiKernel } from "./psi-kernel.js";
import { tableErrors } from "./table-errors.js";

const formOf = (text: string) => stableForm(parseExpression(text));

describe.each(["t/(1+exp(-t))", "tanh(t)*exp(-t^2/2)", "log(1+exp(t))/(1+t^2)"])("tableErrors of %s", (text) => {
  const { value, derivative, lipschitz } = expressionActivation(text);
  const made = polynomialTable(value, derivative)!;
  const errors = tableErrors(formOf(text), made, lipschitz)!;

  it("are small, and nowhere exceeded", () => {
    expect(errors.valueError).toBeLessThan(1e-13);
    expect(errors.slopeError).toBeLessThan(1e-13);
    const centre = (made.table.length / 8 - 1) / 2;
    for (let i = 0; i < 20_000; i++) {
      const t = (((i * 0.618_033_988_75) % 1) * 2 - 1) * made.reach;
      const j = Math.round(t / made.step);
      const [psi, slope] = evaluated(made.table, 8 * (j + centre), t - j * made.step);
      expect(Math.abs(psi - value(t))).toBeLessThanOrEqual(errors.valueError);
      expect(Math.abs(slope - derivative(t))).toBeLessThanOrEqual(errors.slopeError);
    }
  });

  it("see a coefficient that is off anywhere", () => {
    const table = made.table.slice();
    const entry = Math.floor(table.length / 8 / 3);
    table[8 * entry + 3] += 1e-6;
    const spoilt = tableErrors(formOf(text), { ...made, table }, lipschitz)!;
    const size = 1e-6 * (made.step / 2) ** 3;
    expect(spoilt.valueError).toBeGreaterThan(size);
    expect(spoilt.valueError).toBeLessThan(10 * size + 1e-13);
    table[8 * entry] += 1e-10;
    expect(tableErrors(formOf(text), { ...made, table }, lipschitz)!.valueError).toBeGreaterThan(1e-10);
  });

  it("are those of its kernel", () => {
    expect(psiKernel(expressionActivation(text))!.valueError).toBeGreaterThanOrEqual(errors.valueError);
  });
});

describe.each([
  "max(-1,min(1,t))",
  "min(6,max(0,t))",
  "max(0,t-0.37)",
  "max(0,tanh(t))",
  "tanh(max(-1,min(1,t)))",
  "max(1.5,t)+abs(tanh(t))",
  "abs(sin(t))",
])("tableErrors of %s, which has kinks", (text) => {
  const { value, derivative, kinks, lipschitz } = expressionActivation(text);
  const made = polynomialTable(value, derivative, kinks)!;
  const errors = tableErrors(formOf(text), made, lipschitz)!;
  const { step, factor, offset, reach, table, atKinks } = made;

  it("are small, and nowhere exceeded but for the slope at kinks", () => {
    expect(errors.valueError).toBeLessThan(1e-13);
    expect(errors.slopeError).toBeLessThan(1e-12);
    expect(atKinks).toBeLessThan(1e-13);
    const centre = (table.length / 8 - 1) / 2;
    for (let i = 0; i < 20_000; i++) {
      const t = (((i * 0.618_033_988_75) % 1) * 2 - 1) * reach;
      const p = factor * t + offset;
      const j = Math.round(p / step);
      const [psi, slope] = evaluated(table, 8 * (j + centre), p - j * step);
      expect(Math.abs(psi - value(t))).toBeLessThanOrEqual(errors.valueError + atKinks);
      if (kinks.every((kink) => Math.abs(t - kink) > 1e-13))
        expect(Math.abs(slope * factor - derivative(t))).toBeLessThanOrEqual(errors.slopeError);
    }
  });

  it("see a coefficient that is off, and kinks half a cell off", () => {
    const spoilt = table.slice();
    spoilt[8 * Math.floor(table.length / 16) + 3] += 1e-6;
    const size = 1e-6 * (step / 2) ** 3;
    expect(tableErrors(formOf(text), { ...made, table: spoilt }, lipschitz)!.valueError).toBeGreaterThan(size);
    expect(tableErrors(formOf(text), { ...made, offset: offset + step / 4 }, lipschitz)).toBeNull();
  });

  it("are those of its kernel", () => {
    expect(psiKernel(expressionActivation(text))!.valueError).toBeGreaterThanOrEqual(errors.valueError + atKinks);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
it("has bounds, to the last bit, for tables with kinks and without, and none where a side is not settled", () => {
  const rows: string[] = [];
  for (const [text, kinks] of [
    ["tanh(t)", []],
    ["max(-1,min(2,t))", [-1, 2]],
  ] as const) {
    const { value, derivative, lipschitz } = expressionActivation(text);
    const made = polynomialTable(value, derivative, kinks);
    rows.push(`${text}: ${made && exactly({ ...tableErrors(formOf(text), made, lipschitz) })}`);
  }
  expect(rows).toMatchSnapshot();
  const { value, derivative } = expressionActivation("tanh(t)");
  const made = polynomialTable(value, derivative)!;
  expect(tableErrors(formOf("abs(t-0.1)"), made, 1)).toBeNull();
  expect(tableErrors(formOf("tanh(t)"), { ...made, table: made.table.map(() => Number.NaN) }, 1)).toBeNull();
});
