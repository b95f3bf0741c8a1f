import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** The bytes that a bundler keeps of the built package for a program, minified. */
async function bytesOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    external: ["fast-check", "jiti"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0].contents.length;
}

test.each([
  "lemmacheck",
  "lemmacheck/statistics",
  "lemmacheck/probability",
  "lemmacheck/networks",
  "lemmacheck/activations",
])("an import of %s that nothing is used of leaves nothing behind", async (name) => {
  expect(await bytesOf(`import * as unused from ${JSON.stringify(name)};`)).toBe(0);
});

const platforms = await readFile(path.join(root, "docs/platforms.md"), "utf8");

test.each([
  ["lemmacheck/probability", "uniform"],
  ["lemmacheck", "defineClaim"],
  ["lemmacheck/statistics", "expectedDraws"],
  ["lemmacheck/statistics", "holdsWithProbability"],
  ["lemmacheck", "audit"],
])("an import from %s of %s takes what docs/platforms.md says, but for a tenth", async (name, what) => {
  const said = 1000 * Number(new RegExp(`\`${what}\`[^,]* ([\\d.]+) kB`).exec(platforms)?.[1]);
  const bytes = await bytesOf(`import { ${what} } from ${JSON.stringify(name)}; console.log(${what});`);
  expect(bytes).toBeGreaterThan(0.9 * said);
  expect(bytes).toBeLessThan(1.1 * said);
});
