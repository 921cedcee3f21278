import { registerHooks } from "node:module";

/** Packages that were found already, by the name under which a module asks. */
const found = new Map();

const parent = (url) => url.slice(0, url.lastIndexOf("/"));

/** The module that `./a.ts` or `../b/a.ts` names beside another one. */
function beside(specifier, url) {
  let folder = parent(url);
  let rest = specifier.startsWith("./") ? specifier.slice(2) : specifier;
  while (rest.startsWith("../")) {
    folder = parent(folder);
    rest = rest.slice(3);
  }
  return `${folder}/${rest}`;
}

/**
 * Finds the program's own modules by their names alone. They lie where their imports say, so Node need not look at the disk for
 * each of ten thousand imports. A package is looked for once: there is one folder of packages for the whole program.
 */
export function findModulesQuickly() {
  registerHooks?.({
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (parentURL === undefined || parentURL.includes("/node_modules/")) return next(specifier, context);
      if (specifier.startsWith(".")) {
        if (!specifier.endsWith(".ts")) return next(specifier, context);
        return { url: beside(specifier, parentURL), format: "module-typescript", shortCircuit: true };
      }
      const before = found.get(specifier);
      if (before !== undefined) return before;
      const { url, format } = next(specifier, context);
      found.set(specifier, { url, format, shortCircuit: true });
      return { url, format };
    },
  });
}
