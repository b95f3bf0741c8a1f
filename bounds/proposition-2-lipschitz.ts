import { defineClaim, gamma, type LogProbability } from "lemmacheck";
import {
  d,
  k,
  type NeighbourhoodDraw,
  neighbourhood,
  neighbourhoodDoubt,
  phiLipschitz,
  psi,
  radius,
} from "lemmacheck/networks";
import { chiSquareTails } from "lemmacheck/probability";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { radiusIsOne } from "./parts/proposition-2-parts.js";
import { scaled } from "./parts/scaled.js";
import { trivialLipschitz } from "./parts/trivial-variation.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

function observed({ around, random }: NeighbourhoodDraw, { radius }: Given<"radius">) {
  return phiLipschitz(around, radius, random("attack"));
}

/** RL(√k + m√(log(1/γ)/d)). */
function rightSide({ psi, d, k, gamma, radius }: Setting, m = 4): number {
  return radius * psi.smoothness * (Math.sqrt(k) + m * Math.sqrt(-Math.log(gamma) / d));
}

const LOOKS = 4096;

/**
 * P(Lip(Φ) > b) for one neuron on a line, between two bounds. With ω = |w|, the Hessian is at most Lω² and the variation
 * at most the lesser of RLω² and 2ω·sup|ψ'|, so Lip(Φ) exceeds b only if ω² does a least value. From R = 1 on the ball
 * holds every pre-activation from 0 to 2ω, on one side or the other, so that Lip(Φ) ≥ Sω² from that ω² on, S the largest
 * |ψ''| seen on the shorter of those intervals. ω² is χ² with one degree.
 */
function oneNeuron({ psi, radius }: Setting, bound: number): LogProbability {
  const { secondDerivative, smoothness: L } = psi;
  if (L === 0 || !secondDerivative) return { logLower: -Infinity, logUpper: L === 0 ? -Infinity : 0 };
  const least = Math.min(bound / L, Math.max(bound / (radius * L), (bound / (2 * psi.lipschitz)) ** 2));
  const seen = [1, -1].map((side) => {
    let largest = 0;
    for (let i = 0; i <= LOOKS; i++)
      largest = Math.max(largest, Math.abs(secondDerivative((2 * side * Math.sqrt(least) * i) / LOOKS)));
    return largest;
  });
  const S = Math.min(...seen) * (1 - 2 ** -48);
  const tail = (square: number) => chiSquareTails(1, square - 1, 2 ** -50 * (square + 1)).upper;
  return { logLower: S > 0 ? tail(Math.max(least, bound / S)).logLower : -Infinity, logUpper: tail(least).logUpper };
}

/** The Lipschitz constant of Φ, in the proof of Proposition 2. */
export const proposition2Lipschitz = defineClaim({
  id: "proposition-2-lipschitz",
  label: "Proposition 2, Lip(Φ)",
  kind: "whp",
  inProof: true,
  quote:
    "the variations of Φ can be upper-bounded by a RL times a χ² random variable and use (11) to show that with probability at least 1 − γ, Lip(Φ) ≤ RL(√k + 4√(log(1/γ)/d)).",
  latex: String.raw`\mathrm{Lip}(\Phi) \le RL \left( \sqrt{k} + 4 \sqrt{\frac{\log(1/\gamma)}{d}} \right)`,
  nonClaims: [
    "that Lip(Φ) is of order √k: it is of order L(1 + √(k/d))²/√k at most, by ‖W‖ for ‖W‖_F",
    "Φ off the unit sphere of v: the metric is ‖v − v'‖ + ‖δ − δ'‖ on it",
  ],
  uses: { proof: ["chi-square"] },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [...sectionTwo, radiusIsOne],
  draw: neighbourhood,
  observed,
  relation: "<=",
  everyGamma: true,
  trivial: trivialLipschitz,
  uncertainty: neighbourhoodDoubt,
  exact: (given, bound) => (given.d === 1 && given.k === 1 ? oneNeuron(given, bound) : null),
  forms: {
    printed: {
      bound: (given) => rightSide(given),
      refutedAt: { psi: "tanh", d: 1, k: 1, gamma: 1e-4, radius: 1 },
    },
    repaired: {
      latex: String.raw`\mathrm{Lip}(\Phi) \le RL \left( \sqrt{k} + 4 \sqrt{\frac{\log(1/\gamma)}{d}} \right) \quad\text{if } kd \ge \log(1/\gamma)`,
      reason:
        "It rests on (11) for ‖W‖_F² = χ²_{kd}/d, which needs kd ≥ log(1/γ): at k = d = 1 Lip(Φ) is L times a χ² variable with one degree, and exceeds the printed bound with probability 2.9e-4 at γ = 1e-4. For kd ≥ log(1/γ), P(χ²_n ≥ n + 2√(nt) + 2t) ≤ e^(−t) (Laurent and Massart) with t = log(1/γ) ≤ n gives ‖W‖_F² ≤ k + 4√(k log(1/γ)/d), and Lip(Φ) ≤ RL‖W‖²/√k.",
      hypotheses: [
        {
          latex: String.raw`kd \ge \log(1/\gamma)`,
          parameter: k,
          least: ({ d, gamma }) => -Math.log(gamma) / d,
        },
      ],
      bound: (given) => rightSide(given),
    },
  },
  cells: [
    { psi: ["tanh", "sin"], d: [1], k: [1], gamma: [0.5, 0.05, 1e-4, 1e-100], radius: [1] },
    { psi: ["tanh"], d: [1], k: [1], gamma: [1e-4], radius: [10] },
    { psi: ["tanh"], d: [1], k: [100], gamma: [0.1], radius: [1] },
    { psi: ["tanh"], d: [50], k: [50], gamma: [0.5], radius: [1] },
    { psi: ["tanh"], d: [1000], k: [1000], gamma: [0.5], radius: [10] },
  ],
  witness: { psi: "tanh", d: 1, k: 100, gamma: 0.1, radius: 1 },
  mutants: {
    halved: { bound: scaled(1 / 2), at: { psi: "tanh", d: 1, k: 1, gamma: 0.01, radius: 1 } },
    "1 for 4": { bound: (given) => rightSide(given, 1), at: { psi: "tanh", d: 1, k: 1, gamma: 0.01, radius: 1 } },
    "weights of variance 4/d": {
      observed: (draw, given) => {
        const { lower, upper } = observed(draw, given);
        return { lower: 4 * lower, upper: 4 * upper };
      },
      at: { psi: "tanh", d: 1, k: 1, gamma: 0.05, radius: 1 },
    },
  },
});
