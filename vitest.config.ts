import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Property tests take a while on a busy machine; a hang is a hang after half a minute too.
    testTimeout: 30_000,
    coverage: {
      include: ["src/**/*.ts", "rules/**/*.ts"],
      reporter: ["text-summary", "text"],
      thresholds: { lines: 90 },
    },
  },
});
