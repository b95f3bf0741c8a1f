import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betsFor } from "./bets.js";
import { logCapitalAbove, logCapitalBelow } from "./betting-capital.js";
import { type BettingTest, bettingTest, update } from "./betting-test.js";
import { uniform } from "./bits.js";
import { catoniInfluence } from "./catoni-influence.js";
import { chiSquare } from "./chi-square.js";
import { totalOf } from "./compensated-sums.js";
import type { Enclosure } from "./enclosure.js";
import { judgeMean } from "./judge-mean.js";
import { type MeanModel, standardised } from "./mean-model.js";
import { normal } from "./normal.js";
import { LOOK_EVERY } from "./sequential-test.js";
import { keyedStreams } from "./streams.js";
import { binomialCriticalCount } from "./testing/binomial-test.js";
import { crossingProbability, type ThreePointLaw } from "./testing/crossing-probability.js";
import { RARE_LOOK, rareCrossing } from "./testing/rare-crossing.js";

const UNIT = { range: { lower: 0, upper: 1 } };
const SQUARE = { secondMoment: 1 };

/** The test that has seen the sample. */
function testAfter(model: MeanModel, sample: readonly Enclosure[], alpha = 1e-10): BettingTest {
  const test = bettingTest({ ...model, alpha });
  for (const x of sample) update(test, x);
  return test;
}

