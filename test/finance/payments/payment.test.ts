import { describe, expect, test } from "vitest";
import { availableOf, type BudgetLineCommand } from "../../../services/finance/budget/domain/budget-line.ts";
import { budgetLine } from "../../../services/finance/budget/domain/decider.ts";
import { payment } from "../../../services/finance/payments/domain/decider.ts";
import { carryOverCommandFor, lineCommandFor } from "../../../services/finance/payments/domain/on-the-line.ts";
import { duties, type PaymentCommand } from "../../../services/finance/payments/domain/payment.ts";
import { paymentProblems } from "../../../services/finance/payments/problems.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { fen, mostFen } from "../../../shared/money/index.ts";
import { member, memoryTable, Store } from "../../../shared/store/index.ts";
import type { Role } from "../../../shared/town/roles.ts";
import { Living } from "../../support/living.ts";
import { aContext } from "../../support/tally-town.ts";

const day = "2026-03-10";
const person = (sub: string, ...roles: Role[]): Actor => ({ sub, name: sub, roles });
const clerk = person("clerk-1", "clerk");
const accountant = person("accountant-1", "accountant");
const county = person("county-1", "county");
const approver = person("approver-1", "finance-approver");
const cashier = person("cashier-1", "cashier");

type Request = Extract<PaymentCommand, { type: "request" }>;
const request = (more: Partial<Request> = {}): Request => ({
  type: "request",
  line: "BL-1",
  payee: "P-1",
  amount: fen(500),
  purpose: "办公费",
  document: "发票001",
  standing: { status: "open" },
  ...more,
});
const send: PaymentCommand = { type: "send", file: "F-1" };
const confirm: PaymentCommand = { type: "confirm", serial: "S-1", on: day };
type Return = Extract<PaymentCommand, { type: "return" }>;
const back: Return = { type: "return", serial: "S-2", on: day, reasons: "账号有误", seen: "sent" };

const way: readonly (readonly [PaymentCommand, Actor])[] = [
  [{ type: "review" }, accountant],
  [{ type: "approve" }, approver],
  [send, cashier],
];
const upTo = (steps: number, more: Partial<Request> = {}) => {
  const one = new Living(payment).lawfully(request(more), day, clerk);
  for (const [command, actor] of way.slice(0, steps)) one.lawfully(command, day, actor);
  return one;
};
const refused = (one: ReturnType<typeof upTo>, command: PaymentCommand, actor: Actor) => {
  const decision = one.tell(command, day, actor);
  return isRejection(decision) ? decision.code : undefined;
};

describe("F11, F-49: request, review, approve, pay by different people", () => {
  test("in order, each by its own", () => {
    const one = upTo(3).lawfully(confirm, day);
    expect(one.state).toMatchObject({ status: "paid", file: "F-1", serial: "S-1" });
    expect(Object.values(one.state.by)).toEqual(["clerk-1", "accountant-1", "approver-1", "cashier-1"]);
  });
  const all: readonly Role[] = ["clerk", "accountant", "finance-approver", "county"];
  test.each([
    ["clerk-1", 0, { type: "review" }],
    ["clerk-1", 1, { type: "approve" }],
    ["accountant-1", 1, { type: "approve" }],
    ["accountant-1", 1, { type: "agree" }],
    ["clerk-1", 1, { type: "agree" }],
  ] as const)("%s, who took a step before, takes no other one, with any role", (sub, steps, command) => {
    expect(refused(upTo(steps), command, person(sub, ...all))).toBe("finance.one-person-in-two-roles");
    expect(refused(upTo(steps), command, person("someone-else", ...all))).toBeUndefined();
  });
  test.each(["clerk-1", "accountant-1", "approver-1"])("%s does not pay, cashier or not", (sub) => {
    expect(refused(upTo(2), send, person(sub, "cashier"))).toBe("finance.one-person-in-two-roles");
    expect(refused(upTo(2), send, person(sub, "accountant"))).toBe("finance.role-missing");
  });
  test("a cashier asks, reviews and approves nothing, also with other roles", () => {
    const both = person("x", "cashier", ...all);
    expect(new Living(payment).tell(request(), day, both)).toMatchObject({ code: "finance.cashier-only-pays" });
    expect(refused(upTo(0), { type: "review" }, both)).toBe("finance.cashier-only-pays");
    expect(refused(upTo(1), { type: "approve" }, both)).toBe("finance.cashier-only-pays");
    expect(refused(upTo(0), { type: "refuse", reasons: "无" }, both)).toBe("finance.cashier-only-pays");
  });
  test("no step is left out", () => {
    expect(refused(upTo(0), { type: "approve" }, approver)).toBe("finance.payment-not-in-this-state");
    expect(refused(upTo(1), send, cashier)).toBe("finance.payment-not-in-this-state");
    expect(refused(upTo(2), confirm, cashier)).toBe("finance.payment-not-in-this-state");
    expect(refused(upTo(3).lawfully(confirm, day), confirm, cashier)).toBe("finance.payment-not-in-this-state");
  });
});

