import fc from "fast-check";

const holding = { latex: "1 = 1", holds: () => true };

/** Changes of a claim's members, one or several each, that must change no verdict; null where a claim has no such member. */
export const CHANGES = {
  texts: (claim) => ({ ...claim, label: "Theorem 7", quote: "changed", latex: "y", nonClaims: ["anything else"] }),
  quantity: (claim) => ({ ...claim, quantity: "x" }),
  reading: (claim) => ({ ...claim, reading: "as somebody read it" }),
  "in a proof": (claim) => ({ ...claim, inProof: true }),
  uses: (claim) => ({ ...claim, uses: { statement: ["another"], proof: [] } }),
  effort: (claim) => ({ ...claim, effort: 7 }),
  id: (claim) => ({ ...claim, id: "another-name" }),
  cells: (claim) => ({ ...claim, cells: [...claim.cells, ...claim.cells] }),
  witness: (claim, cell) => ({ ...claim, witness: cell }),
  "free constants": (claim) => ({ ...claim, freeConstants: { audited: "those of the proof" } }),
  trivial: (claim) =>
    claim.kind === "whp"
      ? { ...claim, trivial: () => (claim.relation === "<=" ? -1 : 1e9) }
      : { ...claim, trivial: () => 0 },
  hypothesis: (claim) => ({ ...claim, hypotheses: [...claim.hypotheses, holding] }),
  "another mutant": (claim, cell) => ({ ...claim, mutants: { ...claim.mutants, more: { bound: () => 17, at: cell } } }),
  "a repaired form": (claim) => ({
    ...claim,
    forms: { ...claim.forms, repaired: { bound: () => 5, latex: "x \\le 5", reason: "none" } },
  }),
  "where it is refuted": (claim, cell) => ({
    ...claim,
    forms: { ...claim.forms, printed: { ...claim.forms.printed, refutedAt: cell } },
  }),
  "an enclosure": (claim) => ({
    ...claim,
    observed: (draw, given) => {
      const x = claim.observed(draw, given);
      return { lower: x, upper: x };
    },
  }),
  "strict, of what has no atoms": (claim, _cell, continuous) => (continuous ? { ...claim, strict: true } : null),
  "no uncertainty": (claim) =>
    claim.kind === "whp" || claim.kind === "trend" ? { ...claim, uncertainty: () => 0 } : null,
  "every γ": (claim) => (claim.kind === "whp" && "gamma" in claim.cells[0] ? { ...claim, everyGamma: true } : null),
  region: (claim) =>
    ["deterministic", "step", "identity", "trend"].includes(claim.kind)
      ? { ...claim, region: { method: "search", note: "none" } }
      : null,
};

/** Some of them, in some order. */
export const someChanges = fc.uniqueArray(fc.constantFrom(...Object.keys(CHANGES)), { minLength: 1, maxLength: 5 });
