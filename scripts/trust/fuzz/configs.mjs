import fc from "fast-check";
import { changed, texts, values } from "./texts.mjs";

/** A config with a paper and a claim of its own, as text; those that are tried are made from it. */
export const CONFIG = `import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
const n = parameter({ name: "n", domain: integers(1, 10) });
const claim = defineClaim({ id: "own", label: "Lemma", kind: "deterministic", quote: "q", latex: "x", nonClaims: ["none"], parameters: [n],
  hypotheses: [], draw: nothing, observed: (_, { n }) => n, relation: "<=", forms: { printed: { bound: () => 10 } }, cells: [{ n: [1, 2] }],
  witness: { n: 1 }, mutants: { negative: { bound: () => -1, at: { n: 1 } } } });
const paper = definePaper({ id: "owns", title: "T", authors: ["A"], year: 2020, source: "s", parameters: [n], claims: [claim] });
export default { papers: [paper] };
`;

/** Expressions of JavaScript that are harm where a config has a value. */
const HARM = [
  "undefined",
  "Symbol('x')",
  "10n",
  "() => { throw new RangeError('a\\nb\\u001b[2J') }",
  "new Proxy({}, { get() { throw new Error('got') }, ownKeys() { throw new Error('asked') } })",
  "new Proxy([], { get() { throw null } })",
  "{ get id() { throw Object.create(null) }, get length() { throw 1 } }",
  "{ toString() { throw 1 }, toJSON() { throw { toString() { throw 2 } } } }",
  "{ then() {} }",
  "{ __proto__: { papers: 1 } }",
  "{ ['__proto__']: [1], constructor: [2] }",
  "Object.create(null)",
  "'x'.repeat(1e7)",
  "['x'.repeat(1e7), 'y'.repeat(1e7)]",
  "{ ['x'.repeat(1e6)]: 1 }",
  "new Array(1e6)",
  "{ length: 2 ** 53 }",
  "(() => { let x = []; for (let i = 0; i < 30000; i++) x = [x]; return x })()",
  "(() => { const x = {}; x.x = x; return x })()",
  "new Map([[1, 2]])",
  "Promise.reject(new Error('later'))",
  "globalThis",
];
const value = fc.oneof(
  fc.constantFrom(...HARM),
  values.map((x) => JSON.stringify(x) ?? "undefined"),
);

const PLACES = [
  /(?<=export default )\{.*\}(?=;)/,
  /(?<=papers: )\[paper\]/,
  /(?<=papers: \[)paper/,
  /(?<=claims: )\[claim\]/,
  /(?<=claims: \[)claim/,
  /(?<=(?:name|domain|id|label|kind|quote|latex|nonClaims|hypotheses|draw|relation|forms|cells|witness|mutants|title|authors|year|source): )(?:"[^"]*"|\w+(?:\([^)]*\))?|\[[^\]]*\]|\{[^}]*\}+)/g,
];

const replaced = fc.tuple(fc.constantFrom(...PLACES), value, fc.nat()).map(([place, own, which]) => {
  if (!place.global) return CONFIG.replace(place, () => own);
  const all = [...CONFIG.matchAll(place)];
  const { index, 0: found } = all[which % all.length];
  return CONFIG.slice(0, index) + own + CONFIG.slice(index + found.length);
});
const exported = fc.oneof(
  value.map((own) => `export default ${own};`),
  fc
    .tuple(fc.constantFrom("papers", "claims", "additions", "__proto__", "other"), value)
    .map(([name, own]) => `export default { ${JSON.stringify(name)}: ${own} };`),
  fc
    .tuple(fc.constantFrom("psi", "__proto__", "d"), value)
    .map(([name, own]) => `export default { additions: { [${JSON.stringify(name)}]: [${own}] } };`),
  value.map((own) => `throw ${own};`),
  texts.map((text) => `export default { additions: { psi: [${JSON.stringify(text)}] } };`),
);

/** Configs as text: broken ones, those that throw, and those that export harm. */
export const configs = fc.oneof(
  { weight: 3, arbitrary: replaced },
  { weight: 3, arbitrary: exported },
  { weight: 2, arbitrary: changed([CONFIG]) },
  { weight: 1, arbitrary: texts },
);
