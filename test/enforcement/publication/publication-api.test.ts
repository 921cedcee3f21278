import { beforeAll, describe, expect, test } from "vitest";
import {
  type Accused,
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
  officer,
  punishing,
  sha,
  type WholeTown,
} from "../whole-town.ts";

let town: WholeTown;
let accused: Accused;

/** A decision about a net café that let minors in, served on the day on which the time for a defence is over. */
async function decided(who = citizen(1), on = "2026-03-02") {
  town = await aWholeTown(["PN-070"], { on });
  accused = who;
  const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-070", on)]);
  const of = `${id}:P1`;
  const to = who.party.kind === "organisation" ? "legal-representative" : "self";
  const at = await aNotice(town, of, [aCharge(evidence)], to);
  await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
  await town.post(`${at}/decide`, punishing, head);
  expect(await list(head)).toEqual([]);
  await handOver(town, of, "decision", to);
  const [proposal] = await list(head);
  return { id, of, at, pub: `/publications/${proposal?.id}`, page: `/published-decisions/${proposal?.id}` };
}
async function list(actor?: typeof head, path = "/publications", query: Record<string, string> = {}) {
  const { items } = await town.get(path, actor, query);
  return Array.isArray(items) ? items.map((one: Record<string, unknown>) => one) : [];
}
const pages = (status?: string) => list(undefined, "/published-decisions", status === undefined ? {} : { status });
const publishing = { summary: "接纳未成年人进入营业场所", otherSites: ["信用中国"] };
const document = { number: "楚政复决〔2026〕3号", date: "2026-03-03" };

describe("E10: from the decision to the page that everybody reads", () => {
  let made: Awaited<ReturnType<typeof decided>>;
  beforeAll(async () => {
    made = await decided(company());
  });
  test("P-5: the served decision is proposed by the list, and nobody reads it before the head decides", async () => {
    const { pub, page } = made;
    expect(await town.get(pub, head)).toMatchObject({ status: "proposed", effects: ["item"] });
    expect(await town.get(page)).toMatchObject({ httpStatus: 404 });
    expect(await pages()).toEqual([]);
    expect(await town.refused(`${pub}/publish`, publishing, officer(1))).toBe("auth.role");
  });
  test("published with what the party's kind lets be shown; without a token", async () => {
    const { pub, page } = made;
    await town.post(`${pub}/name-secrets`, { words: ["会员名单"] }, accused.login);
    expect(await town.refused(`${pub}/publish`, { summary: "泄露会员名单" }, head)).toBe(
      "enforcement.publication-names-somebody",
    );
    await town.post(`${pub}/publish`, publishing, head);
    expect(await town.get(page)).toMatchObject({
      httpStatus: 200,
      status: "published",
      content: {
        party: { kind: "organisation", name: "广通网络会所有限公司", creditCode: "91532302MA6K00000X" },
        place: "广通镇某村***",
        fineFen: 100_000,
        summary: publishing.summary,
      },
    });
    expect(await pages()).toMatchObject([{ status: "published", party: "广通网络会所有限公司", items: ["PN-070"] }]);
    expect(await list(undefined, "/published-decisions", { item: "PN-076" })).toEqual([]);
    const { events } = await town.get(`${pub}/history`, head);
    expect(events).toHaveLength(3);
  });
  test("the party and who deals with the case read the publication; others find nothing", async () => {
    expect(await town.get(made.pub, accused.login)).toMatchObject({ status: "published" });
    expect(await town.get(made.pub, citizen(2).login)).toMatchObject({ httpStatus: 404 });
    expect(await town.get(made.pub, officer(3))).toMatchObject({ httpStatus: 404 });
  });
  test("CF-48: revoked on review, the page is empty at once and says why; other places have three working days", async () => {
    const { at, pub, page } = made;
    await town.turnTo("2026-03-04");
    await town.post(`${at}/note-remedy`, { kind: "review", document, filedOn: "2026-03-03" }, officer(1));
    const ruling = { remedy: "R1", effect: "revoked", document: { number: "楚政复决〔2026〕3号", date: "2026-03-04" } };
    await town.post(`${at}/end-remedy`, ruling, head);
    const gone = await town.get(page);
    expect(gone).toMatchObject({
      status: "withdrawn",
      withdrawal: { on: "2026-03-04", fell: "revoked", document: "楚政复决〔2026〕3号" },
    });
    expect(JSON.stringify(gone)).not.toMatch(/网络会所|9153|接纳/);
    expect(await pages()).toEqual([]);
    expect(await pages("withdrawn")).toHaveLength(1);
    expect(await town.refused(`${pub}/publish`, publishing, head)).toBe("enforcement.publication-fell");
    expect(await town.get(pub, head)).toMatchObject({ takeDown: { limit: { due: "2026-03-09" } }, overdue: [] });
    await town.turnTo("2026-03-10");
    expect(await town.get(pub, head)).toMatchObject({ overdue: ["take-down"] });
    expect(await town.post(`${pub}/note-taken-down`, { proof: sha }, officer(1))).toMatchObject({
      takeDown: { doneOn: "2026-03-10" },
    });
  });
});

