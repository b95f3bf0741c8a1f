import { type Activation, resolveActivation } from "lemmacheck/activations";

type Moments = NonNullable<Activation["valueMoments"]>;

let kept: Moments | null = null;

/**
 * (σ, c) of Lemma 1 for the ReLU: (1/√2, 0.532).
 *
 * @throws Error where none is known: Theorem 2's constants rest on no other pair.
 */
export function reluValueMoments(): Moments {
  kept ??= resolveActivation("relu").valueMoments;
  if (!kept) throw new Error("no (σ, c) of Lemma 1 is known for the ReLU, on which Theorem 2's constants rest");
  return kept;
}
