import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../shared/decider/index.ts";
import { fineDueOn } from "../../../../shared/fines/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import { claimsOf } from "./payer.ts";
import {
  keptOf,
  listedOn,
  type Receivable,
  type ReceivableCommand,
  type ReceivableEvent,
  receivableMoves,
  refundableOf,
  runningRefund,
  withStatus,
} from "./receivable.ts";
import { badInput, notNow, notYou, type ReceivableRefusal, refuse } from "./refusals.ts";
import { standing } from "./standing.ts";
import { retoldClaim, takeBack, withoutReceipt } from "./taking-back.ts";

type Ask<T extends ReceivableCommand["type"]> = OfType<ReceivableCommand, T>;

function raise({ type: _type, due, told, ...data }: Ask<"raise">, context: Context): Decision<ReceivableEvent> {
  const terms = told === undefined ? undefined : { ...told, ...untouched(context) };
  return [{ type: "finance.receivable.raised", data: { ...data, dueFen: due, ...present({ terms }) } }];
}

/** What a penalty begins with. How a late instalment counts says the profile of the day (CF-66). */
const untouched = ({ town }: Pick<Context, "town">) => ({
  ...{ countedOn: town.enforcement.instalmentSurcharge.on, remedies: [], told: [] },
});

/** CF-51, CF-67: fifteen days from the day on which the party got the form. No surcharge stands in it. */
function raiseOnSpot(
  { claim, due, on, payer }: Ask<"raise-on-spot">,
  { calendar, town }: Context,
): Decision<ReceivableEvent> {
  const { due: last, start, provisional } = fineDueOn(calendar, on, town.enforcement.due.restDays);
  const terms = {
    ...{ fineFen: due, gainsFen: 0, due: { due: last, start, provisional }, surcharge: false, servedOn: on },
    ...untouched({ town }),
    paidWhole: true as const,
  };
  const data = {
    service: "enforcement",
    claim,
    kind: "penalty" as const,
    dueOn: last ?? start,
    terms,
    ...present({ payer }),
  };
  return [{ type: "finance.receivable.raised", data: { ...data, dueFen: due } }];
}

/** F-10, XK-59: the money is in the treasury. The same line of the statement again is a repetition. */
function receive(
  state: Receivable,
  { serial, receipt, amount, on }: Ask<"receive">,
  context: Context,
): Decision<ReceivableEvent> {
  if (on > context.today.toString()) return badInput("finance.day-in-future", { on }, "/on");
  const known = state.received.find((one) => one.serial === serial);
  if (known !== undefined) return known.amount === amount ? [] : badInput("finance.serial-used", { serial }, "/serial");
  const { terms } = state;
  if (terms !== undefined && state.received.some((one) => one.receipt === receipt))
    return badInput("finance.receipt-used", { receipt }, "/receipt");
  if (terms?.servedOn !== undefined && on < terms.servedOn)
    return badInput("finance.paid-before-claim", { on, served: terms.servedOn }, "/on");
  if (terms?.paidWhole === true && amount !== state.due)
    return refuse("finance.whole-sum-only", { due: state.due, article: "行政处罚法67" }, "/amountFen");
  const after = { ...state, received: [...state.received, { serial, receipt, amount, on }] };
  return [
    {
      type: "finance.payment.received",
      data: {
        for: { service: state.service, id: state.claim },
        ...{ amountFen: amount, treasuryFen: amount, receivedOn: on, receipt, serial },
        ...(terms === undefined
          ? { dueFen: state.due, paysWhole: state.status === "open" && keptOf(after) >= state.due }
          : {}),
      },
    },
    ...standing(state, after, context),
  ];
}

/** CF-66, CF-72: another sum, as the service says. */
function change(
  state: Receivable,
  { due, fineFen, gainsFen }: Ask<"change">,
  context: Context,
): Decision<ReceivableEvent> {
  const parts = { ...present({ fineFen, gainsFen }) };
  const after = changed(state, { dueFen: due, ...parts });
  const isSame = state.due === due && JSON.stringify(after.terms) === JSON.stringify(state.terms);
  if (isSame) return [];
  return [{ type: "finance.receivable.changed", data: { dueFen: due, ...parts } }, ...standing(state, after, context)];
}

/** Something else that the sum depends on. A claim that is gone and one without terms have nothing to count. */
function retell(state: Receivable, { change: told }: Ask<"retell">, context: Context): Decision<ReceivableEvent> {
  const isOver = state.status === "cancelled" && told.what !== "payment-taken-back" && told.what !== "begun-anew";
  if (state.terms === undefined || isOver) return [];
  const after = retoldClaim(state, told);
  return [{ type: "finance.receivable.retold", data: told }, ...standing(state, after, context)];
}

function oweBack(state: Receivable, { amount }: Ask<"owe-back">, context: Context): Decision<ReceivableEvent> {
  const after = { ...state, refundDue: add(state.refundDue, amount) };
  return [{ type: "finance.receivable.owed-back", data: { amountFen: amount } }, ...standing(state, after, context)];
}

