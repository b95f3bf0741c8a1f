// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { expect, test } from "vitest";
import { decidedBy } from "./decided-by.js";
import { defaultDraws, reachOf } from "./draw-limits.js";
import { estimate } from "./estimate.js";
import { KEBAB } from "./identifier.js";
import { isJsonObject, parseJson, toJson } from "./json.js";
import { jsonText } from "./json-text.js";
import { KIND_NAMES, KINDS, kindsWith, OF_KINDS } from "./kinds.js";
import { ownVersion } from "./own-version.js";
import { readableReason } from "./readable-reason.js";
import { labelOf, reasonOf } from "./reading.js";
import { defineSampler } from "./sampler.js";
import { shellWord } from "./shell-word.js";
import { madeUp } from "./testing/made-up.js";
import { leftSide, unicodeMath } from "./unicode-math.js";

test("what is read is what is written", () => {
  expect([
    labelOf({ label: "L" }),
    labelOf({ label: "L", reading: "R" }),
    reasonOf({}, "so"),
    reasonOf({ reading: "R" }, "so"),
  ]).toEqual(["L", "L (a reading)", "so", "so; a reading: R"]);
  expect([
    readableReason(String.raw`k \ge \log(2/\gamma) fails: k is 1`),
    readableReason("x_1 is undecided"),
    readableReason("x^2 fails; and more"),
    readableReason("k fails: so"),
    readableReason(String.raw`\alpha failsafe`),
    readableReason("nothing"),
  ]).toEqual([
    "k ≥ log(2/γ) fails: k is 1",
    "x₁ is undecided",
    "x² fails; and more",
    "k fails: so",
    String.raw`\alpha failsafe`,
    "nothing",
  ]);
  expect(["a", "a.b/c-d_e@f%g+h=i:j,k", "", "a b", "t*exp(-t)", "it's", "$x"].map(shellWord)).toEqual([
    "a",
    "a.b/c-d_e@f%g+h=i:j,k",
    "''",
    "'a b'",
    "'t*exp(-t)'",
    String.raw`'it'\''s'`,
    "'$x'",
  ]);
  expect([jsonText({ a: "x\u001b\u202e\u200b" }), jsonText([1], 2)]).toMatchInlineSnapshot(`
    [
      "{"a":"x\\u001b\\u202e\\u200b"}",
      "[
      1
    ]",
    ]
  `);
  expect(
    ["a", "a-b-1", "", "-a", "a-", "a--b", "A", "a".repeat(100), "a".repeat(101)].map((id) => KEBAB.test(id)),
  ).toEqual([true, true, false, false, false, false, false, true, false]);
  expect(ownVersion()).toMatch(/^\d+\.\d+\.\d+$/);
});

