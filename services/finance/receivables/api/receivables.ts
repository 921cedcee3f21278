import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, rowOf, type Viewing } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded, member, sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { book } from "../../ledger/domain/book/decider.ts";
import type { Book } from "../../ledger/domain/book/words.ts";
import { entryIdOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { LedgerEntryCommand } from "../../ledger/domain/posted/words.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { balancesMoved, turned } from "../../ledger/index.ts";
import { bankLine, type UseBankLine } from "../domain/bank-line.ts";
import { receivable } from "../domain/decider.ts";
import {
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
  refundDueFen: z.int(),
  /** What may still be proposed to go back. */
  refundableFen: z.int(),
  received: z.array(z.object({ serial: z.string(), receipt: z.string(), amountFen: z.int(), on: day })),
  refunds: z.array(
    z.object({ amountFen: z.int(), document: z.string(), approved: z.boolean(), paidOn: day.optional() }),
  ),
  reason: z.string().optional(),
});
const row = receivableView.omit({ received: true, refunds: true, reason: true });

const view = ({ id, version, state }: Loaded<Receivable>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, status: state.status, service: state.service, claim: state.claim, kind: state.kind },
  ...{ dueFen: state.due, dueOn: state.dueOn, receivedFen: receivedOf(state), owedFen: owedOf(state) },
  overdue: owedOf(state) > 0 && state.dueOn < todayIn(runtime.clock()).toString(),
  ...{ surplusFen: surplusOf(state), refundDueFen: state.refundDue, refundableFen: refundableOf(state) },
  received: state.received.map(({ amount, ...one }) => ({ ...one, amountFen: amount })),
  refunds: state.refunds.map(({ amount, document, approvedBy, paidOn }) => ({
    ...{ amountFen: amount, document, approved: approvedBy !== undefined },
    ...present({ paidOn }),
  })),
  ...present({ reason: state.reason }),
});

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
  readonly goesBack?: true;
}

/** F-10: what came into the treasury, or left it again, stands in its books by class, in the same commit. */
function booked(of: Receivable | undefined, { name, amount, on, goesBack }: Money, { town, clock }: Runtime) {
  const accounts = town.finance.receiptAccounts;
  const kind = of?.kind ?? "fee";
  const origin = kind === "penalty" ? "fine" : "permit-fee";
  const cameIn: readonly Line[] = [
    { account: accounts.money, side: "debit", amount },
    { account: accounts.income, side: "credit", amount, item: accounts.items[kind], level: "town", origin },
  ];
  const lines = goesBack === true ? turned(cameIn) : cameIn;
  const moved = balancesMoved(
    { book: accounts.book, effectiveOn: on, lines },
    todayIn(clock()).toString(),
    Number(on.slice(0, 4)),
  );
  const source = { service: "finance", id: `receipt-${keyOf(name)}` };
  const posting = (text: string, standing: Book | undefined): LedgerEntryCommand => ({
    ...{ type: "post", book: accounts.book, source, nature: "handed-on" },
    ...{ effectiveOn: on, text, lines, standing },
  });
  return { ...moved, posting, entry: entryIdOf(accounts.book, source) };
}

/** A serial number may hold anything; its key is letters and digits. */
const keyOf = (name: string): string => sha256(name).slice(0, 16).toUpperCase();
const cameIn = ({
  serial,
  amountFen: amount,
  on,
}: {
  serial: string;
  amountFen: Line["amount"];
  on: string;
}): Money => ({
  ...{ name: serial, amount, on },
});
/** The refund that runs, as money that leaves the treasury. */
function goesBack(id: string, of: Receivable | undefined, on: string): Money | undefined {
  const amount = of === undefined ? undefined : runningRefund(of)?.amount;
  return amount === undefined ? undefined : { name: `${id} ${of?.refunds.length}`, amount, on, goesBack: true };
}
const treasuryHeld = ({ runtime }: { readonly runtime: Runtime }) => ({
  standing: heldFact(factReference(book, runtime.town.finance.receiptAccounts.book)),
});

const reading = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) =>
  (await runtime.store.load(receivable, id))?.state;

/** Claims of the town, and the money that came in for them. */
export const receivableRoutes: readonly Route[] = [
  list("GET /finance/receivables", {
    summary: { zh: "应收款：按状态，先到期的在前", en: "Claims by status, those due first before the others" },
    allow: financeReaders,
    of: receivable,
    query: { status: z.enum(statuses).default("open") },
    returns: row,
    find: ({ query: { status } }) => ({ index: "byStatus", partition: `receivable:${status}` }),
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
    learn: reading,
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "receive", ...body, amount }),
    others: {
      members: ({ body, learnt, runtime }) => {
        const { members, entry } = booked(learnt, cameIn(body), runtime);
        return {
          line: member(bankLine, keyOf(body.serial), { expects: "either" }),
          entry: member(ledgerEntry, entry, { expects: "either" }),
          balances: wasReceived(learnt, body.serial) ? [] : members,
        };
      },
      commands: ({ id, body, learnt, runtime, facts }) => {
        const { commands, posting } = booked(learnt, cameIn(body), runtime);
        const line: UseBankLine = { type: "use", serial: body.serial, receivable: id };
        const entry = posting(`缴入国库 ${body.receipt}`, facts.standing);
        return { line, entry, balances: wasReceived(learnt, body.serial) ? [] : commands };
      },
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
    learn: reading,
    run: ({ body }) => ({ type: "pay-refund", ...body }),
    others: {
      members: ({ id, body, learnt, runtime }) => {
        const money = goesBack(id, learnt, body.on);
        if (money === undefined) return { entries: [], balances: [] };
        const { members, entry } = booked(learnt, money, runtime);
        return { entries: [member(ledgerEntry, entry, { expects: "new" })], balances: members };
      },
      commands: ({ id, body, learnt, runtime, facts }) => {
        const money = goesBack(id, learnt, body.on);
        if (money === undefined) return { entries: [], balances: [] };
        const { commands, posting } = booked(learnt, money, runtime);
        return { entries: [posting("退库", facts.standing)], balances: commands };
      },
    },
  }),
  receivables.history({ zh: "应收款的经过", en: "History of a claim" }, financeReaders),
];

const wasReceived = (of: Receivable | undefined, serial: string): boolean =>
  of?.received.some((one) => one.serial === serial) === true;
