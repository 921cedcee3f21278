import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import { notYou, refuse } from "../refusals.ts";
import { acceptable, accepted, isPast } from "./acceptance.ts";
import type { Application, ApplicationEvent, DecideAtOnce, Received } from "./application.ts";
import { decide } from "./decision.ts";
import { evolve } from "./evolve.ts";
import { between } from "./evolve-filing.ts";
import { missingOf } from "./materials.ts";

const article34 = { article: "行政许可法34(2)", rule: "XK-34" };

/** XK-34: an immediate item (即办件) that was taken in at the counter. */
function notOnTheSpot({ guide, owner }: Received): Rejection | undefined {
  if (guide.kind !== "immediate") return refuse("permits.not-immediate", article34);
  return owner === undefined ? undefined : refuse("permits.not-at-the-counter", article34);
}

/**
 * XK-34: what can be decided on the spot (即办件) is, in one command of the decider; the clerk who took it in at the
 * counter is the one who accepted it, so that the two stay apart (L1).
 */
export function decideAtOnce(state: Received, command: DecideAtOnce, context: Context): Decision<ApplicationEvent> {
  const not = notOnTheSpot(state);
  if (not !== undefined) return not;
  if (context.actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const deemed = isPast(state.acceptanceLimit, context);
  const lawful = deemed ? {} : acceptable(state, command, context);
  if (isRejection(lawful)) return lawful;
  const first = accepted(state, context, deemed ? { deemed } : { deemed, acceptedBy: state.receivedBy });
  const then = first.reduce<Application>(
    (before, event) => evolve(before, { ...event, sequence: 0, time: context.now, actor: context.actor.sub }),
    state,
  );
  if (then.status !== "accepted") return refuse("permits.not-immediate", article34);
  const decided = decide(then, command, context);
  return isRejection(decided) ? decided : [...first, ...decided];
}

/** Who can decide a case on the spot, and what it still waits for; nothing: now. */
export interface OnTheSpot {
  /** Any approver of this office … */
  readonly office: string;
  /** … but not who took it in (L1). */
  readonly notBy: string;
  readonly waitsFor: readonly string[];
}

/** XK-34: for the counter, which brings it about that somebody else decides while the applicant waits; undefined: not this one. */
export function onTheSpot(state: Application): OnTheSpot | undefined {
  if (state.status !== "received" || notOnTheSpot(state) !== undefined) return undefined;
  const { guide, townRole = "decides", office, receivedBy } = state;
  const longer = guide.inspection === true || guide.hearingRequired === true;
  const steps = guide.steps.some(({ kind }) => between.includes(kind));
  if (guide.category === "filing" || townRole !== "decides" || longer || steps) return undefined;
  return { office, notBy: receivedBy, waitsFor: missingOf(state) };
}
