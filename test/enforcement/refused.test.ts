import { beforeAll, describe, expect, test } from "vitest";
import { caseFile } from "../../services/enforcement/case-file/domain/case-file.ts";
import { printedPaper } from "../../services/enforcement/papers/domain/paper.ts";
import { filed, filedOn, officer1, theHead } from "./cases/case-builders.ts";
import {
  afterwards,
  aParty,
  begins,
  charged,
  chargedOn,
  noticed,
  officerA,
  refusedFor,
  serves,
  someGrounds,
  theChair,
  told,
} from "./cases/proceeding/builders.ts";
import { contextOf } from "./telling.ts";
import {
  aCharge,
  accountant,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
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
} from "./whole-town.ts";

const day = "2026-03-02";

describe("a step that was taken already, or comes too early, over HTTP", () => {
  let town: WholeTown;
  let at: string;
  let atCase: string;
  let of: string;
  const who = company();
  beforeAll(async () => {
    town = await aWholeTown(["PN-070"]);
    const { id, at: path, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    atCase = path;
    of = `${id}:P1`;
    await town.post("/proceedings", { case: id, party: "P1" }, officer(1));
    at = `/proceedings/${of}`;
    await town.post(`${at}/charge`, { charges: [aCharge(evidence, { kinds: ["罚款", "责令停产停业"] })] }, officer(1));
  });

  test("CF-58: charges that nobody signed are not reviewed", async () => {
    const review = { conclusion: "agreed", opinion: "同意" };
    const reviewer = { sub: "legal-reviewer-1", name: "法制审核岗", roles: ["legal-reviewer"] as const };
    expect(await town.refused(`${at}/legal-review`, review, { ...reviewer, roles: ["legal-reviewer"] })).toBe(
      "enforcement.charges-not-signed",
    );
  });
  test("E5: only a counsel with a contract in force is asked", async () => {
    expect(await town.refused(`${at}/ask-counsel`, { counsel: "nobody" }, officer(1))).toBe(
      "enforcement.no-such-counsel",
    );
    expect(await town.refused(`${at}/note-counsel`, { opinion: sha }, officer(1))).toBe("enforcement.no-such-counsel");
  });
  test("CF-44: one notice is drawn up once", async () => {
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/notify`, {}, officer(1));
    expect(await town.refused(`${at}/notify`, {}, officer(1))).toBe("enforcement.notice-drafted-already");
    await town.post(`${at}/issue-notice`, {}, officer(2));
    await handOver(town, of, "notice", "legal-representative");
  });
  test("CF-63: a hearing is asked for once, and what was given up stays given up", async () => {
    await town.post(`${at}/request-hearing`, {}, who.login);
    expect(await town.refused(`${at}/request-hearing`, {}, who.login)).toBe("enforcement.hearing-already-requested");
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    expect(await town.refused(`${at}/waive`, { rights: ["defence"] }, who.login)).toBe("enforcement.waived-already");
  });
  test("CF-43: one recusal is asked for once, and decided only if it was asked for", async () => {
    const asked = { person: "officer-1", ground: "relative", reasons: "亲属" };
    const deciding = { person: "officer-2", recused: false, reasons: "不存在" };
    expect(await town.refused(`${atCase}/decide-recusal`, deciding, head)).toBe("enforcement.recusal-not-asked");
    await town.post(`${at}/ask-recusal`, asked, who.login);
    expect(await town.refused(`${at}/ask-recusal`, asked, who.login)).toBe("enforcement.recusal-asked");
    await town.post(`${atCase}/decide-recusal`, { ...deciding, person: "officer-1" }, head);
  });
  test("CF-27a: one transfer at a time", async () => {
    const transfer = { team: ["officer-1", "officer-2"], report: sha, reasons: "涉嫌犯罪" };
    await town.post(`${atCase}/propose-transfer`, transfer, officer(1));
    expect(await town.refused(`${atCase}/propose-transfer`, transfer, officer(1))).toBe(
      "enforcement.transfer-under-way",
    );
  });
  test("CF-47: a paper is no older than the filing", async () => {
    town.runtime.setClock("2026-03-01T02:00:00.000Z");
    const paper = { kind: "investigation-report", reference: "1号" };
    expect(await town.refused(`${atCase}/note-paper`, { paper }, officer(1))).toBe("enforcement.before-the-filing");
    town.runtime.setClock(`${day}T02:00:00.000Z`);
  });
});

describe("papers and money, over HTTP", () => {
  test("CF-61a, QZ-36: who may sign; an opinion that nobody stated; a step that the fine does not know", async () => {
    const town = await aWholeTown(["PN-070"]);
    const who = citizen(1);
    const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
    const of = `${id}:P1`;
    const at = await aNotice(town, of, [aCharge(evidence)]);
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await town.post(`${at}/decide`, punishing, head);
    const sent = await town.post("/deliveries", { proceeding: of, paper: { kind: "decision" } }, officer(1));
    const taken = { on: day, to: "legal-representative", signedBy: "某某", proof: sha };
    expect(await town.refused(`/deliveries/${sent.id}/deliver-by-hand`, taken, officer(1))).toBe(
      "enforcement.receiver-cannot-sign",
    );
    await town.post(`/deliveries/${sent.id}/deliver-by-hand`, { ...taken, to: "self" }, officer(1));
    const fine = `/fines/${of}`;
    expect(await town.refused(`${fine}/hear-opinion`, { adopted: false, reasons: "不采纳" }, officer(1))).toBe(
      "enforcement.opinion-missing",
    );
    expect(await town.refused(`${fine}/resume`, { reasons: "恢复" }, mayor)).toBe("enforcement.fine-not-in-this-state");
    expect(await town.get(fine, accountant)).toMatchObject({ status: "due" });
  });
  test("CF-71: money that was not taken is not handed in", async () => {
    const town = await aWholeTown(["PN-076"]);
    const record = {
      ...{ code: "PN-076", place, address: "广通镇古驿道", facts: "损毁保护标志", party: citizen(1).party },
      ...{ with: "officer-2", kinds: ["罚款"], amountFen: 10_000, tier: "minor" },
      told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: false, note: "无陈述" } },
      ...{ correction: { how: "at-once" }, form: { how: "signed" } },
    };
    const { id } = await town.post("/on-spot-penalties", record, officer(1));
    await town.post(`/on-spot-penalties/${id}/countersign`, {}, officer(2));
    expect(await town.refused(`/on-spot-penalties/${id}/hand-in`, { to: "cashier-1" }, officer(1))).toBe(
      "enforcement.not-collected",
    );
  });
  test("E6: a lead is of a day that has come, and of a source that its teller may name", async () => {
    const town = await aWholeTown(["PN-070"]);
    const lead = { text: "网吧接纳未成年人", address: "广通镇人民路", place };
    expect(await town.refused("/leads", { ...lead, happenedOn: "2026-03-03" }, citizen(1).login)).toBe(
      "enforcement.lead-day-to-come",
    );
    expect(await town.refused("/leads", { ...lead, source: { kind: "police" } }, citizen(1).login)).toBe(
      "enforcement.lead-source-not-yours",
    );
    await town.post("/leads", { ...lead, happenedOn: day }, citizen(1).login);
  });
});

describe("what only the parts above say to a proceeding or a case", () => {
  const held = { how: "held" as const, on: afterwards, chair: theChair.sub, record: "a".repeat(64) };
  const noting = { ...someGrounds(), type: "note-hearing" as const, outcome: held, noticedOn: chargedOn };
  test("CF-64: no hearing is noted that nobody asked for", () => {
    expect(refusedFor(noticed().tell(noting, afterwards, theChair))).toMatchObject({
      code: "enforcement.hearing-not-requested",
    });
  });
  test("CF-44: a notice is served once, and a decision that does not exist is not served", () => {
    const one = noticed();
    for (const paper of ["notice", "decision"] as const)
      expect(refusedFor(one.tell(serves(paper, chargedOn), chargedOn, officerA))).toMatchObject({
        code: "enforcement.notice-served-already",
      });
  });
  test("CF-29a: no proceeding without its case", () => {
    const none = someGrounds({ case: undefined });
    expect(refusedFor(told().tell(begins(none), chargedOn, officerA))).toMatchObject({
      code: "enforcement.no-such-case",
    });
    expect(refusedFor(charged().tell({ ...none, type: "notify" }, chargedOn, officerA))).toMatchObject({
      code: "enforcement.no-such-case",
    });
  });
  test("CF-64: one outcome of one hearing", () => {
    const body = aParty({ kind: "organisation" });
    const grounds = someGrounds({ case: { ...caseOf(), parties: [body] } });
    const closing = { ...chargeOf(), kinds: ["责令停产停业" as const] };
    const one = noticed([closing], grounds);
    one.lawfully({ type: "request-hearing", case: grounds.case }, chargedOn, { ...theChair, sub: "r", party: "KEY1" });
    const absent = { ...grounds, type: "note-hearing" as const, outcome: { how: "withdrawn" as const, on: chargedOn } };
    const actor = { ...theChair, sub: "r", roles: ["resident" as const], party: "KEY1" };
    one.lawfully(absent, chargedOn, actor);
    expect(refusedFor(one.tell(absent, chargedOn, actor))).toMatchObject({ code: "enforcement.hearing-recorded" });
  });
  test("E10: a PDF comes after its paper, and a file is fetched once it is made", () => {
    const { today } = contextOf(officerA, day);
    const pdf = { key: "K", sha256: sha };
    const organ = { name: { zh: "广通镇人民政府", en: "Guangtong" }, uscc: "11532302YY000001XC" };
    const told = { aggregate: "case", id: "C1", sequence: 2, type: "enforcement.case.filed" };
    const about = { kind: "filing-approval", of: { kind: "case", id: "C1" }, told, at: `${day}T02:00:00Z` } as const;
    const paper = { ...about, on: today.toString(), number: "1号", organ, status: "numbered" } as const;
    expect(printedPaper.decide(paper, { type: "print", pdf }, contextOf(officerA, day))).toMatchObject({
      code: "enforcement.paper-not-in-this-state",
    });
    const unnumbered = { ...about, type: "number", kind: "penalty-decision", on: today.toString(), organ } as const;
    expect(printedPaper.decide(undefined, unnumbered, contextOf(officerA, day))).toMatchObject({
      code: "enforcement.paper-without-number",
    });
    const asked = { case: "C1", number: "1号", on: day, complete: true, missing: [], status: "asked" } as const;
    expect(caseFile.decide(asked, { type: "fetch" }, contextOf(officerA, day))).toMatchObject({
      code: "enforcement.case-file-not-in-this-state",
    });
  });
  test("CF-22: no case is handed over to the town itself", () => {
    const to = { type: "transfer-organ" as const, organ: "禄丰市广通镇人民政府", letter: "移1号", reasons: "管辖" };
    expect(filed().tell(to, filedOn, theHead)).toMatchObject({ code: "enforcement.case-to-the-town-itself" });
  });
  test("QZ-27: no measure ends that nobody took", () => {
    const ending = { type: "end-measure" as const, measure: "M9", on: filedOn, how: "returned" as const };
    expect(filed().tell(ending, filedOn, officer1)).toMatchObject({ code: "enforcement.no-such-measure" });
  });
  const caseOf = () => {
    const { case: of } = someGrounds();
    if (of === undefined) throw new Error("no case");
    return of;
  };
  const chargeOf = () => {
    const [first] = charged().state.charges?.items ?? [];
    if (first === undefined) throw new Error("no charge");
    const { law: _law, fine: _fine, ...charge } = first;
    return charge;
  };
});
