import {
  isOverdue,
  type Limit,
  limitFrom,
  recalculate,
  startOfDay,
  toDate,
} from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import { countersignFault } from "../../../common/domain/two-officers.ts";
import { onSpotCollection } from "../../../penalty-list/domain/index.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import type { OnSpotCommand, OnSpotEvent, OnSpotPenalty } from "./on-spot.ts";

type Decided = Decision<OnSpotEvent>;
type Ask<T extends OnSpotCommand["type"]> = Extract<OnSpotCommand, { type: T }>;
type Late = OnSpotPenalty["late"][number];

const article71 = { article: "行政处罚法71", rule: "CF-71" };
const twoDays = { ...article71, unit: "working-day" as const, length: 2 };

/** One of the two officers. */
const oneOfThem = ({ officers }: OnSpotPenalty, { actor }: Context): Rejection | undefined =>
  countersignFault({ officers, recordedBy: "" }, actor);

/** What an event makes of the penalty's end: reported, and the money where it belongs. */
function ending(
  state: OnSpotPenalty,
  now: { readonly reported: boolean; readonly paid: boolean },
  on: string,
): OnSpotEvent[] {
  const paid = now.paid || state.amountFen === 0;
  return now.reported && paid ? [{ type: "enforcement.on-spot.settled", data: { on }, personal: {} }] : [];
}
const isPaid = ({ paidOn, collection, amountFen }: OnSpotPenalty) =>
  amountFen === 0 || paidOn !== undefined || collection?.depositedOn !== undefined;

/** CF-52: reported to the organ for record (备案); late is put down, and is no reason not to. */
export function reportSpot(state: OnSpotPenalty, _command: Ask<"report">, context: Context): Decided {
  const refused = oneOfThem(state, context);
  if (refused !== undefined) return refused;
  const { calendar, today } = context;
  const on = today.toString();
  const limit = state.decision === undefined ? undefined : recalculate(calendar, state.decision.reportBy);
  const late = limit !== undefined && isOverdue(limit, today);
  return [
    { type: "enforcement.on-spot.reported", data: { on, late }, personal: {} },
    ...ending(state, { reported: true, paid: isPaid(state) }, on),
  ];
}

/**
 * CF-68 to CF-70: money is taken on the spot only up to 100 yuan, where later enforcement is hard, or in a remote place where the party
 * proposes it; and never without the number of a fiscal receipt.
 */
export function collectSpot(state: OnSpotPenalty, command: Ask<"collect">, context: Context): Decided {
  const refused = oneOfThem(state, context);
  if (refused !== undefined) return refused;
  const { receipt, hardToEnforceLater, remote, partyProposes, reasons } = command;
  const { amountFen, collection, paidOn } = state;
  if (collection !== undefined || paidOn !== undefined || amountFen === 0)
    return notNow("enforcement.collected-already", { rule: "CF-68" });
  if (!onSpotCollection({ amountFen, simple: true, hardToEnforceLater, remote, partyProposes }))
    return refuse("enforcement.collection-not-allowed", { amountFen, article: "行政处罚法68、69", rule: "CF-68" });
  if (receipt.trim() === "")
    return refuse("enforcement.receipt-missing", { article: "行政处罚法70", rule: "CF-70" }, "/receipt");
  const on = context.today.toString();
  const handInBy = limitFrom(context.calendar, twoDays, on);
  return [{ type: "enforcement.on-spot.collected", data: { on, receipt, handInBy }, personal: { reasons } }];
}

/** CF-71: the officer who took the money hands it to another person of the organ, in two working days. */
export function handInSpot(state: OnSpotPenalty, { to }: Ask<"hand-in">, context: Context): Decided {
  const { collection } = state;
  const { actor, calendar, today, town } = context;
  if (collection === undefined || collection.handedIn !== undefined)
    return notNow("enforcement.not-collected", article71);
  if (actor.sub !== collection.by) return notYou("enforcement.not-a-named-officer", article71);
  if (state.officers.some(({ sub }) => sub === to)) return refuse("enforcement.same-hands", article71, "/to");
  if (knownPerson(to, town) === undefined) return badInput("enforcement.unknown-person", { person: to }, "/to");
  const on = today.toString();
  const depositBy = limitFrom(calendar, twoDays, on);
  return [{ type: "enforcement.on-spot.handed-in", data: { on, depositBy }, personal: { person: to } }];
}

