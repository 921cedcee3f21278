import { describe, expect, test } from "vitest";
import type { Actor } from "../../../shared/decider/index.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const other: Actor = { ...clerk, sub: "clerk-2" };
const county: Actor = { sub: "county-1", name: "县财政局", roles: ["county"] };
const second: Actor = { ...theAccountant, sub: "accountant-2" };
const aPayee = { kind: "person", name: "李建国", bank: "农村信用社广通支行", account: "6228480012345678901" };

/** A town with a line of 1,000 yuan, all of it set free, and a payee. */
async function aTownThatPays(amountFen = 1_000_00) {
  const town = aFinanceTown();
  await town.openBook("town-government", "2026-01");
  await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const approval = { on: "2026-01-23", document: "决议", expenditureFen: 900_000_00, reserveFen: 9_000_00 };
  await town.post("/budget-years/2026/approve", { ...approval, turnoverFundFen: 0 }, theApprover);
  const line = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "决议", amountFen };
  const { body: given } = await town.post("/budget-lines", line, theApprover);
  const at = `/budget-lines/${given.id}`;
  await town.post(`${at}/plan`, { upToFen: amountFen, document: "用款计划1" }, theApprover);
  const { body: payee } = await town.post("/payees", aPayee);
  const ask = (fen: number, more: object = {}, actor = clerk) => {
    const asked = { line: given.id, payee: payee.id, amountFen: fen, purpose: "购复印纸", document: "发票1号" };
    return town.post("/payments", { ...asked, ...more }, actor);
  };
  const step = (id: unknown, verb: string, body: object = {}, actor = theAccountant) =>
    town.post(`/payments/${id}/${verb}`, body, actor);
  const file = (...payments: unknown[]) => town.post("/payment-files", { payments }, theCashier);
  const approved = async (fen: number) => {
    const { body } = await ask(fen);
    await step(body.id, "review");
    await step(body.id, "approve", {}, theApprover);
    return body.id;
  };
  const standing = async () => (await town.get(at)).body;
  return { ...town, payee: payee.id, line: given.id, ask, step, file, approved, standing };
}

const yearOf = (on: string) => ({
  ...{ on, document: "决议", expenditureFen: 900_000_00, reserveFen: 9_000_00, turnoverFundFen: 0 },
});
const moved = { serial: "YH-1", on: "2026-03-02" };

