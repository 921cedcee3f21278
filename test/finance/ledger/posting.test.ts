import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartFaults, chartFor } from "../../../services/finance/ledger/domain/accounts.ts";
import { repeated, reversalOf } from "../../../services/finance/ledger/domain/entry.ts";
import {
  mostLines,
  type Nature,
  type PostingDraft,
  type PostingGround,
  postingIdOf,
  postingRefusal,
  totalOf,
} from "../../../services/finance/ledger/domain/posting.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { fen, mostFen } from "../../../shared/money/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { credit, debit, draft, entry, ground, line, paid, unitChart } from "./books.ts";

const refused = (more: Partial<PostingDraft>, on: Partial<PostingGround> = {}) =>
  postingRefusal(draft(more), { ...ground, ...on })?.code;

type Vector = (typeof vectors.parallelAccounting)[number];
const isMoney = (account: string): boolean => ["1001", "1002", "1011"].includes(account);
/** What kind of matter a vector is, by the sets and accounts that it touches. */
function natureOf({ entries }: Pick<Vector, "entries">): Nature {
  if (entries.some(({ set }) => set === "B")) return "budget-cash";
  if (entries.some(({ account }) => account === "2103")) return "handed-on";
  return entries.some(({ account }) => isMoney(account)) ? "held" : "accrual";
}

describe("F-26: parallel entries", () => {
  describe.each(vectors.parallelAccounting)("$id $desc", ({ entries, balanced }) => {
    const lines = entries.map(({ dc, account, fen: amount }) => line(dc === "D" ? "debit" : "credit", account, amount));
    const nature = natureOf({ entries });
    test("balances", () => expect(refused({ lines, nature })).toBe(balanced ? undefined : "finance.not-balanced"));
    test.each(lines.map((_, at) => at))("one fen more on line %i does not", (at) => {
      const more = lines.map((one, place) => (place === at ? { ...one, amount: fen(one.amount + 1) } : one));
      expect(refused({ lines: more, nature })).toBe("finance.not-balanced");
    });
  });

  test("sets that balance only together are refused", () => {
    const across = [debit("5001", 100), credit("6001", 100)];
    expect(refused({ lines: across })).toBe("finance.not-balanced");
  });
  test("cash within the budget without a budget entry is refused, and so is a budget entry alone", () => {
    expect(refused({ lines: paid(100).slice(0, 2) })).toBe("finance.budget-entry-missing");
    expect(refused({ lines: paid(100).slice(2) })).toBe("finance.budget-entry-missing");
  });
  test.each(["accrual", "handed-on", "held"] as const)("%s with a budget entry is refused", (nature) => {
    expect(refused({ nature })).toBe("finance.budget-entry-not-allowed");
  });
  test("what is handed on to the treasury never stands within the budget", () => {
    const lines = [...paid(100), debit("1002", 50), credit("2103", 50)];
    expect(refused({ lines })).toBe("finance.budget-entry-not-allowed");
  });
  test("handed on: without its account it is refused", () => {
    expect(refused({ nature: "handed-on", lines: [debit("1002", 50), credit("2307", 50)] })).toBe(
      "finance.not-to-hand-on",
    );
  });
  test("an accrual moves no money; from one account of money to another it does not move", () => {
    expect(refused({ nature: "accrual", lines: [debit("5001", 50), credit("1002", 50)] })).toBe("finance.money-moves");
    expect(refused({ nature: "accrual", lines: [debit("1001", 50), credit("1002", 50)] })).toBeUndefined();
  });
  test("money held for others is no accrual and needs no budget entry", () => {
    expect(refused({ nature: "held", lines: [debit("1002", 50), credit("2901", 50)] })).toBeUndefined();
  });
  test("F-29: the treasury's book takes no account of a unit", () => {
    expect(refused({}, { chart: { ...unitChart, book: "treasury" } })).toBe("finance.other-set");
  });
});

