import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { notYou } from "../refusals.ts";
import type { Application, ApplicationEvent } from "./application.ts";
import { keptAway } from "./people.ts";

/**
 * PIPL 6, 34 (P-1): the applicant's full particulars are shown to who works on the case, for a purpose he states, and on
 * record; in any state, for it changes none.
 */
export function disclose(state: Application, reason: string, { actor }: Context): Decision<ApplicationEvent> {
  const atTheCounter = actor.roles.includes("clerk") || actor.roles.includes("issuer");
  if (!atTheCounter && actor.office !== state.office)
    return notYou("permits.not-your-office", { office: state.office });
  const away = keptAway(state, actor.sub);
  if (away !== undefined) return away;
  return [{ type: "permits.application.disclosed", data: {}, personal: { reason } }];
}
