import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { Fine } from "./fine.ts";
import type { FineCommand } from "./messages.ts";
import { notYou } from "./refusals.ts";

const byHandlers: readonly FineCommand["type"][] = [
  "demand",
  "note-demand-service",
  "hear-opinion",
  "court-answered",
  "court-ruled",
];

/** CF-42, CF-66: whose step it is: officers of the case demand and go to the court; the party asks and is heard. */
export function notTheirs(state: Fine, command: FineCommand, { actor }: Context): Rejection | undefined {
  const handles = state.handledBy.includes(actor.sub);
  if (byHandlers.includes(command.type))
    return handles ? undefined : notYou("enforcement.not-a-handler", { article: "行政处罚法42", rule: "CF-42" });
  if (command.type !== "ask-deferral" && command.type !== "state-opinion") return undefined;
  if (handles || (actor.party !== undefined && command.partyKeys.includes(actor.party))) return undefined;
  return notYou("enforcement.not-the-party", { article: "行政处罚法66", rule: "CF-66" });
}
