import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, rowOf, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { accountFor, bankLineMember, lineUsed } from "../../bank-lines/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { bookBefore, bookHeld, type Draft, postedTogether, turned } from "../../ledger/index.ts";
import { receivable } from "../domain/decider.ts";
import { awaitedOf, inHandsOf, instalmentsOf, mayStillMove, owedOfPenalty } from "../domain/penalty.ts";
import {
  listedOn,
  owedOf,
  type Receivable,
  receivableKinds,
  receivableMoves,
  receivedOf,
  refundableOf,
  runningRefund,
  surplusOf,
} from "../domain/receivable.ts";

const day = z.iso.date();
const holders = ["officer", "organ", "bank"] as const;
const statuses = ["open", "settled", "cancelled"] as const;
const receivableView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  service: z.string(),
  claim: z.string(),
  kind: z.enum(receivableKinds),
  dueFen: z.int(),
  dueOn: day,
  overdue: z.boolean(),
  receivedFen: z.int(),
  owedFen: z.int(),
  surplusFen: z.int(),
  /** CF-72: what of it is surcharge today, and the days that were counted. */
  surchargeFen: z.int(),
  lateDays: z.int(),
  /** CF-66: the parts in which it is paid. */
  instalments: z.array(z.object({ dueOn: day, amountFen: z.int(), openFen: z.int() })),
  /** CF-71: who has the money that an officer took, and by when it goes on. */
  inHands: z.object({ holder: z.enum(holders), handOnBy: day.optional(), late: z.boolean() }).optional(),
  /** What the service has on record and the treasury does not show yet. */
  awaitedFen: z.int(),
  refundDueFen: z.int(),
  /** What may still be proposed to go back. */
  refundableFen: z.int(),
  received: z.array(z.object({ serial: z.string(), receipt: z.string(), amountFen: z.int(), on: day })),
  refunds: z.array(
    z.object({ amountFen: z.int(), document: z.string(), approved: z.boolean(), paidOn: day.optional() }),
  ),
  reason: z.string().optional(),
});
const row = receivableView.omit({ received: true, refunds: true, reason: true, instalments: true });

const view = ({ id, version, state }: Loaded<Receivable>, { runtime }: Pick<Viewing, "runtime">) => {
  const today = todayIn(runtime.clock()).toString();
  const owed = owedOf(state, today);
  const dueOn = listedOn(state);
  return {
    ...{ id, version, status: state.status, service: state.service, claim: state.claim, kind: state.kind },
    ...{ dueFen: state.due, dueOn, receivedFen: receivedOf(state), owedFen: owed },
    ...viewPenalty(state, today),
    overdue:
      owed > 0 && dueOn < today && !(state.terms !== undefined && mayStillMove({ ...state, terms: state.terms })),
    ...{ surplusFen: surplusOf(state, today), refundDueFen: state.refundDue, refundableFen: refundableOf(state) },
    received: state.received.map(({ amount, ...one }) => ({ ...one, amountFen: amount })),
    refunds: state.refunds.map(({ amount, document, approvedBy, paidOn }) => ({
      ...{ amountFen: amount, document, approved: approvedBy !== undefined },
      ...present({ paidOn }),
    })),
    ...present({ reason: state.reason }),
  };
};

const noPenalty = { surchargeFen: 0, lateDays: 0, instalments: [], awaitedFen: 0 };
/** CF-66 to CF-72: what a penalty is made of on a day. */
function viewPenalty(state: Receivable, today: string) {
  const { terms } = state;
  if (terms === undefined) return noPenalty;
  const claim = { ...state, terms };
  const { surchargeFen, lateDays } = owedOfPenalty(claim, today);
  const hands = inHandsOf(claim);
  return {
    ...{ surchargeFen, lateDays, awaitedFen: awaitedOf(claim).reduce((total, { amountFen }) => total + amountFen, 0) },
    instalments: instalmentsOf(claim).map(({ due, amountFen, openFen }) => ({ dueOn: due, amountFen, openFen })),
    ...(hands === undefined
      ? {}
      : { inHands: { ...hands, late: hands.handOnBy !== undefined && hands.handOnBy < today } }),
  };
}

const receivables = resource({
  of: receivable,
  at: "/finance/receivables",
  staff: financeReaders,
  moves: receivableMoves,
  statusOf: ({ status }) => status,
  returns: receivableView,
  view,
});

interface Money {
  /** What names the money: its serial number, or the refund. */
  readonly name: string;
  readonly amount: Line["amount"];
  readonly on: string;
  readonly text: string;
  readonly goesBack?: true;
}

/** A serial number may hold anything; its key is letters and digits. */
const keyOf = (name: string): string => sha256(name).slice(0, 16).toUpperCase();

