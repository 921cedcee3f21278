import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileIn, replaceFiles } from "../../../infra/towns/lists/replace-files.ts";
import { tries } from "../../support/tries.ts";
import { aTown, csvOf, someRows } from "./a-town.ts";

let town: ReturnType<typeof aTown>;
beforeEach(() => {
  town = aTown();
});
afterEach(() => town.close());
const licences = csvOf(someRows.licences);
const [head = "", first = "", second = ""] = licences.split("\n");
const errorsFor = (content: string | Uint8Array) => {
  town.write("licences", content);
  return town.import().errors.slice(0, -1);
};

describe("A header", () => {
  it("names every column", () => {
    expect(errorsFor(licences.replace(",result,", ",outcome,"))).toEqual([
      expect.stringMatching(/^licences\.csv:1:13 outcome: unknown column, expected code,/),
      "licences.csv:1:17 result: column missing / 缺少此列",
    ]);
  });
  it("names none twice, and the second is not read", () => {
    expect(errorsFor(licences.replace(",result,", ",visits,"))).toEqual([
      "licences.csv:1:13 visits: column given twice / 列重复",
      "licences.csv:1:17 result: column missing / 缺少此列",
    ]);
  });
  it("has a name over each column", () => {
    expect(errorsFor(licences.replace(",result,", ",,"))[0]).toBe("licences.csv:1:13 column without a name / 列名为空");
  });
  it("stands over at least one item", () => {
    expect(errorsFor(`${head}\n`)).toEqual(["licences.csv:2:1 no items under the header / 表头下没有事项"]);
  });
  it("is there", () => expect(errorsFor("")[0]).toMatch(/^licences\.csv:1:1 no header, expected code,name_zh/));
});

describe("A row", () => {
  it("has as many fields as the header", () => {
    expect(errorsFor(`${head}\n${first.replace(",land,", ",land,more,")}\n${second}\n`)).toEqual([
      "licences.csv:2:17 the row has 17 fields, the header 16 / 本行 17 列，表头 16 列",
    ]);
    expect(errorsFor(`${head}\n${first}\nPL-002,甲\n`)).toEqual([
      expect.stringMatching(/^licences\.csv:3:3 the row has 2 fields/),
    ]);
  });
  it("is not empty", () => {
    expect(errorsFor(`${licences}${",".repeat(15)}\n`)).toEqual([
      "licences.csv:4:1 an empty row; delete it / 空行，请删除",
    ]);
  });
});

