import { describe, expect, test } from "vitest";
import { audit } from "./audit.js";
import { compute } from "./compute.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";
import { madeUp } from "./testing/made-up.js";

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

const cell = { gamma: 0.1 };
const METHODS = ["exact", "certified", "sampled"] as const;

describe("where nothing is random", () => {
  const one = { observed: () => 1, forms: { printed: { bound: () => 1 } } };
  const kinds = [
    ["whp", {}],
    ["deterministic", {}],
    ["step", {}],
    ["identity", { relation: "=" }],
    ["mean", { range: () => ({ lower: 0, upper: 2 }) }],
  ] as const;

  test.each(kinds)("both sides decide: %s", async (kind, changes) => {
    const claim = madeUp({ kind, ...one, ...changes });
    for (const method of [undefined, "exact"] as const)
      expect(await compute({ claim, cell }, { method })).toMatchObject({
        row: { kind, verdict: "supported", method: "exact", bound: 1 },
        drawable: false,
      });
    const wrong = madeUp({ kind, ...one, ...changes, observed: () => 1.5 });
    expect(await compute({ claim: wrong, cell })).toMatchObject({ row: { verdict: "refuted" }, drawable: false });
  });

  test("whatever law is given", async () => {
    const claim = madeUp({ ...one, exact: () => ({ logLower: 0, logUpper: 0 }) });
    expect(await compute({ claim, cell })).toMatchObject({
      row: { verdict: "supported", reason: "the left side is 1; to hold it must be ≤ 1, and it is" },
    });
  });

  test("and what they leave open, draws cannot tell either", async () => {
    for (const [kind, changes] of kinds) {
      const claim = madeUp({ kind, ...one, ...changes, observed: () => ({ lower: 0.5, upper: 1.5 }) });
      expect(await compute({ claim, cell })).toMatchObject({ row: { verdict: "inconclusive" }, drawable: false });
    }
  });

  test("there is no other method", async () => {
    for (const method of ["certified", "sampled"] as const)
      expect(await compute({ claim: madeUp(one), cell }, { method })).toMatchObject({
        row: { verdict: "inconclusive", method, reason: `made-up has no ${method} method here` },
        drawable: false,
      });
  });

  test("a trend whose grid throws names the claim and the cell", async () => {
    const grid = () => {
      throw new Error("no grid");
    };
    const claim = madeUp({ kind: "trend", trend: { grid, printedExponent: () => 0 } });
    await expect(compute({ claim, cell })).rejects.toThrow('made-up (printed) at {"gamma":0.1}: cost threw: no grid');
  });
});

/** One that draws 0. */
const zero = defineSampler({ id: "zero", parameters: [], cost: () => 1, draw: () => 0 });
/** A claim of something random, of which at most 1 in 10 may break a bound of −1. */
const random = (changes: Readonly<Record<string, unknown>> = {}) =>
  madeUp({ draw: zero, forms: { printed: { bound: () => -1 } }, ...changes });
const lawOf = (lower: number, upper: number) => () => ({ logLower: Math.log(lower), logUpper: Math.log(upper) });

describe("a law", () => {
  test.each([
    [0.04, 0.05, "supported"],
    [0.15, 0.2, "refuted"],
  ])("between %d and %d, where 0.1 is allowed: %s, by the method that is asked for", async (lower, upper, verdict) => {
    const claim = random({ exact: lawOf(lower, upper) });
    for (const method of [undefined, "exact", "certified"] as const)
      expect(await compute({ claim, cell }, { method })).toMatchObject({
        row: { verdict, method: method ?? "exact" },
        drawable: false,
      });
  });

  test("that straddles what is allowed leaves it to draws, unless a method is asked for", async () => {
    const claim = random({ exact: lawOf(0.05, 0.2) });
    for (const method of [undefined, "exact", "certified"] as const)
      expect(await compute({ claim, cell }, { method })).toMatchObject({
        row: { verdict: "inconclusive", method: method ?? "exact" },
        drawable: method === undefined,
      });
  });

  test("of which only an upper end is known is certified, and not exact", async () => {
    const claim = random({ exact: lawOf(0, 0.05) });
    for (const method of [undefined, "certified"] as const)
      expect((await compute({ claim, cell }, { method })).row).toMatchObject({
        verdict: "supported",
        method: "certified",
      });
    expect(await compute({ claim, cell }, { method: "exact" })).toMatchObject({
      row: {
        verdict: "inconclusive",
        method: "exact",
        reason:
          "the bound fails with probability at most 0.05, at most gamma = 0.1, and nothing is known from below: --method certified",
      },
      drawable: false,
    });
  });

  test("that is not computed at the cell leaves it to draws, and no other method is there", async () => {
    for (const claim of [random({ exact: () => null }), random()])
      for (const method of [undefined, ...METHODS])
        expect(await compute({ claim, cell }, { method })).toEqual(
          method === undefined || method === "sampled"
            ? { row: null, drawable: true }
            : {
                row: expect.objectContaining({
                  verdict: "inconclusive",
                  method,
                  reason: `made-up has no ${method} method here`,
                }),
                drawable: false,
              },
        );
  });

  test("is asked for at the bound, once, and not at all where draws are", async () => {
    const asked: number[] = [];
    const exact = (_: unknown, bound: number) => {
      asked.push(bound);
      return lawOf(0.04, 0.05)();
    };
    await compute({ claim: random({ exact }), cell });
    expect(asked).toEqual([-1]);
    expect(await compute({ claim: random({ exact }), cell }, { method: "sampled" })).toEqual({
      row: null,
      drawable: true,
    });
    expect(asked).toEqual([-1]);
  });
});

