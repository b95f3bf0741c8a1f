import { stretchedBounds } from "../numbers/majorants/affine-bounds.js";
import { tanhBounds } from "../numbers/majorants/elementary-bounds.js";
import type { Activation } from "./activation.js";
import { defineActivation } from "./define-activation.js";
import { timesSechSquared } from "./times-sech-squared.js";

const SPLITTER = 2 ** 27 + 1;
/** sup|tanh''| = 4/(3√3), rounded up. */
const TANH_SMOOTHNESS = 0.769800358919501;

/** a = head + tail with at most 26 bits each (Veltkamp), for |a| < 1e300. */
function split(a: number): readonly [head: number, tail: number] {
  const c = SPLITTER * a;
  const head = c - (c - a);
  return [head, a - head];
}

/** t/beta − x for x the rounded quotient: 1/cosh² at x off by an ulp would be off by 2x ulp. */
function quotientRest(t: number, beta: number, x: number): number {
  const [bh, bl] = split(beta);
  const [xh, xl] = split(x);
  const product = beta * x;
  const rest = bl * xl - (product - bh * xh - bl * xh - bh * xl);
  return (t - product - rest) / beta;
}

/**
 * ψ(t) = β·tanh(t/β), odd: the identity for β → ∞, and for β → 0 the sign times β. sup|ψ| = β, approached at ±∞;
 * sup|ψ'| = 1, at 0; L = 4/(3√3)/β, that of tanh scaled, rounded up. Its id is `B*tanh(t/B)` with B = String(beta).
 *
 * @param beta from 1e-100 to 1e100.
 * @throws RangeError for any other beta.
 */
export function scaledTanh(beta: number): Activation {
  if (!(beta >= 1e-100 && beta <= 1e100))
    throw new RangeError(`beta is ${beta}; it must be a number from 1e-100 to 1e100`);
  const timesSlope = (factor: number, t: number) => {
    const x = t / beta;
    return timesSechSquared(factor, x, Math.abs(x) > 0.5 && Math.abs(x) < 1000 ? quotientRest(t, beta, x) : 0);
  };
  return defineActivation({
    id: `${beta}*tanh(t/${beta})`,
    latex: String.raw`${beta}\tanh(t/${beta})`,
    expression: `${beta}*tanh(t/${beta})`,
    // tanh(x) = x to the last bit for small x, and t/β may underflow.
    value: (t) => (Math.abs(t) < beta * 1e-9 ? t : beta * Math.tanh(t / beta)),
    derivative: (t) => timesSlope(1, t),
    secondDerivative: (t) => timesSlope((-2 * Math.tanh(t / beta)) / beta, t),
    supremum: beta,
    lipschitz: 1,
    smoothness: (TANH_SMOOTHNESS / beta) * (1 + 2 ** -52),
    scale: Math.min(beta, 1),
    taylorBounds: stretchedBounds(tanhBounds, beta),
    provenance: "certified",
  });
}
