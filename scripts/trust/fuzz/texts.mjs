import fc from "fast-check";

const [DEEP, HUGE] = ["(deep)", "(huge)"];

/** What has broken programs before. */
const HOSTILE = [
  "",
  " ",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "/dev/null/x",
  "-",
  "--",
  "--help",
  "\u0000",
  "\u001b[2J",
  "\u009b31m",
  "\u202e",
  "\ufeff",
  "\r\n",
  "<img src=x onerror=alert(1)>",
  "=1+1",
  "$(reboot)",
  "`reboot`",
  "%s%n",
  "\\input{/etc/passwd}",
  "NaN",
  "Infinity",
  "-0",
  "1e400",
  "9007199254740993",
  "5e-324",
  "0x10",
  "1e-300",
  "١٢",
  "1,2",
  "1,,2",
  "least",
  "null",
  "[]",
  "{}",
  "😀",
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</noscript><img src=x onerror=alert(1)>",
  "</style></svg><svg onload=alert(1)>",
  '"><b>7e57</b>',
  '" onload="alert(1)',
  "' onmouseover='alert(1)",
  "--><iframe srcdoc=x>",
  "javascript:alert(1)",
  "[x](javascript:alert(1))",
  "\n\n# heading",
  "| a | b |",
  "+1",
  "-1+1|x",
  "\t=1+1",
  "\r=1+1",
  "@SUM(1)",
  "\uff1d1",
  '",=1+1,"',
  "\\write18{reboot}",
  "}\\end{document}",
  "{\\def\\x{",
  "$x$ % & # ~ ^^5c",
  "a & b \\\\",
  "figures/../../x",
  "..\\..\\x",
  DEEP,
  HUGE,
];

/** In JSON the first of each stands for what is nested 20,000 deep, and for a text of 200,000 characters. */
export const swollen = (json) =>
  json.replace(`"${DEEP}"`, () => "[".repeat(20_000) + "]".repeat(20_000)).replace(HUGE, () => "x".repeat(200_000));

/** A text that means harm, or none. */
export const texts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.double().map(String) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE, "(", "9", "a"), fc.integer({ min: 2, max: 5000 }))
      .map(([s, n]) => s.repeat(n)),
  },
);

const OF_FORMULAS = [
  "1",
  "x",
  "²",
  "_k",
  "^{2}",
  "(",
  ")",
  "|",
  "\\|",
  "{",
  "}",
  "\\frac{",
  "}{",
  "\\sqrt{",
  "\\text{",
  "and",
  "\\sup_{",
  "\\log",
  " \\le ",
  "=",
  "\\quad",
  "\\def\\x{\\x\\x}\\x",
  " ",
  "′",
  "\u0300",
];

/** Pieces of LaTeX, some of them many times, as long as a claim may have them. */
export const formulas = fc
  .array(
    fc
      .tuple(fc.constantFrom(...OF_FORMULAS), fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 5000 })))
      .map(([piece, n]) => piece.repeat(n)),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join("").slice(0, 10_000));

const PIECES = [
  "t",
  "x",
  "1",
  "2.5",
  "1e300",
  "1e-300",
  "pi",
  "e",
  "+",
  "-",
  "*",
  "/",
  "^",
  "(",
  ")",
  ",",
  "?",
  ":",
  "<",
  ">=",
  "==",
  "and",
  "not",
  " ",
  "tanh",
  "exp(",
  "log(",
  "max(",
  "min(",
  "abs(",
  "sqrt(",
  "erf(",
  "sign(",
  "[",
  "]",
  ";",
  "=",
  '"',
  ".",
  "import",
  "f(t)=t",
  "t.constructor",
  "sin",
  "%",
  "!",
  "'",
];

/** A text that may be an expression. */
export const expressions = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(" ")),
  texts,
);

/** A text with one place changed, cut off or doubled. */
export const changed = (from) =>
  fc
    .tuple(
      fc.constantFrom(...from),
      fc.nat(),
      fc.nat(),
      texts,
      fc.constantFrom("replace", "cut", "insert", "double", "swap"),
    )
    .map(([text, i, j, other, how]) => {
      const [a, b] = [i % (text.length + 1), j % (text.length + 1)].toSorted((p, q) => p - q);
      if (how === "cut") return text.slice(0, a);
      if (how === "insert") return text.slice(0, a) + other + text.slice(a);
      if (how === "double") return text + text.slice(a);
      if (how === "swap") return text.slice(0, a) + text.slice(b) + text.slice(a, b);
      return text.slice(0, a) + other + text.slice(b);
    });

/** Anything JSON can say, hostile names included. */
export const values = fc.oneof(
  texts,
  fc.constantFrom(null, true, false, 0, -0, 1, -1, 0.5, 2 ** 53, 1e308, 5e-324, Number.MAX_VALUE),
  fc.double(),
  fc.array(fc.oneof(texts, fc.double()), { maxLength: 3 }),
  fc.dictionary(texts, fc.oneof(texts, fc.double()), { maxKeys: 3 }),
);

/** An object with one member replaced, dropped or added, and now and then a second. */
export const withChanges = (object) => {
  const names = Object.keys(object);
  const change = fc.tuple(
    fc.constantFrom(...names),
    fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: texts }),
    fc.option(values, { nil: undefined, freq: 9 }),
  );
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) => {
    const made = { ...object };
    for (const [name, added, value] of changes)
      Object.defineProperty(made, added ?? name, { value, enumerable: true, configurable: true, writable: true });
    return made;
  });
};