test("a right side that is made from the draw is not asked for before there is one", async () => {
  const bound = (_: unknown, draw: { readonly right: number }) => draw.right;
  const claim = random({
    draw: { ...zero, draw: () => ({ right: 3 }) },
    observed: () => 2,
    forms: { printed: { bound } },
  });
  expect(await compute({ claim, cell })).toEqual({ row: null, drawable: true });
  const lawful = { ...claim, exact: lawOf(0, 0) };
  expect(await compute({ claim: lawful, cell }, { method: "sampled" })).toEqual({ row: null, drawable: true });
  expect(await audit({ claim, cell })).toMatchObject({ verdict: "supported", bound: 3 });
});

describe("a statement that says nothing at a cell", () => {
  test("since a hypothesis fails, or is not known to hold", async () => {
    const at = async (holds: unknown) =>
      compute({ claim: random({ hypotheses: [{ latex: "H", holds: () => holds }] }), cell });
    expect(await at(false)).toMatchObject({
      row: { verdict: "not-applicable", method: null, reason: "H fails" },
      drawable: false,
    });
    expect(await at(null)).toMatchObject({
      row: { verdict: "inconclusive", method: null, reason: "H is undecided" },
      drawable: false,
    });
    expect(await at(true)).toEqual({ row: null, drawable: true });
    await expect(at("yes")).rejects.toThrow('made-up (printed) at {"gamma":0.1}: a hypothesis: hypothesis H is "yes"');
  });

  test("since it allows every failure", async () => {
    for (const probability of [1, 1.5]) {
      const claim = random({ allows: () => probability, exact: lawOf(1, 1) });
      expect(await compute({ claim, cell })).toMatchObject({
        row: {
          verdict: "supported",
          method: "certified",
          vacuous: true,
          reason: `the statement allows a failure probability of ${probability}, which every event keeps to`,
        },
        drawable: false,
      });
    }
    const nearly = random({ allows: () => 0.99, exact: lawOf(1, 1) });
    expect((await compute({ claim: nearly, cell })).row).toMatchObject({ verdict: "refuted", vacuous: false });
  });
});

describe("a mean of something random", () => {
  const meanOf = (bound: number | null) =>
    random({ kind: "mean", range: () => ({ lower: 0, upper: 1 }), forms: { printed: { bound: () => bound } } });

  test("is left to draws, unless every mean is within the bound", async () => {
    expect(await compute({ claim: meanOf(0.5), cell })).toEqual({ row: null, drawable: true });
    expect(await compute({ claim: meanOf(1), cell })).toMatchObject({
      row: {
        verdict: "supported",
        method: "certified",
        vacuous: true,
        bound: 1,
        reason: "every mean of what it is of lies in [0, 1]",
      },
      drawable: false,
    });
  });

  test("is not claimed where the right side is undefined, by whatever method", async () => {
    for (const method of [undefined, ...METHODS])
      expect(await compute({ claim: meanOf(null), cell }, { method })).toMatchObject({
        row: {
          verdict: "not-applicable",
          method: method ?? "sampled",
          reason: "the right side is undefined here, so nothing is claimed",
        },
        drawable: false,
      });
  });
});
