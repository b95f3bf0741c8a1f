import { expect, it } from "vitest";
import { temmeCorrection } from "./temme-expansion.js";

/**
 * [η, C₀, C₁, C₂] by mpmath at 60 digits in closed form, with μ from μ − log(1+μ) = η²/2: C₀ = 1/μ − 1/η,
 * C₁ = 1/η³ − 1/μ³ − 1/μ² − 1/(12μ) (DLMF 8.12.9), C₂ = C₁′/η + 1/(288μ).
 */
const REFERENCE = [
  [-0.28, -0.3578510607105284, -0.0006492291718437959, 0.00494406209265764],
  [-0.1, -0.3418159351219104, -0.0014771638155662693, 0.004409433361004715],
  [0.03, -0.33084663513526763, -0.0019536641356048038, 0.004053852481790833],
  [0.1, -0.3251469572159672, -0.002173588719193322, 0.0038731730061562337],
  [0.28, -0.31113419508960727, -0.0026371478325052317, 0.0034427892652643104],
  [0, -1 / 3, -1 / 540, 25 / 6048],
];

it.each(REFERENCE)("has the three coefficients of the expansion at η = %d", (eta, c0, c1, c2) => {
  const got0 = temmeCorrection(Infinity, eta);
  expect(Math.abs(got0 - c0)).toBeLessThan(1e-15);
  // An error of 1e-15 of S at a ≥ 1e4 asks 1e-11 of C₁ and 1e-7 of C₂.
  expect(Math.abs((temmeCorrection(1e4, eta) - got0) * 1e4 - c2 / 1e4 - c1)).toBeLessThan(5e-12);
  const got2 = (temmeCorrection(0.5, eta) - 2 * temmeCorrection(1, eta) + got0) / 2;
  expect(Math.abs(got2 - c2)).toBeLessThan(2e-8);
});
