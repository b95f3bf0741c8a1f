import { scaledBounds } from "../numbers/majorants/taylor-bounds.js";
import type { Activation, ActivationProof } from "./activation.js";
import { defineActivation } from "./define-activation.js";
import { expressionActivation } from "./expression-activation.js";

/** A rounding of the last place upwards, for constants ≥ 0. */
const up = (x: number) => x * (1 + 2 ** -52);

const UP = 1 + 1e-13;

/** sup|ψ − ψ(0)|, c being ψ(0) as far as doubles go: certified where ψ is an expression, else at most sup|ψ| + |c|. */
function centredSupremum({ supremum, expression, proof }: Activation, c: number): number {
  if (supremum === Infinity) return supremum;
  const off = proof?.error(0, 0) ?? 0;
  if (c === 0) return off === 0 ? supremum : up(supremum + off);
  const apart = up(supremum + Math.abs(c));
  const certified =
    expression === null ? Infinity : expressionActivation(`(${expression})-(${c})`).certificate.supremum.high;
  return up(Math.min(apart, certified) + off);
}

/** That of (ψ − ψ(0))/l, with the rounding of c, the difference and the quotient; at 0 it is 0. */
function proofOf({ proof, value }: Activation, c: number, l: number): ActivationProof | null {
  if (!proof) return null;
  const off = proof.error(0, 0);
  const rounding = (t: number) => off + 2 ** -51 * (Math.abs(value(t)) + Math.abs(c));
  return {
    bounds: (m) => (low, high, order) => {
      const a = proof.bounds(m)(low, high, order).slice();
      if (m === 0) a[0] += Math.abs(c) + off;
      return scaledBounds(a, 1 / l);
    },
    error: (t, m) => (m === 0 && t === 0 ? 0 : ((proof.error(t, m) + (m === 0 ? rounding(t) : 0)) / l) * UP),
    far: (m) => {
      const far = proof.far?.(m);
      return far ? { most: ((far.most + Math.abs(c) + off) / l) * UP, degree: far.degree } : null;
    },
  };
}

function make(psi: Activation): Activation {
  const { id, value, derivative, secondDerivative, lipschitz: l, smoothness, kinks, provenance, expression } = psi;
  const c = value(0);
  if (!(l > 0 && l < Infinity && Number.isFinite(c)))
    throw new RangeError(
      `psi is ${id}; it must be an activation with a Lipschitz constant to be normalised, and ${l === 0 ? "its is 0" : "none is known for it"}`,
    );
  if (c === 0 && l === 1 && (psi.proof?.error(0, 0) ?? 0) === 0) return psi;
  const proof = proofOf(psi, c, l);
  const less = c === 0 ? "" : c < 0 ? `+${-c}` : `-${c}`;
  return defineActivation({
    id: `normalize(${id})`,
    latex: String.raw`\bigl(${psi.latex}${less}\bigr)/${l}`,
    ...(expression === null
      ? {}
      : { expression: less === "" ? `(${expression})/${l}` : `((${expression})${less})/${l}` }),
    value: (t) => (value(t) - c) / l,
    derivative: (t) => derivative(t) / l,
    ...(secondDerivative ? { secondDerivative: (t: number) => secondDerivative(t) / l } : {}),
    supremum: up(centredSupremum(psi, c) / l),
    // sup|ψ'|/l ≤ 1, since l is not below sup|ψ'|.
    lipschitz: 1,
    smoothness: up(smoothness / l),
    kinks,
    // Values of ψ are right to 8 ulp of ψ, which near its zero are 8 ulp of c, not of ψ − c.
    absoluteError: (2 ** -49 * Math.abs(c)) / l,
    ...(proof ? { proof } : {}),
    provenance,
  });
}

const kept = new WeakMap<Activation, Activation>();

/**
 * ψ̃ = (ψ − ψ(0))/Lip(ψ), which Section 2 of the paper assumes ψ to be: ψ̃(0) = 0 and Lipschitz constant 1. Its id is
 * `normalize(…)` around that of ψ, which `resolveActivation` reads back. Constants follow from those of ψ and have their
 * provenance: 1 for Lip, L/Lip(ψ), and sup|ψ − ψ(0)|/Lip(ψ). ψ itself, if it is so already. Made once for each ψ.
 *
 * @throws RangeError if no finite Lipschitz constant above 0 is known for ψ.
 */
export function normalised(psi: Activation): Activation {
  let made = kept.get(psi);
  if (!made) {
    made = make(psi);
    kept.set(psi, made);
  }
  return made;
}
