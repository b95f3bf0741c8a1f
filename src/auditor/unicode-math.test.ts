import { describe, expect, test } from "vitest";
import { readableReason } from "./readable-reason.js";
import { leftSide, unicodeMath } from "./unicode-math.js";

describe("formulas as a line of Unicode", () => {
  test.each([
    [String.raw`k \ge \log(2/\gamma)`, "k ≥ log(2/γ)"],
    [String.raw`\Pr(R_n > \log_2(n/\gamma))`, "Pr(Rₙ > log₂(n/γ))"],
    [
      String.raw`|f(x)| \le \sqrt{2\sigma^2 \log(1/\gamma)} + \frac{c \log(1/\gamma)}{\sqrt{k}}`,
      "|f(x)| ≤ √(2σ² log(1/γ)) + (c log(1/γ))/√k",
    ],
    [String.raw`\frac{4RL}{d} \sqrt{k}`, "(4RL/d)√k"],
    [String.raw`\frac{a}{bc}`, "a/(bc)"],
    [String.raw`\|\nabla^2 f(x)\|_{\mathrm{op}}`, "‖∇²f(x)‖ₒₚ"],
    [String.raw`\mathbb{E}[f(x)^2] \ne \psi'(t)`, "𝔼[f(x)²] ≠ ψ′(t)"],
    [String.raw`\sum_{\ell=1}^k X_\ell`, "∑_(ℓ=1)^k X_ℓ"],
    [String.raw`\sup_x |\hat{F}_n(x)| \le \max_i \dot{x}_i`, "supₓ|F̂ₙ(x)| ≤ maxᵢ ẋᵢ"],
    [String.raw`\overline{w} + \overline{ab} + \ddot{x}`, "w̄ + a̅b̅ + ẍ"],
    [String.raw`\min_{i \le k} x_i + \inf_j y_j`, "min_(i≤k) xᵢ + infⱼ yⱼ"],
    [String.raw`\nosuchcommand{x}`, String.raw`\nosuchcommand{x}`],
  ])("%s", (latex, text) => expect(unicodeMath(latex)).toBe(text));

  test.each([
    [String.raw`\|W\| \le 3`, "‖W‖"],
    [String.raw`\sup_{\|\delta\| \le R} \|\delta\| \le c`, "sup ‖δ‖"],
    [String.raw`a \le b \text{ and } c \le d`, null],
    ["x", null],
  ])("the left side of %s", (latex, side) => expect(leftSide(latex)).toBe(side));

  // Where each letter could be read in two ways, these would have no end.
  test.each([
    [String.raw`\frac{${"1".repeat(5000)}(}{2}`, `(${"1".repeat(5000)}()/2`],
    [String.raw`\frac{${"x^2".repeat(3000)})}{2}`, `(${"x²".repeat(3000)}))/2`],
  ])("a long numerator that needs brackets", (latex, text) => expect(unicodeMath(latex)).toBe(text));

  test.each([`{${"=".repeat(9998)}`, "}".repeat(5000) + "=".repeat(5000), "\\text{or".repeat(1000)])(
    "there is no left side of a long text without one",
    (latex) => expect(leftSide(latex)).toBeNull(),
  );

  test("a reason that begins with a hypothesis is read", () => {
    expect(readableReason(String.raw`k \ge \log(2/\gamma) fails: k is 1`)).toBe("k ≥ log(2/γ) fails: k is 1");
    expect(readableReason("the bound fails with probability 0.1")).toBe("the bound fails with probability 0.1");
  });
});
