/**
 * Standard laws: draws of them from seeded streams, and their tails in logarithms, exact to stated errors.
 *
 * @module lemmacheck/probability
 */
export { beta } from "./chance/beta.js";
export { binomial } from "./chance/binomial.js";
export { type Bits, uniform } from "./chance/bits.js";
export { chiSquare } from "./chance/chi-square.js";
export { exponential } from "./chance/exponential.js";
export { gammaVariate } from "./chance/gamma-variate.js";
export { fillNormal, normal } from "./chance/normal.js";
export { poisson } from "./chance/poisson.js";
export { fillRademacher } from "./chance/rademacher.js";
export type { Growth } from "./numbers/absolute-moments.js";
export type { Estimate } from "./numbers/adaptive-quadrature.js";
export { type BernsteinMoments, bernsteinMoments } from "./numbers/bernstein-moments.js";
export { logBetaTails } from "./numbers/beta-tails.js";
export { logBinomialTails } from "./numbers/binomial-tails.js";
export { chiSquareTails, logChiSquareTails, logChiSquareTwoSided } from "./numbers/chi-square-tail.js";
export { logGammaTails } from "./numbers/gamma-tails.js";
export { gaussianConvolution } from "./numbers/gaussian-convolution.js";
export { gaussianExpectation } from "./numbers/gaussian-expectation.js";
export { gaussianMixture } from "./numbers/gaussian-mixture.js";
export {
  absolutePower,
  type Integrand,
  multiple,
  polynomial,
  power,
  product,
  sum,
} from "./numbers/integrand.js";
export { kept } from "./numbers/kept.js";
export { kolmogorovTail } from "./numbers/kolmogorov-tail.js";
export { logNormalUpperTail } from "./numbers/normal-tail.js";
export { occupancyTails } from "./numbers/occupancy-tails.js";
export { logPoissonTails } from "./numbers/poisson-tails.js";
export { smirnovTail } from "./numbers/smirnov-tail.js";
export { logStudentTail } from "./numbers/student-tail.js";
export { centredCountTail, signSumTail } from "./numbers/sums/count-tail.js";
export { laplaceTail } from "./numbers/sums/laplace-tail.js";
export type { LogEnclosure } from "./numbers/sums/log-enclosure.js";
export { uniformTail } from "./numbers/sums/uniform-tail.js";
export { tailEnclosure } from "./numbers/tail-error.js";
