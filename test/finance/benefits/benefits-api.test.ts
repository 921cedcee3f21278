import { beforeAll, describe, expect, test } from "vitest";
import { bankLine } from "../../../services/finance/bank-lines/domain/bank-line.ts";
import { lineIdOf, lineUsed } from "../../../services/finance/bank-lines/index.ts";
import { batchAggregate } from "../../../services/finance/benefits/aggregate.ts";
import { type BenefitBatch, linesAtOnce, paymentRateOf } from "../../../services/finance/benefits/domain/batch.ts";
import { benefitBatch } from "../../../services/finance/benefits/domain/decider.ts";
import { finance } from "../../../services/finance/service.ts";
import { fen } from "../../../shared/money/index.ts";
import { clockworkFor, contextFor } from "../../../shared/service/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { aContext } from "../../support/tally-town.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
const numbers = someCitizenNumbers(100);
const aCitizenNumber = (at: number): string => numbers[at] ?? "";
let town: Town;
let budgetLine: string;
let people: string[];
const account = "6228480012345678901";

const enter = (at: number, more: object = {}) =>
  town.post("/beneficiaries", {
    ...{ name: "李建国", idNumber: aCitizenNumber(at), village: "532302105001", bank: "农信社", account },
    ...more,
  });
const start = (programme: string, excludes: string[] = []) =>
  town.post(
    "/benefit-programmes",
    { programme, title: programme, document: "民政1号", from: "2026-01", excludes },
    theApprover,
  );
const grant = (programme: string, beneficiary: unknown, more: object = {}) =>
  town.post(
    "/benefit-grants",
    { programme, beneficiary, document: "审批表1号", amountFen: 500, from: "2026-01", ...more },
    theApprover,
  );
const draft = (lines: readonly [unknown, number][], more: object = {}, actor = theAccountant) =>
  town.post(
    "/benefit-batches",
    {
      ...{ programme: "minimum", period: "2026-02", line: budgetLine, document: "发放表2月" },
      lines: lines.map(([beneficiary, amountFen]) => ({ beneficiary, amountFen })),
      ...more,
    },
    actor,
  );
const step = (id: unknown, verb: string, body: object = {}, actor = theApprover) =>
  town.post(`/benefit-batches/${id}/${verb}`, body, actor);
const read = async (id: unknown) => (await town.get(`/benefit-batches/${id}`)).body;
const work = () => clockworkFor(finance, town.runtime)();
/** A batch whose lines were looked at. */
async function checked(lines: readonly [unknown, number][], more: object = {}) {
  const { body } = await draft(lines, more);
  await work();
  return read(body.id);
}
/** A line of the bank that was put down to other money. */
const bankLineOfAnother = (serial: string) =>
  town.runtime.store.execute({
    ...{ decider: bankLine, id: lineIdOf("nongxin-basic", serial), expects: "new", commandId: serial, bodyDigest: "x" },
    command: lineUsed({ account: "nongxin-basic", serial, amount: fen(-900) }, "payment:P1"),
    context: contextFor(town.runtime, theAccountant),
  });
const left = async () => (await town.get(`/budget-lines/${budgetLine}`)).body.availableFen;

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook();
  const year = { year: 2026, document: "上年决算" };
  await town.post("/budget-years", year, theApprover);
  const sums = { expenditureFen: 100_000_000, reserveFen: 1_000_000, turnoverFundFen: 0 };
  await town.post("/budget-years/2026/approve", { on: "2026-03-01", document: "人大决议", ...sums }, theApprover);
  const line = {
    year: 2026,
    item: "2081901",
    purpose: "低保",
    ground: "congress",
    document: "人大决议",
    amountFen: 10_000,
  };
  budgetLine = String((await town.post("/budget-lines", line, theApprover)).body.id);
  await town.post(`/budget-lines/${budgetLine}/plan`, { upToFen: 10_000, document: "用款计划" }, theApprover);
  people = await Promise.all(Array.from({ length: 5 }, async (_, at) => String((await enter(at + 1)).body.id)));
  await start("minimum");
  await Promise.all(people.slice(0, 3).map((one) => grant("minimum", one)));
});

