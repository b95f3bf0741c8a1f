import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { CALIBRATION_GAMMAS, calibrationBand } from "../chance/calibration-band.js";
import { shownValue } from "../numbers/shown-value.js";
import { audit } from "./audit.js";
import type { Definition } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { drawsAgree } from "./draws-agree.js";
import { gamma } from "./gamma.js";
import { localExecutor } from "./local-executor.js";
import { parameter } from "./parameter.js";
import type { AuditOptions } from "./question.js";
import { defineSampler } from "./sampler.js";
import { madeUp } from "./testing/made-up.js";

const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });
const parameters = [k, gamma] as const;

/** One uniform variable. */
const coin = defineSampler({
  id: "coin",
  parameters: [k],
  cost: ({ k }) => k,
  draw: (_, random) => uniform(random("coin")),
});

type Uniform = Extract<Definition<typeof parameters, number>, { kind: "whp"; allows?: never; logAllows?: never }>;

/** "U ≤ 1 − γ with probability at least 1 − γ" for U uniform, changed as a test asks. */
function claimOf(changes: Partial<Uniform> = {}) {
  return defineClaim<typeof parameters, number>({
    id: "uniform",
    label: "Uniform",
    kind: "whp",
    quote: "U ≤ 1 − γ/2",
    latex: "U",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: coin,
    observed: (u) => u,
    relation: "<=",
    trivial: () => 1,
    forms: { printed: { bound: ({ gamma }) => 1 - gamma / 2 } },
    cells: [{ k: [1], gamma: [0.1] }],
    mutants: { strict: { bound: ({ gamma }) => 1 - 3 * gamma, at: { k: 1, gamma: 0.1 } } },
    ...changes,
  });
}

const cell = { k: 1, gamma: 0.1 };

