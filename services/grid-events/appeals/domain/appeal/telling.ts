import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import type { Appeal, AppealEvent } from "./appeal.ts";

type Stage = Extract<AppealEvent, { type: "grid-events.appeal.outcome-told" }>["data"]["stage"];
const stages: Partial<Record<AppealEvent["type"], Stage>> = {
  "grid-events.appeal.answered": "answered",
  "grid-events.appeal.raised": "raised",
  "grid-events.appeal.confirmed": "confirmed",
  "grid-events.appeal.unconfirmed": "unconfirmed",
  "grid-events.appeal.sent-elsewhere": "elsewhere",
  "grid-events.appeal.withdrawn": "withdrawn",
};

/** What came of an appeal that was handed over returns to where it came from, in the same commit. */
const outcomeOf = (source: Appeal["source"], { today }: Context, event: AppealEvent): readonly AppealEvent[] => {
  const stage = stages[event.type];
  if (source === undefined || stage === undefined) return [];
  const outcome = event.type === "grid-events.appeal.answered" ? event.data.outcome : undefined;
  const data = { source, stage, on: today.toString(), ...present({ outcome }) };
  return [{ type: "grid-events.appeal.outcome-told", data, personal: {} }];
};

type Rule<C> = (state: Appeal, command: C, context: Context) => Decision<AppealEvent>;
/** A rule whose events who handed the appeal over learns of. */
export const tellingSource =
  <C>(rule: Rule<C>): Rule<C> =>
  (state, command, context) => {
    const decided = rule(state, command, context);
    if (isRejection(decided)) return decided;
    return [...decided, ...decided.flatMap((event) => outcomeOf(state.source, context, event))];
  };
