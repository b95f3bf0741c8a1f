import { describe, expect, test } from "vitest";
import { audit } from "../auditor/audit.js";
import { defineClaim } from "../auditor/define-claim.js";
import { gamma } from "../auditor/gamma.js";
import { logBinomialTails } from "../numbers/binomial-tails.js";
import { callTable } from "../numbers/testing/call-table.js";
import { uniform } from "./bits.js";
import { drawsNeeded } from "./draws-needed.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";
import { keyedStreams } from "./streams.js";
import { binomialLaw, sequentialLaw } from "./testing/sequential-law.js";

const designs = [
  { gamma: 0.05, failureProbability: 0.1, alpha: 1e-10, power: 0.99 },
  { gamma: 0.05, failureProbability: 0.02, alpha: 1e-10, power: 0.99 },
  { gamma: 0.5, failureProbability: 0.6, alpha: 1e-6, power: 0.9 },
  { gamma: 0.5, failureProbability: 0.4, alpha: 1e-6, power: 0.9 },
  { gamma: 0.9, failureProbability: 0.97, alpha: 1e-3, power: 0.5 },
  { gamma: 0.9, failureProbability: 0.8, alpha: 1e-3, power: 0.99 },
  { gamma: 0.01, failureProbability: 0.03, alpha: 0.01, power: 0.8 },
  { gamma: 0.2, failureProbability: 0.27, alpha: 0.01, power: 0.3 },
];

/** P(the look after n draws decides rightly), by adding up the law. */
function lookPower(n: number, { gamma, failureProbability: p, alpha }: (typeof designs)[number]): number {
  const evidence = p > gamma ? logEvidenceAbove : logEvidenceBelow;
  return binomialLaw(n, p).reduce(
    (sum, probability, failures) =>
      evidence({ failures, draws: n }, gamma) >= -Math.log(alpha) ? sum + probability : sum,
    0,
  );
}

/** A claim whose draws all break the bound, or all keep it. */
const sure = (observed: number) =>
  defineClaim({
    id: "sure",
    label: "Sure",
    kind: "whp",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters: [gamma],
    hypotheses: [],
    draw: { id: "none", parameters: [], cost: () => 1, draw: () => observed },
    observed: (x) => x,
    relation: "<=",
    trivial: () => 2,
    forms: { printed: { bound: () => 1 } },
    cells: [{ gamma: [0.1] }],
    mutants: { zero: { bound: () => 0, at: { gamma: 0.1 } } },
  });

