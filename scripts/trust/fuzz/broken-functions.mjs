import fc from "fast-check";
import { CONTROL, tried } from "./refusal.mjs";

const from = (file) => import(new URL(`../../../dist/modules/${file}`, import.meta.url).href);
const { audit, defineClaim, gamma, integers, nothing, parameter, searchClaim } = await from("src/index.js");
const { uniform } = await from("src/probability.js");
const { cellArbitrary } = await from("src/auditor/cell-arbitrary.js");
const { estimate } = await from("src/auditor/estimate.js");
const { readRow } = await from("src/auditor/read-row.js");
const { frontiersOf } = await from("src/cli/frontier-text.js");
const { planAudit } = await from("src/cli/plan-audit.js");

const thrower = (what) => () => {
  throw what;
};
/** An object that throws whatever is asked of it. */
const trap = new Proxy({}, { get: thrower(new TypeError("trap")), ownKeys: thrower(new TypeError("trap")) });

const ends = {
  get lower() {
    throw new TypeError("an end");
  },
  upper: 1,
};

/** What a function of a claim may do in place of what it must. */
const DOES = {
  "throws a TypeError": thrower(new TypeError("x is undefined")),
  "throws a RangeError": thrower(new RangeError("Invalid array length")),
  "throws lines": thrower(new Error("a\n\u001b[2J\u202eb")),
  "throws a text": thrower("no"),
  "throws undefined": thrower(undefined),
  "throws a trap": thrower(trap),
  "gives undefined": () => {},
  "gives a promise": () => Promise.resolve(1),
  "gives a trap": () => trap,
  "gives ends that throw": () => ends,
  "gives what has no JSON": () => ({ toJSON: () => undefined }),
  "gives no prototype": () => Object.create(null),
  "gives an end without a prototype": () => ({ lower: Object.create(null), upper: 1 }),
  ...Object.fromEntries(
    [
      null,
      Number.NaN,
      Infinity,
      -Infinity,
      -1,
      -0,
      0.5,
      2,
      1e308,
      5e-324,
      true,
      "x",
      "1",
      1n,
      Symbol("s"),
      Math.sin,
    ].map((value) => [`gives ${typeof value} ${String(value)}`, () => value]),
  ),
  ...Object.fromEntries(
    [
      [],
      [0, 1],
      [{ size: 1, cell: null }, null],
      {},
      { lower: 2, upper: 1 },
      { lower: null, upper: 1 },
      { lower: 0, upper: "1" },
      { logLower: -1, logUpper: 1 },
      { logLower: -1, logUpper: -2 },
      { secondMoment: -1 },
    ].map((value) => [`gives ${JSON.stringify(value)}`, () => value]),
  ),
};

const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });

/** The members that are functions, of claims of all kinds and of those of one. */
const SHARED =
  "observed draw.cost draw.draw forms.printed.bound freeConstants.everyChoice mutants.own.bound mutants.own.observed trivial".split(
    " ",
  );
const HYPOTHESES = ["hypotheses.0.holds", "hypotheses.0.because", "hypotheses.1.least"];
const OWN = {
  whp: ["exact", "allows", "logAllows", "uncertainty"],
  deterministic: [],
  step: [],
  identity: ["resolution"],
  mean: ["range"],
  trend: ["trend.grid", "trend.printedExponent", "resolution", "uncertainty"],
};

