/**
 * Activation functions: the catalogue, expressions with certified constants, and what is known of their Gaussian laws.
 *
 * @module lemmacheck/activations
 */
export type {
  Activation,
  ActivationProof,
  DerivativeOrder,
  GaussianQuantities,
  Provenance,
} from "./activations/activation.js";
export type { ActivationDefinition } from "./activations/activation-definition.js";
export { integrandOf } from "./activations/activation-integrand.js";
export { catalogue } from "./activations/catalogue.js";
export { defineActivation } from "./activations/define-activation.js";
export { eitherTail } from "./activations/either-tail.js";
export { type ExpressionActivation, expressionActivation } from "./activations/expression-activation.js";
export { gradientTail } from "./activations/gradient-tail.js";
export { hermiteCoefficients } from "./activations/hermite-coefficients.js";
export { isRelu } from "./activations/is-relu.js";
export { knownAs } from "./activations/known-as.js";
export { type LinearSides, linearSides } from "./activations/linear-sides.js";
export { type NamedExpression, namedExpression } from "./activations/named-expression.js";
export { normalised } from "./activations/normalised.js";
export { radialSecondMoment } from "./activations/radial-second-moment.js";
export { resolveActivation } from "./activations/resolve-activation.js";
export { smoothExpression } from "./activations/smooth-expression.js";
export { valueTail } from "./activations/value-tail.js";
