import { expect, test } from "vitest";
import { defineActivation } from "../activations/define-activation.js";
import { tanh } from "../activations/tanh.js";
import { admitActivation } from "./admit-activation.js";

const own = defineActivation({ id: "mine", value: (t) => t, derivative: () => 1, lipschitz: 1 });

test("an expression, one under a name, and what defineActivation gives are admitted", () => {
  expect(admitActivation("tanh").id).toBe("tanh");
  expect(admitActivation(own)).toBe(own);
  expect(admitActivation(tanh)).toBe(tanh);
  const named = admitActivation({ id: "half.line-2_b", expression: "t/2", lipschitz: 0.5, supremum: undefined });
  expect([named.id, named.value(3), named.lipschitz]).toEqual(["half.line-2_b", 1.5, 0.5]);
  expect(admitActivation({ id: "twice", expression: "2*t", smoothness: 0, supremum: Infinity }).value(3)).toBe(6);
});

const what =
  "it must be an expression, { id, expression } with or without supremum, lipschitz and smoothness, or what defineActivation gives";
const name = "it must be a letter, then letters, digits, _ . or -, and not t alone";

test.each<[unknown, string]>([
  [3, `it is 3; ${what}`],
  [null, `it is null; ${what}`],
  [undefined, `it is missing; ${what}`],
  [{}, `it is {}; ${what}`],
  [{ id: "a" }, `it is {"id":"a"}; ${what}`],
  [{ expression: "t" }, `it is {"expression":"t"}; ${what}`],
  [{ id: "a", expression: 2 }, `it is {"id":"a","expression":2}; ${what}`],
  [{ id: "a", expression: "t", lipschitz: -1 }, `it is {"id":"a","expression":"t","lipschitz":-1}; ${what}`],
  [{ id: "a", expression: "t", lipschitz: "1" }, `it is {"id":"a","expression":"t","lipschitz":"1"}; ${what}`],
  [{ id: "a", expression: "t", kinks: 1 }, `it is {"id":"a","expression":"t","kinks":1}; ${what}`],
  [{ id: "t", expression: "t" }, `its id is "t"; ${name}`],
  [{ id: "2a", expression: "t" }, `its id is "2a"; ${name}`],
  [{ id: "a b", expression: "t" }, `its id is "a b"; ${name}`],
  [{ id: "", expression: "t" }, `its id is ""; ${name}`],
  [{ ...own, id: "a+b" }, `its id is "a+b"; ${name}`],
])("%o is refused", (entry, message) => {
  expect(() => admitActivation(entry)).toThrow(new RangeError(message));
});

test.each(["value", "derivative", "gaussian", "provenance"])("an activation without its %s is none", (field) => {
  const rest = Object.fromEntries(Object.entries(own).filter(([key]) => key !== field));
  expect(() => admitActivation(rest)).toThrow("or what defineActivation gives");
});