describe("F13: who may get what", () => {
  test("one person is one beneficiary, and nobody sees his name or number", async () => {
    expect((await enter(1)).body).toMatchObject({ code: "finance.beneficiary-known" });
    expect((await enter(9, { account: "6.22E+18" })).body).toMatchObject({
      code: "finance.beneficiary-account-malformed",
    });
    const { body } = await town.get(`/beneficiaries/${people[0]}`);
    expect(body).toMatchObject({ name: "李**", accountEnd: "8901" });
    expect(JSON.stringify(body)).not.toContain(aCitizenNumber(1));
    const sent = JSON.stringify(town.heard.map(({ data }) => data));
    expect(sent).not.toContain("李建国");
    expect(sent).not.toContain(aCitizenNumber(1));
  });

  test("nobody gets two benefits that exclude each other in one month, whichever says so", async () => {
    expect((await start("minimum")).body).toMatchObject({ code: "finance.programme-known" });
    expect((await start("self", ["self"])).body).toMatchObject({ code: "finance.programme-excludes-itself" });
    await start("destitute", ["minimum"]);
    const of = async (more: object = {}, programme = "destitute", who: unknown = people[0]) =>
      (await grant(programme, who, more)).body;
    expect(await of()).toMatchObject({ code: "finance.other-benefit" });
    expect(await of({}, "destitute", people[3])).toMatchObject({ status: "open" });
    // Only `destitute` names the other: it holds both ways.
    expect(await of({}, "minimum", people[3])).toMatchObject({ code: "finance.other-benefit" });
    expect(await of({}, "minimum", "NOBODY")).toMatchObject({ code: "finance.beneficiary-unknown" });
    expect(await of({}, "none", people[4])).toMatchObject({ code: "finance.programme-stopped" });
    expect(await of({ from: "2025-12" }, "minimum", people[4])).toMatchObject({
      code: "finance.grant-before-programme",
    });
    expect(await of({ from: "2026-03", until: "2026-02" }, "minimum", people[4])).toMatchObject({
      code: "finance.grant-days-inverted",
    });
    const end = (until: string) =>
      town.post(`/benefit-grants/destitute:${people[3]}/end`, { until, document: "复核表" }, theApprover);
    expect((await end("2025-12")).body).toMatchObject({ code: "finance.grant-days-inverted" });
    expect((await end("2026-03")).body).toMatchObject({ status: "ended", untilMonth: "2026-03" });
    expect((await end("2026-03")).body).toMatchObject({ code: "finance.grant-not-in-this-state" });
    expect(await of({ from: "2026-03" }, "minimum", people[3])).toMatchObject({ code: "finance.other-benefit" });
    expect(await of({ from: "2026-04" }, "minimum", people[3])).toMatchObject({ status: "open" });
    const anew = (from: string) =>
      town.post(`/benefit-grants/destitute:${people[3]}/grant`, { document: "表2", amountFen: 1, from }, theApprover);
    expect((await anew("2026-03")).body).toMatchObject({ code: "finance.grant-stands" });
    expect((await anew("2026-04")).body).toMatchObject({ code: "finance.other-benefit" });
  });
});