describe("a sampled row", () => {
  test("of a true statement is supported, with limits on either side of the true failure rate", async () => {
    const row = await audit({ claim: claimOf(), cell });
    expect(row).toMatchObject({
      verdict: "supported",
      method: "sampled",
      vacuous: false,
      alpha: 1e-10,
      bound: 0.95,
      sampler: "coin",
    });
    // The true rate is γ/2; each limit is wrong with probability at most alpha.
    expect(row.failureLower).toBeLessThan(0.05);
    expect(row.failureUpper).toBeGreaterThan(0.05);
    expect(row.failureUpper).toBeLessThan(0.1);
    expect((row.draws ?? 1) % 64).toBe(0);
  });

  test("of a false one is refuted", async () => {
    const row = await audit({ claim: claimOf(), cell, mutant: "strict" });
    expect(row).toMatchObject({ verdict: "refuted", mutant: "strict" });
    expect(row.failureLower).toBeGreaterThan(0.1);
  });

  test("whose draws do not suffice is inconclusive, and uses exactly the draws allowed", async () => {
    const row = await audit({ claim: claimOf(), cell }, { draws: 100 });
    expect(row).toMatchObject({ verdict: "inconclusive", draws: 100 });
  });

  test("that fewer draws than any support takes leave open says how many those are, and not where the rate is the trouble", async () => {
    const reasonAt = async (gamma: number, draws: number, observed: (u: number) => number = () => 0) =>
      (await audit({ claim: claimOf({ observed }), cell: { k: 1, gamma } }, { draws })).reason;
    expect(await reasonAt(1e-3, 4096)).toBe(
      "0 of 4096 draws broke the bound, which does not settle gamma = 0.001 at alpha = 1e-10; it takes 23015 at least to support it",
    );
    // (1 − γ)^−n is below 1/α up to there.
    expect((1 - 1e-3) ** -23014).toBeLessThan(1e10);
    expect((1 - 1e-3) ** -23015).toBeGreaterThan(1e10);
    expect(await reasonAt(1e-300, 64)).toMatch(/; no number of draws that can be made supports it$/);
    // A rate of 0.05 is not told from 0.051 by so many, of which hundreds would do if none failed.
    expect(await reasonAt(0.051, 1024, (u) => (u < 0.05 ? 2 : 0))).toMatch(/alpha = 1e-10$/);
  });

  test("does not depend on how draws are batched", async () => {
    const question = { claim: claimOf({ draw: { ...coin, cost: () => 1e5 } }), cell };
    const [coarse, fine] = [await audit({ claim: claimOf(), cell }), await audit(question)];
    expect({ ...fine, milliseconds: 0 }).toEqual({ ...coarse, milliseconds: 0 });
  });

  test("shares draws between gammas, unless the cell was chosen after seeing results", async () => {
    const observed: number[][] = [];
    const spy = (stream: "shared" | "cell", gamma: number) => {
      const seen: number[] = [];
      observed.push(seen);
      const claim = claimOf({
        observed: (u) => {
          seen.push(u);
          return u;
        },
      });
      return audit({ claim, cell: { k: 1, gamma }, stream }, { draws: 64 });
    };
    await spy("shared", 0.1);
    await spy("shared", 0.2);
    await spy("cell", 0.1);
    await spy("cell", 0.2);
    const [a, b, c, d] = observed.map((seen) => seen.slice(0, 64));
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
    expect(d).not.toEqual(c);
  });

  test("counts what cannot be told against support, never towards refutation", async () => {
    const unsure = claimOf({ observed: (u) => ({ lower: u / 2, upper: u < 0.2 ? 1 : u / 2 }) });
    const row = await audit({ claim: unsure, cell }, { draws: 4096 });
    expect(row).toMatchObject({ verdict: "inconclusive", violations: 0 });
    expect(row.unresolved).toBeGreaterThan(0);
    expect(row.failureUpper).toBeGreaterThan(0.1);
  });

  test.each(["<=", ">="] as const)(
    "has the quantile that a share gamma of the draws lies beyond: %s",
    async (relation) => {
      const seen = new Set<number>();
      const observed = (u: number) => {
        seen.add(u);
        return u;
      };
      const { observedQuantile, draws } = await audit({ claim: claimOf({ relation, observed }), cell }, { draws: 50 });
      expect(draws).toBe(50);
      const quantile = observedQuantile ?? Number.NaN;
      const beyond = [...seen].filter((u) => (relation === "<=" ? u > quantile : u < quantile));
      expect(beyond).toHaveLength(5);
      expect(seen).toContain(quantile);
    },
  );

  test("has a quantile and a slack only where gamma leaves a draw beyond it", async () => {
    const row = await audit({ claim: claimOf(), cell: { k: 1, gamma: 1e-6 } }, { draws: 640 });
    expect(row).toMatchObject({ observedQuantile: null, slack: null });
    const resolved = await audit({ claim: claimOf(), cell }, { draws: 65536, alpha: 1e-300 });
    // slack = bound/quantile = 0.95/0.9 up to sampling error: DKW at 1e-10 over at least 2000 draws is below 0.08.
    expect(resolved.draws).toBeGreaterThan(2000);
    expect(Math.abs((resolved.slack ?? 0) - 0.95 / 0.9)).toBeLessThan(0.1);
  });
});

describe("a certificate that may itself fail", () => {
  const uncertain = (delta: number) => claimOf({ uncertainty: () => delta });

  test("is taken off gamma before anything counts as support, and added to the upper limit", async () => {
    const [sure, unsure] = [await audit({ claim: claimOf(), cell }), await audit({ claim: uncertain(0.03), cell })];
    expect([sure.verdict, unsure.verdict]).toEqual(["supported", "supported"]);
    // The true rate is 0.05; what is left of gamma is 0.07, so it takes longer.
    expect(unsure.draws ?? 0).toBeGreaterThan(sure.draws ?? 0);
    expect(unsure.failureUpper).toBeGreaterThan(0.08);
    expect(unsure.failureUpper).toBeLessThan(0.1);
  });

  test("that eats up gamma supports nothing, but a refutation stands", async () => {
    expect(await audit({ claim: uncertain(0.2), cell }, { draws: 6400 })).toMatchObject({ verdict: "inconclusive" });
    expect(await audit({ claim: uncertain(0.2), cell, mutant: "strict" })).toMatchObject({ verdict: "refuted" });
  });
});