describe("F-14, F-47: lines", () => {
  test.each([
    [0, true],
    [-1, true],
    [1, false],
    [mostFen, false],
    [mostFen + 1, true],
  ])("an amount of %i fen: refused %s", (amount, isRefused) => {
    expect(refused({ lines: paid(amount) })).toBe(isRefused ? "finance.amount-not-positive" : undefined);
  });
  test("one line is too few, 40 are not too many, 41 are", () => {
    expect(refused({ lines: [debit("5001", 1)] })).toBe("finance.lines-too-few");
    const many = Array.from({ length: mostLines / 4 }, () => paid(7)).flat();
    expect(refused({ lines: many })).toBeUndefined();
    expect(refused({ lines: [...many, debit("5001", 1)] })).toBe("finance.lines-too-many");
  });
  test("an account outside of the chart, or with parts, is refused", () => {
    expect(refused({ lines: [debit("9999", 1), credit("4001", 1)] })).toBe("finance.account-unknown");
    const parted = { code: "230701", name: "押金", set: "financial", kind: "stands" } as const;
    const chart = { ...unitChart, accounts: [...unitChart.accounts, parted] };
    const onParent = [debit("1002", 1), credit("2307", 1)];
    expect(refused({ nature: "held", lines: onParent }, { chart })).toBe("finance.account-has-parts");
    expect(refused({ nature: "held", lines: [debit("1002", 1), credit("230701", 1)] }, { chart })).toBeUndefined();
  });
  test("tomorrow is refused, today is not", () => {
    expect(refused({ effectiveOn: "2027-03-11" })).toBe("finance.effective-in-future");
    expect(refused({ effectiveOn: "2027-03-10" })).toBeUndefined();
  });
  test("F-49: a cashier keeps no books, even one who is accountant too", () => {
    expect(refused({}, { actor: { roles: ["cashier"] } })).toBe("finance.keeps-no-books");
    expect(refused({}, { actor: { roles: ["accountant", "cashier"] } })).toBe("finance.keeps-no-books");
  });
  test("the nature of an opening opens no way round: only for a book that is opened, never with income", () => {
    const lines = [debit("1002", 500), credit("3001", 500)];
    expect(refused({ nature: "opening", lines })).toBe("finance.opened-already");
    expect(refused({ nature: "opening", lines }, { isOpening: true })).toBeUndefined();
    expect(refused({ nature: "opening" }, { isOpening: true })).toBe("finance.opening-income");
  });
});

describe("charts by year", () => {
  test("the chart of the vectors has no fault", () => expect(chartFaults(unitChart)).toEqual([]));
  test("a year without a chart has no books", () => {
    const { year: _year, ...chart } = unitChart;
    const kept = { ...chart, years: [2027] };
    expect(chartFor([kept], "unit", 2027)).toMatchObject({ year: 2027, accounts: unitChart.accounts });
    expect(chartFor([kept], "unit", 2028)).toMatchObject({ code: "finance.year-without-chart" });
    expect(chartFor([kept], "treasury", 2027)).toMatchObject({ code: "finance.year-without-chart" });
  });
  const account = { code: "1002", name: "银行存款", set: "financial", kind: "stands" } as const;
  test.each([
    ["code-twice", [account, account]],
    ["set-of-another-book", [{ ...account, set: "treasury" as const }]],
    ["closes-into-nothing", [{ ...account, kind: "income" as const }]],
    [
      "closes-into-nothing",
      [account, { ...account, code: "6001", set: "budgetary", kind: "income", closesInto: "1002" } as const],
    ],
    ["closes-into-nothing", [account, { ...account, code: "3301", closesInto: "1002" }]],
    ["kind-unlike-parent", [account, { ...account, code: "100201", set: "budgetary" } as const]],
  ])("%s is found", (fault, accounts) => {
    expect(chartFaults({ ...unitChart, accounts }).map((one) => one.fault)).toEqual([fault]);
  });
});

describe("a source posts once, and a reversal takes back", () => {
  test("the same again stands; other lines are refused; another text changes nothing", () => {
    expect(repeated(draft(), undefined)).toBe("new");
    expect(repeated(draft(), entry(1))).toBe("stands");
    expect(repeated(draft({ text: "别的" }), entry(1))).toBe("stands");
    expect(repeated(draft({ lines: paid(1) }), entry(1))).toMatchObject({ code: "finance.source-posted-otherwise" });
    expect(repeated(draft({ effectiveOn: "2027-03-09" }), entry(1))).toMatchObject({ ground: "state" });
  });
  test("two services may use one id", () => {
    expect(postingIdOf({ service: "permits", id: "1" })).not.toBe(postingIdOf({ service: "enforcement", id: "1" }));
  });
  test("a reversal is not reversed, and nothing is reversed twice", () => {
    expect(reversalOf(entry(2, { reverses: "e-1" }), "误")).toMatchObject({ code: "finance.reversal-stays" });
    expect(reversalOf(entry(1, { reversedBy: "e-2" }), "误")).toMatchObject({ code: "finance.reversed-already" });
  });
  test("any posting and its reversal leave each side as great as the other, and the reversal may be posted", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 10 }), (amounts) => {
        const posted = entry(1, { lines: amounts.flatMap(paid) });
        const back = reversalOf(posted, "记账有误");
        if (isRejection(back)) throw new Error(back.code);
        expect(postingRefusal(back, ground)).toBeUndefined();
        expect(totalOf(back.lines, "debit")).toBe(totalOf(posted.lines, "credit"));
        expect(back).toMatchObject({ reverses: "e-1", effectiveOn: posted.effectiveOn });
        expect(back.lines.every(({ side }, at) => side !== posted.lines[at]?.side)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
