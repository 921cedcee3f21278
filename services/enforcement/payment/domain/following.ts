import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { fineDueOn } from "../../../../shared/fines/index.ts";
import { maskedPayer } from "../../../../shared/parties/index.ts";
import type { Fine } from "./fine.ts";
import type { Debt, FineEvent, Follow } from "./messages.ts";
import { owedOn } from "./owed.ts";
import { watchOf } from "./passing.ts";
import { about, backTo, settled } from "./paying.ts";

/** CF-67: a decision was served: fifteen days to pay. Where nothing is to be paid there is no debt. */
export function begin({ debt, party, remedies, items = [] }: Follow, context: Context): Decision<FineEvent> {
  if (debt === undefined || debt.fineFen + debt.gainsFen === 0) return [];
  const { told, data, personal } = owedBy(debt, context);
  return [
    { type: "enforcement.fine.begun", data, personal },
    {
      type: "enforcement.fine.due",
      data: { ...told, items: [...items], ...(party === undefined ? {} : maskedPayer(context, party)) },
    },
    ...remediesTold([], remedies, watchOf({ ...data, payments: [], remedies }, context)),
  ];
}

/** A debt with its days, as it is kept, and as finance is told of it. */
function owedBy({ handledBy, ...owed }: Debt, context: Pick<Context, "calendar" | "town">) {
  const due = fineDueOn(context.calendar, owed.receivedOn, context.town.enforcement.due.restDays);
  const watch = watchOf({ ...owed, due, payments: [], remedies: [] }, context);
  const { case: of, proceeding, decision, fineFen, gainsFen, surcharge, receivedOn } = owed;
  const days = { due: due.due ?? due.start, surcharge, provisional: due.provisional, servedOn: receivedOn };
  const told = { ...{ case: of, proceeding, decision, fineFen, gainsFen }, ...days };
  return { told, data: { ...owed, due, watch }, personal: { handledBy } };
}

/** A decision that fell was made anew and served: it is owed from its own service on, and nothing of before pays it. */
function beginAnew(debt: Debt, remedies: Fine["remedies"], context: Context): FineEvent[] {
  if (debt.fineFen + debt.gainsFen === 0) return [];
  const { told, data, personal } = owedBy(debt, context);
  return [
    { type: "enforcement.fine.made-anew", data, personal },
    { type: "enforcement.fine.begun-anew", data: told },
    ...remediesTold([], remedies, watchOf({ ...data, payments: [], remedies }, context)),
  ];
}

/**
 * What became of the decision since: a review or suit (CF-73: no surcharge while it runs), another sum, or its end (QZ-39). It is
 * compared with the decision as it stands, so that events that come twice or in another order make the same fine.
 */
export function follow(state: Fine, { debt, remedies, overturned }: Follow, context: Context): Decision<FineEvent> {
  const on = context.today.toString();
  const isAnother = debt !== undefined && debt.decision !== state.decision;
  const anew = isAnother && overturned === undefined ? beginAnew(debt, remedies, context) : [];
  const { fineFen, gainsFen } = isAnother || debt === undefined ? state : debt;
  const after = { ...state, remedies, fineFen, gainsFen };
  const watch = watchOf(after, context);
  const told = remediesTold(state.remedies, isAnother ? [] : remedies, watch);
  if (state.status === "annulled") return [...told, ...anew];
  const paid = state.payments.reduce((total, { amountFen }) => total + amountFen, 0);
  // Its decision fell, though the news of the next one came first.
  const document = overturned ?? (isAnother || debt === undefined ? state.decision : undefined);
  if (document !== undefined) {
    const data = { ...about(state), on, document };
    return [...told, { type: "enforcement.fine.annulled", data }, ...backTo(state, paid, on), ...anew];
  }
  const differs = fineFen !== state.fineFen || gainsFen !== state.gainsFen;
  const changed: FineEvent[] = differs
    ? [{ type: "enforcement.fine.changed", data: { fineFen, gainsFen, watch } }]
    : [];
  if (told.length === 0 && changed.length === 0) return [];
  const owed = owedOn(after, on, context);
  // Paid, and then raised by a review or a suit: the difference is owed.
  if (state.status === "paid" && owed.openFen > 0)
    return [...told, ...changed, { type: "enforcement.fine.reopened", data: { ...about(state), on } }];
  return [...told, ...changed, ...settled(after, owed, on)];
}

/** Remedies that were sought or ended since, in the order of their filing. SS-45: the end of one moves the days of the court. */
function remediesTold(before: Fine["remedies"], now: Follow["remedies"], watch: Fine["watch"]): FineEvent[] {
  return now.flatMap(({ kind, from, to, effect }, at): FineEvent[] => {
    const known = before[at];
    const sought: FineEvent = { type: "enforcement.fine.remedy-sought", data: { kind, on: from } };
    const ended: FineEvent[] =
      to === undefined || known?.to !== undefined
        ? []
        : [{ type: "enforcement.fine.remedy-ended", data: { kind, on: to, ...present({ effect }), watch } }];
    return [...(known === undefined ? [sought] : []), ...ended];
  });
}
