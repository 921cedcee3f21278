import {
  endOfDay,
  extendLimit,
  hasCertainlyPassed,
  type Limit,
  type LimitSpec,
  limitFrom,
  recalculate,
  startOfDay,
} from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { handedInOn } from "../../../common/domain/posted.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import {
  type Against,
  type AnswerComplaint,
  type AssignComplaint,
  type Complain,
  type Complaint,
  type ComplaintEvent,
  type ObjectToAnswer,
  type Official,
  saidOf,
} from "./complaint.ts";
import { isTarget } from "./visibility.ts";

const limitSpec = (rule: string, length: number): LimitSpec => ({
  rule,
  article: "镇规定",
  unit: "working-day",
  length,
});
const on = ({ today }: Context) => today.toString();
/** T-10: when a complaint whose time to object is over by a prediction only is looked at again. */
const inAWeek = ({ today }: Context) => today.add({ days: 7 }).toString();

/** L7: by a resident, also anonymously; by telephone through a clerk, who cannot take one against himself. */
export function complain(command: Complain, context: Context): Decision<ComplaintEvent> {
  const { actor, calendar, town } = context;
  const { against, text, anonymous, contact, known } = command;
  const byTelephone = actor.roles.includes("clerk");
  if (byTelephone && isTarget({ against }, actor)) return notYou("permits.complaint-against-yourself", { rule: "L7" });
  if (against.kind === "item" && !known)
    return badInput("permits.unknown-item", { item: against.item }, "/against/item");
  if (against.kind === "window" && !town.windows.some(({ id }) => id === against.window))
    return badInput("permits.no-such-window", {}, "/against/window");
  const named = anonymous || contact === undefined ? {} : { contact };
  return [
    {
      type: "permits.complaint.filed",
      data: {
        kind: against.kind,
        channel: byTelephone ? "telephone" : "online",
        anonymous,
        receivedOn: on(context),
        limit: limitFrom(calendar, limitSpec("L7", town.limits.complaintWorkingDays), on(context)),
      },
      personal: { against, text, ...named, ...(byTelephone ? {} : { owner: actor.sub }) },
    },
  ];
}

/** L7: to somebody who is neither the person complained of nor of his direct line; a second time to somebody else. */
export function assign(
  complaint: Complaint,
  { to, person }: AssignComplaint,
  context: Context,
): Decision<ComplaintEvent> {
  const { town } = context;
  const target = person ?? complaint.target;
  if (complaint.against.kind === "person" && target === undefined)
    return badInput("permits.person-not-found-out", {}, "/person");
  for (const office of [to.office, ...(person === undefined ? [] : [person.office])])
    if (!town.offices.some(({ id }) => id === office)) return badInput("permits.no-such-office", { office });
  if (target?.sub === context.actor.sub) return notYou("permits.complaint-against-yourself", { rule: "L7" });
  if (to.sub === target?.sub || isTarget(complaint, { sub: to.sub, name: "" }))
    return refuse("permits.assignee-is-target", { rule: "L7" });
  if (inLine(to, complaint.against, target, town)) return refuse("permits.assignee-in-line", { rule: "L7" });
  if (complaint.objected && complaint.answers.some(({ by }) => by === to.sub))
    return refuse("permits.answered-it-before", { rule: "L7" });
  const assigned: ComplaintEvent = {
    type: "permits.complaint.assigned",
    data: {},
    personal: { to, ...(person === undefined ? {} : { person }) },
  };
  const { receivedOn, limit, against } = complaint;
  if (complaint.assignee !== undefined) return [assigned];
  return [assigned, { type: "permits.complaint.received", data: { ...saidOf(against), receivedOn, due: limit.due } }];
}

/** Whose word counts for the other's career: heads and their offices, the government's head and the heads; a window's office. */
export function inLine(to: Official, against: Against, target: Official | undefined, town: TownProfile): boolean {
  const heads = (sub: string) => town.heads.filter((head) => head.sub === sub);
  if (against.kind === "window" && town.windows.some(({ id, office }) => id === against.window && office === to.office))
    return true;
  if (target === undefined) return false;
  const above = heads(to.sub).some(({ office, of }) => of === "organ" && office === target.office);
  const below = heads(target.sub).some(({ office }) => office === to.office);
  const government = (sub: string) => heads(sub).some(({ of }) => of === "government");
  const aboveHead = heads(target.sub).length > 0 && government(to.sub);
  const belowGovernment = government(target.sub) && heads(to.sub).length > 0;
  return above || below || aboveHead || belowGovernment;
}

const mustBeAssigned = ({ assignee }: Complaint, { actor }: Context): Rejection | undefined =>
  assignee?.sub === actor.sub ? undefined : notYou("permits.not-assigned-to-you");

/** L7: what was found, told to the complainant; a founded one names what followed for those responsible. */
export function answer(
  complaint: Complaint,
  { outcome, text, measures }: AnswerComplaint,
  context: Context,
): Decision<ComplaintEvent> {
  const refused = mustBeAssigned(complaint, context);
  if (refused !== undefined) return refused;
  if (outcome === "founded" && measures.length === 0)
    return badInput("permits.measures-missing", { rule: "L7" }, "/measures");
  if (outcome === "unfounded" && measures.length > 0)
    return badInput("permits.measures-without-ground", { rule: "L7" }, "/measures");
  const { calendar, town } = context;
  const { due } = recalculate(calendar, complaint.limit);
  const objectionLimit = limitFrom(calendar, limitSpec("L7", town.complaints.objectionWorkingDays), on(context));
  return [
    {
      type: "permits.complaint.answered",
      data: {
        ...saidOf(complaint.against),
        answeredOn: on(context),
        outcome,
        onTime: due === null || on(context) <= due,
        accountability: measures.length > 0,
      },
      personal: { text, measures, ...(complaint.objected ? {} : { objectionLimit }) },
    },
  ];
}

