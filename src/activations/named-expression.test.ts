import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";
import { gradientTail } from "./gradient-tail.js";
import { knownAs } from "./known-as.js";
import { linearSides } from "./linear-sides.js";
import { namedExpression } from "./named-expression.js";
import { valueTail } from "./value-tail.js";

const named = (expression: string) => namedExpression({ id: "own", expression });
const member = (id: string) => catalogue.find((psi) => psi.id === id)!;

describe("namedExpression", () => {
  it.each([
    ["relu", "relu"],
    ["max(0,t)", "relu"],
    ["max(t,0)", "relu"],
    ["(t+abs(t))/2", "relu"],
    ["x > 0 ? x : 0", "relu"],
    ["tanh", "tanh"],
    ["tanh(t)", "tanh"],
    ["1*tanh(t/1)", "tanh"],
    ["(exp(t)-exp(-t))/(exp(t)+exp(-t))", "tanh"],
    ["2/(1+exp(-2*t))-1", "tanh"],
    ["sign(t)", "sign"],
    ["t > 0 ? 1 : t < 0 ? -1 : 0", "sign"],
    ["log(1+exp(t))-log(2)", "softplus"],
    ["log((1+exp(t))/2)", "softplus"],
    ["t/2+t/2*tanh(t/2)", "silu"],
    ["t*erfc(-t/sqrt(2))/2", "gelu"],
    ["1/(1+exp(-t))-1/2", "logistic"],
    ["t*(1+t^2)^(-1/2)", "isru"],
    ["sqrt(t^2)", "abs"],
    ["normalize(2*abs(t))", null],
    ["log(1+exp(t))", null],
    ["t > 0 ? 1 : -1", null],
    ["tanh(1.0000000000000002*t)", null],
    ["t/sqrt(1.0000000000000002+t^2)", null],
  ])("%s is proved to be %s of the catalogue", (expression, id) => {
    expect(knownAs(named(expression))).toBe(id);
    if (id !== null) expect(named(expression).lipschitz).toBe(member(id).lipschitz);
  });

  it.each([
    ["relu", "relu"],
    ["(t+abs(t))/2", "relu"],
    ["t > 0 ? t : -t", "abs"],
    ["sign(3*t)", "sign"],
  ])("%s has the laws of %s in closed form", (expression, id) => {
    const [psi, known] = [named(expression), member(id)];
    expect(linearSides(psi)).toEqual(linearSides(known));
    for (const t of [0.3, 2, 7]) {
      expect(valueTail(psi, 31)!(t)).toEqual(valueTail(known, 31)!(t));
      expect(gradientTail(psi, 9, 31)?.(t)).toEqual(gradientTail(known, 9, 31)?.(t));
    }
  });

  it("half of the sign has the sign's law at twice the level, by what it is and not by its name", () => {
    const [half, whole] = [valueTail(named("t > 0 ? 0.5 : -0.5"), 31)!, valueTail(member("sign"), 31)!];
    for (const t of [0.1, 0.3, 1]) expect(half(t)).toEqual(whole(2 * t));
  });
});