test("JSON is what it says", () => {
  expect([toJson(undefined), toJson({ a: undefined, b: NaN, c: [undefined] }), parseJson("[1]")]).toEqual([
    null,
    { b: null, c: [null] },
    [1],
  ]);
  expect([{}, [], null, 1, "x", undefined].map((x) => isJsonObject(x as never))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(() => parseJson("{")).toThrow(SyntaxError);
  expect(() => toJson(1n)).toThrow(TypeError);
});

test("kinds, and what each alone may have", () => {
  expect({
    KINDS,
    KIND_NAMES,
    OF_KINDS,
    region: kindsWith("region"),
    label: kindsWith("label"),
    strict: kindsWith("strict"),
  }).toMatchSnapshot();
});

test("how claims are decided, what their draws may cost, and how long that takes", () => {
  const sampler = (cost: number) => defineSampler({ id: "costly", parameters: [], cost: () => cost, draw: () => 0 });
  const drawn = (cost: number, changes: Readonly<Record<string, unknown>> = {}) =>
    madeUp({ draw: sampler(cost), ...changes });
  expect([
    decidedBy(madeUp()),
    decidedBy(drawn(1)),
    decidedBy(drawn(1, { exact: () => null })),
    decidedBy(drawn(1, { kind: "mean", exact: () => null })),
  ]).toEqual([
    "evaluating both sides at the cell",
    "draws of the costly law",
    "computing the failure probability",
    "draws of the costly law",
  ]);
  expect([reachOf({}), reachOf({ draws: 1 }), reachOf({ reach: 5, draws: 1 })]).toEqual([2 ** 27, Number.MAX_VALUE, 5]);
  expect([0, 1, 2e9 / 65536, 2e9 / 65536 + 1, 1e6, 2e9 / 64, 1e12].map((cost) => defaultDraws(cost))).toEqual([
    65536, 65536, 65536, 32768, 1024, 64, 64,
  ]);
  expect(defaultDraws(1, 1000)).toBe(512);
  const seconds = (...args: Parameters<typeof estimate>) => Object.values(estimate(...args)).join(" ");
  const cell = { gamma: 0.1 };
  expect([
    seconds({ claim: madeUp(), cell }, {}),
    seconds({ claim: drawn(1000), cell }, {}),
    seconds({ claim: drawn(1000), cell }, { draws: 128 }),
    seconds({ claim: drawn(1000), cell }, { gaussians: 1e6 }),
    seconds({ claim: drawn(1000), cell }, { alpha: 0.01 }),
    seconds({ claim: drawn(1000), cell: { gamma: 1e-4 } }, {}),
    seconds({ claim: drawn(2 ** 27), cell }, {}),
    seconds({ claim: drawn(2 ** 27 + 1), cell }, {}),
    seconds({ claim: drawn(1000, { exact: () => null }), cell }, {}),
    seconds({ claim: drawn(1000, { exact: () => null }), cell }, { method: "sampled" }),
    seconds({ claim: drawn(1000), cell }, { method: "exact" }),
    seconds({ claim: drawn(1000, { allows: () => 0 }), cell }, {}),
    seconds({ claim: drawn(1000, { kind: "mean", trivial: undefined }), cell }, { draws: 640 }),
    seconds({ claim: drawn(NaN), cell }, {}),
    seconds({ claim: madeUp(), cell: {} }, {}),
  ]).toMatchInlineSnapshot(`
    [
      "0.05 0.05",
      "0.05256 0.7053600000000001",
      "0.051280000000000006 0.051280000000000006",
      "0.05256 0.05512",
      "0.050640000000000004 0.7053600000000001",
      "0.7053600000000001 0.7053600000000001",
      "85.94934592 85.94934592",
      "0.05 0.05",
      "0.05 0.05",
      "0.05256 0.7053600000000001",
      "0.05 0.05",
      "0.07304000000000001 0.7053600000000001",
      "0.056400000000000006 0.056400000000000006",
      "0.05 0.05",
      "0.05 0.05",
    ]
  `);
  const broken = drawn(1, { hypotheses: null });
  expect(() => estimate({ claim: broken, cell }, {})).toThrow(TypeError);
});

test("a sampler that is none is refused", () => {
  const make = (changes: Readonly<Record<string, unknown>>) => () =>
    defineSampler({ id: "s", parameters: [], cost: () => 1, draw: () => 0, ...changes });
  expect(make({ id: "" })).toThrow(new RangeError('sampler id is ""; it must be a text'));
  expect(make({ id: 1 })).toThrow(new RangeError("sampler id is 1; it must be a text"));
  expect(make({ parameters: 1 })).toThrow(new RangeError("sampler s: parameters must be a list of parameters"));
  for (const member of ["cost", "draw"])
    expect(make({ [member]: 1 })).toThrow(new RangeError("sampler s: cost and draw must be functions"));
});

// Pinned: what people read.
test("LaTeX as a line of Unicode", () => {
  const latex = String.raw`k \ge \log(2/\gamma)
\|\nabla f(x)\| \ge c_\psi/2
\frac{a+b}{c} \cdot d
\frac{1}{2} x
\frac{a}{b+c}
\frac{\sqrt{2}}{\sqrt{x+1}}
\frac{\log d}{k} (x)
\sqrt{x} + \sqrt{x + y}
\sqrt[3]{x}
\sqrt[n+1]{x y}
x^{10} y^{n+1} z^{\psi} w^{q} v^{ab} u^{a}
x_1 x_{ij} x_{\psi} x_{xyz} x_\alpha x_{a b}
\sigma'^2 f''(x) f'
\sum_{i=1}^n x_i
\prod_{\ell=1}^{L} W_\ell
\int_0^1 f
\tilde{x} \hat{y} \bar{z} \overline{w} \vec{v} \overset{*}{x}
\underset{x}{\sup} f(x)
\sup_{\|x\| \le R} |f(x)|
\max(a, b); \min_i x_i
a \to b \implies c
-x \le -1
x = -1
\pm 1
2\log k + 3\exp(x)
k\log k
\mathrm{Lip}(\psi) < \infty
\psi''(0)
x \in \{1, 2\}
a := b
\Phi (x)
x^2_1
x_1^2
\mathbb{E}[X^2]
\Pr(X \ge t) \le e^{-t^2/2}
a \quad b
\text{if } x > 0
O(1/\sqrt{d})
\broken{
x^{1/2}
\left( \frac{a}{b} \right)^2
\lfloor x \rfloor
\frac{\frac{a}{b}}{c}
\nabla^2 f(x)
u^\top A u
\frac{|x|}{\|y\|}
\frac{f(x)}{g(x)} h
\frac{x_1^2}{x^{10}}`.split("\n");
  expect(latex.map((one) => `${one} → ${unicodeMath(one)} | ${leftSide(one)}`)).toMatchSnapshot();
  const sides = [
    String.raw`\sup_{\|x\| \le R} |f(x)| \le 1`,
    String.raw`\{x : x = 1\} \subset [a, b] \ne A`,
    String.raw`a \text{ and } b \le 1`,
    String.raw`a \le 1 \text{ for all } b`,
    String.raw`a \le 1 \quad b`,
    String.raw`\left(a = b\right) c \ge 1`,
    String.raw`\le 1`,
    String.raw`${"x + ".repeat(20)} x \le 1`,
    String.raw`\undefinedmacro \le 1`,
    "f(x): = 1",
    String.raw`\lesssim`,
    String.raw`a \lesssim b`,
    String.raw`a \leqslant b`,
    "a [b = c] < d",
  ];
  expect(sides.map((one) => `${one} → ${leftSide(one)}`)).toMatchSnapshot();
});
