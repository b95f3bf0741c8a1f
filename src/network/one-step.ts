import type { Activation } from "../activations/activation.js";
import { chiSquare } from "../random/chi-square.js";
import { fillNormal } from "../random/normal.js";
import { fillRademacher } from "../random/rademacher.js";
import type { Streams } from "../random/streams.js";
import { compensatedSum } from "./compensated-sum.js";
import type { Sampler } from "./sampler.js";

/** A random two-layer network seen from x with ‖x‖ = √d, along the line x + η∇f(x). */
export interface OneStepDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /** f(x + η∇f(x)); all η of one draw see the same network. */
  valueAfter(eta: number): number;
  /** d/dη f(x + η∇f(x)) = ⟨∇f(x + η∇f(x)), ∇f(x)⟩ */
  slopeAfter(eta: number): number;
  /** A bound on the rounding error of `valueAfter(eta)`, 8 ulp of every term; infinite for ψ that is not Lipschitz. */
  roundingAfter(eta: number): number;
}

/** Runs `compute` at the first call and keeps its result. */
function lazily<T>(compute: () => T): () => T {
  let kept: { readonly result: T } | undefined;
  return () => {
    kept ??= { result: compute() };
    return kept.result;
  };
}

/**
 * The joint law of f(x), ‖∇f(x)‖ and f(x + η∇f(x)) for all η, ‖x‖ = √d, in O(k) whatever d:
 *
 *   u = Wx ~ N(0, I_k);  s = a∘ψ'(u)/√k, so ∇f = Wᵀs;  α = (u·s)/d;  h² = ‖s‖²·χ²_{d−1}/d;
 *   v = W∇f = αu + s·h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ,  ξ ~ N(0, I_k);
 *   f(x) = Σ aψ(u)/√k,  ‖∇f‖² = α²d + h²,  f(x + η∇f) = Σ aψ(u + ηv)/√k,  its slope Σ aψ'(u + ηv)v/√k.
 *
 * Because W = uxᵀ/d + W_⊥ with W_⊥ independent of u and of variance 1/d on x^⊥; Wᵀs = αx + W_⊥ᵀs; and W_⊥ in the
 * direction of e = W_⊥ᵀs/h is s·h/‖s‖² along s and fresh Gaussian across it. A dead layer (s = 0) leaves v = 0, and
 * d = 1 leaves h = 0.
 *
 * `value` reads the streams "a" and "u" only; the gradient adds "chi" and the ray "xi".
 */
export function drawOneStep(psi: Activation, d: number, k: number, random: Streams): OneStepDraw {
  const layer = lazily(() => {
    const a = new Float64Array(k);
    const u = new Float64Array(k);
    fillRademacher(a, random("a"));
    fillNormal(u, random("u"));
    return { a, u };
  });
  const value = lazily(() => {
    const { a, u } = layer();
    return compensatedSum(k, (i) => a[i] * psi.value(u[i])) / Math.sqrt(k);
  });
  const gradient = lazily(() => {
    const { a, u } = layer();
    const s = u.map((t, i) => (a[i] * psi.derivative(t)) / Math.sqrt(k));
    const alpha = compensatedSum(k, (i) => u[i] * s[i]) / d;
    const sNormSquared = compensatedSum(k, (i) => s[i] * s[i]);
    const hSquared = (sNormSquared * chiSquare(d - 1, random("chi"))) / d;
    return { s, alpha, sNormSquared, hSquared, norm: Math.sqrt(alpha * alpha * d + hSquared) };
  });
  const ray = lazily(() => {
    const { u } = layer();
    const { s, alpha, sNormSquared, hSquared } = gradient();
    if (sNormSquared === 0) return new Float64Array(k);
    const xi = new Float64Array(k);
    fillNormal(xi, random("xi"));
    const spread = Math.sqrt(hSquared / d);
    const along = (hSquared - spread * compensatedSum(k, (i) => s[i] * xi[i])) / sNormSquared;
    return u.map((t, i) => alpha * t + along * s[i] + spread * xi[i]);
  });
  return {
    get value() {
      return value();
    },
    get gradientNorm() {
      return gradient().norm;
    },
    valueAfter(eta) {
      const { a, u } = layer();
      const v = ray();
      return compensatedSum(k, (i) => a[i] * psi.value(u[i] + eta * v[i])) / Math.sqrt(k);
    },
    slopeAfter(eta) {
      const { a, u } = layer();
      const v = ray();
      return compensatedSum(k, (i) => a[i] * psi.derivative(u[i] + eta * v[i]) * v[i]) / Math.sqrt(k);
    },
    roundingAfter(eta) {
      const { u } = layer();
      const v = ray();
      const terms = compensatedSum(
        k,
        (i) => Math.abs(psi.value(u[i] + eta * v[i])) + psi.lipschitz * (Math.abs(u[i]) + Math.abs(eta * v[i])),
      );
      return (2 ** -50 * terms) / Math.sqrt(k);
    },
  };
}

/** Draws by the one-step law: any d, time and memory proportional to k. */
export const oneStep: Sampler<"psi" | "d" | "k", OneStepDraw> = {
  id: "one-step",
  parameters: ["psi", "d", "k"],
  cost: ({ k }) => 2 * k,
  draw: ({ psi, d, k }, random) => drawOneStep(psi, d, k, random),
};
