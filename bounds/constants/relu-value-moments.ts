import { type Activation, resolveActivation } from "lemmacheck/activations";

/**
 * (σ, c) of Lemma 1 for the ReLU: (1/√2, 0.532).
 *
 * @throws Error where the activation gives none: the constants of Theorem 2 rest on them.
 */
export function reluValueMoments(): NonNullable<Activation["valueMoments"]> {
  const { valueMoments } = resolveActivation("relu");
  if (!valueMoments) throw new Error("no (σ, c) of the ReLU are known, on which the constants of Theorem 2 rest");
  return valueMoments;
}
