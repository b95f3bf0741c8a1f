import fc from "fast-check";
import {
  audit,
  type Cell,
  defineClaim,
  either,
  gamma,
  integers,
  leastCell,
  nothing,
  oneOf,
  openInterval,
  parameter,
  restricted,
} from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import { cellArbitrary, drawsAgree } from "lemmacheck/vitest";
import { describe, expect, test } from "vitest";
import { runVitest } from "./run-vitest.js";
import { eps, johnsonLindenstrauss, k, outsideBand, projectedNorm } from "./testing/johnson-lindenstrauss.js";

// What a theorist met who encoded other papers' lemmas.

/** A claim as JavaScript may write it: any members at all. */
type Loose = Readonly<Record<string, unknown>>;

const wellFormed = {
  id: "loose",
  label: "Loose",
  kind: "whp",
  quote: "U ≤ 1 − γ/2",
  latex: "U",
  nonClaims: [],
  parameters: [gamma],
  hypotheses: [],
  draw: { id: "uniform", parameters: [], cost: () => 1, draw: (_: unknown, random: never) => uniform(draws(random)) },
  observed: (u: number) => u,
  relation: "<=",
  trivial: () => 1,
  forms: { printed: { bound: ({ gamma: allowed }: { gamma: number }) => 1 - allowed / 2 } },
  cells: [{ gamma: [0.1] }],
  mutants: { low: { bound: () => 0.1, at: { gamma: 0.1 } } },
};

const draws = (random: (name: string) => Parameters<typeof uniform>[0]) => random("u");

