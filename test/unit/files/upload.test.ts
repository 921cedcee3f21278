import { describe, expect, test } from "vitest";
import { fileFound, keepFile, memoryFiles } from "../../../shared/files/index.ts";
import {
  announcementFault,
  awaitsVerdict,
  contentFault,
  savedName,
  uploadDue,
} from "../../../shared/files/upload/index.ts";

const said = { type: "image/png", bytes: 100, sha256: "a".repeat(64) };
const rules = { accepted: [{ type: "image/png" as const, maxBytes: 100 }], verdictRequired: true, uploadHours: 24 };

describe("what a town takes", () => {
  test("a kind that it names, up to its size, and not a byte more", () => {
    expect(announcementFault(said, rules)).toBeUndefined();
    expect(announcementFault({ ...said, bytes: 101 }, rules)).toEqual({ fault: "too-large", limit: 100 });
    expect(announcementFault({ ...said, type: "image/gif" }, rules)).toEqual({
      ...{ fault: "type-not-taken", taken: ["image/png"] },
    });
  });

  test("a file has its hours to come, across midnight", () => {
    expect(uploadDue("2026-03-02T15:59:59.999Z", rules)).toBe("2026-03-03T15:59:59.999Z");
  });

  test("only what was uploaded and not judged waits for the scanner, and only where the town wants a verdict", () => {
    expect(["announced", "uploaded", "clean", "infected"].filter((one) => awaitsVerdict(one, rules))).toEqual([
      "uploaded",
    ]);
    expect(awaitsVerdict("uploaded", { verdictRequired: false })).toBe(false);
  });
});

describe("what came is what was announced", () => {
  const found = { ...said, content: "image/png" };
  test.each([
    ["not-there", undefined],
    ["other-than-announced", { ...found, bytes: 99 }],
    ["other-than-announced", { ...found, sha256: "b".repeat(64) }],
    ["other-than-announced", { ...found, type: "image/jpeg" }],
    ["not-what-it-says", { ...found, content: "text/html" }],
    ["not-what-it-says", { ...found, content: undefined }],
    [undefined, found],
  ])("%s", (fault, one) => {
    expect(contentFault(said, one)).toBe(fault);
  });

  test("the bytes say what a file is, not its name or type", async () => {
    const files = memoryFiles();
    await files.put("a/1", new TextEncoder().encode("%PDF-1.7\n"), "image/png");
    expect(await fileFound(files, "a/1")).toMatchObject({ type: "image/png", content: "application/pdf" });
    expect(await fileFound(files, "a/2")).toBeUndefined();
  });

  test("a file that is kept stays when the one it came as goes", async () => {
    const files = memoryFiles();
    await files.put("a/1", new Uint8Array([1, 2]), "image/png");
    expect(await keepFile(files, "a/1", "kept/1", "image/png")).toBe(true);
    await files.remove("a/1");
    expect(await files.get("kept/1")).toEqual(new Uint8Array([1, 2]));
    expect(await keepFile(files, "a/1", "kept/2", "image/png")).toBe(false);
  });

  test("is saved with the ending of its kind, whatever it was called", () => {
    expect([savedName("照片", "image/heic"), savedName("x.exe", "text/html")]).toEqual(["照片.heic", "x.exe.bin"]);
  });
});
