import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: process.env.SAMPLES === "write" ? ["test/support/sampling.ts"] : [],
    env: { POWERTOOLS_DEV: "true", POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" },
    projects: [
      // These leave nothing behind: their files share one process each worker, and what they import (the CDK!) is loaded once.
      {
        extends: true,
        test: { name: "pure", include: ["test/{unit,properties,permits,powers}/**/*.test.ts"], isolate: false },
      },
      { extends: true, test: { name: "house", include: ["test/house/**/*.test.ts"] } },
      { extends: true, test: { name: "cloud", include: ["test/infra/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "engine",
          include: ["test/{service,town}/**/*.test.ts"],
          globalSetup: "test/support/opened-town-of-run.ts",
        },
      },
    ],
  },
});
