import { type Limit, type LimitSpec, limitFrom, minutesLater } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { badInput, notNow, notYou } from "../refusals.ts";
import type { Matter } from "./matter.ts";
import { type Give, isPoor, type RatingEvent } from "./rating.ts";

const outsiders = new Set(["resident", "device"]);

/** S-2, S-3: who handled it calls back within the town's limit. */
export const followUpLimit = (length: number): LimitSpec => ({
  rule: "S-3",
  article: "国办发〔2019〕51号",
  unit: "working-day",
  length,
});

/** Undefined where the town sets none. */
export const limitOf = ({ calendar }: Context, length: number | null, from: string): Limit | undefined =>
  length === null ? undefined : limitFrom(calendar, followUpLimit(length), from);

/** L17, S-1: one rating of a matter that has ended, by whose it is or at the counter's device right after; never by staff. */
export function give({ matter, grade, comment, phone }: Give, context: Context): Decision<RatingEvent> {
  const { actor, today, town } = context;
  if (actor.roles.some((role) => !outsiders.has(role))) return notYou("permits.staff-cannot-rate", { rule: "L17" });
  if (matter === undefined) return badInput("permits.nothing-to-rate");
  const atCounter = actor.roles.includes("device");
  const refused = atCounter ? mayAtCounter(matter, context) : mayOnline(matter, context);
  if (refused !== undefined) return refused;
  const { ref, kind, item, office, window, handlers, party } = matter;
  const givenOn = today.toString();
  const named = phone ?? (atCounter ? undefined : party?.phone);
  const followUp = isPoor(grade) ? limitOf(context, town.limits.ratingFollowUpWorkingDays, givenOn) : undefined;
  const head = town.heads.find((one) => one.office === office && one.of === "organ")?.sub;
  const assignee = head === undefined || handlers.includes(head) || !isPoor(grade) ? undefined : head;
  return [
    {
      type: "permits.rating.submitted",
      data: {
        grade,
        setting: atCounter || kind === "visit" ? "on-site" : "online",
        kind,
        office,
        givenOn,
        ...(item === undefined ? {} : { item }),
        ...(window === undefined ? {} : { window }),
        ...(followUp === undefined ? {} : { followUp }),
        ...(assignee === undefined ? {} : { assignee }),
      },
      personal: {
        ref,
        handlers,
        ...(atCounter ? {} : { owner: actor.sub }),
        ...(comment === undefined ? {} : { comment }),
        ...(named === undefined ? {} : { caller: { name: party?.name ?? "", phone: named } }),
      },
    },
  ];
}

function mayOnline({ owner, ended }: Matter, { actor }: Context): Rejection | undefined {
  // P-1: to a stranger there is no such matter.
  if (owner === undefined || owner !== actor.sub) return badInput("permits.nothing-to-rate");
  return ended === undefined ? notNow("permits.not-ended-yet") : undefined;
}

/** At the counter: a visit within the profile's minutes of its end, a case on the day it ended. */
function mayAtCounter({ kind, ended }: Matter, { now, today, town }: Context): Rejection | undefined {
  if (ended === undefined) return notNow("permits.not-ended-yet");
  const minutes = town.rating.counterMinutes;
  const inTime = kind === "visit" ? now <= minutesLater(ended, minutes) : ended === today.toString();
  return inTime ? undefined : notNow("permits.too-late-at-the-counter", { minutes });
}
