import { Temporal } from "temporal-polyfill";
import { hasCertainlyPassed, type Limit, limitFrom } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { isTheTownItself } from "../../../../../shared/town/own-name.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { isOwn, isStranger } from "./agent.ts";
import type {
  Accept,
  Application,
  ApplicationEvent,
  CommandOf,
  EventOf,
  Filed,
  Incomplete,
  Received,
  Tolerance,
  WasAccepted,
} from "./application.ts";
import { feeDue, feeWithoutBasis } from "./fees.ts";
import { householdMissing } from "./household.ts";
import { inspectionOf } from "./inspection.ts";
import { jointOfficesOf } from "./joint-review.ts";
import { acceptanceLimit, limitsOf } from "./limits.ts";
import { alreadyHad, missingOf, notAsked, tolerable } from "./materials.ts";
import { powerFor, powerNotInForce } from "./power.ts";
import { about, receiptFor } from "./said.ts";

type Decided = Decision<ApplicationEvent>;

/**
 * XK-32-4: once, whole, and within five working days; afterwards the law deems the application accepted. Nothing may be
 * told a second time but what could not be said the first: that what was brought on the notice is faulty itself.
 * XK-32-3: a fault in what was brought is explained, each time.
 */
export function notifyCorrections(
  state: Received,
  { missing, explanation, unobtainable = [] }: CommandOf<"notify-corrections">,
  context: Context,
): Decided {
  const { corrections } = state;
  const couldHaveBeenSaid = missing.filter((name) => corrections?.missing.includes(name) !== true);
  if (corrections !== undefined && couldHaveBeenSaid.length > 0)
    return refuse("permits.corrections-already-notified", {
      on: corrections.notifiedOn,
      couldHaveBeenSaid,
      ...article32,
    });
  if (isPast(state.acceptanceLimit, context)) return deemedAlready(state);
  const strange = notAsked(state.guide, missing, "/missing") ?? alreadyHad(state, missing, unobtainable);
  if (strange !== undefined) return strange;
  const faulty = missing.filter((name) => state.given.includes(name));
  if (faulty.length > 0 && explanation === undefined)
    return refuse("permits.correction-unexplained", { faulty, ...article32on3 }, "/explanation");
  const omitted = missingOf(state).filter((name) => !missing.includes(name));
  if (omitted.length > 0) return refuse("permits.notice-incomplete", { omitted, ...article32 }, "/missing");
  const notice = { missing: [...new Set(missing)], notifiedOn: context.today.toString() };
  return [
    {
      type: "permits.application.corrections-notified",
      data: { ...about(state), ...notice },
      ...(explanation === undefined && unobtainable.length === 0
        ? {}
        : { personal: present({ explanation, unobtainable: unobtainable.length === 0 ? undefined : unobtainable }) }),
    },
  ];
}

/** An error in what was brought may be put right on the spot: a notice says what it is, and why that was not done. */
const article32on3 = { article: "行政许可法32(3)、(4)", rule: "XK-32-3" };

const article32 = { article: "行政许可法32(4)", rule: "XK-32-4" };

/** Whether the limit is over for good (T-10): on a provisional date nobody is bound by silence, nor told that it is too late. */
export function isPast(limit: Limit, { calendar, today }: Context): boolean {
  return hasCertainlyPassed(calendar, limit, today);
}

const deemedAlready = (state: Received) =>
  refuse("permits.deemed-accepted", { since: state.materialsOn, due: state.acceptanceLimit.due, ...article32 });

/** XK-32-3: what can be put right on the spot may be; XK-32-4: or brought later, as the notice asked. */
export function correct(state: Received | Incomplete, { materials }: CommandOf<"correct">, context: Context): Decided {
  if (isStranger(state, context.actor)) return notYou("permits.not-yours");
  const strange = notAsked(state.guide, materials, "/materials");
  if (strange !== undefined) return strange;
  const given = [...new Set([...state.given, ...materials])];
  const asked = state.status === "incomplete" ? state.corrections.missing : [];
  const complete =
    asked.every((name) => given.includes(name) || state.onFile?.includes(name) === true) &&
    missingOf({ ...state, given }).length === 0;
  const on = context.today.toString();
  const limit = limitFrom(context.calendar, acceptanceLimit, on);
  return [{ type: "permits.application.corrected", data: { given, on, complete, acceptanceLimit: limit } }];
}

