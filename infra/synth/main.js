import { findModulesQuickly } from "../embedded/quick-imports.js";

/** `npm run synth`. JavaScript: what finds modules must be there before the first TypeScript. */
findModulesQuickly();
await import("./main.ts");
