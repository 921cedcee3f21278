import type { Context } from "../../../../../shared/decider/index.ts";
import type {
  Application,
  ApplicationCommand,
  CommandOf,
  EventOf,
  Filed,
  Incomplete,
  Received,
} from "./application.ts";

type LookingUp = CommandOf<"notify-corrections" | "correct" | "accept" | "decide-at-once">;
const lookingUp: readonly ApplicationCommand["type"][] = ["notify-corrections", "correct", "accept", "decide-at-once"];

/** S-4: steps that ask for something, or count it: whoever takes them for the town looks up first what is on file. */
export const isLookingUp = (command: ApplicationCommand): command is LookingUp => lookingUp.includes(command.type);

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

/** What was looked up stands in the case's history; what it is, only in the case. */
export const foundOnFile = (
  found: readonly string[],
  { today }: Pick<Context, "today">,
): EventOf<"permits.application.found-on-file"> => ({
  type: "permits.application.found-on-file",
  data: { on: today.toString() },
  personal: { materials: found },
});
