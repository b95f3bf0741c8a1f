import { describe, expect, test } from "vitest";
import { audit } from "../audit.js";
import { gamma } from "../gamma.js";
import { searchClaim } from "./search-claim.js";
import { sizes } from "./testing/plain-plants.js";
import { n } from "./testing/plant-parts.js";
import { normalSum } from "./testing/random-plants.js";

const oops = (): never => {
  throw new Error("oops");
};

/** n ≤ 7 for all n, with constants left free. */
const free = (everyChoice: () => string | null) =>
  sizes(
    "free-constants",
    (size) => size,
    () => 7,
    { freeConstants: { audited: "C = 1", everyChoice } },
  );

describe("a refutation is not lost where the claim fails in what it says of it", () => {
  test("in everyChoice, by audit and by search", async () => {
    const reason = expect.stringMatching(/with C = 1; whether others would do is not known: everyChoice threw: oops$/);
    expect(await audit({ claim: free(oops), cell: { n: 8, m: 1 } })).toMatchObject({ verdict: "refuted", reason });
    const { row } = await searchClaim({ claim: free(oops) }, { candidates: 200 });
    expect(row).toMatchObject({ verdict: "refuted", cell: { n: 8, m: 1 }, reason });
  });

  test("where nothing can be decided for it, the cells are counted with what it said", async () => {
    const claim = normalSum("no-trivial", ({ n: size }) => Math.sqrt(size), { trivial: oops });
    const { row, effort } = await searchClaim({ claim }, { candidates: 100 });
    expect(row).toBeNull();
    expect(effort.failed).toBeGreaterThan(0);
    expect(effort.failure).toMatch(/^no-trivial \(printed\) at .*oops/);
    expect(effort.judged + effort.failed).toBeLessThanOrEqual(100);
  });
});

describe("a hypothesis that fails itself is a failure of the claim", () => {
  const one = (
    id: string,
    hypothesis: { latex: string; holds(): boolean } | { latex: string; parameter: typeof n; least(): number },
    also: readonly { latex: string; holds(): boolean }[] = [],
  ) =>
    sizes(
      id,
      () => 2,
      () => 1,
      { hypotheses: [hypothesis, ...also] },
    );

  test.each([
    ["holds throws", one("throws", { latex: "H", holds: oops })],
    [
      "holds refuses",
      one("refuses", {
        latex: "H",
        holds: () => {
          throw new RangeError("oops");
        },
      }),
    ],
    ["least throws", one("least", { latex: "n \\ge f", parameter: n, least: oops })],
    [
      "least refuses",
      one("least-refuses", {
        latex: "n \\ge f",
        parameter: n,
        least: () => {
          throw new RangeError("oops");
        },
      }),
    ],
  ])("%s", async (_, claim) => {
    const { row, effort } = await searchClaim({ claim }, { candidates: 50 });
    expect(row).toBeNull();
    expect(effort).toMatchObject({ candidates: 50, judged: 0, failed: 50, unmet: [] });
    expect(effort.failure).toMatch(new RegExp(`^${claim.id} \\(printed\\) at .*a hypothesis.*oops$`));
  });

  test("but not where another that it may need does not hold", async () => {
    const claim = one("needs", { latex: "H", holds: oops }, [{ latex: "n \\ge \\infty", holds: () => false }]);
    const { effort } = await searchClaim({ claim }, { candidates: 50 });
    expect(effort).toMatchObject({ judged: 0, failed: 0, unmet: ["n \\ge \\infty"] });
  });
});

describe("hypotheses that held at no cell are named", () => {
  const never = { latex: "never", holds: () => false };
  const some = { latex: "n even", holds: ({ n: size }: { n: number }) => size % 2 === 0 };

  test("by their LaTeX, and others are not", async () => {
    const claim = sizes(
      "unmet",
      () => 2,
      () => 1,
      { hypotheses: [some, never] },
    );
    const { effort } = await searchClaim({ claim }, { candidates: 60 });
    expect(effort).toMatchObject({ judged: 0, unmet: ["never"] });
  });

  test("not where all hold and the right side is undefined", async () => {
    const claim = sizes(
      "undefined",
      () => 2,
      () => 1,
      {
        forms: { printed: { bound: () => null } },
        hypotheses: [some],
      },
    );
    const { effort } = await searchClaim({ claim }, { candidates: 60 });
    expect(effort).toMatchObject({ judged: 0, unmet: [] });
  });

  test("those of the form too, and with values that were asked for", async () => {
    const claim = normalSum("asked", () => Infinity, {
      hypotheses: [{ latex: "\\gamma \\le 1/2", holds: ({ gamma: share }) => share <= 0.5 }],
    });
    const { effort } = await searchClaim({ claim }, { candidates: 60, asked: { [gamma.name]: [0.7] } });
    expect(effort.unmet).toEqual(["\\gamma \\le 1/2"]);
  });
});
