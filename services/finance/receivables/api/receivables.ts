import * as z from "zod";
import { hasRole, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { negate } from "../../../../shared/money/index.ts";
import { lineOf, personOrBodyName, titled } from "../../../../shared/text/index.ts";
import { bankLineMember, lineUsed } from "../../bank-lines/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { blamesItsDay } from "../../ledger/index.ts";
import { receivable } from "../domain/decider.ts";
import { claimsOf } from "../domain/payer.ts";
import { refundableOf, runningRefund } from "../domain/receivable.ts";
import { receiptIssued, receiptsGiven, stockOf } from "./issuing.ts";
import { entriesOfLine, type Money, nothingPosted, postedOf, treasuryHeld, treasuryOf } from "./money.ts";
import {
  owesIt,
  payerKeyOf,
  receivableRow,
  receivableStatuses,
  receivables,
  viewReceivable,
} from "./receivable-view.ts";
import { takeBackStep } from "./taking-back.ts";

const day = z.iso.date();

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
    learn: async (asking) => {
      const { serial, receipt, amountFen: amount, on } = asking.body;
      const posted = await postedOf(asking, async ({ received }) => {
        // The same line of the statement again posts nothing.
        if (received.some((one) => one.serial === serial)) return undefined;
        const turn = (await entriesOfLine(asking.runtime, serial)).length + 1;
        return { name: serial, amount, on, text: `缴入国库 ${receipt}`, turn };
      });
      if (posted === undefined) return undefined;
      const given = await receiptsGiven(asking.runtime, asking.id, serial);
      const stocked = await stockOf(asking.runtime, posted.of.kind);
      const money = { ...asking.body, amount };
      return { ...posted, fiscal: receiptIssued(asking.id, posted.of, money, given.length + 1, stocked) };
    },
    run: ({ body: { amountFen: amount, madeOutTo: _name, ...body } }) => ({ type: "receive", ...body, amount }),
    blames: blamesItsDay,
    others: {
      members: ({ body, learnt, runtime }) => ({
        line: bankLineMember(treasuryOf(runtime), body.serial),
        fiscal: learnt?.fiscal.members ?? [],
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
        fiscal: learnt?.fiscal.commands ?? [],
        ...(learnt?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  takeBackStep,
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
    blames: blamesItsDay,
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
