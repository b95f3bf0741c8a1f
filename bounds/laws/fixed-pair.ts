import { defineSampler } from "lemmacheck";
import { d, directions, k, radius } from "lemmacheck/networks";
import { type Bits, binomial, chiSquare, normal, uniform } from "lemmacheck/probability";
import type { Given } from "../parameters.js";

/** How v lies to x and δ; δ itself has length R and makes the largest angle with x at it. */
export const DIRECTIONS = ["across", "along", "oblique", "input"] as const;

type Setting = Given<"d" | "k" | "radius" | "directions">;

/** The angle between x and x + δ: arcsin(R/√d) with δ tangent to the ball; π from R > √d on, with δ = −Rx/√d. */
function angle({ d, radius }: Given<"d" | "radius">): number {
  const ratio = radius / Math.sqrt(d);
  if (ratio > 1) return Math.PI;
  return d === 1 ? 0 : Math.asin(ratio);
}

/** P(sign(w·x) ≠ sign(w·(x + δ))) */
export const flipProbability = (given: Given<"d" | "radius">): number => angle(given) / Math.PI;

/** One √d·w·v given that w flips, its sign aside. */
function projection({ d, radius, directions }: Setting, bits: Bits): number {
  if (d === 1 || directions === "across") return normal(bits);
  const theta = angle({ d, radius });
  // Rayleigh length in the plane of x and δ; uniform angle from the middle of the wedge in which w flips.
  const length = Math.sqrt(chiSquare(2, bits));
  const turn = theta * (uniform(bits) - 0.5);
  if (directions === "input") return length * Math.sin(turn + theta / 2);
  const along = length * Math.cos(turn);
  return directions === "along" ? along : Math.SQRT1_2 * (along + normal(bits));
}

/**
 * Φ(v, δ) = (1/√k)Σ_ℓ a_ℓ(w_ℓ·v)(ψ'(w_ℓ·x) − ψ'(w_ℓ·(x + δ))) for fixed v and δ and the ReLU, by the joint law of (w·x, w·δ,
 * w·v): M ~ Bin(k, θ/π) neurons flip, θ the angle between x and x + δ, and each adds a random sign times w·v. w flips when
 * its part in the plane of x and δ lies in a double wedge of angle θ: its length there is Rayleigh, its angle uniform; v is
 * the middle of the wedge (`along`), across the plane (`across`, which takes d ≥ 3), half-way between them (`oblique`,
 * d ≥ 3), or x/‖x‖ (`input`). On a line v is x/‖x‖ whatever is asked.
 */
export const fixedPair = defineSampler({
  id: "fixed-pair",
  parameters: [d, k, radius, directions],
  cost: (given) => 20 + 8 * given.k * flipProbability(given),
  draw: (given, random) => {
    const { d, k } = given;
    const bits = random("weights");
    const flips = binomial(k, flipProbability(given), random("flips"));
    let sum = 0;
    for (let i = 0; i < flips; i++) sum += (uniform(bits) < 0.5 ? -1 : 1) * projection(given, bits);
    return sum / Math.sqrt(k * d);
  },
});

/** E Φ² = (θ/π)·E((√d·w·v)² | flip)/d. */
export function variance(given: Setting): number {
  const { d, directions } = given;
  const theta = angle(given);
  const flat = theta === 0 ? 1 : Math.sin(theta) / theta;
  // E cos² and E sin² of the angle, times E length² = 2.
  const squares: Readonly<Record<string, number>> = {
    across: 1,
    along: 1 + flat,
    oblique: 1 + flat / 2,
    input: 1 - flat * Math.cos(theta),
  };
  return (flipProbability(given) * (d === 1 ? 1 : squares[directions])) / d;
}
