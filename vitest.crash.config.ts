import { defineConfig } from "vitest/config";

/** `npm run test:crash`: minutes of `kill -9`. */
export default defineConfig({
  test: {
    include: ["test/crash/**/*.test.ts"],
    testTimeout: 900_000,
    env: { POWERTOOLS_DEV: "true", POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" },
  },
});
