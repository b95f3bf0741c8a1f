import { defineSampler } from "lemmacheck";
import { type Activation, linearSides } from "lemmacheck/activations";
import { d, psi } from "lemmacheck/networks";
import { chiSquare, normal } from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";

/** A function seen from x, ‖x‖ = √d: f(x), ‖∇f(x)‖, and f(x − s∇f(x)) for one s, which may depend on the two. */
export interface LimitLine {
  readonly value: number;
  readonly gradientNorm: number;
  readonly at: (s: number) => number;
}

/** What a wrong law leaves out. */
export type LimitSlip = "what f(x′) has of its own" | "the gradient across x";

/** θ − sin θ·cos θ, by its series where that would cancel. */
function lens(theta: number): number {
  if (theta > 0.02) return theta - Math.sin(theta) * Math.cos(theta);
  const square = theta * theta;
  return theta * square * (2 / 3 - square * (2 / 15 - square * (4 / 315)));
}

/**
 * The limit k → ∞ of one hidden layer at fixed d, for ψ(t) = pt for t > 0 and mt for t < 0: by the central limit theorem f is a
 * Gaussian process with E f(x)f(y) = (‖x‖‖y‖/d)·κ(θ), θ the angle between x and y,
 * κ(θ) = Q·cos θ + (2B/π)(sin θ − θ·cos θ), Q = (p² + m²)/2, B = ((p − m)/2)², from E|u||v| = (2/π)(√(1 − ρ²) + ρ·asin ρ).
 *
 * At ‖x‖ = √d: f(x) ~ N(0, Q), f(x) = x·∇f(x), and independent of it the gradient across x, N(0, (Q/d)I). For y in their plane
 * at the angle θ, f(y) is Gaussian given these, with covariances (‖y‖/√d)κ(θ) and, with the slope towards y,
 * −(‖y‖/d)κ′(θ) = (‖y‖/d)·sin θ·(Q − 2Bθ/π); what is left of its variance is (‖y‖²/d)(Q² − κ² − (κ′)²)/Q. Since x′ is a
 * function of f(x) and ∇f(x), that is the law of f(x′) too.
 */
export function drawLimit({ psi, d }: { psi: Activation; d: number }, random: Streams, slip?: LimitSlip): LimitLine {
  const sides = linearSides(psi);
  if (sides === null) throw new RangeError(`psi is ${psi.id}; it must be linear on either side of 0`);
  const [right, left] = [sides.right, sides.left];
  const whole = (right ** 2 + left ** 2) / 2;
  const bend = ((right - left) / 2) ** 2;
  const value = Math.sqrt(whole) * normal(random("value"));
  const across = d > 1 ? Math.sqrt((whole / d) * chiSquare(d - 1, random("across"))) : 0;
  const own = normal(random("own"));
  return {
    value,
    gradientNorm: Math.hypot(value / Math.sqrt(d), across),
    at(s) {
      // Along x, and along the gradient across it.
      const [along, aside] = [Math.sqrt(d) - (s * value) / Math.sqrt(d), -s * across];
      const theta = Math.atan2(Math.abs(aside), along);
      const share = Math.hypot(along, aside) / Math.sqrt(d);
      const [sin, cos] = [Math.sin(theta), Math.cos(theta)];
      const first = ((2 * bend) / Math.PI) * (sin - theta * cos);
      const second = ((2 * bend) / Math.PI) * theta * sin;
      // Q² − κ² − (κ′)², where Q·cos θ and Q·sin θ cancel.
      const left = ((4 * whole * bend) / Math.PI) * lens(theta) - first ** 2 - second ** 2;
      const towards = slip === "the gradient across x" ? 0 : Math.sign(aside) * across * Math.sqrt(d);
      const mean = ((whole * cos + first) * value + (whole * sin - second) * towards) / whole;
      const rest = slip === "what f(x′) has of its own" ? 0 : Math.sqrt(Math.max(0, left) / whole) * own;
      return share * (mean + rest);
    },
  };
}

/** That law: four numbers a draw, at any d. */
export const infiniteWidth = defineSampler({
  id: "infinite-width",
  parameters: [psi, d],
  // A χ² variable: about 20 normal ones of the kernels.
  cost: () => 40,
  draw: (given, random): LimitLine => drawLimit(given, random),
});
