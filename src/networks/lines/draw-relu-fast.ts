import { binomial } from "../../chance/binomial.js";
import { chiSquare } from "../../chance/chi-square.js";
import { normal } from "../../chance/normal.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { defaultMachine } from "../kernels/default-machine.js";
import { MOST_ETAS, RELU_SUMS } from "../kernels/layout.js";
import { checkEtas, type SlopedLine } from "../line.js";
import type { NetworkSetting } from "../setting.js";
import { activeNeurons } from "./active-neurons.js";
import { inactiveNeurons } from "./inactive-neurons.js";
import type { KernelOptions } from "./kernel-options.js";
import type { ReluSetting, VisitNeurons } from "./relu-setting.js";
import { sampledFlip } from "./sampled-flip.js";

/** Steps up to about this need near neurons alone. */
const USUAL_STEP = 4;
/** Above this border the near ones would be too many to be told apart; then all active ones are near, no other is. */
const LARGEST_BORDER = 0.5;

/** What the neurons that flip at a step change: √k·f, its slope; and Σ(8 + |w| + |ηq|) over them. */
interface Flips {
  readonly value: number;
  readonly slope: number;
  readonly size: number;
}

/**
 * The one-step law for ReLU, another draw from the law of `drawOneStep`, by what flips. With w = a·u and q = a·v a
 * neuron's output is linear in η as long as w + ηq has the sign of w. Of n ~ Bin(k, ½) active neurons w ~ N(0, I_n), and
 * s = a/√k there, 0 on the others; so with ω = aξ and
 *
 *   f = Σw/√k = √(n/k)·N(0, 1), α = f/d, h² = (n/k)·χ²_{d−1}/d, ‖∇f‖² = f²/d + h²:
 *   q = αw + h²√k/n + (h/√d)(ω − ω̄) for an active neuron, q = αw + (h/√d)ω for another,
 *   f(x + η∇f) = f + η‖∇f‖² + (Σ(w + ηq) over inactive − Σ(w + ηq) over active neurons that flip)/√k,
 *
 * since Σq = √k‖∇f‖² over the active ones. So f and ‖∇f‖ take three random numbers, and only neurons that may flip need
 * be drawn: see `activeNeurons` and `inactiveNeurons`. What is near is a matter of d and k, and far ones are drawn for the
 * steps that need them, from streams of their own, so that all steps see one network. An active neuron that is far has
 * |w| ≥ border − |shift| and flips only if (1 + ηα)|w| ≤ |η|(h²√k/n + B·h/√d) or some |ω − ω̄| > B, of which
 * the probability is below 2⁻⁵³ for all together; an inactive one flips only if |η|(|α| + (h/√d)/ratio) ≥ 1.
 *
 * @param setting of one hidden layer and a = ±1, d and k integers in [1, 2^53], seen from ‖x‖ = √d.
 */
export function drawReluFast(
  { d, k }: Pick<NetworkSetting, "d" | "k">,
  random: Streams,
  { machine = defaultMachine(), progress }: KernelOptions = {},
): SlopedLine {
  const rootK = Math.sqrt(k);
  // P(|N(0, 1)| > B) ≤ exp(−B²/2).
  const largest = Math.sqrt(2 * (53 * Math.LN2 + Math.log(k)));
  // h ≈ √½, so that is what the steps named need.
  const needed = (largest * USUAL_STEP) / Math.sqrt(2 * d);
  const border = needed > LARGEST_BORDER ? Infinity : needed;
  const ratio = needed > LARGEST_BORDER ? 0 : needed / largest;
  const setting: ReluSetting = { random, machine, border, ratio, ...(progress && { progress }) };

  const layer = lazily(() => {
    const n = binomial(k, 0.5, random("active"));
    return { n, value: Math.sqrt(n / k) * normal(random("f")) };
  });
  const gradient = lazily(() => {
    const { n, value } = layer();
    const hSquared = ((n / k) * chiSquare(d - 1, random("chi"))) / d;
    return {
      alpha: value / d,
      push: n > 0 ? (hSquared / n) * rootK : 0,
      spread: Math.sqrt(hSquared / d),
      normSquared: (value / d) * value + hSquared,
    };
  });
  const active = lazily(() => {
    const { n, value } = layer();
    return activeNeurons(setting, { n, total: value * rootK }, gradient);
  });
  const inactive = lazily(() => inactiveNeurons(setting, k - layer().n, gradient));

  /** Whether far neurons may flip at that step, active ones and others. */
  function needsFar(eta: number): { readonly active: boolean; readonly inactive: boolean } {
    const { alpha, push, spread } = gradient();
    const least = (1 + eta * alpha) * (border - Math.abs(active().shift()));
    return {
      active: border < Infinity && !(least > Math.abs(eta) * (push + largest * spread)),
      inactive: !(Math.abs(eta) * (Math.abs(alpha) + spread / ratio) < 0.999),
    };
  }

  /** Flips by η, of all that were asked for. */
  const seen = new Map<number, Flips>([[0, { value: 0, slope: 0, size: 0 }]]);
  function look(etas: readonly number[]): void {
    const sums = (i: number) => RELU_SUMS + 16 * (1 + 3 * i);
    machine.f64.fill(0, sums(0) / 8, sums(etas.length) / 8);
    const needs = etas.map(needsFar);
    const add =
      (sign: number, isAsked: (i: number) => boolean): VisitNeurons =>
      (w, q, count) => {
        for (const [i, eta] of etas.entries()) if (isAsked(i)) machine.flipped(w, q, count, eta, sign, sums(i));
      };
    active().visit(
      false,
      add(-1, () => true),
    );
    inactive()(
      false,
      add(1, () => true),
    );
    if (needs.some((far) => far.active))
      active().visit(
        true,
        add(-1, (i) => needs[i].active),
      );
    if (needs.some((far) => far.inactive))
      inactive()(
        true,
        add(1, (i) => needs[i].inactive),
      );
    for (const [i, eta] of etas.entries()) {
      const [value, slope, size] = [0, 2, 4].map((at) => {
        const first = sums(i) / 8 + at;
        return machine.f64[first] + machine.f64[first + 1];
      });
      seen.set(eta, { value, slope, size });
    }
  }
  function flips(etas: readonly number[]): Flips[] {
    checkEtas(etas);
    const fresh = [...new Set(etas)].filter((eta) => !seen.has(eta));
    for (let start = 0; start < fresh.length; start += MOST_ETAS) look(fresh.slice(start, start + MOST_ETAS));
    return etas.map((eta) => seen.get(eta)!);
  }

  function roundingOf(eta: number): number {
    const straight = Math.abs(layer().value) + Math.abs(eta) * gradient().normSquared;
    return 2 ** -48 * (straight + (eta === 0 ? 0 : (8 + flips([eta])[0].size) / rootK));
  }

  const line: SlopedLine = {
    get value() {
      return layer().value;
    },
    get gradientNorm() {
      return Math.sqrt(gradient().normSquared);
    },
    at: (etas) =>
      flips(etas).map(({ value }, i) => ({
        value: layer().value + etas[i] * gradient().normSquared + value / rootK,
        get rounding() {
          return roundingOf(etas[i]);
        },
      })),
    slopes: (etas) => flips(etas).map(({ slope }) => gradient().normSquared + slope / rootK),
    smallestFlip: (options) => sampledFlip(line, options),
  };
  return line;
}
