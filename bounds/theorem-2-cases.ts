import { defineClaim, gamma, type Hypothesis, nothing } from "lemmacheck";
import { type LogSizes, theoremTwoCases, theoremTwoLogConstants } from "./constants/theorem-2-constants.js";
import { type Given, logD, logK } from "./parameters.js";

type Setting = Given<"logD" | "logK" | "gamma">;

const sizesOf = ({ logD, logK, gamma }: Setting): LogSizes => ({ logD, logK, log: -Math.log(gamma) });

/** A hypothesis "needed ≤ there is" between logarithms. */
function atMost(
  latex: string,
  sides: (sizes: LogSizes) => readonly [needed: number, there: number],
): Hypothesis<Setting> {
  return {
    latex,
    holds: (given) => {
      const [needed, there] = sides(sizesOf(given));
      return needed <= there;
    },
    because: (given) => {
      const [needed, there] = sides(sizesOf(given));
      return `the logarithm of the left side is ${needed.toPrecision(6)}, of the right side ${there.toPrecision(6)}`;
    },
  };
}

/** C₁ log^p(d) log(1/γ) ≤ k */
const widthAtLeast = (power: number) =>
  atMost(String.raw`C_1 \log^{${power}}(d) \log(1/\gamma) \le k`, ({ logD, logK, log }) => [
    theoremTwoLogConstants().logC1 + power * Math.log(logD) + Math.log(log),
    logK,
  ]);

/** The larger shortfall that remains whichever case is taken, enclosed: logarithms are right to a few ulp. */
function shortfall(given: Setting, cases: readonly (keyof typeof theoremTwoCases)[]) {
  const least = Math.min(...cases.map((number) => theoremTwoCases[number](sizesOf(given))));
  const error = 2 ** -48 * (given.logD + given.logK + 1000);
  return { lower: least - error, upper: least + error };
}

/**
 * Whether Theorem 2's hypotheses lead into one of the two cases of its proof at every width. Sizes are given by their
 * logarithms: the constants of the proof reach far beyond 2^53.
 */
export const theorem2Cases = defineClaim({
  id: "theorem-2-cases",
  label: "Theorem 2, cases",
  kind: "step",
  quote:
    "The proof is the same as for Theorem 1 using Proposition 3 instead of Proposition 1 and Proposition 4 or Proposition 5 replacing Proposition 2",
  latex: String.raw`C_1 \log^6(d) \log\tfrac{1}{\gamma} \le k,\ C_2 \log^3(d) \log\tfrac{1}{\gamma} \le d,\ C_3 \log^4(k) \log\tfrac{1}{\gamma} \le \frac{d}{\log d} \implies (C_1' d \log^2(Rk) \le k,\ C_2' \log^4(Rk) R^2 \le \frac{d}{\log d}) \text{ or } (k \le d \log^3 d,\ R \le \frac{\sqrt{k}}{\log^6 d},\ \frac{415}{\log d} \le \frac{1}{8})`,
  quantity: String.raw`\log(\text{needed} / \text{there})`,
  freeConstants: {
    audited: "the constants of the proof",
    everyChoice: ({ logD }) =>
      logD < Math.LN2
        ? "d < 2, where log d = 0 makes all three hypotheses hold whatever the constants are"
        : "at k = C_1 log⁶(d) log(1/γ) the radius √k/log⁶(d) tends to 0 as d grows, below any multiple of √log(1/γ), and Case 1 is far away",
  },
  nonClaims: [
    "Propositions 3, 4 and 5 themselves; of Proposition 5 the constant 415 that its proof gives",
    "constants that anybody would want: C₂ has 400,000 digits, since the cases overlap only once log³(d) exceeds C₁'log²(Rk)",
  ],
  uses: { statement: ["proposition-3-simplified", "proposition-4-simplified", "proposition-5"] },
  parameters: [logD, logK, gamma],
  hypotheses: [
    atMost(String.raw`C_2 \log^3(d) \log(1/\gamma) \le d`, ({ logD, log }) => [
      theoremTwoLogConstants().logC2 + 3 * Math.log(logD) + Math.log(log),
      logD,
    ]),
    atMost(String.raw`C_3 \log^4(k) \log(1/\gamma) \le d / \log(d)`, ({ logD, logK, log }) => [
      theoremTwoLogConstants().logC3 + 4 * Math.log(logK) + Math.log(log),
      logD - Math.log(logD),
    ]),
  ],
  draw: nothing,
  observed: (_, given) => shortfall(given, [1, 2]),
  relation: "<=",
  forms: {
    printed: {
      hypotheses: [widthAtLeast(6)],
      bound: () => 0,
      refutedAt: { logD: 1e7, logK: 111, gamma: 0.1 },
    },
    repaired: {
      latex: String.raw`C_1 \log^{12}(d) \log\tfrac{1}{\gamma} \le k,\ d \ge 2,\ \gamma \le \tfrac{1}{2} \text{ besides}`,
      reason:
        "Proposition 5 controls the gradient within √k/log⁶ d, and the step has length C₅√log(1/γ): that asks for k ≥ C₅² log¹²(d) log(1/γ). At k = C₁ log⁶(d) log(1/γ) the radius √C₁·√log(1/γ)/log³ d falls below any multiple of √log(1/γ) as d grows, whatever C₁, and Case 1 is far away. d = 1 must go too, where log d = 0 makes all three hypotheses hold, and γ near 1, as in Theorem 1.",
      hypotheses: [
        { latex: String.raw`d \ge 2`, holds: ({ logD }) => logD >= Math.LN2 },
        { latex: String.raw`\gamma \le \tfrac{1}{2}`, holds: ({ gamma }) => gamma <= 1 / 2 },
        widthAtLeast(12),
      ],
      bound: () => 0,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: C₁, C₂ and C₃ are made so, one requirement at a time (`theoremTwoLogConstants`)",
  },
  cells: [
    { logD: [1e7], logK: [111], gamma: [0.1] },
    { logD: [36], logK: [36], gamma: [0.1] },
    { logD: [1e6, 1e9], logK: [500, 2e6, 1e9], gamma: [0.5, 1e-300] },
  ],
  witness: { logD: 2e6, logK: 2e6, gamma: 0.1 },
  mutants: {
    "Case 1 alone": {
      of: "repaired",
      observed: (_, given) => shortfall(given, [1]),
      at: { logD: 2e6, logK: 2e6, gamma: 0.1 },
    },
    "Case 2 alone": {
      of: "repaired",
      observed: (_, given) => shortfall(given, [2]),
      at: { logD: 2e6, logK: 4e6, gamma: 0.1 },
    },
    "a gap of a factor 10 in k": {
      of: "repaired",
      observed: (_, given) => {
        const one = shortfall({ ...given, logK: given.logK - 2.3 }, [1]);
        const two = shortfall({ ...given, logK: given.logK + 2.3 }, [2]);
        return { lower: Math.min(one.lower, two.lower), upper: Math.min(one.upper, two.upper) };
      },
      at: { logD: 921_700, logK: 921_742, gamma: 0.5 },
    },
  },
});
