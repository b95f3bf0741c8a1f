import type { Given, Hypothesis } from "lemmacheck";

/** Bernstein's condition on ψ(X), as Lemma 1 assumes it. */
export const momentsOfValue: Hypothesis<Given<"psi">> = {
  latex: String.raw`\exists \sigma, c > 0\ \forall q \ge 2: \mathbb{E}|\psi(X)|^q \le \tfrac{q!}{2} \sigma^2 c^{q-2}`,
  holds: ({ psi }) => psi.valueMoments !== null,
  because: ({ psi }) =>
    `no such pair is known for ${psi.id}, which is neither bounded nor Lipschitz as far as its constants say`,
};
