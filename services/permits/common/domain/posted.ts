import type { Temporal } from "temporal-polyfill";
import { type Posted, timelyOn } from "../../../../shared/calendar/index.ts";
import { type Context, type Rejection, refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "./refusals.ts";

const { badInput, notYou } = refusals<CommonRefusal>();

const article = { article: "民诉法85", rule: "T-4" };

/**
 * T-4 (民诉法85): the day on which a request counts as handed in. Only the counter records a day of posting, and none to come.
 * Answers today where nothing came by post.
 */
export function handedInOn(
  posted: Posted | undefined,
  { actor, today }: Pick<Context, "actor" | "today">,
): Temporal.PlainDate | Rejection {
  if (posted === undefined) return today;
  const counter = actor.roles.includes("clerk") || actor.roles.includes("supervisor");
  if (!counter) return notYou("permits.posting-recorded-by-staff", article);
  return timelyOn(today, posted) ?? badInput("permits.posted-in-future", article, "/posted/on");
}