describe("the capital", () => {
  const sample = [0.2, 0.9, 0, 1, 0.55, 0.7, 0.7, 0.01];

  it("is the mean over bets of Π(1 + c(Y/μ − 1)) in a range, multiplied out", () => {
    const range = { lower: -3, upper: 5 };
    for (const mu of [1e-3, 0.2, 0.5, 0.99]) {
      const direct = (y: (u: number) => number, at: number) => {
        const products = Array.from({ length: 29 }, (_, i) => {
          const theta = 2 ** (i - 8);
          const c = (theta * at) / (1 + theta * at);
          return sample.reduce((product, u) => product * (1 + c * (y(u) / at - 1)), 1);
        });
        return Math.log(products.reduce((sum, product) => sum + product) / 29);
      };
      const test = testAfter(
        { range },
        sample.map((u) => 8 * u - 3),
      );
      expect(logCapitalAbove(test, 8 * mu - 3)).toBeCloseTo(
        direct((u) => u, mu),
        10,
      );
      expect(logCapitalBelow(test, 8 * mu - 3)).toBeCloseTo(
        direct((u) => 1 - u, 1 - mu),
        10,
      );
    }
  });

  it("is the mean over bets of Π g(λX)/(1 + λm + λ²s²/2) with a second moment, multiplied out", () => {
    const g = (y: number) => (y >= 0 ? 1 + y + y ** 2 / 2 : 1 / (1 - y + y ** 2 / 2));
    const centred = sample.map((u) => 30 * u - 15);
    for (const m of [-2, -0.3, 0, 1.5]) {
      const products = Array.from({ length: 10 }, (_, i) => {
        const lambda = 2 ** -i / 2;
        return centred.reduce((product, x) => (product * g(lambda * x)) / (1 + lambda * m + lambda ** 2 * 2), 1);
      });
      const direct = Math.log(products.reduce((sum, product) => sum + product) / 10);
      expect(logCapitalAbove(testAfter({ secondMoment: 4 }, centred), m)).toBeCloseTo(direct, 10);
    }
  });

  it("is 1 before the first draw, and infinite against what is surely false", () => {
    const empty = bettingTest({ range: { lower: 2, upper: 3 } });
    for (const m of [2, 2.5, 3]) {
      expect(logCapitalAbove(empty, m)).toBeCloseTo(0, 12);
      expect(logCapitalBelow(empty, m)).toBeCloseTo(0, 12);
    }
    expect(logCapitalAbove(empty, 1.99)).toBe(Infinity);
    expect(logCapitalBelow(empty, 3.01)).toBe(Infinity);
    // The model makes these true: nothing can grow.
    for (const m of [3, 10, Infinity]) expect(logCapitalAbove(empty, m)).toBeLessThanOrEqual(1e-12);
    const moment = bettingTest({ secondMoment: 4 });
    expect(logCapitalAbove(moment, -2.01)).toBe(Infinity);
    expect(logCapitalAbove(moment, -2)).toBeCloseTo(0, 12);
  });

  it("knows at the end of the range whether any draw was beyond it", () => {
    expect(logCapitalAbove(testAfter(UNIT, [0, 0, 0]), 0)).toBe(0);
    expect(logCapitalAbove(testAfter(UNIT, [0, 5e-324, 0]), 0)).toBe(Infinity);
    expect(logCapitalBelow(testAfter(UNIT, [1, 1]), 1)).toBe(0);
    expect(logCapitalBelow(testAfter(UNIT, [1, 1 - 2 ** -53]), 1)).toBe(Infinity);
  });

  it("stays finite for any number of draws, at any mean inside", () => {
    const test = testAfter(UNIT, [0, 1, 0.5]);
    for (const sums of [test.above.sums, test.below.sums]) for (const [i, sum] of sums.entries()) sums[i] = 1e9 * sum;
    test.draws = 3e9;
    for (const m of [1e-300, 1e-9, 0.5, 1 - 1e-9, 1 - 2 ** -53]) {
      expect(logCapitalAbove(test, m)).toSatisfy(Number.isFinite);
      expect(logCapitalBelow(test, m)).toSatisfy(Number.isFinite);
    }
    const wild = testAfter(SQUARE, [1e308, -1e308, 1e200]);
    for (const m of [-1, 0, 1]) expect(logCapitalAbove(wild, m)).toSatisfy(Number.isFinite);
  });

  it("is that of −X on the other side, to the last bit", () => {
    const values = fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 20 });
    const means = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(values, means, (xs, m) => {
        const [plain, mirror] = [{ range: { lower: -1, upper: 2 } }, { range: { lower: -2, upper: 1 } }];
        const negated = xs.map((x) => -x);
        expect(logCapitalBelow(testAfter(plain, xs), m)).toBe(logCapitalAbove(testAfter(mirror, negated), -m));
        const moment = { secondMoment: 5 };
        expect(logCapitalBelow(testAfter(moment, xs), m)).toBe(logCapitalAbove(testAfter(moment, negated), -m));
      }),
      { seed: 1 },
    );
  });

  it("of intervals is that of lower ends against high means, of upper ends against low ones", () => {
    const [lower, upper] = [
      [0.1, 0.5, 0.3],
      [0.4, 0.5, 0.35],
    ];
    for (const model of [UNIT, SQUARE]) {
      const both = testAfter(
        model,
        lower.map((low, i) => ({ lower: low, upper: upper[i] })),
      );
      expect(logCapitalAbove(both, 0.2)).toBe(logCapitalAbove(testAfter(model, lower), 0.2));
      expect(logCapitalBelow(both, 0.7)).toBe(logCapitalBelow(testAfter(model, upper), 0.7));
    }
    // What lies beyond the range is cut off: X is not there.
    expect(testAfter(UNIT, [{ lower: -Infinity, upper: 0.5 }])).toEqual(testAfter(UNIT, [{ lower: 0, upper: 0.5 }]));
  });
});

