import { describe, expect, test } from "vitest";
import { availableOf, type BudgetLineCommand } from "../../../services/finance/budget/domain/budget-line.ts";
import { yearEndOf } from "../../../services/finance/budget/domain/carrying.ts";
import { budgetLine } from "../../../services/finance/budget/domain/decider.ts";
import { budgetProblems } from "../../../services/finance/budget/problems.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { fen, mostFen } from "../../../shared/money/index.ts";
import { Living } from "../../support/living.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const day = "2026-03-10";
const approval = (amount: number, document = "强人发〔2026〕1号"): BudgetLineCommand => ({
  type: "approve",
  year: 2026,
  item: "2010301",
  purpose: "办公费",
  ground: "congress",
  document,
  amount: fen(amount),
});
const aLine = (amount = 200000, planned = amount) => {
  const line = new Living(budgetLine).lawfully(approval(amount), day);
  return planned === 0 ? line : line.lawfully({ type: "plan", upTo: fen(planned), document: "用款计划1" }, day);
};
const reserve = (request: string, amount: number): BudgetLineCommand => ({
  type: "reserve",
  request,
  amount: fen(amount),
});
const refused = (line: ReturnType<typeof aLine>, command: BudgetLineCommand, on = day) => {
  const decision = line.tell(command, on);
  return isRejection(decision) ? { code: decision.code, ...decision.details } : undefined;
};
const change = (by: number, more: Partial<Extract<BudgetLineCommand, { type: "change" }>> = {}) =>
  ({ type: "change", kind: "adjustment", by: fen(by), document: "决议", decidedBy: "congress", ...more }) as const;

describe("F-2: no spending without budget", () => {
  test("the last fen may be asked for, and not one more; who is refused learns what is left", () => {
    expect(refused(aLine(), reserve("r1", 200001))).toMatchObject({ code: "finance.over-budget", left: 200000 });
    expect(refused(aLine(), reserve("r1", 200000))).toBeUndefined();
  });
  test.each(vectors.fiscalGuards.filter(({ rule }) => rule === "YS-13"))("$rule", (vector) => {
    const { budgetFen = 0, adjustFen = 0, committedFen = 0, requestFen = 0, expected } = vector;
    const line = aLine(budgetFen + adjustFen).lawfully(reserve("before", committedFen), day);
    expect(refused(line, reserve("asked", requestFen)) === undefined).toBe(expected === "ALLOW");
    const left = budgetFen + adjustFen - committedFen - (expected === "ALLOW" ? requestFen : 0);
    expect(refused(line, reserve("more", left + 1))).toMatchObject({ code: "finance.over-budget", left });
  });
  test("what is held is not free, what is released is again, what is paid is not", () => {
    const line = aLine().lawfully(reserve("r1", 150000), day);
    expect(refused(line, reserve("r2", 50001))?.code).toBe("finance.over-budget");
    line.lawfully({ type: "release", request: "r1" }, day).lawfully(reserve("r2", 200000), day);
    line.lawfully({ type: "pay", request: "r2", on: day }, day);
    expect(availableOf(line.state)).toBe(0);
    expect(line.state).toMatchObject({ paid: 200000, reserved: {} });
  });
  test("the same request again holds once; another amount is refused", () => {
    const line = aLine().lawfully(reserve("r1", 5), day).lawfully(reserve("r1", 5), day);
    expect(line.state.reserved).toEqual({ r1: 5 });
    expect(refused(line, reserve("r1", 6))).toMatchObject({ code: "finance.reserved-otherwise", held: 5 });
  });
  test.each(["r9", "constructor", "toString"])("nothing held for %s is neither paid nor released", (request) => {
    expect(refused(aLine(), { type: "pay", request, on: day })?.code).toBe("finance.nothing-reserved");
    expect(aLine().tell({ type: "release", request }, day)).toEqual([]);
  });
  test("nothing is paid twice", () => {
    const line = aLine().lawfully(reserve("r1", 5), day).lawfully({ type: "pay", request: "r1", on: day }, day);
    expect(refused(line, { type: "pay", request: "r1", on: day })?.code).toBe("finance.nothing-reserved");
  });
  test.each([0, -5, mostFen + 1])("%d fen are no amount", (amount) => {
    expect(refused(aLine(), reserve("r1", amount))?.code).toBe("finance.line-amount");
  });
});

describe("F-40: pay by budget and use plan", () => {
  test("a line with money and without plan pays nothing", () => {
    expect(refused(aLine(200000, 0), reserve("r1", 1))).toMatchObject({ code: "finance.over-plan", left: 0 });
  });
  test("a plan is not above the budget and not below what is taken", () => {
    const line = aLine(200000, 50000).lawfully(reserve("r1", 40000), day);
    const upTo = (amount: number) => refused(line, { type: "plan", upTo: fen(amount), document: "计划2" })?.code;
    expect(upTo(200001)).toBe("finance.plan-above-budget");
    expect(upTo(39999)).toBe("finance.plan-shrinks");
    expect(refused(line, reserve("r2", 10001))).toMatchObject({ code: "finance.over-plan", left: 10000 });
    expect(upTo(200000)).toBeUndefined();
    expect(refused(line, reserve("r2", 160000))).toBeUndefined();
  });
  test("a plan without document is refused", () => {
    expect(refused(aLine(), { type: "plan", upTo: fen(1), document: " " })?.code).toBe("finance.document-missing");
  });
});

