import path from "node:path";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { licences } from "./licences.js";

const root = import.meta.dirname;
const { worker, page } = licences();

/** One page without anything from outside, which opens as a file: `npm run playground`. */
export default defineConfig({
  root,
  base: "./",
  resolve: {
    conditions: ["lemmacheck:source", "browser", "module", "import", "default"],
    // The house's own is for Node, which loads mathjs when it is first needed.
    alias: [{ find: /^\.\/load-parser\.js$/, replacement: path.join(root, "worker/load-parser.ts") }],
  },
  worker: { format: "iife", plugins: () => [worker()] },
  plugins: [page, viteSingleFile()],
  build: { outDir: path.join(root, "../docs/playground"), emptyOutDir: true, target: "es2023", modulePreload: false },
});
