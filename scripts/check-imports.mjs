/**
 * Holds the imports of the tree to one direction and prints the map of them, a line a part with what it imports:
 * `node scripts/check-imports.mjs [ROOT]`. Exit code 1 and a line for each import that runs the wrong way.
 *
 * Tests, fixtures and what is named `testing` are left out: they may look anywhere.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a part may import: itself and these. A part is a folder with all below it. */
const ALLOWED = {
  "src/numbers": [],
  "src/chance": ["src/numbers"],
  "src/auditor": ["src/numbers", "src/chance"],
  "src/activations": ["src/numbers"],
  "src/networks": ["src/numbers", "src/chance", "src/activations"],
  "src/samplers": ["src/numbers", "src/chance", "src/activations", "src/networks", "src/auditor"],
  "src/vitest": ["src/numbers", "src/chance", "src/auditor"],
  reports: ["src/numbers", "src/chance", "src/auditor"],
  "src/cli": ["src/numbers", "src/chance", "src/auditor", "reports"],
  "src/api": ["src/numbers", "src/chance", "src/auditor", "src/activations", "src/networks", "src/samplers"],
  bounds: ["lemmacheck"],
  playground: ["src/numbers", "src/chance", "src/auditor", "reports", "bounds", "lemmacheck"],
};

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']|new URL\(\s*["'](\.[^"']+)["']/g;

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));

/** A file at the root of src stands for the public API. */
const partOf = (file) =>
  path.dirname(file) === "src" ? "src/api" : Object.keys(ALLOWED).find((part) => file.startsWith(`${part}/`));

const isTest = (file) => /\.test\.ts$|(^|\/)testing\//.test(file);

function sources() {
  return ["src", "bounds", "reports", "playground"].flatMap((top) => {
    try {
      return readdirSync(path.join(root, top), { recursive: true })
        .map((file) => path.join(top, file))
        .filter((file) => file.endsWith(".ts") && !isTest(file))
        .toSorted();
    } catch (error) {
      if (error.code === "ENOENT") return [];
      throw error;
    }
  });
}

/** Where an import leads: a file of the tree, `lemmacheck`, or null for a package. */
function target(file, specifier) {
  if (specifier.startsWith(".")) return path.join(path.dirname(file), specifier);
  return /^lemmacheck(\/|$)/.test(specifier) ? "lemmacheck" : null;
}

const pairs = new Map();
const wrong = [];
for (const file of sources()) {
  const part = partOf(file);
  if (part === undefined) {
    wrong.push(`${file} is in no part of the house that scripts/check-imports.mjs knows`);
    continue;
  }
  for (const [, imported, resolved] of readFileSync(path.join(root, file), "utf8").matchAll(IMPORT)) {
    const to = target(file, imported ?? resolved);
    if (to === null) continue;
    const other = to === "lemmacheck" ? to : partOf(to);
    if (other === part) continue;
    if (!ALLOWED[part].includes(other)) wrong.push(`${file} imports ${imported ?? resolved}`);
    pairs.set(part, (pairs.get(part) ?? new Set()).add(other ?? path.dirname(to)));
  }
}

const count = [...pairs.values()].reduce((sum, into) => sum + into.size, 0);
const byName = (a, b) => a.localeCompare(b);
for (const from of [...pairs.keys()].toSorted(byName))
  console.log(`${from} → ${[...pairs.get(from)].toSorted(byName).join(", ")}`);
console.log(`${count} pairs of parts; ${wrong.length} imports that run the wrong way`);
for (const line of wrong) console.error(`${line}: imports run one way (CONTRIBUTING.md)`);
process.exit(wrong.length > 0 ? 1 : 0);
