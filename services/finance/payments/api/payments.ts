import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, resource, rowOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { lines } from "../../budget/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { payment } from "../domain/decider.ts";
import { carryOverCommandFor, type LineCommand, lineCommandFor } from "../domain/on-the-line.ts";
import { payee } from "../domain/payee/payee.ts";
import { duties, type Payment, type PaymentCommand, paymentMoves } from "../domain/payment.ts";
import { bookedTogether, bookHeldFor } from "./booking.ts";

const day = z.iso.date();
/** Who asks for payments: offices and teams. */
const requesters = [
  "clerk",
  "reviewer",
  "approver",
  "squad-leader",
  "dispatcher",
  "accountant",
] as const satisfies readonly Role[];

const statuses = [
  "requested",
  "reviewed",
  "approved",
  "sent",
  "paid",
  "returned",
  "refused",
  "withdrawn",
  "given-up",
] as const;
const paymentView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  line: z.string(),
  payee: z.string(),
  amountFen: z.int(),
  purpose: z.string(),
  document: z.string(),
  agreementAboveFen: z.int().optional(),
  /** Steps that were taken since it was asked for. */
  taken: z.array(z.enum(duties)),
  file: z.string().optional(),
  serial: z.string().optional(),
  reasons: z.string().optional(),
});
const paymentRow = paymentView.omit({ document: true, reasons: true });

const view = ({ id, version, state }: Loaded<Payment>) => ({
  ...{ id, version, status: state.status, line: state.line, payee: state.payee, amountFen: state.amount },
  ...{ purpose: state.purpose, document: state.document },
  taken: duties.filter((duty) => state.by[duty] !== undefined),
  ...present({ agreementAboveFen: state.agreementAbove, file: state.file, serial: state.serial }),
  ...present({ reasons: state.reasons }),
});

/** The county sees what it must agree to (F10). */
const needsCounty = ({ agreementAbove, amount }: Payment): boolean =>
  agreementAbove !== undefined && amount > agreementAbove;

export const payments = resource({
  of: payment,
  at: "/finance/payments",
  staff: financeReaders,
  own: ({ state }, actor) => state.by.request === actor.sub || (hasRole(actor, ["county"]) && needsCounty(state)),
  moves: paymentMoves,
  statusOf: ({ status }) => status,
  returns: paymentView,
  view,
  links: ({ state }) => [lines.link("budget-line", { zh: "预算指标", en: "Budget line" }, state.line)],
});