/** A claim of a kind, with functions in place of its own. */
function claimOf({ kind, drawn, fails, everyGamma, broken }) {
  const definition = {
    id: "broken",
    label: "Broken",
    kind,
    quote: "x",
    latex: "x",
    nonClaims: [],
    parameters: kind === "whp" ? [k, gamma] : [k],
    hypotheses: [
      { latex: "x", holds: () => !fails, because: () => "it is so" },
      { latex: "x", parameter: k, least: () => 2 },
    ],
    draw: drawn
      ? { id: "unit", parameters: [], cost: () => 1, draw: (_, random) => uniform(random("u")) }
      : { ...nothing },
    observed: (draw) => draw ?? 0.5,
    relation: kind === "identity" ? "=" : "<=",
    ...(kind === "whp" ? { trivial: () => 1, everyGamma } : {}),
    freeConstants: { audited: "those", everyChoice: () => null },
    ...(kind === "mean" ? { range: () => ({ lower: 0, upper: 1 }) } : {}),
    ...(kind === "trend"
      ? {
          relation: "=",
          resolution: () => 0.5,
          trend: {
            grid: ({ k: size }) => [1, 2, 4].map((factor) => ({ size: size * factor, cell: { k: size * factor } })),
            printedExponent: () => 0,
          },
        }
      : {}),
    forms: { printed: { bound: () => 0.9 } },
    cells: [{ k: ["least", 7], ...(kind === "whp" ? { gamma: [0.1] } : {}) }],
    mutants: { own: { bound: () => -1, at: { k: 7, ...(kind === "whp" ? { gamma: 0.1 } : {}) } } },
  };
  for (const { member, does } of broken) {
    const steps = member.split(".");
    const last = steps.pop();
    steps.reduce((at, step) => at[step], definition)[last] = DOES[does];
  }
  return defineClaim(definition);
}

/** Claims of every kind with one to three functions that throw, or give what they must not. */
export const brokenClaims = fc.constantFrom(...Object.keys(OWN)).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    drawn: fc.boolean(),
    fails: fc.nat(3).map((n) => n === 0),
    everyGamma: fc.boolean(),
    searched: fc.nat(299).map((n) => n === 0),
    broken: fc.array(
      fc.record({
        member: fc.constantFrom(...SHARED, ...HYPOTHESES, ...OWN[kind]),
        does: fc.constantFrom(...Object.keys(DOES)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const plan = { paper: "", overrides: {}, form: undefined, seed: "1", variants: {}, additions: {}, flagOf: String };

/**
 * That an error names the claim and the cell, in one line.
 *
 * @throws the error, if it does not.
 */
function checkNamed(error) {
  if (
    error?.name === "AuditError" &&
    /^broken \(.*\) at \{"k":\d.*\}: ./u.test(error.message) &&
    !CONTROL.test(error.message)
  )
    return;
  throw error;
}

/** Errors that must not pass for such, tried before any case. */
export function checkNaming() {
  const [at, named] = [
    'broken (printed) at {"k":2}: ',
    (message) => Object.assign(new Error(message), { name: "AuditError" }),
  ];
  checkNamed(named(`${at}bound threw: no`));
  for (const error of [new TypeError(`${at}no`), named("no"), named(at), named(`${at}a\nb`), undefined]) {
    let passed = true;
    try {
      checkNamed(error);
    } catch {
      passed = false;
    }
    if (passed) throw new Error(`this passes for an error that names the cell: ${String(error)}`);
  }
}

/**
 * Audits all cells of such a claim: each has a row, or an error that names the claim and the cell in one line. A few are searched.
 *
 * @throws what is otherwise.
 */
export async function auditBroken(made) {
  const claim = tried(() => claimOf(made));
  if (claim === null) return;
  const questions = planAudit([claim], plan);
  for (const question of [...questions, { ...questions[0], cell: claim.mutants.own.at, mutant: "own" }]) {
    const { seconds } = estimate(question, {});
    if (!(seconds > 0)) throw new Error(`it takes ${seconds} s`);
    let row;
    try {
      row = await audit(question, { draws: 64 });
    } catch (error) {
      checkNamed(error);
      continue;
    }
    const text = JSON.stringify(row);
    if (CONTROL.test(row.reason)) throw new Error(`the reason has control characters: ${JSON.stringify(row.reason)}`);
    if (JSON.stringify(readRow(JSON.parse(text))) !== text) throw new Error(`the row is none: ${text}`);
  }
  if (!made.searched) return;
  fc.sample(cellArbitrary(claim), { seed: 1, numRuns: 20 });
  frontiersOf([claim], plan);
  await searchClaim({ claim }, { candidates: 20 });
}