describe("F10: the mode says who must agree, and above which amount", () => {
  test.each([
    [500, undefined],
    [499, "finance.county-has-not-agreed"],
  ])("500 fen where the county agrees above %i", (agreementAbove, code) => {
    expect(refused(upTo(1, { agreementAbove: fen(agreementAbove) }), { type: "approve" }, approver)).toBe(code);
  });
  test("after the county agreed it is approved, by another person", () => {
    const one = upTo(1, { agreementAbove: fen(499) }).lawfully({ type: "agree" }, day, county);
    expect(refused(one, { type: "approve" }, person("county-1", "finance-approver"))).toBe(
      "finance.one-person-in-two-roles",
    );
    expect(refused(one, { type: "approve" }, approver)).toBeUndefined();
  });
});

describe("F-48: what is wrong is asked anew", () => {
  test.each([0, -1, mostFen + 1])("%i fen are no payment", (amount) => {
    expect(new Living(payment).tell(request({ amount: fen(amount) }), day, clerk)).toMatchObject({
      code: "finance.payment-amount",
    });
  });
  test("without a document there is none, and the same again is a repetition", () => {
    expect(new Living(payment).tell(request({ document: " " }), day, clerk)).toMatchObject({
      code: "finance.payment-without-document",
    });
    expect(upTo(1).tell(request(), day, clerk)).toEqual([]);
    expect(refused(upTo(1), request({ amount: fen(501) }), clerk)).toBe("finance.payment-requested-otherwise");
  });
  test("only he who asked withdraws, and nobody after it is sent", () => {
    expect(refused(upTo(2), { type: "withdraw" }, accountant)).toBe("finance.not-the-requester");
    expect(refused(upTo(3), { type: "withdraw" }, clerk)).toBe("finance.payment-not-in-this-state");
    expect(refused(upTo(2), { type: "withdraw" }, clerk)).toBeUndefined();
  });
  test("a returned payment goes to another account only after all steps anew", () => {
    const one = upTo(3).lawfully(back, day);
    expect(refused(one, { type: "correct", payee: "P-2", standing: { status: "open" } }, cashier)).toBe(
      "finance.not-the-requester",
    );
    one.lawfully({ type: "correct", payee: "P-2", standing: { status: "open" } }, day, clerk);
    expect(one.state).toMatchObject({ status: "requested", payee: "P-2" });
    expect(one.state.by).toEqual({ request: "clerk-1" });
    expect(one.state).not.toHaveProperty("serial");
    expect(refused(one, send, cashier)).toBe("finance.payment-not-in-this-state");
  });
  test("what was given up stays so", () => {
    const one = upTo(3).lawfully(back, day).lawfully({ type: "give-up" }, day, clerk);
    expect(refused(one, { type: "correct", payee: "P-2", standing: { status: "open" } }, clerk)).toBe(
      "finance.payment-not-in-this-state",
    );
  });
});