/** Laws at the boundary, E X = m, in the middle and close to either end. */
const boundary: readonly [name: string, model: MeanModel, law: ThreePointLaw, draws: number][] = [
  ["coin", UNIT, { values: [0, 1], probabilities: [0.5, 0.5] }, 150],
  ["m near the lower end", UNIT, { values: [0, 1], probabilities: [0.998, 0.002] }, 150],
  ["m near the upper end", UNIT, { values: [0, 1], probabilities: [0.002, 0.998] }, 150],
  ["m at 1e-6 of the range", UNIT, { values: [0, 1e-4], probabilities: [0.99, 0.01] }, 150],
  ["inside a wide range", { range: { lower: -3, upper: 5 } }, { values: [-2, 3], probabilities: [0.3, 0.7] }, 150],
  ["three values", UNIT, { values: [0, 0.5, 1], probabilities: [0.25, 0.25, 0.5] }, 45],
  ["three values, one of them rare", UNIT, { values: [0.1, 0.2, 1], probabilities: [0.5, 0.49, 0.01] }, 45],
  ["second moment, ±s", SQUARE, { values: [-1, 1], probabilities: [0.5, 0.5] }, 150],
  ["second moment, m near s", SQUARE, { values: [-1, 1], probabilities: [0.04, 0.96] }, 150],
  ["second moment, skew", SQUARE, { values: [-0.1, 10], probabilities: [100 / 101, 1 / 101] }, 150],
  ["second moment, rare and far", SQUARE, { values: [-10, 0, 10], probabilities: [0.005, 0.99, 0.005] }, 45],
];

const meanOf = ({ values, probabilities }: ThreePointLaw) =>
  values.reduce((sum, x, i) => sum + x * probabilities[i], 0);

describe.each(boundary)("at the boundary (%s)", (_name, model, law, draws) => {
  const m = meanOf(law);

  it.each([0.2, 0.01])(
    `ever reaches 1/α with probability at most α = %d, looking at each of ${draws} draws`,
    (alpha) => {
      const needed = -Math.log(alpha);
      const above = crossingProbability(model, law, draws, (test) => logCapitalAbove(test, m) >= needed);
      const below = crossingProbability(model, law, draws, (test) => logCapitalBelow(test, m) >= needed);
      expect(above).toBeLessThanOrEqual(alpha);
      expect(below).toBeLessThanOrEqual(alpha);
      expect(Math.max(above, below)).toBeGreaterThan(alpha / 500);
    },
  );
});

describe.each([
  ["1 with probability 1e-6", 1],
  ["0 with probability 1e-6", 0],
] as const)("at the boundary (%s)", (_name, rare) => {
  const p = 1e-6;
  const m = rare === 1 ? p : 1 - p;

  // Seen once, it is evidence at once that it is not so rare; that it is rarer, millions of draws without it are.
  it.each([0.2, 0.01])(
    "reaches 1/α on either side with probability at most α = %d, looking at every 8,192 of 6.5 million draws",
    (alpha) => {
      const needed = -Math.log(alpha);
      const draws = 800 * RARE_LOOK;
      const above = rareCrossing({ rare, p }, draws, (test) => logCapitalAbove(test, m) >= needed);
      const below = rareCrossing({ rare, p }, draws, (test) => logCapitalBelow(test, m) >= needed);
      for (const side of [above, below]) {
        expect(side).toBeLessThanOrEqual(alpha);
        expect(side).toBeGreaterThan(alpha / 50);
      }
    },
  );
});

describe("mutants that would be caught", () => {
  const rate = (law: ThreePointLaw, model: MeanModel, logCapital: (test: BettingTest) => number) =>
    crossingProbability(model, law, 300, (test) => logCapital(test) >= Math.log(100));
  const bestBet = (test: BettingTest, price: (mu: number, size: number) => number, m: number) => {
    const logs = betsFor(test.model).sizes.map(
      (size, bet) => totalOf(test.above, bet) - test.draws * price(standardised(test.model, m), size),
    );
    return Math.max(...logs);
  };

  it("the best bet in place of the mean over bets", () => {
    const law = { values: [0, 1], probabilities: [0.9, 0.1] };
    expect(rate(law, UNIT, (test) => bestBet(test, betsFor(UNIT).logPrice, 0.1))).toBeGreaterThan(0.01);
  });

  it("a price without the second moment", () => {
    const law = { values: [-1, 1], probabilities: [0.5, 0.5] };
    expect(rate(law, SQUARE, (test) => bestBet(test, (mu, size) => Math.log1p(size * mu), 0))).toBeGreaterThan(0.05);
  });

  it("a mean that is a little too low", () => {
    const law = { values: [0, 1], probabilities: [0.5, 0.5] };
    expect(rate(law, UNIT, (test) => logCapitalAbove(test, 0.4))).toBeGreaterThan(0.4);
  });
});

