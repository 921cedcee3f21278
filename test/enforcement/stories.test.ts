import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../shared/decider/index.ts";
import {
  aCharge,
  accountant,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  handOver,
  head,
  mayor,
  officer,
  punishing,
  sha,
  type WholeTown,
} from "./whole-town.ts";

const archivist: Actor = { sub: "archivist-1", name: "档案员", roles: ["archivist"], office: "party-government" };
const day = "2026-03-02";
const legal: Actor = { sub: "legal-reviewer-1", name: "法制审核岗", roles: ["legal-reviewer"] };

const demandText = z.object({ issuedOn: z.string(), number: z.object({ text: z.object({ zh: z.string() }) }) });

/** The file of a closed case, made for the archive; what it lacks, where it does. */
async function filed(town: WholeTown, of: string) {
  const asked = await town.post("/case-files", { case: of }, archivist);
  return town.get(`/case-files/${String(asked.id)}`, archivist);
}

/** Charged and told; the party gives up his defence. */
async function told(town: WholeTown) {
  const who = citizen(1);
  const { id, at: atCase, evidence } = await aFiledCase(town, [who], [anAct("PN-070", day)]);
  const at = await aNotice(town, `${id}:P1`, [aCharge(evidence)]);
  await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
  return { who, id, at, atCase, of: `${id}:P1`, evidence };
}

/** The chief lets the case go to the police, and its letter takes it there. */
async function toThePolice(town: WholeTown, { id, atCase }: { readonly id: string; readonly atCase: string }) {
  const asked = { team: ["officer-1", "officer-2"], report: sha, reasons: "涉嫌犯罪" };
  await town.post(`${atCase}/propose-transfer`, asked, officer(1));
  const referral = {
    ...{ kind: "referral-police", department: "public-security", subject: "涉嫌犯罪", case: id },
    police: { goodsList: "无涉案物品", testReports: [] },
  };
  expect(await town.refused("/letters", referral, officer(1))).toBe("enforcement.transfer-not-approved");
  expect(await town.refused(`${atCase}/decide-transfer`, { approved: true, reasons: "同意" }, head)).toMatch(
    /auth.role|chief/,
  );
  await town.post(`${atCase}/decide-transfer`, { approved: true, reasons: "同意移送" }, mayor);
  const letter = await town.post("/letters", referral, officer(1));
  const at = `/letters/${String(letter.id)}`;
  await town.post(`${at}/note-receipt`, { on: town.today, document: "禄公收〔2026〕1号" }, officer(1));
  return at;
}

const paid = async (town: WholeTown, of: string, amountFen: number) =>
  town.post(`/fines/${of}/note-payment`, { amountFen, on: town.today, receipt: `银行${town.today}` }, accountant);

describe("CF-27a: a case goes to the police by its letter", () => {
  test("they file none: it comes back, is decided here, and its file holds letter, answer and return", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { id, at, atCase, of } = await told(town);
    const letter = await toThePolice(town, { id, atCase });
    expect(await town.refused(`${at}/decide`, punishing, head)).toMatch(/not-investigating|steps-missing/);
    await town.turnTo("2026-03-04");
    await town.post(`${letter}/note-answer`, { agreed: false, on: town.today, document: "不立1号" }, officer(1));
    await town.post(`${letter}/note-return`, { on: town.today, document: "退1号" }, officer(1));
    await town.post(`${at}/decide`, punishing, head);
    await handOver(town, of, "decision");
    await paid(town, of, 100_000);
    await town.post(`${at}/perform`, { performed: { what: "order", on: town.today }, proof: sha }, officer(1));
    await town.post(`${at}/end`, { ground: "performed" }, officer(1));
    await town.post(`${atCase}/close`, { report: sha }, head);
    expect(await filed(town, id)).toMatchObject({ status: "made", complete: true, missing: [] });
    const { items } = await town.get(`${atCase}/papers`, officer(1));
    expect(JSON.stringify(items)).toMatch(/transfer-letter/);
  });
  test("they file it: goods and papers follow in three days, nothing is decided here, and its file is complete", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { id, at, atCase } = await told(town);
    const letter = await toThePolice(town, { id, atCase });
    await town.turnTo("2026-03-05");
    await town.post(`${letter}/note-answer`, { agreed: true, on: town.today, document: "立1号" }, officer(1));
    expect(await town.refused(`${at}/decide`, punishing, head)).toMatch(/not-investigating|steps-missing/);
    expect(await town.refused(`${atCase}/close`, { report: sha }, head)).toBe("enforcement.papers-missing");
    await town.post(`${atCase}/hand-goods-to-police`, { on: town.today, receipt: "接收清单1号" }, officer(1));
    await town.post(`${atCase}/close`, { report: sha }, head);
    expect(await filed(town, id)).toMatchObject({ status: "made", complete: true });
  });
});

