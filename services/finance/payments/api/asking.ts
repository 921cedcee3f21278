import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, type Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { countyRuns } from "../../../../shared/town/finance.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { amountFen } from "../../common/amounts.ts";
import { payment } from "../domain/decider.ts";
import type { PaymentCommand } from "../domain/payment.ts";
import { payments, requesters } from "./payment-view.ts";
import { holding, onTheLine, payeeHeld, standingOf } from "./standing.ts";

const nothing = z.strictObject({});

/** F10, F-54: what the mode of the town asks for, on the day of the request. */
function agreementAsked({ town: { finance }, clock }: Pick<Runtime, "town" | "clock">) {
  const agreementBy = countyRuns(finance, "payments", todayIn(clock()).toString());
  return agreementBy === undefined ? {} : { agreementBy, ...present({ agreementAbove: finance.agreementAboveFen }) };
}

/** Steps before the bank has it. */
export const askingRoutes: readonly Route[] = [
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
      ...agreementAsked(runtime),
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
  payments.step("go-on", {
    summary: { zh: "年终后由结转指标继续支付", en: "After its year: the carry-over of its line holds the money" },
    allow: ["accountant"],
    body: z.strictObject({ line: lineOf(60) }),
    facts: ({ body }) => ({ standing: heldFact(factReference(budgetLine, body.line)) }),
    learn: standingOf,
    learnsFromTable: true,
    run: ({ body, facts }) => ({ type: "go-on", ...body, standing: facts.standing }),
    others: {
      members: ({ body, learnt }) => ({ lines: learnt === undefined ? [] : [member(budgetLine, body.line)] }),
      commands: ({ id, learnt }) => ({ lines: learnt === undefined ? [] : [holding(id, learnt.payment.amount)] }),
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