describe("F-2: the line and the payment are one commit", () => {
  const context = aContext();
  const approval: BudgetLineCommand = {
    type: "approve",
    year: context.today.year,
    item: "2010301",
    purpose: "办公费",
    ground: "congress",
    document: "强人发1号",
    amount: fen(1000),
  };
  const today = context.today.toString();
  const aTown = async () => {
    const store = new Store(memoryTable("finance"));
    const asked = (commandId: string) => ({ commandId, bodyDigest: commandId });
    const line = { decider: budgetLine, id: "BL-1", context };
    await store.execute({ ...line, expects: "new", command: approval, ...asked("approve-line") });
    const plan: BudgetLineCommand = { type: "plan", upTo: fen(1000), document: "计划" };
    await store.execute({ ...line, expects: "existing", command: plan, ...asked("plan") });
    const standing = async () => {
      const found = await store.load(budgetLine, "BL-1");
      if (found === undefined) throw new Error("no line");
      return found.state;
    };
    const tell = async (id: string, command: PaymentCommand, actor: Actor) => {
      const before = (await store.load(payment, id))?.state ?? { status: "requested" as const, amount: fen(500) };
      const told = lineCommandFor(id, before, command, await standing());
      const execution = {
        ...{ decider: payment, id, expects: command.type === "request" ? ("new" as const) : ("existing" as const) },
        ...{ command, context: { ...context, actor }, ...asked(`${id}-${command.type}-${before.status}`) },
      };
      const outcome = await (told === undefined
        ? store.execute(execution)
        : store.execute({
            ...execution,
            others: { members: { line: member(budgetLine, "BL-1") }, commands: () => ({ line: told }) },
          }));
      return outcome.kind === "rejected" ? outcome.rejection.code : outcome.kind;
    };
    return { tell, standing };
  };

  test("a third request that does not fit leaves neither a payment nor a reservation, until one is refused", async () => {
    const { tell, standing } = await aTown();
    expect(await tell("a", request(), clerk)).toBe("done");
    expect(await tell("b", request(), clerk)).toBe("done");
    expect(await tell("c", request(), clerk)).toBe("finance.over-budget");
    expect(await tell("c", { type: "review" }, accountant)).toBe("not-found");
    expect(await tell("a", { type: "refuse", reasons: "重复" }, accountant)).toBe("done");
    expect(availableOf(await standing())).toBe(500);
    expect(await tell("d", request(), clerk)).toBe("done");
  });
  test("paid it is spent; sent back, before or after, it is free once", async () => {
    const { tell, standing } = await aTown();
    for (const id of ["a", "b"]) {
      await tell(id, request(), clerk);
      for (const [command, actor] of way) expect(await tell(id, command, actor)).toBe("done");
    }
    expect(await tell("a", { ...confirm, on: today }, cashier)).toBe("done");
    expect(await standing()).toMatchObject({ paid: 500, reserved: { b: 500 } });
    expect(await tell("a", { ...back, on: today }, cashier)).toBe("finance.payment-moved-meanwhile");
    expect(await tell("a", { ...back, on: today, seen: "paid" }, cashier)).toBe("done");
    expect(await tell("b", { ...back, on: today }, cashier)).toBe("done");
    expect(await standing()).toMatchObject({ paid: 0, reserved: {} });
    expect(await tell("a", { type: "correct", payee: "P-2", standing: { status: "open" } }, clerk)).toBe("done");
    expect(await standing()).toMatchObject({ reserved: { a: 500 } });
  });
});

test("a line that lapsed holds nothing to give back; what returns in a later year restores what was carried over", () => {
  const sent = { status: "sent", amount: fen(500) } as const;
  expect(lineCommandFor("a", sent, back, { status: "open" })).toMatchObject({ type: "release" });
  expect(lineCommandFor("a", sent, back, { status: "lapsed" })).toBeUndefined();
  const carried = new Living(budgetLine).lawfully(
    {
      type: "approve",
      year: 2027,
      item: "2010301",
      purpose: "办公费",
      ground: "carry-over",
      from: "2026-A",
      document: "结转",
      amount: fen(100),
    },
    "2027-01-05",
  );
  expect(carried.lawfully(carryOverCommandFor(fen(500), "S-9"), "2027-01-06").state.approved).toBe(600);
});

test("every refusal of payments has a text of its own, and every duty a word", () => {
  const texts = Object.entries(paymentProblems).flatMap(([code, text]) => (code.startsWith("word.") ? [] : text));
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
  expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
  const words = Object.keys(paymentProblems);
  expect(duties.filter((duty) => !words.includes(`word.finance.one-person-in-two-roles.${duty}`))).toEqual([]);
});
