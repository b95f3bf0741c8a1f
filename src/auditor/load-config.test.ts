import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.js";
import { findConfig } from "./load-config.js";
import { openPaper } from "./open-paper.js";

const HOME = pathToFileURL(path.resolve(import.meta.dirname, "../../bounds/paper.ts")).href;

async function fileWith(text: string, name = "lemmacheck.config.ts"): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "lemmacheck-")), name);
  await writeFile(file, text);
  return file;
}

const open = (config: string, paper: string | null = null) =>
  openPaper({ home: HOME, config, configName: "--config", paper });

const CLAIM = `const mine = (id) => defineClaim({ id, label: "Mine", kind: "step", quote: "q", latex: "l", nonClaims: [],
  parameters: [gamma], hypotheses: [], draw: nothing, observed: () => 0, relation: "<=",
  forms: { printed: { bound: () => 1 } }, cells: [{ gamma: [0.5] }],
  mutants: { low: { bound: () => -1, at: { gamma: 0.5 } } } });`;
const IMPORTS = `import { defineClaim, definePaper, gamma, nothing } from "lemmacheck"; ${CLAIM}`;
const paperOf = (id: string, claims = '[mine("mine")]') =>
  `definePaper({ id: "${id}", title: "T", authors: ["A"], year: 2020, source: "s", parameters: [gamma], claims: ${claims} })`;