/** F-10: what came into the treasury, or left it again, is posted in its books by class. */
function moneyDraft({ kind }: Receivable, { name, amount, on, text, goesBack }: Money, { town }: Runtime): Draft {
  const { book, money, income, items } = town.finance.receiptAccounts;
  const origin = kind === "penalty" ? "fine" : "permit-fee";
  const cameIn: readonly Line[] = [
    { account: money, side: "debit", amount },
    { account: income, side: "credit", amount, item: items[kind], level: "town", origin },
  ];
  return {
    ...{ book, nature: "handed-on", source: { service: "finance", id: `receipt-${keyOf(name)}` }, effectiveOn: on },
    ...{ text, lines: goesBack === true ? turned(cameIn) : cameIn },
  };
}

/** What is posted with a step; nothing, where there is no such money. */
async function postedOf(
  { id, runtime }: { readonly id: string; readonly runtime: Runtime },
  moneyOf: (of: Receivable) => Money | undefined,
) {
  const of = (await runtime.store.load(receivable, id))?.state;
  const money = of === undefined ? undefined : moneyOf(of);
  if (of === undefined || money === undefined) return undefined;
  const draft = moneyDraft(of, money, runtime);
  return postedTogether(draft, await bookBefore(runtime, draft.book), runtime);
}
const nothingPosted = { entries: [], balances: [] };
const treasuryHeld = ({ runtime }: { readonly runtime: Runtime }) =>
  bookHeld(runtime.town.finance.receiptAccounts.book);

/** Claims of the town, and the money that came in for them. */
export const receivableRoutes: readonly Route[] = [
  list("GET /finance/receivables", {
    summary: { zh: "应收款：按状态，先到期的在前", en: "Claims by status, those due first before the others" },
    allow: financeReaders,
    of: receivable,
    query: { status: severalOf(statuses).default(["open"]) },
    sorts: ["due"],
    returns: row,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `receivable:${one}` })),
    view: rowOf(row, view),
  }),
  receivables.read({ zh: "一笔应收款", en: "One claim" }, financeReaders),
  receivables.step("receive", {
    summary: {
      zh: "登记款项缴入国库（银行流水号一次有效），记入总会计账",
      en: "Record money that came into the treasury, by its serial number; it is posted in the same commit",
    },
    allow: ["accountant"],
    body: z.strictObject({ serial: lineOf(60, 1), receipt: lineOf(60, 1), amountFen, on: day }),
    facts: treasuryHeld,
    learn: (asking) =>
      postedOf(asking, ({ received }) => {
        const { serial, receipt, amountFen: amount, on } = asking.body;
        // The same line of the statement again posts nothing.
        if (received.some((one) => one.serial === serial)) return undefined;
        return { name: serial, amount, on, text: `缴入国库 ${receipt}` };
      }),
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "receive", ...body, amount }),
    others: {
      members: ({ body, learnt, runtime }) => ({
        line: bankLineMember(accountFor(runtime, runtime.town.finance.receiptAccounts), body.serial),
        ...(learnt?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        line: lineUsed(
          {
            ...{ account: accountFor(runtime, runtime.town.finance.receiptAccounts), serial: body.serial },
            amount: body.amountFen,
          },
          `receivable:${id}`,
        ),
        ...(learnt?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  receivables.step("propose-refund", {
    summary: { zh: "提出退库（多缴、撤销等）", en: "Propose that money goes back" },
    allow: ["accountant"],
    body: z.strictObject({ amountFen, document: lineOf(200, 1) }),
    tries: ({ state }) => {
      const most = state === undefined ? 0 : refundableOf(state);
      return most > 0 ? [{ amountFen: most, document: "退库1号" }] : [];
    },
    run: ({ body }) => ({ type: "propose-refund", amount: body.amountFen, document: body.document }),
  }),
  receivables.step("approve-refund", {
    summary: { zh: "审批退库", en: "Approve that it goes back" },
    allow: ["finance-approver"],
    body: z.strictObject({}),
    run: () => ({ type: "approve-refund" }),
  }),
  receivables.step("pay-refund", {
    summary: {
      zh: "登记国库已直接退给缴款人，同时记账",
      en: "Record that the treasury paid it back to who had paid; it is posted in the same commit",
    },
    allow: ["accountant"],
    body: z.strictObject({ on: day }),
    facts: treasuryHeld,
    learn: (asking) =>
      postedOf(asking, (of) => {
        const amount = runningRefund(of)?.amount;
        if (amount === undefined) return undefined;
        const name = `${asking.id} ${of.refunds.length}`;
        return { name, amount, on: asking.body.on, text: "退库", goesBack: true };
      }),
    run: ({ body }) => ({ type: "pay-refund", ...body }),
    others: {
      members: ({ learnt }) => learnt?.members ?? nothingPosted,
      commands: ({ learnt, facts }) => learnt?.commands(facts.standing) ?? nothingPosted,
    },
  }),
  receivables.history({ zh: "应收款的经过", en: "History of a claim" }, financeReaders),
];