const payeeHeld = ({ body }: { readonly body: { readonly payee: string } }) => ({
  standing: heldFact(factReference(payee, body.payee)),
});
/** The payment with its line, as they are before a step. */
async function standingOf({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) {
  const found = await store.load(payment, id);
  const line = found === undefined ? undefined : await store.load(budgetLine, found.state.line);
  return found === undefined || line === undefined ? undefined : { payment: found.state, line: line.state };
}
type Standing = Awaited<ReturnType<typeof standingOf>>;

/** What the line is told with a step of its payment, in the same commit. */
const onTheLine = (id: string, standing: Standing, command: PaymentCommand) => {
  const told = standing && lineCommandFor(id, standing.payment, command, standing.line);
  return {
    members: standing === undefined || told === undefined ? [] : [member(budgetLine, standing.payment.line)],
    commands: told === undefined ? [] : [told],
  };
};

const nothing = z.strictObject({});
const bank = { serial: lineOf(60, 1), on: day };
/** Steps before the bank has it. */
const beforeTheBank: readonly Route[] = [
  create("POST /finance/payments", {
    summary: { zh: "申请支付，预占指标", en: "Ask for a payment; the line holds the money" },
    allow: requesters,
    of: payment,
    body: z.strictObject({
      line: lineOf(60),
      payee: lineOf(60),
      amountFen,
      purpose: lineOf(200, 1),
      document: lineOf(200, 1),
    }),
    id: ({ unique }) => unique,
    facts: payeeHeld,
    run: ({ body: { amountFen: amount, ...body }, facts, runtime }): PaymentCommand => ({
      ...{ type: "request", ...body, amount, standing: facts.standing },
      ...present({ agreementAbove: runtime.town.finance.agreementAboveFen }),
    }),
    others: {
      members: ({ body }) => ({ line: member(budgetLine, body.line) }),
      commands: ({ id, body }) => ({ line: holding(id, body.amountFen) }),
    },
    returns: payments.returns,
    view: payments.view,
  }),
  payments.step("review", {
    summary: { zh: "审核", en: "Review it" },
    allow: ["accountant"],
    body: nothing,
    run: () => ({ type: "review" }),
  }),
  payments.step("agree", {
    summary: { zh: "县级同意", en: "The county agrees" },
    allow: ["county"],
    body: nothing,
    run: () => ({ type: "agree" }),
  }),
  payments.step("approve", {
    summary: { zh: "审批", en: "Approve it" },
    allow: ["finance-approver"],
    body: nothing,
    run: () => ({ type: "approve" }),
  }),
  payments.step("refuse", {
    summary: { zh: "不予支付，说明理由；释放指标", en: "Refuse it with reasons; the line is free again" },
    allow: ["accountant", "finance-approver"],
    body: z.strictObject({ reasons: textOf(300, 2) }),
    run: ({ body }) => ({ type: "refuse", ...body }),
    learn: standingOf,
    learnsFromTable: true,
    others: {
      members: ({ id, body, learnt }) => ({ lines: onTheLine(id, learnt, { type: "refuse", ...body }).members }),
      commands: ({ id, body, learnt }) => ({ lines: onTheLine(id, learnt, { type: "refuse", ...body }).commands }),
    },
  }),
  payments.step("withdraw", {
    summary: { zh: "申请人撤回；释放指标", en: "The requester takes it back; the line is free again" },
    allow: requesters,
    body: nothing,
    run: () => ({ type: "withdraw" }),
    learn: standingOf,
    learnsFromTable: true,
    others: {
      members: ({ id, learnt }) => ({ lines: onTheLine(id, learnt, { type: "withdraw" }).members }),
      commands: ({ id, learnt }) => ({ lines: onTheLine(id, learnt, { type: "withdraw" }).commands }),
    },
  }),
];

const holding = (request: string, amount: z.output<typeof amountFen>): LineCommand => ({
  ...{ type: "reserve", request, amount },
});

const bookedOf = (id: string, standing: NonNullable<Standing>, on: string, comesBack: boolean) => ({
  ...{ id, amount: standing.payment.amount, item: standing.line.item, on, comesBack },
  text: comesBack ? "退回款项" : standing.payment.purpose,
});

/** What the bank says. */
const byTheBank: readonly Route[] = [
  payments.step("confirm", {
    summary: { zh: "登记银行已付，记账", en: "Record that the bank paid; it is posted in the same commit" },
    allow: ["accountant"],
    body: z.strictObject(bank),
    facts: ({ runtime }) => bookHeldFor(runtime),
    learn: standingOf,
    run: ({ body }) => ({ type: "confirm", ...body }),
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        lines: onTheLine(id, learnt, { type: "confirm", ...body }).members,
        ...posted(id, learnt, body.on, runtime, false).members,
      }),
      commands: ({ id, body, learnt, runtime, facts }) => ({
        lines: onTheLine(id, learnt, { type: "confirm", ...body }).commands,
        ...posted(id, learnt, body.on, runtime, false).commands(facts.standing),
      }),
    },
  }),
  payments.step("return", {
    summary: {
      zh: "登记银行退回；本年恢复指标，跨年恢复结转指标",
      en: "Record that the bank sent it back: its line, or in a later year a carry-over, has the money again",
    },
    allow: ["accountant"],
    body: z.strictObject({ ...bank, reasons: textOf(300, 2), carryOver: lineOf(60).exactOptional() }),
    facts: ({ runtime }) => bookHeldFor(runtime),
    learn: standingOf,
    run: ({ body: { carryOver, ...body }, learnt }) => ({
      ...{ type: "return", ...body },
      ...(isLater(learnt, body.on)
        ? { later: carryOver === undefined ? ("without-carry-over" as const) : ("with-carry-over" as const) }
        : {}),
    }),
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        lines: returning(id, learnt, body).members,
        ...posted(id, wasPaid(learnt), body.on, runtime, true).members,
      }),
      commands: ({ id, body, learnt, runtime, facts }) => ({
        lines: returning(id, learnt, body).commands,
        ...posted(id, wasPaid(learnt), body.on, runtime, true).commands(facts.standing),
      }),
    },
  }),
  payments.step("correct", {
    summary: { zh: "更正收款人，重新申请", en: "Ask again for another payee; all steps are taken anew" },
    allow: requesters,
    body: z.strictObject({ payee: lineOf(60) }),
    facts: payeeHeld,
    learn: standingOf,
    run: ({ body, facts }) => ({ type: "correct", ...body, standing: facts.standing }),
    others: {
      members: ({ learnt }) => ({ lines: learnt === undefined ? [] : [member(budgetLine, learnt.payment.line)] }),
      commands: ({ id, learnt }) => ({ lines: learnt === undefined ? [] : [holding(id, learnt.payment.amount)] }),
    },
  }),
  payments.step("give-up", {
    summary: { zh: "退回后不再支付", en: "Do not pay it after its return" },
    allow: requesters,
    body: nothing,
    run: () => ({ type: "give-up" }),
  }),
];

