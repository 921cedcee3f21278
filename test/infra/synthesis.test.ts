import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { WrittenOnce } from "../../infra/bundling/written-once.ts";
import { leafFirst } from "../../infra/on-demand/modules.ts";
import { asked } from "../../infra/synth/asking.ts";
import { toldOf } from "../../infra/synth/told.ts";

const root = resolve(import.meta.dirname, "../..");
const home = mkdtempSync(join(tmpdir(), "qiangzhen-synthesis-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("npm run synth", () => {
  test.each(["app", "main"])("loads no module of a service by itself before the bundles are built: %s", (program) => {
    const before = leafFirst(root, `infra/synth/${program}.ts`);
    expect(before).toContain("infra/bundling/kept.ts");
    expect(before.filter((path) => path.startsWith("services/") || path === "infra/services.ts")).toEqual([]);
  });

  test("is asked for one town in two ways, and knows no other word", () => {
    expect(asked([])).toEqual({ output: "cdk.out" });
    expect(asked(["-c", "town=jinshan", "--quiet"])).toEqual({ output: "cdk.out", town: "jinshan" });
    expect(asked(["--town", "jinshan", "-o", "out"])).toEqual({ output: "out", town: "jinshan" });
    expect(() => asked(["-c", "twon=jinshan"])).toThrow("only -c town=SLUG is known");
    expect(() => asked(["--twon", "jinshan"])).toThrow("--twon");
  });

  test("an error in one stack ends it, a warning does not", () => {
    const stack = (level: string) => ({ messages: [{ level, id: "/bad", entry: { data: "code has 11 digits" } }] });
    expect(toldOf([stack("info"), stack("error")])).toEqual({
      lines: ["error /bad: code has 11 digits"],
      isSound: false,
    });
    expect(toldOf([stack("warning")])).toEqual({ lines: ["warning /bad: code has 11 digits"], isSound: true });
  });
});

describe("bundles are written", () => {
  const place = mkdtempSync(join(home, "draft-"));
  const font = join(home, "font.otf");
  writeFileSync(font, "a font");
  const shared = Buffer.from("shared");
  const writing = new WrittenOnce(place);
  for (const bundle of ["east", "west"]) {
    writing.put(bundle, "part.mjs", shared);
    writing.put(bundle, "index.mjs", Buffer.from(bundle));
    writing.copy(bundle, "font.otf", font);
  }
  const inode = (...path: string[]) => statSync(join(place, ...path)).ino;

  test("once for all that share a file", () => {
    for (const name of ["part.mjs", "font.otf"]) expect(inode("east", name)).toBe(inode("west", name));
    expect(inode("east", "index.mjs")).not.toBe(inode("west", "index.mjs"));
    expect(readFileSync(join(place, "west", "index.mjs"), "utf8")).toBe("west");
  });

  test("with a hash that any file of the bundle changes, by its name or its content", () => {
    const { east, west } = writing.hashes();
    expect(east).not.toBe(west);
    const hashOf = (files: Readonly<Record<string, string>>) => {
      const other = new WrittenOnce(mkdtempSync(join(home, "other-")));
      for (const [name, text] of Object.entries(files)) other.put("one", name, Buffer.from(text));
      return other.hashes().one;
    };
    const plain = hashOf({ a: "1", b: "2" });
    expect(hashOf({ b: "2", a: "1" })).toBe(plain);
    for (const changed of [{ a: "1", b: "3" }, { a: "1", c: "2" }, { a: "2", b: "1" }, { a: "1" }])
      expect(hashOf(changed)).not.toBe(plain);
  });
});
