import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type OfType,
  present,
} from "../../../../shared/decider/index.ts";
import { fen } from "../../../../shared/money/index.ts";
import { takeReceipt } from "./allocating.ts";
import { documentEarly, dueBy, enter, reminding } from "./entering.ts";
import { fixingRefusal, outstandingOf } from "./entitlement.ts";
import { badInput, type EntitlementRefusal, notNow, refuse } from "./refusals.ts";
import { nextReminderOn } from "./standing.ts";
import {
  type EntitlementClaim,
  type EntitlementCommand,
  type EntitlementEvent,
  entitlementMoves,
  type KeptEntitlement,
} from "./words.ts";

type Ask<T extends EntitlementCommand["type"]> = OfType<EntitlementCommand, T>;

const claimOf = ({ title, payer, promisedOn, document, basis, dueOn, setOff, origin }: EntitlementClaim) => ({
  ...{ title, payer, promisedOn, basis, origin },
  ...present({ document, dueOn, setOff }),
});

/** What a settlement, a duty or paid debt gives. The same again is a repetition. */
function assess(
  state: KeptEntitlement | undefined,
  { type: _type, ...claim }: Ask<"assess">,
  context: Context,
): Decision<EntitlementEvent> {
  const isSame =
    state !== undefined &&
    state.status !== "dropped" &&
    state.fixed === undefined &&
    JSON.stringify(claimOf(state)) === JSON.stringify(claimOf(claim));
  if (isSame) return [];
  return [{ type: "finance.entitlement.assessed", data: { ...claimOf(claim), ...reminding(claim.dueOn, context) } }];
}

/** F-34: the county's notice, after its congress approved, fixes an announced transfer and sets its last day (F-33). */
const noticeRefusal = ({ basis }: KeptEntitlement, { transfer }: Ask<"fix">) =>
  basis.kind === "announced" && transfer?.kind !== basis.transfer
    ? refuse("finance.announced-awaits-notice", { article: "预算法52" }, "/transfer")
    : undefined;

function fix(state: KeptEntitlement, command: Ask<"fix">, context: Context): Decision<EntitlementEvent> {
  const { amount, document } = command;
  const refused =
    documentEarly(document, context) ?? fixingRefusal(state, amount, document) ?? noticeRefusal(state, command);
  if (refused !== undefined) return refused;
  const due = dueBy(command, context);
  if (isRejection(due)) return due;
  const { dueOn } = due;
  if (dueOn !== undefined && dueOn < state.promisedOn) return badInput("finance.due-before-promise", {}, "/dueOn");
  return [
    {
      type: "finance.entitlement.fixed",
      data: { amount, document, ...present({ dueOn }), ...reminding(dueOn, context) },
    },
  ];
}

function receive(
  state: KeptEntitlement,
  { type: _type, isSwept, ...money }: Ask<"receive">,
): Decision<EntitlementEvent> {
  if ((state.origin === "sweep") !== (isSwept === true))
    return refuse("finance.receipt-of-other-kind", { entitlement: state.title });
  const taken = takeReceipt(state, money);
  return isRejection(taken) ? taken : [{ type: "finance.entitlement.received", data: taken }];
}

/** A document ends it. What money came for is not dropped. */
function drop(state: KeptEntitlement, { document }: Ask<"drop">, context: Context): Decision<EntitlementEvent> {
  if (state.receipts.length > 0) return refuse("finance.money-came-for-it");
  return documentEarly(document, context) ?? [{ type: "finance.entitlement.dropped", data: { document } }];
}

/** F7: the payer is reminded the day after the last one, and then in equal steps. */
function passTime(state: KeptEntitlement, _command: Ask<"pass-time">, context: Context): Decision<EntitlementEvent> {
  const today = context.today.toString();
  const { dueOn, payer, remindOn } = state;
  if (dueOn === undefined || remindOn === undefined || remindOn > today) return notNow("finance.no-reminder-yet");
  const data = {
    ...{ payer, dueOn, outstandingFen: outstandingOf(state) ?? fen(0) },
    remindOn: nextReminderOn(dueOn, context.town.finance.entitlements.reminderEveryDays, today),
  };
  return [{ type: "finance.entitlement.overdue", data }];
}

/** The state that its money puts it in. */
function standing(state: KeptEntitlement): KeptEntitlement {
  if (state.status === "dropped") return state;
  const outstanding = outstandingOf(state);
  if (outstanding === undefined) return { ...state, status: "promised" };
  return { ...state, status: outstanding > 0 ? "owed" : "met" };
}

/** An entitlement (应得): promised, and paid or not (F7, F-33). */
export const entitlement = deciderOf<{
  readonly state: KeptEntitlement;
  readonly command: EntitlementCommand;
  readonly event: EntitlementEvent;
  readonly moves: typeof entitlementMoves;
  readonly begins: "enter" | "assess";
  readonly begun: "finance.entitlement.entered" | "finance.entitlement.assessed";
  readonly refusal: EntitlementRefusal;
}>({
  aggregate: "entitlement",
  shape: 1,
  moves: entitlementMoves,
  impossible: "finance.entitlement-not-in-this-state",
  byItself: ["receive", "take-back", "pass-time"],
  begin: { enter, assess: (command, context) => assess(undefined, command, context) },
  steps: {
    fix,
    receive,
    "take-back": ({ receipts }, { receipt }) =>
      receipts.some((one) => one.receipt === receipt)
        ? [{ type: "finance.entitlement.taken-back", data: { receipt } }]
        : notNow("finance.receipt-not-here"),
    drop,
    "pass-time": passTime,
  },
  always: {
    assess,
    enter: (_state, { title }) => notNow("finance.entered-already", { entitlement: title }),
  },
  begun: {
    "finance.entitlement.entered": ({ data }) => standing({ ...data, status: "promised", receipts: [], reminders: 0 }),
    "finance.entitlement.assessed": ({ data }, before) =>
      standing({ ...data, status: "promised", receipts: before?.receipts ?? [], reminders: before?.reminders ?? 0 }),
  },
  effects: {
    "finance.entitlement.fixed": (state, { data: { amount, document, dueOn, remindOn } }) =>
      standing({ ...state, fixed: { amount, document }, ...present({ dueOn, remindOn }) }),
    "finance.entitlement.received": (state, { data: { receipt, on, amount, isAdvance } }) =>
      standing({ ...state, receipts: [...state.receipts, { receipt, on, amount, isAdvance }] }),
    "finance.entitlement.taken-back": (state, { data: { receipt } }) =>
      standing({ ...state, receipts: state.receipts.filter((one) => one.receipt !== receipt) }),
    "finance.entitlement.dropped": (state, { data: { document } }) => ({
      ...{ ...state, status: "dropped", droppedBy: document },
    }),
    "finance.entitlement.overdue": (state, { data: { remindOn } }) => ({
      ...{ ...state, remindOn, reminders: state.reminders + 1 },
    }),
  },
  listed: ({ status, payer, dueOn }, id) => ({
    byStatus: { partition: entitlementsIn(status), sort: `${dueOn ?? "9"}|${id}` },
    byOwner: { partition: `entitlements:${payer}`, sort: id },
  }),
  nextDeadline: ({ status, remindOn }) =>
    status === "owed" && remindOn !== undefined ? startOfDay(remindOn) : undefined,
  onDeadline: () => ({ type: "pass-time" }),
});

/** The list of entitlements in a state, those due first before the others. */
export const entitlementsIn = (status: KeptEntitlement["status"]): string => `entitlement:${status}`;