describe("drawsNeeded", () => {
  test.each(designs)("is the first look with the power, by adding up laws: %o", (design) => {
    const needed = drawsNeeded(design);
    const aim = design.power + design.alpha;
    for (let n = 64; n < needed; n += 64) expect(lookPower(n, design), `${n}`).toBeLessThan(aim);
    expect(lookPower(needed, design)).toBeGreaterThanOrEqual(aim);
  });

  test.each(designs.slice(0, 4))("bounds the whole sequential test, and not by much: %o", (design) => {
    const { gamma, failureProbability, alpha, power } = design;
    const looks = drawsNeeded(design) / 64;
    const right = sequentialLaw(gamma, failureProbability, alpha, looks).map((law) =>
      failureProbability > gamma ? law.refuted : law.supported,
    );
    expect(right[looks - 1]).toBeGreaterThanOrEqual(power);
    // The first time at which the test has the power by all its looks together.
    expect(right.findIndex((probability) => probability >= power) + 1).toBeGreaterThan(0.75 * looks);
  });

  test("is kept by simulated audits", () => {
    const [gamma, failureProbability, power, runs] = [0.05, 0.15, 0.9, 400];
    const draws = drawsNeeded({ gamma, failureProbability, power });
    const refutedBy = (last: number) => {
      let refuted = 0;
      for (let run = 0; run < runs; run++) {
        const bits = keyedStreams({ seed: "design", sampler: "coin", parameters: {} })(run)("u");
        for (let failures = 0, n = 1; n <= last; n++) {
          if (uniform(bits) < failureProbability) failures++;
          if (n % 64 === 0 && logEvidenceAbove({ failures, draws: n }, gamma) >= Math.log(1e10)) {
            refuted++;
            break;
          }
        }
      }
      return refuted;
    };
    // Each run refutes with probability ≥ power, so this fails with probability at most 1e-10; half the draws fail it.
    const surprise = (refuted: number) => logBinomialTails(refuted, runs, power).logAtMost;
    expect(surprise(refutedBy(draws))).toBeGreaterThan(Math.log(1e-10));
    expect(surprise(refutedBy(draws / 2))).toBeLessThan(Math.log(1e-10));
  });

  test.each([0.3, 0.05, 1e-3])(
    "is what an audit takes when nothing fails, or everything, at gamma = %d",
    async (gamma) => {
      const kept = await audit({ claim: sure(1), cell: { gamma } });
      expect(kept).toMatchObject({ verdict: "supported", draws: drawsNeeded({ gamma, failureProbability: 0 }) });
      const broken = await audit({ claim: sure(2), cell: { gamma: 1 - gamma } });
      expect(broken).toMatchObject({
        verdict: "refuted",
        draws: drawsNeeded({ gamma: 1 - gamma, failureProbability: 1 }),
      });
    },
  );

  test("without failures it solves (1 − (1−γ)^(n+1)) / (γ·(n+1)·(1−γ)^n) ≥ 1/α", () => {
    // E = B(1, n+1)·I_γ(1, n+1)/(γ·(1−γ)^n), with I_γ(1, n+1) = 1 − (1−γ)^(n+1) and B(1, n+1) = 1/(n+1).
    const evidence = (n: number, gamma: number) =>
      Math.log1p(-((1 - gamma) ** (n + 1))) - Math.log(gamma * (n + 1)) - n * Math.log1p(-gamma);
    for (const gamma of [0.7, 0.3, 0.01, 1e-6]) {
      const draws = drawsNeeded({ gamma, failureProbability: 0 });
      expect(evidence(draws, gamma)).toBeGreaterThanOrEqual(Math.log(1e10));
      if (draws > 64) expect(evidence(draws - 64, gamma)).toBeLessThan(Math.log(1e10));
    }
  });

  test("reaches gammas and numbers of draws far beyond what anyone adds up", () => {
    expect(drawsNeeded({ gamma: 1e-12, failureProbability: 0 })).toBeGreaterThan(23 / 1e-12);
    expect(drawsNeeded({ gamma: 1e-15, failureProbability: 0 })).toBe(Infinity);
    // Failures and successes change places: 1 − p against 1 − γ.
    expect(drawsNeeded({ gamma: 1 - 2 ** -30, failureProbability: 1 - 2 ** -27 })).toBe(
      drawsNeeded({ gamma: 2 ** -30, failureProbability: 2 ** -27 }),
    );
  });

  test("says what is wrong with its arguments", () => {
    const ask = (changes: object) => () => drawsNeeded({ gamma: 0.05, failureProbability: 0.1, ...changes });
    expect(ask({ gamma: 1 })).toThrow(new RangeError("gamma is 1; it must be in (0, 1)"));
    expect(ask({ gamma: Number.NaN })).toThrow(new RangeError("gamma is NaN; it must be in (0, 1)"));
    expect(ask({ alpha: 0 })).toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
    expect(ask({ power: 1 })).toThrow(new RangeError("power is 1; it must be in (0, 1 - alpha)"));
    expect(ask({ failureProbability: 2 })).toThrow(new RangeError("failureProbability is 2; it must be in [0, 1]"));
    expect(ask({ failureProbability: 0.05 })).toThrow(
      new RangeError("failureProbability is 0.05; it must differ from gamma"),
    );
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const plans = [
    [0.1, 0],
    [0.1, 0.05],
    [0.1, 0.099],
    [0.1, 0.11],
    [0.1, 1],
    [1e-9, 0],
    [1e-9, 1e-6],
    [0.999, 0.9999],
    [0.5, 0.5001],
  ].map(([gamma, failureProbability]) => ({ gamma, failureProbability }));
  const others = [
    { ...plans[1], alpha: 0.01 },
    { ...plans[1], power: 0.5 },
    { ...plans[3], alpha: 0.3, power: 0.6 },
  ];
  const refused = [
    { ...plans[0], failureProbability: 0.1 },
    { ...plans[0], failureProbability: -1 },
    { ...plans[0], failureProbability: Number.NaN },
    { ...plans[0], gamma: 0 },
    { ...plans[0], power: 1 },
    { gamma: 1e-15, failureProbability: 0 },
  ];
  expect(
    callTable(
      drawsNeeded,
      [...plans, ...others, ...refused].map((plan) => [plan]),
    ),
  ).toMatchSnapshot();
});