describe("power, at α = 1e-10 and looks every 64 draws, exactly", () => {
  it.each([
    ["a coin of 0.6 against 0.5", UNIT, { values: [0, 1], probabilities: [0.4, 0.6] }, 0.5, 1856],
    ["a rate of 0.1 against 0.05", UNIT, { values: [0, 1], probabilities: [0.9, 0.1] }, 0.05, 1920],
    ["0.3 against 0.25 with deviation 0.1", UNIT, { values: [0.2, 0.4], probabilities: [0.5, 0.5] }, 0.25, 320],
    ["±1 with mean 0.2 against 0", SQUARE, { values: [-1, 1], probabilities: [0.4, 0.6] }, 0, 1984],
  ] as const)("%s: refuted within so many draws with probability 0.9", (_name, model, law, m, draws) => {
    const refuted = (test: BettingTest) => judgeMean(test, { atMost: m }) === "refuted";
    expect(crossingProbability(model, law, draws, refuted, LOOK_EVERY)).toBeGreaterThan(0.9);
    expect(crossingProbability(model, law, draws / 2, refuted, LOOK_EVERY)).toBeLessThan(0.9);
  });
});

describe("Student's t with 3 degrees of freedom, scaled to variance 1", () => {
  const RUNS = 300;
  const ALPHA = 0.05;
  const streams = keyedStreams({ seed: "tails", sampler: "betting-test.test", parameters: {} });

  /** In how many runs the test of "E X ≤ m" refutes by one of 10 looks, E X = shift. */
  function refutations(shift: number, m: number): number {
    let count = 0;
    for (let run = 0; run < RUNS; run++) {
      const bits = streams(run)("t");
      const test = bettingTest({ secondMoment: 1 + shift ** 2, alpha: ALPHA });
      for (let look = 0; look < 10; look++) {
        for (let i = 0; i < LOOK_EVERY; i++) update(test, shift + normal(bits) / Math.sqrt(chiSquare(3, bits)));
        if (judgeMean(test, { atMost: m }) !== "refuted") continue;
        count++;
        break;
      }
    }
    return count;
  }

  it("refutes falsely in at most a share α of runs, and sees a fifth of a deviation", () => {
    // More than this has probability at most 1e-10 if each run refutes with probability α.
    expect(refutations(0, 0)).toBeLessThan(binomialCriticalCount(RUNS, ALPHA, 1e-10));
    expect(refutations(0.2, 0)).toBeGreaterThan(0.9 * RUNS);
  });
});

describe("Catoni's influence function", () => {
  it("is odd, increasing, below log(1 + y + y²/2), and defined everywhere", () => {
    const ys = [1e-300, 1e-9, 0.1, 1, 7, 1e6, 9.9e16, 1.1e17, 1e200, Infinity];
    let before = 0;
    for (const y of ys) {
      expect(catoniInfluence(-y)).toBe(-catoniInfluence(y));
      expect(catoniInfluence(y)).toBeGreaterThan(before);
      before = catoniInfluence(y);
      if (y < 1e3) expect(Math.exp(catoniInfluence(-y))).toBeLessThanOrEqual(1 - y + y ** 2 / 2);
    }
  });
});

describe("judgeMean", () => {
  const high = testAfter(
    UNIT,
    Array.from({ length: 64 }, () => 0.9),
  );

  it("decides claims of both directions", () => {
    expect(judgeMean(high, { atMost: 0.5 })).toBe("refuted");
    expect(judgeMean(high, { atLeast: 0.5 })).toBe("supported");
    expect(judgeMean(high, { atMost: 0.9 })).toBe("inconclusive");
    const low = testAfter(
      UNIT,
      Array.from({ length: 64 }, () => 0.1),
    );
    expect(judgeMean(low, { atMost: 0.5 })).toBe("supported");
    expect(judgeMean(low, { atLeast: 0.5 })).toBe("refuted");
  });

  it("needs no draws for what the model makes sure", () => {
    for (const [model, lower, upper] of [
      [UNIT, 0, 1],
      [{ secondMoment: 2 }, -1.5, 1.5],
    ] as const) {
      const empty = bettingTest(model);
      expect(judgeMean(empty, { atMost: upper })).toBe("supported");
      expect(judgeMean(empty, { atLeast: lower })).toBe("supported");
      expect(judgeMean(empty, { atMost: lower - 1e-9 })).toBe("refuted");
      expect(judgeMean(empty, { atLeast: upper + 1e-9 })).toBe("refuted");
    }
    expect(judgeMean(bettingTest(UNIT), { atMost: 0 })).toBe("inconclusive");
    expect(judgeMean(testAfter(UNIT, [1e-12]), { atMost: 0 })).toBe("refuted");
  });
});

