import { defineConfig } from "vitest/config";

export default defineConfig({
  // Beside vitest's own summary: which claims held, how close they came, and the error budget spent.
  test: { reporters: ["default", "lemmacheck/reporter"] },
});
