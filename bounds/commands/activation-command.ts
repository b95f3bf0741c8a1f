import type { PaperCommand } from "lemmacheck";

/** `activation PSI`: what is known of an activation, and which statements apply to it. */
export const activationCommand: PaperCommand = {
  name: "activation",
  about: "what is known of an activation: derivatives, constants, Gaussian quantities, which statements apply",
  arguments: [{ name: "PSI", about: "an id, or an expression in one variable" }],
  options: [{ name: "normalize", about: "(ψ − ψ(0))/Lip(ψ) in place of ψ" }],
  run: async ({ arguments: [text], options: { normalize }, additions, claims }) => {
    const [{ normalised }, { activationFacts }, { activationPage }, { readActivation }] = await Promise.all([
      import("lemmacheck/activations"),
      import("./activation-facts.js"),
      import("./activation-page.js"),
      import("./read-activation.js"),
    ]);
    const psi = readActivation("PSI", text, additions);
    if (normalize && !(psi.lipschitz > 0 && psi.lipschitz < Infinity))
      throw new RangeError(
        `--normalize is given for ${psi.id}; it must be left out, since ψ has no Lipschitz constant above 0`,
      );
    const facts = activationFacts(normalize ? normalised(psi) : psi, await claims());
    return { json: facts, text: activationPage(facts) };
  },
};
