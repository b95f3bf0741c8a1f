import { defineSampler } from "../auditor/sampler.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import { applied } from "../networks/deep-apply.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { drawSphereInput } from "../networks/dense-input.js";
import { fillNormalFast } from "../networks/kernels/fill-normal-fast.js";
import { denseNeighbourhood } from "../networks/suprema/dense-neighbourhood.js";
import { gaussianFormBound } from "../networks/suprema/gaussian-form-bound.js";
import { compressedHessian, hessianKrylov } from "../networks/suprema/hessian-krylov.js";
import { hessianNorm } from "../networks/suprema/hessian-norm.js";
import { lanczos } from "../networks/suprema/lanczos.js";
import { genericVector } from "../networks/suprema/largest-eigenvalue.js";
import type { Bounds } from "../networks/suprema/operator-norm.js";
import { pow } from "../numbers/pow.js";
import { d, type Given, k, psi } from "./parameters.js";

/** ∇²f(x) of a random network at a point of norm √d. */
export interface HessianDraw {
  /** ‖∇²f(x)‖; its upper end is below the truth with probability at most `HESSIAN_DOUBT`. */
  readonly operatorNorm: Bounds;
}

/** The probability that the upper end of a draw's norm is too low; trends follow a median, so it may be large. */
export const HESSIAN_DOUBT = 0.04;

/** Weights times dimension of a Hessian that is formed and its norm bounded by factorisations. */
const FORMED = 2 ** 22;
/** Products with it for the lower end: within about (π/products)²/2 of the norm, and the upper end needs none. */
const FORMED_PRODUCTS = 20;
/** Vectors that Krylov space grows by, where weights are not drawn. */
const PRODUCTS = 6;

function isFormed({ d, k }: Readonly<{ d: number; k: number }>): boolean {
  return k * d * d <= FORMED;
}

function drawFormed({ psi, d, k }: Given<"psi" | "d" | "k">, random: Streams): Bounds {
  const network = drawDenseNetwork({ psi, d, k }, random);
  const { lower, upper } = hessianNorm(
    denseNeighbourhood(network, drawSphereInput(d, undefined, random)),
    new Float64Array(k),
    FORMED_PRODUCTS,
  );
  return { lower, upper };
}

/**
 * ‖∇²f(x)‖ between two bounds without the weights, in O(k) whatever d: below by the compression of the Hessian to Krylov
 * space from x (`hessianKrylov`), above by `gaussianFormBound`.
 *
 * Reads the sub-streams `u`, `a` and those of `hessianKrylov`.
 *
 * @param products vectors that Krylov space grows by.
 * @throws RangeError if ψ has no second derivative.
 */
export function drawHessianNorm({ psi, d, k }: Given<"psi" | "d" | "k">, random: Streams, products = PRODUCTS): Bounds {
  if (!psi.secondDerivative)
    throw new RangeError(`activation is ${psi.id}; for a Hessian it must have a second derivative`);
  const [u, a] = [new Float64Array(k), new Float64Array(k)];
  fillNormalFast(u, random("u"));
  fillRademacher(a, random("a"));
  const c = applied(psi.secondDerivative, u);
  for (let i = 0; i < k; i++) c[i] *= a[i] / Math.sqrt(k);
  const images = hessianKrylov({ d, u, c }, products, random);
  const n = images.length;
  const T = compressedHessian(images, c);
  const times = (v: Float64Array) =>
    Float64Array.from({ length: n }, (_, i) => v.reduce((sum, t, j) => sum + T[i * n + j] * t, 0));
  const ritz = Math.abs(lanczos(times, genericVector(n), { products: n }).value);
  const upper = gaussianFormBound({ d, u, c }, HESSIAN_DOUBT);
  // The images are right to 2⁻⁴⁰ or so of their size.
  return { lower: Math.min(upper, ritz * (1 - 2 ** -30)), upper };
}

/**
 * Draws a network and bounds the norm of its Hessian at x: within a percent or so where W is small, within a factor of
 * about 2 beyond, for any d.
 */
export const hessianAtInput = defineSampler({
  id: "hessian-at-input",
  parameters: [psi, d, k],
  cost: (given) => (isFormed(given) ? 30 * given.k * given.d + given.k * given.d ** 2 + pow(given.d, 3) : 40 * given.k),
  draw: (given, random) => ({
    operatorNorm: isFormed(given) ? drawFormed(given, random) : drawHessianNorm(given, random),
  }),
});
