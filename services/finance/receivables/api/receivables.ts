import * as z from "zod";
import { hasRole, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { negate } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { accountFor, bankLineMember, lineUsed } from "../../bank-lines/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { bookBefore, bookHeld, type Draft, postedTogether, turned } from "../../ledger/index.ts";
import { receivable } from "../domain/decider.ts";
import { claimsOf } from "../domain/payer.ts";
import { type Receivable, refundableOf, runningRefund } from "../domain/receivable.ts";
import { type ReceiptAsked, receiptIssued } from "./issuing.ts";
import {
  owesIt,
  payerKeyOf,
  receivableRow,
  receivableStatuses,
  receivables,
  viewReceivable,
} from "./receivable-view.ts";

const day = z.iso.date();

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

/** CF-74, XK-59: what the money of a claim is, in any class. */
const origins = { fee: "permit-fee", penalty: "fine", cost: "ordinary" } as const satisfies Record<
  Receivable["kind"],
  Line["origin"]
>;

/** F-10: what came into the treasury, or left it again, is posted in its books by class. */
function moneyDraft(
  { kind }: Receivable,
  { name, amount, on, text, goesBack }: Money,
  { town }: Runtime,
): Omit<Draft, "postedFor"> {
  const { book, money, income, items } = town.finance.receiptAccounts;
  const cameIn: readonly Line[] = [
    { account: money, side: "debit", amount },
    { account: income, side: "credit", amount, item: items[kind], level: "town", origin: origins[kind] },
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
  const draft = { ...moneyDraft(of, money, runtime), postedFor: { record: "receivable" as const, id } };
  const posted = postedTogether(draft, await bookBefore(runtime, draft.book), runtime);
  return { ...posted, of, amount: money.amount, name: money.name };
}
const nothingPosted = { entries: [], balances: [] };
const treasuryOf = (runtime: Runtime): string => accountFor(runtime, runtime.town.finance.receiptAccounts);
const treasuryHeld = ({ runtime }: { readonly runtime: Runtime }) =>
  bookHeld(runtime.town.finance.receiptAccounts.book);

/** The fiscal receipt of a payment that was not recorded before. */
const fiscalOf = (
  id: string,
  learnt: Awaited<ReturnType<typeof postedOf>>,
  { amountFen: amount, ...body }: Omit<ReceiptAsked, "amount"> & { readonly amountFen: Line["amount"] },
) => (learnt === undefined ? { members: [], commands: [] } : receiptIssued(id, learnt.of, { ...body, amount }));

/** Each refund of a claim takes a line of its own. */
const refundNamed = ({ name }: Pick<Money, "name">): string => `refund:${name.replace(" ", ":")}`;

/** Claims of the town, and the money that came in for them. */
export const receivableRoutes: readonly Route[] = [
  list("GET /finance/receivables", {
    summary: {
      zh: "应收款：按状态，先到期的在前；缴款人只见本人的",
      en: "Claims by status, those due first before the others; a payer sees his own",
    },
    allow: [...financeReaders, "resident"],
    of: receivable,
    query: {
      status: severalOf(receivableStatuses).default(["open"]),
      mine: titled(z.literal("true"), { zh: "本人的", en: "One's own" }).optional(),
    },
    sorts: ["due"],
    returns: receivableRow,
    find: ({ query: { status, mine }, actor, runtime }) =>
      mine === undefined && hasRole(actor, financeReaders)
        ? status.map((one) => ({ index: "byStatus", partition: `receivable:${one}` }))
        : { index: "byOwner", partition: claimsOf(payerKeyOf(runtime, actor) ?? "") },
    keep: (loaded, { query: { status, mine }, actor, runtime }) =>
      status.includes(loaded.state.status) &&
      ((mine === undefined && hasRole(actor, financeReaders)) || owesIt(loaded, actor, runtime)),
    view: rowOf(receivableRow, viewReceivable),
  }),
  receivables.read({ zh: "一笔应收款；缴款人可看本人的", en: "One claim; a payer reads his own" }, [
    ...financeReaders,
    "resident",
  ]),
  receivables.step("receive", {
    summary: {
      zh: "登记款项缴入国库（银行流水号一次有效），记入总会计账",
      en: "Record money that came into the treasury, by its serial number; it is posted in the same commit",
    },
    allow: ["accountant"],
    body: z.strictObject({
      ...{ serial: lineOf(60, 1), receipt: lineOf(60, 1), amountFen, on: day },
      /** Who the fiscal receipt is made out to. */
      madeOutTo: personOrBodyName.exactOptional(),
    }),
    facts: treasuryHeld,
    learn: (asking) =>
      postedOf(asking, ({ received }) => {
        const { serial, receipt, amountFen: amount, on } = asking.body;
        // The same line of the statement again posts nothing.
        if (received.some((one) => one.serial === serial)) return undefined;
        return { name: serial, amount, on, text: `缴入国库 ${receipt}` };
      }),
    run: ({ body: { amountFen: amount, madeOutTo: _name, ...body } }) => ({ type: "receive", ...body, amount }),
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        line: bankLineMember(treasuryOf(runtime), body.serial),
        fiscal: fiscalOf(id, learnt, body).members,
        ...(learnt?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        line: lineUsed(
          {
            ...{ account: treasuryOf(runtime), serial: body.serial },
            amount: body.amountFen,
          },
          `receivable:${id}`,
        ),
        fiscal: fiscalOf(id, learnt, body).commands,
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
    body: z.strictObject({ on: day, serial: lineOf(60, 1) }),
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
      members: ({ body, learnt, runtime }) => ({
        line: learnt === undefined ? [] : [bankLineMember(treasuryOf(runtime), body.serial)],
        ...(learnt?.members ?? nothingPosted),
      }),
      commands: ({ body: { serial }, learnt, facts, runtime }) => ({
        line:
          learnt === undefined
            ? []
            : [lineUsed({ account: treasuryOf(runtime), serial, amount: negate(learnt.amount) }, refundNamed(learnt))],
        ...(learnt?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  receivables.history({ zh: "应收款的经过", en: "History of a claim" }, financeReaders),
];
