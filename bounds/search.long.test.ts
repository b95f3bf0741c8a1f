import { defineClaim, nothing, printedAlone, searchClaim } from "lemmacheck";
import { psi } from "lemmacheck/networks";
import { describe, expect, test } from "vitest";

describe("a statement about activations that a grid of points cannot vouch for", () => {
  /** The largest |ψ'| at 401 points is half of Lip(ψ) at least. */
  const onGrid = defineClaim({
    id: "lipschitz-on-a-grid",
    label: "Plant",
    kind: "step",
    quote: "…",
    latex: "…",
    nonClaims: [],
    parameters: [psi],
    hypotheses: [
      { latex: "\\psi \\in C^1", holds: ({ psi }) => psi.kinks.length === 0 },
      { latex: "0 < L < \\infty", holds: ({ psi }) => psi.lipschitz > 0 && psi.lipschitz < Infinity },
    ],
    draw: nothing,
    observed: (_, { psi }) =>
      Math.max(...Array.from({ length: 401 }, (_unused, i) => Math.abs(psi.derivative((i - 200) / 10)))),
    relation: ">=",
    forms: { printed: { bound: ({ psi }) => psi.lipschitz / 2 } },
    cells: [{ psi: ["tanh"] }],
    mutants: { doubled: { bound: ({ psi }) => 2 * psi.lipschitz, at: { psi: "tanh" } } },
  });

  test.each(["1", "2", "3", "4", "5"])("seed %s finds one that is extreme between them", async (seed) => {
    const { row } = await searchClaim({ claim: printedAlone(onGrid), seed }, { candidates: 600, shrinks: false });
    expect(row?.verdict).toBe("refuted");
    // The catalogue has none.
    expect(row?.cell.psi).toMatch(/\d/);
  });
});
