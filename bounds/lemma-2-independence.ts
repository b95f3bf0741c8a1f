import { defineClaim, defineSampler, pow } from "lemmacheck";
import { d, drawSphereInput } from "lemmacheck/networks";
import type { Given } from "./parameters.js";

/** An input x of norm √d, uniform on the sphere. */
const sphereInput = defineSampler({
  id: "sphere-input",
  parameters: [d],
  // With the d³ multiplications of a covariance, at some four to a Gaussian.
  cost: ({ d }) => d + pow(d, 3) / 4,
  draw: ({ d }, random) => drawSphereInput(d, undefined, random),
});

/** What is the same in both covariances up to rounding differs by less. */
const ROUNDING = 2 ** -40;

/** P = I − xxᵀ/scale, row by row; scale = d in the paper. */
function projection(x: Float64Array, scale: number): Float64Array[] {
  return Array.from(x, (xi, i) => x.map((xj, j) => (i === j ? 1 : 0) - (xi * xj) / scale));
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/**
 * For w ~ N(0, I_d/d) and a sign a, the vector (aPw, w·x) is a linear image of w: Gaussian, and given by its covariance,
 * [PPᵀ, aPx; a(Px)ᵀ, x·x]/d. The statement is that this is [P, 0; 0, d]/d for both signs, P being the identity of x^⊥, of
 * trace d − 1: for Gaussian vectors no covariance is independence, and a law that is the same for a = 1 and a = −1 is that
 * of the mixture. The largest difference of any entry, with that of the trace over d, in units in which PPᵀ has entries of
 * order 1 and x is a unit vector.
 */
function difference(x: Float64Array, P: readonly Float64Array[], claimed: readonly Float64Array[]): number {
  const d = x.length;
  let [worst, trace] = [Math.abs(dot(x, x) / d - 1), 0];
  P.forEach((row, i) => {
    worst = Math.max(worst, Math.abs(dot(row, x)) / Math.sqrt(d));
    P.forEach((other, j) => {
      const entry = dot(row, other);
      worst = Math.max(worst, Math.abs(entry - claimed[i][j]));
      if (i === j) trace += entry;
    });
  });
  return Math.max(worst, Math.abs(trace - (d - 1)) / d);
}

const identity = (x: Float64Array) => projection(x, Infinity);

/** The sentence of the proof of Lemma 2 on which it rests, in full: a statement about every x of norm √d. */
export const lemma2Independence = defineClaim({
  id: "lemma-2-independence",
  label: "Lemma 2, independence",
  kind: "deterministic",
  inProof: true,
  quote: "where a_ℓPw_ℓ is independent of w_ℓ·x and is distributed as N(0, (1/d) I_{d−1})",
  latex: String.raw`P = I_d - \frac{xx^\top}{d}: \quad a_\ell P w_\ell \perp w_\ell \cdot x, \quad a_\ell P w_\ell \sim \mathcal{N}(0, \tfrac{1}{d} I_{d-1})`,
  quantity: String.raw`\max |\mathrm{Cov}(a_\ell P w_\ell, w_\ell \cdot x) - \text{as claimed}|`,
  nonClaims: [
    "that w_ℓ itself is independent of w_ℓ·x",
    "that a_ℓPw_ℓ has d − 1 coordinates in the standard basis: I_{d−1} is the identity of the complement of x",
  ],
  parameters: [d],
  hypotheses: [],
  draw: sphereInput,
  observed: (x, { d }: Given<"d">) => {
    const P = projection(x, d);
    return difference(x, P, P);
  },
  relation: "<=",
  forms: { printed: { bound: () => ROUNDING } },
  cells: [{ d: [1, 2, 10, 40] }],
  witness: { d: 10 },
  mutants: {
    "w for Pw": { observed: (x) => difference(x, identity(x), identity(x)), at: { d: 10 } },
    "P = I − xxᵀ": { observed: (x) => difference(x, projection(x, 1), projection(x, 1)), at: { d: 10 } },
    "N(0, I_d/d) for N(0, I_{d−1}/d)": {
      observed: (x, { d }) => difference(x, projection(x, d), identity(x)),
      at: { d: 10 },
    },
    "x of norm 1": {
      observed: (x, { d }) =>
        difference(
          x.map((t) => t / Math.sqrt(d)),
          projection(x, d),
          projection(x, d),
        ),
      at: { d: 10 },
    },
  },
});
