import {
  closedInterval,
  type GivenOf,
  gamma,
  integers,
  openInterval,
  parameter,
  positiveReals,
  realsFrom,
  text,
} from "lemmacheck";
import {
  bias,
  coefficients,
  correlation,
  d,
  depth,
  directions,
  initialisation,
  k,
  norm,
  psi,
  radius,
} from "lemmacheck/parameters";

export { d, k, psi };

/** How many inputs one network is seen from. */
export const inputs = parameter({
  name: "inputs",
  symbol: "n",
  about: "how many inputs one network is seen from",
  domain: integers(1, 2 ** 53),
});

/** The order of a moment. */
export const q = parameter({
  name: "q",
  about: "the order of a moment",
  domain: integers(1, 2 ** 53),
  usual: integers(1, 1000),
});

/** The law of a random variable, by name. */
export const law = parameter({
  name: "law",
  symbol: "",
  about: "the law of a random variable, by name",
  domain: text("the name of a law"),
  examples: ["gaussian", "rademacher", "uniform", "laplace", "centred exponential", "rare event"],
});

/** A step size η. */
export const eta = parameter({ name: "eta", symbol: "η", about: "a step size", domain: positiveReals() });

/** How the other sizes grow with the one that a trend follows, by name. */
export const growth = parameter({
  name: "growth",
  symbol: "",
  about: "how the other sizes grow with the one that a trend follows",
  domain: text("the name of a way to grow"),
  examples: ["k ∝ d", "d fixed", "k fixed", "k ∝ √d", "k ∝ d²"],
});

/** ‖∇f(x)‖ where a step of a proof speaks of it. */
export const gradientNorm = parameter({
  name: "gradientNorm",
  symbol: "‖∇f‖",
  about: "the norm of the gradient, where a step of a proof speaks of it",
  domain: positiveReals(),
});

const logOfSize = { domain: realsFrom(0) };

/** log d where a step of a proof speaks of sizes beyond 2^53. */
export const logD = parameter({ name: "logD", symbol: "log d", about: "the logarithm of d", ...logOfSize });

/** log k likewise. */
export const logK = parameter({ name: "logK", symbol: "log k", about: "the logarithm of k", ...logOfSize });

/** ρ in log k = d^ρ. */
export const rho = parameter({
  name: "rho",
  symbol: "ρ",
  about: "the exponent in log k = d^ρ",
  domain: openInterval(0, 1),
  usual: closedInterval(0.01, 0.99),
});

/** m in γ = d^(−m). */
export const degree = parameter({
  name: "degree",
  symbol: "m",
  about: "the exponent in γ = d^(−m)",
  domain: realsFrom(1),
  usual: closedInterval(1, 5),
});

/** p in a condition on log^p(k). */
export const power = parameter({
  name: "power",
  symbol: "p",
  about: "the power in a condition on log^p(k)",
  domain: realsFrom(1),
  usual: closedInterval(1, 5),
});

/** A bound on |f(x)|, where a step of a proof starts from it. */
export const valueBound = parameter({
  name: "valueBound",
  symbol: "|f|",
  about: "a bound on |f(x)|, where a step of a proof starts from it",
  domain: positiveReals(),
});

/** √d times a bound on ‖∇²f‖ likewise. */
export const hessianBound = parameter({
  name: "hessianBound",
  symbol: "√d‖∇²f‖",
  about: "√d times a bound on ‖∇²f‖, where a step of a proof starts from it",
  domain: positiveReals(),
});

/** What (14) and (18) keep the variation of the gradient below, their c. */
export const variation = parameter({
  name: "variation",
  symbol: "c",
  about: "what (14) and (18) keep the variation of the gradient below",
  domain: positiveReals(),
});

/** Every parameter of the paper's claims, in the order of flags and columns. */
export const parameters = [
  psi,
  d,
  k,
  depth,
  gamma,
  radius,
  initialisation,
  coefficients,
  norm,
  bias,
  inputs,
  correlation,
  q,
  law,
  growth,
  eta,
  gradientNorm,
  logD,
  logK,
  rho,
  degree,
  power,
  valueBound,
  hessianBound,
  variation,
  directions,
] as const;

/** What parameters stand for, by name, as claims' functions use them. */
export type Given<N extends (typeof parameters)[number]["name"]> = Pick<GivenOf<typeof parameters>, N>;

/** The names of the parameters. */
export type Name = (typeof parameters)[number]["name"];
