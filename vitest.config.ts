import { defineConfig } from "vitest/config";
import { slowness } from "./test/support/slowness.ts";

/**
 * Lanes. `npm test` runs pure and engine; `test:town`, `test:house`, `test:cloud`, `test:crash` and `test:fuzz` run the others. A limit is a multiple of what
 * this machine needs for a known piece of work now: a busy machine gets more time, so no test fails by the clock.
 */
const factor = slowness();

/** A thousand people, for a minute and more: `npm run test:engine` tries them. */
const ofThousands = ["test/service/erased-numbers.test.ts", "test/town/numbers.test.ts"];

/**
 * Each route is tried by each role on a lived town, whole processes are killed and started, and a town is saved, moved and
 * brought into trouble: `npm run test:town`.
 */
const ofWholeTowns = [
  ...[
    "lived-week",
    "embedded-process",
    "full-disk",
    "operations",
    "backup",
    "moving",
    "operators",
    "trouble",
    "upgrade",
    "issuer",
  ],
  ...["permits", "paths", "typed-client", "grid-stories", "tours"],
].map((name) => `test/town/${name}.test.ts`);

/** These copy the house or lint its documents whole: `npm run test:house`. */
const ofTheWholeHouse = ["documents", "new-service", "walls"].map((name) => `test/house/${name}.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 30_000 * factor,
    hookTimeout: 120_000 * factor,
    maxWorkers: 2,
    setupFiles: ["test/support/seeded.ts", ...(process.env.SAMPLES === "write" ? ["test/support/sampling.ts"] : [])],
    env: { POWERTOOLS_DEV: "true", POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" },
    projects: [
      // These leave nothing behind: their files share one process each worker, and what they import (the CDK!) is loaded once.
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/**/*.test.ts"],
          exclude: [...ofTheWholeHouse, "test/{infra,functions,service,town,crash,fuzz}/**"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "house", include: ofTheWholeHouse } },
      {
        extends: true,
        test: { name: "town", include: ofWholeTowns, globalSetup: "test/support/opened-town-of-run.ts" },
      },
      { extends: true, test: { name: "cloud", include: ["test/infra/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "functions", include: ["test/functions/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "engine",
          isolate: false,
          include: ["test/{service,town}/**/*.test.ts"],
          exclude: [...ofWholeTowns, ...(process.env.QIANGZHEN_TEST_ENGINE === undefined ? ofThousands : [])],
          globalSetup: "test/support/opened-town-of-run.ts",
        },
      },
      {
        extends: true,
        test: { name: "fuzz", include: ["test/fuzz/**/*.test.ts"], globalSetup: "test/support/opened-town-of-run.ts" },
      },
      { extends: true, test: { name: "crash", include: ["test/crash/**/*.test.ts"], testTimeout: 900_000 * factor } },
    ],
  },
});
