import * as z from "zod";
import { instruct, on, orNothing, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { requestUpdate, type UpdateStatus } from "../domain/request-update.ts";

const needed = z.object({ category: z.string(), answer: z.object({ zh: z.string() }).exactOptional() });

const told = (verb: string, status: UpdateStatus, detailed: GridEvent["status"]): Subscription =>
  on(`grid-events.event.${verb}`, needed, ({ category, answer }, event) => {
    const update = { request: subjectId(event), at: event.time, status, detailed, text: answer?.zh ?? "" };
    const id = `${subjectId(event)}-${event.sequence}`;
    const command = { type: "tell", category, update } as const;
    // Of a matter that is not for the public nothing begins.
    return [orNothing(instruct({ of: requestUpdate, id, expects: "either", command }))];
  });

/** G14: each step that the public may know becomes an update of its request. */
export const updateReactions: readonly Subscription[] = [
  told("accepted", "investigating", "accepted"),
  told("reopened", "open", "accepted"),
  told("taken-on", "in_progress", "handling-here"),
  told("dispatched", "action_scheduled", "dispatched"),
  told("rejected", "no_further_action", "rejected"),
  told("withdrawn", "no_further_action", "withdrawn"),
  told("merged", "duplicate", "merged"),
  told("closed", "closed", "closed"),
];