describe("F11, F-49: from the request to the bank", () => {
  test("the line holds the money; each step has another person; the payment is posted by class", async () => {
    const town = await aTownThatPays();
    const { body } = await town.ask(300_00);
    expect(await town.standing()).toMatchObject({ heldFen: 300_00, availableFen: 700_00 });
    expect((await town.step(body.id, "approve", {}, theApprover)).status).toBe(409);
    expect((await town.step(body.id, "review")).body).toMatchObject({ status: "reviewed" });
    const both = { ...theAccountant, roles: ["accountant", "finance-approver"] as const };
    expect((await town.step(body.id, "approve", {}, both)).body).toMatchObject({
      code: "finance.one-person-in-two-roles",
    });
    await town.step(body.id, "approve", {}, theApprover);
    const { body: file } = await town.file(body.id);
    const content = await town.get(`/payment-files/${file.id}/content.csv`, {}, theCashier);
    expect(content.body.text).toContain("李建国,农村信用社广通支行,6228480012345678901,300.00");
    // P-15: who was shown names and accounts in full, and when, is on record; nobody else reads the record.
    const { body: read } = await town.get(`/payment-files/${file.id}/history`);
    expect(read).toMatchObject({
      events: [{}, { type: "finance.payment-file.disclosed", actor: theCashier.sub }],
      chain: { intact: true },
    });
    expect((await town.get(`/payment-files/${file.id}/content.csv`, {}, theApprover)).status).toBe(403);
    expect((await town.get(`/payment-files/${file.id}/history`)).body.events).toHaveLength(2);
    expect((await town.step(body.id, "refuse", { reasons: "迟了" })).status).toBe(409);
    expect((await town.step(body.id, "confirm", moved)).body).toMatchObject({ status: "paid", serial: "YH-1" });
    expect(await town.standing()).toMatchObject({ heldFen: 0, paidFen: 300_00, availableFen: 700_00 });
    const { body: books } = await town.get("/books/town-government/balances", { month: "2026-03" });
    expect(books.items).toContainEqual(
      expect.objectContaining({ account: "7101", item: "2010301", balanceFen: 300_00 }),
    );
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial.sets).toMatchObject([{ debitFen: 300_00, creditFen: 300_00 }, { debitFen: 300_00 }]);
  });

  test("F-2: one fen too much is refused and tells what is left; a refusal gives the money back", async () => {
    const town = await aTownThatPays();
    const { body } = await town.ask(700_00);
    expect((await town.ask(300_01)).body).toMatchObject({ code: "finance.over-budget", details: { left: 300_00 } });
    await town.step(body.id, "refuse", { reasons: "发票不符" });
    expect(await town.standing()).toMatchObject({ heldFen: 0, availableFen: 1_000_00 });
    const again = await town.ask(300_01);
    await town.step(again.body.id, "withdraw", {}, clerk);
    expect(await town.standing()).toMatchObject({ heldFen: 0 });
  });

  test("64 requests at once: never over, and none is refused that fits", async () => {
    const town = await aTownThatPays();
    const answers = await Promise.all(Array.from({ length: 64 }, () => town.ask(20_00)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    for (const { status, body } of answers)
      if (status !== 201) expect(body).toMatchObject({ code: "finance.over-budget", details: { left: 0 } });
    expect(await town.standing()).toMatchObject({ heldFen: 1_000_00, availableFen: 0 });
  });

  test("F10: above the amount of the mode the county agrees first", async () => {
    const town = await aTownThatPays(300_000_00);
    const { body } = await town.ask(200_000_01);
    await town.step(body.id, "review");
    expect((await town.step(body.id, "approve", {}, theApprover)).body).toMatchObject({
      code: "finance.county-has-not-agreed",
    });
    expect((await town.step(body.id, "agree", {}, county)).status).toBe(200);
    expect((await town.step(body.id, "approve", {}, theApprover)).body).toMatchObject({ status: "approved" });
    const { body: small } = await town.ask(1_00);
    expect((await town.get(`/payments/${small.id}`, {}, county)).status).toBe(404);
    expect((await town.get("/payments", { status: "requested" }, county)).body.items).toEqual([]);
  });

  test("a clerk sees his own payments and nobody else's", async () => {
    const town = await aTownThatPays();
    const { body } = await town.ask(1_00);
    expect((await town.get(`/payments/${body.id}`, {}, clerk)).status).toBe(200);
    expect((await town.get(`/payments/${body.id}`, {}, other)).status).toBe(404);
    expect((await town.step(body.id, "withdraw", {}, other)).status).toBe(404);
    expect((await town.get("/payments", {}, other)).body.items).toEqual([]);
  });
});

describe("payees", () => {
  test("names of persons and account numbers are masked; an account has digits", async () => {
    const town = await aTownThatPays();
    expect((await town.get(`/payees/${town.payee}`)).body).toMatchObject({ name: "李**", accountEnd: "8901" });
    for (const account of ["6.22848E+18", "1234567", "6228A80012345678901"])
      expect((await town.post("/payees", { ...aPayee, account })).body).toMatchObject({
        code: "finance.account-number-malformed",
      });
    expect(JSON.stringify(town.heard.map(({ data }) => data))).not.toContain("李建国");
  });

  test("who is not in the register or retired is not paid", async () => {
    const town = await aTownThatPays();
    expect((await town.ask(1, { payee: "nobody" })).body).toMatchObject({ code: "finance.payee-unknown" });
    await town.post(`/payees/${town.payee}/retire`, {});
    expect((await town.post(`/payees/${town.payee}/retire`, {})).body).toMatchObject({
      code: "finance.payee-not-in-this-state",
    });
    expect((await town.ask(1)).body).toMatchObject({ code: "finance.payee-unknown" });
  });

  test("who entered the account does not pay into it; a payment stands in a file once", async () => {
    const town = await aTownThatPays();
    const { body: payee } = await town.post("/payees", aPayee, { ...theCashier, roles: ["accountant"] });
    const { body } = await town.ask(1_00, { payee: payee.id });
    await town.step(body.id, "review", {}, second);
    await town.step(body.id, "approve", {}, theApprover);
    expect((await town.file(body.id)).body).toMatchObject({ code: "finance.paid-into-own-entry" });
    const good = await town.approved(1_00);
    expect((await town.file(good, good)).body).toMatchObject({ code: "finance.payment-twice-in-file" });
    expect((await town.file(good)).status).toBe(201);
    expect((await town.file(good)).status).toBe(409);
  });
});

describe("F-6: what the bank sends back", () => {
  test("restores line and books in its year; the payment is asked for anew", async () => {
    const town = await aTownThatPays();
    const id = await town.approved(100_00);
    await town.file(id);
    await town.step(id, "confirm", moved);
    const back = { serial: "YH-2", on: "2026-03-02", reasons: "账号有误" };
    expect((await town.step(id, "return", back)).body).toMatchObject({ status: "returned" });
    expect(await town.standing()).toMatchObject({ paidFen: 0, availableFen: 1_000_00 });
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial.items).toContainEqual(expect.objectContaining({ account: "1002", balanceFen: 0 }));
    const { body: payee } = await town.post("/payees", { ...aPayee, account: "6228480012345678902" });
    expect((await town.step(id, "correct", { payee: payee.id }, clerk)).body).toMatchObject({
      ...{ status: "requested", taken: ["request"] },
    });
    expect(await town.standing()).toMatchObject({ heldFen: 100_00 });
  });

  test("paid again after its return it is posted again: entries and balances agree", async () => {
    const town = await aTownThatPays();
    const id = await town.approved(100_00);
    const pay = async (serial: string) => {
      await town.file(id);
      return town.step(id, "confirm", { serial, on: "2026-03-02" });
    };
    await pay("YH-1");
    await town.step(id, "return", { serial: "YH-2", on: "2026-03-02", reasons: "账号有误" });
    await town.step(id, "correct", { payee: town.payee }, clerk);
    await town.step(id, "review");
    await town.step(id, "approve", {}, theApprover);
    expect((await pay("YH-3")).body).toMatchObject({ status: "paid", serial: "YH-3" });
    const { body: books } = await town.get("/books/town-government/balances", { month: "2026-03" });
    expect(books.items).toContainEqual(
      expect.objectContaining({ account: "1002", debitFen: 100_00, creditFen: 200_00, balanceFen: -100_00 }),
    );
    const { body: listed } = await town.get("/entries", { book: "town-government", period: "2026-03" });
    expect(listed.items).toHaveLength(3);
    const ofPayment = ["finance.entry-of-record", "payment"];
    expect(await town.reversedByHand()).toEqual([ofPayment, ofPayment, ofPayment]);
  });

  test("sent back at once by two people it comes back once", async () => {
    const town = await aTownThatPays();
    const id = await town.approved(100_00);
    await town.file(id);
    await town.step(id, "confirm", moved);
    const back = (serial: string) =>
      town.step(
        id,
        "return",
        { serial, on: "2026-03-02", reasons: "账号有误" },
        serial === "A" ? second : theAccountant,
      );
    const answers = await Promise.all([back("A"), back("B")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await town.standing()).toMatchObject({ paidFen: 0, availableFen: 1_000_00 });
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial.items).toContainEqual(expect.objectContaining({ account: "1002", balanceFen: 0 }));
  });

  test("in the next year it restores what was carried over, not a line of this year", async () => {
    const town = await aTownThatPays();
    const id = await town.approved(100_00);
    await town.file(id);
    await town.step(id, "confirm", moved);
    town.runtime.setClock("2027-01-05T02:00:00.000Z");
    await town.post(`/budget-lines/${town.line}/lapse`, {}, theApprover);
    await town.post("/budget-years", { year: 2027, document: "上年决算" }, theApprover);
    const over = { year: 2027, item: "2010301", purpose: "办公费", ground: "carry-over", document: "结转1号" };
    const { body: line } = await town.post(
      "/budget-lines",
      { ...over, from: town.line, amountFen: 900_00 },
      theApprover,
    );
    const back = { serial: "YH-2", on: "2027-01-05", reasons: "账号有误" };
    expect((await town.step(id, "return", back)).body).toMatchObject({ code: "finance.carry-over-missing" });
    await town.post("/budget-years/2027/approve", yearOf("2027-01-04"), theApprover);
    const ofThisYear = { ...over, ground: "congress", amountFen: 900_00 };
    const { body: fresh } = await town.post("/budget-lines", ofThisYear, theApprover);
    expect((await town.step(id, "return", { ...back, carryOver: fresh.id })).body).toMatchObject({
      code: "finance.line-of-other-ground",
    });
    const other = { ...over, item: "2010302", purpose: "会议费", from: town.line };
    expect((await town.post("/budget-lines", { ...other, amountFen: 1 }, theApprover)).status).not.toBe(201);
    expect((await town.step(id, "return", { ...back, carryOver: line.id })).body).toMatchObject({
      status: "returned",
    });
    expect((await town.get(`/budget-lines/${line.id}`)).body).toMatchObject({ approvedFen: 1_000_00 });
    // The claim stands: corrected, it is held and paid by the carry-over, for its own line has lapsed.
    const plan = { upToFen: 1_000_00, document: "用款计划" };
    await town.post(`/budget-lines/${line.id}/plan`, plan, theApprover);
    expect((await town.step(id, "correct", { payee: town.payee }, clerk)).body).toMatchObject({
      ...{ status: "requested", line: line.id },
    });
    expect((await town.get(`/budget-lines/${line.id}`)).body).toMatchObject({ heldFen: 100_00, availableFen: 900_00 });
    await town.step(id, "review", {}, theAccountant);
    await town.step(id, "approve", {}, theApprover);
    await town.file(id);
    expect((await town.step(id, "confirm", { serial: "YH-3", on: "2027-01-05" })).body).toMatchObject({
      status: "paid",
    });
    expect((await town.get(`/budget-lines/${line.id}`)).body).toMatchObject({ heldFen: 0, paidFen: 100_00 });
  });

  test("F-6: what a carry-over paid and the bank returns a year later is surplus: no line has it again", async () => {
    const town = await aTownThatPays();
    const id = await town.approved(100_00);
    town.runtime.setClock("2027-01-05T02:00:00.000Z");
    await town.post(`/budget-lines/${town.line}/lapse`, {}, theApprover);
    await town.post("/budget-years", { year: 2027, document: "上年决算" }, theApprover);
    await town.post("/budget-years/2027/approve", yearOf("2027-01-04"), theApprover);
    const over = { year: 2027, item: "2010301", purpose: "办公费", ground: "carry-over", document: "结转1号" };
    const { body: line } = await town.post(
      "/budget-lines",
      { ...over, from: town.line, amountFen: 900_00 },
      theApprover,
    );
    await town.post(`/budget-lines/${line.id}/plan`, { upToFen: 900_00, document: "用款计划2" }, theApprover);
    expect((await town.step(id, "go-on", { line: line.id })).body).toMatchObject({ status: "approved" });
    await town.file(id);
    await town.step(id, "confirm", { serial: "YH-1", on: "2027-01-05" });
    town.runtime.setClock("2028-01-06T02:00:00.000Z");
    const back = { serial: "YH-2", on: "2028-01-06", reasons: "账号有误" };
    expect((await town.step(id, "return", { ...back, carryOver: line.id })).body).toMatchObject({
      code: "finance.goes-on-elsewhere",
    });
    expect((await town.step(id, "return", back)).body).toMatchObject({ status: "returned" });
    expect((await town.get(`/budget-lines/${line.id}`)).body).toMatchObject({ approvedFen: 900_00, paidFen: 100_00 });
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2028" });
    expect(trial.items).toContainEqual(expect.objectContaining({ account: "1002", balanceFen: 100_00 }));
    expect((await town.step(id, "return", { ...back, serial: "YH-3" })).status).toBe(409);
  });
});
