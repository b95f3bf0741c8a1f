import {
  type Activation,
  catalogue,
  defineActivation,
  gradientTail,
  namedExpression,
  resolveActivation,
  valueTail,
} from "lemmacheck/activations";
import { completeSetting, curvatureLipschitz, drawLine, laws } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";

// What a theorist met who brought activations of their own.

const known = (id: string) => catalogue.find((psi) => psi.id === id)!;
const streams = keyedStreams({ seed: "1", sampler: "strangers-activation", parameters: {} });

/** The laws that can draw a network of some depth, by name. */
function lawsOf(psi: Activation, depth: number): string[] {
  const setting = completeSetting({ psi, d: 50, k: 40, depth });
  return laws.filter(({ canDraw }) => canDraw(setting)).map(({ name }) => name);
}

/** Other spellings of members of the catalogue. */
const SPELLINGS: readonly (readonly [expression: string, id: string])[] = [
  ["max(0,t)", "relu"],
  ["max(x,0)", "relu"],
  ["(t+abs(t))/2", "relu"],
  ["t > 0 ? t : 0", "relu"],
  ["(exp(t)-exp(-t))/(exp(t)+exp(-t))", "tanh"],
  ["1-2/(exp(2*t)+1)", "tanh"],
  ["t > 0 ? 1 : t < 0 ? -1 : 0", "sign"],
  ["max(t,-t)", "abs"],
];

describe("4. A wrong derivative is refused", () => {
  test("half of tanh's, which was accepted as declared", () => {
    const half = () =>
      defineActivation({ id: "half", value: Math.tanh, derivative: (t) => 0.5 / Math.cosh(t) ** 2, lipschitz: 1 });
    expect(half).toThrow(RangeError);
    expect(half).toThrow(/^activation half: .*derivative/);
  });

  test("and a right one is not", () => {
    const derivative = (t: number) => 1 / Math.cosh(t) ** 2;
    expect(defineActivation({ id: "mine", value: Math.tanh, derivative, lipschitz: 1 }).provenance).toBe("declared");
  });

  test("a ψ that throws is named, with the point", () => {
    const boom = () =>
      defineActivation({
        id: "boom",
        value: () => {
          throw new TypeError("x is undefined");
        },
        derivative: () => 0,
      });
    expect(boom).toThrow(/activation boom: ψ throws "x is undefined" at t = /);
  });
});

describe("7. Equality where there was identity", () => {
  test.each(SPELLINGS)("%s is %s, alone and under a name", (expression, id) => {
    expect(resolveActivation(expression).same?.id ?? resolveActivation(expression).id).toBe(id);
    expect(namedExpression({ id: "mine", expression }).same?.id).toBe(id);
  });

  test.each(catalogue.filter(({ expression }) => expression !== null).map(({ id }) => [id]))(
    "the name %s as an expression is known",
    (id) => {
      expect(namedExpression({ id: "mine", expression: id }).same?.id).toBe(id);
    },
  );

  test.each(SPELLINGS)("%s is drawn by the law that %s is drawn by, and draws the same", (expression, id) => {
    for (const depth of [1, 3]) {
      expect(lawsOf(resolveActivation(expression), depth)).toEqual(lawsOf(known(id), depth));
      const [mine, theirs] = [resolveActivation(expression), known(id)].map((psi) =>
        drawLine({ psi, d: 50, k: 40, depth }, streams(0)),
      );
      expect(mine.value).toBeCloseTo(theirs.value, 10);
      expect(mine.gradientNorm).toBeCloseTo(theirs.gradientNorm, 10);
    }
  });

  test.each(SPELLINGS)("%s has the constants and the exact tails of %s", (expression, id) => {
    const [own, other] = [resolveActivation(expression), known(id)];
    expect(curvatureLipschitz(own)).toBeCloseTo(curvatureLipschitz(other), 8);
    const [mine, theirs] = [own, other].map((psi) => valueTail(psi, 30)?.(1.5));
    expect(mine?.logUpper).toBeCloseTo(theirs?.logUpper ?? Number.NaN, 6);
    expect(gradientTail(own, 100, 30) === null).toBe(gradientTail(other, 100, 30) === null);
  });
});