const isLater = (standing: Standing, on: string): boolean =>
  standing?.payment.status === "paid" && Number(on.slice(0, 4)) > standing.line.year;
const wasPaid = (standing: Standing): Standing => (standing?.payment.status === "paid" ? standing : undefined);

/** What comes back in its year restores its line; in a later one what was carried over. */
function returning(
  id: string,
  standing: Standing,
  { serial, on, reasons, carryOver }: { serial: string; on: string; reasons: string; carryOver?: string },
) {
  if (standing === undefined || !isLater(standing, on))
    return onTheLine(id, standing, { type: "return", serial, on, reasons });
  return carryOver === undefined
    ? { members: [], commands: [] }
    : { members: [member(budgetLine, carryOver)], commands: [carryOverCommandFor(standing.payment.amount, serial)] };
}

function posted(id: string, standing: Standing, on: string, runtime: Runtime, comesBack: boolean) {
  if (standing === undefined)
    return { members: { entries: [], balances: [] }, commands: () => ({ entries: [], balances: [] }) };
  const { members, commands } = bookedTogether(bookedOf(id, standing, on, comesBack), runtime);
  return {
    members: { entries: [members.entry], balances: members.balances },
    commands: (book: Parameters<typeof commands>[0]) => {
      const { entry, balances } = commands(book);
      return { entries: [entry], balances };
    },
  };
}

/** Payments from budget lines. */
export const paymentRoutes: readonly Route[] = [
  list("GET /finance/payments", {
    summary: { zh: "支付：按状态；申请人只见本人的", en: "Payments by status; requesters see their own" },
    allow: [...financeReaders, "county", "clerk", "reviewer", "approver", "squad-leader", "dispatcher"],
    of: payment,
    query: { status: z.enum(statuses).default("requested") },
    returns: paymentRow,
    find: ({ query: { status } }) => ({ index: "byStatus", partition: `payment:${status}` }),
    keep: ({ state }, { actor }) =>
      hasRole(actor, financeReaders) ||
      state.by.request === actor?.sub ||
      (hasRole(actor, ["county"]) && needsCounty(state)),
    sparse: true,
    view: rowOf(paymentRow, view),
  }),
  payments.read({ zh: "一笔支付", en: "One payment" }, [
    ...financeReaders,
    "county",
    "clerk",
    "reviewer",
    "approver",
    "squad-leader",
    "dispatcher",
  ]),
  ...beforeTheBank,
  ...byTheBank,
  payments.history({ zh: "支付的经过", en: "History of a payment" }, financeReaders),
];
