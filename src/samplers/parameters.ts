import type { Activation } from "../activations/activation.js";
import { catalogue } from "../activations/catalogue.js";
import { resolveActivation } from "../activations/resolve-activation.js";
import { smoothExpression } from "../activations/smooth-expression.js";
import { closedInterval, finiteReals, integers, oneOf, positiveReals, realsFrom, text } from "../auditor/domains.js";
import { type AnyParameter, type GivenOf, parameter } from "../auditor/parameter.js";
import { COEFFICIENT_LAWS, INITIALISATIONS } from "../networks/dense-network.js";
import { admitActivation } from "./admit-activation.js";

/** The largest integer that cells hold. */
const LARGEST = 2 ** 53;

/** The activation ψ: an id, or an expression in one variable. */
export const psi = parameter({
  name: "psi",
  // A name of ψ says what it is.
  symbol: "",
  about: "activation: an id, or an expression in one variable",
  domain: text("the id of an activation, or an expression in one variable"),
  resolution: {
    resolve: resolveActivation,
    valueOf: ({ id }: Activation) => id,
    known: () => catalogue.map(({ id }) => id),
    admit: admitActivation,
    about: ({ expression, provenance }) => ({ expression, provenance }),
    random: {
      probe: "tanh",
      arbitrary: (fc) =>
        // Half of them as Section 2 of most papers wants them: centred, with Lipschitz constant 1.
        fc.oneof(
          { withCrossShrink: true },
          smoothExpression(fc),
          smoothExpression(fc).map((id) => `normalize(${id})`),
        ),
    },
    variants: [
      {
        flag: "normalize",
        about: "(ψ − ψ(0))/Lip(ψ) in place of each ψ",
        of: ({ id, lipschitz }, own) =>
          lipschitz > 0 && lipschitz < Infinity ? resolveActivation(`normalize(${id})`, own).id : null,
      },
    ],
  },
});

/** Input dimension. */
export const d = parameter({ name: "d", about: "input dimension", domain: integers(1, LARGEST), size: true });

/** Width, or a number of independent variables. */
export const k = parameter({ name: "k", about: "width", domain: integers(1, LARGEST), size: true });

/** Number L of hidden layers. */
export const depth = parameter({
  name: "depth",
  symbol: "L",
  about: "number of hidden layers",
  domain: integers(1, LARGEST),
  usual: integers(1, 4),
});

/** The variance of the weights of hidden layers 2 to L. */
export const initialisation = parameter({
  name: "initialisation",
  symbol: "",
  about: "the variance of the weights of hidden layers beyond the first",
  domain: oneOf(...INITIALISATIONS),
});

/** The law of the a_ℓ. */
export const coefficients = parameter({
  name: "coefficients",
  symbol: "a",
  about: "the law of the last layer's coefficients",
  domain: oneOf(...COEFFICIENT_LAWS),
});

/** Radius R of a ball of perturbations. */
export const radius = parameter({
  name: "radius",
  symbol: "R",
  about: "radius of the ball of perturbations",
  domain: positiveReals(),
});

/** ‖x‖, or ‖x'‖ of an input (x', β) with a bias unit. */
export const norm = parameter({ name: "norm", symbol: "‖x‖", about: "the norm of the input", domain: realsFrom(0) });

/** The input β of the bias unit. */
export const bias = parameter({
  name: "bias",
  symbol: "β",
  about: "the input of the bias unit",
  domain: finiteReals(),
});

/** The cosine of the angle between x and another vector: a unit vector u, or another input. */
export const correlation = parameter({
  name: "correlation",
  symbol: "ρ",
  about: "the cosine of the angle between the input and another vector",
  domain: closedInterval(-1, 1),
});

/** How fixed directions δ and v lie to x and to each other, by name. */
export const directions = parameter({
  name: "directions",
  symbol: "",
  about: "how fixed directions lie to the input and to each other",
  domain: text("the name of a configuration"),
});

/** What parameters of networks stand for, by name. */
export type Given<N extends NetworkParameter["name"]> = Pick<GivenOf<readonly NetworkParameter[]>, N>;

/** All that this file exports. */
type All = typeof import("./parameters.js");

type NetworkParameter = Extract<All[keyof All], AnyParameter>;
