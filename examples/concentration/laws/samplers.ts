import { defineSampler } from "lemmacheck";
import { dependence, law, n, positive, standard } from "../parameters.js";
import { lawsOfMeanOne, standardLaws } from "./scalar-law.js";

/** One variable of mean 1. */
export const meanOne = defineSampler({
  id: "mean-one",
  parameters: [positive],
  cost: () => 2,
  draw: ({ positive }, random) => lawsOfMeanOne[positive].draw(random("x")),
});

/** One variable of mean 0 and variance 1. */
export const standardised = defineSampler({
  id: "standardised",
  parameters: [standard],
  cost: () => 2,
  draw: ({ standard }, random) => standardLaws[standard].draw(random("x")),
});

/** X₁ + … + X_n − nμ for independent variables of a bounded law. */
export const centredSum = defineSampler({
  id: "centred-sum",
  parameters: [law, n],
  cost: ({ law, n }) => law.cost(n),
  draw: ({ law, n }, random) => law.drawSum(n, random("x")),
});

/** The same, or n times one variable. */
export const centredSumOrCopies = defineSampler({
  id: "centred-sum-or-copies",
  parameters: [law, n, dependence],
  cost: ({ law, n, copies }) => law.cost(copies === "the same" ? 1 : n),
  draw: ({ law, n, copies }, random) =>
    copies === "the same" ? n * law.drawSum(1, random("x")) : law.drawSum(n, random("x")),
});
