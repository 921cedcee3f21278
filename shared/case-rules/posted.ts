import type { Temporal } from "temporal-polyfill";
import { type Posted, timelyOn } from "../calendar/index.ts";
import { type Context, type Rejection, refusals } from "../decider/index.ts";
import type { Role } from "../town/roles.ts";

const article = { article: "民诉法85", rule: "T-4" };

interface HandedIn {
  readonly posted: Posted | undefined;
  /** Whether the actor is the person who sends it, or acts for him. */
  readonly own: boolean;
  /** The day of the notice that it answers, as an ISO date: nobody answers before. */
  readonly since?: string | undefined;
}

/**
 * T-4 (民诉法85): the day on which a request counts as handed in. Only the counter records a day of posting, none to come
 * and none before the notice that is answered; nobody records the day of his own letter. Answers today where nothing came by post.
 * @param counter the roles that record what came by post
 */
export const handedInOnIn = (service: string, counter: readonly Role[] = ["clerk", "supervisor"]) => {
  const { badInput, notYou } = refusals<string>();
  return (
    { posted, own, since }: HandedIn,
    { actor, today }: Pick<Context, "actor" | "today">,
  ): Temporal.PlainDate | Rejection => {
    if (posted === undefined) return today;
    if (own || !counter.some((role) => actor.roles.includes(role)))
      return notYou(`${service}.posting-recorded-by-staff`, article);
    if (since !== undefined && posted.on < since)
      return badInput(`${service}.posted-before-told`, { since, ...article }, "/posted/on");
    return timelyOn(today, posted) ?? badInput(`${service}.posted-in-future`, article, "/posted/on");
  };
};
