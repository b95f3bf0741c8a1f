import { definePaper, gamma } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { bottleneckStep } from "./claims/bottleneck-step.js";
import { flow } from "./claims/flow.js";
import * as layered from "./claims/layered-flip.js";
import * as narrowest from "./claims/narrowest-order.js";
import * as deep from "./claims/near-constant.js";
import * as linear from "./claims/random-linear.js";
import { eps, widths } from "./parameters.js";

export const layeredClaims = [
  ...Object.values(linear),
  ...Object.values(layered),
  ...Object.values(narrowest),
  bottleneckStep,
  flow,
  ...Object.values(deep),
];

/** Readings of Bartlett, Bubeck and Cherapanamjeri (2021), of which the abstract alone is quoted. */
export const multiLayer = definePaper({
  id: "multi-layer",
  title: "Adversarial examples in multi-layer random ReLU networks",
  authors: ["Peter Bartlett", "Sébastien Bubeck", "Yeshwanth Cherapanamjeri"],
  year: 2021,
  source: "NeurIPS 2021, arXiv 2106.12611: readings of its abstract, with constants of our own",
  parameters: [d, widths, eps, gamma],
  claims: layeredClaims,
  examples: [
    {
      command: "audit random-linear --paper multi-layer --d 1000 --widths 1000-10-1000 --gamma 1e-6",
      about: "a bottleneck, exactly",
    },
  ],
});
