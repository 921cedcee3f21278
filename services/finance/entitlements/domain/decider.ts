import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type OfType,
  present,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { fen } from "../../../../shared/money/index.ts";
import { namesFines } from "../../ledger/domain/fines-returned.ts";
import { takeReceipt } from "./allocating.ts";
import { type DatedDocument, fixingRefusal, outstandingOf } from "./entitlement.ts";
import { isPayer } from "./payers.ts";
import { badInput, type EntitlementRefusal, notNow, refuse } from "./refusals.ts";
import { nextReminderOn } from "./standing.ts";
import { transferDueOn } from "./transfer-days.ts";
import {
  type EntitlementClaim,
  type EntitlementCommand,
  type EntitlementEvent,
  entitlementMoves,
  type KeptEntitlement,
  type NotifiedTransfer,
} from "./words.ts";

type Ask<T extends EntitlementCommand["type"]> = OfType<EntitlementCommand, T>;

const early = (at: string, on: string, { today }: Pick<Context, "today">): Rejection | undefined =>
  on > today.toString() ? badInput("finance.paper-in-future", { on }, at) : undefined;
const documentEarly = (document: DatedDocument | undefined, context: Pick<Context, "today">) =>
  document === undefined ? undefined : early("/document/on", document.on, context);

/** F-41 (预算法实施条例 59): only the finance office gives notice of a transfer. F-33 sets its last day. */
function dueBy(
  { transfer, dueOn }: { readonly transfer?: NotifiedTransfer; readonly dueOn?: string },
  context: Pick<Context, "town" | "today">,
): Rejection | { readonly dueOn?: string } {
  if (transfer === undefined) return present({ dueOn });
  if (dueOn !== undefined) return badInput("finance.due-day-twice", { article: "预算法 52" }, "/dueOn");
  if (transfer.notifiedBy !== context.town.finance.entitlements.notifier)
    return refuse("finance.transfer-notice-of-other", { article: "预算法实施条例 59" }, "/transfer/notifiedBy");
  const refused = early("/transfer/approvedOn", transfer.approvedOn, context);
  return refused ?? { dueOn: transferDueOn(transfer.kind, transfer.approvedOn) };
}

const reminding = (dueOn: string | undefined, { town }: Pick<Context, "town">) =>
  dueOn === undefined ? {} : { remindOn: nextReminderOn(dueOn, town.finance.entitlements.reminderEveryDays) };

/** F7: enters what a payer promised, from the paper or the word. What is not said in a paper has no amount. */
function enter({ type: _type, transfer, dueOn, ...claim }: Ask<"enter">, context: Context): Decision<EntitlementEvent> {
  const { payer, promisedOn, document, basis, title } = claim;
  if (!isPayer(context.town, payer)) return badInput("finance.payer-unknown", { payer }, "/payer");
  // CF-74, XK-59: nobody owes the town its fines and fees of permits back, in any form.
  const formula = basis.kind === "amount" ? basis.formula : "";
  if (namesFines(title) || namesFines(formula))
    return refuse(
      "finance.entitlement-returns-fines",
      { article: "行政处罚法74、行政许可法59" },
      namesFines(title) ? "/title" : "/basis/formula",
    );
  const refused = early("/promisedOn", promisedOn, context) ?? documentEarly(document, context);
  if (refused !== undefined) return refused;
  if (document === undefined && basis.kind !== "promise")
    return badInput("finance.amount-without-document", {}, "/document");
  if (basis.kind === "range" && basis.lower > basis.upper)
    return badInput("finance.range-inverted", {}, "/basis/upperFen");
  const due = dueBy({ ...present({ transfer, dueOn }) }, context);
  if (isRejection(due)) return due;
  if (due.dueOn !== undefined && due.dueOn < promisedOn) return badInput("finance.due-before-promise", {}, "/dueOn");
  return [{ type: "finance.entitlement.entered", data: { ...claim, ...due, ...reminding(due.dueOn, context) } }];
}

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

function fix(
  state: KeptEntitlement,
  { amount, document, dueOn }: Ask<"fix">,
  context: Context,
): Decision<EntitlementEvent> {
  const refused = documentEarly(document, context) ?? fixingRefusal(state, amount, document);
  if (refused !== undefined) return refused;
  if (dueOn !== undefined && dueOn < state.promisedOn) return badInput("finance.due-before-promise", {}, "/dueOn");
  return [
    {
      type: "finance.entitlement.fixed",
      data: { amount, document, ...present({ dueOn }), ...reminding(dueOn, context) },
    },
  ];
}

function receive(state: KeptEntitlement, { type: _type, ...money }: Ask<"receive">): Decision<EntitlementEvent> {
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
