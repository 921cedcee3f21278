import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import type { Document, Fields } from "./formats.ts";
import { isOffered } from "./offered.ts";

/** The words of the protocol for what happens to a request. */
export const updateStatuses = [
  ...(["open", "closed", "fixed", "in_progress", "planned", "action_scheduled", "investigating", "duplicate"] as const),
  ...(["not_councils_responsibility", "no_further_action", "internal_referral", "reopen", "for_triage"] as const),
] as const;
export type UpdateStatus = (typeof updateStatuses)[number];
export const readUpdateStatus = (text: string): UpdateStatus | undefined =>
  updateStatuses.find((one) => one === text.toLowerCase());

/** What the public is told of a step of a request, in the words of that day. */
export interface RequestUpdate {
  readonly request: string;
  readonly at: string;
  readonly status: UpdateStatus;
  /** The state of the house. */
  readonly detailed: GridEvent["status"];
  readonly text: string;
}
interface TellUpdate {
  readonly type: "tell";
  readonly category: string;
  readonly update: RequestUpdate;
}
interface UpdateTold {
  readonly type: "grid-events.request-update.told";
  readonly data: RequestUpdate;
}
interface UpdateWords {
  readonly state: RequestUpdate;
  readonly command: TellUpdate;
  readonly event: UpdateTold;
  readonly moves: Record<never, never>;
  readonly begins: "tell";
  readonly begun: "grid-events.request-update.told";
  readonly refusal: never;
}

/** A matter that is not for the public has no updates. */
function tell({ category, update }: TellUpdate, { town }: Context): Decision<UpdateTold> {
  const known = town.gridEvents.categories.find(({ code }) => code === category);
  return known !== undefined && isOffered(known) ? [{ type: "grid-events.request-update.told", data: update }] : [];
}

/** By month, so that no partition grows without end; in the order of time. */
export const updatesPartition = (instant: string): string => `request-update:${instant.slice(0, 7)}`;
/** The months that a span touches, in order. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let [year = 0, month = 1] = from.slice(0, 7).split("-").map(Number); ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (text > to.slice(0, 7)) return months;
    months.push(text);
  }
}

/** G14: one step of one request. Its id is that of the step, so that it is told once. */
export const requestUpdate = deciderOf<UpdateWords>({
  aggregate: "request-update",
  shape: 1,
  begin: { tell },
  always: { tell: () => [] },
  begun: { "grid-events.request-update.told": ({ data }) => data },
  effects: {},
  listed: ({ at }, id) => ({ byChange: { partition: updatesPartition(at), sort: `${at}#${id}` } }),
});

export const updatesDocument = (items: readonly Fields[]): Document => ({
  root: "service_request_updates",
  content: { each: "request_update", items },
});
