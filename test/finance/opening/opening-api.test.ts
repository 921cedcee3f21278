import { describe, expect, test } from "vitest";
import { type TakeOver, takingOver } from "../../../services/finance/opening/domain/taking-over.ts";
import { fen } from "../../../shared/money/index.ts";
import { aContext } from "../../support/tally-town.ts";
import { aFinanceTown, theApprover } from "../finance-town.ts";

describe("F-35, F-47: a town takes over once, with documents, balanced", () => {
  test("registers and books say the same of debts and assets", async () => {
    const town = aFinanceTown();
    const takeOver = async () => (await town.post("/openings", { document: "清产核资报告" }, theApprover)).body;
    expect(await takeOver()).toMatchObject({ code: "finance.opening-book-not-open" });
    await town.post("/books", { book: "town-government", first: "2026-02", document: "建账批复1号" }, theApprover);
    const open = (debit: string, credit: string, amountFen: number) =>
      town.post("/entries", {
        ...{ book: "town-government", nature: "opening", effectiveOn: "2026-02-01", text: "期初余额" },
        lines: [
          { account: debit, side: "debit", amountFen },
          { account: credit, side: "credit", amountFen },
        ],
      });
    expect((await open("1601", "3001", 5000)).status).toBe(201);
    await open("3001", "2302", 700);
    expect(await takeOver()).toMatchObject({ code: "finance.opening-book-not-open" });
    await town.post("/books/town-government/finish-opening", {}, theApprover);
    expect(await takeOver()).toMatchObject({ code: "finance.opening-debts-not-locked" });
    const owing = {
      ...{
        debtor: "town",
        kind: "project-arrears",
        creditorKind: "organisation",
        creditor: "建筑公司",
        purpose: "修路",
      },
      ...{ document: "结算书", incurredOn: "2015-06-01", dueOn: "2018-06-01", principalFen: 600 },
    };
    await town.post("/debts", owing);
    const lock = (owedFen: number) => town.post("/debt-stocks/town/lock", { document: "核查", owedFen }, theApprover);
    await town.post("/debts", { ...owing, principalFen: 99 });
    await lock(699);
    expect(await takeOver()).toMatchObject({ code: "finance.opening-debts-differ" });
  });

  test("once: with equal sums and base years it stands", async () => {
    const town = aFinanceTown();
    await town.post("/books", { book: "town-government", first: "2026-02", document: "建账批复1号" }, theApprover);
    const lines = [
      { account: "1601", side: "debit", amountFen: 5000 },
      { account: "2302", side: "credit", amountFen: 700 },
      { account: "3001", side: "credit", amountFen: 4300 },
    ];
    const entry = { book: "town-government", nature: "opening", effectiveOn: "2026-02-01", text: "期初余额", lines };
    await town.post("/entries", entry);
    await town.post("/books/town-government/finish-opening", {}, theApprover);
    const owing = {
      ...{
        debtor: "town",
        kind: "project-arrears",
        creditorKind: "organisation",
        creditor: "建筑公司",
        purpose: "修路",
      },
      ...{ document: "结算书", incurredOn: "2015-06-01", dueOn: "2018-06-01", principalFen: 700 },
    };
    await town.post("/debts", owing);
    await town.post("/debt-stocks/town/lock", { document: "核查", owedFen: 700 }, theApprover);
    const house = { kind: "building", title: "老粮站", document: "房产证", acquiredOn: "1998-05-01" };
    await town.post("/assets", { ...house, valueFen: 4999 });
    const takeOver = async () => (await town.post("/openings", { document: "清产核资报告" }, theApprover)).body;
    expect(await takeOver()).toMatchObject({ code: "finance.opening-assets-differ" });
    await town.post("/assets", { ...house, valueFen: 1 });
    const taken = await takeOver();
    expect(taken).toMatchObject({ debtsFen: 700, assetsFen: 5000 });
    expect(taken.baseYears).toHaveLength(town.runtime.town.finance.fiscalFacts.settled.length);
    expect(await takeOver()).toMatchObject({ code: "finance.taken-over-already" });
  });

  test("a scheme that averages needs its base years", () => {
    const context = { ...aContext(), numbers: { take: () => 1 } };
    const asked: Omit<TakeOver, "needsBaseYears"> = {
      ...{ type: "take-over", document: "报告", isBookOpen: true, lockedDebts: fen(0), registeredAssets: fen(0) },
      ...{ booked: { debts: fen(0), assets: fen(0) }, baseYears: [] },
    };
    expect(takingOver.decide(undefined, { ...asked, needsBaseYears: true }, context)).toMatchObject({
      code: "finance.opening-base-years-missing",
    });
    expect(takingOver.decide(undefined, { ...asked, needsBaseYears: false }, context)).toHaveLength(1);
  });
});
