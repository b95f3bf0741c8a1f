import { definePaper, gamma } from "lemmacheck";
import { d, k, psi } from "lemmacheck/networks";
import * as flips from "./claims/any-width-flip.js";
import { fixedStep } from "./claims/fixed-step.js";
import { infiniteWidthFlip } from "./claims/infinite-width-flip.js";
import { jointLaw } from "./claims/joint-law.js";
import { stepLength } from "./claims/step-length.js";
import { stepOrder } from "./claims/step-order.js";
import { n, step } from "./parameters.js";

export const generalClaims = [...Object.values(flips), fixedStep, infiniteWidthFlip, stepLength, stepOrder, jointLaw];

/** Readings of Montanari and Wu (2022), of which the abstract alone is quoted. */
export const generalActivations = definePaper({
  id: "general-activations",
  title: "Adversarial examples in random neural networks with general activations",
  authors: ["Andrea Montanari", "Yuchen Wu"],
  year: 2022,
  source: "arXiv 2203.17209: readings of its abstract, with constants of our own",
  parameters: [psi, d, k, step, n, gamma],
  claims: generalClaims,
  examples: [
    {
      command: "audit step-length --paper general-activations --psi relu --d 36 --k 9007199254740992 --gamma 1e-6",
      about: "a width above e^d, exactly",
    },
  ],
});
