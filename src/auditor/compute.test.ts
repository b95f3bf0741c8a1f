import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { compute } from "./compute.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";

/** P(N > 0) ≤ 1/2 for N uniform on 0, …, n − 1, and how often its parts were called. */
function counted({ right = 0, withLaw = true }: { right?: number | null; withLaw?: boolean } = {}) {
  const calls = { resolve: 0, bound: 0, exact: 0 };
  const n = parameter({
    name: "n",
    domain: integers(1, 100),
    resolution: {
      resolve: (value) => {
        calls.resolve++;
        return value;
      },
      valueOf: (value: number) => value,
      known: () => [],
      admit: Number,
      about: () => ({ expression: null, provenance: null }),
    },
  });
  const uniform = defineSampler({
    id: "uniform",
    parameters: [n],
    cost: () => 1,
    draw: ({ n }, random) => random("u")() % n,
  });
  const exact = ({ n }: { readonly n: number }, bound: number) => {
    calls.exact++;
    const log = Math.log(Math.max(0, 1 - Math.max(0, bound + 1) / n));
    return { logLower: log - 1e-9, logUpper: Math.min(0, log + 1e-9) };
  };
  const claim = defineClaim({
    id: "uniform",
    label: "(1)",
    kind: "whp",
    quote: "P(N > 0) ≤ 1/2",
    latex: "",
    nonClaims: [],
    parameters: [n],
    hypotheses: [],
    draw: uniform,
    observed: (count) => count,
    relation: "<=",
    allows: () => 0.5,
    trivial: () => Infinity,
    ...(withLaw ? { exact } : {}),
    forms: {
      printed: {
        bound: () => {
          calls.bound++;
          return right;
        },
      },
    },
    cells: [{ n: [1] }],
    mutants: { below: { bound: () => -1, at: { n: 2 } } },
  });
  return { claim, calls };
}

test("the right side of what is computed is asked for once", async () => {
  const { claim, calls } = counted();
  const { row } = await compute({ claim, cell: { n: 1 } });
  expect(row).toMatchObject({ verdict: "supported", method: "exact", bound: 0 });
  expect(calls).toMatchObject({ bound: 1, resolve: 1 });
});

test("where it is undefined, no law is computed, by whatever method", async () => {
  for (const method of [undefined, "exact", "certified"] as const) {
    const { claim, calls } = counted({ right: null });
    const { row } = await compute({ claim, cell: { n: 9 } }, { method });
    expect(row).toMatchObject({ verdict: "not-applicable", method: method ?? "exact", vacuous: true, bound: null });
    expect(calls.exact).toBe(0);
  }
  const { claim } = counted({ right: null });
  expect(await compute({ claim: { ...claim, draw: nothing }, cell: { n: 9 } })).toMatchObject({
    row: { verdict: "not-applicable", method: "exact" },
    drawable: false,
  });
});

test("a question of draws is resolved by who computes, who judges and who draws", async () => {
  const { claim, calls } = counted({ withLaw: false });
  expect(await audit({ claim, cell: { n: 1 } })).toMatchObject({ verdict: "supported", method: "sampled" });
  // The fourth is the cost of a draw.
  expect(calls.resolve).toBe(4);
});