/** CF-71: the organ pays it into the bank, in two working days. The person who got it says so. */
export function depositSpot(state: OnSpotPenalty, { voucher }: Ask<"deposit">, context: Context): Decided {
  const handedIn = state.collection?.handedIn;
  if (handedIn === undefined || state.collection?.depositedOn !== undefined)
    return notNow("enforcement.not-collected", article71);
  if (context.actor.sub !== handedIn.to) return notYou("enforcement.not-a-named-officer", article71);
  const on = context.today.toString();
  return [
    { type: "enforcement.on-spot.deposited", data: { on }, personal: { voucher } },
    ...ending(state, { reported: state.decision?.reportedOn !== undefined, paid: true }, on),
  ];
}

/** CF-67: paid at the bank, the whole sum at once. The day lies between the decision and today. */
export function notePaidSpot(state: OnSpotPenalty, command: Ask<"note-paid">, context: Context): Decided {
  const { on, voucher } = command;
  const { decision, collection, paidOn, amountFen } = state;
  if (collection !== undefined || paidOn !== undefined || amountFen === 0)
    return notNow("enforcement.collected-already", { rule: "CF-67" });
  if (state.officers.some(({ sub }) => sub === context.actor.sub))
    return notYou("enforcement.same-hands", { rule: "CF-67" });
  if (decision === undefined || on < decision.on || on > context.today.toString())
    return badInput("enforcement.too-early-said", { on: decision?.on ?? on, rule: "CF-67" }, "/on");
  return [
    { type: "enforcement.on-spot.paid", data: { on }, personal: { voucher } },
    ...ending(state, { reported: decision.reportedOn !== undefined, paid: true }, context.today.toString()),
  ];
}

/**
 * CF-67: finance has the whole sum in the bank. The first payment pays the fine, unless an officer took the money: then it may be what
 * he handed on (CF-71). What comes in twice goes back (F-36).
 */
export function noteBanked(state: OnSpotPenalty, command: Ask<"note-banked">, context: Context): Decided {
  const { receipt, amountFen: received, on } = command;
  const { decision, collection, paidOn, amountFen, banked = [] } = state;
  const today = context.today.toString();
  if (decision === undefined || on < decision.on || on > today)
    return badInput("enforcement.too-early-said", { on: decision?.on ?? on, rule: "CF-67" }, "/on");
  if (received !== amountFen)
    return badInput("enforcement.not-the-whole-sum", { amountFen, rule: "CF-67" }, "/amountFen");
  if (banked.some((one) => one.receipt === receipt)) return [];
  const told: OnSpotEvent = {
    type: "enforcement.on-spot.banked",
    data: { receipt, amountFen: received, on },
    personal: {},
  };
  const after = { ...state, banked: [...banked, { receipt, amountFen: received, on }] };
  if (collection !== undefined || paidOn !== undefined) return [told, ...goesBack(after, today)];
  return [
    told,
    { type: "enforcement.on-spot.paid", data: { on }, personal: { voucher: receipt } },
    ...ending(state, { reported: decision.reportedOn !== undefined, paid: true }, today),
  ];
}

/** F-47: finance took a payment back that was not for this fine. What nobody else paid is owed again. */
export function takeBankedBack(
  state: OnSpotPenalty,
  { receipt }: Ask<"take-banked-back">,
  { today }: Context,
): Decided {
  const gone = state.banked?.find((one) => one.receipt === receipt);
  if (gone === undefined) return [];
  const refundDueFen = Math.min(state.refundFen ?? 0, Math.max(0, beyond(withoutBanked(state, receipt, 0))));
  const data = { on: today.toString(), receipt, amountFen: gone.amountFen, refundDueFen };
  return [{ type: "enforcement.on-spot.payment-taken-back", data, personal: {} }];
}