describe("F-1, F-38: adjustments and shifts", () => {
  test("only the congress adjusts; a shift is on record by itself", () => {
    expect(refused(aLine(), change(1, { decidedBy: "finance-office" }))?.code).toBe(
      "finance.adjustment-without-congress",
    );
    const line = aLine().lawfully(change(7), day);
    line.lawfully(change(-7, { kind: "shift", decidedBy: "finance-office" }), day);
    expect(line.types.slice(-2)).toEqual(["finance.budget-line.adjusted", "finance.budget-line.shifted"]);
    expect(line.state.approved).toBe(200000);
  });
  test("neither takes a line below what is taken or planned, and each has a document", () => {
    const line = aLine(200000, 150000).lawfully(reserve("r1", 100000), day);
    expect(refused(line, change(-100001))?.code).toBe("finance.below-what-is-spent");
    expect(refused(line, change(-50001))?.code).toBe("finance.plan-above-budget");
    expect(refused(line, change(1, { document: "" }))?.code).toBe("finance.document-missing");
    expect(refused(line, change(0))?.code).toBe("finance.line-amount");
    expect(refused(line, change(mostFen))?.code).toBe("finance.line-amount");
    expect(refused(line, change(-50000))).toBeUndefined();
  });
  test("the same approval again is a repetition, another one is refused", () => {
    expect(refused(aLine(), approval(200000))).toBeUndefined();
    expect(refused(aLine(), approval(200001))?.code).toBe("finance.line-stands");
    const first = new Living(budgetLine);
    expect(first.tell(approval(1, ""), day)).toMatchObject({ code: "finance.document-missing" });
    expect(first.tell(approval(0), day)).toMatchObject({ code: "finance.line-amount" });
  });
});

describe("F-10: cash counts in the year in which it moves", () => {
  test("what the bank moved on the last day is paid from the line, though its file comes in the next year", () => {
    const line = aLine().lawfully(reserve("r1", 10), "2026-12-31");
    expect(refused(line, { type: "pay", request: "r1", on: "2026-12-31" }, "2027-01-03")).toBeUndefined();
    expect(line.state.paid).toBe(10);
  });
});

describe("F-6: the year ends", () => {
  test("on its last day the line still holds and pays, on the next it does neither", () => {
    const line = aLine().lawfully(reserve("r1", 10), "2026-12-31");
    expect(refused(line, { type: "lapse" }, "2026-12-31")?.code).toBe("finance.year-runs");
    expect(refused(line, reserve("r2", 10), "2027-01-01")?.code).toBe("finance.line-of-another-year");
    expect(refused(line, { type: "pay", request: "r1", on: "2027-01-01" }, "2027-01-01")?.code).toBe(
      "finance.line-of-another-year",
    );
    line.lawfully({ type: "lapse" }, "2027-01-01");
    expect(line.state).toMatchObject({ status: "lapsed", left: 200000, reserved: {} });
    expect(refused(line, reserve("r2", 10), "2027-01-01")?.code).toBe("finance.line-not-in-this-state");
  });
  test("what a year leaves is what goes on for its purpose and the surplus, of lines that ended", () => {
    const ended = (becomes: "carry-over" | "surplus", left: number, carried?: number) => ({
      ...{ status: "lapsed" as const, becomes, left: fen(left) },
      ...(carried === undefined ? {} : { carried: fen(carried) }),
    });
    const lines = [
      ended("carry-over", 500, 300),
      ended("carry-over", 40),
      ended("surplus", 7),
      { status: "open" as const },
    ];
    expect(yearEndOf(lines)).toEqual({ openLines: 1, left: 547, carryOver: 540, carried: 300, stabilisation: 7 });
    expect(yearEndOf([])).toEqual({ openLines: 0, left: 0, carryOver: 0, carried: 0, stabilisation: 0 });
  });
  test("a payment sent back in the year restores the line, never more than was paid; one of the next year does not", () => {
    const line = aLine().lawfully(reserve("r1", 200000), day).lawfully({ type: "pay", request: "r1", on: day }, day);
    const back = (amount: number, on = day) => ({ type: "take-back", request: "r1", amount: fen(amount), on }) as const;
    expect(refused(line, back(200001))?.code).toBe("finance.returns-more-than-paid");
    expect(refused(line, back(0))?.code).toBe("finance.line-amount");
    expect(refused(line, back(200000, "2027-01-01"), "2027-01-01")?.code).toBe("finance.line-of-another-year");
    line.lawfully(back(200000), day);
    expect(availableOf(line.state)).toBe(200000);
  });
});

test("every refusal of the budget has a text of its own in both languages", () => {
  const texts = Object.entries(budgetProblems).flatMap(([code, text]) => (code.startsWith("word.") ? [] : text));
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
  expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
});