describe("what a row says beyond its verdict", () => {
  test("a multiple of the bound that the same draws refute", async () => {
    const { refutedMultiple, draws } = await audit({ claim: claimOf(), cell });
    const at = (multiple: number) =>
      audit({ claim: claimOf({ forms: { printed: { bound: () => 0.95 * multiple } } }), cell }, { draws: draws ?? 0 });
    expect(refutedMultiple).toBeLessThan(1);
    expect(await at((refutedMultiple ?? 1) * (1 - 1e-9))).toMatchObject({ verdict: "refuted" });
  });

  test("how many draws break the bound at every gamma, where gamma enters the bound alone", async () => {
    const { calibration, draws, failureRate } = await audit({ claim: claimOf({ everyGamma: true }), cell });
    expect(calibration).toHaveLength(CALIBRATION_GAMMAS.length);
    const at = CALIBRATION_GAMMAS.findIndex((gamma) => Math.abs(gamma - 0.1) < 1e-12);
    expect(calibration?.[at]).toBe((failureRate ?? 0) * (draws ?? 0));
    // γ* = 2(1 − U): its distribution function is γ/2.
    for (const { gamma, lower, upper } of calibrationBand(calibration ?? [], draws ?? 0, 1e-10)) {
      expect(lower).toBeLessThan(gamma / 2);
      expect(upper).toBeGreaterThan(gamma / 2);
    }
    expect(await audit({ claim: claimOf(), cell })).toMatchObject({ calibration: null });
  });

  test("a gamma at which a hypothesis fails is left out of the calibration", async () => {
    const small = { latex: "\\gamma < 0.3", holds: ({ gamma }: { gamma: number }) => gamma < 0.3 };
    const { calibration } = await audit({ claim: claimOf({ everyGamma: true, hypotheses: [small] }), cell });
    expect(CALIBRATION_GAMMAS.map((gamma) => gamma >= 0.3)).toEqual(calibration?.map((count) => count === null));
  });

  test("both ends' quantiles of an enclosed quantity", async () => {
    const wide = claimOf({ observed: (u) => ({ lower: u - 0.5, upper: u }) });
    const { observedQuantile, observedLower } = await audit({ claim: wide, cell });
    expect(observedLower).toBeCloseTo((observedQuantile ?? 0) - 0.5, 12);
    expect(await audit({ claim: claimOf(), cell })).toMatchObject({ observedLower: null });
  });
});

test("a repaired form may have a left side of its own, to which the claim's exact law does not apply", async () => {
  const sure = { logLower: -Infinity, logUpper: -Infinity };
  const claim = claimOf({
    exact: () => sure,
    forms: {
      printed: { bound: () => 0.95 },
      repaired: { latex: "2U", reason: "a test", bound: () => 0.95, observed: (u) => 2 * u },
    },
  });
  expect(await audit({ claim, cell })).toMatchObject({ method: "exact", verdict: "supported" });
  // P(2U > 0.95) is above one half.
  expect(await audit({ claim, cell, form: "repaired" })).toMatchObject({ method: "sampled", verdict: "refuted" });
});