/** XK-32-5: complete materials must be accepted; incomplete ones are not, they are asked for, or promised (容缺受理). */
export function accept(state: Received, command: Accept, context: Context): Decided {
  if (isPast(state.acceptanceLimit, context)) return accepted(state, context, { deemed: true });
  const lawful = acceptable(state, command, context);
  return isRejection(lawful) ? lawful : accepted(state, context, { deemed: false, ...lawful });
}

/** What must be so before the organ itself accepts; with the applicant's promise, if something may come later. */
export function acceptable(
  state: Received,
  { power, promise }: Pick<Accept, "power" | "promise">,
  context: Context,
): { readonly tolerance?: Tolerance } | Rejection {
  const known = powerFor(state, power, context);
  if (!known.inForce) return powerNotInForce(state.item.code, context, known.failed);
  const unlawfulFee = feeWithoutBasis(state);
  if (unlawfulFee !== undefined) return unlawfulFee;
  const household = householdMissing(state);
  if (household !== undefined) return household;
  const missing = missingOf(state);
  if (missing.length === 0) return {};
  const later = tolerable(state.guide, missing);
  if (promise === undefined || later.length < missing.length)
    return refuse("permits.materials-missing", {
      missing,
      tolerable: later,
      article: "行政许可法32(5)",
      rule: "XK-32-5",
    });
  return promised(state, missing, promise.until, context);
}

/** The promise is for a day to come, before the case must be decided. */
function promised(state: Received, materials: readonly string[], until: string, { today, calendar }: Context) {
  if (Temporal.PlainDate.compare(until, today) < 0)
    return badInput("permits.promise-in-the-past", {}, "/promise/until");
  const { due } = limitsOf(state, today.toString(), calendar).promised;
  if (due !== null && until > due) return badInput("permits.promise-too-late", { due }, "/promise/until");
  return { tolerance: { materials, until, promisedOn: today.toString() } };
}

interface Acceptance {
  readonly deemed: boolean;
  readonly tolerance?: Tolerance;
  /** Who took it in at the counter, where it is decided in the same breath. */
  readonly acceptedBy?: string;
}

/**
 * The clock runs from the day of acceptance; from the day the corrections were complete, where some were asked for
 * (XK-32-5); from the day of receipt, where the organ kept silent (XK-32-4). A filing is recorded instead (L16).
 */
export function accepted(state: Received, context: Context, how: Acceptance): ApplicationEvent[] {
  if (state.guide.category === "filing") return recorded(state, context);
  const { today, calendar, town } = context;
  const { deemed, tolerance, acceptedBy } = how;
  const acceptedOn = deemed || state.corrections !== undefined ? state.materialsOn : today.toString();
  const event: EventOf<"permits.application.accepted"> = {
    type: "permits.application.accepted",
    data: {
      ...about(state),
      acceptedOn,
      deemed,
      ...limitsOf(state, acceptedOn, calendar),
      receipt: receiptFor("acceptance-notice", state, context),
      ...present({
        acceptedBy,
        tolerance,
        inspection: inspectionOf(state.guide, acceptedOn, calendar),
        order: orderOf(state, context),
        joint: jointOfficesOf(state, town),
      }),
    },
  };
  return [event, ...feeDue(state, context)];
}

/** XK-57: where places are limited, an acceptance takes the next number of its item. A renewal or change takes no place. */
function orderOf({ guide: { quantity }, concerns, item }: Received, { numbers }: Context): number | undefined {
  return quantity === undefined || concerns !== undefined ? undefined : numbers.take(`acceptance-order/${item.code}`);
}

/** L16: a filing (备案) is recorded on receipt, with a numbered receipt, and that is the end of it. */
export function recorded(
  state: Parameters<typeof about>[0] & Pick<Filed, "organ">,
  context: Context,
): ApplicationEvent[] {
  const on = context.today.toString();
  return [
    {
      type: "permits.application.recorded",
      data: { ...about(state), recordedOn: on, receipt: receiptFor("filing-receipt", state, context) },
    },
    { type: "permits.application.closed", data: { ...about(state), closedOn: on, outcome: "recorded" } },
  ];
}