/** Configs that are wrong, and what the one line of the message says. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ["export default {", /it must be a module that runs: .*Unexpected token/],
  ["throw new Error('no\\nway')", /it must be a module that runs: no way/],
  ['import "nowhere-to-be-found"; export default {}', /it must be a module that runs: .*nowhere-to-be-found/],
  [
    'import x from "./nowhere.js"; export default x',
    /it must be a module that runs: Cannot find module '.\/nowhere.js'$/,
  ],
  ["export const config = {}", /it has no default export; it must have one/],
  ["export default 42", /its default export is 42; it must be \{ papers \} or/],
  ["export default { activation: [] }", /has activation; it must have only papers, claims and additions/],
  ['export default { additions: { psi: "t" } }', /additions.psi is "t"; it must be a list/],
  [
    "export default { additions: { q: [3] } }",
    /additions has q; it must have parameters that stand for something: psi/,
  ],
  ["export default { additions: { psi: [3] } }", /additions.psi\[0\]: it is 3; it must be an expression/],
  ['export default { additions: { psi: ["tanh(t)", "1/t"] } }', /additions.psi\[1\]: psi is "1\/t"; .*undefined at 0/],
  ['export default { additions: { psi: ["cot.constructor"] } }', /psi\[0\]: psi is .*; it must be an expression/],
  ['export default { additions: { psi: [{ id: "tanh", expression: "t" }] } }', /psi\[0\] is tanh; it must be another/],
  [
    'export default { additions: { psi: [{ id: "t", expression: "t" }] } }',
    /psi\[0\]: its id is "t"; it must be a letter/,
  ],
  [
    'export default { additions: { psi: [{ id: "a", expression: "tanh(t)" }, { id: "a", expression: "sin(t)" }] } }',
    /psi\[1\] is a; it must be another/,
  ],
  [
    'export default { additions: { psi: [{ id: "a", expression: "t*exp(-t^2)", supremum: 0.4 }] } }',
    /psi\[0\]: activation a: supremum is declared as 0.4; it must be at least 0.4288\d*, which is reached at t = -?0.707/,
  ],
  [
    'export default { additions: { psi: [{ id: "a", expression: "t", lipshitz: 1 }] } }',
    /psi\[0\]: it is .*lipshitz.*; it must be/,
  ],
  ['export default { claims: [{ id: "lemma-1" }] }', /claims\[0\]: claim lemma-1: label is missing; it must be a text/],
  [`${IMPORTS} export default { claims: [mine("a"), mine("a")] }`, /claims\[1\] has the id a; it must be another/],
  ["throw Object.create(null)", /it must be a module that runs: what was thrown has no text$/],
  ["throw { toString() { throw 1 } }", /it must be a module that runs: what was thrown has no text$/],
  ["throw new Error('\\u001b[2J' + 'x'.repeat(1e6))", /it must be a module that runs: \\u001b\[2Jx{100,250}$/],
  ["export default Promise.reject(new Error('later'))", /it must export what can be read: later$/],
  ["export default { then() {} }", /its default export has then; it must have only papers, claims and additions$/],
  ["export default Promise.resolve(42)", /its default export is 42; it must be/],
  ["export default { get papers() { throw new Error('no\\nway') } }", /it must export what can be read: no way$/],
  ["export default new Proxy({}, { ownKeys() { throw null } })", /it must export what can be read: null$/],
  [
    "export default { additions: { psi: [{ get id() { throw new Error('got') }, expression: 't' }] } }",
    /it must export what can be read: got$|psi\[0\]: .*must be/,
  ],
  ["export default { ['x\\u001b[2J' + 'y'.repeat(1e6)]: 1 }", /has "x\\u001b\[2Jy{30,60}…"; it must have only/],
  [
    "export default { papers: [{ claims() {}, claim() {}, id: 'p' }] }",
    /papers\[0\] is .*; it must be what definePaper gives/,
  ],
  [
    `${IMPORTS} export default { papers: [{ ...${paperOf("p")}, id: "../../p" }] }`,
    /it must be what definePaper gives/,
  ],
  [
    `${IMPORTS} export default { papers: [${paperOf("../../p")}] }`,
    /paper "..\/..\/p": id is "..\/..\/p"; it must be lower-case/,
  ],
  [`${IMPORTS} export default { claims: [mine("../../x")] }`, /claim id is "..\/..\/x"; it must be lower-case words/],
  ["export default { papers: [{}] }", /papers\[0\] is \{\}; it must be what definePaper gives/],
  [`${IMPORTS} export default { papers: [${paperOf("p")}], claims: [mine("a")] }`, /has papers and claims/],
  [
    `${IMPORTS} export default { papers: [${paperOf("p", '[mine("a"), mine("a")]')}] }`,
    /paper p: claims is "a"; it must be claims of different ids/,
  ],
];

describe("openPaper", () => {
  it("loads TypeScript whose lemmacheck is this one", async () => {
    const file = await fileWith(
      `import { defineConfig } from "lemmacheck";
      import { catalogue } from "lemmacheck/activations";
      const found: boolean = catalogue.some(({ id }): boolean => id === "tanh");
      export default defineConfig({ additions: { psi: found ? ["sin(x)", { id: "mine", expression: "atan(t)" }] : [] } });`,
    );
    const { additions, paper } = await open(file);
    expect(additions.psi).toMatchObject([{ id: "sin(t)" }, { id: "mine" }]);
    expect(paper.id).toBe("single-gradient-step");
    expect(await findConfig(path.dirname(file))).toBe(file);
  });

  it("reads the members of an export that could be awaited for ever", async () => {
    const file = await fileWith('export default { "__proto__": { then() {} }, additions: { psi: ["sin(x)"] } };');
    expect((await open(file)).additions.psi).toMatchObject([{ id: "sin(t)" }]);
  });

  it("finds no config where there is none", async () => {
    expect(await findConfig(path.dirname(await fileWith("", "other.ts")))).toBeNull();
  });

  it("audits the paper of a config that defines one; several need --paper, and the program's own can be named", async () => {
    const one = await fileWith(`${IMPORTS} export default { papers: [${paperOf("one")}] }`);
    expect((await open(one)).paper.id).toBe("one");
    expect((await open(one, "single-gradient-step")).paper.id).toBe("single-gradient-step");
    await expect(open(one, "three")).rejects.toThrow("--paper is three; it must be one of one, single-gradient-step");
    const two = await fileWith(`${IMPORTS} export default { papers: [${paperOf("one")}, ${paperOf("two")}] }`);
    await expect(open(two)).rejects.toThrow("--paper is missing; it must be one of one, two");
    expect((await open(two, "two")).paper.id).toBe("two");
  });

  it("refuses a claim of the id of one of the paper's", async () => {
    const { claims } = await open(await fileWith(`${IMPORTS} export default { claims: [mine("lemma-1")] }`));
    await expect(claims()).rejects.toThrow(
      "the id lemma-1; it must be another, since single-gradient-step has that one",
    );
  });

  it.each(WRONG)("refuses %s in one line", async (text, rule) => {
    const file = await fileWith(text);
    const error: unknown = await open(file).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    const message = error instanceof ConfigError ? error.message : "";
    expect(message).toMatch(rule);
    expect(message.startsWith(`--config is ${file}`)).toBe(true);
    expect(message).not.toContain("\n");
  });
});
