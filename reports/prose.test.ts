import { describe, expect, test } from "vitest";
import { prose } from "./prose.js";
import { proseHtml } from "./prose-html.js";
import { proseSvg } from "./prose-svg.js";

describe("prose", () => {
  test.each([
    ["a_ℓψ''(w_ℓ·x)/√k", "a<sub>ℓ</sub>ψ&#39;&#39;(w<sub>ℓ</sub>·x)/√k"],
    ["|∑_(ℓ=1)^k X_ℓ² − k|", "|∑<sub>ℓ=1</sub><sup>k</sup> X<sub>ℓ</sub>² − k|"],
    ["sup_{δ ∈ R^d: ‖δ‖ ≤ R} ‖∇f‖_op", "sup<sub>δ ∈ R<sup>d</sup>: ‖δ‖ ≤ R</sub> ‖∇f‖<sub>op</sub>"],
    ["E_{X∼N(0,1)}[|ψ(X)|^q] ≤ σ² c^(q−2)", "E<sub>X∼N(0,1)</sub>[|ψ(X)|<sup>q</sup>] ≤ σ² c<sup>q−2</sup>"],
    [
      "beyond 10^400000, e^(−n(t+1)), χ²_n, 10^-3",
      "beyond 10<sup>400000</sup>, e<sup>−n(t+1)</sup>, χ²<sub>n</sub>, 10<sup>-3</sup>",
    ],
    ["as `theorem-2 x_1` says", "as <code>theorem-2 x_1</code> says"],
  ])("%s", (text, html) => {
    expect(proseHtml(text)).toBe(html);
  });

  test.each(["my_claim_id and snake_case", "a _ b ^ c", "^2 _x", "one ` alone", "x_", "x^", "2_3"])(
    "says no more than it does: %s",
    (text) => {
      expect(prose(text)).toEqual([{ kind: "words", text, typed: text }]);
    },
  );

  test("is never markup, wherever it stands", () => {
    const bad = "<img src=x>";
    expect(proseHtml(`${bad} \`${bad}\` x_{${bad}} y^(${bad})`)).not.toContain("<img");
    expect(proseSvg(`${bad} x_{${bad}}`)).not.toContain("<img");
  });

  test("code that names something is a link to it", () => {
    const html = proseHtml("by `lemma-1` and `else`", (code) => (code === "lemma-1" ? "<a>Lemma 1</a>" : null));
    expect(html).toBe("by <a>Lemma 1</a> and <code>else</code>");
  });

  test("in pictures comes back to its line", () => {
    expect(proseSvg("a_b c^2d")).toBe(
      'a<tspan dy="4" font-size="80%">b</tspan><tspan dy="-4"> c</tspan><tspan dy="-5" font-size="80%">2</tspan><tspan dy="5">d</tspan>',
    );
  });

  test("takes time in proportion to its length, whatever is in it", () => {
    const long = "x_(".repeat(20_000) + "y^{".repeat(20_000) + "`".repeat(20_000);
    const start = performance.now();
    prose(long);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
