import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { firstLink, indexOf, linkAfter, sumsOf, tarOf } from "../../../services/enforcement/case-file/bundle.ts";
import { caseFile } from "../../../services/enforcement/case-file/domain/case-file.ts";
import type { PenaltyCase } from "../../../services/enforcement/cases/domain/case/case.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import {
  at,
  aVendor,
  filed,
  filedOn,
  officer1,
  officer3,
  proposed,
  theChief,
  theHead,
} from "../cases/case-builders.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const entries = [
  { path: "papers/001-filing-approval.html", bytes: encode("立案"), about: { what: "paper" } },
  { path: "evidence.json", bytes: encode("[]"), about: { what: "evidence" } },
];

describe("the file of a case as bytes", () => {
  test("the chain begins with zeros, and each link holds the path and the hash of its entry", () => {
    const { lines, chain } = indexOf(entries);
    let link = firstLink;
    for (const { path, bytes } of entries) link = linkAfter(link, path, sha256(bytes));
    expect(chain).toBe(link);
    expect(lines.at(-1)?.chain).toBe(link);
    expect(lines[0]).toMatchObject({ what: "paper", sha256: sha256("立案"), bytes: 6 });
  });

  test.each([
    ["changed", [{ ...entries[0], bytes: encode("不立案") }, entries[1]]],
    ["missing", [entries[0]]],
    ["moved", [entries[1], entries[0]]],
    ["added", [...entries, { path: "extra.txt", bytes: encode(""), about: {} }]],
    ["renamed", [{ ...entries[0], path: "papers/002-filing-approval.html" }, entries[1]]],
  ])("an entry that is %s breaks the chain", (_what, other) => {
    const whole = other.flatMap((one) =>
      one?.path === undefined || one.bytes === undefined ? [] : [{ path: one.path, bytes: one.bytes, about: {} }],
    );
    expect(indexOf(whole).chain).not.toBe(indexOf(entries).chain);
  });

  test("the sums are as sha256sum reads them", () => {
    expect(sumsOf(indexOf(entries).lines)).toBe(
      `${sha256("立案")}  papers/001-filing-approval.html\n${sha256("[]")}  evidence.json\n`,
    );
  });

  test("the same files make the same archive: heads of 512 bytes with their checksum, two empty blocks at the end", () => {
    const tar = tarOf(entries);
    expect(sha256(tarOf(entries))).toBe(sha256(tar));
    expect(tar.length).toBe(512 + 512 + 512 + 512 + 1024);
    const text = Buffer.from(tar).toString("latin1");
    expect(text.slice(257, 262)).toBe("ustar");
    const head = tar.slice(0, 512);
    const stated = Number.parseInt(text.slice(148, 154), 8);
    head.fill(32, 148, 156);
    expect(head.reduce((total, byte) => total + byte, 0)).toBe(stated);
    expect(text.slice(512, 518)).toBe(Buffer.from("立案").toString("latin1"));
    expect(tar.slice(-1024).every((byte) => byte === 0)).toBe(true);
  });

  test("a path that the archive cannot hold is refused", () => {
    expect(() => tarOf([{ path: "a".repeat(101), bytes: encode("") }])).toThrow(RangeError);
    expect(() => tarOf([{ path: "a".repeat(100), bytes: encode("") }])).not.toThrow();
  });
});

const archivist: Actor = { sub: "archivist-1", name: "档案员", roles: ["archivist"], office: "party-government" };
const asking = (of: PenaltyCase | undefined, actor: Actor, incomplete = false) =>
  caseFile.decide(undefined, { type: "ask", case: "CASE1", of, incomplete }, at()(filedOn, actor));
const withdrawn = () => filed({}, [{ type: "withdraw", ground: "filed-wrongly", reasons: "重复立案" }, theHead]);
const closed = () => withdrawn().lawfully({ type: "close", report: "a".repeat(64), lying: [] }, filedOn, theHead).state;

describe("CF-57a, E10: who asks for the file of which case", () => {
  test("a case that is not closed is refused, and the refusal names what is missing", () => {
    expect(asking(filed().state, archivist)).toMatchObject({
      code: "enforcement.case-file-incomplete",
      details: { papers: ["investigation-report"], rule: "CF-57a" },
    });
    expect(asking(withdrawn().state, archivist)).toMatchObject({ code: "enforcement.case-file-incomplete" });
  });

  test("wanted incomplete it is made, and says what it lacks; a closed one is complete", () => {
    expect(asking(filed().state, archivist, true)).toMatchObject([
      { type: "enforcement.case-file.asked", data: { complete: false, missing: [{ kind: "investigation-report" }] } },
    ]);
    expect(asking(closed(), archivist)).toMatchObject([{ data: { complete: true, missing: [] } }]);
    expect(asking(closed(), archivist, true)).toMatchObject([{ data: { complete: true } }]);
  });

  test.each([
    ["an officer of the case", officer1, true],
    ["a leader", theChief, true],
    ["the archivist", archivist, true],
    ["an officer of no part", officer3, false],
    ["the party", aVendor, false],
    ["an archivist who is the party", { ...archivist, party: "KEY-P1" }, false],
    ["the head who only approves", { ...theHead, roles: ["approver"] as const }, false],
  ])("%s", (_who, actor, may) => {
    const answer = asking(closed(), actor);
    if (may) expect(answer).toMatchObject([{ type: "enforcement.case-file.asked" }]);
    else expect(answer).toMatchObject({ code: "enforcement.no-case-to-export" });
  });

  test("an archivist who was recused has it no more; a proposal is no case on file", () => {
    const recused = filed(
      {},
      [{ type: "ask-recusal", person: "officer-1", ground: "relative", reasons: "亲属" }, officer1],
      [
        { type: "decide-recusal", person: "officer-1", recused: true, earlierActsStand: true, reasons: "属实" },
        theHead,
      ],
    ).state;
    expect(asking(recused, { ...archivist, sub: "officer-1" }, true)).toMatchObject({
      code: "enforcement.no-case-to-export",
    });
    expect(asking(proposed().state, archivist, true)).toMatchObject({ code: "enforcement.no-case-to-export" });
    expect(asking(undefined, archivist, true)).toMatchObject({ code: "enforcement.no-case-to-export" });
  });

  test("made twice it is the same export, with the file that was made first", () => {
    const asked = asking(closed(), archivist);
    if ("rejected" in asked) throw new Error("refused");
    const [event] = asked;
    if (event === undefined) throw new Error("no event");
    const state = caseFile.evolve(undefined, { ...event, sequence: 1, time: "2026-09-01T00:00:00.000Z", actor: "a" });
    const file = { key: "case-files/X/a.tar", sha256: "a".repeat(64) };
    const make = { type: "make", file, bytes: 1, entries: 1, chain: "b".repeat(64) } as const;
    const made = caseFile.decide(state, make, at()(filedOn));
    if ("rejected" in made) throw new Error("refused");
    const [done] = made;
    if (done === undefined) throw new Error("no event");
    const then = caseFile.evolve(state, { ...done, sequence: 2, time: "2026-09-01T00:00:00.000Z", actor: "a" });
    expect(then).toMatchObject({ status: "made", file });
    expect(caseFile.decide(then, { ...make, chain: "c".repeat(64) }, at()(filedOn))).toEqual([]);
  });
});
