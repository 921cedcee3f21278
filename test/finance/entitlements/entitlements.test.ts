import { describe, expect, test } from "vitest";
import { takeReceipt } from "../../../services/finance/entitlements/domain/allocating.ts";
import { entitlement } from "../../../services/finance/entitlements/domain/decider.ts";
import {
  type Entitlement,
  fixingRefusal,
  outstandingOf,
  owedBy,
} from "../../../services/finance/entitlements/domain/entitlement.ts";
import { transferReceipt } from "../../../services/finance/entitlements/domain/receipt/transfer-receipt.ts";
import { nextReminderOn, promisedAndPaid, standingOn } from "../../../services/finance/entitlements/domain/standing.ts";
import { transferDueOn } from "../../../services/finance/entitlements/domain/transfer-days.ts";
import type { EntitlementCommand, KeptEntitlement } from "../../../services/finance/entitlements/domain/words.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { fen } from "../../../shared/money/index.ts";
import { aContext } from "../../support/tally-town.ts";

const document = { number: "县财〔2026〕8号", on: "2026-01-20" };
const anEntitlement = (fields: Partial<Entitlement> = {}): Entitlement => ({
  ...{ id: "reward", title: "超收分成", payer: "county", promisedOn: "2026-01-20", document, receipts: [] },
  basis: { kind: "amount", amount: fen(1000), formula: "2,000 × 50%" },
  dueOn: "2026-02-19",
  ...fields,
});
const range = { kind: "range", lower: fen(300), upper: fen(500) } as const;
const promise = { kind: "promise" } as const;
const codeOf = (answer: object | undefined) =>
  answer !== undefined && isRejection(answer) ? answer.code.replace("finance.", "") : "allowed";

test("F-33: general transfers within 30 days of approval, special ones within 60, disasters at once", () => {
  expect(transferDueOn("general", "2026-01-20")).toBe("2026-02-19");
  expect(transferDueOn("special", "2026-01-20")).toBe("2026-03-21");
  expect(transferDueOn("disaster", "2026-01-20")).toBe("2026-01-20");
});

describe("what is owed", () => {
  test("a range owes its lower bound until a document fixes it, once and inside", () => {
    const ranged = anEntitlement({ basis: range });
    expect(owedBy(ranged)).toBe(300);
    expect([299, 300, 500, 501].map((amount) => codeOf(fixingRefusal(ranged, fen(amount), document)))).toEqual([
      "fixed-outside-range",
      "allowed",
      "allowed",
      "fixed-outside-range",
    ]);
    const fixed = { ...ranged, fixed: { amount: fen(360), document } };
    expect(owedBy(fixed)).toBe(360);
    expect(codeOf(fixingRefusal(fixed, fen(400), document))).toBe("fixed-already");
  });
  test("a formula needs no fixing", () => {
    expect(codeOf(fixingRefusal(anEntitlement(), fen(1), document))).toBe("fixing-not-needed");
  });
  test("a promise without a document is open, never zero", () => {
    const { document: _, dueOn: __, ...word } = anEntitlement({ basis: promise });
    const standing = standingOn("2026-03-01", word);
    expect(standing).toMatchObject({ state: "open", isWithoutDocument: true, ageDays: 40 });
    expect(standing).not.toHaveProperty("owed");
    expect(promisedAndPaid("2026-03-01", [word, anEntitlement()])).toMatchObject({ owed: 1000, open: 1 });
  });
});

