/**
 * The coefficients of Temme's uniform expansion as power series in η, lowest order first: with η²/2 = μ − log(1+μ),
 * sign(η) = sign(μ), C₀ = 1/μ − 1/η and C_n = C'_{n−1}/η + g_n/μ, where g_n is what makes C_n regular at 0 (Temme 1979;
 * DLMF 8.12.7–10). Found by inverting μ(η) = η + η²/3 + η³/36 − … in exact rationals; C₀ starts −1/3, 1/12, −2/135.
 */
const C0 = [
  -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
  -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7,
  -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9,
];
const C1 = [
  -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596, 0.00020576131687242798,
  -4.018775720164609e-7, -1.8098550334489977e-5, 7.64916091608111e-6, -1.6120900894563446e-6,
];
const C2 = [
  0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-6, -0.0001073665322636516,
  5.2923448829120125e-5,
];

const horner = (coefficients: readonly number[], t: number) =>
  coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);

/**
 * S = C₀(η) + C₁(η)/a + C₂(η)/a² in Temme's expansion of the regularised incomplete gamma functions, x = a(1+μ):
 *
 *   Q(a, x) = ½ erfc(η√(a/2)) + e^(−aη²/2)/√(2πa) · S,   P(a, x) = ½ erfc(−η√(a/2)) − e^(−aη²/2)/√(2πa) · S.
 *
 * Absolute error of S: below 1e-15 for a ≥ 10⁴, |η| ≤ 0.28 (S itself is about −1/3).
 */
export function temmeCorrection(a: number, eta: number): number {
  return horner(C0, eta) + (horner(C1, eta) + horner(C2, eta) / a) / a;
}
