import { definePaper, gamma } from "lemmacheck";
import * as azuma from "./claims/azuma.js";
import * as bennett from "./claims/bennett.js";
import * as berryEsseen from "./claims/berry-esseen.js";
import * as birthday from "./claims/birthday.js";
import * as chebyshev from "./claims/chebyshev.js";
import * as chernoff from "./claims/chernoff.js";
import * as couponCollector from "./claims/coupon-collector.js";
import * as davidsonSzarek from "./claims/davidson-szarek.js";
import * as dkw from "./claims/dkw.js";
import * as gaussianLipschitz from "./claims/gaussian-lipschitz.js";
import * as hansonWright from "./claims/hanson-wright.js";
import * as hoeffding from "./claims/hoeffding.js";
import * as johnsonLindenstrauss from "./claims/johnson-lindenstrauss.js";
import * as khintchine from "./claims/khintchine.js";
import * as laurentMassart from "./claims/laurent-massart.js";
import * as markov from "./claims/markov.js";
import * as maxima from "./claims/maxima.js";
import * as mcdiarmid from "./claims/mcdiarmid.js";
import * as missingMass from "./claims/missing-mass.js";
import * as talagrand from "./claims/talagrand.js";
import { compare } from "./commands/compare.js";
import * as parameters from "./parameters.js";

/** One module an inequality, each with what is said wrongly of it. */
const modules = [
  markov,
  chebyshev,
  hoeffding,
  chernoff,
  bennett,
  azuma,
  mcdiarmid,
  maxima,
  dkw,
  laurentMassart,
  johnsonLindenstrauss,
  davidsonSzarek,
  gaussianLipschitz,
  talagrand,
  hansonWright,
  berryEsseen,
  khintchine,
  couponCollector,
  birthday,
  missingMass,
] as const;

export const claims = modules.flatMap((module) => Object.values(module));

export const paper = definePaper({
  id: "concentration",
  title: "Concentration inequalities, as their sources print them",
  authors: ["Many"],
  year: 2024,
  source: "textbooks and papers, named in each claim",
  parameters: [...Object.values(parameters), gamma],
  claims,
  commands: [compare],
  exhibits: async () => (await import("./exhibits.js")).exhibits,
  examples: [
    {
      command: "audit hoeffding bernstein chernoff-kl --law 'bernoulli(0.01)' --n 1000 --t 0.02",
      about: "three bounds at one cell",
    },
    {
      command: "compare --law 'bernoulli(0.01)' --n 1000 --gamma 1e-6",
      about: "which is tight, by how much, where they cross",
    },
  ],
});
