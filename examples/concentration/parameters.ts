import { integers, oneOf, openInterval, parameter, positiveReals, text } from "lemmacheck";
import { type BoundedLaw, knownLaws, lawOf, ownLaw } from "./laws/bounded-law.js";

/** Names of a record's members, for `oneOf`. */
const named = <T extends string>(...names: readonly T[]) => oneOf(...names);

export const law = parameter({
  name: "law",
  symbol: "",
  about: "the law of bounded variables: signs, uniform, bernoulli(P), or a config's own",
  domain: text("the name of a law of bounded variables"),
  resolution: {
    resolve: (value: string, own: readonly BoundedLaw[]) => lawOf(value, own),
    valueOf: ({ name }: BoundedLaw) => name,
    known: () => knownLaws.map(({ name }) => name),
    admit: ownLaw,
    about: ({ provenance }) => ({ expression: null, provenance }),
    random: {
      probe: "bernoulli(0.5)",
      arbitrary: (check) => check.integer({ min: 1, max: 999 }).map((i) => `bernoulli(${i / 1000})`),
    },
  },
});

export const positive = parameter({
  name: "positive",
  symbol: "",
  about: "a law of mean 1",
  domain: named("exponential", "uniform", "four or nothing", "normal(1, 100)"),
});

export const standard = parameter({
  name: "standard",
  symbol: "",
  about: "a law of mean 0 and variance 1",
  domain: named("normal", "centred exponential", "signs", "three values", "two values"),
});

export const lipschitz = parameter({
  name: "f",
  symbol: "",
  about: "a function that is 1-Lipschitz",
  domain: named("mean times √n", "norm"),
});

export const distance = parameter({
  name: "set",
  symbol: "",
  about: "what the distance is to: a convex set or not",
  domain: named("half-space", "half of the vertices"),
});

export const coefficients = parameter({
  name: "a",
  symbol: "a",
  about: "coefficients, scaled to ‖a‖ = 1",
  domain: named("equal", "harmonic", "geometric"),
});

export const dependence = parameter({
  name: "copies",
  symbol: "",
  about: "whether the variables are independent, or all the same one",
  domain: named("independent", "the same"),
});

const size = { domain: integers(1, 2 ** 53), size: true } as const;

export const n = parameter({ name: "n", about: "how many variables, draws, balls, rows or people", ...size });
export const m = parameter({ name: "m", about: "columns of a matrix", ...size });
export const k = parameter({ name: "k", about: "degrees of freedom, or the dimension of the image", ...size });
export const d = parameter({ name: "d", about: "the dimension of the space", ...size });
export const s = parameter({ name: "s", about: "bins, letters, coupons or days", ...size });
export const points = parameter({ name: "points", symbol: "N", about: "how many points", domain: integers(2, 1e4) });
export const level = parameter({
  name: "level",
  symbol: "h",
  about: "where a walk stops",
  domain: integers(1, 2 ** 53),
});

const unit = { usual: openInterval(0, 1), domain: positiveReals() } as const;
const deviation = { usual: openInterval(0, 10), domain: positiveReals() } as const;

export const t = parameter({ name: "t", about: "a deviation", ...unit });
export const x = parameter({ name: "x", about: "the exponent of the probability, e^(−x)", ...deviation });
export const c = parameter({ name: "c", about: "how much longer than usual, in units of n", ...deviation });
export const lambda = parameter({ name: "lambda", symbol: "λ", about: "a deviation, times √n", ...deviation });
export const delta = parameter({ name: "delta", symbol: "δ", about: "a relative deviation", ...unit });
export const beta = parameter({ name: "beta", symbol: "β", about: "the part of the mean", ...deviation });
export const eps = parameter({ name: "eps", symbol: "ε", about: "the distortion", domain: openInterval(0, 1) });
export const p = parameter({ name: "p", about: "the probability of success", domain: openInterval(0, 1) });
