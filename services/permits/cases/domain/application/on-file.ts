import { type Context, type Decision, isRejection } from "../../../../../shared/decider/index.ts";
import type {
  Application,
  ApplicationCommand,
  ApplicationEvent,
  CommandOf,
  EventOf,
  Filed,
  Incomplete,
  LookedUp,
  Received,
} from "./application.ts";

type LookingUp = CommandOf<"notify-corrections" | "correct" | "accept" | "decide-at-once">;
const stepsLookingUp: readonly ApplicationCommand["type"][] = [
  "notify-corrections",
  "correct",
  "accept",
  "decide-at-once",
];

/** S-4: a step that asks for materials, or counts them, needs what is on file. */
export const isLookingUp = (command: ApplicationCommand): command is LookingUp => stepsLookingUp.includes(command.type);

/** States in which materials are still asked for. */
export const asksForMaterials = (state: Application): state is Received | Incomplete =>
  state.status === "received" || state.status === "incomplete";

/** S-4: what the guide asks for, nobody has brought, and came on file, or could first be looked up, after the case was filed. */
export function newOnFile(state: Filed, onFile: readonly string[] = []): readonly string[] {
  const { guide, given, onFile: known = [] } = state;
  const asked = guide.materials.filter(({ shared }) => !shared).map(({ name }) => name);
  return asked.filter((name) => onFile.includes(name) && !known.includes(name) && !given.includes(name));
}

/** It counts as given from then on. */
export const countingOnFile = <S extends Filed>(state: S, found: readonly string[]) => ({
  ...state,
  onFile: [...(state.onFile ?? []), ...found],
  foundOnFile: [...(state.foundOnFile ?? []), ...found],
});

type Rule<S, C> = (state: S, command: C, context: Context) => Decision<ApplicationEvent>;

/** S-4: a step that asks for materials first notes what is on file now. The rule then decides on that. */
export const lookingUp =
  <S extends Received | Incomplete, C extends LookedUp>(rule: Rule<S, C>): Rule<S, C> =>
  (state, command, context) => {
    const found = newOnFile(state, command.onFile);
    if (found.length === 0) return rule(state, command, context);
    const decision = rule(countingOnFile(state, found), command, context);
    return isRejection(decision) ? decision : [foundOnFile(found, context), ...decision];
  };

/** What was looked up stands in the case's history; what it is, only in the case. */
const foundOnFile = (
  found: readonly string[],
  { today }: Pick<Context, "today">,
): EventOf<"permits.application.found-on-file"> => ({
  type: "permits.application.found-on-file",
  data: { on: today.toString() },
  personal: { materials: found },
});
