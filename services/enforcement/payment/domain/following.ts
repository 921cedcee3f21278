import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { fineDueOn } from "../../../../shared/fines/index.ts";
import { maskedPayer } from "../../../../shared/parties/index.ts";
import type { Fine } from "./fine.ts";
import type { FineEvent, Follow } from "./messages.ts";
import { owedOn } from "./owed.ts";
import { watchOf } from "./passing.ts";
import { about, backTo, settled } from "./paying.ts";

/** CF-67: a decision was served: fifteen days to pay. Where nothing is to be paid there is no debt. */
export function begin({ debt, party, remedies, items = [] }: Follow, context: Context): Decision<FineEvent> {
  if (debt === undefined || debt.fineFen + debt.gainsFen === 0) return [];
  const { calendar, town } = context;
  const { handledBy, ...owed } = debt;
  const due = fineDueOn(calendar, debt.receivedOn, town.enforcement.due.restDays);
  const watch = watchOf({ ...debt, due, payments: [], remedies: [] }, { calendar });
  const { case: of, proceeding, decision, fineFen, gainsFen, surcharge } = debt;
  return [
    { type: "enforcement.fine.begun", data: { ...owed, due, watch }, personal: { handledBy } },
    {
      type: "enforcement.fine.due",
      data: {
        ...{ case: of, proceeding, decision, items: [...items], fineFen, gainsFen },
        ...{ due: due.due ?? due.start, surcharge, provisional: due.provisional, servedOn: debt.receivedOn },
        ...(party === undefined ? {} : maskedPayer(context, party)),
      },
    },
    ...remediesTold([], remedies, watchOf({ ...debt, due, payments: [], remedies }, { calendar })),
  ];
}

/**
 * What became of the decision since: a review or suit (CF-73: no surcharge while it runs), another sum, or its end (QZ-39). It is
 * compared with the decision as it stands, so that events that come twice or in another order make the same fine.
 */
export function follow(state: Fine, { debt, remedies, overturned }: Follow, context: Context): Decision<FineEvent> {
  const on = context.today.toString();
  const { fineFen, gainsFen } = debt ?? state;
  const after = { ...state, remedies, fineFen, gainsFen };
  const watch = watchOf(after, context);
  const told = remediesTold(state.remedies, remedies, watch);
  if (state.status === "annulled") return told;
  const paid = state.payments.reduce((total, { amountFen }) => total + amountFen, 0);
  if (overturned !== undefined) {
    const data = { ...about(state), on, document: overturned };
    return [...told, { type: "enforcement.fine.annulled", data }, ...backTo(state, paid, on)];
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
