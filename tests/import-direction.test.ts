import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parameters } from "lemmacheck/ledger";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";

const root = path.resolve(import.meta.dirname, "..");
const check = (directory: string) =>
  spawnSync(process.execPath, [path.join(root, "scripts/check-imports.mjs"), directory], { encoding: "utf8" });

const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ["src/numbers/new.ts", "../chance/normal.js"],
  ["src/chance/new.ts", "../activations/tanh.js"],
  ["src/chance/tests.ts", "../auditor/audit.js"],
  ["src/activations/new.ts", "../networks/setting.js"],
  ["src/activations/expressions/new.ts", "../../chance/normal.js"],
  ["src/networks/new.ts", "../auditor/audit.js"],
  ["src/networks/lines/new.ts", "../../samplers/one-step.js"],
  ["src/auditor/new.ts", "../networks/setting.js"],
  ["src/auditor/activations.ts", "../activations/catalogue.js"],
  ["src/auditor/samplers.ts", "../samplers/parameters.js"],
  ["src/auditor/lazily.ts", "../../bounds/index.js"],
  ["src/samplers/new.ts", "../../bounds/lemma-1.js"],
  ["src/vitest/new.ts", "../samplers/parameters.js"],
  ["src/cli/new.ts", "../../bounds/paper.js"],
  ["src/cli/activations.ts", "../activations/catalogue.js"],
  ["reports/new.ts", "../src/networks/setting.js"],
  ["reports/paper.ts", "../bounds/index.js"],
  ["bounds/new.ts", "../src/auditor/audit.js"],
  ["elsewhere/new.ts", "./other.js"],
];

const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ["src/numbers/sums/allowed.ts", "../log-space.js"],
  ["src/auditor/allowed.ts", "../chance/streams.js"],
  ["src/samplers/allowed.ts", "../networks/setting.js"],
  ["src/samplers/joins.ts", "../auditor/sampler.js"],
  ["src/cli/allowed.ts", "../../reports/html.js"],
  ["src/vitest/allowed.ts", "../auditor/audit.js"],
  ["src/auditor/allowed.test.ts", "../samplers/parameters.js"],
  ["bounds/allowed.ts", "lemmacheck/networks"],
  ["reports/allowed.ts", "../src/auditor/row-fields.js"],
];

test("a script keeps imports running one way, and prints the map of them", async () => {
  const directory = await freshDirectory();
  for (const [i, [file, specifier]] of [...FORBIDDEN, ...ALLOWED].entries()) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    const statement = i % 2 === 0 ? `import { x } from "${specifier}";` : `const { x } = await import("${specifier}");`;
    await writeFile(path.join(directory, file), `${statement}\nexport const y = x;\n`);
  }
  const { status, stderr } = check(directory);
  expect(status).toBe(1);
  for (const [file] of FORBIDDEN.filter(([name]) => !name.startsWith("elsewhere"))) expect(stderr).toContain(file);
  for (const [file] of ALLOWED) expect(stderr).not.toContain(file);
});

test("imports of the project run one way, between at most 40 pairs of its parts", () => {
  const { status, stdout } = check(root);
  expect(status).toBe(0);
  const [, pairs] = /(\d+) pairs of parts; 0 imports that run the wrong way/.exec(stdout) ?? [];
  expect(Number(pairs)).toBeGreaterThan(10);
  expect(Number(pairs)).toBeLessThanOrEqual(40);
});

test("what knows no paper names none of our paper's parameters but γ", async () => {
  const names = parameters.map(({ name }) => name).filter((name) => name !== "gamma");
  const quoted = new RegExp(`(["'\`])(${names.join("|")})\\1`);
  const files = (
    await Promise.all(
      ["src/auditor", "src/vitest", "src/cli", "reports"].map(async (folder) =>
        (await readdir(path.join(root, folder), { recursive: true })).map((file) => path.join(folder, file)),
      ),
    )
  ).flat();
  const sources = files.filter((file) => file.endsWith(".ts") && !/\.test\.ts$|testing\//.test(file));
  expect(sources.length).toBeGreaterThan(80);
  for (const file of sources) expect(await readFile(path.join(root, file), "utf8"), file).not.toMatch(quoted);
});
