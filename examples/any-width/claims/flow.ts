import { defineClaim, gamma } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { gradientFlow } from "../laws/gradient-flow.js";
import { widths } from "../parameters.js";
import { sensitivity } from "../shared/narrowest.js";

const root = (gamma: number) => Math.sqrt(2 * (Math.LN2 - Math.log(gamma)));

/** Many small steps: the flow along the gradient finds a flip. */
export const flow = defineClaim({
  id: "gradient-flow",
  label: "Abstract, many small steps",
  kind: "whp",
  quote:
    "small perturbations of input vectors lead to large changes of outputs. … the functions they compute are locally very similar to random linear functions",
  latex: String.raw`\exists t \le \frac{2 |f(x)|}{\|\nabla f(x)\|}:\ \mathrm{sign} f(x_t) \ne \mathrm{sign} f(x),\quad \dot x_t = -\mathrm{sign} f(x) \frac{\nabla f(x_t)}{\|\nabla f(x_t)\|}`,
  reading:
    "the abstract names no algorithm: gradient flow by Euler steps of an eighth of |f(x)|/‖∇f(x)‖ flips the sign on twice that way, where the sum of 1/√(narrowest so far) over the layers is at most 1/√(2 log(2/γ))",
  nonClaims: ["the flow in continuous time", "that it finds the nearest flip"],
  uses: { statement: ["random-linear"], proof: ["deviation"] },
  parameters: [d, widths, gamma],
  hypotheses: [
    {
      latex: String.raw`\sqrt{2 \log(2/\gamma)} \sum_{l \le L} \frac{1}{\sqrt{\min(d, k_1, \ldots, k_l)}} \le 1`,
      holds: ({ d, widths, gamma }) => root(gamma) * sensitivity(d, widths) <= 1,
      because: ({ d, widths, gamma }) => `the left side is ${(root(gamma) * sensitivity(d, widths)).toPrecision(4)}`,
    },
  ],
  draw: gradientFlow,
  observed: (length) => Math.min(length, Number.MAX_VALUE),
  relation: "<=",
  // Nothing is known of where a flow leads.
  trivial: () => Infinity,
  forms: { printed: { bound: () => 2 } },
  cells: [{ d: [200], widths: ["200-200", "400-100-200", "100-400", "400-60"], gamma: [0.2] }],
  witness: { d: 200, widths: "400-100-200", gamma: 0.2 },
  mutants: {
    "less than the tangent says": { bound: () => 0.9, at: { d: 200, widths: "400-100-200", gamma: 0.2 } },
  },
});
