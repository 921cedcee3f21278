import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { aFinanceTown, anEntry, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const of = (sub: string, ...roles: Actor["roles"]): Actor => ({
  ...{ sub, name: sub, roles, office: "finance-institute" },
});
const boardOf = z.object({ items: z.array(z.looseObject({ duty: z.string(), id: z.string() })) });
const second = of("accountant-2", "accountant");
const third = of("accountant-3", "accountant");
const mayor = of("mayor", "leader");
const list = [{ kind: "ledgers", text: "2026年总账、明细账", count: 2 }];

/** A book with one entry: 100 yuan were paid. */
async function aBook() {
  const town = aFinanceTown();
  await town.openBook("town-government", "2026-01");
  const entry = async (actor: Actor) => (await town.post("/entries", anEntry(), actor)).body;
  const number = async (id: unknown, actor: Actor) =>
    (await town.post(`/entries/${id}/record-voucher`, {}, actor)).body;
  const posted = async () => {
    const { id } = await entry(theAccountant);
    await number(id, theAccountant);
    return id;
  };
  const at = "/books/town-government";
  const handOver = async (more: object = {}, actor = theAccountant) => {
    const said = { successor: "accountant-2", list, statementFen: -100_00, document: "交接书1号", ...more };
    return (await town.post(`${at}/hand-over`, said, actor)).body;
  };
  const sign = async (actor: Actor) => (await town.post(`${at}/sign-handover`, {}, actor)).body;
  const waiting = async () => {
    const { items } = boardOf.parse((await town.get("/board", {}, theApprover)).body);
    return items.filter(({ duty }) => duty === "watch-handover").map(({ duty, id }) => ({ duty, id }));
  };
  return { ...town, waiting, entry, number, posted, handOver, sign, at };
}

describe("F-50 (会计法 17, 39): an accountant who leaves hands over", () => {
  test("with a list, to a successor, watched by a third person; then the leaver keeps the book no more", async () => {
    const { posted, handOver, sign, entry, number, post, at, waiting } = await aBook();
    await posted();
    expect(await handOver()).toMatchObject({
      handover: { leaver: "accountant-1", successor: "accountant-2", booksFen: -100_00, signed: {}, list },
    });
    expect(await sign(second)).toMatchObject({ handover: { signed: { successor: "accountant-2" } } });
    expect(await sign(second)).toMatchObject({ handover: { signed: { successor: "accountant-2" } } });
    expect(await waiting()).toEqual([{ duty: "watch-handover", id: "town-government" }]);
    const done = await sign(theApprover);
    expect(done).not.toHaveProperty("handover");
    expect(await waiting()).toEqual([]);
    expect(done.handovers).toEqual([
      { leaver: "accountant-1", successor: "accountant-2", supervisor: "finance-approver-1", on: "2026-03-02" },
    ]);
    const refused = { code: "finance.book-handed-over", details: { successor: "accountant-2", on: "2026-03-02" } };
    expect(await entry(theAccountant)).toMatchObject(refused);
    const { id } = await entry(second);
    expect(await number(id, theAccountant)).toMatchObject(refused);
    expect((await post(`/entries/${id}/reverse`, { reasons: "记错" }, theAccountant)).body).toMatchObject(refused);
    expect((await post(`${at}/shut`, {}, theAccountant)).body).toMatchObject(refused);
    expect(await handOver({ successor: "accountant-3" })).toMatchObject(refused);
    expect(await number(id, second)).toMatchObject({ status: "recorded" });
  });

  test("until both have signed the leaver keeps the book and answers for it", async () => {
    const { posted, handOver, sign, entry } = await aBook();
    await posted();
    await handOver();
    await sign(theApprover);
    expect(await entry(theAccountant)).toMatchObject({ status: "posted" });
    expect(await sign(second)).toMatchObject({ code: "finance.handover-list-old" });
  });

  test("the list is drawn up anew once the book changed, and is signed anew", async () => {
    const { posted, handOver, sign } = await aBook();
    await posted();
    await handOver();
    await sign(theApprover);
    await posted();
    expect(await sign(second)).toMatchObject({ code: "finance.handover-list-old" });
    expect(await handOver({ statementFen: -200_00 })).toMatchObject({ handover: { signed: {} } });
    expect(await sign(second)).toMatchObject({ handover: { signed: { successor: "accountant-2" } } });
    expect(await sign(theApprover)).toMatchObject({ handovers: [{ leaver: "accountant-1" }] });
  });

  test("each posting has its voucher, and money is as the statement has it, or explained", async () => {
    const { entry, number, handOver } = await aBook();
    const { id } = await entry(theAccountant);
    expect(await handOver()).toMatchObject({ code: "finance.postings-without-voucher", details: { count: 1 } });
    await number(id, theAccountant);
    expect(await handOver({ statementFen: -99_99 })).toMatchObject({
      ...{ code: "finance.statement-differs", details: { booksFen: -100_00 } },
    });
    const differences = [{ text: "在途", amountFen: -1 }];
    expect(await handOver({ statementFen: -99_99, differences })).toMatchObject({ handover: { booksFen: -100_00 } });
  });

  test("three people: nobody hands over to himself, and neither of both watches", async () => {
    const { posted, handOver, sign } = await aBook();
    await posted();
    expect(await sign(second)).toMatchObject({ code: "finance.no-handover-runs" });
    expect(await handOver({ successor: "accountant-1" })).toMatchObject({ code: "finance.handover-to-oneself" });
    expect(await handOver({}, theApprover)).toMatchObject({ code: "finance.handover-by-accountant" });
    await handOver();
    expect(await handOver({}, third)).toMatchObject({ code: "finance.handover-runs" });
    expect(await sign(third)).toMatchObject({ code: "finance.handover-needs-supervisor" });
    const both = { ...theAccountant, roles: ["accountant", "finance-approver", "leader"] } as const;
    expect(await sign(both)).toMatchObject({ code: "finance.handover-watched-by-another" });
    expect(await sign(of("accountant-2", "finance-approver"))).toMatchObject({
      code: "finance.handover-to-accountant",
    });
    expect(await sign(of("accountant-2", "accountant", "cashier"))).toMatchObject({ code: "finance.keeps-no-books" });
    expect((await sign(theCashier)).status).toBe(403);
  });

  test("the head of the office is watched by a leader of the unit", async () => {
    const { posted, handOver, sign, post, at } = await aBook();
    await posted();
    const head = of("accountant-1", "accountant", "finance-approver");
    await handOver({}, head);
    expect(await sign(theApprover)).toMatchObject({ code: "finance.handover-needs-supervisor" });
    await sign(mayor);
    expect(await sign(second)).toMatchObject({ handovers: [{ supervisor: "mayor" }] });
    await post(`${at}/shut`, {}, second);
    for (const [step, body] of [
      ["reconcile", { with: "bank", statementFen: 0, document: "对账单" }],
      ["close", {}],
      ["close-income", { year: 2026 }],
      ["settle", { year: 2026 }],
    ] as const)
      expect((await post(`${at}/${step}`, body, head)).body, step).toMatchObject({ code: "finance.book-handed-over" });
  });

  test("the head hands over for somebody who cannot come, and another person watches", async () => {
    const { posted, handOver, sign, entry } = await aBook();
    await posted();
    expect(await handOver({ leaver: "accountant-1", successor: "accountant-3" }, second)).toMatchObject({
      code: "finance.handover-of-another",
    });
    await handOver({ leaver: "accountant-1" }, theApprover);
    expect(await sign(theApprover)).toMatchObject({ code: "finance.handover-watched-by-another" });
    await sign(mayor);
    await sign(second);
    expect(await entry(theAccountant)).toMatchObject({ code: "finance.book-handed-over" });
  });

  test("the book is kept again by whom it is handed back to, and a closed month forgets nothing of it", async () => {
    const { posted, handOver, sign, entry, post, at, get } = await aBook();
    await posted();
    await handOver();
    await sign(second);
    await sign(theApprover);
    await post(`${at}/shut`, {}, second);
    for (const by of ["bank", "treasury"])
      await post(`${at}/reconcile`, { with: by, statementFen: 0, document: "对账单" }, second);
    expect((await post(`${at}/close`, {}, theApprover)).body).toMatchObject({ closedThrough: "2026-01" });
    expect((await get(at)).body.handovers).toHaveLength(1);
    await handOver({ successor: "accountant-1" }, second);
    await sign(theApprover);
    await sign(theAccountant);
    expect(await entry(theAccountant)).toMatchObject({ status: "posted" });
    expect(await entry(second)).toMatchObject({ code: "finance.book-handed-over" });
  });
});
