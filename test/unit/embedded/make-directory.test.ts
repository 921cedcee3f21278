import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { takeDirectory } from "../../../infra/embedded/data-directory.ts";
import { makeDirectory } from "../../../infra/embedded/make-directory.ts";

const home = mkdtempSync(join(tmpdir(), "qiangzhen-directory-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a data directory", () => {
  it("is made with those above it, for its owner alone", () => {
    const directory = join(home, "a", "b", "c");
    makeDirectory(directory);
    makeDirectory(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it("is refused where nothing can be kept, with the reason in a sentence", () => {
    writeFileSync(join(home, "file"), "");
    for (const place of [
      "/proc/town",
      "/proc/town/data",
      "/dev/null/data",
      join(home, "file"),
      join(home, "file", "x"),
    ])
      expect(() => takeDirectory(place)).toThrow(`数据目录不可用`);
  });
});
