/** Standard laws: draws of them from seeded streams, and their tails in logarithms, exact to stated errors. */
export { binomial } from "./chance/binomial.js";
export { type Bits, uniform } from "./chance/bits.js";
export { chiSquare } from "./chance/chi-square.js";
export { fillNormal, normal } from "./chance/normal.js";
export { fillRademacher } from "./chance/rademacher.js";
export type { Estimate } from "./numbers/adaptive-quadrature.js";
export { type BernsteinMoments, bernsteinMoments } from "./numbers/bernstein-moments.js";
export { logBetaTails } from "./numbers/beta-tails.js";
export { logBinomialTails } from "./numbers/binomial-tails.js";
export { logChiSquareTails, logChiSquareTwoSided } from "./numbers/chi-square-tail.js";
export { logGammaTails } from "./numbers/gamma-tails.js";
export { gaussianExpectation } from "./numbers/gaussian-expectation.js";
export { logNormalUpperTail } from "./numbers/normal-tail.js";
export { logPoissonTails } from "./numbers/poisson-tails.js";
export { logStudentTail } from "./numbers/student-tail.js";
export { laplaceTail } from "./numbers/sums/laplace-tail.js";
export { uniformTail } from "./numbers/sums/uniform-tail.js";
