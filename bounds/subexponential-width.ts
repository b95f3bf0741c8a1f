import { defineClaim, nothing } from "lemmacheck";
import { theoremTwoLogConstants } from "./constants/theorem-2-constants.js";
import { degree, type Given, logD, power, rho } from "./parameters.js";

type Setting = Given<"logD" | "rho" | "degree" | "power">;

/** log of the constant: C₃ of Theorem 2, which is larger than Theorem 1's C₂ for every smooth ψ of the catalogue. */
const logConstant = theoremTwoLogConstants().logC3;

/**
 * log of the left side over the right side of C·log^p(k/γ)·log(1/γ) ≤ d/log d at log k = d^ρ and γ = d^(−m), where
 * log(1/γ) = mx and log(k/γ) = e^(ρx) + mx with x = log d. In logarithms: d^ρ itself may be larger than any double.
 */
function excess({ logD, rho, degree, power }: Setting, widthPower = rho): number {
  const [width, failure] = [widthPower * logD, Math.log(degree) + Math.log(logD)];
  const sum = Math.max(width, failure) + Math.log1p(Math.exp(-Math.abs(width - failure)));
  return logConstant + power * sum + failure + Math.log(logD) - logD;
}

/**
 * From where on it holds. With a = 1 − pρ > 0: once e^(ρx) ≥ mx, which log x ≤ ρx/2 + log(2/ρ) − 1 gives for
 * x ≥ (2/ρ)(log m + log(2/ρ) − 1), the logarithm is at most log C + p log 2 + log m + 2 log x − ax, and
 * log x ≤ ax/4 + log(4/a) − 1 makes that ≤ 0 for x ≥ (2/a)(log C + p log 2 + log m + 2 log(4/a) − 2).
 */
function leastLogD({ rho, degree, power }: Omit<Setting, "logD">): number {
  const a = 1 - power * rho;
  return Math.max(
    1,
    (2 / rho) * (Math.log(degree) + Math.log(2 / rho) - 1),
    (2 / a) * (logConstant + power * Math.LN2 + Math.log(degree) + 2 * Math.log(4 / a) - 2),
  );
}

/**
 * The remarks on how wide a network the theorems reach. Theorem 1 asks for C log(k/γ)log(1/γ) ≤ d, p = 1; Theorem 2 for
 * C log⁴(k)log(1/γ) ≤ d/log d, p = 4. Where (20) uses Hölder's inequality with exponents s and s/(s − 1) for
 * Cauchy–Schwarz, s = 2, the probability (19) comes with the power 1 − 1/s, and p = 2s/(s − 1), which tends to 2.
 */
export const subexponentialWidth = defineClaim({
  id: "subexponential-width",
  label: "Subexponential width",
  kind: "step",
  quote:
    "by re-arranging the constraint on d in Theorem 1 and setting γ = 1/poly(d), the subexponential width condition is of the form k ≪ exp(o(d)) … in the above Theorem is of the form k ≪ exp(d^0.24) … we can get a condition of the form k ≪ exp(d^ρ) for any ρ < 1/2",
  latex: String.raw`\gamma = d^{-m},\ \log k = d^\rho,\ \rho < \frac{1}{p} \implies C \log^p(k/\gamma) \log(1/\gamma) \le \frac{d}{\log d} \quad (d \ge d_0(\rho, m, p)), \qquad p = 1, 4, \frac{2s}{s-1}`,
  quantity: String.raw`\log(C \log^p(k/\gamma) \log(1/\gamma) \log(d) / d)`,
  nonClaims: [
    "every exp(o(d)): at log k = d/log d, say, Theorem 1's condition fails for large d",
    "moderate dimensions: at ρ = 0.24, p = 4 and γ = 1/d, d₀ is e^3500, and Theorem 2's other condition asks for more yet",
    "the modified proof itself: only what it would ask for",
  ],
  uses: { statement: ["theorem-1", "theorem-2"] },
  parameters: [logD, rho, degree, power],
  hypotheses: [
    {
      latex: String.raw`\rho < 1 / p`,
      holds: ({ rho, power }) => rho * power < 1,
      because: ({ rho, power }) => `ρ is ${rho}, 1/p is ${1 / power}`,
    },
    {
      latex: String.raw`d \ge d_0(\rho, m, p)`,
      holds: (given) => given.logD >= leastLogD(given),
      because: (given) => `log d is ${given.logD}, log d₀ is ${leastLogD(given).toPrecision(6)}`,
    },
  ],
  draw: nothing,
  observed: (_, given) => excess(given),
  relation: "<=",
  forms: { printed: { bound: () => 0 } },
  region: {
    method: "monotonicity",
    note: "the logarithm of left over right is at most b + 2 log x − ax with a = 1 − pρ > 0, which falls from x = 2/a on and is ≤ 0 at log d₀ (beside `leastLogD`)",
  },
  cells: [
    { logD: [1e4, 1e6], rho: [0.24], degree: [1, 3], power: [4] },
    { logD: [1e3, 1e6], rho: [0.5, 0.9], degree: [1, 3], power: [1] },
    { logD: [1e4, 1e6], rho: [0.45], degree: [1], power: [2.2] },
  ],
  witness: { logD: 1e4, rho: 0.24, degree: 1, power: 4 },
  mutants: {
    "ρ = 0.26 in Theorem 2": {
      observed: (_, given) => excess(given, 0.26),
      at: { logD: 1e4, rho: 0.24, degree: 1, power: 4 },
    },
    "ρ = 1/2 in the modified proof": {
      observed: (_, given) => excess(given, 0.5),
      at: { logD: 1e5, rho: 0.45, degree: 1, power: 2.2 },
    },
    "log k = d in Theorem 1": {
      observed: (_, given) => excess(given, 1),
      at: { logD: 1e4, rho: 0.9, degree: 1, power: 1 },
    },
  },
});
