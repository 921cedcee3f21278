import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file that a recipe writes out in full. */
export interface RecipeFile {
  readonly path: string;
  readonly text: string;
}

/** The files of the recipes in CONTRIBUTING.md: each block of code that names a path. */
export function recipeFiles(): readonly RecipeFile[] {
  const page = readFileSync(join(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
  return [...page.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, path = "", text = ""]) => ({ path, text }));
}
