import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const house = join(import.meta.dirname, "../..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/departments.md",
  "docs/one-machine.md",
  ...globSync("{infra,services}/**/README.md", { cwd: house }),
];

/** What a page names as a path of the house: in backticks or as a link, with a folder or the ending of a source file. */
function pathsNamedIn(page: string): string[] {
  const text = readFileSync(join(house, page), "utf8").replaceAll(/^```.*?^```$/gms, "");
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, named = ""]) => named);
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, named = ""]) => named);
  return [...code.filter(isPath), ...links];
}

const isPath = (named: string) =>
  /^(infra|services|shared|test|docs)\/[\w./-]*$/.test(named) || /^[\w-][\w./-]*\.(ts|md)$/.test(named);

/** Names of all files of the code, read once: a page often names a file without its folder. */
const names = new Set(globSync("{infra,services,shared}/**/*.{ts,md}", { cwd: house }).map((path) => basename(path)));

/** A path is meant from the root, from the page's own folder, or from somewhere below a service or the page. */
const exists = (page: string, named: string) =>
  existsSync(join(house, named)) || existsSync(join(house, dirname(page), named)) || names.has(named);

describe("the pages of the house", () => {
  it("name their paths in a way that this test finds", () => {
    expect(pathsNamedIn("CONTRIBUTING.md").length).toBeGreaterThan(20);
    expect(exists("README.md", "shared/nowhere.ts")).toBe(false);
  });

  it.each(pages)("%s names only files and folders that exist", (page) => {
    expect(pathsNamedIn(page).filter((named) => !exists(page, named))).toEqual([]);
  });
});