describe("CF-48a: a citizen's decision, its change and the repair of credit", () => {
  let made: Awaited<ReturnType<typeof decided>>;
  beforeAll(async () => {
    made = await decided();
  });
  test("declined with reasons; then published all the same, masked", async () => {
    const { pub, page } = made;
    await town.post(`${pub}/decline`, { reasons: "影响轻微" }, head);
    expect(await town.get(page)).toMatchObject({ httpStatus: 404 });
    await town.post(`${pub}/publish`, { summary: "接纳未成年人进入营业场所" }, head);
    const shown = await town.get(page);
    expect(shown).toMatchObject({ content: { party: { kind: "citizen", name: "杨**" } } });
    expect(JSON.stringify(shown)).not.toMatch(/建国|5323021901|某村|13800001111/);
  });
  test("CF-48: changed by the organ itself, it goes; the head publishes the new sum", async () => {
    const { at, pub, page } = made;
    const change = { how: "changed", by: "own", document, reasons: "裁量不当" };
    await town.turnTo("2026-03-03");
    await town.post(`${at}/overturn`, { ...change, amounts: [{ act: "A1", fineFen: 50_000, confiscateFen: 0 }] }, head);
    expect(await town.get(page)).toMatchObject({ status: "withdrawn", withdrawal: { fell: "changed" } });
    await town.post(`${pub}/publish`, { summary: "接纳未成年人进入营业场所" }, head);
    expect(await town.get(page)).toMatchObject({ status: "published", content: { fineFen: 50_000 } });
  });
  test("repair: not before three months and not before all is done; asked for by the party, decided by the head", async () => {
    const { at, of, pub, page } = made;
    const asking = { promise: sha };
    await town.turnTo("2026-06-01");
    expect(await town.refused(`${pub}/ask-repair`, asking, accused.login)).toBe("enforcement.repair-too-early");
    await town.turnTo("2026-06-02");
    expect(await town.refused(`${pub}/ask-repair`, asking, accused.login)).toBe("enforcement.duties-open");
    await payAll(of);
    await town.post(`${at}/perform`, { performed: { what: "order", on: town.today }, proof: sha }, officer(1));
    await town.post(`${pub}/ask-repair`, asking, accused.login);
    await town.post(`${pub}/withdraw-repair`, {}, accused.login);
    await town.post(`${pub}/ask-repair`, asking, accused.login);
    await town.post(`${pub}/decide-repair`, { approved: true, reasons: "材料齐全" }, head);
    expect(await town.get(page)).toMatchObject({ httpStatus: 404 });
    expect(await town.get(pub, accused.login)).toMatchObject({ status: "repaired" });
  });
});

/** All that is owed, the late surcharge too, by the bank. */
async function payAll(of: string) {
  const { owed } = await town.get(`/fines/${of}`, accountant);
  const open = typeof owed === "object" && owed !== null && "openFen" in owed ? Number(owed.openFen) : 0;
  await town.post(`/fines/${of}/note-payment`, { amountFen: open, on: town.today, receipt: "银行凭证1" }, accountant);
}

test("an officer proposes what no list names; the same decision has one publication", async () => {
  const who = citizen(1);
  town = await aWholeTown(["PN-076"], { on: "2026-03-02" });
  const { id, evidence } = await aFiledCase(town, [who], [anAct("PN-076", "2026-03-02")]);
  const of = `${id}:P1`;
  const charge = aCharge(evidence, { code: "PN-076", fine: { amountFen: 10_000, tier: "minor", grounds: [] } });
  const at = await aNotice(town, of, [charge]);
  await town.post(`${at}/waive`, { rights: ["defence"] }, who.login);
  const { decision } = await town.post(`${at}/decide`, punishing, head);
  await handOver(town, of, "decision");
  expect(await list(head)).toEqual([]);
  const number = JSON.parse(JSON.stringify(decision)).number.text.zh;
  const asked = { proceeding: of, decision: number, reasons: "群众关注" };
  expect(await town.refused("/publications", asked, officer(3))).toBe("enforcement.no-such-decision");
  expect(await town.post("/publications", asked, officer(1))).toMatchObject({ effects: ["proposed"] });
  expect(await town.refused("/publications", asked, officer(1))).toBe("enforcement.publication-not-in-this-state");
});
