import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { claims } from "../bounds/index.js";

const file = await readFile(path.resolve(import.meta.dirname, "../bounds/quotations.txt"), "utf8");

/** The argument of a LaTeX command that starts at `from`, without its braces, and where it ends. */
function argument(text: string, from: number): { inner: string; end: number } {
  let at = from;
  while (text[at] === " ") at++;
  if (text[at] !== "{") return { inner: text[at], end: at + 1 };
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "{") depth++;
    if (text[i] === "}" && --depth === 0) return { inner: text.slice(at + 1, i), end: i + 1 };
  }
  throw new RangeError(`no end of the argument in ${text.slice(from, from + 40)}`);
}

/** \frac{a}{b} as a/b, and what stands above \underbrace without the words below it. */
function unfolded(text: string): string {
  const found = /\\(frac|underbrace)(?![a-z])/.exec(text);
  if (!found) return text;
  const first = argument(text, found.index + found[0].length);
  const second = argument(text, first.end + (found[1] === "underbrace" ? 1 : 0));
  const instead = found[1] === "frac" ? `${first.inner}/${second.inner}` : first.inner;
  return unfolded(`${text.slice(0, found.index)}${instead}${text.slice(second.end)}`);
}

const SYMBOLS: Record<string, string> = {
  alpha: "α",
  gamma: "γ",
  delta: "δ",
  eta: "η",
  sigma: "σ",
  rho: "ρ",
  psi: "ψ",
  varepsilon: "ε",
  ell: "ℓ",
  Phi: "Φ",
  Omega: "Ω",
  Theta: "Θ",
  nabla: "∇",
  sum: "Σ",
  sqrt: "√",
  infty: "∞",
  top: "T",
  tilde: "\u0303",
  leq: "≤",
  geq: "≥",
  neq: "≠",
  ll: "≪",
  sim: "~",
  in: "∈",
  forall: "∀",
  cdot: "·",
  times: "×",
  subset: "⊂",
  langle: "⟨",
  rangle: "⟩",
  dots: "…",
  sup: "sup",
  log: "log",
  exp: "exp",
}; // prettier-ignore

/** Commands that set type and say nothing. */
const FONTS =
  /\\(mathbb|mathcal|mathbf|textbf|text|left|right|quad|substack|begin\{aligned\}|end\{aligned\})(?![a-z])/g;

/**
 * What is compared: letters and symbols one after the other. Fonts, spaces, brackets and signs of sub- and superscript are
 * dropped on both sides, so √(k/d) and √k/d are the same here; so are the limits of Σ, which quotations leave out.
 */
function symbols(text: string): string {
  return unfolded(text.replaceAll(String.raw`\|`, "‖"))
    .replaceAll(FONTS, "")
    .replaceAll(/\\sum_\{(\\ell(, \\ell')?=1|\\ell \\in T)\}(\^k)?/g, "Σ")
    .replaceAll(/\\tilde\{O\}/g, "Õ")
    .replaceAll(/\\([A-Za-z]+)/g, (command, name: string) => {
      if (!(name in SYMBOLS)) throw new RangeError(`no symbol for ${command}`);
      return SYMBOLS[name];
    })
    .replaceAll("…", "\0")
    .normalize("NFKD")
    .replaceAll(/[’′]/g, "'")
    .replaceAll(/[−–]/g, "-")
    .replaceAll("∼", "~")
    .replaceAll("∑", "Σ")
    .replaceAll(/[\s\\{}()[\]_^$&*]/g, "")
    .replaceAll("\0", "…");
}

/** The sentences of each place, one a line. */
const places = file
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [place, ...lines] = part.split("\n").filter((line) => line !== "");
    return { place, sentences: lines.map((line) => symbols(line)) };
  });

/** Whether the parts of a quotation, which ellipses separate, stand in a text in their order. */
function stands(quote: string, text: string): boolean {
  let from = 0;
  for (const part of symbols(quote).split("…")) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

const standsAt = (quote: string, sentences: readonly string[]) => stands(quote, sentences.join(""));

const isThePapers = (quote: string) => places.some(({ sentences }) => standsAt(quote, sentences));

describe("a claim quotes the paper", () => {
  test.each(claims.map(({ id, quote }) => [id, quote]))("%s", (_, quote) => {
    expect(symbols(quote)).not.toBe("");
    expect(isThePapers(quote), `the paper does not say “${quote}” in any one place`).toBe(true);
  });

  test("and other words, numbers, signs or orders are not the paper's", () => {
    expect(isThePapers("|f(x)| ≤ √(2σ² log(1/γ)) + c log(1/γ)/√k")).toBe(true);
    expect(isThePapers("|f(x)| ≤ √(2σ² log(2/γ)) + c log(1/γ)/√k")).toBe(false);
    expect(isThePapers("|f(x)| ≥ √(2σ² log(1/γ)) + c log(1/γ)/√k")).toBe(false);
    expect(isThePapers("|f(x)| ≤ … c log(1/γ)/√k")).toBe(true);
    expect(isThePapers("c log(1/γ)/√k … |f(x)| ≤")).toBe(false);
    expect(isThePapers("for all integers q ≥ 2 … ‖∇f(x)‖ ≥ c_ψ/2")).toBe(false);
    expect(isThePapers("that is ‖w_ℓ‖² ≤ 1 + 4 √(log(k/γ)/d)")).toBe(false);
  });
});

describe("bounds/quotations.txt holds what is quoted alone", () => {
  const sentences = places.flatMap((of) => of.sentences.map((sentence, index) => ({ ...of, sentence, index })));
  test.each(sentences.map((each) => [`${each.place}: ${each.sentence.slice(0, 40)}`, each] as const))(
    "%s",
    (_, { sentences, index }) => {
      const others = sentences.filter((_, other) => other !== index);
      expect(claims.some(({ quote }) => standsAt(quote, sentences) && !standsAt(quote, others))).toBe(true);
    },
  );
});
