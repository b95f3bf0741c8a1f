import type { Hypothesis } from "lemmacheck";
import { type Activation, linearSides } from "lemmacheck/activations";
import { d, k } from "lemmacheck/networks";

/**
 * How fast slopes change against how large they are, squared; 1 where they hardly do: L²/E ψ'(X)² for a Lipschitz ψ', and
 * for ψ linear on either side of 0, with slopes p and m, (p − m)²/(p² + m²), which is 1 for ReLU and 2 for |t|. Times
 * E ψ(X)²/E ψ'(X)² where that is above 1: |f| is that much larger than ‖∇f‖. Infinity where neither is known.
 */
export function roughness(psi: Activation): number {
  const slope = psi.gaussian.derivativeSecondMoment.value;
  if (!(slope > 0)) return Infinity;
  const sides = linearSides(psi);
  const bend = sides
    ? (sides.right - sides.left) ** 2 / (sides.right ** 2 + sides.left ** 2)
    : psi.smoothness ** 2 / slope;
  return Math.max(1, bend) * Math.max(1, psi.gaussian.secondMoment.value / slope);
}

/** Lip(ψ)²/E ψ'(X)²: how few neurons may hold the gradient; 2 for ReLU. 1 where it is not known, as above. */
function concentration({ lipschitz, gaussian }: Activation): number {
  const share = lipschitz ** 2 / gaussian.derivativeSecondMoment.value;
  return share < Infinity ? share : 1;
}

/** Where the roughness is not known another hypothesis says so, `slopesAreKnown`. */
const known = (psi: Activation) => (roughness(psi) < Infinity ? roughness(psi) : 0);

/** Both are 6 times what this says; draws at small sizes ask for 2 to 5 times: README has them. */
const CONSTANT = 6;

const log2Over = (gamma: number) => Math.LN2 - Math.log(gamma);

/** The least d at which the readings say something. */
const leastDimension = (psi: Activation, gamma: number) => CONSTANT * known(psi) * log2Over(gamma);

/** The least k; there is no largest. */
const leastWidth = (psi: Activation, gamma: number) => CONSTANT * known(psi) * concentration(psi) * log2Over(gamma);

interface Given {
  readonly psi: Activation;
  readonly gamma: number;
}

/** As many dimensions as the readings ask for. */
export const dimensionIsEnough: Hypothesis<Given & { readonly d: number }> = {
  latex: String.raw`d \ge 6 R_\psi \log(2/\gamma)`,
  parameter: d,
  least: ({ psi, gamma }) => leastDimension(psi, gamma),
};

/** As many neurons. */
export const widthIsEnough: Hypothesis<Given & { readonly k: number }> = {
  latex: String.raw`k \ge 6 R_\psi \tfrac{\mathrm{Lip}(\psi)^2}{\mathbb{E}\psi'(X)^2} \log(2/\gamma)`,
  parameter: k,
  least: ({ psi, gamma }) => leastWidth(psi, gamma),
};

/** ψ is Lipschitz, and its slopes change at a known rate. */
export const slopesAreKnown: Hypothesis<{ readonly psi: Activation }> = {
  latex: String.raw`\mathrm{Lip}(\psi) < \infty,\ \psi' \text{ Lipschitz, or } \psi \text{ linear on either side of } 0`,
  holds: ({ psi }) => (psi.lipschitz === Infinity ? false : roughness(psi) < Infinity ? true : null),
  because: ({ psi }) =>
    psi.lipschitz === Infinity
      ? `no finite Lipschitz constant is known for ${psi.id}`
      : `no rate at which slopes change is known for ${psi.id}`,
};

/** ψ is linear on either side of 0, and not 0. */
export const linearOnSides: Hypothesis<{ readonly psi: Activation }> = {
  latex: String.raw`\psi \text{ linear on either side of } 0, \text{ not } 0`,
  holds: ({ psi }) => {
    const sides = linearSides(psi);
    return sides !== null && (sides.left !== 0 || sides.right !== 0);
  },
  because: ({ psi }) => `${psi.id} is not proved to be so`,
};
