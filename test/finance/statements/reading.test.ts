import { describe, expect, test } from "vitest";
import { isPaymentCode, paymentCodeOf } from "../../../services/finance/receivables/domain/payment-code.ts";
import { proposalsFrom } from "../../../services/finance/statements/domain/proposing.ts";
import {
  balanceFaults,
  dayOf,
  linesIn,
  monthEndsOf,
  type Row,
} from "../../../services/finance/statements/domain/reading.ts";
import { fen } from "../../../shared/money/index.ts";
import type { BankLayout } from "../../../shared/town/finance.ts";
import { keyed } from "../../support/keyed.ts";

const layout: BankLayout = {
  ...{ encoding: "utf-8", skip: 1, date: "20260302", newestFirst: false },
  columns: { serial: "流水号", on: "日期", balance: "余额", number: "账号" },
  sign: { by: "column", in: "贷方", out: "借方" },
};
const head = ["流水号", "日期", "余额", "账号", "贷方", "借方"];
const table = (...rows: readonly (readonly string[])[]): Row[] =>
  [["某某银行明细"], head, ...rows].map((cells, at) => ({ line: at + 1, cells }));
const march = { from: "2026-03-01", to: "2026-03-31" };
const read = (...rows: readonly (readonly string[])[]) => linesIn(table(...rows), layout, march);
const good = ["S1", "20260302", "110.00", "6228480012345678", "10.00", ""];
const bad = (at: number, cell: string) => read(good.map((one, place) => (place === at ? cell : one))).faults;

describe("F-43: a file of the bank is read by the layout of its bank", () => {
  test("every bad line is named, with its fault and its column", () => {
    expect(bad(0, "")).toMatchObject([{ line: 3, fault: "serial-missing" }]);
    expect(bad(1, "20260231")).toMatchObject([{ fault: "day-malformed", column: "日期" }]);
    expect(bad(1, "20260401")).toMatchObject([{ fault: "day-outside" }]);
    expect(bad(1, "20260331")).toEqual([]);
    expect(bad(4, "1.005")).toMatchObject([{ fault: "amount-malformed", column: "贷方" }]);
    expect(bad(4, "0.00")).toMatchObject([{ fault: "amount-zero" }]);
    expect(bad(5, "1.00")).toMatchObject([{ fault: "both-sides" }]);
    expect(bad(2, "x")).toMatchObject([{ fault: "amount-malformed", column: "余额" }]);
    expect(read(good, ["", "x", "1", "", "1", ""]).faults).toMatchObject([
      { line: 4, fault: "serial-missing" },
      { line: 4, fault: "day-malformed" },
    ]);
    expect(linesIn([{ line: 1, cells: head }], layout, march).faults[0]).toMatchObject({ fault: "column-missing" });
  });

  test("an account number, a serial number or an amount in scientific notation is refused: its digits are lost", () => {
    for (const at of [0, 3, 4]) expect(bad(at, "6.22848E+18")).toMatchObject([{ fault: "scientific-notation" }]);
  });

  test("equal amounts are two lines; the same serial number twice is a fault", () => {
    expect(read(good, ["S2", ...good.slice(1)]).lines).toHaveLength(2);
    expect(read(good, good).faults).toMatchObject([{ line: 4, fault: "serial-twice" }]);
  });

  test("the sign is a column, a sign or a word", () => {
    expect(read(["S1", "20260302", "", "", "", "7.50"]).faults).toMatchObject([{ column: "余额" }]);
    expect(read(["S1", "20260302", "1", "", "", "7.50"]).lines).toMatchObject([{ amount: -750 }]);
    const { balance: _balance, ...columns } = layout.columns;
    const rows = (word: string, amount: string): Row[] => [
      { line: 1, cells: ["流水号", "日期", "账号", "收支", "金额"] },
      { line: 2, cells: ["S1", "20260302", "", word, amount] },
    ];
    const byWord = { by: "word", amount: "金额", word: "收支", in: "收", out: "支" } as const;
    const words = { ...layout, skip: 0, columns, sign: byWord };
    expect(linesIn(rows("支", "7.50"), words, march).lines).toMatchObject([{ amount: -750 }]);
    expect(linesIn(rows("借", "7.50"), words, march).faults).toMatchObject([{ fault: "direction-unknown" }]);
    const signed = { ...words, sign: { by: "sign", amount: "金额" } } as const;
    expect(linesIn(rows("", "-7.50"), signed, march).lines).toMatchObject([{ amount: -750 }]);
  });

  test("a balance that does not follow names its line; a newest line first is turned round", () => {
    const { lines } = read(good, ["S2", "20260303", "99.00", "", "", "10.00"]);
    expect(balanceFaults(lines, fen(100_00))).toEqual([{ line: 4, fault: "balance-differs" }]);
    const rows = table(["S2", "20260303", "100.00", "", "", "10.00"], good);
    const turned = linesIn(rows, { ...layout, newestFirst: true }, march);
    expect(balanceFaults(turned.lines, fen(100_00))).toEqual([]);
  });

  test("days are written as this bank writes them", () => {
    expect([dayOf("2026-03-02", "2026-03-02"), dayOf("2026/3/2", "2026/3/2")]).toEqual(["2026-03-02", "2026-03-02"]);
    expect([dayOf("2026-3-2", "2026-03-02"), dayOf("20260302", "2026/3/2")]).toEqual([undefined, undefined]);
  });

  test("the balance of a month is known where the file covers its last day", () => {
    const { lines } = read(good);
    expect(monthEndsOf(lines, { from: "2026-03-01", to: "2026-03-30", opening: fen(1) })).toEqual({});
    expect(monthEndsOf(lines, { from: "2026-02-10", to: "2026-03-31", opening: fen(1) })).toEqual({
      ...{ "2026-02": 1, "2026-03": 1_001 },
    });
  });
});

