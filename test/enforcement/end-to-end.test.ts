import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../infra/towns/load.ts";
import {
  aCharge,
  accountant,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  cashier,
  chair,
  citizen,
  company,
  handOver,
  head,
  mayor,
  officer,
  place,
  punishing,
  sha,
  type WholeTown,
  weighTogether,
} from "./whole-town.ts";

const day = "2026-03-02";
const slip = (amountFen: unknown, on: string) => ({ amountFen, on, receipt: `银行凭证${on}` });
const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** Paid, put right, ended. */
async function performAll(town: WholeTown, of: string) {
  const at = `/proceedings/${of}`;
  const { owed } = await town.get(`/fines/${of}`, accountant);
  await town.post(`/fines/${of}/note-payment`, slip(field(owed, "openFen"), town.today), accountant);
  await town.post(`${at}/perform`, { performed: { what: "order", on: town.today }, proof: sha }, officer(1));
}

describe("a net café that admits minors, from the filing to the closed case", () => {
  test("CF-29, CF-63: the second norm has the higher fine; closure gives a hearing, which comes before the decision", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = company();
    const { id, at: atCase, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)], { complex: true });
    const of = `${id}:P1`;
    await town.post("/proceedings", { case: id, party: "P1" }, officer(1));
    const at = `/proceedings/${of}`;
    const charge = (amountFen: number) =>
      aCharge(evidence, { kinds: ["罚款", "责令停产停业"], fine: { amountFen, tier: "serious", grounds: [] } });
    expect(await town.refused(`${at}/charge`, { charges: [charge(5_000_001)] }, officer(1))).toBe(
      "enforcement.fine-above-maximum",
    );
    const charged = await town.post(`${at}/charge`, { charges: [charge(2_000_000)] }, officer(1));
    expect(JSON.stringify(charged.charges)).toMatch(/未成年人保护法》第一百二十三条；《互联网/);
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/notify`, {}, officer(1));
    await town.post(`${at}/issue-notice`, {}, officer(2));
    await handOver(town, of, "notice", "legal-representative");
    expect(await town.get(at, who.login)).toMatchObject({ priorNotice: { hearingRight: true } });
    await town.turnTo("2026-03-09");
    await town.post(`${at}/request-hearing`, {}, who.login);
    const { items } = await town.get("/hearings", who.login);
    const hearing = `/hearings/${field(Array.isArray(items) ? items[0] : undefined, "id")}`;
    const plan = { on: "2026-03-20", at: "09:00", place: "二楼会议室", recorder: "clerk-1" };
    expect(await town.refused(`${hearing}/schedule`, { ...plan, chair: "officer-1" }, head)).toBe(
      "enforcement.hearing-handled-case",
    );
    await town.post(`${hearing}/schedule`, { ...plan, chair: chair.sub }, head);
    await town.post(`${hearing}/note-told`, { party: "P1", on: "2026-03-09", how: "direct", proof: sha }, officer(1));
    await town.turnTo("2026-03-16");
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await weighTogether(town, at);
    expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
    await town.turnTo("2026-03-20");
    const held = {
      attendance: [{ party: "P1", how: "in-person", agents: [] }],
      investigators: ["officer-1", "officer-2"],
      course: { evidencePut: true, defenceHeard: true, readOver: true },
      record: {
        ...{ sha256: sha, pages: 2, signatures: [{ party: "P1", how: "signed", pages: 2 }] },
        recording: { sha256: sha, told: true, unbroken: true },
      },
    };
    const { recording: _recording, ...unrecorded } = held.record;
    const without = { ...held, record: unrecorded };
    expect(await town.refused(`${hearing}/hold`, without, chair)).toBe("enforcement.hearing-unrecorded");
    await town.post(`${hearing}/hold`, held, chair);
    await town.post(`${hearing}/report`, { sha256: sha, conclusion: "维持建议", newFacts: false }, chair);
    expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
    await weighTogether(town, at);
    await town.post(`${at}/decide`, { ...punishing, hearingRecord: sha }, head);
    await handOver(town, of, "decision", "legal-representative");
    await performAll(town, of);
    await town.post(`${at}/perform`, { performed: { what: "other", on: town.today }, proof: sha }, officer(1));
    await town.post(`${at}/end`, { ground: "performed" }, officer(1));
    expect(await town.post(`${atCase}/close`, { report: sha }, head)).toMatchObject({ status: "closed" });
  });
});

describe("three parties, two acts, three endings", () => {
  test("CF-29a, CF-57a: one is punished, one let off, one stopped; the case closes with each one's papers", async () => {
    const town = await aWholeTown(["PN-070", "PN-076"]);
    const [one, two, three] = [company(1), citizen(2), citizen(3)];
    const acts = [anAct("PN-070", day), anAct("PN-076", day, { by: ["P2", "P3"] })];
    const { id, at: atCase, evidence } = await aFiledCase(town, [one, two, three], acts);
    const relics = (more: object) =>
      aCharge(evidence, {
        act: "A2",
        code: "PN-076",
        fine: { amountFen: 10_000, tier: "minor", grounds: [] },
        ...more,
      });
    const first = await aNotice(town, `${id}:P1`, [aCharge(evidence)], "legal-representative");
    const second = await aNotice(town, `${id}:P2`, [relics({ circumstances: letOff })]);
    await town.post("/proceedings", { case: id, party: "P3" }, officer(1));
    await town.post(`${first}/waive`, { rights: ["defence"] }, one.login);
    await town.post(`${second}/waive`, { rights: ["defence"] }, two.login);
    expect(await town.get(second, one.login)).toMatchObject({ httpStatus: 404 });

    await town.post(`${first}/decide`, punishing, head);
    expect(await town.refused(`${atCase}/close`, { report: sha }, head)).toBe("enforcement.case-not-in-this-state");
    const minor = { outcome: "no-penalty", ground: "minor", reasons: "轻微并及时改正" };
    const taught = { checkedOn: day, educatedOn: day };
    expect(await town.refused(`${second}/decide`, minor, head)).toBe("enforcement.proof-missing");
    await town.post(`${second}/decide`, { ...minor, lettingOff: taught }, head);
    await town.post(`/proceedings/${id}:P3/stop`, { ground: "wrong-party", reasons: "查明不是行为人" }, head);
    for (const party of ["P1", "P2"])
      await handOver(town, `${id}:${party}`, "decision", party === "P1" ? "legal-representative" : "self");
    expect(await town.get(atCase, head)).toMatchObject({ status: "performing" });
    expect(await town.refused(`${atCase}/close`, { report: sha }, head)).toMatch(/^enforcement\./);
    await performAll(town, `${id}:P1`);
    await town.post(`${first}/end`, { ground: "performed" }, officer(1));
    await town.post(`${second}/end`, { ground: "performed" }, officer(1));
    expect(await town.post(`${atCase}/close`, { report: sha }, head)).toMatchObject({ status: "closed" });
  });
  const letOff = {
    ...{ slight: true, harm: "none", corrected: true, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  };
});

describe("a fine that is paid late", () => {
  test("CF-67, CF-72: due fifteen days after service; ten days late cost thirty per cent; a review stops the clock", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const of = `${id}:P1`;
    const at = await aNotice(town, of, [aCharge(evidence)]);
    await town.turnTo("2026-03-10");
    await town.post(`${at}/decide`, punishing, head);
    await handOver(town, of, "decision");
    const owed = async () => (await town.get(`/fines/${of}`, accountant)).owed;
    await town.turnTo("2026-03-25");
    expect(await owed()).toMatchObject({ surchargeFen: 0, lateDays: 0, openFen: 100_000 });
    await town.turnTo("2026-03-26");
    expect(await owed()).toMatchObject({ surchargeFen: 3_000, lateDays: 1 });
    await town.turnTo("2026-04-04");
    expect(await owed()).toMatchObject({ surchargeFen: 30_000, openFen: 130_000 });
    const document = { number: "禄政复受〔2026〕1号", date: "2026-04-04" };
    await town.post(`${at}/note-remedy`, { kind: "review", document, filedOn: "2026-04-04" }, officer(1));
    await town.turnTo("2026-04-20");
    const paused = await owed();
    expect(field(paused, "surchargeFen")).toBeLessThanOrEqual(33_000);
    const upheld = { number: "禄政复决〔2026〕1号", date: "2026-04-20" };
    await town.post(`${at}/end-remedy`, { remedy: "R1", effect: "upheld", document: upheld }, head);
    expect(await town.refused(`/fines/${of}/note-payment`, slip(1, town.today), officer(1))).toBe("auth.role");
    await town.post(`/fines/${of}/note-payment`, slip(field(await owed(), "openFen"), town.today), accountant);
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({ status: "paid" });
    expect(await town.get(at, officer(1))).toMatchObject({ left: ["order"] });
  });
  test("a warning owes nothing, and its service makes no fine", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const of = `${id}:P1`;
    const { fine: _fine, ...warning } = aCharge(evidence, { kinds: ["警告"] });
    const at = await aNotice(town, of, [warning]);
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await town.post(`${at}/decide`, { ...punishing, performance: { how: "当场警告" } }, head);
    await handOver(town, of, "decision");
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({ httpStatus: 404 });
  });
});

describe("a case that goes to the police and comes back", () => {
  test("CF-27a: meanwhile nothing is decided; afterwards it is decided here", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, at: atCase, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const at = await aNotice(town, `${id}:P1`, [aCharge(evidence)]);
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    const asked = { team: ["officer-1", "officer-2"], report: sha, reasons: "涉嫌犯罪" };
    expect(await town.refused(`${atCase}/propose-transfer`, { ...asked, team: ["officer-1"] }, officer(1))).toBe(
      "enforcement.team-too-small",
    );
    await town.post(`${atCase}/propose-transfer`, asked, officer(1));
    await town.post(`${atCase}/decide-transfer`, { approved: true, reasons: "同意移送" }, mayor);
    const handed = { organ: "禄丰市公安局", letter: "移1号", goodsList: "清单1号", testReports: [] };
    expect(await town.post(`${atCase}/transfer-police`, handed, officer(1))).toMatchObject({ status: "transferred" });
    expect(await town.refused(`${at}/decide`, punishing, head)).toMatch(/not-investigating|steps-missing/);
    await town.turnTo("2026-03-04");
    await town.post(`${atCase}/police-answer`, { filed: false, on: "2026-03-04", document: "不立1号" }, officer(1));
    await town.post(`${atCase}/return-from-police`, { on: "2026-03-04", document: "退1号" }, officer(1));
    expect(await town.post(`${at}/decide`, punishing, head)).toMatchObject({ status: "decided" });
  });
});

describe("CF-38, CF-24b: a power that is recalled in the middle of a case", () => {
  const recalled = { kind: "recalled", from: "2026-03-03", document: "云政发〔2026〕9号" } as const;
  test("decides nothing, files nothing, punishes nobody on the spot", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const at = await aNotice(town, `${id}:P1`, [aCharge(evidence)]);
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await town.learn("PN-070", recalled, 3);
    await town.turnTo("2026-03-03");
    expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
    const { parties } = await town.get(`/cases/${id}/gates`, head);
    expect(JSON.stringify(parties)).toMatch(
      /"id":"power"[^}]*"zh":"职权[^}]*}[^}]*"done":false|"id":"power".*?"done":false/,
    );
    const proposal = {
      ...{ acts: [anAct("PN-070", "2026-03-03")], parties: [citizen(2, { id: "P1" }).party] },
      ...{ investigators: ["officer-1", "officer-2"], source: { kind: "inspection", receivedOn: "2026-03-03" } },
    };
    const next = await town.post("/cases", proposal, officer(1)).catch((error: unknown) => String(error));
    const filing =
      typeof next === "string" ? next : await town.refused(`/cases/${field(next, "id")}/approve`, {}, head);
    expect(filing).toContain("enforcement.power-not-in-force");
  });
  test("on the day before the recall it still decides", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const at = await aNotice(town, `${id}:P1`, [aCharge(evidence)]);
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await town.learn("PN-070", recalled, 3);
    expect(await town.post(`${at}/decide`, punishing, head)).toMatchObject({ status: "decided" });
  });
});

describe("a fine on the spot, from the hand to the bank", () => {
  const record = (amountFen: number) => ({
    ...{ code: "PN-076", place, address: "广通镇古驿道", facts: "损毁保护标志", party: citizen(1).party },
    ...{ with: "officer-2", kinds: ["罚款"], amountFen, tier: "minor" },
    told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: true, note: "当事人认错" } },
    ...{ correction: { how: "at-once" }, form: { how: "signed" } },
  });
  const why = { hardToEnforceLater: false, remote: false, partyProposes: false, reasons: "一百元以下" };
  test("CF-51, CF-68, CF-71: a hundred yuan are taken with a receipt; two working days to the organ, two to the bank", async () => {
    const town = await aWholeTown(["PN-076"]);
    expect(await town.refused("/on-spot-penalties", record(20_001), officer(1))).toMatch(/simple-not-allowed|tier/);
    const { id } = await town.post("/on-spot-penalties", record(10_000), officer(1));
    const at = `/on-spot-penalties/${id}`;
    expect(await town.refused(`${at}/countersign`, {}, officer(1))).toBe("enforcement.own-signature");
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/collect`, { receipt: "财票1", ...why }, officer(1));
    await town.turnTo("2026-03-04");
    expect(await town.get(at, officer(1))).toMatchObject({ status: "decided" });
    await town.post(`${at}/hand-in`, { to: cashier.sub }, officer(1));
    await town.post(`${at}/report`, {}, officer(1));
    expect(await town.refused(`${at}/deposit`, { voucher: "银行1" }, officer(1))).toMatch(/auth.role|same-hands/);
    await town.turnTo("2026-03-06");
    expect(await town.post(`${at}/deposit`, { voucher: "银行1" }, cashier)).toMatchObject({ status: "settled" });
  });
  test("handed in on the third working day it is told as late", async () => {
    const town = await aWholeTown(["PN-076"]);
    const { id } = await town.post("/on-spot-penalties", record(10_000), officer(1));
    const at = `/on-spot-penalties/${id}`;
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/collect`, { receipt: "财票1", ...why }, officer(1));
    await town.turnTo("2026-03-05");
    expect(JSON.stringify(await town.get(at, officer(1)))).toContain("hand-in");
    expect(await town.get(at, officer(1))).toMatchObject({ late: expect.arrayContaining(["hand-in"]) });
  });
});

describe("CF-37: the law of the day of the act, or a lighter new one", () => {
  const old = "2026-08-10";
  async function decidedBy(lists: ReturnType<typeof loadTownFrom>["lists"], amountFen: number, on: string) {
    const town = await aWholeTown(["PN-007"], { on: "2026-08-20", domains: ["urban"], lists });
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-007", on, { discoveredOn: "2026-08-20" })]);
    await town.post("/proceedings", { case: id, party: "P1" }, officer(1));
    const fine = { amountFen, tier: "serious", grounds: [] };
    const charges = [aCharge(evidence, { code: "PN-007", fine })];
    return { town, at: `/proceedings/${id}:P1`, charges };
  }
  const { lists } = loadTownFrom("guangtong");
  const withOldMaximum = (maxFen: number) => ({
    ...lists,
    penaltiesBefore: (lists.penaltiesBefore ?? []).map((one) =>
      one.code === "PN-007" ? { ...one, citizenFine: { minFen: 10_000, maxFen } } : one,
    ),
  });
  test("an old act has the old maximum; an act of the first day of the new law has the new one", async () => {
    const heavy = await decidedBy(lists, 50_001, old);
    expect(await heavy.town.refused(`${heavy.at}/charge`, { charges: heavy.charges }, officer(1))).toBe(
      "enforcement.fine-above-maximum",
    );
    const fits = await decidedBy(lists, 50_000, old);
    const charged = await fits.town.post(`${fits.at}/charge`, { charges: fits.charges }, officer(1));
    expect(JSON.stringify(charged.charges)).toContain('"version":"before"');
    const later = await decidedBy(lists, 100_000, "2026-08-15");
    const now = await later.town.post(`${later.at}/charge`, { charges: later.charges }, officer(1));
    expect(JSON.stringify(now.charges)).toContain('"version":"now"');
  });
  test("where the new law is lighter, it judges the old act too", async () => {
    const heavy = await decidedBy(withOldMaximum(500_000), 100_001, old);
    expect(await heavy.town.refused(`${heavy.at}/charge`, { charges: heavy.charges }, officer(1))).toBe(
      "enforcement.fine-above-maximum",
    );
    const fits = await decidedBy(withOldMaximum(500_000), 100_000, old);
    const charged = await fits.town.post(`${fits.at}/charge`, { charges: fits.charges }, officer(1));
    expect(JSON.stringify(charged.charges)).toContain('"version":"now"');
  });
});