describe("an exact row", () => {
  const exact = claimOf({
    exact: (_, bound) => {
      const log = Math.log1p(-Math.min(1, bound));
      return { logLower: log, logUpper: log };
    },
  });

  test("is decided by the probability and costs nothing of the budget", async () => {
    const row = await audit({ claim: exact, cell });
    expect(row).toMatchObject({ verdict: "supported", method: "exact", alpha: null, draws: null, sampler: null });
    expect(row.failureRate).toBeCloseTo(0.05, 12);
    expect(row.observedQuantile).toBeCloseTo(0.9, 7);
    expect(await audit({ claim: exact, cell, mutant: "strict" })).toMatchObject({
      verdict: "refuted",
      method: "exact",
    });
  });

  test("too close to gamma to tell is inconclusive, unless draws may be asked and do tell", async () => {
    const claim = claimOf({ exact: () => ({ logLower: Math.log(0.04), logUpper: Math.log(0.11) }) });
    const enclosed = { verdict: "inconclusive", method: "exact", failureLower: expect.closeTo(0.04, 12) };
    expect(await audit({ claim, cell }, { method: "exact" })).toMatchObject(enclosed);
    expect(await audit({ claim, cell })).toMatchObject({ verdict: "supported", method: "sampled" });
    expect(await audit({ claim, cell }, { draws: 64 })).toMatchObject(enclosed);
  });

  test("is only used where it speaks of the same left side", async () => {
    const claim = claimOf({
      exact: () => ({ logLower: -1e9, logUpper: -1e9 }),
      mutants: { left: { observed: (u) => 2 * u, at: cell } },
    });
    expect(await audit({ claim, cell, mutant: "left" })).toMatchObject({ verdict: "refuted", method: "sampled" });
  });
});

describe("what is not a verdict", () => {
  test("a failing hypothesis makes a row not applicable, and says by how much", async () => {
    const claim = claimOf({ hypotheses: [{ latex: "k \\ge 8", parameter: k, least: () => 8 }] });
    expect(await audit({ claim, cell })).toMatchObject({
      verdict: "not-applicable",
      reason: "k \\ge 8 fails: k is 1, short of 8.00000 by a factor 8.00",
    });
  });

  test.each([
    [false, "not-applicable"],
    [null, "inconclusive"],
  ])("where one is %s, what is allowed need not be defined; where all hold, it must", async (holds, verdict) => {
    const claim = madeUp({
      parameters: [k],
      allows: () => Infinity,
      hypotheses: [{ latex: "x", holds: ({ k }: { readonly k: number }) => k === 8 || holds }],
    });
    expect(await audit({ claim, cell: { k: 7 } })).toMatchObject({ verdict, allowed: null });
    await expect(audit({ claim, cell: { k: 8 } })).rejects.toThrow("it must be a finite number ≥ 0");
  });

  test("an undefined right side is vacuous and claims nothing", async () => {
    const claim = claimOf({ forms: { printed: { bound: () => null } } });
    expect(await audit({ claim, cell }, { draws: 64 })).toMatchObject({
      verdict: "not-applicable",
      vacuous: true,
      bound: null,
      slack: null,
    });
  });

  test("a bound that says nothing new is vacuous, and has no slack", async () => {
    const claim = claimOf({ trivial: () => 0.5 });
    expect(await audit({ claim, cell })).toMatchObject({ verdict: "supported", vacuous: true, slack: null });
  });

  test("a draw beyond reach is inconclusive", async () => {
    expect(await audit({ claim: claimOf(), cell: { k: 2 ** 53, gamma: 0.1 } })).toMatchObject({
      verdict: "inconclusive",
    });
  });

  test("NaN and infinities are errors that name the claim and the cell", async () => {
    const named = /uniform \(printed\) at \{"k":1,"gamma":0\.1\}: /;
    await expect(audit({ claim: claimOf({ observed: () => Number.NaN }), cell })).rejects.toThrow(named);
    await expect(audit({ claim: claimOf({ forms: { printed: { bound: () => Number.NaN } } }), cell })).rejects.toThrow(
      named,
    );
    await expect(
      audit({ claim: claimOf({ exact: () => ({ logLower: Number.NaN, logUpper: 0 }) }), cell }),
    ).rejects.toThrow(named);
  });

  test("a cell that does not fit is an error that names the parameter", async () => {
    const ask = (wrong: Record<string, number | string>) => audit({ claim: claimOf(), cell: wrong });
    await expect(ask({ k: 0, gamma: 0.1 })).rejects.toThrow("k is 0; it must be an integer from 1 to 2^53");
    await expect(ask({ k: 1, gamma: 1 })).rejects.toThrow("gamma is 1; it must be a number in (0, 1)");
    await expect(ask({ k: 1 })).rejects.toThrow("gamma is missing; it must be a number in (0, 1)");
    await expect(ask({ k: 1, gamma: 0.1, d: 3 })).rejects.toThrow(
      "d is 3; the claim has no such parameter, only k, gamma",
    );
  });

  test("an abort ends it with the signal's reason", async () => {
    const claim = claimOf({ draw: { ...coin, cost: () => 1e6 } });
    const controller = new AbortController();
    const running = audit({ claim, cell: { k: 1, gamma: 1e-9 } }, { signal: controller.signal, draws: 1e9 });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    await expect(running).rejects.toThrow("enough");
  });
});

