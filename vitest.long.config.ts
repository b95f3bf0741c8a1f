import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const results = process.env.LEMMACHECK_RESULTS;

/** Proofs that take minutes, such as wrong versions of every law that the tests of the laws must tell from it. */
export default defineConfig({
  resolve: { conditions: ["lemmacheck:source"] },
  ssr: { resolve: { conditions: ["lemmacheck:source"] } },
  test: {
    include: ["{src,bounds,properties}/**/*.long.test.ts"],
    maxWorkers: availableParallelism(),
    testTimeout: 300_000,
    reporters: ["default", ...(results ? ["json"] : [])],
    ...(results ? { outputFile: { json: results } } : {}),
  },
});
