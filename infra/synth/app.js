import { findModulesQuickly } from "../embedded/quick-imports.js";

/** The CDK app, as the CDK's own commands start it. JavaScript: what finds modules must be there before the first TypeScript. */
findModulesQuickly();
await import("./app.ts");
