import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateReceipt } from "../../../services/finance/entitlements/domain/allocating.ts";
import { type Entitlement, fixEntitlement, owedBy } from "../../../services/finance/entitlements/domain/entitlement.ts";
import { isReminderDay, promisedAndPaid, standingOn } from "../../../services/finance/entitlements/domain/standing.ts";
import { transferDueOn } from "../../../services/finance/entitlements/domain/transfer-days.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { fen } from "../../../shared/money/index.ts";

const document = { number: "县财〔2026〕8号", on: "2026-01-20" };
const anEntitlement = (fields: Partial<Entitlement> = {}): Entitlement => ({
  ...{ id: "reward", title: "超收分成", payer: "county", promisedOn: "2026-01-20", document, receipts: [] },
  basis: { kind: "amount", amount: fen(1000), formula: "2,000 × 50%" },
  dueOn: "2026-02-19",
  ...fields,
});
const range = { kind: "range", lower: fen(300), upper: fen(500) } as const;
const promise = { kind: "promise" } as const;
const aReceipt = (fields: object = {}) => ({
  id: "r-1",
  payer: "county",
  on: "2026-02-01",
  amount: fen(1000),
  ...fields,
});
const codeOf = (answer: object) => (isRejection(answer) ? answer.code.replace("finance.", "") : "allowed");

test("F-33: general transfers within 30 days of approval, special ones within 60, disasters at once", () => {
  expect(transferDueOn("general", "2026-01-20")).toBe("2026-02-19");
  expect(transferDueOn("special", "2026-01-20")).toBe("2026-03-21");
  expect(transferDueOn("disaster", "2026-01-20")).toBe("2026-01-20");
});

describe("what is owed", () => {
  test("a range owes its lower bound until a document fixes it, once and inside", () => {
    const ranged = anEntitlement({ basis: range });
    expect(owedBy(ranged)).toBe(300);
    expect([299, 300, 500, 501].map((amount) => codeOf(fixEntitlement(ranged, fen(amount), document)))).toEqual([
      "fixed-outside-range",
      "allowed",
      "allowed",
      "fixed-outside-range",
    ]);
    const fixed = { ...ranged, fixed: { amount: fen(360), document } };
    expect(owedBy(fixed)).toBe(360);
    expect(codeOf(fixEntitlement(fixed, fen(400), document))).toBe("fixed-already");
  });
  test("a formula needs no fixing", () => {
    expect(codeOf(fixEntitlement(anEntitlement(), fen(1), document))).toBe("fixing-not-needed");
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
    const days = ["2026-02-19", "2026-02-20", "2026-02-21", "2026-03-22", "2026-03-23"];
    expect(days.filter((day) => isReminderDay(day, anEntitlement(), 30))).toEqual(["2026-02-20", "2026-03-22"]);
    expect(isReminderDay("2026-02-20", anEntitlement({ receipts: paid(1000) }), 30)).toBe(false);
  });
});

describe("a receipt goes to named entitlements", () => {
  const all = [
    anEntitlement(),
    anEntitlement({ id: "city", payer: "city" }),
    anEntitlement({ id: "ranged", basis: range }),
  ];
  const to = (parts: readonly [string, number][], fields: object = {}, list = all) =>
    allocateReceipt(
      aReceipt(fields),
      parts.map(([entitlement, amount]) => ({ entitlement, amount: fen(amount) })),
      list,
    );

  const refused: readonly [string, [string, number][], object, string][] = [
    ["one that nobody knows", [["other", 1]], {}, "allocated-to-unknown"],
    ["nothing", [["reward", 0]], {}, "allocation-not-positive"],
    ["another payer's", [["city", 1]], {}, "allocated-to-other-payer"],
    [
      "one twice",
      [
        ["reward", 1],
        ["reward", 1],
      ],
      {},
      "allocated-twice",
    ],
    ["more than came", [["reward", 600]], { amount: fen(599) }, "allocated-above-receipt"],
    ["more than is outstanding", [["reward", 1001]], { amount: fen(2000) }, "allocated-above-outstanding"],
    ["a promise made later", [["reward", 1]], { on: "2026-01-19" }, "receipt-before-promise"],
  ];
  test.each(refused)("not to %s", (_, parts, fields, code) => {
    expect(codeOf(to(parts, fields))).toBe(code);
  });

  test("its rest stays free, and what comes before the amount is fixed is an advance", () => {
    const answer = to([
      ["reward", 600],
      ["ranged", 350],
    ]);
    expect(answer).toMatchObject({
      free: 50,
      entitlements: [
        { receipts: [{ amount: 600, isAdvance: false }] },
        { receipts: [{ amount: 350, isAdvance: true }] },
      ],
    });
  });

  test("once: the same receipt adds nothing, and its rest is what other parts left", () => {
    const first = to([["reward", 600]]);
    if (isRejection(first)) throw new Error(first.code);
    const after = [...first.entitlements, ...all.slice(1)];
    expect(codeOf(to([["reward", 100]], {}, after))).toBe("allocated-already");
    expect(codeOf(to([["ranged", 401]], {}, after))).toBe("allocated-above-receipt");
    expect(to([["ranged", 400]], {}, after)).toMatchObject({ free: 0 });
  });

  test("no fen of it appears or disappears", () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(600), fc.integer({ min: 1, max: 1500 }), (a, b, amount) => {
        const answer = to(
          [
            ["reward", a],
            ["ranged", b],
          ],
          { amount: fen(amount) },
        );
        if (isRejection(answer)) return;
        const taken = answer.entitlements.flatMap(({ receipts }) => receipts.map((one) => Number(one.amount)));
        expect(taken.reduce((sum, one) => sum + one, 0) + answer.free).toBe(amount);
        expect(answer.free).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
