import { type Claim, defineClaim, gamma, integers, parameter } from "lemmacheck";
import { uniform } from "lemmacheck/probability";

const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });

/** "U ≤ bound with probability at least 1 − γ" for U uniform on (0, 1): true where the bound is at least 1 − γ. */
export function uniformClaim(
  id: string,
  bound: (k: number, gamma: number) => number,
  { trivial = () => 1, draw = () => {} }: { trivial?: (gamma: number) => number; draw?: () => void } = {},
): Claim {
  return defineClaim({
    id,
    label: id,
    kind: "whp",
    quote: "U ≤ bound",
    latex: String.raw`U \le b`,
    nonClaims: [],
    parameters: [k, gamma],
    hypotheses: [],
    draw: {
      id: "uniform",
      parameters: [],
      cost: () => 1,
      draw: (_, random) => {
        draw();
        return uniform(random("u"));
      },
    },
    observed: (u) => u,
    relation: "<=",
    trivial: ({ gamma }) => trivial(gamma),
    forms: { printed: { bound: ({ k, gamma }) => bound(k, gamma) } },
    cells: [{ k: [1], gamma: [0.1] }],
    mutants: { half: { bound: () => 0.5, at: { k: 1, gamma: 0.1 } } },
  });
}
