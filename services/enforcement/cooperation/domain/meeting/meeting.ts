import type * as z from "zod";
import { startOfDay, toDate } from "../../../../../shared/calendar/index.ts";
import type { meetingDecisionOverdue } from "../../../../../shared/contracts/enforcement-cooperation.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import { badInput, type CooperationRefusal, notNow, notYou } from "../refusals.ts";
import { headDecides, isOrganHead } from "../who.ts";

export const meetingStatuses = ["convened", "held", "followed-up", "called-off"] as const;
/** What is open and comes on the agenda by itself. */
export const agendaKinds = ["lead", "case", "letter", "decision"] as const;

/** A matter that is open: found by the town itself when the meeting is convened. */
export interface AgendaItem {
  readonly kind: (typeof agendaKinds)[number];
  readonly id: string;
  /** Its last day, where it has one. */
  readonly due?: string;
  readonly late: boolean;
}

/** What was decided, who does it, until when. */
export interface MeetingDecision {
  readonly id: string;
  readonly text: string;
  readonly responsible: string;
  readonly due: string;
  readonly about?: string;
  readonly doneOn?: string;
  readonly late?: true;
}

/** The joint meeting of a month (联席会议): its agenda is made of open matters, its decisions are followed up. */
export interface JointMeeting {
  readonly status: (typeof meetingStatuses)[number];
  readonly month: string;
  readonly on: string;
  readonly departments: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly convenedBy: string;
  readonly heldOn?: string;
  readonly decisions: readonly MeetingDecision[];
}

export type MeetingCommand =
  | {
      readonly type: "convene";
      readonly month: string;
      readonly on: string;
      readonly departments: readonly string[];
      readonly agenda: readonly AgendaItem[];
    }
  | { readonly type: "renew-agenda"; readonly agenda: readonly AgendaItem[] }
  | {
      readonly type: "hold";
      readonly minutes: string;
      readonly attended: readonly string[];
      readonly decisions: readonly Omit<MeetingDecision, "id" | "doneOn" | "late">[];
    }
  | { readonly type: "note-done"; readonly decision: string; readonly on: string; readonly proof: string }
  | { readonly type: "call-off"; readonly reasons: string }
  | { readonly type: "pass-time" };
type CommandOf<T extends MeetingCommand["type"]> = OfType<MeetingCommand, T>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.joint-meeting.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
export type MeetingEvent =
  | Of<"convened", Pick<JointMeeting, "month" | "on" | "departments" | "agenda">>
  | Of<"agenda-renewed", Pick<JointMeeting, "agenda">>
  | Of<
      "held",
      On & { readonly minutes: string; readonly decisions: number },
      {
        readonly attended: readonly string[];
        readonly decided: readonly {
          readonly ref: string;
          readonly text: string;
          readonly person: string;
          readonly on: string;
          readonly about?: string;
        }[];
      }
    >
  | Of<"decision-done", On & { readonly decision: string; readonly proof: string }>
  | Of<"followed-up", On>
  | Of<"called-off", On, { readonly reasons: string }>
  | Of<"decision-overdue", z.infer<typeof meetingDecisionOverdue>>;

export const meetingMoves = {
  convened: { "renew-agenda": "convened", hold: ["held", "followed-up"], "call-off": "called-off" },
  held: { "note-done": ["held", "followed-up"], "pass-time": "held" },
  "followed-up": {},
  "called-off": {},
} as const;

const article = { article: "行政处罚法26", rule: "CF-26" };

/** Once a month, by the head; the departments are those of the profile. */
function convene({ month, on, departments, agenda }: CommandOf<"convene">, context: Context): Decision<MeetingEvent> {
  const refused = headDecides(context);
  if (refused !== undefined) return refused;
  const { town, today } = context;
  if (!on.startsWith(`${month}-`) || on < today.toString())
    return badInput("enforcement.cooperation-day", { after: today.toString(), ...article }, "/on");
  const known = new Set(town.departments.map(({ id }) => id));
  const strange = departments.findIndex((one) => !known.has(one));
  if (strange >= 0)
    return badInput("enforcement.unknown-department", { department: departments[strange] }, `/departments/${strange}`);
  return [{ type: "enforcement.joint-meeting.convened", data: { month, on, departments, agenda }, personal: {} }];
}

