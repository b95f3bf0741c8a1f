import type { Claim, Definition } from "../../claim.js";
import { defineClaim } from "../../define-claim.js";
import { positiveReals, text } from "../../domains.js";
import { gamma } from "../../gamma.js";
import { nothing } from "../../nothing.js";
import { parameter } from "../../parameter.js";
import { common, m, n } from "./plant-parts.js";

const x = parameter({ name: "x", domain: positiveReals() });

/** A bump of height 1, of a width and at a place. */
interface Bump {
  readonly id: string;
  readonly width: number;
  readonly place: number;
}

const bumpOf = (id: string): Bump => {
  const [, width, place] = /^bump (\S+) (\S+)$/.exec(id) ?? [];
  if (width === undefined) throw new RangeError(`bump is ${id}; it must be a bump`);
  return { id, width: Number(width), place: Number(place) };
};

const bump = parameter({
  name: "bump",
  domain: text("a bump"),
  resolution: {
    resolve: bumpOf,
    valueOf: ({ id }: Bump) => id,
    known: () => ["bump 1 0", "bump 2 0", "bump 1 0.5"],
    admit: () => bumpOf("bump 1 0"),
    about: () => ({ expression: null, provenance: null }),
    families: [{ name: "bump", free: [positiveReals(), positiveReals()], member: (a, b) => `bump ${a} ${b}` }],
  },
});

type Sizes = readonly [typeof n, typeof m];

/** left(n, m) ≤ right(n, m), where nothing is random. */
export const sizes = (
  id: string,
  left: (n: number, m: number) => number,
  right: (n: number, m: number) => number,
  changes: Partial<Extract<Definition<Sizes, null>, { kind: "step" }>> = {},
): Claim =>
  defineClaim<Sizes, null>({
    ...common,
    id,
    kind: "step",
    parameters: [n, m],
    draw: nothing,
    observed: (_, { n, m }) => left(n, m),
    relation: "<=",
    forms: { printed: { bound: ({ n, m }) => right(n, m) } },
    cells: [{ n: [17], m: [23] }],
    mutants: { none: { bound: () => -1, at: { n: 17, m: 23 } } },
    ...changes,
  });

/** Sums of the trapezoid rule with step 1/10 over [−20, 20], of a bump. */
function trapezoid({ width, place }: Bump): number {
  let total = 0;
  for (let i = -200; i <= 200; i++) total += Math.exp(-(((i / 10 - place) / width) ** 2)) / 10;
  return total;
}

/** The trapezoid rule gives the integral of a bump. */
export const quadrature = (
  id: string,
  hypotheses: readonly { latex: string; holds(given: { bump: Bump }): boolean }[],
) =>
  defineClaim({
    ...common,
    id,
    kind: "step",
    parameters: [bump],
    hypotheses: [{ latex: "b ≤ 10, a ≤ 3", holds: ({ bump }) => bump.place <= 10 && bump.width <= 3 }, ...hypotheses],
    draw: nothing,
    observed: (_, { bump }) => Math.abs(trapezoid(bump) - bump.width * Math.sqrt(Math.PI)),
    relation: "<=",
    forms: { printed: { bound: () => 1e-3 } },
    cells: [{ bump: ["bump 1 0"] }],
    mutants: { none: { bound: () => -1, at: { bump: "bump 1 0" } } },
  });

/** (x + γ)² is at most so many times x² + γ². */
export const ratio = (id: string, slip: number): Claim =>
  defineClaim({
    ...common,
    id,
    kind: "deterministic",
    parameters: [x, gamma],
    draw: nothing,
    // (x + γ)² ≤ 2x² + 2γ², by Cauchy and Schwarz, with equality at x = γ.
    observed: (_, { x, gamma }) => (x + gamma) ** 2,
    relation: "<=",
    forms: { printed: { bound: ({ x, gamma }) => slip * (x ** 2 + gamma ** 2) } },
    cells: [{ x: [3], gamma: [0.31] }],
    mutants: { none: { bound: () => -1, at: { x: 3, gamma: 0.31 } } },
  });
