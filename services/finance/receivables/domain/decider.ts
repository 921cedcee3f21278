import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import {
  type Receivable,
  type ReceivableCommand,
  type ReceivableEvent,
  receivableMoves,
  refundableOf,
  runningRefund,
  withStatus,
} from "./receivable.ts";
import { badInput, notNow, notYou, type ReceivableRefusal, refuse } from "./refusals.ts";

type Ask<T extends ReceivableCommand["type"]> = OfType<ReceivableCommand, T>;

const raise = ({ type: _type, due, ...data }: Ask<"raise">): Decision<ReceivableEvent> => [
  { type: "finance.receivable.raised", data: { ...data, dueFen: due } },
];

/** F-10, XK-59: the money is in the treasury. The same line of the statement again is a repetition. */
function receive(
  state: Receivable,
  { serial, receipt, amount, on }: Ask<"receive">,
  { today }: Context,
): Decision<ReceivableEvent> {
  if (on > today.toString()) return badInput("finance.day-in-future", { on }, "/on");
  const known = state.received.find((one) => one.serial === serial);
  if (known !== undefined) return known.amount === amount ? [] : badInput("finance.serial-used", { serial }, "/serial");
  return [
    {
      type: "finance.payment.received",
      data: {
        for: { service: state.service, id: state.claim },
        ...{ amountFen: amount, treasuryFen: amount, receivedOn: on, receipt, serial },
      },
    },
  ];
}

const article = "预算法60";

/** F-36: a refund is what the organ owes back, or what came in beyond a fee; never more than came in. */
function proposeRefund(
  state: Receivable,
  { amount, document }: Ask<"propose-refund">,
  { actor }: Context,
): Decision<ReceivableEvent> {
  if (runningRefund(state) !== undefined) return notNow("finance.refund-running");
  const owed = refundableOf(state);
  if (amount > owed) return refuse("finance.refund-too-large", { most: owed, article }, "/amountFen");
  return [{ type: "finance.receivable.refund-proposed", data: { amountFen: amount, document, by: actor.sub } }];
}

/** F-36, F-49: another person approves it. */
function approveRefund(
  state: Receivable,
  _command: Ask<"approve-refund">,
  { actor }: Context,
): Decision<ReceivableEvent> {
  const refund = runningRefund(state);
  if (refund === undefined || refund.approvedBy !== undefined) return notNow("finance.nothing-to-refund");
  if (refund.proposedBy === actor.sub)
    return notYou("finance.same-person-approves-refund", { article: "会计法 25(1)" });
  return [{ type: "finance.receivable.refund-approved", data: { by: actor.sub } }];
}

/** The treasury paid it straight to who had paid, also in a later year: no line of the budget is asked. */
function payRefund(state: Receivable, { on }: Ask<"pay-refund">, { today }: Context): Decision<ReceivableEvent> {
  const refund = runningRefund(state);
  if (refund === undefined) return notNow("finance.nothing-to-refund");
  if (refund.approvedBy === undefined) return notNow("finance.refund-not-approved", { article });
  if (on > today.toString()) return badInput("finance.day-in-future", { on }, "/on");
  return [{ type: "finance.receivable.refunded", data: { amountFen: refund.amount, on } }];
}

/** Changes the refund that runs. */
const refunding = (state: Receivable, change: Partial<Receivable["refunds"][number]>): Receivable => ({
  ...state,
  refunds: state.refunds.map((one) => (one.paidOn === undefined ? { ...one, ...change } : one)),
});

/** A claim of the town: raised by the event of a service, paid into the treasury, and given back where it must (F-10, F-36). */
export const receivable = deciderOf<{
  readonly state: Receivable;
  readonly command: ReceivableCommand;
  readonly event: ReceivableEvent;
  readonly moves: typeof receivableMoves;
  readonly begins: "raise";
  readonly begun: "finance.receivable.raised";
  readonly refusal: ReceivableRefusal;
}>({
  aggregate: "receivable",
  shape: 2,
  logins: ["by"],
  moves: receivableMoves,
  impossible: "finance.receivable-not-in-this-state",
  byItself: ["change", "write-off", "owe-back"],
  begin: { raise },
  steps: {
    change: ({ due: before }, { due }) =>
      before === due ? [] : [{ type: "finance.receivable.changed", data: { dueFen: due } }],
    "write-off": (_state, { reason }) => [{ type: "finance.receivable.cancelled", data: { reason } }],
    receive,
    "owe-back": (_state, { amount }) => [{ type: "finance.receivable.owed-back", data: { amountFen: amount } }],
    "propose-refund": proposeRefund,
    "approve-refund": approveRefund,
    "pay-refund": payRefund,
  },
  always: {
    /** The same claim again is a repetition. */
    raise: (state, { due }) => (state.due === due ? [] : notNow("finance.receivable-raised-otherwise")),
  },
  begun: {
    "finance.receivable.raised": ({ data: { dueFen, ...data } }) => ({
      ...{ status: "open", ...data, due: dueFen, received: [], refundDue: fen(0), refunds: [] },
    }),
  },
  effects: {
    "finance.receivable.changed": (state, { data: { dueFen } }) => withStatus({ ...state, due: dueFen }),
    "finance.receivable.cancelled": (state, { data: { reason } }) => ({ ...state, status: "cancelled", reason }),
    "finance.receivable.owed-back": (state, { data: { amountFen } }) => ({
      ...state,
      refundDue: add(state.refundDue, amountFen),
    }),
    "finance.payment.received": (state, { data: { amountFen: amount, receivedOn: on, receipt, serial } }) =>
      withStatus({ ...state, received: [...state.received, { serial, receipt, amount, on }] }),
    "finance.receivable.refund-proposed": (state, { data: { amountFen: amount, document, by } }) => ({
      ...state,
      refunds: [...state.refunds, { amount, document, proposedBy: by }],
    }),
    "finance.receivable.refund-approved": (state, { data: { by } }) => refunding(state, { approvedBy: by }),
    "finance.receivable.refunded": (state, { data: { on } }) => withStatus(refunding(state, { paidOn: on })),
  },
  listed: ({ status, dueOn }, id) => ({ byStatus: { partition: `receivable:${status}`, sort: `${dueOn}|${id}` } }),
});
