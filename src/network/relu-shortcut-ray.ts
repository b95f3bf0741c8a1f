import { binomial } from "../random/binomial.js";
import { type Bits, uniform } from "../random/bits.js";
import { chiSquare } from "../random/chi-square.js";
import { fillNormal } from "../random/normal.js";
import type { Streams } from "../random/streams.js";
import { deepShape } from "./deep-shape.js";
import { dot } from "./dense-products.js";
import type { DeepRayDraw } from "./ray-draw.js";

/** (1 + ηα)u + (ηe/√d)ξ as the pair of its factors, u = −τ|ζ| and ξ standard normal: −across·|ζ| + up·ξ. */
interface Step {
  readonly across: number;
  readonly up: number;
}

/**
 * Adds to sums_i the outputs Σ a·max(0, ·) of those of `count` inactive neurons that are active after some step.
 * (|ζ|, ξ) is an isotropic normal pair in a half-plane, ρ(cos φ, sin φ) with φ uniform in (−π/2, π/2): a neuron is
 * active after a step up > 0 where φ > atan2(across, up), after up < 0 where φ < atan(across/up), after up = 0 where
 * across < 0. So the number that need be drawn is binomial, then φ is uniform where it may lie, and ρ²/2 exponential.
 */
function addInactive(sums: Float64Array, count: number, steps: readonly Step[], bits: Bits): void {
  let [low, high] = [-Math.PI / 2, Math.PI / 2];
  for (const { across, up } of steps) {
    if (up > 0) high = Math.min(high, Math.atan2(across, up));
    else if (up < 0) low = Math.max(low, Math.atan(across / up));
    else if (across < 0) high = low;
  }
  // All between low and high stay inactive.
  const silent = Math.max(0, high - low);
  const open = Math.PI - silent;
  const drawn = binomial(count, Math.min(1, open / Math.PI), bits);
  for (let neuron = 0; neuron < drawn; neuron++) {
    let phi = open * uniform(bits) - Math.PI / 2;
    if (phi >= low) phi += silent;
    const rho = Math.sqrt(-2 * Math.log(uniform(bits)));
    const sign = bits() & 1 ? -1 : 1;
    const [zeta, xi] = [rho * Math.cos(phi), rho * Math.sin(phi)];
    for (const [i, { across, up }] of steps.entries()) sums[i] += sign * Math.max(0, up * xi - across * zeta);
  }
}

/**
 * The ray law of one hidden ReLU layer and coefficients ±1 with ‖x‖ = √d, in the time of its active neurons: as
 * `drawRay`, with streams of its own.
 *
 * Of the n ~ Bin(k, ½) active neurons w = a·u ~ N(0, 1) whatever the sign, f = Σw/√k, and by the one-step law with
 * s = a/√k on them, e² = nχ²_{d−1}/(kd), α = f/d: at x + η∇f such a neuron has a·z = y = (1 + ηα)w + ηe²√k/n +
 * (ηe/√d)(ω − ω̄), ω = aξ, and gives y if it has the sign of w still, else nothing. An inactive one has
 * z = (1 + ηα)u + (ηe/√d)ξ, u = −|N(0, 1)|: `addInactive`.
 *
 * @throws RangeError if d is no integer in [1, 2^53], k none in [1, 2^31], or an η is not finite.
 */
export function drawReluShortcutRay(
  parameters: { readonly d: number; readonly k: number },
  etas: readonly number[],
  random: Streams,
): DeepRayDraw {
  const { d, k } = deepShape(parameters, { d: 2 ** 53, k: 2 ** 31 });
  for (const eta of etas) if (!Number.isFinite(eta)) throw new RangeError(`eta is ${eta}; it must be finite`);
  const n = binomial(k, 0.5, random("n"));
  if (n === 0) return { value: 0, gradientNorm: 0, valuesAfter: new Float64Array(etas.length) };
  const [w, omega] = [new Float64Array(n), new Float64Array(n)];
  fillNormal(w, random("w"));
  fillNormal(omega, random("omega"));
  const ones = new Float64Array(n).fill(1);
  const value = dot(w, ones) / Math.sqrt(k);
  const mean = dot(omega, ones) / n;
  const alpha = value / d;
  const eSquared = ((n / k) * chiSquare(d - 1, random("chi"))) / d;
  const steps = etas.map((eta) => ({ across: 1 + eta * alpha, up: eta * Math.sqrt(eSquared / d) }));
  const sums = new Float64Array(etas.length);
  for (const [i, { across, up }] of steps.entries()) {
    const shift = (etas[i] * eSquared * Math.sqrt(k)) / n - up * mean;
    let sum = 0;
    for (let j = 0; j < n; j++) {
      const y = across * w[j] + up * omega[j] + shift;
      if (y > 0 === w[j] > 0) sum += y;
    }
    sums[i] = sum;
  }
  addInactive(sums, k - n, steps, random("inactive"));
  const valuesAfter = sums.map((sum) => sum / Math.sqrt(k));
  return { value, gradientNorm: Math.sqrt(alpha * value + eSquared), valuesAfter };
}
