import temml from "temml";

/** A node of the MathML that temml makes. */
interface MathNode {
  readonly type?: string;
  readonly text?: string;
  readonly children?: readonly MathNode[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789+−=()niTρqm").map((from, i) => [from, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵖqᵐ")[i]]),
);
const SUBSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789+−=()aeijklmnoprstuvxψρ").map((from, i) => [
    from,
    Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵩᵨ")[i],
  ]),
);
// There is no small ψ, q or ρ of either kind that means just that.
const WITHOUT = /^[ρqψ]$/u;

/** A text in small letters, if all of it has them; else marked by ^ or _. */
function script(own: string, letters: Readonly<Record<string, string>>, mark: string): string {
  const text = own.replaceAll(" ", "");
  const all = Array.from(text);
  if (all.every((one) => Object.hasOwn(letters, one) && !WITHOUT.test(one)))
    return all.map((one) => letters[one]).join("");
  return all.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

/** One letter or number, with its marks, or what stands between bars. */
const ATOM = String.raw`([\p{N}.]+|\p{L}[′\u0300-\u036F]*([_^][\p{L}\p{N}])?[₀-ₜ]*|\|[^|]*\||‖[^‖]*‖)[²³¹⁰-ⁿ]*`;
const CALL = String.raw`[\p{L}₀-ₜ]+[′²³¹⁰-ⁿ]*\([^()]*\)`;
/** What may stand under a fraction's line, under a root, and above the line, without brackets. */
const BELOW = new RegExp(`^(√?${ATOM}|${CALL})$`, "u");
const ROOTED = new RegExp(`^${ATOM}$`, "u");
// What comes next is told by its first character: a text is read once, however it ends.
const ABOVE = /^([\p{L}\p{N}\p{Mn}.√′₀-ₜ⁰-ⁿ]|[_^][\p{L}\p{N}]|\|[^|]*\||‖[^‖]*‖|(?<=[\p{L}√′₀-ₜ²³¹⁰-ⁿ])\([^()]*\))+$/u;
const grouped = (text: string, plain: RegExp) => (plain.test(text) ? text : `(${text})`);

/** Whether something that follows would be read as part of a fraction's denominator. */
const FACTOR = /^[\p{L}\p{N}√(∑‖|]/u;

/** Operators that stand apart from what is beside them. */
const APART = /^[=≤≥<>≠≈∼≃→⟹⟸⟺∈∉⊂⊆≪≫≲≳±×+−∝:∀∃]$/u;

const ACCENTS: Readonly<Record<string, string>> = {
  "~": "\u0303",
  "^": "\u0302",
  "‾": "\u0304",
  "→": "\u20D7",
  ˉ: "\u0304",
  "¯": "\u0304",
  "˜": "\u0303",
  ˆ: "\u0302",
  "˙": "\u0307",
  "¨": "\u0308",
};

/** A line over each letter: over one alone, the mark that letters have by themselves. */
const overlined = (text: string) =>
  Array.from(text).length === 1 ? `${text}\u0304` : text.replaceAll(/\S/gu, "$&\u0305");

/** A fraction, in whatever it is wrapped. */
const isFraction = (node: MathNode): boolean =>
  node.type === "mfrac" ||
  (/^(mstyle|mrow|mpadded)$/.test(node.type ?? "") && node.children?.length === 1 && isFraction(node.children[0]));

function textOf(node: MathNode): string {
  const children = node.children ?? [];
  const at = (i: number) => (children[i] ? textOf(children[i]).trim() : "");
  const all = () => {
    const texts = children.map(textOf);
    return texts
      .map((text, i) => (isFraction(children[i]) && FACTOR.test(texts.slice(i + 1).join("")) ? `(${text})` : text))
      .join("");
  };
  switch (node.type) {
    case undefined:
      return node.text ?? all();
    case "mo": {
      const text = all();
      if (text === "\u2061") return "";
      if (text === "," || text === ";") return `${text} `;
      // A sign before something binds to it.
      return APART.test(text) && node.attributes?.form !== "prefix" ? ` ${text} ` : text;
    }
    case "mspace":
      return " ";
    case "mfrac":
      return `${grouped(at(0), ABOVE)}/${grouped(at(1), BELOW)}`;
    case "msqrt":
      return `√${grouped(all().trim(), ROOTED)}`;
    case "mroot":
      return `${script(at(1), SUPERSCRIPTS, "^")}√${grouped(at(0), ROOTED)}`;
    case "msup": {
      // Primes are marks of what they follow: σ′².
      const [primes = ""] = /^[′']*/.exec(at(1)) ?? [];
      const power = at(1).slice(primes.length).trim();
      return `${at(0)}${"′".repeat(primes.length)}${power === "" ? "" : script(power, SUPERSCRIPTS, "^")}`;
    }
    case "msub":
    case "munder":
      return `${at(0)}${script(at(1), SUBSCRIPTS, "_")}`;
    case "mover":
      return Object.hasOwn(ACCENTS, at(1)) ? `${at(0)}${ACCENTS[at(1)]}` : `${at(0)}^(${at(1)})`;
    case "menclose":
      return node.attributes?.notation === "top" ? overlined(all()) : all();
    case "msubsup":
    case "munderover":
      // What is summed stands apart from the sum's ends.
      return `${at(0)}${script(at(1), SUBSCRIPTS, "_")}${script(at(2), SUPERSCRIPTS, "^")}${/^[∑∏∫⋃⋂]$/u.test(at(0)) ? " " : ""}`;
    default:
      return all();
  }
}

/** Letters and functions that would run together stand apart: "2log" and "logk" are read wrongly. */
const spaced = (text: string) =>
  text
    .replaceAll(/([\p{N}\p{L})])(log|exp|min|max|sup|inf|sign|Lip|osc)(?![\p{L}])/gu, "$1 $2")
    .replaceAll(/(^|[^\p{L}])(log|exp|min|max|sup|inf)([\p{L}\p{N}√‖|])/gu, "$1$2 $3")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(log|exp|min|max|sup|inf) (?=[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀-₉ₐ-ₜᵢ-ᵪⱼ_^])/gu, "$1")
    .replaceAll(/([Α-Ω]) \(/g, "$1(")
    .replaceAll(": =", ":=")
    .replaceAll(/([([]) |(\/) (?=log|exp|min|max|sup|inf)/g, "$1$2")
    .replaceAll(/ ([)\],])/g, "$1")
    .trim();

/** temml under the name that it has when it runs; its types give it another. */
const TREE = "__renderToMathMLTree";
const treeOf: (latex: string, options: object) => MathNode =
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  (temml as unknown as { readonly [TREE]: (latex: string, options: object) => MathNode })[TREE];

/**
 * LaTeX as a line of Unicode, for terminals and figures: "‖∇f(x)‖ ≥ c_ψ/2". What cannot be read as LaTeX stays as it is.
 *
 * @example unicodeMath(String.raw`k \ge \log(2/\gamma)`) // "k ≥ log(2/γ)"
 */
export function unicodeMath(latex: string): string {
  try {
    const tree = treeOf(latex, { displayMode: false, throwOnError: true, trust: false });
    return spaced(textOf(tree).normalize("NFC"));
  } catch {
    return latex;
  }
}

const RELATION = /^(?:\\(?:le|ge|leq|geq|lesssim|gtrsim|ne|neq|approx|sim|in|to)|[=<>])$/;

/** Where the first relation stands that is in no braces and brackets; null without one. */
function firstRelation(latex: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of latex.matchAll(/\\(?:[a-zA-Z]+|.)|[{}()[\]=<>]/g)) {
    if (depth === 0 && RELATION.test(token)) return index;
    if (/^\\?[{([]$/.test(token)) depth++;
    else if (/^\\?[})\]]$/.test(token)) depth--;
  }
  return null;
}

/**
 * The left side of an inequality as Unicode, by which figures name what was observed: null where the statement is no
 * single relation between two sides.
 *
 * @example leftSide(String.raw`|f(x)| \le \sqrt{2 \log(1/\gamma)}`) // "|f(x)|"
 */
export function leftSide(latex: string): string | null {
  // One inequality after another has no one left side, and a word in between makes it a sentence.
  const words = [...latex.matchAll(/\\text\{([^}]*)\}/g)].map(([, inside]) => inside);
  if (words.some((text) => /and|or|if|for/.test(text)) || /\\implies|\\quad/.test(latex)) return null;
  const end = firstRelation(latex);
  if (end === null) return null;
  const text = unicodeMath(latex.slice(0, end).trim());
  // What a supremum is over is said beside the statement.
  const named = text.replace(/ ?:$/, "").replaceAll(/(sup|inf|max|min)_\((?:[^()]|\([^()]*\))*\) ?/g, "$1 ");
  return named === "" || named.includes("\\") || named.length > 48 ? null : named;
}
