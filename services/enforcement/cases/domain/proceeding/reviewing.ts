import { Temporal } from "temporal-polyfill";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { isRejection } from "../../../../../shared/decider/index.ts";
import { isRecused } from "../../../../../shared/people/index.ts";
import { peopleNamed } from "../../../common/domain/case-rules.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { handlerFault, hasHandled, headFault, independenceFault } from "./people.ts";
import type { Noticed, Open } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { about } from "./said.ts";

type Decided = Decision<ProceedingEvent>;
const article57 = { article: "行政处罚法57(2)", rule: "CF-57" };
const article58 = { article: "行政处罚法58", rule: "CF-58" };

/** E5: the town's counsel is asked; the decision then waits for the opinion. */
export function askCounsel(
  state: Open | Noticed,
  { counsel, ...known }: CommandOf<"ask-counsel">,
  context: Context,
): Decided {
  const refused = handlerFault(known, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  const found = context.town.enforcement.counsels.find(
    (one) => one.id === counsel && one.from <= on && on <= one.until,
  );
  if (found === undefined) return badInput("enforcement.no-such-counsel", { counsel }, "/counsel");
  return [{ type: "enforcement.proceeding.counsel-asked", data: { ...about(state), on }, personal: { counsel } }];
}

/** E5: what the counsel wrote, as a file. */
export function noteCounsel(
  state: Open | Noticed,
  { opinion, ...known }: CommandOf<"note-counsel">,
  context: Context,
): Decided {
  const refused = handlerFault(known, context);
  if (refused !== undefined) return refused;
  if (state.counsel === undefined || state.counsel.opinion !== undefined)
    return notNow("enforcement.no-such-counsel", {});
  return [
    {
      type: "enforcement.proceeding.counsel-noted",
      data: { ...about(state), on: context.today.toString() },
      personal: { opinion },
    },
  ];
}

/** CF-58: a reviewer with the national legal qualification, who handles no part of the case, looks at the charges as they stand. */
export function reviewLegally(
  state: Open | Noticed,
  { conclusion, opinion, ...known }: CommandOf<"legal-review">,
  context: Context,
): Decided {
  const on = context.today.toString();
  const { sub } = context.actor;
  const qualified = context.town.enforcement.legalReviewers.some((one) => one.sub === sub && one.from <= on);
  if (!qualified) return notYou("enforcement.not-a-legal-reviewer", article58);
  const refused = independenceFault(known.case, context.actor, "enforcement.handler-cannot-review");
  if (refused !== undefined) return refused;
  if (state.charges?.signedBy === undefined) return refuse("enforcement.charges-not-signed", article58);
  return [
    {
      type: "enforcement.proceeding.legally-reviewed",
      data: { ...about(state), on, revision: state.charges.revision, conclusion },
      personal: { opinion },
    },
  ];
}

/** CF-57(2): the leaders discuss a complex or major case together; the head records it with its minutes. */
export function discuss(
  state: Open | Noticed,
  { members, agreedOn, minutes, on, ...known }: CommandOf<"discuss">,
  context: Context,
): Decided {
  const refused = headFault(known.case, context);
  if (refused !== undefined) return refused;
  const { case: of } = known;
  if (of === undefined) return badInput("enforcement.no-such-case");
  if (state.charges?.signedBy === undefined) return refuse("enforcement.charges-not-signed", article57);
  const people = peopleNamed(members, known, context, "/members");
  if (isRejection(people)) return people;
  // An officer of the case reports to the meeting; he does not vote in it.
  const voting = people.filter(({ sub }) => !hasHandled(of, sub) && !isRecused(of.recusals, sub));
  const { leastMembers } = context.town.enforcement.major;
  if (voting.length < leastMembers || voting.length < people.length)
    return refuse("enforcement.meeting-too-small", { leastMembers, voting: voting.length, ...article57 }, "/members");
  if (Temporal.PlainDate.compare(on, context.today) > 0 || on < state.charges.on)
    return badInput("enforcement.minutes-in-the-future", { on, ...article57 }, "/on");
  return [
    {
      type: "enforcement.proceeding.discussed",
      data: { ...about(state), on, revision: state.charges.revision, agreedOn, minutes },
      personal: { members: people.map(({ sub }) => sub) },
    },
  ];
}
