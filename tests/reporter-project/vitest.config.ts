import { defineConfig } from "vitest/config";

const source = { resolve: { conditions: ["lemmacheck:source"] } };

/** A project like a stranger's, but for the sources in place of the built package. Some of its tests fail: that is its use. */
export default defineConfig({
  ...source,
  ssr: source,
  test: {
    include: ["*.fixture.ts"],
    reporters: ["default", "../../src/vitest/reporter.ts"],
  },
});
