import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tanh } from "../activations/tanh.js";
import { ConfigError } from "./config-error.js";
import { findConfig, loadConfig } from "./load-config.js";

async function fileWith(text: string, name = "lemmacheck.config.ts"): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "lemmacheck-")), name);
  await writeFile(file, text);
  return file;
}

const CLAIM = `{ id: "mine", label: "Mine", kind: "whp", quote: "q", latex: "l", nonClaims: [], parameters: ["k"], hypotheses: [],
  draw: {}, observed: () => 0, relation: "<=", forms: {}, cells: [], mutants: {} }`;

/** Configs that are wrong, and what the one line of the message says. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ["export default {", /it must be a module that runs: .*Unexpected token/],
  ["throw new Error('no\\nway')", /it must be a module that runs: no way/],
  ['import "nowhere-to-be-found"; export default {}', /it must be a module that runs: .*nowhere-to-be-found/],
  ["export const config = {}", /it has no default export; it must have one/],
  ["export default 42", /its default export is 42; it must be \{ activations, claims \}/],
  ["export default { activation: [] }", /has activation; it must have only activations and claims/],
  ['export default { activations: "t" }', /activations is "t"; it must be a list/],
  ["export default { activations: [3] }", /activations\[0\] is 3; it must be an expression/],
  ['export default { activations: ["tanh(t)", "1/t"] }', /activations\[1\]: psi is "1\/t"; .*undefined at 0/],
  ['export default { activations: ["cot.constructor"] }', /activations\[0\]: psi is .*; it must be an expression/],
  [
    'export default { activations: [{ id: "tanh", expression: "t" }] }',
    /activations\[0\] has the id tanh; it must be another/,
  ],
  [
    'export default { activations: [{ id: "t", expression: "t" }] }',
    /activations\[0\] has the id "t"; it must be a letter/,
  ],
  [
    'export default { activations: [{ id: "a", expression: "tanh(t)" }, { id: "a", expression: "sin(t)" }] }',
    /activations\[1\] has the id a; it must be another/,
  ],
  [
    'export default { activations: [{ id: "a", expression: "t*exp(-t^2)", supremum: 0.4 }] }',
    /activations\[0\]: activation a: supremum is declared as 0.4; it must be at least 0.4288\d*, which is reached at t = -?0.707/,
  ],
  [
    'export default { activations: [{ id: "a", expression: "t", lipshitz: 1 }] }',
    /activations\[0\] is .*lipshitz.*; it must be/,
  ],
  [
    'export default { claims: [{ id: "lemma-1" }] }',
    /claims\[0\] is \{"id":"lemma-1"\}; it must be what defineClaim gives/,
  ],
  [`export default { claims: [${CLAIM}, ${CLAIM}] }`, /claims\[1\] has the id mine; it must be another/],
  [
    `export default { claims: [${CLAIM.replace("mine", "lemma-1")}] }`,
    /claims\[0\] has the id lemma-1; it must be another, since the ledger has that one/,
  ],
];

describe("loadConfig", () => {
  it("loads TypeScript whose lemmacheck is this one", async () => {
    const file = await fileWith(
      `import { catalogue, defineConfig } from "lemmacheck";
      const tanh = catalogue.find(({ id }): boolean => id === "tanh")!;
      export default defineConfig({ activations: ["sin(x)", { id: "mine", expression: "sinh(t)/cosh(t)" }], claims: [] });
      export const probe = tanh;`,
    );
    const { activations } = await loadConfig("--config", file);
    expect(activations.map(({ id }) => id)).toEqual(["sin(t)", "mine"]);
    expect(activations[1].same).toBe(tanh);
    expect(await findConfig(path.dirname(file))).toBe(file);
  });

  it("finds none where there is none", async () => {
    expect(await findConfig(path.dirname(await fileWith("", "other.ts")))).toBeNull();
  });

  it.each(WRONG)("refuses %s in one line", async (text, rule) => {
    const file = await fileWith(text);
    const error: unknown = await loadConfig("--config", file, { claimIds: ["lemma-1"] }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ConfigError);
    const message = error instanceof ConfigError ? error.message : "";
    expect(message).toMatch(rule);
    expect(message.startsWith(`--config is ${file}`)).toBe(true);
    expect(message).not.toContain("\n");
  });
});
