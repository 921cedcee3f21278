import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadProfileFrom, loadTownFrom, townSlugs, townsDirectory } from "../../../infra/towns/load.ts";
import { merged } from "../../../infra/towns/short-profile.ts";
import { sharedBetween } from "../../../infra/towns/town/between-towns.ts";
import { townCommand } from "../../../infra/towns/town/command.ts";
import { differencesOf, sayDifference } from "../../../infra/towns/town/differences.ts";

const directory = mkdtempSync(join(tmpdir(), "towns-"));
afterAll(() => rmSync(directory, { recursive: true }));
const guangtong = loadTownFrom("guangtong");
mkdirSync(join(directory, "guangtong/lists"), { recursive: true });
writeFileSync(join(directory, "guangtong/profile.json"), JSON.stringify(guangtong.profile));
for (const [list, items] of Object.entries(guangtong.lists)) {
  const name = list.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  writeFileSync(join(directory, `guangtong/lists/${name}.json`), JSON.stringify(items));
}

const run = (...args: string[]) => {
  const said: string[] = [];
  const wrong: string[] = [];
  const around = {
    townsDirectory: directory,
    print: (line: string) => void said.push(line),
    complain: (line: string) => void wrong.push(line),
  };
  return { exit: townCommand(args, around), said: said.join("\n"), wrong: wrong.join("\n") };
};
const bicheng = ["--zh", "碧城镇", "--en", "Bicheng", "--code", "532302103000", "--uscc", "11532302YY0000030L"];

describe("towns as committed", () => {
  test("are three with three schemes, and share no code, organ or village", () => {
    const towns = townSlugs().map((slug) => loadProfileFrom(slug));
    expect(towns.map(({ slug }) => slug)).toEqual(["bicheng", "guangtong", "jinshan"]);
    expect(new Set(towns.flatMap(({ finance }) => finance.schemes.map(({ id }) => id))).size).toBe(3);
    expect(sharedBetween(towns)).toEqual([]);
  });
  test("a short one is filled by the town that it is like, in its own name and place", () => {
    const { profile, lists } = loadTownFrom("bicheng", townsDirectory);
    expect(profile).toMatchObject({ organName: { zh: "碧城镇人民政府" }, population: 21_000 });
    expect(profile.villages.every(({ code }) => code.startsWith("532302103"))).toBe(true);
    expect(JSON.stringify(profile)).not.toMatch(/广通|guangtong/i);
    expect(JSON.stringify(profile.territory)).toContain("102.415451");
    expect(lists.penalties).toHaveLength(guangtong.lists.penalties.length);
  });
});

describe("npm run town", () => {
  test("new writes a short template that is sound, and never over a town", () => {
    const made = run("new", "bicheng", ...bicheng);
    expect(made).toMatchObject({ exit: 0, wrong: "" });
    expect(run("check")).toMatchObject({ exit: 0, said: "bicheng: sound / 无误\nguangtong: sound / 无误" });
    expect(run("new", "bicheng", ...bicheng)).toMatchObject({ exit: 2 });
    expect(run("new", "other", ...bicheng.with(-1, "11532302YY0000030X"))).toMatchObject({
      exit: 2,
      wrong: expect.stringContaining("the last character should be L"),
    });
    for (const [words, sentence] of [
      [bicheng.with(5, "53230210300"), "code: "],
      [bicheng.with(5, "532302109000"), "both have the uscc"],
      [[...bicheng, "--like", "nowhere"], "like nowhere: "],
    ] as const)
      expect(run("new", "other", ...words)).toMatchObject({ exit: 2, wrong: expect.stringContaining(sentence) });
    expect(run("new", "../other", ...bicheng)).toMatchObject({ exit: 2, wrong: expect.stringMatching(/^slug: /) });
    expect(existsSync(join(directory, "other"))).toBe(false);
    expect(run("new", "other")).toMatchObject({ exit: 2, wrong: expect.stringContaining("npm run town") });
  });
  test("check names what two towns share, and one bad profile stops only itself", () => {
    mkdirSync(join(directory, "twin"));
    const own = JSON.parse(readFileSync(join(directory, "bicheng/town.json"), "utf8"));
    writeFileSync(join(directory, "twin/town.json"), JSON.stringify({ ...own, slug: "twin" }));
    const twins = run("check");
    expect(twins.exit).toBe(1);
    for (const what of ["code", "uscc", "organ", "mark", "village"])
      expect(twins.wrong).toContain(`bicheng, twin: both have the ${what}`);
    mkdirSync(join(directory, "broken"));
    writeFileSync(join(directory, "broken/town.json"), "{}");
    const { exit, said, wrong } = run("check");
    expect(exit).toBe(1);
    expect(said).toContain("guangtong: sound");
    expect(wrong).toContain("broken/town.json");
    for (const gone of ["twin", "broken"]) rmSync(join(directory, gone), { recursive: true });
  });
  test("diff says what a deployment changes, place by place", () => {
    run("new", "jinshan", ...bicheng.with(5, "532302100000").with(1, "金山镇").with(-1, "11532302YY0000031P"));
    const { said } = run("show", "jinshan");
    const kept = join(directory, "kept.json");
    writeFileSync(kept, said);
    expect(run("diff", "jinshan", kept)).toMatchObject({ exit: 0 });
    writeFileSync(kept, said.replace('"population": 30000', '"population": 31000'));
    expect(run("diff", "jinshan", kept)).toMatchObject({
      exit: 1,
      said: expect.stringContaining("/population: 31000 → 30000"),
    });
    expect(run("diff", "jinshan", "nobody").exit).toBe(2);
    rmSync(join(directory, "jinshan"), { recursive: true });
  });
  test("elements of arrays are compared by what they are called, and a patch takes arrays whole", () => {
    const found = differencesOf(
      { a: [{ id: "x", n: 1 }, { id: "y" }] },
      { a: [{ id: "y" }, { id: "x", n: 2 }], b: null },
    );
    expect(found.map(sayDifference)).toEqual(["/a/x/n: 1 → 2", "/b: ∅ → null"]);
    expect(merged({ a: [1, 2], b: { c: 1, d: 2 }, e: 1 }, { a: [3], b: { c: null }, f: 1 })).toEqual({
      ...{ e: 1, a: [3], b: { d: 2 }, f: 1 },
    });
  });
});
