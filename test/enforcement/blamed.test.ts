import { describe, expect, test } from "vitest";
import { enforcement } from "../../services/enforcement/service.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { aFiledCase, anAct, aWholeTown, citizen, officer, place, sha, type WholeTown } from "./whole-town.ts";

const day = "2026-03-02";
const far = { lng: 103, lat: 25 };

/** Each place that a refusal blames, or what it tells of what was filed before. */
async function blamed({ runtime }: WholeTown, path: string, body: object) {
  const asked = { method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body) };
  const { status, body: told } = await talkTo(enforcement, runtime)({ ...asked, claims: claimsFor(officer(1)) });
  expect([path, status]).toEqual([path, 422]);
  return { code: told.code, errors: told.errors, details: told.details };
}

describe("a refusal blames the field of its own body", () => {
  test("CF-22, CF-30: of an act or a party that joins a case; CF-47: of a paper, its party and not its day", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at } = await aFiledCase(town, [citizen(1)], [anAct("PN-070", day)], { report: false });
    const act = { ...anAct("PN-070", day), place: far };
    expect(await blamed(town, `${at}/add-act`, { act, reasons: "调查发现" })).toMatchObject({
      ...{ code: "enforcement.outside-the-town", errors: [{ pointer: "/act/place", field: "地点" }] },
    });
    const party = { ...citizen(2).party, bornOn: "1990-01-01" };
    expect(await blamed(town, `${at}/add-party`, { party, acts: ["A1"], reasons: "调查发现" })).toMatchObject({
      ...{ code: "enforcement.birth-differs", errors: [{ pointer: "/party/bornOn" }] },
    });
    const paper = { kind: "investigation-report", reference: "1号" };
    expect(await blamed(town, `${at}/note-paper`, { paper: { ...paper, party: "P9" } })).toMatchObject({
      ...{ code: "enforcement.unknown-case-party", errors: [{ pointer: "/paper/party" }] },
    });
    town.runtime.setClock("2026-03-01T02:00:00.000Z");
    const early = await blamed(town, `${at}/note-paper`, { paper });
    expect(early).toMatchObject({ code: "enforcement.before-the-filing", details: { on: "2026-03-01" } });
    expect(early.errors).toBeUndefined();
  });

  test("CF-42: officers who were named before are told in the details", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at } = await aFiledCase(town, [citizen(1)], [anAct("PN-070", day)], { report: false });
    town.runtime.setClock("2029-01-02T02:00:00.000Z");
    const report = await blamed(town, `${at}/report`, {
      sha256: sha,
      complex: false,
      suspectedCrime: false,
      summary: "调查终结",
    });
    expect(report).toMatchObject({ code: "enforcement.two-officers", details: { conditions: ["officer-expired"] } });
    expect(report.errors).toBeUndefined();
  });

  test("T-10: a day before the first working-day calendar is refused, and nothing is out of order", async () => {
    const town = await aWholeTown(["PN-070"]);
    const filing = {
      acts: [anAct("PN-070", day)],
      parties: [citizen(1).party],
      investigators: ["officer-1", "officer-2"],
    };
    const source = { kind: "inspection", receivedOn: "0000-01-01" };
    expect(await blamed(town, "/cases", { ...filing, source })).toMatchObject({ code: "calendar.no-calendar" });
  });

  test("CF-51: of a penalty on the spot", async () => {
    const town = await aWholeTown(["PN-076"]);
    const record = {
      ...{ code: "PN-076", place: far, address: "广通镇古驿道", facts: "损毁保护标志", party: citizen(1).party },
      ...{ with: "officer-2", kinds: ["罚款"], amountFen: 10_000, tier: "minor" },
      told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: false, note: "无陈述" } },
      ...{ correction: { how: "at-once" }, form: { how: "signed" } },
    };
    expect(await blamed(town, "/on-spot-penalties", record)).toMatchObject({
      ...{ code: "enforcement.outside-the-town", errors: [{ pointer: "/place" }] },
    });
    const party = { ...citizen(1).party, bornOn: "1990-01-01" };
    expect(await blamed(town, "/on-spot-penalties", { ...record, place, party })).toMatchObject({
      ...{ code: "enforcement.birth-differs", errors: [{ pointer: "/party/bornOn" }] },
    });
  });

  test("IN-5, E7: of a letter, its department and the parts of its lead", async () => {
    const town = await aWholeTown([]);
    const letter = { department: "water", subject: "移送", theirNumber: "移〔2026〕1号", on: day, from: "organ" };
    const lead = { text: "占用河道", address: "广通镇河边", happenedOn: "2026-03-03" };
    const referral = { kind: "referral-received", ...letter, lead };
    expect(await blamed(town, "/letters", { ...referral, department: "nobody" })).toMatchObject({
      ...{ code: "enforcement.unknown-department", errors: [{ pointer: "/department", field: "部门" }] },
    });
    expect(await blamed(town, "/letters", referral)).toMatchObject({
      ...{ code: "enforcement.lead-day-to-come", errors: [{ pointer: "/lead/happenedOn" }] },
    });
  });
});
