import type { Streams } from "../../chance/streams.js";
import { compensatedSum } from "../compensated-sum.js";
import { drawLayer, gradientWeights, normals } from "../lines/one-step-layer.js";
import { valueAt, valueOn } from "../lines/ray.js";
import { stepLaw } from "../lines/step-law.js";
import { completeSetting, type Setting } from "../setting.js";
import type { SeenStep } from "./statistics-of-step.js";

/** Ways in which the law with a bias unit may be wrong. */
export interface BiasMutation {
  /** Degrees of freedom beyond d − 2. */
  readonly extraDegrees?: number;
  /** y = √d·We' with its part along ζ, without it, or z in its place. */
  readonly y?: "shrunk" | "unprojected";
  /** √d·b from the ζ of y, or from a fresh one. */
  readonly zeta?: "fresh";
}

/** The law of `drawBiasStep` for d ≥ 2 written out once more, with a mistake; without one, the same numbers. */
export function mutantBiasStep(setting: Setting, random: Streams, mutation: BiasMutation): SeenStep {
  const { psi: activation, d, k, coefficients, norm, bias } = completeSetting({ bias: 1, ...setting }, { bias: true });
  if (bias === null) throw new RangeError("bias is null; it must be finite");
  const r = Math.hypot(norm, bias);
  const [cos, sin] = [norm / r, bias / r];
  const layer = drawLayer({ k, coefficients, scale: r / Math.sqrt(d) }, random);
  const { a, z, u } = layer;
  const s = gradientWeights(activation, layer);
  const zeta = normals(k, random("zeta"));
  const y = {
    right: () => z.map((t, i) => cos * t + sin * zeta[i]),
    shrunk: () => z.map((t) => cos * t),
    unprojected: () => z,
  }[mutation.y ?? "right"]();
  const other = mutation.zeta === "fresh" ? normals(k, random("other")) : zeta;
  const slope = compensatedSum(k, (i) => (sin * z[i] - cos * other[i]) * s[i]) / Math.sqrt(d);
  const step = stepLaw({ d, y: [y], s, degrees: d - 2 + (mutation.extraDegrees ?? 0) }, random);
  const ray = { activation, a, u, v: step.v() };
  return {
    value: valueAt(ray),
    norm: step.norm,
    otherNorm: Math.hypot(step.norm, slope),
    after: (eta) => valueOn(ray, eta),
    ray,
  };
}
