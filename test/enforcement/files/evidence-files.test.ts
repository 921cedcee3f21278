import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import { evidenceFile } from "../../../services/enforcement/files/domain/decider.ts";
import { evidenceFileKey } from "../../../services/enforcement/files/domain/evidence-file.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { aContext } from "../../support/tally-town.ts";
import {
  aCharge,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  head,
  mayor,
  officer,
  punishing,
  scanDigest,
  sendScan,
  type WholeTown,
} from "../whole-town.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n现场检查笔录");
const said = (content: Uint8Array, type = "application/pdf") => ({
  ...{ type, bytes: content.length, title: "现场检查笔录" },
  sha256: createHash("sha256").update(content).digest("hex"),
});
const scanner: Actor = { sub: "scanner-1", name: "", roles: ["device"] };
const supervisor: Actor = { sub: "supervisor-1", name: "监察", roles: ["supervisor"] };
const files = z.object({ files: z.array(z.object({ id: z.string(), status: z.string() })) });
const gates = z.object({
  parties: z.array(z.object({ gates: z.array(z.looseObject({ id: z.string(), done: z.boolean() })) })),
});
const split = z.object({ split: z.array(z.string()) });
const links = z.array(z.object({ rel: z.string() }));

let town: WholeTown;
let id: string;
const who = citizen(1);
beforeEach(async () => {
  town = await aWholeTown(["PN-070"]);
  ({ id } = await aFiledCase(town, [who], [anAct("PN-070", town.today)], { scanned: false }));
});

const announced = async (content = pdf, type?: string) =>
  String((await town.post("/evidence-files", { case: id, ...said(content, type) }, officer(1))).id);
async function kept(): Promise<string> {
  const file = await announced();
  await town.runtime.files.put(evidenceFileKey(file), pdf, "application/pdf");
  await town.post(`/evidence-files/${file}/complete`, {}, officer(1));
  return file;
}
const statusOf = async (file: string) => (await town.get(`/evidence-files/${file}`, mayor)).status;

describe("CF-46a: a file of evidence comes in whole", () => {
  test("announced with leave to send, kept when it is what was said of it, listed with its case", async () => {
    const answer = await town.post("/evidence-files", { case: id, ...said(pdf) }, officer(1));
    expect(answer).toMatchObject({ status: "announced", upload: { method: "PUT" } });
    const at = `/evidence-files/${String(answer.id)}`;
    expect(await town.refused(`${at}/complete`, {}, officer(1))).toBe("enforcement.evidence-file-not-there");
    await town.runtime.files.put(evidenceFileKey(String(answer.id)), pdf, "application/pdf");
    expect(await town.post(`${at}/complete`, {}, officer(1))).toMatchObject({ status: "kept", keptOn: town.today });
    expect(await town.refused(`${at}/complete`, {}, officer(1))).toBe("enforcement.evidence-file-not-in-this-state");
    const listed = files.parse(await town.get(`/cases/${id}/evidence-files`, officer(2)));
    expect(listed.files).toEqual([{ id: answer.id, status: "kept" }]);
    expect(links.parse((await town.get(`/cases/${id}`, officer(1))).links).map(({ rel }) => rel)).toContain(
      "evidence-files",
    );
  });

  test("another file than the one announced is refused, and so is another kind than it says", async () => {
    const other = await announced();
    const longer = new TextEncoder().encode("%PDF-1.7\n现场检查笔录，改过");
    await town.runtime.files.put(evidenceFileKey(other), longer, "application/pdf");
    expect(await town.refused(`/evidence-files/${other}/complete`, {}, officer(1))).toBe(
      "enforcement.evidence-file-other",
    );
    const script = new TextEncoder().encode("<script>");
    const disguised = await announced(script);
    await town.runtime.files.put(evidenceFileKey(disguised), script, "application/pdf");
    expect(await town.refused(`/evidence-files/${disguised}/complete`, {}, officer(1))).toBe(
      "enforcement.evidence-file-not-what-it-says",
    );
  });

  test.each([
    ["a film", "video/mp4", Buffer.from("000000186674797069736f6d0000020069736f6d69736f32", "hex")],
    ["a sound", "audio/mpeg", Buffer.from("49443304000000000000fffb9064000000000000", "hex")],
  ])("CF-46: %s is evidence as well, and is told by its content", async (_what, type, content) => {
    const file = await announced(content, type);
    await town.runtime.files.put(evidenceFileKey(file), content, type);
    expect(await town.post(`/evidence-files/${file}/complete`, {}, officer(1))).toMatchObject({ status: "kept", type });
    const other = await announced(pdf, type);
    await town.runtime.files.put(evidenceFileKey(other), pdf, type);
    expect(await town.refused(`/evidence-files/${other}/complete`, {}, officer(1))).toBe(
      "enforcement.evidence-file-not-what-it-says",
    );
  });

  test("kinds and sizes are the profile's: the largest is taken, one byte more is not", async () => {
    const limit = 52_428_800;
    const body = { case: id, ...said(pdf) };
    await town.post("/evidence-files", { ...body, bytes: limit }, officer(1));
    expect(await town.refused("/evidence-files", { ...body, bytes: limit + 1 }, officer(1))).toBe(
      "enforcement.evidence-file-too-large",
    );
    expect(await town.refused("/evidence-files", { ...body, type: "text/html" }, officer(1))).toBe(
      "enforcement.evidence-file-type",
    );
    expect(await town.refused("/evidence-files", { ...body, case: "no-such-case" }, officer(1))).toBe(
      "enforcement.evidence-file-of-no-case",
    );
  });

  test("what does not come in time is dropped, content and all", async () => {
    const file = await announced();
    await town.runtime.files.put(evidenceFileKey(file), pdf, "application/pdf");
    await town.turnTo("2026-03-04");
    expect(await statusOf(file)).toBe("unfinished");
    expect(await town.runtime.files.get(evidenceFileKey(file))).toBeUndefined();
    expect(await town.refused(`/evidence-files/${file}/complete`, {}, officer(1))).toBe(
      "enforcement.evidence-file-not-in-this-state",
    );
  });
});

