import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { columnWords } from "../../../infra/towns/lists/column-words.ts";
import { sheets } from "../../../infra/towns/lists/columns.ts";
import { askedFor } from "../../../infra/towns/town/asking.ts";
import { aTown } from "./a-town.ts";

const town = aTown();
const directory = join(mkdtempSync(join(tmpdir(), "templates-")), "tables");
afterAll(() => {
  town.close();
  rmSync(directory, { recursive: true, force: true });
});

describe("the tables for a new town's lists", () => {
  it("can be imported as they are: each has an example", () => {
    const { exit, errors } = town.run("templates", directory);
    expect([exit, errors]).toEqual([0, []]);
    const tables = readdirSync(directory).filter((name) => name.endsWith(".csv"));
    const files = tables.flatMap((name) => [`--${name.replace(".csv", "")}`, join(directory, name)]);
    const imported = town.run("--town", "guangtong", ...files);
    expect([imported.exit, imported.errors]).toEqual([0, []]);
    expect(imported.out).toHaveLength(5);
  });

  it("are explained column by column, in both languages", () => {
    const page = readFileSync(join(directory, "columns.md"), "utf8");
    for (const { columns } of Object.values(sheets))
      for (const { name, expected } of columns) {
        expect(Object.keys(columnWords)).toContain(name);
        expect(page).toContain(`| \`${name}\` | ${columnWords[name]?.zh} | ${columnWords[name]?.en} |`);
        expect(page).toContain(expected.zh.replaceAll("|", "\\|"));
      }
  });

  it("never replace a table that somebody filled in", () => {
    const { exit, errors } = town.run("templates", directory);
    expect([exit, errors.length]).toEqual([2, 1]);
  });
});

describe("what a new town still has to say", () => {
  it("is asked for, in the order of the command's words; what was told is not", async () => {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return ` answer ${asked.length} `;
    };
    const args = await askedFor(["new", "heping", "--zh", "和平镇", "--code", "532302101000"], ask);
    expect(args).toEqual([
      ...["new", "heping", "--zh", "和平镇", "--code", "532302101000"],
      ...["--en", "answer 1", "--uscc", "answer 2"],
    ]);
    expect(asked).toHaveLength(2);
  });

  it("begins with its slug; another command is asked nothing", async () => {
    const ask = async (question: string) => (question.startsWith("slug") ? "heping" : "x");
    expect((await askedFor(["new"], ask)).slice(0, 2)).toEqual(["new", "heping"]);
    expect(await askedFor(["check"], ask)).toEqual(["check"]);
  });
});