/** XK-32-1: no permit is needed; XK-32-2: another organ is competent, and it is named. XK-32-6: in writing, numbered and dated. */
export function decline(state: Received, command: CommandOf<"decline">, context: Context): Decided {
  const { ground, competentOrgan, reasons, facts } = command;
  if (isPast(state.acceptanceLimit, context)) return deemedAlready(state);
  if (reasons === undefined)
    return refuse("permits.decline-without-reasons", { article: "行政许可法32", rule: "XK-32-6" }, "/reasons");
  const unfounded = declinedWithoutGround(state, command, context);
  if (unfounded !== undefined) return unfounded;
  if (ground === "outside-competence" && competentOrgan === undefined)
    return refuse(
      "permits.competent-organ-missing",
      { article: "行政许可法32(2)", rule: "XK-32-2" },
      "/competentOrgan",
    );
  const declinedOn = context.today.toString();
  const receipt = receiptFor("non-acceptance", state, context);
  const data = { ...about(state), ground, declinedOn, receipt, ...present({ competentOrgan }) };
  return [{ type: "permits.application.declined", data, personal: { reasons, ...present({ facts }) } }];
}

/**
 * XK-32-1: an item that is a permit, under a power in force, needs one, unless facts of the case say otherwise. XK-32-2: the
 * organ that is competent is another one.
 */
function declinedWithoutGround(
  state: Received,
  { ground, competentOrgan, facts, power }: CommandOf<"decline">,
  context: Context,
): Rejection | undefined {
  const { town } = context;
  if (ground === "outside-competence") {
    if (competentOrgan === undefined || !isTheTownItself(competentOrgan, town)) return undefined;
    return refuse("permits.town-is-competent", { article: "行政许可法32(2)", rule: "XK-32-2" }, "/competentOrgan");
  }
  const needed = state.guide.category === "licence" && powerFor(state, power, context).inForce;
  if (!needed || facts !== undefined) return undefined;
  const source = { item: state.item.code, article: "行政许可法32(1)", rule: "XK-32-1" };
  return refuse("permits.permit-needed", source, "/facts");
}

/** 容缺受理: what was promised at acceptance is brought, by the person who may bring corrections. */
export function supplement(
  state: Extract<WasAccepted, { status: "accepted" | "paused" }>,
  { materials }: CommandOf<"supplement">,
  { actor, today }: Context,
): Decided {
  if (isStranger(state, actor)) return notYou("permits.not-yours");
  const strange = notAsked(state.guide, materials, "/materials");
  if (strange !== undefined) return strange;
  const given = [...new Set([...state.given, ...materials])];
  return [{ type: "permits.application.supplemented", data: { given, on: today.toString() } }];
}

/** What of the promise is still to come. */
export const stillPromised = ({ tolerance, given }: Pick<WasAccepted, "tolerance" | "given">) =>
  tolerance?.materials.filter((name) => !given.includes(name)) ?? [];

/** All that a case still waits for: what it lacks, what its notice asked for, what was promised. */
export function awaited(state: Application): readonly string[] {
  if (state.status === "received") return missingOf(state);
  if (state.status === "accepted" || state.status === "paused") return stillPromised(state);
  if (state.status !== "incomplete") return [];
  const { given, onFile = [], corrections } = state;
  const asked = corrections.missing.filter((name) => !given.includes(name) && !onFile.includes(name));
  return [...new Set([...asked, ...missingOf(state)])];
}

/**
 * An applicant may take it back as long as nothing is decided: by his own login, or by a statement he signed, which the
 * counter has on file. The counter takes nothing back of its own accord.
 */
export function withdraw(state: Application, { statement }: CommandOf<"withdraw">, { today, actor }: Context): Decided {
  if (isStranger(state, actor)) return notYou("permits.not-yours");
  if (!isOwn(state, actor) && statement === undefined)
    return refuse("permits.withdrawal-without-statement", { rule: "XK-50-2" }, "/statement");
  const data = { ...about(state), withdrawnOn: today.toString() };
  if (statement === undefined) return [{ type: "permits.application.withdrawn", data }];
  return [{ type: "permits.application.withdrawn", data, personal: { statement } }];
}