describe("F13: a batch is checked, approved, sent, paid and partly sent back", () => {
  test("a stopped programme, a month to come and a person twice are refused whole", async () => {
    const [one] = people;
    const code = async (lines: readonly [unknown, number][], more: object = {}) => (await draft(lines, more)).body.code;
    expect(await code([[one, 1]], { programme: "none" })).toBe("finance.programme-stopped");
    expect(await code([[one, 1]], { period: "2026-04" })).toBe("finance.period-in-future");
    expect(
      await code([
        [one, 1],
        [one, 1],
      ]),
    ).toBe("finance.batch-line-twice");
    const both = { ...theAccountant, roles: ["accountant", "cashier"] as const };
    expect((await draft([[one, 1]], {}, both)).body).toMatchObject({ code: "finance.batch-other-hand" });
  });

  test("who has no grant, asks for more, or is paid already is not paid, and the batch says why", async () => {
    const [a, b, c, , e] = people;
    const first = await checked([
      [a, 500],
      [b, 501],
      [e, 1],
      ["NOBODY", 1],
    ]);
    expect(first).toMatchObject({
      ...{ status: "checked", dueFen: 500, dueCount: 1, lineCount: 4 },
      refusedLines: [
        { at: 2, fault: "above-grant" },
        { at: 3, fault: "not-eligible" },
        { at: 4, fault: "not-eligible" },
      ],
    });
    const second = await checked([
      [a, 500],
      [b, 500],
      [c, 400],
    ]);
    expect(second).toMatchObject({ dueFen: 900, refusedLines: [{ at: 1, fault: "duplicate" }] });
    // A dropped batch frees its people for another one.
    expect((await step(first.id, "drop", { reason: "重新编制" })).body).toMatchObject({ status: "dropping" });
    await work();
    expect(await read(first.id)).toMatchObject({ status: "dropped" });
    expect((await step(first.id, "approve")).body).toMatchObject({ code: "finance.batch-not-in-this-state" });
    const none = await checked([[e, 1]]);
    expect((await step(none.id, "approve")).body).toMatchObject({ code: "finance.batch-empty" });

    // Three people take part, and the line of the budget holds what is due.
    const drafter = { ...theApprover, sub: theAccountant.sub };
    expect((await step(second.id, "approve", {}, drafter)).body).toMatchObject({ code: "finance.batch-other-hand" });
    expect((await step(second.id, "approve")).body).toMatchObject({ status: "approved", paymentRateBps: 0 });
    expect(await left()).toBe(9_100);
    const sender = { ...theCashier, sub: theApprover.sub };
    expect((await step(second.id, "send", {}, sender)).body).toMatchObject({ code: "finance.batch-other-hand" });
    await step(second.id, "send", {}, theCashier);
    expect((await step(second.id, "drop", { reason: "太晚" })).body).toMatchObject({
      code: "finance.batch-not-in-this-state",
    });
    const file = await town.get(`/benefit-batches/${second.id}/content.csv`, {}, theCashier);
    expect(file.body.text).toContain(account);
    expect(String(file.body.text).trim().split("\n")).toHaveLength(3);
    // P-15: the reading is on record.
    expect((await town.get(`/benefit-batches/${second.id}/history`)).body.events).toContainEqual(
      expect.objectContaining({ type: "finance.benefit-batch.disclosed", actor: theCashier.sub }),
    );

    // F-43: the line of the bank that paid something else pays no batch.
    await bankLineOfAnother("YH-8");
    const byAnother = await step(second.id, "confirm", { serial: "YH-8", on: "2026-03-02" }, theAccountant);
    expect(byAnother.body).toMatchObject({ code: "finance.serial-used" });
    const confirm = (on: string) => step(second.id, "confirm", { serial: "YH-9", on }, theAccountant);
    expect((await confirm("2026-03-03")).body).toMatchObject({ code: "finance.return-day-wrong" });
    expect((await confirm("2026-03-02")).body).toMatchObject({ status: "paid", paymentRateBps: 10_000 });
    const trial = async () => (await town.get("/books/town-government/trial-balance", { year: "2026" })).body;
    expect(await trial()).toMatchObject({ sets: [{ debitFen: 900 }, { debitFen: 900 }] });
    const back = (who: readonly unknown[], on = "2026-03-02", serial = "TH-1") =>
      step(second.id, "return", { serial, on, beneficiaries: who }, theAccountant);
    expect((await back([a])).body).toMatchObject({ code: "finance.return-not-of-batch" });
    expect((await back([c, c])).body).toMatchObject({ code: "finance.return-not-of-batch" });
    expect((await back([c], "2026-03-01")).body).toMatchObject({ code: "finance.return-day-wrong" });
    expect((await back([c], "2026-03-02", "YH-9")).status).toBe(409);
    expect((await back([c])).body).toMatchObject({ returnedFen: 400, returnedCount: 1, paymentRateBps: 5_555 });
    expect((await back([c], "2026-03-02", "TH-2")).body).toMatchObject({ code: "finance.return-not-of-batch" });
    expect(await left()).toBe(9_500);
    const ofBatch = ["finance.entry-of-record", "benefit-batch"];
    expect((await town.reversedByHand()).filter(([, record]) => record === "benefit-batch")).toEqual([
      ofBatch,
      ofBatch,
    ]);
    const { body: shown } = await town.get("/bank-lines", { bankAccount: "nongxin-basic", status: "awaited" });
    expect(shown.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ serial: "YH-9", bookedFen: -900, paysFor: `benefit-batch:${second.id}` }),
        expect.objectContaining({ serial: "TH-1", bookedFen: 400, paysFor: `benefit-return:${second.id}` }),
      ]),
    );
    expect(await trial()).toMatchObject({ sets: [{ debitFen: 1300 }, { debitFen: 1300 }] });
    expect(
      await checked([
        [c, 400],
        [b, 500],
      ]),
    ).toMatchObject({ dueFen: 400, refusedLines: [{ at: 2, fault: "duplicate" }] });
  });

  test("more than the line of the budget has is not approved", async () => {
    const [, , , d] = people;
    await grant("minimum", d, { from: "2026-04", amountFen: 1 });
    await start("rich");
    await grant("rich", people[4], { amountFen: 20_000 });
    const batch = await checked([[people[4], 20_000]], { programme: "rich" });
    expect((await step(batch.id, "approve")).body).toMatchObject({ code: "finance.over-budget" });
    expect((await step(batch.id, "drop", { reason: "超预算" })).body).toMatchObject({ status: "dropping" });
    await work();
  });

  test("an approved batch that is dropped gives the line its money back", async () => {
    const before = await left();
    await grant("rich", people[0], { amountFen: 100 });
    const batch = await checked([[people[0], 100]], { programme: "rich" });
    await step(batch.id, "approve");
    expect(await left()).toBe(Number(before) - 100);
    await step(batch.id, "drop", { reason: "名单有误" });
    await work();
    expect(await left()).toBe(before);
    expect(await checked([[people[0], 100]], { programme: "rich" })).toMatchObject({ dueCount: 1 });
  });

  test("stopped at any point it goes on where it was: every line once", async () => {
    const own = aFinanceTown();
    town = own;
    await start("minimum");
    const count = linesAtOnce * 3 + 1;
    const all = await Promise.all(
      Array.from({ length: count }, async (_, at) => String((await enter(at + 1)).body.id)),
    );
    await Promise.all(all.map((one) => grant("minimum", one)));
    const { body } = await draft(all.map((one): [string, number] => [one, 100]));
    const due = async () => {
      const loaded = await own.runtime.store.load(benefitBatch, String(body.id));
      return loaded === undefined ? undefined : benefitBatch.nextDeadline?.(loaded.state);
    };
    for (let at = await due(); at !== undefined; at = await due())
      // Two sweeps at once, and one that comes again: a sweep that was killed left all of its step, or nothing.
      await Promise.all([at, at, at].map((one) => batchAggregate.onDeadline?.(own.runtime, String(body.id), one)));
    expect(await read(body.id)).toMatchObject({
      status: "checked",
      dueCount: count,
      dueFen: count * 100,
      refusedLines: [],
    });
    const claimed = own.heard.filter(({ type }) => type === "finance.benefit-payment.claimed");
    expect(claimed).toHaveLength(count);
  });
});

