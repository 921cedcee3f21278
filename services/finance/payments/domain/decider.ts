import { deciderOf } from "../../../../shared/decider/index.ts";
import { type Payment, type PaymentCommand, type PaymentEvent, paymentMoves } from "./payment.ts";
import type { PaymentRefusal } from "./refusals.ts";
import * as steps from "./steps.ts";

/** A payment: asked for, reviewed, approved and paid by different people (F11, F-49), and sent back where the bank does. */
export const payment = deciderOf<{
  readonly state: Payment;
  readonly command: PaymentCommand;
  readonly event: PaymentEvent;
  readonly moves: typeof paymentMoves;
  readonly begins: "request";
  readonly begun: "finance.payment.requested";
  readonly refusal: PaymentRefusal;
}>({
  aggregate: "payment",
  shape: 2,
  logins: ["by"],
  moves: paymentMoves,
  impossible: "finance.payment-not-in-this-state",
  byItself: ["confirm", "return"],
  begin: { request: steps.request },
  steps: {
    review: steps.review,
    agree: steps.agree,
    approve: steps.approve,
    send: steps.send,
    confirm: steps.confirm,
    return: steps.takeReturn,
    correct: steps.correct,
    refuse: steps.refusePayment,
    withdraw: steps.withdraw,
    "give-up": steps.giveUp,
    "go-on": steps.goOn,
  },
  always: { request: steps.requestAgain },
  begun: {
    "finance.payment.requested": ({ data: { by, ...asked } }) => ({
      ...asked,
      status: "requested",
      by: { request: by },
    }),
  },
  effects: {
    "finance.payment.reviewed": (state, { data }) => ({
      ...state,
      status: "reviewed",
      by: { ...state.by, review: data.by },
    }),
    "finance.payment.agreed": (state, { data }) => ({ ...state, by: { ...state.by, agree: data.by } }),
    "finance.payment.approved": (state, { data }) => ({
      ...state,
      status: "approved",
      by: { ...state.by, approve: data.by },
    }),
    "finance.payment.sent": (state, { data }) => ({
      ...state,
      status: "sent",
      file: data.file,
      by: { ...state.by, pay: data.by },
    }),
    "finance.payment.confirmed": (state, { data }) => ({ ...state, status: "paid", serial: data.serial }),
    "finance.payment.returned": (state, { data }) => ({
      ...state,
      status: "returned",
      serial: data.serial,
      reasons: data.reasons,
      line: data.line ?? state.line,
    }),
    "finance.payment.corrected": ({ file: _file, serial: _serial, reasons: _reasons, ...state }, { data }) => ({
      ...state,
      status: "requested",
      payee: data.payee,
      by: { request: data.by },
    }),
    "finance.payment.gone-on": (state, { data }) => ({ ...state, line: data.line }),
    "finance.payment.refused": (state, { data }) => ({ ...state, status: "refused", reasons: data.reasons }),
    "finance.payment.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "finance.payment.given-up": (state) => ({ ...state, status: "given-up" }),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: `payment:${status}`, sort: id } }),
});
