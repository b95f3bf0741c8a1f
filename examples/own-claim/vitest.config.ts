import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["lemmacheck/vitest/setup"],
    reporters: ["default", "lemmacheck/reporter"],
  },
});
