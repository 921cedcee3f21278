import {
  type Context,
  type Decision,
  isRejection,
  type OfType,
  present,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { namesFines } from "../../ledger/domain/fines-returned.ts";
import { type AnnouncedTransfer, announcedRefusal } from "./announced.ts";
import type { DatedDocument } from "./entitlement.ts";
import { isPayer } from "./payers.ts";
import { badInput, refuse } from "./refusals.ts";
import { nextReminderOn } from "./standing.ts";
import { transferDueOn } from "./transfer-days.ts";
import type { EntitlementCommand, EntitlementEvent, NotifiedTransfer } from "./words.ts";

type Ask<T extends EntitlementCommand["type"]> = OfType<EntitlementCommand, T>;

const early = (at: string, on: string, { today }: Pick<Context, "today">): Rejection | undefined =>
  on > today.toString() ? badInput("finance.paper-in-future", { on }, at) : undefined;
export const documentEarly = (document: DatedDocument | undefined, context: Pick<Context, "today">) =>
  document === undefined ? undefined : early("/document/on", document.on, context);

/** F-41 (预算法实施条例 59): only the finance office gives notice of a transfer. F-33 sets its last day. */
export function dueBy(
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

/** What is due on the last day that a body may name is due without an end: nobody is reminded. */
export const reminding = (dueOn: string | undefined, { town }: Pick<Context, "town">) =>
  dueOn === undefined || dueOn === "9999-12-31"
    ? {}
    : { remindOn: nextReminderOn(dueOn, town.finance.entitlements.reminderEveryDays) };

/** F7: enters what a payer promised, from the paper or the word. What is not said in a paper has no amount. */
export function enter(command: Ask<"enter">, context: Context): Decision<EntitlementEvent> {
  const { type: _type, transfer, dueOn: said, budget, sweptOn, ...claim } = command;
  const { payer, promisedOn, document, basis, title, origin } = claim;
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
  // F-32: the books show what was taken, also without a paper of the upper level.
  if (document === undefined && basis.kind !== "promise" && origin !== "sweep")
    return badInput("finance.amount-without-document", {}, "/document");
  if (basis.kind === "range" && basis.lower > basis.upper)
    return badInput("finance.range-inverted", {}, "/basis/upperFen");
  const other =
    sweepRefusal(command) ?? (basis.kind === "announced" ? expectedRefusal(basis, command, context) : undefined);
  if (other !== undefined) return other;
  const dueOn = said ?? sweptOn;
  const due = dueBy({ ...present({ transfer, dueOn }) }, context);
  if (isRejection(due)) return due;
  if (due.dueOn !== undefined && due.dueOn < promisedOn) return badInput("finance.due-before-promise", {}, "/dueOn");
  return [{ type: "finance.entitlement.entered", data: { ...claim, ...due, ...reminding(due.dueOn, context) } }];
}

/** F-34: an announced transfer is expected: it has no last day and no notice, and the budget of its year takes it in. */
function expectedRefusal(
  basis: AnnouncedTransfer,
  { transfer, dueOn, document, budget }: Ask<"enter">,
  { town }: Context,
): Rejection | undefined {
  if (transfer !== undefined || dueOn !== undefined)
    return badInput("finance.announced-not-due", {}, dueOn === undefined ? "/transfer" : "/dueOn");
  return announcedRefusal(basis, document?.on, budget, town);
}

/** F-32 (预算法30): money that the upper level took outside the budget is owed since the day on which it left the books. */
function sweepRefusal({ origin, basis, sweptOn, promisedOn, dueOn, transfer }: Ask<"enter">): Rejection | undefined {
  if ((origin === "sweep") !== (sweptOn !== undefined) || (origin === "sweep" && basis.kind !== "amount"))
    return badInput("finance.swept-amount", { article: "预算法30" }, "/entry");
  if (sweptOn === undefined) return undefined;
  return promisedOn !== sweptOn || (dueOn !== undefined && dueOn !== sweptOn) || transfer !== undefined
    ? badInput("finance.swept-on-another-day", { on: sweptOn }, "/promisedOn")
    : undefined;
}
