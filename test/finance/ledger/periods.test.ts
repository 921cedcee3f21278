import { describe, expect, test } from "vitest";
import {
  type Closed,
  closingRefusal,
  firstOpen,
  type MonthEnd,
  nextMonth,
  placeOf,
  withClosed,
} from "../../../services/finance/ledger/domain/periods.ts";
import { gapsIn, voucherSeries } from "../../../services/finance/ledger/domain/vouchers.ts";
import { settlingRefusal } from "../../../services/finance/ledger/domain/year-end.ts";

const closed = (more: Partial<Closed> = {}): Closed => ({ first: "2027-01", settled: [], ...more });
const settlesUntil = (year: number) => `${year + 1}-01-20`;
const place = (effectiveOn: string, of: Partial<Closed>, today: string, isSettlement = false) =>
  placeOf({ effectiveOn, isSettlement }, closed(of), { today, settlesUntil });

describe("where an entry stands", () => {
  test("in the month of its effective date while that is open", () => {
    expect(place("2027-03-31", { through: "2027-02" }, "2027-04-02")).toEqual({ period: "2027-03" });
  });
  test("a late one goes into the first open month and names its own", () => {
    expect(place("2027-03-31", { through: "2027-03" }, "2027-04-02")).toEqual({
      period: "2027-04",
      belongsTo: "2027-03",
    });
    expect(place("2027-03-31", { through: "2027-03" }, "2027-04-02", true)).toMatchObject({ period: "2027-04" });
  });
  test("settlement of a year goes into its settling period from the closing of December to its last day", () => {
    const of = { through: "2027-12" };
    expect(place("2027-12-31", { through: "2027-11" }, "2028-01-20", true)).toEqual({ period: "2027-12" });
    expect(place("2027-12-31", of, "2028-01-20", true)).toEqual({ period: "2027-settling", belongsTo: "2027-12" });
    expect(place("2027-12-31", of, "2028-01-21", true)).toEqual({ period: "2028-01", belongsTo: "2027-12" });
    expect(place("2027-12-31", { ...of, settled: [2027] }, "2028-01-20", true)).toMatchObject({ period: "2028-01" });
  });
  test("anything but settlement does not", () => {
    expect(place("2027-12-31", { through: "2027-12" }, "2028-01-05")).toEqual({
      period: "2028-01",
      belongsTo: "2027-12",
    });
  });
  test("a year before the first month of the book has no settling period", () => {
    expect(place("2026-12-31", {}, "2027-01-05", true)).toEqual({ period: "2027-01", belongsTo: "2026-12" });
  });
});

describe("F-43, F-47: a month is closed", () => {
  const end: MonthEnd = {
    ...{ bank: "reconciled", treasury: "reconciled", unrecorded: 0 },
    vouchers: { financial: [1, 2, 3], budgetary: [] },
  };
  const refused = (more: Partial<MonthEnd> = {}, month = "2027-03", today = "2027-04-01", through = "2027-02") =>
    closingRefusal(month, closed({ through }), { ...end, ...more }, today)?.code;

  test("when all is in order it is, and never again", () => {
    expect(refused()).toBeUndefined();
    const after = withClosed(closed({ through: "2027-02" }), "2027-03");
    expect(firstOpen(after)).toBe("2027-04");
    expect(closingRefusal("2027-03", after, end, "2027-04-01")?.code).toBe("finance.month-closed-already");
  });
  test("not on its last day, and not before the month ahead of it", () => {
    expect(refused({}, "2027-03", "2027-03-31")).toBe("finance.month-runs");
    expect(refused({}, "2027-04", "2027-05-01")).toBe("finance.month-not-next");
  });
  test.each(["bank", "treasury"] as const)("not while the %s is not reconciled", (one) => {
    expect(refused({ [one]: "open" })).toBe("finance.reconciliation-missing");
  });
  test("not while a posting has no voucher, or a number is missing or stands twice", () => {
    expect(refused({ unrecorded: 1 })).toBe("finance.postings-without-voucher");
    expect(refused({ vouchers: { financial: [1, 3] } })).toBe("finance.voucher-gap");
    expect(refused({ vouchers: { financial: [1], budgetary: [1, 2, 2] } })).toBe("finance.voucher-gap");
  });
  test("a year is settled after its December, once", () => {
    expect(settlingRefusal(2027, closed({ through: "2027-11" }))?.code).toBe("finance.year-has-open-months");
    expect(settlingRefusal(2027, closed())?.code).toBe("finance.year-has-open-months");
    expect(settlingRefusal(2027, closed({ through: "2027-12" }))).toBeUndefined();
    expect(settlingRefusal(2027, closed({ through: "2027-12", settled: [2027] }))?.code).toBe(
      "finance.month-closed-already",
    );
  });
});

test("months follow each other over the year", () => {
  expect(nextMonth("2027-09")).toBe("2027-10");
  expect(nextMonth("2027-12")).toBe("2028-01");
});
test("voucher numbers run from 1 in each book, set and month", () => {
  expect(gapsIn([])).toEqual([]);
  expect(gapsIn([3, 1, 2])).toEqual([]);
  expect(gapsIn([2])).toEqual([1]);
  const series = ["financial", "budgetary"].flatMap((set) =>
    set === "financial" || set === "budgetary"
      ? ["2027-01", "2027-02"].map((month) => voucherSeries("town", set, month))
      : [],
  );
  expect(new Set(series).size).toBe(4);
});
