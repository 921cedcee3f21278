import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  accountsDueOn,
  approvalDuties,
  beforeApprovalKinds,
  beforeApprovalRefusal,
  borrowingRefusal,
  disasterParts,
  reserveRefusal,
  shortfallParts,
  turnoverRefusal,
  unitReplyDueOn,
  unspentBecomes,
} from "../../../services/finance/budget/domain/guards.ts";
import { fen } from "../../../shared/money/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

test.each([
  [9_999_999, true],
  [10_000_000, false],
  [30_000_000, false],
  [30_000_001, true],
])("F-5: a reserve of %i fen on ten million yuan is refused: %s", (reserve, isRefused) => {
  const refusal = reserveRefusal(fen(reserve), fen(1_000_000_000));
  expect(refusal?.code).toBe(isRefused ? "finance.reserve-out-of-bounds" : undefined);
});
test("F-45: the turnover fund on 1,234,567.89 yuan is 12,345.67 yuan at the most", () => {
  expect(turnoverRefusal(fen(1_234_567), fen(123_456_789))).toBeUndefined();
  expect(turnoverRefusal(fen(1_234_568), fen(123_456_789))?.code).toBe("finance.turnover-fund-too-large");
});
test("F-4: no borrowing, no guarantee", () => {
  expect(vectors.fiscalGuards.find(({ rule }) => rule === "YS-35")?.expected).toContain("BLOCK");
  expect(borrowingRefusal()).toMatchObject({ code: "finance.no-borrowing", ground: "rule" });
});
test("F-37: a disaster of 3,500 yuan with a reserve of 2,000", () => {
  expect(disasterParts(fen(200000), fen(350000))).toEqual({ reserve: 200000, adjustment: 150000 });
  expect(disasterParts(fen(200000), fen(200000))).toEqual({ reserve: 200000, adjustment: 0 });
  expect(disasterParts(fen(-5), fen(10))).toEqual({ reserve: 0, adjustment: 10 });
});
test("F-44: a shortfall is met in order, the rest is help from above", () => {
  const has = { "stabilisation-fund": fen(100), "other-budget-money": fen(-5), cuts: fen(30) };
  expect(shortfallParts(fen(150), has)).toEqual({
    ...{ "stabilisation-fund": 100, "other-budget-money": 0, cuts: 30, "help-from-above": 20 },
  });
  expect(shortfallParts(fen(60), has)).toMatchObject({ "stabilisation-fund": 60, cuts: 0, "help-from-above": 0 });
});
test("F-6: unspent is carried over once, then it is surplus", () => {
  const vector = vectors.fiscalGuards.find(({ rule }) => rule === "YS-42");
  const { appropriatedYear = 0, unusedAtEndOf = [] } = vector ?? {};
  expect(unusedAtEndOf.map((year) => unspentBecomes(appropriatedYear, year))).toEqual(["carry-over", "surplus"]);
});

describe("F-7: before the congress approves", () => {
  const ask = (kind: string, amount: number, spent = 0) =>
    beforeApprovalRefusal(kind, { amount: fen(amount), spent: fen(spent), lastYear: fen(1000) })?.code;
  test.each(["basic", "project", "transfer-down"])(
    "%s keeps to the level of last year, all requests together",
    (kind) => {
      expect(ask(kind, 1000)).toBeUndefined();
      expect(ask(kind, 1001)).toBe("finance.before-approval-level");
      expect(ask(kind, 400, 601)).toBe("finance.before-approval-level");
    },
  );
  test.each(["carry-over", "legal-obligation", "disaster"])("%s does not", (kind) => {
    expect(ask(kind, 5000)).toBeUndefined();
  });
  test("anything else waits", () => {
    expect(ask("new-building", 1)).toBe("finance.before-approval-kind");
    expect(beforeApprovalKinds).toHaveLength(6);
  });
});

test("F-3, F-13, F-39: an approval begins duties, each with its day", () => {
  const { publish, replyToDepartments } = approvalDuties(Temporal.PlainDate.from("2026-01-23"));
  expect([publish.toString(), replyToDepartments.toString()]).toEqual(["2026-02-12", "2026-02-12"]);
  expect(unitReplyDueOn(replyToDepartments).toString()).toBe("2026-02-27");
  expect(accountsDueOn(Temporal.PlainDate.from("2026-06-26")).toString()).toBe("2026-07-26");
});
