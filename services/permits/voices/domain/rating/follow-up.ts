import { endOfDay, recalculate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { limitOf } from "./giving.ts";
import type { Lateness, Rating, RatingCommand, RatingEvent } from "./rating.ts";

type Ask<T extends RatingCommand["type"]> = Extract<RatingCommand, { type: T }>;
const on = ({ today }: Context) => today.toString();

/** S-2: who is rated neither follows up nor learns by whom. */
const notRated = ({ handlers }: Rating, sub: string): Rejection | undefined =>
  handlers.includes(sub) ? refuse("permits.rated-cannot-follow-up", { rule: "S-2" }) : undefined;

const mustBeAssigned = ({ assignee }: Rating, { actor }: Context): Rejection | undefined =>
  assignee === actor.sub ? undefined : notYou("permits.not-assigned-to-you");

export function assign(rating: Rating, { to }: Ask<"assign">, { actor }: Context): Decision<RatingEvent> {
  const refused = notRated(rating, actor.sub) ?? notRated(rating, to);
  return refused ?? [{ type: "permits.rating.assigned", data: { to } }];
}

/** S-2: the rater is shown to who calls back, for a reason, on record. */
export function contact(rating: Rating, { reason }: Ask<"contact">, context: Context): Decision<RatingEvent> {
  const refused = mustBeAssigned(rating, context) ?? notRated(rating, context.actor.sub);
  return refused ?? [{ type: "permits.rating.contact-disclosed", data: {}, personal: { reason } }];
}

export function callBack(rating: Rating, { reached, note }: Ask<"call-back">, context: Context): Decision<RatingEvent> {
  const refused = mustBeAssigned(rating, context);
  return refused ?? [{ type: "permits.rating.called-back", data: { on: on(context), reached }, personal: { note } }];
}

/** S-2: easy is fixed at once, hard goes into the ledger with a day, groundless is explained. */
export function classify(
  rating: Rating,
  { finding, note, due }: Ask<"classify">,
  context: Context,
): Decision<RatingEvent> {
  const refused = mustBeAssigned(rating, context);
  if (refused !== undefined) return refused;
  const rectification =
    finding === "hard" ? limitOf(context, context.town.rating.rectificationWorkingDays, on(context)) : undefined;
  if (finding === "hard" && rectification === undefined && due === undefined)
    return badInput("permits.ledger-needs-a-day", { rule: "S-2" }, "/due");
  const rectifyBy = finding === "hard" && rectification === undefined ? due : undefined;
  if (rectifyBy !== undefined && rectifyBy < on(context))
    return badInput("permits.ledger-needs-a-day", { rule: "S-2" }, "/due");
  return [
    {
      type: "permits.rating.classified",
      data: {
        finding,
        ...(rectification === undefined ? {} : { rectification }),
        ...(rectifyBy === undefined ? {} : { rectifyBy }),
      },
      personal: { note },
    },
  ];
}

export function rectify(rating: Rating, { note }: Ask<"rectify">, context: Context): Decision<RatingEvent> {
  const refused = mustBeAssigned(rating, context);
  return refused ?? [{ type: "permits.rating.rectified", data: { on: on(context) }, personal: { note } }];
}

/** What was put right or explained is looked at by a supervisor, who has no part in it. */
export function check(rating: Rating, { passed, note }: Ask<"check">, context: Context): Decision<RatingEvent> {
  const refused = mustBeApart(rating, context);
  return refused ?? [{ type: "permits.rating.checked", data: { passed, on: on(context) }, personal: { note } }];
}

function mustBeApart(rating: Rating, { actor }: Context): Rejection | undefined {
  if (rating.assignee === actor.sub) return refuse("permits.follower-cannot-check", { rule: "S-2" });
  return notRated(rating, actor.sub);
}

/** S-2: a malicious rating may be appealed against, once. */
export function appeal(rating: Rating, { note }: Ask<"appeal">, context: Context): Decision<RatingEvent> {
  const refused = mustBeAssigned(rating, context);
  if (refused !== undefined) return refused;
  if (rating.appeals > 0) return refuse("permits.appealed-already", { rule: "S-2" });
  return [{ type: "permits.rating.appealed", data: { on: on(context) }, personal: { note } }];
}

export function decideAppeal(
  rating: Rating,
  { upheld, note }: Ask<"decide-appeal">,
  context: Context,
): Decision<RatingEvent> {
  const refused = mustBeApart(rating, context);
  return refused ?? [{ type: "permits.rating.appeal-decided", data: { upheld, on: on(context) }, personal: { note } }];
}

const waitsFor: Readonly<Partial<Record<Rating["status"], Lateness>>> = {
  "to-call-back": "call-back",
  "to-classify": "call-back",
  "to-rectify": "rectification",
};

/** The last day of what the rating waits for now; undefined: nothing, or no limit is set, or it is late on record already. */
export function dueOf(rating: Rating): { readonly limit: Lateness; readonly due: string } | undefined {
  const limit = waitsFor[rating.status];
  if (limit === undefined || rating.overdue.includes(limit)) return undefined;
  const { followUp, rectification, rectifyBy } = rating;
  const due = limit === "call-back" ? followUp?.due : (rectification?.due ?? rectifyBy);
  return typeof due === "string" ? { limit, due } : undefined;
}

/** The rating is told to the town's services by the town, not by who gave it; what is late is put on record once. */
export function passTime(rating: Rating, context: Context): Decision<RatingEvent> {
  const { grade, setting, item, office, window, givenOn } = rating;
  const about = { office, ...(item === undefined ? {} : { item }), ...(window === undefined ? {} : { window }) };
  const news: RatingEvent[] = rating.announced
    ? []
    : [{ type: "permits.rating.given", data: { ...about, grade, setting, givenOn } }];
  const late = dueOf(rating);
  if (late === undefined || late.due >= on(context)) return news;
  const kept = late.limit === "call-back" ? rating.followUp : rating.rectification;
  const to = kept === undefined ? undefined : recalculate(context.calendar, kept);
  if (to !== undefined && to.due !== null && to.due >= on(context))
    return [...news, { type: "permits.rating.limit-recounted", data: { limit: late.limit, to } }];
  return [...news, { type: "permits.rating.overdue", data: { ...about, limit: late.limit, due: late.due } }];
}

export function nextDeadline(rating: Rating): string | undefined {
  if (!rating.announced) return rating.givenAt;
  const late = dueOf(rating);
  return late === undefined ? undefined : endOfDay(late.due);
}