/** Effect of a changed sum, also on the terms of a penalty. */
function changed(
  state: Receivable,
  { dueFen, fineFen, gainsFen }: { dueFen: Receivable["due"]; fineFen?: number; gainsFen?: number },
): Receivable {
  const { terms } = state;
  const split = terms === undefined || fineFen === undefined || gainsFen === undefined;
  return withStatus({ ...state, due: dueFen, ...(split ? {} : { terms: { ...terms, fineFen, gainsFen } }) });
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
function payRefund(
  state: Receivable,
  { on, serial }: Ask<"pay-refund">,
  { today }: Context,
): Decision<ReceivableEvent> {
  const refund = runningRefund(state);
  if (refund === undefined) return notNow("finance.nothing-to-refund");
  if (refund.approvedBy === undefined) return notNow("finance.refund-not-approved", { article });
  if (on > today.toString()) return badInput("finance.day-in-future", { on }, "/on");
  return [{ type: "finance.receivable.refunded", data: { amountFen: refund.amount, on, serial } }];
}

/** A refund that runs waits for its approval, or for its payment. */
function refundListed(state: Receivable, id: string) {
  const refund = runningRefund(state);
  if (refund === undefined) return {};
  return { byCode: { partition: `refund:${refund.approvedBy === undefined ? "proposed" : "approved"}`, sort: id } };
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
  readonly begins: "raise" | "raise-on-spot";
  readonly begun: "finance.receivable.raised";
  readonly refusal: ReceivableRefusal;
}>({
  aggregate: "receivable",
  shape: 6,
  logins: ["by"],
  moves: receivableMoves,
  impossible: "finance.receivable-not-in-this-state",
  byItself: ["change", "retell", "write-off", "owe-back"],
  begin: { raise, "raise-on-spot": raiseOnSpot },
  steps: {
    change,
    retell,
    "write-off": (_state, { reason }) => [{ type: "finance.receivable.cancelled", data: { reason } }],
    receive,
    "reverse-receipt": takeBack,
    "owe-back": oweBack,
    "show-code": (_state, { how }, { actor }) => [
      { type: "finance.receivable.code-shown", data: { how, by: actor.sub } },
    ],
    "propose-refund": proposeRefund,
    "approve-refund": approveRefund,
    "pay-refund": payRefund,
  },
  always: {
    /** The same claim again is a repetition. */
    raise: (state, { due }) => (state.due === due ? [] : notNow("finance.receivable-raised-otherwise")),
    "raise-on-spot": (state, { due }) => (state.due === due ? [] : notNow("finance.receivable-raised-otherwise")),
  },
  begun: {
    "finance.receivable.raised": ({ data: { dueFen, ...data } }) => ({
      ...{ status: "open", ...data, due: dueFen, received: [], refundDue: fen(0), refunds: [] },
    }),
  },
  effects: {
    "finance.receivable.changed": (state, { data }) => changed(state, data),
    "finance.receivable.retold": (state, { data }) => retoldClaim(state, data),
    "finance.receivable.settled": (state) => ({ ...state, status: "settled" }),
    "finance.receivable.reopened": (state) => ({ ...state, status: "open" }),
    "finance.receivable.cancelled": (state, { data: { reason } }) => ({ ...state, status: "cancelled", reason }),
    "finance.receivable.code-shown": (state) => state,
    "finance.receivable.owed-back": (state, { data: { amountFen } }) => ({
      ...state,
      refundDue: add(state.refundDue, amountFen),
    }),
    "finance.payment.received": (state, { data: { amountFen: amount, receivedOn: on, receipt, serial }, actor: by }) =>
      withStatus({ ...state, received: [...state.received, { serial, receipt, amount, on, by }] }),
    "finance.payment.reversed": (state, { data: { serial, on } }) => withStatus(withoutReceipt(state, serial, on)),
    "finance.receivable.refund-proposed": (state, { data: { amountFen: amount, document, by } }) => ({
      ...state,
      refunds: [...state.refunds, { amount, document, proposedBy: by }],
    }),
    "finance.receivable.refund-approved": (state, { data: { by } }) => refunding(state, { approvedBy: by }),
    "finance.receivable.refunded": (state, { data: { on, serial } }) =>
      withStatus(refunding(state, { paidOn: on, ...present({ serial }) })),
  },
  listed: (state, id) => ({
    byStatus: { partition: `receivable:${state.status}`, sort: `${listedOn(state)}|${id}` },
    ...(state.payer === undefined
      ? {}
      : { byOwner: { partition: claimsOf(state.payer.key), sort: `${listedOn(state)}|${id}` } }),
    ...refundListed(state, id),
  }),
  ended: ({ status, refunds }) => status !== "open" && refunds.every(({ paidOn }) => paidOn !== undefined),
});