describe("how it stands", () => {
  const paid = (amount: number) => [{ receipt: "r", on: "2026-02-01", amount: fen(amount), isAdvance: false }];
  test("it is overdue the day after the last one", () => {
    expect(standingOn("2026-02-19", anEntitlement())).toMatchObject({ state: "running", ageDays: 0 });
    expect(standingOn("2026-02-20", anEntitlement())).toMatchObject({ state: "overdue", ageDays: 1 });
  });
  test.each([
    [999, "overdue", 1],
    [1000, "paid", 0],
    [1001, "overpaid", -1],
  ])("after %i fen of 1000 it is %s", (amount, state, outstanding) => {
    expect(standingOn("2026-03-01", anEntitlement({ receipts: paid(amount) }))).toMatchObject({ state, outstanding });
  });
  test("what came too much on one line is not set off against another", () => {
    const list = [anEntitlement({ receipts: paid(1300) }), anEntitlement({ id: "subsidy", receipts: paid(400) })];
    const page = promisedAndPaid("2026-03-01", list);
    expect(page).toMatchObject({ owed: 2000, received: 1700, outstanding: 600, overdue: 600, overpaid: 300 });
    expect(page.lines.map(({ id }) => id)).toEqual(["subsidy", "reward"]);
  });
  test("the payer is reminded the day after, and then every 30 days", () => {
    expect(nextReminderOn("2026-02-19", 30)).toBe("2026-02-20");
    const next = (after: string) => nextReminderOn("2026-02-19", 30, after);
    expect(["2026-02-19", "2026-02-20", "2026-03-21", "2026-03-22", "2026-05-30"].map(next)).toEqual([
      "2026-02-20",
      "2026-03-22",
      "2026-03-22",
      "2026-04-21",
      "2026-06-20",
    ]);
  });
  test("advances that a settlement set off came already", () => {
    const settled = anEntitlement({ setOff: fen(400), receipts: paid(100) });
    expect(standingOn("2026-03-01", settled)).toMatchObject({
      owed: 1000,
      advanced: 400,
      received: 500,
      outstanding: 500,
    });
    expect(outstandingOf(settled)).toBe(500);
  });
});

describe("a receipt goes to named entitlements", () => {
  const take = (found: Entitlement, fields: object = {}) =>
    takeReceipt(found, { receipt: "r-1", payer: "county", on: "2026-02-01", amount: fen(1000), ...fields });

  test.each([
    ["another payer's", { payer: "city" }, {}, "allocated-to-other-payer"],
    ["more than is outstanding", {}, { amount: fen(1001) }, "allocated-above-outstanding"],
    ["more than an advance left", { setOff: fen(1) }, {}, "allocated-above-outstanding"],
    ["a promise made later", {}, { on: "2026-01-19" }, "receipt-before-promise"],
    [
      "a part that it holds",
      { receipts: [{ receipt: "r-1", on: "2026-02-01", amount: fen(1), isAdvance: false }] },
      { amount: fen(1) },
      "allocated-already",
    ],
  ])("not %s", (_, fields, receipt, code) => {
    expect(codeOf(take(anEntitlement(fields), receipt))).toBe(code);
  });

  test("the last fen is taken, and what comes before the amount is fixed is an advance", () => {
    expect(take(anEntitlement())).toMatchObject({ amount: 1000, isAdvance: false });
    expect(take(anEntitlement({ basis: range }))).toMatchObject({ amount: 1000, isAdvance: true });
    expect(take(anEntitlement({ basis: promise }))).toMatchObject({ isAdvance: true });
  });
});

describe("what nobody asks for by hand", () => {
  const context = { ...aContext(), numbers: { take: () => 1 } };
  const kept: KeptEntitlement = { ...anEntitlement(), status: "owed", origin: "promise", reminders: 0 };
  const code = (state: KeptEntitlement, command: EntitlementCommand) => {
    const decision = entitlement.decide(state, command, context);
    return isRejection(decision) ? decision.code : "allowed";
  };
  const day = (days: number) => context.today.add({ days }).toString();

  test("no reminder before its day, and none without a last day", () => {
    expect(code({ ...kept, remindOn: day(1) }, { type: "pass-time" })).toBe("finance.no-reminder-yet");
    expect(code({ ...kept, remindOn: day(0) }, { type: "pass-time" })).toBe("allowed");
    expect(code(kept, { type: "pass-time" })).toBe("finance.no-reminder-yet");
  });
  test("a receipt that it does not hold is not taken back", () => {
    expect(code(kept, { type: "take-back", receipt: "r" })).toBe("finance.receipt-not-here");
  });
  test("a receipt is taken back as it was seen, and not as it became meanwhile", () => {
    const parts = [{ entitlement: "a", amount: fen(1) }];
    const state = { status: "allocated", payer: "county", parts } as const;
    const back = (seen: typeof parts) => transferReceipt.decide(state, { type: "take-back", parts: seen }, context);
    expect(back([])).toMatchObject({ code: "finance.receipt-moved-on" });
    expect(back(parts)).toHaveLength(1);
  });
  test("what is assessed again the same is a repetition; another amount takes its place", () => {
    const { status: _status, receipts: _receipts, reminders: _reminders, ...claim } = kept;
    const assessed = (more: object = {}) => entitlement.decide(kept, { type: "assess", ...claim, ...more }, context);
    expect(assessed()).toEqual([]);
    expect(assessed({ dueOn: "2026-02-20" })).toHaveLength(1);
  });
});