describe("defineClaim", () => {
  test("does not compile with a parameter that is not listed, or a sampler that needs one", () => {
    const depth = parameter({ name: "depth", domain: integers(1, 9) });
    const deep = defineSampler({ id: "deep", parameters: [depth], cost: () => 1, draw: () => 1 });
    // @ts-expect-error the bound uses d, which is not listed
    claimOf({ forms: { printed: { bound: ({ d }) => d } } });
    // @ts-expect-error the sampler needs a depth, which is not listed
    expect(() => claimOf({ draw: deep })).toThrow("which are without depth");
    // @ts-expect-error a witness must have every parameter
    expect(() => claimOf({ witness: { k: 1 } })).toThrow("witness: gamma is missing");
  });

  test("refuses ids, mutants and cells that are not", () => {
    expect(() => claimOf({ id: "Not Kebab" })).toThrow('claim id is "Not Kebab"; it must be');
    expect(() => claimOf({ mutants: {} })).toThrow("claim uniform: mutants is {}; it must be");
    expect(() => claimOf({ mutants: { same: { at: cell } } })).toThrow("mutant same is");
    expect(() => claimOf({ mutants: { other: { of: "repaired", bound: () => 1, at: cell } } })).toThrow(
      'mutant other of is "repaired"; it must be one of printed',
    );
    expect(() => claimOf({ cells: [] })).toThrow("cells is []");
  });
});

describe("a statement as tail bounds are written", () => {
  const parameters = [k] as const;
  type Tail = Extract<Definition<typeof parameters, number>, { kind: "whp"; allows: unknown }>;
  /** "P(X ≥ 1) ≤ 0.7" for X = 1 with probability ½ and 0 otherwise. */
  const tailOf = (changes: Partial<Tail>) =>
    defineClaim<typeof parameters, number>({
      id: "coin-tail",
      label: "Coin",
      kind: "whp",
      quote: "P(X ≥ 1) ≤ 0.7",
      latex: "X",
      nonClaims: [],
      parameters,
      hypotheses: [],
      draw: coin,
      relation: "<=",
      observed: (u) => (u < 0.5 ? 1 : 0),
      allows: () => 0.7,
      trivial: () => Infinity,
      forms: { printed: { bound: () => 1 } },
      cells: [{ k: [1] }],
      mutants: { rarely: { allows: () => 0.3, at: { k: 1 } } },
      strict: true,
      ...changes,
    });

  test("a strict bound is broken by a draw at it, by draws and by `exact`", async () => {
    const cell = { k: 1 };
    expect(await audit({ claim: tailOf({}), cell })).toMatchObject({ verdict: "supported", allowed: 0.7 });
    expect((await audit({ claim: tailOf({}), cell })).failureRate).toBeGreaterThan(0.3);
    expect((await audit({ claim: tailOf({ strict: false }), cell })).failureRate).toBe(0);
    const exact = (_: unknown, bound: number) => {
      const log = bound > 1 ? -Infinity : bound > 0 ? -Math.LN2 : 0;
      return { logLower: log, logUpper: log };
    };
    expect(drawsAgree(tailOf({ exact }), cell)).toEqual([]);
  });

  test("a form and a mutant may say how often they may fail", async () => {
    const cell = { k: 1 };
    const repaired = { latex: "X", reason: "half of the draws are 1", bound: () => 1, logAllows: () => Math.log(0.6) };
    const claim = tailOf({
      forms: { printed: { bound: () => 1, allows: () => 0.3, refutedAt: cell }, repaired },
      mutants: {
        rarely: { of: "repaired", allows: () => 0.2, at: cell },
        "as the form": { of: "repaired", bound: () => 0.5, at: cell },
      },
    });
    expect(await audit({ claim, cell })).toMatchObject({ verdict: "refuted", allowed: 0.3 });
    const own = { claim, cell, form: "repaired" } as const;
    expect(await audit(own)).toMatchObject({ verdict: "supported", allowed: expect.closeTo(0.6, 12) });
    expect(await audit({ ...own, mutant: "rarely" })).toMatchObject({ verdict: "refuted", allowed: 0.2 });
    expect((await audit({ ...own, mutant: "as the form" })).allowed).toBeCloseTo(0.6, 12);
    // What is known without it is so as often: by Markov's inequality, X < 0.5/q but for q.
    const markov = { ...claim, trivial: (_: unknown, logAllowed: number) => 0.5 * Math.exp(-logAllowed) };
    expect(await audit({ claim: markov, cell })).toMatchObject({ vacuous: false });
    expect(await audit({ claim: markov, cell, form: "repaired" })).toMatchObject({ vacuous: true });
  });

  test("but not beside gamma, nor both ways", () => {
    expect(() => claimOf({ forms: { printed: { bound: () => 1, allows: () => 0.1 } } })).toThrow(
      "claim uniform: forms.printed.allows is a function; it must be left out, since the failure probability is gamma",
    );
    const both = { rarely: { allows: () => 0.3, logAllows: () => -1, at: { k: 1 } } };
    expect(() => tailOf({ mutants: both })).toThrow("mutant rarely logAllows is a function; it must be left out");
  });
});

