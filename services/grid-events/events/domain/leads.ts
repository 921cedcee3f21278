import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { about, categoryOf } from "./said.ts";
import { answerTo } from "./told.ts";

/** What became of a lead that enforcement was given. */
export const leadStages = ["lead-filed", "lead-dismissed", "lead-transferred", "lead-joined", "case-ended"] as const;
export type LeadStage = (typeof leadStages)[number];

/** E6: a matter that may be a breach, in the hands of enforcement. */
export interface GivenLead {
  /** The round in which it was given: once in each. */
  readonly round: number;
  readonly stage?: LeadStage;
  readonly on?: string;
}

/**
 * E6, CF-36a: a matter of a category that may be a breach is sent to enforcement: it becomes a lead there, once in a round. The town knew
 * of it since it was reported. The event says the number and nothing that was told; enforcement reads the matter here.
 */
export function leadGiven(state: GridEvent, unit: string, { town }: Context): readonly EventEvent[] {
  const category = categoryOf(state.category, town);
  const isEnforcement = town.gridEvents.units.some(({ id, kind }) => id === unit && kind === "enforcement");
  if (category?.lead === undefined || !isEnforcement || state.lead?.round === state.round) return [];
  const { domain } = category.lead;
  const data = {
    ...{ ...about(state), round: state.round, title: category.title, knownOn: todayIn(state.reportedAt).toString() },
    ...(domain === undefined ? {} : { domain }),
  };
  return [{ type: "grid-events.event.lead-given", data, personal: {} }];
}

/**
 * What enforcement made of it: kept beside the matter, and told to its reporter. It moves no matter (P-5). What comes of an earlier
 * round says nothing of the lead of this one.
 */
export function noteLead(
  state: GridEvent,
  { stage, on, round = state.round }: CommandOf<"note-lead">,
  context: Context,
): Decision<EventEvent> {
  if (state.lead?.round === round && state.lead.stage === stage && state.lead.on === on) return [];
  const data = { ...about(state), stage, on, round, ...answerTo(state, stage, context) };
  return [{ type: "grid-events.event.lead-told", data, personal: {} }];
}

/** Which matter a lead of enforcement came from. */
export interface LeadLink {
  readonly event: string;
}
interface LinkLead {
  readonly type: "link";
  readonly event: string;
}
interface LeadLinked {
  readonly type: "grid-events.lead-link.made";
  readonly data: { readonly event: string };
}
interface LeadLinkWords {
  readonly state: LeadLink;
  readonly command: LinkLead;
  readonly event: LeadLinked;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** By the lead's id: a case names its lead, and the lead its matter. */
export const leadLink = deciderOf<LeadLinkWords>({
  aggregate: "lead-link",
  shape: 1,
  begin: {},
  always: {
    link: (state, { event }) =>
      state.event === event ? [] : [{ type: "grid-events.lead-link.made", data: { event } }],
  },
  empty: { event: "" },
  begun: {},
  effects: { "grid-events.lead-link.made": (_state, { data: { event } }) => ({ event }) },
});
