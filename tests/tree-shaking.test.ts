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

// As docs/platforms.md has them: 0.2, 71, 75, 12 and 114 kB.
test.each([
  ["lemmacheck/probability", "uniform", 1e3],
  ["lemmacheck/statistics", "expectedDraws", 100e3],
  ["lemmacheck/statistics", "holdsWithProbability", 100e3],
  ["lemmacheck", "defineClaim", 20e3],
  ["lemmacheck", "audit", 150e3],
])("an import from %s of %s takes at most %i bytes with it", async (name, what, most) => {
  const bytes = await bytesOf(`import { ${what} } from ${JSON.stringify(name)}; console.log(${what});`);
  expect(bytes).toBeGreaterThan(100);
  expect(bytes).toBeLessThan(most);
});
