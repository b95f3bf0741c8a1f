import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const source = {
  resolve: { conditions: ["lemmacheck:source"] },
  ssr: { resolve: { conditions: ["lemmacheck:source"] } },
};

const results = process.env.LEMMACHECK_RESULTS;

export default defineConfig({
  ...source,
  test: {
    // vitest would leave one core idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // LEMMACHECK_RESULTS=FILE keeps the counts for the closing line of .ci/run.
    reporters: ["default", "./src/vitest/reporter.ts", ...(results ? ["json"] : [])],
    ...(results ? { outputFile: { json: results } } : {}),
    projects: [
      {
        ...source,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "bounds/**/*.test.ts", "reports/**/*.test.ts"],
          exclude: ["**/*.long.test.ts"],
          testTimeout: 60_000,
          // What a developer's runs have kept is tried by the properties alone.
          env: { LEMMACHECK_DATABASE: "off" },
          // Functions are pure: files may share the modules that a process has loaded, which takes a second each.
          isolate: false,
        },
      },
      {
        ...source,
        test: {
          name: "properties",
          include: ["properties/**/*.test.ts"],
          exclude: ["**/*.long.test.ts"],
          testTimeout: 120_000,
          isolate: false,
        },
      },
      {
        ...source,
        test: {
          name: "end-to-end",
          // Functions are pure: files may share the modules that a process has loaded, which takes seconds each.
          isolate: false,
          // All properties of examples/concentration and examples/any-width are for scripts/try-packed.sh; the laws of the second are long.
          include: [
            "tests/**/*.test.ts",
            "examples/{birthdays,first-claim,statistics,own-paper,two-papers,search}/*.test.ts",
            "examples/concentration/laws.test.ts",
          ],
          exclude: ["**/*.long.test.ts"],
          testTimeout: 120_000,
          env: { LEMMACHECK_DATABASE: "off" },
        },
      },
    ],
  },
});
