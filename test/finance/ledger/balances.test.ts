import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  balanceOf,
  byAccount,
  trialBalance,
  turnoversAt,
  turnoversOf,
} from "../../../services/finance/ledger/domain/balances.ts";
import { balanceRefusal } from "../../../services/finance/ledger/domain/posting.ts";
import { closingLines, openingLines, openingRefusal } from "../../../services/finance/ledger/domain/year-end.ts";
import { credit, debit, entry, paid, unitChart } from "./books.ts";

describe("balances", () => {
  test("two lines on one account are one write", () => {
    expect(turnoversOf([debit("1002", 5), debit("1002", 7), credit("1002", 2), credit("4001", 10)])).toEqual([
      { account: "1002", debit: 12, credit: 2 },
      { account: "4001", debit: 0, credit: 10 },
    ]);
  });
  test("by effective date as things were, by date of entry as the books said", () => {
    const late = entry(1, { effectiveOn: "2027-03-31", enteredOn: "2027-04-02" });
    expect(turnoversAt([late], "2027-03-31", "effective")).toHaveLength(4);
    expect(turnoversAt([late], "2027-03-30", "effective")).toEqual([]);
    expect(turnoversAt([late], "2027-04-01", "entered")).toEqual([]);
    expect(turnoversAt([late], "2027-04-02", "entered")).toHaveLength(4);
  });
  test("a trial balance has the sums of each set", () => {
    const rows = turnoversOf([entry(1), entry(2, { lines: paid(50) })].flatMap(({ lines }) => lines));
    expect(trialBalance(rows, unitChart).sets).toEqual([
      { set: "financial", debit: 123506, credit: 123506 },
      { set: "budgetary", debit: 123506, credit: 123506 },
    ]);
  });
  test("after any history, in any order, each set balances and says the same", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (all) => {
        const lines = all.flatMap((amount) => paid(amount));
        const cut = trialBalance(turnoversOf(lines), unitChart);
        expect(cut.sets.every((one) => one.debit === one.credit)).toBe(true);
        expect(trialBalance(turnoversOf(lines.toReversed()), unitChart)).toEqual(cut);
      }),
      { numRuns: 50 },
    );
  });
  test("rows of several classes of one account are one row", () => {
    const rows = [...turnoversOf([debit("1002", 5)]), ...turnoversOf([credit("1002", 2)])];
    expect(byAccount(rows)).toEqual([{ account: "1002", debit: 5, credit: 2 }]);
  });
});

describe("F-6: the year ends", () => {
  const rows = turnoversOf([
    ...paid(700),
    debit("1002", 300),
    credit("4601", 300),
    debit("8001", 300),
    credit("6601", 300),
  ]);
  const pairs = closingLines(rows, unitChart);
  const after = turnoversOf([
    ...rows.flatMap((row) => [debit(row.account, row.debit), credit(row.account, row.credit)]),
    ...pairs.flat(),
  ]);
  const balances = new Map(after.map((row) => [row.account, balanceOf(row)]));

  test("income and expense are zero, and what is left stands in the accounts the chart names", () => {
    expect(["5001", "4001", "4601", "7101", "6001", "6601"].map((code) => balances.get(code))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect([balances.get("1002"), balances.get("3301")]).toEqual([300, -300]);
    expect([balances.get("8001"), balances.get("8101")]).toEqual([300, -300]);
  });
  test("each pair balances by itself, so that a batch may be cut anywhere", () => {
    expect(pairs.map((pair) => balanceRefusal(pair, unitChart))).toEqual(pairs.map(() => undefined));
    expect(pairs.length).toBeGreaterThan(3);
  });
  test("opening balances equal closing ones, balance, and leave out what is zero", () => {
    const opening = openingLines(after);
    expect(balanceRefusal(opening, unitChart)).toBeUndefined();
    expect(turnoversOf(opening).map((row) => [row.account, balanceOf(row)])).toEqual(
      [...balances].filter(([, balance]) => balance !== 0),
    );
  });
  test("opening balances without a document are refused", () => {
    expect(openingRefusal(" ")).toMatchObject({ code: "finance.opening-without-document" });
    expect(openingRefusal("移交清册〔2027〕1号")).toBeUndefined();
  });
});
