import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { lemma1 } from "../lemma-1.js";
import { activationCommand } from "./activation-command.js";
import { activationFacts } from "./activation-facts.js";
import { activationPage } from "./activation-page.js";

const tanh = resolveActivation("tanh");
const run = async (text: string, options: Readonly<Record<string, string | true>> = {}, own: unknown[] = []) => {
  if (!("run" in activationCommand)) throw new Error("it answers at once");
  return activationCommand.run({ arguments: [text], options, additions: { psi: own }, claims: async () => [lemma1] });
};

test("what help says of it", () => {
  expect(activationCommand).toEqual({
    name: "activation",
    about: "what is known of an activation: derivatives, constants, Gaussian quantities, which statements apply",
    arguments: [{ name: "PSI", about: "an id, or an expression in one variable" }],
    options: [{ name: "normalize", about: "(ψ − ψ(0))/Lip(ψ) in place of ψ" }],
    run: expect.any(Function),
  });
});

test("it tells what is known of ψ, and which of the claims apply", async () => {
  const facts = activationFacts(tanh, [lemma1]);
  expect(await run("tanh")).toEqual({ json: facts, text: activationPage(facts) });
});

test("normalized, it is of (ψ − ψ(0))/Lip(ψ)", async () => {
  const own = {
    ...tanh,
    id: "mine",
    expression: null,
    same: null,
    lipschitz: 2,
    value: (t: number) => Math.tanh(t) + 1,
  };
  const { json, text } = await run("mine", { normalize: true }, [own]);
  expect(json).toMatchObject({ id: "normalize(mine)", lipschitz: 1 });
  expect(text).toMatch(/^ψ is normalize\(mine\), given by functions\n/);
});

test("not normalized it stays as it is, and a small Lipschitz constant can be normalized", async () => {
  const own = { ...tanh, id: "mine", expression: null, same: null, lipschitz: 0.5 };
  expect((await run("mine", {}, [own])).json).toMatchObject({ id: "mine", lipschitz: 0.5 });
  expect((await run("mine", { normalize: true }, [own])).json).toMatchObject({ id: "normalize(mine)", lipschitz: 1 });
});

test.each([0, Infinity, Number.NaN])("a Lipschitz constant of %d can't be normalized", async (lipschitz) => {
  const own = { ...tanh, id: "mine", lipschitz };
  await expect(run("mine", { normalize: true }, [own])).rejects.toThrow(
    new RangeError("--normalize is given for mine; it must be left out, since ψ has no Lipschitz constant above 0"),
  );
});

test("an unknown ψ is refused by the argument's name", async () => {
  await expect(run("no such")).rejects.toThrow(/^PSI is no such; it must be /);
});
