import path from "node:path";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const root = import.meta.dirname;

/** One page without anything from outside, which opens as a file: `npm run playground`. */
export default defineConfig({
  root,
  base: "./",
  // `load-parser.ts` is for Node, which loads the parser when it is first needed.
  resolve: {
    conditions: ["lemmacheck:source", "browser", "module", "import", "default"],
    alias: [{ find: /^\.\/load-parser\.js$/, replacement: path.join(root, "worker/load-parser.ts") }],
  },
  worker: { format: "iife" },
  plugins: [viteSingleFile()],
  build: { outDir: path.join(root, "../docs/playground"), emptyOutDir: true, target: "es2023", modulePreload: false },
});