/** A uniform variable at a cost. */
const priced = (cost: number) => ({ ...coin, parameters: [], cost: () => cost });
const at = { gamma: 0.1 };
/** Two sizes of something that does not grow. */
const trend = {
  grid: () => [1, 2].map((size) => ({ size, cell: at })),
  printedExponent: () => 0,
};

/** "U ≤ 1" for a uniform U at a cost, of any kind. */
const drawn = (changes: Readonly<Record<string, unknown>> = {}, cost = 1) =>
  madeUp({ draw: priced(cost), observed: (u: number) => u, ...changes });
/** What makes it one of a kind, with a left side of 1 where the kind asks for that. */
const KINDS_BY_DRAWS = {
  whp: {},
  deterministic: {},
  step: {},
  identity: { relation: "=", observed: () => 1 },
  mean: { range: () => ({ lower: 0, upper: 2 }) },
  trend: { trend, observed: () => 1 },
} as const;

describe.each(Object.entries(KINDS_BY_DRAWS))("by draws, a claim of kind %s", (kind, changes) => {
  const claimWith = (bound: () => number | null) => drawn({ kind, ...changes, forms: { printed: { bound } } });

  test("that is true is supported, and one that is false is refuted", async () => {
    const rows = [1, -0.5].map((bound) => audit({ claim: claimWith(() => bound), cell: at }));
    const [right, wrong] = await Promise.all(rows);
    expect(right).toMatchObject({ kind, verdict: "supported", method: "sampled", sampler: "coin" });
    expect(wrong).toMatchObject({ kind, verdict: "refuted", method: "sampled", sampler: "coin" });
  });

  test("whose right side is undefined is not applicable", async () => {
    expect(await audit({ claim: claimWith(() => null), cell: at })).toMatchObject({
      verdict: "not-applicable",
      method: "sampled",
      reason: "the right side is undefined here, so nothing is claimed",
      bound: null,
      draws: null,
    });
  });
});