const codeOne = paymentCodeOf(keyed, "532302105000", "permits:A1");
const codeTwo = paymentCodeOf(keyed, "532302105000", "permits:A2");
const claims = [
  { id: "permits:A1", owed: fen(100), code: codeOne },
  { id: "permits:A2", owed: fen(200), code: codeTwo },
  { id: "permits:A3", owed: fen(200), code: paymentCodeOf(keyed, "532302105000", "permits:A3") },
];
const proposal = proposalsFrom({ claims, payments: [{ id: "P1", amount: fen(300) }] });

test("a line is proposed to what its text names, or to the only claim of its amount", () => {
  expect(proposal({ amount: fen(100) })).toBe("receivable:permits:A1");
  expect(proposal({ amount: fen(200) })).toBeUndefined();
  expect(proposal({ amount: fen(50), text: "缴费 A3" })).toBe("receivable:permits:A3");
  expect(proposal({ amount: fen(-300) })).toBe("payment:P1");
  expect(proposal({ amount: fen(300) })).toBeUndefined();
});

test("CF-67: a line that names a payment code pays that claim, of any amount and however the code is written", () => {
  expect(proposal({ amount: fen(200), text: `缴款码${codeTwo}` })).toBe("receivable:permits:A2");
  expect(proposal({ amount: fen(100), text: `${codeTwo.replaceAll(/(.{4})/g, "$1 ")}罚款` })).toBe(
    "receivable:permits:A2",
  );
  expect(proposal({ amount: fen(1), text: `流水99${codeOne}` })).toBe("receivable:permits:A1");
  expect(proposal({ amount: fen(100), text: `${codeOne}，${codeTwo}` })).toBeUndefined();
  expect(proposal({ amount: fen(-300), text: codeOne })).toBe("payment:P1");
});

test("one digit wrong, or two that changed places, are no payment code", () => {
  expect(isPaymentCode(codeOne)).toBe(true);
  for (let at = 0; at < codeOne.length; at += 1) {
    const other = String((Number(codeOne[at]) + 1) % 10);
    expect(isPaymentCode(`${codeOne.slice(0, at)}${other}${codeOne.slice(at + 1)}`)).toBe(false);
    const [one = "", two = one] = codeOne.slice(at, at + 2);
    if (at === codeOne.length - 1) continue;
    const changed = `${codeOne.slice(0, at)}${two}${one}${codeOne.slice(at + 2)}`;
    expect(isPaymentCode(changed)).toBe(one === two);
  }
});