/** The penalty without one payment of the bank. Paid is what another payment, or an officer's receipt, pays. */
export function withoutBanked(state: OnSpotPenalty, receipt: string, refundFen: number): OnSpotPenalty {
  const { paidOn, ...rest } = state;
  const banked = (state.banked ?? []).filter((one) => one.receipt !== receipt);
  const isPaid = state.collection !== undefined || banked.length > 0;
  const status = state.status === "settled" && !isPaid ? "reported" : state.status;
  return { ...rest, status, banked, refundFen, ...(isPaid ? present({ paidOn }) : {}) };
}

/** What the bank has beyond the fine. */
function beyond({ amountFen, banked = [], collection }: OnSpotPenalty): number {
  const inHands = collection !== undefined && collection.handedIn === undefined;
  return banked.reduce((sum, one) => sum + one.amountFen, 0) - (inHands ? 0 : amountFen);
}

/** F-36: what the bank has beyond the fine. Money that the officer still has in his hands is not in the bank yet. */
function goesBack(state: OnSpotPenalty, on: string): OnSpotEvent[] {
  const back = beyond(state) - (state.refundFen ?? 0);
  return back > 0 ? [{ type: "enforcement.on-spot.refund-due", data: { on, amountFen: back }, personal: {} }] : [];
}

/** CF-51: an officer may always take the ordinary procedure instead, as long as nothing was decided. */
export function toOrdinary(state: OnSpotPenalty, command: Ask<"to-ordinary">, context: Context): Decided {
  const refused = oneOfThem(state, context);
  if (refused !== undefined) return refused;
  const { case: of, reasons } = command;
  const data = { on: context.today.toString(), case: of };
  return [{ type: "enforcement.on-spot.turned-ordinary", data, personal: { reasons } }];
}

/** CF-45: what the party said was right, so nothing is decided. */
export function dropSpot(state: OnSpotPenalty, { reasons }: Ask<"drop">, context: Context): Decided {
  const refused = oneOfThem(state, context);
  if (refused !== undefined) return refused;
  return [{ type: "enforcement.on-spot.dropped", data: { on: context.today.toString() }, personal: { reasons } }];
}

/** The terms that run, late ones as well. */
export function termsOfSpot({
  decision,
  collection,
}: OnSpotPenalty): readonly { readonly what: Late; readonly limit: Limit }[] {
  const handedIn = collection?.handedIn;
  return [
    ...(decision !== undefined && decision.reportedOn === undefined
      ? [{ what: "report" as const, limit: decision.reportBy }]
      : []),
    ...(collection !== undefined && handedIn === undefined
      ? [{ what: "hand-in" as const, limit: collection.handInBy }]
      : []),
    ...(handedIn !== undefined && collection?.depositedOn === undefined
      ? [{ what: "deposit" as const, limit: handedIn.depositBy }]
      : []),
  ];
}

/** Those that are not yet told to be late. */
const waiting = (state: OnSpotPenalty) => termsOfSpot(state).filter(({ what }) => !state.late.includes(what));

export const nextSpotDeadline = (state: OnSpotPenalty): string | undefined =>
  waiting(state)
    .flatMap(({ limit: { due } }) => (due === null ? [] : [startOfDay(toDate(due).add({ days: 1 }))]))
    .toSorted()
    .at(0);

/** Late is told once. */
export function passSpotTime(state: OnSpotPenalty, { calendar, today }: Context): Decided {
  return waiting(state).flatMap(({ what, limit: kept }): OnSpotEvent[] => {
    if (!isOverdue(kept, today)) return [];
    const limit = recalculate(calendar, kept);
    if (!isOverdue(limit, today))
      return [{ type: "enforcement.on-spot.limit-recounted", data: { what, limit }, personal: {} }];
    return [{ type: "enforcement.on-spot.overdue", data: { what, due: limit.due ?? "" }, personal: {} }];
  });
}
