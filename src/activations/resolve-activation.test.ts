import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";
import { defineActivation } from "./define-activation.js";
import { resolveActivation } from "./resolve-activation.js";
import { scaledTanh } from "./scaled-tanh.js";
import { tanh } from "./tanh.js";

describe("resolveActivation", () => {
  it("finds every activation of the catalogue by its id", () => {
    for (const a of catalogue) expect(resolveActivation(a.id)).toBe(a);
  });

  it("looks among the caller's own first", () => {
    const own = defineActivation({ id: "tanh", value: Math.tanh, derivative: (t) => 1 - Math.tanh(t) ** 2 });
    expect(resolveActivation("tanh", [own])).toBe(own);
    expect(resolveActivation("erf", [own]).id).toBe("erf");
  });

  it("makes the scaled tanh once, so that what is computed for it is kept", () => {
    expect(resolveActivation("3*tanh(t/3)")).toBe(resolveActivation("3.0*tanh(x/3)"));
  });

  it.each([
    ["100*tanh(t/100)", 100],
    [" 100 * tanh( x / 1e2 ) ", 100],
    ["1E2*tanh(z_1/100.0)", 100],
    ["0.1*tanh(t/.1)", 0.1],
    ["\t2.*tanh (alpha/2)\n", 2],
    ["1e-7*tanh(t/0.0000001)", 1e-7],
    ["1e+21*tanh(t/1e21)", 1e21],
    ["1*tanh(t/1)", 1],
  ])("reads %j as the scaled tanh with beta = %d, under its canonical id", (psi, beta) => {
    const found = resolveActivation(psi);
    expect(found.id).toBe(`${beta}*tanh(t/${beta})`);
    expect(resolveActivation(found.id).id).toBe(found.id);
    expect(found.value(0.7 * beta)).toBe(scaledTanh(beta).value(0.7 * beta));
    expect(found.supremum).toBe(beta);
  });

  it.each([
    ["x/(1+exp(-x))", "t/(1+exp(-t))"],
    ["100*tanh(t/10)", "100*tanh(t/10)"],
    ["-1*tanh(t/-1)", "-1*tanh(t/-1)"],
    ["100*tanh(2*t/100)", "100*tanh(2*t/100)"],
    ["tanh(x)", "tanh(t)"],
    ["x", "t"],
  ])("reads %j as the expression %s, once", (psi, id) => {
    const found = resolveActivation(psi);
    expect(found.id).toBe(id);
    expect(resolveActivation(id)).toBe(found);
    expect(found.provenance).toBe("certified");
  });

  it("knows the scaled tanh in other words", () => {
    expect(resolveActivation("100tanh(x/100)").smoothness).toBe(scaledTanh(100).smoothness);
    expect(resolveActivation("100tanh(x/100)").id).toBe("100*tanh(t/100)");
  });

  it.each(["", "Tanh", " tanh", "identity ", "tangent"])(
    "rejects %j in one line that names psi and what it may be",
    (psi) => {
      expect(() => resolveActivation(psi)).toThrow(RangeError);
      expect(() => resolveActivation(psi)).toThrow(
        /^psi is "[^\n]*"; it must be one of identity, tanh, [^\n]*, or B\*tanh\(t\/B\)[^\n]*, or an expression in one variable/,
      );
    },
  );

  it.each([
    ["100*tanh(100/t)", "it is undefined at 0"],
    ["1/t", "it is undefined at 0"],
    ["1 0*tanh(t/10)", 'Unexpected part "0" (char 3)'],
    ["Infinity*tanh(t/Infinity)", "Infinity is no finite number"],
    ["a*b", "it has more than one variable: a and b"],
    ["2+3", "it has no variable"],
  ])("rejects the expression %j in one line that says why", (psi, problem) => {
    expect(() => resolveActivation(psi)).toThrow(
      new RangeError(
        `psi is ${JSON.stringify(psi)}; it must be an expression in one variable, such as t/(1+exp(-t)): ${problem}`,
      ),
    );
  });

  it.each(["0*tanh(t/0)", "1e-101*tanh(t/1e-101)", "1e400*tanh(t/1e400)"])("rejects %j for its number", (psi) => {
    expect(() => resolveActivation(psi)).toThrow(/^beta is \S+; it must be a number from 1e-100 to 1e100$/);
  });
});

describe("scaledTanh", () => {
  it.each([0, -1, NaN, Infinity, 1e-101, 1e101])("rejects beta = %d", (beta) => {
    expect(() => scaledTanh(beta)).toThrow(new RangeError(`beta is ${beta}; it must be a number from 1e-100 to 1e100`));
  });

  it("is tanh for beta = 1, the identity for large beta, beta·sign for small", () => {
    for (const t of [1e-300, 0.3, -2, 40, 300]) {
      expect(scaledTanh(1).value(t)).toBe(tanh.value(t));
      expect(scaledTanh(1).derivative(t)).toBe(tanh.derivative(t));
      expect(scaledTanh(1e100).value(t)).toBe(t);
    }
    expect(scaledTanh(1e-100).value(-0.5)).toBe(-1e-100);
  });
});

// Where each digit could be read in two ways, this would have no end.
it("refuses a number of ten million digits", () => {
  expect(() => resolveActivation("9".repeat(1e7))).toThrow("it has 10000000 characters, more than 1000");
});