describe("what nobody asks for by hand", () => {
  const state: BenefitBatch = {
    ...{ status: "checking", programme: "p", period: "2026-02", line: "l", document: "d", count: 30, by: {} },
    ...{ workSince: "2026-03-02T02:00:00.000Z", done: 20, due: fen(3), dueCount: 1, refused: [] },
    ...{ returned: fen(0), returnedCount: 0 },
  };
  const context = { ...aContext(), numbers: { take: () => 1 } };

  test("lines that were looked at are not looked at again, and what was seen must stand", () => {
    const look = (from: number) => benefitBatch.decide(state, { type: "look", from, faults: [], amounts: [] }, context);
    expect(look(0)).toMatchObject({ code: "finance.batch-rests" });
    const approve = (seen: number) =>
      benefitBatch.decide({ ...state, status: "checked" }, { type: "approve", seen: fen(seen) }, context);
    expect(approve(2)).toMatchObject({ code: "finance.batch-rests" });
    expect(approve(3)).toHaveLength(1);
  });
  test("the payment rate is of what was due, rounded down", () => {
    expect(paymentRateOf({ status: "paid", due: fen(3), returned: fen(1) })).toBe(6666);
    expect(paymentRateOf({ status: "sent", due: fen(3), returned: fen(0) })).toBe(0);
  });
  test("a person ends once, and a programme stops once", async () => {
    const [one] = [String((await enter(77)).body.id)];
    const end = () => town.post(`/beneficiaries/${one}/end`, {});
    expect((await end()).body).toMatchObject({ status: "ended" });
    expect((await end()).body).toMatchObject({ code: "finance.beneficiary-not-in-this-state" });
    expect((await grant("minimum", one)).body).toMatchObject({ code: "finance.beneficiary-unknown" });
    // Who ended gets nothing any more, although his grant stands.
    const gone = String((await enter(78)).body.id);
    await grant("minimum", gone);
    await town.post(`/beneficiaries/${gone}/end`, {});
    expect(await checked([[gone, 1]])).toMatchObject({ refusedLines: [{ at: 1, fault: "not-eligible" }] });
    await start("brief");
    const stop = () => town.post("/benefit-programmes/brief/stop", { document: "停办" }, theApprover);
    expect((await stop()).body).toMatchObject({ status: "stopped" });
    expect((await stop()).body).toMatchObject({ code: "finance.programme-not-in-this-state" });
  });

  test("F-6: what comes back in a later year restores the carry-over of the batch's own line, and no other", () => {
    const paid: BenefitBatch = { ...state, status: "paid", paidOn: "2026-01-02" };
    const back = (from: string) =>
      benefitBatch.decide(paid, { type: "return", on: "2026-01-05", amounts: [fen(1)], into: { from } }, context);
    expect(back("m")).toMatchObject({ code: "finance.return-elsewhere" });
    expect(back("l")).toMatchObject([{ type: "finance.benefit-batch.returned" }]);
  });
});
