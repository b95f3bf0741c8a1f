import { defineClaim, defineSampler, type Enclosure } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { normal } from "lemmacheck/probability";

/** Norms of three sums over the neurons, each over √k. */
interface Change {
  /** ‖∇f(x) − ∇f(y)‖, from the two gradients */
  readonly difference: number;
  /** ‖Σ_{ℓ∈T} a_ℓw_ℓ‖ */
  readonly unsigned: number;
  /** ‖Σ_{ℓ∈T} ±a_ℓw_ℓ‖, with + where w_ℓ·x > 0 */
  readonly signed: number;
  /** ‖Σ a_ℓw_ℓ‖ over the neurons that are active at x */
  readonly gradient: number;
}

/** A small ReLU network in memory, seen from x = √d·e₁ and from y at a distance R in a direction that is uniform. */
const changeOfGradient = defineSampler({
  id: "change-of-gradient",
  parameters: [d, k, radius],
  // An identity of every network: small ones are enough.
  cost: ({ d, k }) => (d * k > 1e5 ? Infinity : 10 * d * k),
  draw: ({ d, k, radius }, random): Change => {
    const [weights, signs, direction] = ["W", "a", "delta"].map((name) => random(name));
    const y = Array.from({ length: d }, () => normal(direction));
    const stretch = radius / Math.hypot(...y);
    for (let j = 0; j < d; j++) y[j] *= stretch;
    y[0] += Math.sqrt(d);
    const sums = Array.from({ length: 4 }, () => new Float64Array(d));
    const [atX, atY, unsigned, signed] = sums;
    for (let i = 0; i < k; i++) {
      const w = Array.from({ length: d }, () => normal(weights) / Math.sqrt(d));
      const a = normal(signs) < 0 ? -1 : 1;
      const x = w[0] > 0;
      const there = w.reduce((sum, t, j) => sum + t * y[j], 0) > 0;
      for (let j = 0; j < d; j++) {
        if (x) atX[j] += a * w[j];
        if (there) atY[j] += a * w[j];
        if (x !== there) {
          unsigned[j] += a * w[j];
          signed[j] += (x ? a : -a) * w[j];
        }
      }
    }
    const size = (v: Float64Array) => Math.hypot(...v) / Math.sqrt(k);
    return {
      difference: size(atX.map((t, j) => t - atY[j])),
      unsigned: size(unsigned),
      signed: size(signed),
      gradient: size(atX),
    };
  },
});

/** A norm over that of the difference, between its ends for rounding; 1 where nothing has changed. */
function ratio(norm: number, { difference, gradient }: Change, k: number): Enclosure {
  const error = k * 2 ** -50 * (difference + norm + gradient);
  if (difference <= 1e3 * error && norm <= 1e3 * error) return 1;
  return { lower: (norm - error) / (difference + error), upper: (norm + error) / Math.max(difference - error, error) };
}

const at = { d: 10, k: 100, radius: 2 } as const;

/** The equality that the last display of Proposition 5 begins with. The left side is its right over its left. */
export const proposition5Signs = defineClaim({
  id: "proposition-5-signs",
  label: "Proposition 5, first equality of the last display",
  kind: "identity",
  inProof: true,
  quote: "‖∇f(x) − ∇f(y)‖ = (1/√k) ‖Σ a_ℓ w_ℓ‖",
  latex: String.raw`\|\nabla f(x) - \nabla f(y)\| = \frac{1}{\sqrt{k}} \left\| \sum_{\ell \in T} a_\ell w_\ell \right\|`,
  quantity: String.raw`\left\| \sum_{\ell \in T} a_\ell w_\ell \right\| / (\sqrt{k} \|\nabla f(x) - \nabla f(y)\|)`,
  nonClaims: [
    "that what follows is false: a_ℓ with a sign that w_ℓ alone determines is a fair sign again, and the supremum over A is over both",
  ],
  parameters: [d, k, radius],
  hypotheses: [],
  draw: changeOfGradient,
  observed: (draw, { k }) => ratio(draw.unsigned, draw, k),
  relation: "=",
  forms: {
    printed: { bound: () => 1, refutedAt: at },
    repaired: {
      latex: String.raw`\|\nabla f(x) - \nabla f(y)\| = \frac{1}{\sqrt{k}} \left\| \sum_{\ell \in T} \mathrm{sgn}(w_\ell \cdot x)\, a_\ell w_\ell \right\|`,
      reason:
        "A neuron that is switched on between x and y counts against one that is switched off: ψ'(w·x) − ψ'(w·y) is 1 or −1 on T. Where all of T turns the same way, as where T has one member, the printed equality holds.",
      observed: (draw, { k }) => ratio(draw.signed, draw, k),
      bound: () => 1,
    },
  },
  cells: [{ d: [1, 10, 50], k: [1, 100], radius: [1, 2] }],
  witness: at,
  mutants: {
    "not divided by √k": {
      of: "repaired",
      observed: (draw, { k }) => ratio(draw.signed * Math.sqrt(k), draw, k),
      at,
    },
    "a factor 1 + 1e-6": { of: "repaired", bound: () => 1 + 1e-6, at },
  },
});
