// Bundles what runs, so that a command opens tens of files and not hundreds: `--help` took twice as long without. Every
// entry of package.json shares the modules of the others, so that nothing is loaded twice.
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { bin, exports, dependencies, peerDependencies } = JSON.parse(
  await readFile(new URL("../package.json", import.meta.url), "utf8"),
);
const SOURCE = "lemmacheck:source";
const toSource = (file) => file.replace(/^dist\//, "").replace(/\.js$/, ".ts");

await rm(new URL("../dist/chunks", import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [
    toSource(bin.lemmacheck),
    // Found by its URL beside the program.
    "bounds/paper.ts",
    ...Object.values(exports).flatMap((entry) => (typeof entry === "object" ? [entry[SOURCE]] : [])),
  ],
  outdir: "dist",
  outbase: ".",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  conditions: [SOURCE],
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  sourcemap: "linked",
  sourcesContent: false,
  // Bundled CommonJS asks for Node's own modules.
  banner: {
    js: 'import { createRequire as bundledRequire } from "node:module";\nconst require = bundledRequire(import.meta.url);',
  },
  logLevel: "warning",
});
