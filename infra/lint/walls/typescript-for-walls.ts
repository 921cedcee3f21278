import { registerHooks } from "node:module";

/**
 * dependency-cruiser reads TypeScript through the compiler's interface, which version 7 no longer has. Beside version 7 it
 * finds no module and reports success. This hook gives it version 5 under the name that it asks for.
 */
registerHooks({
  resolve: (asked, context, next) =>
    next(/^typescript(\/|$)/.test(asked) ? asked.replace("typescript", "typescript-for-walls") : asked, context),
});