/** Each decision has a person of the town who does it, and a last day to come; it may be about an item of the agenda. */
function hold(
  state: JointMeeting,
  { minutes, attended, decisions }: CommandOf<"hold">,
  context: Context,
): Decision<MeetingEvent> {
  const refused = headDecides(context) ?? decisionsFault(state, decisions, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  if (on < state.on) return badInput("enforcement.cooperation-day", { after: state.on, ...article });
  const decided = decisions.map(({ text, responsible, due, about }, at) => ({
    ...{ ref: `D${at + 1}`, text, person: responsible, on: due },
    ...(about === undefined ? {} : { about }),
  }));
  const held: MeetingEvent = {
    type: "enforcement.joint-meeting.held",
    data: { on, minutes, decisions: decisions.length },
    personal: { attended, decided },
  };
  return decisions.length > 0 ? [held] : [held, followedUp(on)];
}

function decisionsFault(
  { agenda }: JointMeeting,
  decisions: CommandOf<"hold">["decisions"],
  { town, today }: Context,
): Rejection | undefined {
  for (const [at, { responsible, due, about }] of decisions.entries()) {
    const place = `/decisions/${at}`;
    if (knownPerson(responsible, town) === undefined)
      return badInput("enforcement.unknown-person", { person: responsible }, `${place}/responsible`);
    if (due <= today.toString())
      return badInput("enforcement.cooperation-day", { after: today.toString(), ...article }, `${place}/due`);
    if (about !== undefined && !agenda.some(({ id }) => id === about))
      return badInput("enforcement.meeting-item-unknown", { item: about }, `${place}/about`);
  }
  return undefined;
}

const followedUp = (on: string): MeetingEvent => ({
  type: "enforcement.joint-meeting.followed-up",
  data: { on },
  personal: {},
});

/** By the person who is responsible, or the head. When all is done the meeting is followed up. */
function noteDone(
  state: JointMeeting,
  { decision: id, on, proof }: CommandOf<"note-done">,
  context: Context,
): Decision<MeetingEvent> {
  const { actor, today, town } = context;
  const decision = state.decisions.find((one) => one.id === id);
  if (decision === undefined) return badInput("enforcement.meeting-decision-unknown", { decision: id }, "/decision");
  if (decision.responsible !== actor.sub && !isOrganHead(actor, { town, today }))
    return notYou("enforcement.cooperation-not-yours", article);
  if (decision.doneOn !== undefined) return [];
  if (on > today.toString() || on < (state.heldOn ?? on))
    return badInput("enforcement.cooperation-day", { after: state.heldOn ?? on, ...article }, "/on");
  const done: MeetingEvent = {
    type: "enforcement.joint-meeting.decision-done",
    data: { decision: id, on, proof },
    personal: {},
  };
  const last = state.decisions.every((one) => one.id === id || one.doneOn !== undefined);
  return last ? [done, followedUp(today.toString())] : [done];
}

const nextLate = ({ decisions }: JointMeeting): MeetingDecision | undefined =>
  decisions
    .filter(({ doneOn, late }) => doneOn === undefined && late !== true)
    .toSorted((one, other) => one.due.localeCompare(other.due))[0];

/** A decision that was not carried out on its last day is late: told once. */
function passTime(state: JointMeeting, { today }: Context): Decision<MeetingEvent> {
  const next = nextLate(state);
  if (next === undefined || today.toString() <= next.due) return [];
  const data = { decision: next.id, due: next.due };
  return [{ type: "enforcement.joint-meeting.decision-overdue", data, personal: {} }];
}

const decisionWith = (state: JointMeeting, id: string, more: Partial<MeetingDecision>): JointMeeting => ({
  ...state,
  decisions: state.decisions.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

export const jointMeeting = deciderOf<{
  readonly state: JointMeeting;
  readonly command: MeetingCommand;
  readonly event: MeetingEvent;
  readonly moves: typeof meetingMoves;
  readonly begins: "convene";
  readonly begun: "enforcement.joint-meeting.convened";
  readonly refusal: CooperationRefusal;
}>({
  aggregate: "joint-meeting",
  shape: 1,
  ended: ({ status }) => status === "followed-up" || status === "called-off",
  moves: meetingMoves,
  impossible: "enforcement.meeting-not-in-this-state",
  byItself: ["pass-time"],
  begin: { convene },
  always: {
    /** A month has one meeting; one that was called off is convened anew. */
    convene: (state, command, context) =>
      state.status === "called-off" ? convene(command, context) : notNow("enforcement.meeting-held-already", article),
  },
  steps: {
    "renew-agenda": (_state, { agenda }, context) =>
      headDecides(context) ?? [{ type: "enforcement.joint-meeting.agenda-renewed", data: { agenda }, personal: {} }],
    hold,
    "note-done": noteDone,
    "call-off": (_state, { reasons }, context) =>
      headDecides(context) ?? [
        { type: "enforcement.joint-meeting.called-off", data: { on: context.today.toString() }, personal: { reasons } },
      ],
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "enforcement.joint-meeting.convened": ({ data, actor }) => ({
      ...{ status: "convened", ...data, convenedBy: actor, decisions: [] },
    }),
  },
  effects: {
    "enforcement.joint-meeting.agenda-renewed": (state, { data: { agenda } }) => ({ ...state, agenda }),
    "enforcement.joint-meeting.held": (state, { data: { on }, personal: { decided } }) => ({
      ...state,
      ...{ status: "held", heldOn: on },
      decisions: decided.map(({ ref, text, person, on: due, about }) => ({
        ...{ id: ref, text, responsible: person, due },
        ...(about === undefined ? {} : { about }),
      })),
    }),
    "enforcement.joint-meeting.decision-done": (state, { data: { decision, on } }) =>
      decisionWith(state, decision, { doneOn: on }),
    "enforcement.joint-meeting.followed-up": (state) => ({ ...state, status: "followed-up" }),
    "enforcement.joint-meeting.called-off": (state) => ({ ...state, status: "called-off" }),
    "enforcement.joint-meeting.decision-overdue": (state, { data: { decision } }) =>
      decisionWith(state, decision, { late: true }),
  },
  listed: ({ status, on }, id) => ({ byStatus: { partition: `joint-meeting:${status}`, sort: `${on}#${id}` } }),
  nextDeadline: (state) => {
    const next = state.status === "held" ? nextLate(state) : undefined;
    return next === undefined ? undefined : startOfDay(toDate(next.due).add({ days: 1 }));
  },
  onDeadline: () => ({ type: "pass-time" }),
});
