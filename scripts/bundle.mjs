// Bundles what runs, so that a command opens tens of files and not hundreds: `--help` took twice as long without. Every
// entry of package.json shares the modules of the others, so that nothing is loaded twice.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { bin, exports, dependencies, peerDependencies } = JSON.parse(
  await readFile(new URL("../package.json", import.meta.url), "utf8"),
);
const SOURCE = "lemmacheck:source";
const toSource = (file) => file.replace(/^dist\//, "").replace(/\.js$/, ".ts");

await rm(new URL("../dist/chunks", import.meta.url), { recursive: true, force: true });
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  metafile: true,
  logLevel: "warning",
};

// mathjs's parser in a file of its own, which is read when an expression is.
const PARSER = "dist/chunks/mathjs-parser.cjs";
const parser = await build({
  ...common,
  stdin: { contents: 'export { create, parseDependencies } from "mathjs/number";', resolveDir: root },
  outfile: PARSER,
  format: "cjs",
  minify: true,
  legalComments: "none",
});

const program = await build({
  ...common,
  entryPoints: [
    toSource(bin.lemmacheck),
    // Found by its URL beside the program.
    "bounds/paper.ts",
    ...Object.values(exports).flatMap((entry) => (typeof entry === "object" ? [entry[SOURCE]] : [])),
  ],
  outdir: "dist",
  outbase: ".",
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  format: "esm",
  conditions: [SOURCE],
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  // Bundled CommonJS asks for Node's own modules.
  banner: {
    js: 'import { createRequire as bundledRequire } from "node:module";\nconst require = bundledRequire(import.meta.url);',
  },
  plugins: [
    {
      name: "mathjs-parser",
      setup: ({ onResolve }) =>
        onResolve({ filter: /^mathjs\/number$/ }, () => ({ path: `./${path.basename(PARSER)}`, external: true })),
    },
  ],
});

/** The folder of the package that a bundled file is from, or null if it is ours. */
function packageOf(file) {
  const [, folder = null] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return folder;
}

/** What a bundled package is, and what its licence asks to be passed on. */
async function licenceOf(folder) {
  const there = path.join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(path.join(there, "package.json"), "utf8"));
  const files = (await readdir(there)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(path.join(there, file), "utf8")));
  return { title: `${name} ${version}, ${license}`, text: texts.map((text) => text.trim()).join("\n\n") };
}

const inputs = [parser, program].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const folders = new Set(inputs.flatMap((file) => packageOf(file) ?? []));
const licences = await Promise.all([...folders].toSorted().map(licenceOf));
const groups = new Map();
for (const { title, text } of licences) groups.set(text, [...(groups.get(text) ?? []), title]);
const parts = [...groups].map(([text, titles]) => [...titles, "", text].join("\n"));
const rule = `\n\n${"-".repeat(80)}\n\n`;
await writeFile(
  path.join(root, "dist/THIRD-PARTY.txt"),
  `${["What is bundled in dist/chunks beside lemmacheck's own code, and its licences.", ...parts].join(rule)}\n`,
);
