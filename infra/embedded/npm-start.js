import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { findModulesQuickly } from "./quick-imports.js";

/**
 * `npm start`. Node keeps the program as it read and compiled it, so that the next start need not do it again. This file is
 * JavaScript: where nothing before the cache is TypeScript, a second start does not even load what reads TypeScript. The cache
 * lies beside the packages: only the one who installed them writes there. Where nothing can be written, nothing is kept.
 */
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, "../../node_modules/.cache/code"));
findModulesQuickly();
const { begin } = await import("./main.ts");
await begin();