describe("A file that is no CSV is a problem with a place, not a crash", () => {
  it("a quote that never closes", () => {
    expect(errorsFor(`${head}\nPL-001,"甲\n${second}\n`)).toEqual([
      'licences.csv:2:2 a quote (") is opened and not closed / 引号未闭合',
    ]);
  });
  it("a quote in the wrong place, and what else is wrong below it", () => {
    const found = errorsFor(`${head}\nPL-001,甲"乙"\n${second.replace(",20,", ",x,")}\n`);
    expect(found[0]).toMatch(/^licences\.csv:2:2 a quote \("\) stands where none may/);
    expect(found[1]).toMatch(/^licences\.csv:3:7 statutory_working_days: "x"/);
  });
  it("another encoding", () => {
    const gbk = Uint8Array.from([...Buffer.from(`${head}\n`), 0xc5, 0xa9, 0xb4, 0xe5]);
    expect(errorsFor(gbk)).toEqual([expect.stringMatching(/^licences\.csv:2:1 not UTF-8/)]);
  });
});

describe("The command cannot even look", () => {
  const options = () => Object.keys(someRows).flatMap((name) => [`--${name}`, town.file(name)]);
  it("at a file that is missing or unreadable", () => {
    rmSync(town.file("services"));
    expect(town.import()).toMatchObject({
      exit: 2,
      errors: [expect.stringMatching(/^services\.csv: cannot be read \/ 无法读取/)],
    });
    mkdirSync(town.file("services"));
    expect(town.import().exit).toBe(2);
  });
  it("into a town it does not know", () => {
    expect(town.run("--town", "atlantis", ...options())).toEqual({
      exit: 2,
      out: [],
      errors: ["no town atlantis, only guangtong / 无此镇：atlantis"],
    });
    expect(town.run("--town", "../guangtong", ...options()).exit).toBe(2);
  });
  it("without its options", () => {
    expect(town.run("--town", "guangtong").errors[0]).toContain("npm run lists -- --town");
    expect(town.run("--towns", "guangtong")).toMatchObject({
      exit: 2,
      errors: [expect.stringContaining("npm run lists")],
    });
  });
  it("with a profile that is broken", () => {
    writeFileSync(join(town.folder, "profile.json"), "{");
    expect(town.import()).toMatchObject({ exit: 2, errors: [expect.stringMatching(/^guangtong\/profile\.json: /)] });
  });
});

describe("All or nothing", () => {
  it("puts the files back if one cannot be replaced, and leaves no temporary file", () => {
    town.import();
    const before = readFileSync(join(town.lists, "licences.json"), "utf8");
    rmSync(join(town.lists, "penalties.json"));
    mkdirSync(join(town.lists, "penalties.json", "in-the-way"), { recursive: true });
    town.write("licences", `${head}\n${first}\n`);
    expect(town.import().exit).toBe(2);
    expect(readFileSync(join(town.lists, "licences.json"), "utf8")).toBe(before);
    expect(readdirSync(town.lists).toSorted()).toEqual(["licences.json", "penalties.json", "services.json"]);
  });

  it("X5: killed at any moment, the town has all lists of before or all of the import", () => {
    const killed = join(import.meta.dirname, "../../support/killed-import-main.ts");
    const old = { "licences.json": '"old licences"', "services.json": '"old services"', "penalties.json": '"old"' };
    const now = { "licences.json": '"new licences"', "services.json": '"new services"', "penalties.json": '"new"' };
    const listed = () => Object.fromEntries(Object.keys(old).map((name) => [name, fileIn(town.lists, name)]));
    const seen = new Set<string>();
    for (let step = 1; ; step += 1) {
      replaceFiles(town.lists, old);
      const { signal } = spawnSync(process.execPath, [killed, town.lists, String(step), JSON.stringify(now)]);
      const all = JSON.stringify(listed());
      expect([JSON.stringify(old), JSON.stringify(now)]).toContain(all);
      seen.add(`${signal} ${all === JSON.stringify(now)}`);
      if (signal === null) break;
    }
    expect(seen).toEqual(new Set(["SIGKILL false", "SIGKILL true", "null true"]));
    replaceFiles(town.lists, old);
    expect(listed()).toEqual(old);
    expect(readdirSync(town.lists).filter((name) => name === ".pending.json")).toEqual([]);
  });

  it("refuses lists without an item the profile promises on", () => {
    const path = join(town.folder, "profile.json");
    const profile = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...profile, promisedLimits: { "PL-002": 21, "PL-009": 5 } }));
    expect(town.import()).toMatchObject({
      exit: 1,
      errors: [
        expect.stringMatching(/^profile\.json: promisedLimits\.PL-002: 21 is more than the statutory 20 \(S-7\)/),
        expect.stringMatching(/^profile\.json: promisedLimits\.PL-009: PL-009 is on no list/),
        expect.anything(),
      ],
    });
  });

  it("never crashes and never writes a part, with anything in a cell", () => {
    town.import();
    const cells = Object.entries(someRows).flatMap(([list, rows]) =>
      rows.flatMap((row, at) => Object.keys(row).map((column) => ({ list, at, column }))),
    );
    const junk = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", '"', "|", ";", "||;;", "yes", "-0", "1e9", "罚款", "__proto__", "\r\n", "9".repeat(400)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cells), junk, fc.boolean(), ({ list, at, column }, text, raw) => {
        const rows = Object.entries(someRows).map(([name, items]): [string, Record<string, string>[]] => [
          name,
          items.map((row, index) => (name === list && index === at ? { ...row, [column]: raw ? "@@" : text } : row)),
        ]);
        for (const [name, items] of rows)
          town.write(
            name,
            csvOf(items).replace("@@", () => text),
          );
        const before = town.written();
        const { exit, out, errors } = town.import();
        if (exit === 0) {
          expect([out.length, errors]).toEqual([3, []]);
        } else {
          expect(exit).toBe(1);
          expect(errors[0]).toMatch(new RegExp(`^${list}\\.csv:\\d+:\\d+ `));
          expect(town.written()).toEqual(before);
        }
        expect(readdirSync(town.lists)).toHaveLength(3);
      }),
      { numRuns: tries(150) },
    );
  });
});
