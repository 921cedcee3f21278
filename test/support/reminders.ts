import { type Decider, type DomainEvent, refusals } from "../../shared/decider/index.ts";
import { aggregate, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { tallyService } from "./tally.ts";

const { notNow } = refusals<"reminders.not-yet">();

/** How a reminder takes its deadlines: each once; or not at all, in one of the ways in which a rule can be wrong. */
export type Manner = "sound" | "silent" | "refusing" | "failing" | "endless";

/** A reminder (提醒): many deadlines of one aggregate, several of them at one instant if need be. */
export interface Reminder {
  readonly dues: readonly string[];
  readonly manner: Manner;
}

export type ReminderCommand =
  | { readonly type: "set"; readonly dues: readonly string[]; readonly manner: Manner }
  | { readonly type: "pass" };

interface Set extends DomainEvent {
  readonly type: "reminders.reminder.set";
  readonly data: Reminder;
}
interface Passed extends DomainEvent {
  readonly type: "reminders.reminder.passed";
  readonly data: { readonly due: string; readonly stays: boolean };
}

export const reminder: Decider<Reminder, ReminderCommand, Set | Passed> = {
  aggregate: "reminder",
  shape: 1,
  decide(state, command, { now }) {
    if (command.type === "set")
      return [{ type: "reminders.reminder.set", data: { dues: command.dues.toSorted(), manner: command.manner } }];
    const [due] = state?.dues ?? [];
    if (state?.manner === "refusing") return notNow("reminders.not-yet");
    if (state?.manner === "failing") throw new TypeError("a rule with a fault");
    if (due === undefined || due > now || state?.manner === "silent") return [];
    return [{ type: "reminders.reminder.passed", data: { due, stays: state?.manner === "endless" } }];
  },
  evolve(state, event) {
    if (event.type === "reminders.reminder.set") return event.data;
    const { dues = [], manner = "sound" } = state ?? {};
    return { dues: event.data.stays ? dues : dues.slice(1), manner };
  },
  nextDeadline: ({ dues }) => dues[0],
  onDeadline: () => ({ type: "pass" }),
};

export const remindersService: Service = {
  ...tallyService,
  name: "reminders",
  title: { zh: "提醒", en: "Reminders" },
  aggregates: [aggregate(reminder)],
  indexes: [],
  routes: [setAsideRoute("reminders")],
  subscriptions: [],
  publishes: {},
  problems: {},
  opening: () => [],
};