test("CF-46a: no decision while a file of the evidence was never sent; it is shown among the gates, and goes on once it is there", async () => {
  const one = await aFiledCase(town, [who], [anAct("PN-070", town.today)], { scanned: false });
  const of = `${one.id}:P1`;
  const at = await aNotice(town, of, [aCharge(one.evidence)]);
  await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
  expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
  const waiting = async () => {
    const { parties } = gates.parse(await town.get(`/cases/${one.id}/gates`, officer(1)));
    return parties.flatMap((party) => party.gates.filter(({ done }) => !done));
  };
  const title = { zh: "证据文件已收存" };
  expect(await waiting()).toMatchObject([{ id: "files", rule: "CF-46a", article: "行政处罚法46、47", title }]);
  // Announced is not sent.
  const file = String((await town.post("/evidence-files", { case: one.id, ...said(pdf) }, officer(1))).id);
  expect(await town.refused(`/evidence-files/${file}/complete`, {}, officer(1))).toBe(
    "enforcement.evidence-file-not-there",
  );
  expect(await waiting()).toHaveLength(1);
  await sendScan(town, one.id);
  expect(await waiting()).toEqual([]);
  expect(await town.post(`${at}/decide`, punishing, head)).toMatchObject({ status: "decided" });
});

test("CF-29c, CF-46a: files go with the evidence into a case split off, also one that comes in after the split", async () => {
  const other = citizen(2);
  const acts = [anAct("PN-070", town.today), anAct("PN-070", town.today, { by: ["P2"] })];
  const one = await aFiledCase(town, [who, other], acts);
  const body = { parties: ["P2"], acts: [], reasons: "分案处理" };
  await town.post(`/cases/${one.id}/split`, body, head);
  const filesOf = async (id: string) => (await town.runtime.store.load(penaltyCase, id))?.state.files;
  const [apart = ""] = split.parse((await town.runtime.store.load(penaltyCase, one.id))?.state).split;
  expect(await filesOf(apart)).toEqual([scanDigest]);
  const file = String((await town.post("/evidence-files", { case: one.id, ...said(pdf) }, officer(1))).id);
  await town.runtime.files.put(evidenceFileKey(file), pdf, "application/pdf");
  await town.post(`/evidence-files/${file}/complete`, {}, officer(1));
  expect([await filesOf(one.id), await filesOf(apart)]).toEqual([
    [scanDigest, said(pdf).sha256],
    [scanDigest, said(pdf).sha256],
  ]);
});

test("a case that is over takes no more files", async () => {
  const file = await announced();
  await town.runtime.files.put(evidenceFileKey(file), pdf, "application/pdf");
  await town.post(`/cases/${id}/withdraw`, { ground: "filed-wrongly", reasons: "重复立案" }, head);
  await town.post(`/cases/${id}/close`, { report: "a".repeat(64) }, head);
  expect(await town.refused(`/evidence-files/${file}/complete`, {}, officer(1))).toBe(
    "enforcement.evidence-file-case-over",
  );
  expect(await town.refused("/evidence-files", { case: id, ...said(pdf) }, officer(1))).toBe(
    "enforcement.evidence-file-case-over",
  );
});

test("CF-29: a case that takes another in holds its files: listed, and fetched by its own officers", async () => {
  const file = await kept();
  const into = await aFiledCase(town, [who], [anAct("PN-070", town.today)], { report: false });
  await town.post(
    `/cases/${into.id}/change-officers`,
    { investigators: ["officer-2", "officer-3"], reasons: "工作调整" },
    head,
  );
  expect(await town.refused(`/evidence-files/${file}/download`, {}, officer(3))).toBe("resource.not-found");
  await town.post(`/cases/${id}/merge`, { into: into.id, because: "same-party", reasons: "同一当事人" }, head);
  expect(await town.post(`/evidence-files/${file}/download`, {}, officer(3))).toMatchObject({ status: "kept" });
  const listed = files.parse(await town.get(`/cases/${into.id}/evidence-files`, officer(3)));
  expect(listed.files).toContainEqual({ id: file, status: "kept" });
  const taken = (await town.runtime.store.load(penaltyCase, into.id))?.state.files;
  expect(taken?.toSorted()).toEqual([said(pdf).sha256, scanDigest].toSorted());
});