/** Once, by a supervisor, for reasons the complainant is told, before the limit has passed. */
export function extend(complaint: Complaint, reasons: string, context: Context): Decision<ComplaintEvent> {
  const { calendar, town } = context;
  if (complaint.extended) return refuse("permits.complaint-extended-already", { rule: "L7" });
  const { due } = recalculate(calendar, complaint.limit);
  if (due !== null && due < on(context)) return refuse("permits.complaint-late-already", { due, rule: "L7" });
  const { length, rule, article } = limitSpec("L7", town.complaints.extensionWorkingDays);
  return [
    {
      type: "permits.complaint.extended",
      data: { limit: extendLimit(calendar, complaint.limit, { length, rule, article }) },
      personal: { reasons },
    },
  ];
}

/**
 * L7: once, within the profile's days of the answer; somebody else then looks at it. A supervisor records a caller's objection, and
 * one that came by post, which is in time if it was posted in time (T-4), also after the complaint was closed.
 */
export function object(
  complaint: Complaint,
  { reasons, posted }: ObjectToAnswer,
  context: Context,
): Decision<ComplaintEvent> {
  const { calendar, town, actor } = context;
  const { owner, channel, objectionLimit, objected, status } = complaint;
  const supervisor = actor.roles.includes("supervisor");
  const forAnother = supervisor && (posted !== undefined || (owner === undefined && channel === "telephone"));
  if (supervisor && !forAnother && owner !== actor.sub)
    return badInput("permits.objection-without-posting", { rule: "T-4" }, "/posted");
  if (!forAnother && owner !== actor.sub) return notYou("permits.not-your-complaint");
  if (status === "closed" && (posted === undefined || objected || complaint.handedOver !== undefined))
    return notNow("permits.complaint-not-in-this-state", { status, command: "object", possible: [] });
  const sent = handedInOn({ posted, own: owner === actor.sub, since: complaint.answers.at(-1)?.on }, context);
  if (isRejection(sent)) return sent;
  const limit = objectionLimit === undefined ? undefined : recalculate(calendar, objectionLimit);
  if (limit !== undefined && hasCertainlyPassed(calendar, limit, sent))
    return refuse("permits.objection-too-late", { due: limit?.due ?? null, rule: "L7" });
  const next = limitFrom(calendar, limitSpec("L7", town.limits.complaintWorkingDays), on(context));
  const personal = { reasons, ...(posted === undefined ? {} : { posted }) };
  return [{ type: "permits.complaint.objected", data: { on: on(context), limit: next }, personal }];
}

export function withdraw({ owner }: Complaint, context: Context): Decision<ComplaintEvent> {
  if (owner !== context.actor.sub) return notYou("permits.not-your-complaint");
  return [{ type: "permits.complaint.withdrawn", data: { on: on(context) } }];
}

/** Who complained is shown to who answers, for a reason, on record; an anonymous one to nobody. */
export function contact(complaint: Complaint, reason: string, context: Context): Decision<ComplaintEvent> {
  // Handed over, the office that leads the appeal handles it.
  const leads = complaint.handedOver !== undefined && complaint.handedOver.office === context.actor.office;
  const refused = leads ? undefined : mustBeAssigned(complaint, context);
  if (refused !== undefined) return refused;
  if (complaint.contact === undefined) return refuse("permits.complainant-unknown", { rule: "L7" });
  return [{ type: "permits.complaint.contact-disclosed", data: {}, personal: { reason } }];
}

const open = ({ status }: Complaint) => status === "received" || status === "assigned" || status === "objected";

function waitsUntil(complaint: Complaint): Limit | undefined {
  if (complaint.status === "answered") return complaint.objectionLimit;
  return open(complaint) && !complaint.overdue ? complaint.limit : undefined;
}

/** Late is put on record once; an answer nobody objects to closes the complaint. */
export function passTime(complaint: Complaint, context: Context): Decision<ComplaintEvent> {
  const kept = waitsUntil(complaint);
  if (kept === undefined || kept.due === null || kept.due >= on(context)) return [];
  const limit = recalculate(context.calendar, kept);
  if (limit.due !== null && limit.due >= on(context))
    return [{ type: "permits.complaint.limit-recounted", data: { limit } }];
  if (complaint.status === "answered")
    return hasCertainlyPassed(context.calendar, limit, context.today)
      ? [{ type: "permits.complaint.closed", data: { on: on(context) } }]
      : [{ type: "permits.complaint.limit-recounted", data: { limit, lookAgainOn: inAWeek(context) } }];
  return [{ type: "permits.complaint.overdue", data: { ...saidOf(complaint.against), due: kept.due } }];
}

export function nextDeadline(complaint: Complaint): string | undefined {
  if (complaint.status === "answered" && complaint.lookAgainOn !== undefined) return startOfDay(complaint.lookAgainOn);
  const due = waitsUntil(complaint)?.due;
  return typeof due === "string" ? endOfDay(due) : undefined;
}
