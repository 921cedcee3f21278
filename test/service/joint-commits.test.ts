import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

let town: TemporaryTownFile;
/** Sees what is committed, as another process would. */
let reader: DatabaseSync;
beforeEach(async () => {
  town = await aTownFile();
  town.file.writeNow(() => town.file.database.exec("CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT"));
  reader = new DatabaseSync(town.path, { readOnly: true });
});
afterEach(async () => {
  reader.close();
  await town.remove();
});

const noted = () =>
  reader
    .prepare("SELECT text FROM notes ORDER BY text")
    .all()
    .map(({ text }) => text);
const note = (text: string) =>
  town.file.write(() => {
    town.file.database.prepare("INSERT INTO notes VALUES (?)").run(text);
    return { changed: true, result: text };
  });

describe("the writes of one turn", () => {
  it("share one commit, and settle only when they are committed", async () => {
    const before = town.file.commits();
    const writes = [note("a"), note("b"), note("c")];
    expect(noted()).toEqual([]);
    expect(await writes[0]).toBe("a");
    expect(noted()).toEqual(["a", "b", "c"]);
    expect(await Promise.all(writes)).toEqual(["a", "b", "c"]);
    expect(town.file.commits()).toBe(before + 1);
  });

  it("are all undone and refused where one of them fails; the next turn begins anew", async () => {
    await note("a");
    const results = await Promise.allSettled([note("b"), note("a"), note("c")]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
    expect(noted()).toEqual(["a", "c"]);
  });

  it("are committed before the town says that they are on the disk", async () => {
    const write = note("a");
    await town.file.settled();
    expect(noted()).toEqual(["a"]);
    await write;
  });

  it("are not hurried by who waits for the disk, and let nobody wait who comes after their end", async () => {
    const before = town.file.commits();
    const first = note("a");
    const settled = town.file.settled();
    const second = note("b");
    expect(noted()).toEqual([]);
    await settled;
    expect(noted()).toEqual(["a", "b"]);
    await Promise.all([first, second, town.file.settled()]);
    expect(town.file.commits()).toBe(before + 1);
  });

  it("let go who waits for the disk where they are undone", async () => {
    await note("a");
    const undone = note("b");
    const settled = town.file.settled();
    const results = await Promise.allSettled([undone, note("a"), settled]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
    expect(noted()).toEqual(["a"]);
  });

  it("that changed nothing are no commit for who waits for the disk", async () => {
    const before = town.file.commits();
    const nothing = town.file.write(() => ({ changed: false, result: "nothing" }));
    await town.file.settled();
    expect([await nothing, town.file.commits()]).toEqual(["nothing", before]);
  });

  it("that changed nothing wait for no commit", async () => {
    const before = town.file.commits();
    expect(await town.file.write(() => ({ changed: false, result: "nothing" }))).toBe("nothing");
    town.file.commit();
    expect(town.file.commits()).toBe(before);
  });

  it("are told as undone where they are, and only there", async () => {
    let undone = 0;
    town.file.onRollback(() => {
      undone += 1;
    });
    await note("a");
    town.file.writeNow(() => town.file.database.exec("INSERT INTO notes VALUES ('b')"));
    expect(undone).toBe(0);
    expect(() => town.file.writeNow(() => town.file.database.exec("INSERT INTO notes VALUES ('b')"))).toThrow("UNIQUE");
    await Promise.allSettled([note("b")]);
    expect(undone).toBe(2);
    expect(noted()).toEqual(["a", "b"]);
  });
});
