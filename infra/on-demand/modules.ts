import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** An import or re-export of a value from a file of the house. */
const imported = /^(?:import|export) (?!type )[^;]*?from "(\.[^"]+\.ts)"|^import "(\.[^"]+\.ts)"/gm;

/** The modules of which a module is made, itself last: each comes after those that it imports. Paths from the root. */
export function leafFirst(root: string, entry: string): readonly string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from, bare] of sourceOf(join(root, file)).matchAll(imported))
      visit(relative(root, join(root, dirname(file), from ?? bare ?? "")));
    order.push(file);
  };
  visit(entry);
  return order;
}

const sourceOf = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : "");
