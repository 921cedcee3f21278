import { Temporal } from "temporal-polyfill";
import { latestBefore } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { isRecused } from "../../../../../shared/people/index.ts";
import { mayWithdraw } from "./defending.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { hasHandled } from "./people.ts";
import type { Noticed } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { about } from "./said.ts";

const article64 = { article: "行政处罚法64", rule: "CF-64" };

/**
 * CF-64: what became of the hearing: held, with the record that all signed, by a chair who did not investigate; not
 * attended; or taken back by the party. Its time and place were told seven working days before.
 */
export function noteHearing(
  state: Noticed,
  command: CommandOf<"note-hearing">,
  context: Context,
): Decision<ProceedingEvent> {
  const { outcome, noticedOn } = command;
  const { hearing } = state.notice;
  if (hearing === undefined) return refuse("enforcement.hearing-not-requested", article64);
  if (hearing.outcome !== undefined) return notNow("enforcement.hearing-recorded", article64);
  const { how, on, chair, record } = outcome;
  const fault =
    dayFault(on, hearing.requestedOn, context) ??
    (how === "withdrawn"
      ? mayWithdraw(state, context, record)
      : (toldFault(on, noticedOn, context) ?? chairFault(command, context)));
  if (fault !== undefined) return fault;
  return [
    {
      type: "enforcement.proceeding.hearing-noted",
      data: { ...about(state), on: context.today.toString(), how, heldOn: on },
      personal: present({ chair, record }),
    },
  ];
}

function dayFault(on: string, requestedOn: string, { today }: Context): Rejection | undefined {
  const later = Temporal.PlainDate.compare(on, today) > 0;
  return later || on < requestedOn
    ? badInput("enforcement.served-in-the-future", { on, ...article64 }, "/outcome/on")
    : undefined;
}

/** CF-64(2): seven working days before. */
function toldFault(on: string, noticedOn: string | undefined, { calendar }: Context): Rejection | undefined {
  const latest = latestBefore(calendar, on, 7, "working-day").latest.toString();
  return noticedOn !== undefined && noticedOn <= latest
    ? undefined
    : refuse("enforcement.hearing-told-late", { latest, ...article64, article: "行政处罚法64(2)" }, "/noticedOn");
}

/** CF-64(4), CF-43a: the chair handled no part of the case, and notes the hearing himself. */
function chairFault({ outcome, case: of }: CommandOf<"note-hearing">, { actor }: Context): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.no-such-case");
  const { chair, record, how } = outcome;
  if (chair === undefined || chair !== actor.sub) return notYou("enforcement.not-another-chair", article64);
  if (hasHandled(of, chair) || isRecused(of.recusals, chair))
    return notYou("enforcement.hearing-chair-handled", { ...article64, article: "行政处罚法64(4)" });
  if (how === "held" && record === undefined)
    return refuse(
      "enforcement.hearing-without-record",
      { article: "行政处罚法64、65", rule: "CF-65" },
      "/outcome/record",
    );
  return undefined;
}