describe("FY-48, SS-45, QZ-53: a decision that is attacked to the end", () => {
  /** Decided and served on 10 March 2026, unpaid. */
  async function inEffect(town: WholeTown) {
    const { id, at, of, atCase, evidence, who } = await told(town);
    await town.turnTo("2026-03-10");
    await town.post(`${at}/decide`, punishing, head);
    await handOver(town, of, "decision");
    return { id, at, of, atCase, evidence, who };
  }
  const document = (number: string, date: string) => ({ number, date });
  const asking = { factsAndBasis: "事实清楚、依据充分", object: "银行存款" };
  const demandOf = async (town: WholeTown, of: string) => {
    const demanded = await town.post(`/fines/${of}/demand`, { payee: "财政所", account: "622800001111" }, officer(1));
    const { number, issuedOn } = demandText.parse(demanded.demand);
    const paper = { kind: "demand", number: number.text.zh, issuedOn };
    const delivery = await town.post("/deliveries", { proceeding: of, paper }, officer(1));
    const by = { on: town.today, to: "self", signedBy: "当事人", proof: sha };
    await town.post(`/deliveries/${String(delivery.id)}/deliver-by-hand`, by, officer(1));
    expect(await town.refused(`/fines/${of}/apply-to-court`, asking, mayor)).toMatch(/demand-missing|remedy-open/);
    await town.post(`/fines/${of}/note-demand-service`, { delivery: delivery.id }, officer(1));
    expect(await town.get(`/fines/${of}`, officer(1))).toMatchObject({ demand: { servedOn: town.today } });
  };

  test("upheld by the review: fifteen days of suit, ten working days of the demand, then the court enforces", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at, of, evidence } = await inEffect(town);
    await town.turnTo("2026-04-08");
    const filing = { kind: "review", document: document("禄政复〔2026〕1号", town.today), filedOn: town.today };
    await town.post(`${at}/note-remedy`, filing, officer(1));
    expect(await town.refused(`${at}/note-remedy`, filing, officer(1))).toBe("enforcement.remedy-still-open");
    const asked = { remedy: "R1", procedure: "ordinary", admittedOn: town.today, receivedOn: town.today };
    await town.post(`${at}/note-answer-asked`, { ...asked, document: filing.document }, legal);
    await town.turnTo("2026-04-22");
    await town.post(`${at}/answer-review`, { remedy: "R1", answer: sha, evidence: [evidence] }, legal);
    await town.turnTo("2026-05-20");
    await demandOf(town, of);
    const upheld = { remedy: "R1", effect: "upheld", document: document("禄政复决〔2026〕1号", town.today) };
    expect(await town.refused(`${at}/end-remedy`, upheld, officer(1))).toBe("auth.role");
    await town.post(`${at}/end-remedy`, upheld, legal);
    // SS-45: suit to 4 June; QZ-54: ten working days of 20 May end on 3 June. QZ-53: three months from 4 June.
    expect(await town.get(`/fines/${of}`, officer(1))).toMatchObject({
      court: { earliest: "2026-06-05", latest: "2026-09-04" },
    });
    await town.turnTo("2026-06-04");
    expect(await town.refused(`/fines/${of}/apply-to-court`, asking, mayor)).toBe("enforcement.court-not-yet");
    await town.turnTo("2026-06-05");
    expect(await town.refused(`/fines/${of}/apply-to-court`, asking, officer(1))).toMatch(/auth.role/);
    await town.post(`/fines/${of}/apply-to-court`, asking, mayor);
    await town.post(`/fines/${of}/court-answered`, { accepted: true, on: town.today }, officer(1));
    await town.post(`/fines/${of}/court-ruled`, { enforce: true, on: town.today }, officer(1));
    expect(await town.get(`/fines/${of}`, officer(1))).toMatchObject({
      status: "applied",
      court: { ruledOn: town.today },
    });
    // CF-73: 26 March to 7 April are thirteen late days, 21 May to 5 June sixteen.
    expect(await town.get(`/fines/${of}`, officer(1))).toMatchObject({ owed: { lateDays: 29, surchargeFen: 87_000 } });
  });
  test("sued on the last day, and judged: two years to enforce the judgment", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at, of } = await inEffect(town);
    await town.turnTo("2026-05-20");
    await demandOf(town, of);
    await town.turnTo("2026-09-10");
    const suit = { kind: "suit", document: document("（2026）云2302行初1号", town.today), filedOn: town.today };
    await town.post(`${at}/note-remedy`, suit, officer(1));
    expect(await town.refused(`/fines/${of}/apply-to-court`, asking, mayor)).toBe("enforcement.remedy-open");
    await town.turnTo("2026-12-01");
    const judgment = { remedy: "R1", effect: "upheld", document: document("（2026）云2302行初1号判决", town.today) };
    await town.post(`${at}/end-remedy`, judgment, legal);
    expect(await town.get(`/fines/${of}`, officer(1))).toMatchObject({
      court: { earliest: "2026-12-02", latest: "2028-12-01" },
    });
    await town.turnTo("2026-12-02");
    await town.post(`/fines/${of}/apply-to-court`, asking, mayor);
  });
  test("lowered by the review after it was paid: the difference goes back, and the case ends", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at, of, atCase } = await inEffect(town);
    await paid(town, of, 100_000);
    await town.turnTo("2026-04-08");
    const filing = { kind: "review", document: document("禄政复〔2026〕2号", town.today), filedOn: town.today };
    await town.post(`${at}/note-remedy`, filing, officer(1));
    const less = (fineFen: number) => ({
      ...{ remedy: "R1", effect: "changed", document: document("禄政复决〔2026〕2号", town.today) },
      amounts: [{ act: "A1", fineFen, confiscateFen: 0 }],
    });
    expect(await town.refused(`${at}/end-remedy`, less(100_001), legal)).toBe("enforcement.heavier-change");
    await town.post(`${at}/end-remedy`, less(40_000), legal);
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({
      ...{ status: "paid" },
      owed: { fineFen: 40_000, openFen: 0, refundedFen: 60_000 },
    });
    await town.post(`${at}/perform`, { performed: { what: "order", on: town.today }, proof: sha }, officer(1));
    await town.post(`${at}/end`, { ground: "performed" }, officer(1));
    await town.post(`${atCase}/close`, { report: sha }, head);
  });
  test("revoked, with a new decision ordered: the money goes back, the party is told anew and decided about again", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { at, of, id, atCase, evidence, who } = await inEffect(town);
    await paid(town, of, 100_000);
    await town.turnTo("2026-04-08");
    const filing = { kind: "suit", document: document("（2026）云2302行初2号", town.today), filedOn: town.today };
    await town.post(`${at}/note-remedy`, filing, officer(1));
    const fallen = {
      remedy: "R1",
      effect: "revoked",
      anew: true,
      document: document("（2026）云2302行初2号判决", town.today),
    };
    await town.post(`${at}/end-remedy`, fallen, legal);
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({
      status: "annulled",
      owed: { refundedFen: 100_000 },
    });
    expect(await town.refused(`${at}/begin-anew`, {}, head)).toBe("enforcement.not-investigating");
    expect(await town.refused(`${at}/waive`, { rights: ["defence"] }, who.login)).toBe(
      "enforcement.proceeding-not-in-this-state",
    );
    const again = { ground: "overturned", document: "（2026）云2302行初2号判决", reasons: "按判决重新作出" };
    await town.post(`${atCase}/reopen`, again, head);
    await town.post(`${at}/begin-anew`, {}, head);
    expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
    // CF-57b: charged, told and decided anew; the new fine is a debt of its own.
    const charge = aCharge(evidence, { fine: { amountFen: 60_000, tier: "minor", grounds: [] } });
    await town.post(`${at}/charge`, { charges: [charge] }, officer(1));
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/notify`, {}, officer(1));
    await town.post(`${at}/issue-notice`, {}, officer(2));
    await handOver(town, of, "notice");
    expect(await town.refused(`${at}/decide`, punishing, head)).toBe("enforcement.steps-missing");
    await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
    await town.post(`${at}/decide`, punishing, head);
    await handOver(town, of, "decision");
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({
      ...{ status: "due", receivedOn: town.today },
      owed: { fineFen: 60_000, openFen: 60_000, refundedFen: 100_000 },
    });
    await paid(town, of, 60_000);
    expect(await town.get(`/fines/${of}`, accountant)).toMatchObject({ status: "paid" });
    await town.post(`${at}/perform`, { performed: { what: "order", on: town.today }, proof: sha }, officer(1));
    await town.post(`${at}/end`, { ground: "performed" }, officer(1));
    await town.post(`${atCase}/close`, { report: sha }, head);
    expect(await filed(town, id)).toMatchObject({ status: "made", complete: true });
    const papers = JSON.stringify((await town.get(`${atCase}/papers`, officer(1))).items);
    expect(papers.match(/"kind":"penalty-decision"/g)).toHaveLength(2);
    expect(papers.match(/"kind":"prior-notice"/g)).toHaveLength(2);
  });
});