describe("where the profile wants a scanner's verdict first", () => {
  const { calendar, town: profile, ...known } = aContext(mayor);
  const evidenceFiles = { ...profile.enforcement.evidenceFiles, verdictRequired: true };
  const strict = { ...profile, enforcement: { ...profile.enforcement, evidenceFiles } };
  const context = { ...known, calendar, town: strict, numbers: { take: () => 1 } };
  const state = {
    ...{ status: "kept" as const, case: "C1", by: "officer-1", announcedOn: "2026-03-02", keptOn: "2026-03-02" },
    ...said(pdf),
  };

  test("nobody but its sender reads it before, everybody of the house after; it is judged once", async () => {
    const of = (await town.runtime.store.load(penaltyCase, id))?.state;
    const asking = (scannedOn?: string) =>
      evidenceFile.decide(
        { ...state, ...(scannedOn === undefined ? {} : { scannedOn }) },
        { type: "download", holders: of === undefined ? [] : [of] },
        context,
      );
    expect(asking()).toMatchObject({ code: "enforcement.evidence-file-not-scanned" });
    expect(asking("2026-03-02")).toMatchObject([{ type: "enforcement.evidence-file.fetched" }]);
    const judged = { ...state, scannedOn: "2026-03-02" };
    expect(evidenceFile.decide(judged, { type: "scan", verdict: "infected", engine: "x" }, context)).toMatchObject({
      code: "enforcement.evidence-file-judged",
    });
  });
});

describe("CF-42, CF-43: who sends and who reads", () => {
  test("only an officer of the case sends", async () => {
    const body = { case: id, ...said(pdf) };
    expect(await town.refused("/evidence-files", body, officer(3))).toBe("enforcement.evidence-file-not-for-you");
    const file = await announced();
    expect(await town.refused(`/evidence-files/${file}/complete`, {}, officer(3))).toBe("resource.not-found");
  });

  test("P-15: those who work on the case fetch it, each time on record; nobody else knows of it", async () => {
    const file = await kept();
    for (const reader of [officer(2), head, mayor, supervisor])
      expect(await town.post(`/evidence-files/${file}/download`, { reason: "审核案件" }, reader)).toMatchObject({
        download: { url: expect.any(String) },
      });
    for (const stranger of [officer(3)])
      expect(await town.refused(`/evidence-files/${file}/download`, {}, stranger)).toBe("resource.not-found");
    expect(await town.get(`/cases/${id}/evidence-files`, officer(3))).toMatchObject({ httpStatus: 404 });
    const { events } = z
      .object({ events: z.array(z.object({ type: z.string(), actor: z.string() })) })
      .parse(await town.get(`/evidence-files/${file}/history`, mayor));
    const fetched = events.filter(({ type }) => type.endsWith(".fetched")).map(({ actor }) => actor);
    expect(fetched).toEqual([officer(2).sub, head.sub, mayor.sub, supervisor.sub]);
  });

  test("CF-43: an officer who is recused sends and reads no more", async () => {
    const file = await kept();
    await town.post(
      `/cases/${id}/ask-recusal`,
      { person: "officer-1", ground: "relative", reasons: "系近亲属" },
      who.login,
    );
    await town.post(
      `/cases/${id}/decide-recusal`,
      { person: "officer-1", recused: true, earlierActsStand: true, reasons: "情况属实" },
      head,
    );
    expect(await town.refused(`/evidence-files/${file}/download`, {}, officer(1))).toBe("resource.not-found");
  });
});

describe("a scanner", () => {
  test("finds what it has to judge, learns no title, and judges once; what would do harm is given to nobody", async () => {
    const [good, bad] = [await kept(), await kept()];
    const waiting = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
    const { items } = waiting.parse(await town.get("/evidence-files", scanner));
    expect(items.map((one) => one.id).toSorted()).toEqual([good, bad].toSorted());
    for (const one of items) expect(one).not.toHaveProperty("title");
    const verdict = (file: string, found: string) =>
      town.post(`/evidence-files/${file}/scan`, { verdict: found, engine: "clamav" }, scanner);
    await verdict(good, "clean");
    await verdict(bad, "infected");
    expect([await statusOf(good), await statusOf(bad)]).toEqual(["kept", "infected"]);
    // P-5: a machine destroys no evidence.
    expect(await town.runtime.files.get(evidenceFileKey(bad))).toBeDefined();
    const again = { verdict: "infected", engine: "clamav" };
    expect(await town.refused(`/evidence-files/${good}/scan`, again, scanner)).toBe("resource.not-found");
    expect(await town.refused(`/evidence-files/${bad}/download`, {}, officer(1))).toBe(
      "enforcement.evidence-file-not-in-this-state",
    );
    expect(waiting.parse(await town.get("/evidence-files", scanner)).items).toEqual([]);
  });
});