describe("says what is wrong with", () => {
  const started = (options: object) => () => bettingTest({ ...UNIT, ...options });

  it("its options", () => {
    expect(started({ alpha: 0 })).toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
    expect(started({ range: { lower: 1, upper: 0 } })).toThrow(
      new RangeError("range is from 1 to 0; lower must be below upper, at a finite distance"),
    );
    for (const [lower, upper] of [
      [0, Infinity],
      [-1e308, 1e308],
      [Number.NaN, 1],
      [1, 1],
    ])
      expect(started({ range: { lower, upper } })).toThrow(RangeError);
    expect(started({ secondMoment: 1 })).toThrow(new RangeError("exactly one of range and secondMoment must be given"));
    expect(started({ range: undefined })).toThrow("exactly one of");
    for (const secondMoment of [0, -1, Infinity, Number.NaN])
      expect(started({ range: undefined, secondMoment })).toThrow(
        new RangeError(`secondMoment is ${secondMoment}; it must be finite and > 0`),
      );
  });

  it("an observation", () => {
    const seen = (x: unknown, model: MeanModel = UNIT) => {
      const test = testAfter(model, [0.5, 0.5]);
      // @ts-expect-error whatever a caller without types may hand over
      return () => update(test, x);
    };
    const must = "a number in the range [0, 1], or { lower, upper } that meet it";
    expect(seen(Number.NaN)).toThrow(new RangeError(`observation is NaN at draw 2; it must be ${must}`));
    expect(seen(1.5)).toThrow(new RangeError(`observation is 1.5 at draw 2; it must be ${must}`));
    expect(seen({ lower: 2, upper: 3 })).toThrow(
      new RangeError(`observation is { lower: 2, upper: 3 } at draw 2; it must be ${must}`),
    );
    for (const x of [
      -1e-9,
      Infinity,
      { lower: 0.6, upper: 0.5 },
      { lower: Number.NaN, upper: 1 },
      { lower: 0.5 },
      [0, 0.5],
      "0.5",
      { lower: "0", upper: "1" },
      null,
      undefined,
    ])
      expect(seen(x)).toThrow(RangeError);
    expect(seen(Infinity, SQUARE)).toThrow(
      new RangeError("observation is Infinity at draw 2; it must be a finite number, or { lower, upper } of such"),
    );
    expect(seen({ lower: 0, upper: Infinity }, SQUARE)).toThrow(RangeError);
  });

  it("a mean", () => {
    expect(() => logCapitalAbove(bettingTest(UNIT), Number.NaN)).toThrow(RangeError);
    expect(() => judgeMean(bettingTest(UNIT), { atMost: Number.NaN })).toThrow(RangeError);
  });
});

it("takes 10⁵ draws and says as much as theory allows", () => {
  const bits = keyedStreams({ seed: "1", sampler: "betting-test.test", parameters: {} })(0)("u");
  const test = bettingTest({ ...UNIT, alpha: 1e-10 });
  for (let i = 0; i < 1e5; i++) update(test, uniform(bits));
  // A test that knew the normal law would see √(2σ² log(1/α)/n) = 0.0062.
  expect(judgeMean(test, { atMost: 0.49 })).toBe("refuted");
  expect(judgeMean(test, { atMost: 0.51 })).toBe("supported");
});
