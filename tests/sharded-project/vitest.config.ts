import { defineConfig } from "vitest/config";

const source = { resolve: { conditions: ["lemmacheck:source"] } };

/** Experiments in several files, for runs in parts. */
export default defineConfig({
  ...source,
  ssr: source,
  test: { include: ["*.fixture.ts"], reporters: ["default", "../../src/vitest/reporter.ts"] },
});
