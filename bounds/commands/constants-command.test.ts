import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { constantsCommand } from "./constants-command.js";
import { theoremOneFacts, theoremOnePage } from "./theorem-one-page.js";
import { theoremTwoFacts, theoremTwoPage } from "./theorem-two-page.js";

const run = async (theorem: string, options: Readonly<Record<string, string | true>>) => {
  if (!("run" in constantsCommand)) throw new Error("it answers at once");
  return constantsCommand.run({ arguments: [theorem], options, additions: {}, claims: async () => [] });
};

test("what help says of it", () => {
  expect(constantsCommand).toEqual({
    name: "constants",
    about: "the explicit constants of a theorem, and the least width and dimension that its proof asks for",
    arguments: [{ name: "THEOREM", about: "theorem-1 or theorem-2" }],
    options: [
      { name: "psi", value: "psi", about: "activation: an id, or an expression in one variable" },
      { name: "gamma", value: "gamma", about: "the failure probability, in (0, 1)" },
    ],
    run: expect.any(Function),
  });
});

test("it tells what is known of the theorem that is asked for", async () => {
  const [tanh, relu] = [resolveActivation("tanh"), resolveActivation("relu")];
  expect(await run("theorem-1", { psi: "tanh", gamma: "0.6" })).toEqual({
    json: theoremOneFacts(tanh, 0.6),
    text: theoremOnePage(tanh, 0.6),
  });
  expect(await run("theorem-2", { psi: "relu", gamma: "5e-1" })).toEqual({
    json: theoremTwoFacts(relu, 0.5),
    text: theoremTwoPage(relu, 0.5),
  });
});

describe("options", () => {
  const gamma = (typed: string) => `--gamma is ${typed}; it must be a number in (0, 1)`;
  test.each([
    ["theorem-3", { psi: "tanh", gamma: "0.1" }, "THEOREM is theorem-3; it must be theorem-1 or theorem-2"],
    ["toString", { psi: "tanh", gamma: "0.1" }, "THEOREM is toString; it must be theorem-1 or theorem-2"],
    ["theorem-1", { gamma: "0.1" }, "--psi is missing; it must be given: an id, or an expression"],
    ["theorem-1", { psi: "tanh" }, "--gamma is missing; it must be given: a number in (0, 1)"],
    ["theorem-1", { psi: "tanh", gamma: "" }, gamma("")],
    ["theorem-1", { psi: "tanh", gamma: " " }, gamma(" ")],
    ["theorem-1", { psi: "tanh", gamma: "0" }, gamma("0")],
    ["theorem-1", { psi: "tanh", gamma: "1" }, gamma("1")],
    ["theorem-1", { psi: "tanh", gamma: "x" }, gamma("x")],
  ])("constants %s %j is refused", async (theorem, options, message) => {
    await expect(run(theorem, options)).rejects.toThrow(new RangeError(message));
  });

  test("an unknown ψ is refused by the option's name", async () => {
    await expect(run("theorem-1", { psi: "no such", gamma: "0.1" })).rejects.toThrow(/^--psi is no such; it must be /);
  });
});
