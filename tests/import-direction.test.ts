import { spawnSync } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";

const root = path.resolve(import.meta.dirname, "..");

const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ["src/special/new.ts", "../random/normal.js"],
  ["src/random/new.ts", "../activations/tanh.js"],
  ["src/statistics/new.ts", "../audit/audit.js"],
  ["src/exact/new.ts", "../network/one-step.js"],
  ["src/exact/intervals.ts", "../intervals/interval.js"],
  ["src/intervals/new.ts", "../expressions/node.js"],
  ["src/expressions/new.ts", "../exact/gaussian-expectation.js"],
  ["src/activations/new.ts", "../network/one-step.js"],
  ["src/network/new.ts", "../audit/audit.js"],
  ["src/network/suprema.ts", "../suprema/operator-norm.js"],
  ["src/suprema/new.ts", "../audit/audit.js"],
  ["src/audit/new.ts", "../../bounds/lemma-1.js"],
  ["src/campaign/new.ts", "../../bounds/index.js"],
  ["src/config/new.ts", "../../bounds/index.js"],
  ["src/vitest/new.ts", "../campaign/pool.js"],
  ["src/index.ts", "../bounds/index.js"],
  ["bounds/new.ts", "../src/auditor/audit.js"],
  ["reports/new.ts", "../bounds/index.js"],
  ["properties/new.test.ts", "../src/auditor/audit.js"],
];

const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ["src/suprema/allowed.ts", "../network/one-step.js"],
  ["src/audit/allowed.ts", "../network/one-step.js"],
  ["src/vitest/allowed.ts", "../config/load-config.js"],
  ["bounds/allowed.ts", "lemmacheck"],
  ["properties/allowed.test.ts", "../bounds/lemma-1.js"],
  ["src/cli/allowed.ts", "../../bounds/index.js"],
];

test("the linter's rules keep imports running one way", async () => {
  const directory = await freshDirectory();
  await cp(path.join(root, "biome.json"), path.join(directory, "biome.json"));
  for (const [file, specifier] of [...FORBIDDEN, ...ALLOWED]) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await writeFile(path.join(directory, file), `import { x } from "${specifier}";\nexport const y = x;\n`);
  }
  const { stdout } = spawnSync(
    path.join(root, "node_modules/.bin/biome"),
    ["lint", "--vcs-enabled=false", "--only=style/noRestrictedImports", "--reporter=json", "--max-diagnostics=200"],
    { cwd: directory, encoding: "utf8" },
  );
  for (const [file] of FORBIDDEN) expect(stdout).toContain(file);
  for (const [file] of ALLOWED) expect(stdout).not.toContain(file);
});
