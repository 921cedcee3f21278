import { Temporal } from "temporal-polyfill";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { officialDepartment } from "../../../../../shared/town/series.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import type { Accepted, ApplicationEvent, CommandOf, Forwarded } from "./application.ts";
import { stepsLeft } from "./decision.ts";
import { householdMissing, notClaimed } from "./household.ts";
import { missedBy } from "./overdue.ts";
import { keptApart, recusalPending } from "./people.ts";
import { powerFor, powerNotInForce } from "./power.ts";
import { about } from "./said.ts";

/** XK-T2, XK-43: what another organ decides is reviewed and passed on with all its materials, not decided. */
export function forward(
  state: Accepted,
  { power }: CommandOf<"forward">,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, today } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const apart = keptApart(state, actor.sub, "decided") ?? recusalPending(state);
  if (apart !== undefined) return apart;
  const left = stepsLeft(state);
  if (left !== undefined) return left;
  const unstated = householdMissing(state);
  if (unstated !== undefined) return unstated;
  const known = powerFor(state, power, context);
  if (!known.inForce) return powerNotInForce(state.item.code, context, known.failed);
  if (known.townRole === "decides") return refuse("permits.town-decides-itself", { item: state.item.code });
  const data = {
    ...about(state),
    forwardedOn: today.toString(),
    to: officialDepartment(state.guide.sourceDepartment, context.town),
  };
  return [...missedBy(state, context), { type: "permits.application.forwarded", data }];
}

/**
 * XK-T2: the decision comes back, and is on record with its document before it is delivered. 一户一宅 binds the organ above
 * too: its grant claims the household in the same transaction, and is not recorded where another case holds it.
 */
export function recordUpperDecision(
  state: Forwarded,
  command: CommandOf<"record-upper-decision">,
  { actor, today }: Context,
): Decision<ApplicationEvent> {
  const { outcome, decidedOn, number, reasons } = command;
  if (!actor.roles.includes("clerk") && actor.office !== state.office)
    return notYou("permits.not-your-office", { office: state.office });
  if (decidedOn < state.forwardedOn || Temporal.PlainDate.compare(decidedOn, today) > 0)
    return badInput("permits.decided-on-another-day", { forwardedOn: state.forwardedOn }, "/decidedOn");
  if (outcome === "refused" && reasons === undefined)
    return refuse("permits.reasons-missing", { article: "行政许可法38(2)", rule: "XK-38" }, "/reasons");
  const unclaimed = outcome === "granted" ? notClaimed(state, command) : undefined;
  if (unclaimed !== undefined) return unclaimed;
  const recordedOn = today.toString();
  return [
    {
      type: "permits.application.upper-decided",
      data: { ...about(state), outcome, organ: state.to, decidedOn, recordedOn, number },
      ...(reasons === undefined ? {} : { personal: { reasons } }),
    },
  ];
}
