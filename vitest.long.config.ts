import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const results = process.env.LEMMACHECK_RESULTS;

/**
 * What takes minutes: proofs, such as wrong versions of every law that the tests of the laws must tell from it; and what needs
 * more than Node: a Redis, a browser, sollya and mpmath.
 */
export default defineConfig({
  resolve: { conditions: ["lemmacheck:source"] },
  ssr: { resolve: { conditions: ["lemmacheck:source"] } },
  test: {
    include: ["{src,bounds,properties,tests}/**/*.long.test.ts", "examples/any-width/laws.test.ts"],
    env: { LEMMACHECK_DATABASE: "off" },
    maxWorkers: availableParallelism(),
    testTimeout: 300_000,
    reporters: ["default", ...(results ? ["json"] : [])],
    ...(results ? { outputFile: { json: results } } : {}),
  },
});
