import { defineClaim, gamma } from "lemmacheck";
import { d, psi } from "lemmacheck/networks";
import { infiniteWidth, type LimitLine } from "../laws/infinite-width.js";
import { TWICE } from "../shared/flips.js";
import { dimensionIsEnough, linearOnSides } from "../shared/roughness.js";

/** 1 where f has another sign at x − s∇f(x), s = c·f(x)/‖∇f(x)‖², and 0 where there is nothing to flip, or nowhere to go. */
const flips = ({ value, gradientNorm, at }: LimitLine, c: number) =>
  value !== 0 && gradientNorm > 0 && at((c * value) / gradientNorm ** 2) * value < 0 ? 1 : 0;

/** The flip past every width: k → ∞ at fixed d. */
export const infiniteWidthFlip = defineClaim({
  id: "infinite-width-flip",
  label: "Abstract, the flip at infinite width",
  kind: "whp",
  quote: "We present a result of the same type, with no restriction on width",
  latex: String.raw`\mathrm{sign} f(x') \ne \mathrm{sign} f(x),\quad x' = x - \frac{2 f(x)}{\|\nabla f(x)\|^2} \nabla f(x),\quad k \to \infty`,
  reading:
    "no restriction on width, taken to its end: the Gaussian process that f is in the limit of large k at fixed d, ψ linear on either side of 0, d from 6R log(2/γ) on, as any-width-flip has it",
  nonClaims: ["a rate at which finite widths come near it", "other activations, whose kernels have no such form"],
  parameters: [psi, d, gamma],
  uses: { statement: ["any-width-flip"] },
  hypotheses: [linearOnSides, dimensionIsEnough],
  draw: infiniteWidth,
  observed: (line) => flips(line, TWICE),
  relation: ">=",
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu", "abs(t)", "max(t,0.1*t)"], d: ["least", 36, 1e6, 1e15], gamma: [0.5, 0.1] },
    { psi: ["relu"], d: ["least"], gamma: [1e-2, 1e-3] },
  ],
  witness: { psi: "relu", d: 36, gamma: 0.1 },
  mutants: {
    "half of the way to where the tangent meets 0": {
      observed: (line) => flips(line, 1 / 2),
      at: { psi: "relu", d: 36, gamma: 0.1 },
    },
    "to where the tangent meets 0, and no further": {
      observed: (line) => flips(line, 1),
      at: { psi: "relu", d: 1000, gamma: 0.1 },
    },
    uphill: {
      observed: (line) => flips(line, -TWICE),
      at: { psi: "max(t,0.1*t)", d: 36, gamma: 0.1 },
    },
    "a step of length 1": {
      observed: (line) => flips(line, line.gradientNorm / Math.abs(line.value)),
      at: { psi: "relu", d: 1000, gamma: 0.1 },
    },
  },
});