describe("the uncertainty of certificates", () => {
  const uncertain = (kind: "whp" | "trend", uncertainty: () => unknown) =>
    audit({ claim: drawn({ kind, ...KINDS_BY_DRAWS[kind], uncertainty }), cell: at });

  test.each(["whp", "trend"] as const)("is a number ≥ 0: %s", async (kind) => {
    for (const wrong of [Number.NaN, -0.01, Infinity, "0.01", null])
      await expect(uncertain(kind, () => wrong)).rejects.toThrow(
        `made-up (printed) at {"gamma":0.1}: the uncertainty is ${shownValue(wrong)}; it must be a number ≥ 0`,
      );
    for (const right of [0, 0.01]) expect(await uncertain(kind, () => right)).toMatchObject({ verdict: "supported" });
    const broken = () => {
      throw new Error("broken");
    };
    await expect(uncertain(kind, broken)).rejects.toThrow(
      'made-up (printed) at {"gamma":0.1}: uncertainty threw: broken',
    );
  });

  test("is none where a statement holds always", async () => {
    for (const kind of ["deterministic", "step"] as const)
      expect(
        await audit({ claim: drawn({ kind, ...KINDS_BY_DRAWS[kind], uncertainty: () => 0.5 }), cell: at }),
      ).toMatchObject({ verdict: "supported" });
  });
});

describe("what a draw may cost", () => {
  const outcome = (cost: number, options: AuditOptions = {}) => audit({ claim: drawn({}, cost), cell: at }, options);

  test("is the reach, and one that costs more is not made", async () => {
    expect(await outcome(1000, { reach: 1000 })).toMatchObject({ verdict: "supported" });
    expect(await outcome(1001, { reach: 1000 })).toMatchObject({
      verdict: "inconclusive",
      method: "sampled",
      draws: null,
      reason:
        "beyond reach: one draw takes 1.00e+3 Gaussians, the most is 1.00e+3 unless a number of draws is asked for",
    });
    expect(await outcome(2 ** 28)).toMatchObject({ verdict: "inconclusive", draws: null });
    expect(await outcome(2 ** 28, { draws: 64 })).toMatchObject({ draws: 64 });
    expect(await outcome(Infinity, { draws: 64 })).toMatchObject({
      verdict: "inconclusive",
      draws: null,
      reason: expect.stringMatching(/^beyond reach: one draw cannot be made at this size, the most is /),
    });
  });

  test("is a number, or an error that names the claim and the cell", async () => {
    await expect(outcome(Number.NaN)).rejects.toThrow(
      'made-up (printed) at {"gamma":0.1}: cost: the cost of sampler coin is NaN; it must be a number ≥ 0',
    );
  });

  test.each([
    [0, 1024],
    [1, 1024],
    [390, 1024],
    [391, 1023],
    [4000, 100],
    [4e5, 1],
    [1e7, 1],
  ])("sizes the batches that are asked for, to 4e5 Gaussians and from 1 to 1024: %d: %d", async (cost, size) => {
    const local = localExecutor();
    const sizes: number[] = [];
    const executor = {
      ...local,
      source: (...asked: Parameters<typeof local.source>) => {
        sizes.push(asked[2]);
        return local.source(...asked);
      },
    };
    await audit({ claim: drawn({}, cost), cell: at }, { draws: 2, executor });
    expect(sizes).toEqual([size]);
    // A draw of a trend is one at each of its two sizes.
    const follows = drawn({ kind: "trend", ...KINDS_BY_DRAWS.trend }, cost / 2);
    await audit({ claim: follows, cell: at }, { draws: 2, executor });
    expect(sizes).toEqual([size, size, size]);
  });
});

test("a trend takes a draw at each of its sizes at least", async () => {
  const ask = (draws: number) =>
    audit({ claim: drawn({ kind: "trend", ...KINDS_BY_DRAWS.trend }), cell: at }, { draws });
  expect(await ask(1)).toMatchObject({
    verdict: "inconclusive",
    method: "sampled",
    draws: null,
    reason: "fewer draws than the 2 sizes of the grid",
  });
  expect(await ask(2)).toMatchObject({ verdict: "inconclusive", draws: 2, grid: [1, 2] });
  expect(await ask(5)).toMatchObject({ draws: 4 });
});

test("a signal that is given before ends it before anything is computed", async () => {
  const observed = () => {
    throw new Error("computed");
  };
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(audit({ claim: madeUp({ observed }), cell: at }, { signal })).rejects.toThrow("enough");
});
