import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { compensatedSum } from "../compensated-sum.js";
import { drawLayer, gradientWeights, normals } from "../lines/one-step-layer.js";
import { type Ray, valueAt, valueOn } from "../lines/ray.js";
import { completeSetting, type Setting } from "../setting.js";
import type { SeenStep } from "./statistics-of-step.js";

/** Ways in which the one-step law may be wrong. */
export interface Mutation {
  /** Degrees of freedom beyond d − 1. */
  readonly extraDegrees?: number;
  /** What d is taken for in α = (z·s)/d, in h² = ‖s‖²χ²/d, in the factor h/√d. */
  readonly dimension?: { readonly alpha?: number; readonly h?: number; readonly spread?: number };
  /** (I − ssᵀ/‖s‖²)ξ or plain ξ. */
  readonly projection?: false;
  /** ξ, or z in its place. */
  readonly xi?: "reused";
  /** Whether each η sees a ξ of its own. */
  readonly anew?: true;
}

/** The law of `drawOneStep` written out once more, with a mistake; without one, the same numbers. */
export function mutantStep(setting: Setting, random: Streams, mutation: Mutation): SeenStep {
  const { psi: activation, d, k, coefficients, norm: r } = completeSetting(setting);
  const { alpha: dAlpha = d, h: dH = d, spread: dSpread = d } = mutation.dimension ?? {};
  const layer = drawLayer({ k, coefficients, scale: r / Math.sqrt(d) }, random);
  const { a, z, u } = layer;
  const s = gradientWeights(activation, layer);
  const alpha = compensatedSum(k, (i) => z[i] * s[i]) / dAlpha;
  const sNormSquared = compensatedSum(k, (i) => s[i] * s[i]);
  const hSquared = (sNormSquared * chiSquare(d - 1 + (mutation.extraDegrees ?? 0), random("chi"))) / dH;
  const drawRay = (): Ray => {
    if (sNormSquared === 0) return { activation, a, u, v: new Float64Array(k) };
    const xi = mutation.xi === "reused" ? z : normals(k, random("xi"));
    const spread = Math.sqrt(hSquared / dSpread);
    const removed = mutation.projection === false ? 0 : spread * compensatedSum(k, (i) => s[i] * xi[i]);
    const along = (hSquared - removed) / sNormSquared;
    return { activation, a, u, v: z.map((t, i) => alpha * t + along * s[i] + spread * xi[i]) };
  };
  const ray = drawRay();
  return {
    value: valueAt(ray),
    norm: Math.sqrt(alpha * alpha * d + hSquared),
    after: (eta) => valueOn(mutation.anew ? drawRay() : ray, eta),
    ray,
  };
}
