import { defineClaim, nothing } from "lemmacheck";
import { d, radius } from "lemmacheck/networks";
import { signChangeProbability } from "./laws/sign-change-probability.js";
import { scaled } from "./parts/scaled.js";

/** (19): few activations change sign when x moves by at most R. */
export const signChange = defineClaim({
  id: "sign-change",
  label: "(19)",
  kind: "deterministic",
  inProof: true,
  quote: "for any δ such that ‖δ‖ ≤ R, P(sign(w_ℓ·x) ≠ sign(w_ℓ·(x + δ))) ≤ R√(2 log(d)/d) + 1/d",
  latex: String.raw`\mathbb{P}(\mathrm{sign}(w_\ell \cdot x) \ne \mathrm{sign}(w_\ell \cdot (x + \delta))) \le R \sqrt{\frac{2 \log d}{d}} + \frac{1}{d}`,
  nonClaims: ["a bound for all δ at once: the probability is for each δ"],
  parameters: [d, radius],
  hypotheses: [],
  draw: nothing,
  observed: (_, given) => signChangeProbability(given),
  relation: "<=",
  // A probability is at most 1.
  trivial: () => 1,
  forms: { printed: { bound: ({ d, radius }) => radius * Math.sqrt((2 * Math.log(d)) / d) + 1 / d } },
  region: {
    method: "monotonicity",
    note: "with t = R/√d: for t ≤ 1, arcsin(t)/π ≤ t/2 ≤ t√(2 log d) from d = 2 on; for t > 1, t√(2 log d) ≥ √(2 log 2) > 1; at d = 1 the right side is 1, and what changes has probability 0 or 1",
  },
  cells: [{ d: [1, 2, 100, 1e6, 1e15], radius: [0.1, 1, 30] }],
  witness: { d: 100, radius: 1 },
  mutants: {
    "a twentieth": { bound: scaled(1 / 20), at: { d: 1e6, radius: 30 } },
    "no root over log(d)/d": {
      bound: ({ d, radius }) => (radius * 2 * Math.log(d)) / d + 1 / d,
      at: { d: 1e6, radius: 30 },
    },
    "a sign that changes both ways": {
      observed: (_, given) => 20 * signChangeProbability(given),
      at: { d: 1e6, radius: 30 },
    },
  },
});