/** What defineClaim makes of it; types are left aside, as in JavaScript. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const loose = (changes: Loose) => defineClaim({ ...wellFormed, ...changes } as never);

describe("1. A whp claim says how often it may fail: by gamma, or by allows", () => {
  test("with neither it is refused, and does not compile", () => {
    expect(() =>
      // @ts-expect-error neither gamma nor allows
      defineClaim({
        ...wellFormed,
        kind: "whp",
        relation: "<=",
        parameters: [k, eps],
        draw: projectedNorm,
        observed: (norm: number) => norm,
        forms: { printed: { bound: () => 1 } },
        cells: [{ k: [1], eps: [0.5] }],
        mutants: { low: { bound: () => 0, at: { k: 1, eps: 0.5 } } },
      }),
    ).toThrow(
      "claim loose: allows is missing; it must be the failure probability at a cell, or there must be logAllows, or the parameter gamma",
    );
  });

  test("Johnson–Lindenstrauss in its textbook form is supported, by draws and by the χ² law", async () => {
    for (const claim of [johnsonLindenstrauss(), johnsonLindenstrauss({ exact: outsideBand })]) {
      for (const cell of [
        { k: 16, eps: 0.5 },
        { k: 256, eps: 0.25 },
        { k: 256, eps: 0.5 },
      ]) {
        const row = await audit({ claim, cell });
        expect(row.verdict, row.reason).toBe("supported");
        expect(row.allowed).toBe(
          Math.min(row.allowed ?? 0, 2 * Math.exp((-(cell.eps ** 2 - cell.eps ** 3) * cell.k) / 4)),
        );
      }
    }
  });

  test("a misprint of it is refuted: 2exp(−(ε² − ε³)k/2)", async () => {
    const allows = (n: number, e: number) => 2 * Math.exp((-(e ** 2 - e ** 3) * n) / 2);
    const claim = johnsonLindenstrauss({ exact: outsideBand, allows });
    expect(await audit({ claim, cell: { k: 256, eps: 0.1 } })).toMatchObject({ verdict: "supported" });
    expect(await audit({ claim, cell: { k: 4096, eps: 0.1 } })).toMatchObject({ verdict: "refuted", method: "exact" });
  });

  test("what allows a probability below every double is not supported by draws, however many", async () => {
    const claim = johnsonLindenstrauss({ allows: () => Math.exp(-800) });
    expect(await audit({ claim, cell: { k: 2 ** 20, eps: 0.9 } }, { draws: 20_000 })).toMatchObject({
      verdict: "inconclusive",
      allowed: 0,
      violations: 0,
    });
    expect(await audit({ claim, cell: { k: 16, eps: 0.1 } })).toMatchObject({ verdict: "refuted" });
  });

  test("what allows every failure is supported and vacuous", async () => {
    const claim = johnsonLindenstrauss({ allows: () => 1.5 });
    expect(await audit({ claim, cell: { k: 1, eps: 0.5 } })).toMatchObject({ verdict: "supported", vacuous: true });
  });
});

describe("2. No name of a parameter touches another field of a row", () => {
  const names = ["alpha", "bound", "draws", "seed", "verdict", "form", "claim", "schema", "cell", "toString"] as const;
  const parameters = names.map((name) => parameter({ name, domain: openInterval(0, 1) }));
  const cell: Cell = Object.fromEntries(names.map((name, i) => [name, (i + 1) / 20]));
  const claim = loose({
    parameters: [...parameters, gamma],
    cells: [{ ...Object.fromEntries(names.map((name) => [name, [0.5]])), gamma: [0.1] }],
    mutants: { low: { bound: () => 0.1, at: { ...cell, gamma: 0.1 } } },
  });

  test("the row has its own fields, and the parameters are in its cell", async () => {
    const row = await audit({ claim, cell: { ...cell, gamma: 0.1 } });
    expect(row).toMatchObject({
      schema: 2,
      claim: "loose",
      alpha: 1e-10,
      bound: 0.95,
      seed: "1",
      verdict: "supported",
    });
    expect(row.cell).toEqual({ ...cell, gamma: 0.1 });
  });

  test("the row can be replayed from its JSON", async () => {
    const { milliseconds: _, ...row } = await audit({ claim, cell: { ...cell, gamma: 0.1 } });
    const read = JSON.parse(JSON.stringify(row));
    const { milliseconds: __, ...again } = await audit(
      { claim, cell: read.cell, form: read.form, seed: read.seed, stream: read.stream },
      { draws: read.draws, alpha: read.alpha },
    );
    expect(again).toEqual(read);
  });
});

describe("3. A slip in a claim's own exact law is found", () => {
  const slipped = (k: number, t: number) => outsideBand(k, 2 * t);

  test("by draws at the witness and at every mutant's cell", () => {
    expect(drawsAgree(johnsonLindenstrauss({ exact: outsideBand }), { k: 256, eps: 0.3 })).toEqual([]);
    const [found] = drawsAgree(johnsonLindenstrauss({ exact: slipped }), { k: 256, eps: 0.3 });
    expect(found.drawn[0]).toBeGreaterThan(found.computed[1]);
  });

  test("and turns a generated test red", { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await runVitest("reporter-project", "slip");
    expect(code).toBe(1);
    expect(stdout).toMatch(/× draws agree with the computed probability at the witness and at every mutant's cell/);
    expect(stdout.match(/× /g)).toHaveLength(1);
    // Both numbers, in words.
    expect(stderr).toMatch(/Error: johnson-lindenstrauss at \{"k":256,"eps":0\.5\}:\n/);
    expect(stderr).toMatch(
      /The bound [\d.]+ is broken with probability [\de.-]+ as exact computes it, and was broken by \d+ of 4096 draws, from which it is between [\de.-]+ and [\de.-]+, wrong with probability at most 1e-10\./,
    );
  });

  test("what is known without the claim is said of a witness that is vacuous", { timeout: 60_000 }, async () => {
    const { code, stderr } = await runVitest("reporter-project", "vacuous");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /is supported, vacuous; expected a bound that is not vacuous, below the 0\.25 that is known without it\. .* Bound 0\.5\./,
    );
  });
});

describe("4. What is wrong in a claim is said when it is defined, or names the claim and the cell", () => {
  test.each<[string, Loose, string]>([
    ["kind", { kind: "zzz" }, 'claim loose: kind is "zzz"; it must be one of whp, deterministic'],
    ["relation", { relation: "<" }, 'claim loose: relation is "<"; it must be one of <=, >= for kind whp'],
    [
      "no hypotheses",
      { hypotheses: undefined },
      "claim loose: hypotheses is missing; it must be a list of { latex, holds }",
    ],
    ["no draw", { draw: undefined }, "claim loose: draw is missing; it must be what defineSampler() gives"],
    [
      "no trivial",
      { trivial: undefined },
      "claim loose: trivial is missing; it must be a function of the cell: what is known without the claim, Infinity where nothing is",
    ],
    ["both", { allows: () => 1, logAllows: () => 0 }, "claim loose: logAllows is a function; it must be left out"],
    [
      "another way and every γ",
      { logAllows: () => 0, everyGamma: true },
      "claim loose: everyGamma is true; it must be left",
    ],
    ["no mutants", { mutants: undefined }, "claim loose: mutants is missing; it must be wrong versions by name"],
    [
      "a repaired form without its reason",
      { forms: { ...wellFormed.forms, repaired: { latex: "U", bound: () => 1 } } },
      "claim loose: forms.repaired.reason is missing; it must be a text: why the printed form needs it",
    ],
    [
      "a grid of a parameter that there is none of",
      { cells: [{ gamma: [0.1], m: [1, 2] }] },
      "claim loose: cells[0].m is [1,2]; it must be left out: there are gamma",
    ],
    ["a grid that is a text", { cells: ["m"] }, 'claim loose: cells[0] is "m"; it must be values for each parameter'],
    [
      "parameters as texts",
      { parameters: ["n"] },
      'claim loose: parameters[0] is "n"; it must be what parameter() gives',
    ],
    [
      "parameters as a text",
      { parameters: "n" },
      'claim loose: parameters is "n"; it must be a list of what parameter()',
    ],
    [
      "a misspelt hypothesis",
      { hypotheses: [{ latex: "x", hold: () => true }] },
      "claim loose: hypotheses[0].hold is a function; it must be left out: there are latex, holds",
    ],
    [
      "a hypothesis without its predicate",
      { hypotheses: [{ latex: "x" }] },
      "claim loose: hypotheses[0].holds is missing; it must be a function of the cell",
    ],
    [
      "a form's hypothesis about another parameter",
      { forms: { printed: { bound: () => 1, hypotheses: [{ latex: "x", parameter: k, least: () => 1 }] } } },
      'claim loose: forms.printed.hypotheses[0].parameter is "k"; it must be a parameter of the claim: gamma',
    ],
    [
      "a cell with more",
      { witness: { gamma: 0.1, m: 3 } },
      "claim loose: witness: m is 3; it must be left out: there are gamma",
    ],
    [
      "a misspelt member of a trend",
      { kind: "trend", trend: { gird: () => [], printedExponent: () => 1 } },
      "claim loose: trend.gird is a function; it must be left out: there are grid",
    ],
    ["a text for a number", { trivial: 1 }, "claim loose: trivial is 1; it must be a function of the cell"],
    ["a bound that is none", { forms: { printed: { bound: 3 } } }, "claim loose: forms.printed.bound is 3"],
    ["a form of another name", { forms: { ...wellFormed.forms, better: {} } }, "claim loose: forms.better is"],
    [
      "a cell out of range",
      { witness: { gamma: 2 } },
      "claim loose: witness: gamma is 2; it must be a number in (0, 1)",
    ],
    [
      "a member of another kind",
      { range: () => ({ lower: 0, upper: 1 }) },
      "claim loose: range is a function; it must be left out",
    ],
    ["its own gamma", { parameters: [parameter({ name: "gamma", domain: integers(1, 9) })] }, "parameter gamma is"],
    ["uses", { uses: ["lemma-1"] }, "claim loose: uses"],
    ["a misspelt member", { exakt: () => null }, "claim loose: exakt is a function; it must be left out"],
    ["a member in the wrong place", { refutedAt: { gamma: 0.1 } }, "claim loose: refutedAt is"],
    ["reading", { reading: " " }, "claim loose: reading"],
  ])("%s", (_, changes, message) => {
    expect(() => loose(changes)).toThrow(RangeError);
    expect(() => loose(changes)).toThrow(message);
  });

  const boom = () => {
    throw new TypeError("x is undefined");
  };
  const named = /^loose \(printed\) at \{"gamma":0\.1\}: /;
  test.each<[string, Loose]>([
    ["bound", { forms: { printed: { bound: boom } } }],
    ["observed", { observed: boom }],
    ["hypothesis", { hypotheses: [{ latex: "x", holds: boom }] }],
    ["trivial", { trivial: boom }],
    ["trivial that is NaN", { trivial: () => Number.NaN }],
    ["exact", { exact: boom }],
    ["a hypothesis that is no answer", { hypotheses: [{ latex: "x", holds: () => "yes" }] }],
    ["cost that is NaN", { draw: { ...wellFormed.draw, cost: () => Number.NaN } }],
    ["sampler", { draw: { ...wellFormed.draw, draw: boom } }],
    ["allows", { allows: boom }],
  ])("%s that throws, or is no number", async (_, changes) => {
    await expect(audit({ claim: loose(changes), cell: { gamma: 0.1 } })).rejects.toThrow(named);
  });

  test.each<[string, Loose, string]>([
    ["exact", { exact: () => -3 }, "exact: it is -3; it must be { logLower, logUpper }"],
    [
      "exact in other names",
      { exact: () => ({ lower: -3, upper: -2 }) },
      'exact: it is {"lower":-3,"upper":-2}; it must',
    ],
    [
      "exact upside down",
      { exact: () => ({ logLower: -2, logUpper: -3 }) },
      "exact: its logarithms are [-2, -3]; they",
    ],
    [
      "observed in other names",
      { observed: () => ({ low: 0, high: 1 }) },
      'draw 0 observed {"low":0,"high":1}; it must be a finite number or { lower, upper }',
    ],
    ["trivial", { trivial: () => "much" }, 'trivial is "much"; it must be a number, Infinity where nothing is known'],
    [
      "a misspelt range",
      { kind: "mean", trivial: undefined, range: () => ({ secondMomnt: 1 }) },
      'range: it is {"secondMomnt":1}; it must be { lower, upper } or { secondMoment }',
    ],
    [
      "a range that is a list",
      { kind: "mean", trivial: undefined, range: () => [0, 1] },
      "range: it is [0,1]; it must be { lower, upper } or { secondMoment }",
    ],
  ])("%s that returns what it must not", async (_, changes, message) => {
    await expect(audit({ claim: loose(changes), cell: { gamma: 0.1 } })).rejects.toThrow(message);
  });

  test("an observed quantity that is not a function of its draw", async () => {
    let calls = 0;
    const claim = loose({ observed: () => (calls++ % 7) / 7 });
    await expect(audit({ claim, cell: { gamma: 0.1 } })).rejects.toThrow(
      /draw \d observed .* must be a function of the draw/,
    );
  });

  test("a sampler that reads a parameter which it does not list", async () => {
    const draw = {
      ...wellFormed.draw,
      draw: (given: { gamma: number }, random: never) => given.gamma * uniform(draws(random)),
    };
    await expect(audit({ claim: loose({ draw }), cell: { gamma: 0.1 } })).rejects.toThrow(
      'loose (printed) at {"gamma":0.1}: sampler uniform reads gamma, and its parameters are []; gamma must be one of them',
    );
    const spread = {
      ...wellFormed.draw,
      parameters: [gamma],
      draw: (given: object, random: never) => "m" in { ...given } || uniform(draws(random)),
    };
    expect(await audit({ claim: loose({ draw: spread }), cell: { gamma: 0.1 } })).toMatchObject({
      verdict: "supported",
    });
  });

  test("a hypothesis that is not known to hold leaves a row open", async () => {
    const claim = loose({ hypotheses: [{ latex: "x", holds: () => null, because: () => "nobody knows" }] });
    expect(await audit({ claim, cell: { gamma: 0.1 } })).toMatchObject({
      verdict: "inconclusive",
      reason: "x is undecided: nobody knows",
    });
  });
});

describe("5. A parameter of one's own is one value", () => {
  const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
  const rho = parameter({ name: "rho", domain: openInterval(-1, 3) });
  const claim = defineClaim({
    id: "own",
    label: "Own",
    kind: "step",
    quote: "",
    latex: "n",
    nonClaims: [],
    parameters: [n, rho],
    hypotheses: [{ latex: "n \\ge 100", parameter: n, least: () => 100 }],
    draw: nothing,
    observed: (_, { n }) => 1 / n,
    relation: "<=",
    forms: { printed: { bound: ({ n }) => 2 / n } },
    cells: [{ n: ["least"], rho: [-0.5, 2] }],
    mutants: { half: { bound: ({ n }) => 0.5 / n, at: { n: 200, rho: 0 } } },
  });

  test("random cells go beyond the listed values, to the ends of its domain", () => {
    const cells = fc.sample(cellArbitrary(claim), { numRuns: 300, seed: 1 });
    const sizes = cells.map((cell) => Number(cell.n));
    expect(new Set(sizes).size).toBeGreaterThan(50);
    for (const cell of cells) expect(n.domain.has(cell.n) && rho.domain.has(cell.rho)).toBe(true);
    expect(cells.some((cell) => Number(cell.rho) < 0)).toBe(true);
  });

  test("a size, and least, may be a part of the integers or a few numbers, and no text", () => {
    const even = parameter({
      name: "n",
      domain: restricted(integers(2, 100), "that is even", (x) => x % 2 === 0),
      size: true,
    });
    const few = parameter({ name: "n", domain: oneOf(64, 256), size: true });
    for (const own of [even, few]) {
      const mine = loose({
        parameters: [own, gamma],
        cells: [{ n: ["least"], gamma: [0.1] }],
        mutants: { low: { bound: () => 0, at: { n: 64, gamma: 0.1 } } },
      });
      expect(own.domain.has(leastCell(mine, { n: "least", gamma: 0.1 }).n)).toBe(true);
    }
    const mixed = parameter({ name: "n", domain: either<number | string>(integers(1, 9), oneOf("all")) });
    const cells = [{ n: ["least"], gamma: [0.1] }];
    const mutants = { low: { bound: () => 0, at: { n: 1, gamma: 0.1 } } };
    expect(() => loose({ parameters: [mixed, gamma], cells, mutants })).toThrow('cells[0].n is "least"; it must be');
    expect(() => parameter({ name: "n", domain: mixed.domain, size: true })).toThrow("a size must be a number");
  });

  test("what is outside of its domain is refused, and nobody else's range is imposed", async () => {
    await expect(audit({ claim, cell: { n: -3.5, rho: 0 } })).rejects.toThrow(
      "n is -3.5; it must be an integer from 1 to 2^53",
    );
    expect(await audit({ claim, cell: { n: 100, rho: 2.5 } })).toMatchObject({ verdict: "supported" });
  });
});
