// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import { uniform } from "../../chance/bits.js";
import type { LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { defineClaim } from "../define-claim.js";
import { investigationOf } from "../investigation.js";
import { nothing } from "../nothing.js";
import { defineSampler } from "../sampler.js";
import { madeUp } from "../testing/made-up.js";
import { hypothesesAt } from "./hypotheses-at.js";
import { knownLooks } from "./known-looks.js";
import { lookingWork } from "./looking-work.js";
import { neverMet } from "./never-met.js";
import { overlong, type Probe, type ProbeOptions, probe } from "./probe.js";
import { type Raise, raiseCell } from "./raise-cell.js";
import { sizes } from "./testing/plain-plants.js";
import { common, m, n } from "./testing/plant-parts.js";
import { averageClaim, headsClaim, normalSum, uniformShare } from "./testing/random-plants.js";
import { atLeast, tied } from "./testing/tied-plants.js";
import { within } from "./within.js";

const look = (claim: Claim, cell: LooseCell, options: Partial<ProbeOptions> = {}, raise: Raise = "none") =>
  probe({ claim, cell: {} }, { cell, raise }, { gaussians: 2e4, ...options });
const oops = (): never => {
  throw new Error("oops");
};
const refuse = (): never => {
  throw new RangeError("no such number");
};

/** √n grows as n^(1/2). */
const trend = (relation: "<=" | ">=" | "=", exponent: number, random = false, rest: Record<string, unknown> = {}) =>
  madeUp({
    ...common,
    id: "trend",
    kind: "trend",
    trivial: undefined,
    parameters: [n],
    draw: random
      ? defineSampler({
          id: "trend",
          parameters: [n],
          cost: () => 1,
          draw: ({ n }, bits) => Math.sqrt(n) * (1 + uniform(bits("u"))),
        })
      : nothing,
    observed: (drawn: number | null, { n: size }: { n: number }) => drawn ?? Math.sqrt(size),
    relation,
    trend: {
      grid: ({ n: size }: { n: number }) => [1, 4, 16].map((t) => ({ size: t * size, cell: { n: t * size } })),
      printedExponent: () => exponent,
    },
    ...(relation === "=" ? { resolution: () => 0.1 } : {}),
    forms: { printed: { bound: () => exponent } },
    cells: [{ n: [1] }],
    mutants: {},
    ...rest,
  });

const plain = sizes(
  "plain",
  (a) => a,
  (_, b) => b,
);
const gauss = (share: number) =>
  normalSum("gauss", ({ n: size, gamma }) => share * Math.sqrt(2 * size * (Math.LN2 - Math.log(gamma))));
const everyGamma = {
  ...uniformShare("every", ({ gamma }) => (gamma === 0.93 ? 0 : 1), true),
  everyGamma: true,
} as Claim;

// Pinned to the last bit: what a look says orders what is looked at next.
describe("a look at a cell", () => {
  test.each<[string, () => Promise<Probe>]>([
    ["where nothing is random", () => look(plain, { n: 6, m: 2 })],
    ["where it holds", () => look(plain, { n: 2, m: 6 })],
    ["where the law is computed", () => look(gauss(0.5), { n: 3, gamma: 0.1 })],
    [
      "where it is not",
      () =>
        look(
          uniformShare("share", ({ gamma }) => 1 - 2 * gamma, true),
          { n: 3, gamma: 0.1 },
        ),
    ],
    ["of a mean", () => look(averageClaim("mean", 0.3), { n: 2 })],
    ["of what is to hold always", () => look(headsClaim("heads", 3), { n: 3 })],
    ["of draws that cost too much", () => look(headsClaim("heads", 3), { n: 200 }, { gaussians: 200 * 15.9 })],
    ["of draws that can just be had", () => look(headsClaim("heads", 3), { n: 200 }, { gaussians: 200 * 16 })],
    [
      "of a γ at which draws say nothing",
      () =>
        look(
          uniformShare("share", () => 0.5, true),
          { n: 3, gamma: 1e-6 },
        ),
    ],
    [
      "of a γ at which they just do",
      () =>
        look(
          uniformShare("share", () => 0.5, true),
          { n: 3, gamma: 1e-5 },
        ),
    ],
    ["of every γ at once", () => look(everyGamma, { n: 3, gamma: 0.5 })],
    ["of every γ, at one that is rare", () => look(everyGamma, { n: 3, gamma: 1e-9 })],
    ["of one γ alone", () => look(everyGamma, { n: 3, gamma: 0.5 }, { fixed: ["gamma"] })],
    ["of another size that is fixed", () => look(everyGamma, { n: 3, gamma: 0.5 }, { fixed: ["n"] })],
    ["of an exponent that is computed", () => look(trend("<=", 0.4), { n: 3 })],
    ["of one that holds", () => look(trend("<=", 0.6), { n: 3 })],
    ["of one from below", () => look(trend(">=", 0.6), { n: 3 })],
    ["of one that is to be equal", () => look(trend("=", 0.75), { n: 3 })],
    ["of one that is equal", () => look(trend("=", 0.55), { n: 3 })],
    ["of one that is drawn", () => look(trend("<=", 0.2, true), { n: 3 })],
    ["of one that is drawn and equal", () => look(trend("=", 0.2, true), { n: 3 })],
    ["of one whose draws cost too much", () => look(trend("<=", 0.2, true), { n: 3 }, { gaussians: 1.49 })],
    ["of one whose draws can just be had", () => look(trend("<=", 0.2, true), { n: 3 }, { gaussians: 1.5 })],
    ["of one that leaves its cells", () => look(trend("<=", 0.4), { n: 2 ** 52 })],
    [
      "of one without a bound",
      () => look(trend("<=", 0.4, false, { forms: { printed: { bound: () => null } } }), { n: 3 }),
    ],
    ["of a value that is none", () => look(plain, { n: 0, m: 2 })],
    ["of a cell that leaves one open", () => look(plain, { n: 1, m: undefined })],
    [
      "where the claim throws",
      () =>
        look(
          sizes("throws", oops, () => 1),
          { n: 1, m: 1 },
        ),
    ],
    [
      "where the claim refuses",
      () =>
        look(
          sizes("refuses", refuse, () => 1),
          { n: 1, m: 1 },
        ),
    ],
    [
      "where a bound is undefined",
      () =>
        look(
          sizes(
            "undefined",
            () => 1,
            () => 1,
            { forms: { printed: { bound: () => null } } },
          ),
          { n: 1, m: 1 },
        ),
    ],
    ["where all failures are allowed", () => look(madeUp({ ...gauss(1), allows: () => 1 }), { n: 1, gamma: 0.5 })],
    [
      "where a hypothesis fails",
      () =>
        look(
          sizes(
            "outside",
            () => 2,
            () => 1,
            {
              hypotheses: [
                { latex: "A", holds: () => true },
                { latex: "B", holds: () => false },
                { latex: "C", holds: () => null },
              ],
            },
          ),
          { n: 1, m: 1 },
        ),
    ],
    [
      "where one fails itself",
      () =>
        look(
          sizes(
            "itself",
            () => 2,
            () => 1,
            {
              hypotheses: [
                { latex: "A", holds: () => true },
                { latex: "B", holds: oops },
              ],
            },
          ),
          { n: 1, m: 1 },
        ),
    ],
    [
      "where one fails itself and another does not hold",
      () =>
        look(
          sizes(
            "both",
            () => 2,
            () => 1,
            {
              hypotheses: [
                { latex: "A", holds: () => false },
                { latex: "B", holds: oops },
              ],
            },
          ),
          { n: 1, m: 1 },
        ),
    ],
    ["that took too long", async () => overlong({ n: 1, m: undefined })],
  ])("%s", async (_, found) => {
    expect(await found()).toMatchSnapshot();
  });

  test("what cannot be told does not seem to fail, whatever a draw costs", async () => {
    const cheap = trend("<=", 0.2, true, { effort: 0.001 });
    const excesses = [
      look(trend("<=", 0.4, false, { forms: { printed: { bound: () => null } } }), { n: 3 }),
      look(trend("<=", 0.4, false, { observed: () => 0 }), { n: 3 }),
      look(cheap, { n: 3 }, { gaussians: 1e-9 }),
      look(trend("<=", 0.2, true), { n: 2 ** 52 }),
    ].map(async (found) => {
      const { status, excess, computed } = await found;
      return `${status} ${excess} ${computed}`;
    });
    expect(await Promise.all(excesses)).toEqual([
      "outside -Infinity true",
      "beyond -Infinity true",
      "beyond 0 false",
      "beyond -Infinity false",
    ]);
  });

  test("an abort ends it, with its reason", async () => {
    const end = new AbortController();
    const claim = sizes(
      "ends",
      () => {
        end.abort(new Error("stop"));
        return 1;
      },
      () => 1,
    );
    expect(await look(plain, { n: 1, m: 1 }, { signal: end.signal })).toMatchObject({ status: "judged" });
    const throws = sizes(
      "ends",
      () => {
        end.abort(new Error("stop"));
        return oops();
      },
      () => 1,
    );
    await expect(look(throws, { n: 1, m: 1 }, { signal: end.signal })).rejects.toThrow("stop");
    await expect(look(claim, { n: 1, m: 1 }, { signal: end.signal })).rejects.toThrow("stop");
  });

  test("draws that look are others than those that decide, and the same every time", async () => {
    const claim = uniformShare("share", ({ gamma }) => 1 - 2 * gamma, true);
    const at = { cell: { n: 3, gamma: 0.1 }, raise: "none" } as const;
    const [once, again] = [await look(claim, at.cell), await look(claim, at.cell)];
    expect(again).toEqual(once);
    const other = await probe({ claim, cell: {}, seed: "2" }, at, { gaussians: 2e4 });
    expect(other.excess).not.toBe(once.excess);
    expect(await probe({ claim, cell: {}, seed: "1" }, at, { gaussians: 2e4 })).toEqual(once);
  });
});

describe("a cell is raised for its hypotheses", () => {
  const claim = tied([n, m], () => false, undefined, [atLeast(n, ({ m: b }) => 10 * b), atLeast(m, () => 3)]);
  const raised = (cell: LooseCell, raise: Raise, fixed?: readonly string[], of = claim) =>
    raiseCell(cell, raise, {
      parameters: of.parameters,
      hypotheses: of.hypotheses,
      additions: {},
      ...(fixed ? { fixed } : {}),
    });

  test("to enough, or to the edge, one after another, and what is fixed stays", () => {
    const small = { n: 1, m: 1 };
    expect(raised(small, "none")).toBe(small);
    expect(raised(small, "enough")).toEqual({ n: 30, m: 3 });
    expect(raised({ n: 500, m: 4 }, "enough")).toEqual({ n: 500, m: 4 });
    expect(raised({ n: 500, m: 4 }, "edge")).toEqual({ n: 40, m: 3 });
    expect(raised({ n: 30, m: 3 }, "edge")).toEqual({ n: 30, m: 3 });
    expect(raised(small, "enough", ["m"])).toEqual({ n: 10, m: 1 });
    expect(raised(small, "enough", ["n"])).toEqual({ n: 1, m: 3 });
    expect(raised(small, "edge", ["n", "m"])).toBe(small);
    expect(() => raised({ n: 0, m: 1 }, "enough")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: n is 0; it must be an integer from 1 to 2^53]`,
    );
  });

  test("no further than twelve times, nor to what is infinite, and to the most that several ask for", () => {
    const chased = tied([n, m], () => false, undefined, [
      atLeast(n, ({ m: b }) => b + 1),
      atLeast(m, ({ n: a }) => a + 1),
    ]);
    expect(raised({ n: 1, m: 1 }, "enough", undefined, chased)).toEqual({ n: 13, m: 13 });
    const infinite = tied([n, m], () => false, undefined, [atLeast(n, () => Infinity), atLeast(m, () => 4.5)]);
    expect(raised({ n: 1, m: 1 }, "edge", undefined, infinite)).toEqual({ n: 1, m: 5 });
    const several = tied([n, m], () => false, undefined, [
      atLeast(n, () => 7),
      atLeast(n, () => 9),
      atLeast(n, () => 8),
    ]);
    expect(raised({ n: 1, m: 1 }, "enough", undefined, several)).toEqual({ n: 9, m: 1 });
  });

  test("and the look is at the raised cell; where raising fails, at the cell itself", async () => {
    expect((await look(claim, { n: 1, m: 1 }, {}, "enough")).cell).toEqual({ n: 30, m: 3 });
    expect((await look(claim, { n: 1, m: 1 }, { fixed: ["m"] }, "enough")).cell).toEqual({ n: 10, m: 1 });
    const failing = tied([n, m], () => false, undefined, [atLeast(n, oops)]);
    expect(await look(failing, { n: 1, m: 1 }, {}, "enough")).toMatchObject({
      cell: { n: 1, m: 1 },
      status: "failed",
      failure: 'tied (printed) at {"n":1,"m":1}: a hypothesis threw: oops',
    });
  });

  test("looks that are known are told by their question, work and what is fixed", async () => {
    const asked: string[] = [];
    const known = knownLooks();
    const keeping = {
      of(key: string, make: () => Promise<Probe>) {
        asked.push(key);
        return known.of(key, make);
      },
    };
    await look(claim, { n: 1, m: 1 }, { known: keeping }, "enough");
    await probe(
      { claim, cell: {}, seed: "2", form: "printed", mutant: "none" },
      { cell: { n: 1, m: 1 }, raise: "edge" },
      { gaussians: 7, fixed: ["x"], known: keeping },
    );
    await look(claim, { n: 100, m: 3 }, { known: keeping }, "none");
    expect(asked).toMatchInlineSnapshot(`
      [
        "["tied",null,null,null,{"n":30,"m":3},20000,null]",
        "["tied","printed","none","2",{"n":30,"m":3},7,["x"]]",
      ]
    `);
  });
});

describe("what looks have taught", () => {
  test("known looks are forgotten where they are many", async () => {
    let made = 0;
    const [known, one] = [knownLooks(), overlong({})];
    const make = async () => {
      made++;
      return one;
    };
    for (let i = 0; i < 2 ** 14; i++) await known.of(String(i), make);
    await known.of("0", make);
    expect(made).toBe(2 ** 14);
    await known.of("1", make);
    expect(made).toBe(2 ** 14 + 1);
  });

  test("the work of a look grows with the looks, and where nothing can be had for less", () => {
    const work = lookingWork();
    const grown: string[] = [];
    const learn = (count: number, status: Probe["status"], excess: number) => {
      for (let i = 0; i < count; i++) work.learn({ status, excess });
      grown.push(`${count} ${status} ${excess}: ${work.gaussians()}`);
    };
    learn(0, "judged", 0);
    learn(7, "beyond", -1);
    learn(1, "judged", -1);
    learn(7, "beyond", -1);
    learn(1, "outside", -1);
    learn(1, "beyond", -1);
    learn(9, "beyond", -Infinity);
    learn(21, "judged", 1);
    learn(1, "judged", 1);
    learn(336, "judged", 1);
    learn(1, "judged", 1);
    learn(8, "beyond", -3);
    learn(400, "beyond", -3);
    expect(grown).toMatchInlineSnapshot(`
      [
        "0 judged 0: 100000",
        "7 beyond -1: 100000",
        "1 judged -1: 100000",
        "7 beyond -1: 100000",
        "1 outside -1: 100000",
        "1 beyond -1: 200000",
        "9 beyond -Infinity: 200000",
        "21 judged 1: 200000",
        "1 judged 1: 2000000",
        "336 judged 1: 8000000",
        "1 judged 1: 8000000",
        "8 beyond -3: 16000000",
        "400 beyond -3: 500000000",
      ]
    `);
  });

  test("hypotheses that never held are those that failed everywhere", () => {
    const never = neverMet();
    expect(never.numbers()).toEqual([]);
    never.learn({ status: "outside", failing: [9], failure: "refused" });
    expect(never.numbers()).toEqual([]);
    never.learn({ status: "outside", failing: [0, 1, 3], failure: null });
    never.learn({ status: "outside", failing: [1, 2, 3], failure: null });
    expect(never.numbers()).toEqual([1, 3]);
    never.learn({ status: "failed", failing: [3], failure: "oops" });
    expect(never.numbers()).toEqual([3]);
    never.learn({ status: "judged", failing: [], failure: null });
    never.learn({ status: "outside", failing: [3], failure: null });
    expect(never.numbers()).toEqual([]);
  });

  test("hypotheses are asked each by itself", () => {
    const claim = sizes(
      "asked",
      () => 1,
      () => 1,
      {
        hypotheses: [
          { latex: "A", holds: oops },
          { latex: "B", holds: () => true },
          { latex: "C", holds: refuse },
          { latex: "D", holds: () => null },
          { latex: "n", parameter: n, least: () => 5 },
        ],
      },
    );
    expect(hypothesesAt(investigationOf({ claim, cell: { n: 5, m: 1 } }))).toEqual({
      holding: [1, 4],
      failing: [3],
      failure: 'asked (printed) at {"n":5,"m":1}: a hypothesis threw: oops',
    });
  });
});

describe("work within a time", () => {
  test("is waited for, until the time is over", async () => {
    const end = new AbortController();
    expect(await within(undefined, Promise.resolve(1))).toBe(1);
    expect(await within(end.signal, Promise.resolve(2))).toBe(2);
    await expect(within(end.signal, Promise.reject(new Error("oops")))).rejects.toThrow("oops");
    const never = within(end.signal, new Promise<number>(() => undefined));
    end.abort();
    expect(await never).toBeNull();
    expect(await within(end.signal, Promise.resolve(3))).toBeNull();
    expect(await within(end.signal, Promise.reject(new Error("oops")))).toBeNull();
  });

  test("and nothing of it is left with the signal", async () => {
    const end = new AbortController();
    const calls: string[] = [];
    const { signal } = end;
    const [added, removed] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...args: Parameters<typeof added>) => {
      calls.push(`+${args[0]} ${JSON.stringify(args[2])}`);
      added(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removed>) => {
      calls.push(`-${args[0]}`);
      removed(...args);
    };
    await within(signal, Promise.resolve(1));
    expect(calls).toEqual(['+abort {"once":true}', "-abort"]);
  });
});

test("a claim of another kind is looked at as it is", async () => {
  const identity = defineClaim({
    ...common,
    id: "identity",
    kind: "identity",
    parameters: [n],
    draw: nothing,
    observed: (_, { n: size }) => size ** 2,
    relation: "=",
    forms: { printed: { bound: ({ n: size }) => size * (size + 1) } },
    cells: [{ n: [1] }],
    mutants: { none: { bound: () => -1, at: { n: 1 } } },
  });
  expect(await look(identity, { n: 3 })).toMatchObject({
    status: "judged",
    sure: true,
    excess: Math.log(12) - Math.log(9),
  });
});
