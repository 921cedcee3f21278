import { isOverdue, type Limit, limitFrom, recalculate } from "../../../../shared/calendar/index.ts";
import { type Actor, badInput, type Context, type Decision, notYou, refuse } from "../../../../shared/decider/index.ts";
import { parseCitizenNumber } from "../../../../shared/identity-codes/index.ts";
import { inForceOn } from "../../../../shared/powers-in-force/index.ts";
import type { GuideContent } from "../guide/guide.ts";
import type {
  Application,
  ApplicationCommand,
  ApplicationEvent,
  Incomplete,
  Receive,
  Received,
} from "./application.ts";
import { acceptanceLimit, limitsOf } from "./limits.ts";

type Command<T extends ApplicationCommand["type"]> = Extract<ApplicationCommand, { type: T }>;
type Decided = Decision<ApplicationEvent>;

/** What every published event of a case says of it. */
export const about = ({ item, office, channel }: Pick<Application, "item" | "office" | "channel">) => ({
  item,
  office,
  channel,
});

/** Materials the guide requires, that the applicant must bring himself, and has not. */
export const missingFrom = ({ materials }: GuideContent, given: readonly string[]): string[] =>
  materials
    .filter(({ name, required, shared }) => required && !shared && !given.includes(name))
    .map(({ name }) => name);

/** XK-31: nothing is asked for or taken in that the guide does not name. */
function notAsked({ materials }: GuideContent, named: readonly string[], pointer: string) {
  const asked = new Set(materials.map(({ name }) => name));
  const place = named.findIndex((name) => !asked.has(name));
  if (place < 0) return undefined;
  return refuse("permits.material-not-asked", { article: "行政许可法31", rule: "XK-31" }, `${pointer}/${place}`);
}

/** Whoever comes is received, whatever is missing, if the town may decide such matters at all today (P5, XK-32). */
export function receive(command: Receive, context: Context): Decided {
  const { guide, power, applicant, materials, channel } = command;
  if (guide === undefined) return badInput("permits.unknown-item", { item: command.itemCode }, "/itemCode");
  const { content } = guide;
  const known = inForceOn(power, context.today);
  if (!known.inForce) return powerNotInForce(content.code, context, known.failed);
  const strange = notAsked(content, materials, "/materials");
  if (strange !== undefined) return strange;
  const identity =
    applicant.kind === "citizen" ? parseCitizenNumber(applicant.idNumber, context.today.toString()) : undefined;
  if (identity?.ok === false) return badInput(identity.reason, {}, "/applicant/idNumber");

  const receivedOn = context.today.toString();
  const item = { code: content.code, name: content.name, guideVersion: guide.version };
  const { actor } = context;
  return [
    {
      type: "permits.application.received",
      data: {
        item,
        office: content.office,
        channel,
        receivedOn,
        guide: content,
        given: [...new Set(materials)],
        acceptanceLimit: limitFrom(context.calendar, acceptanceLimit, receivedOn),
      },
      personal: { applicant, ...(actor.roles.includes("clerk") ? {} : { owner: actor.sub }) },
    },
  ];
}

/** P5: no power, no act; every condition that fails is named. */
export const powerNotInForce = (item: string, { today }: Context, failed: readonly { condition: string }[]) =>
  refuse("permits.power-not-in-force", {
    item,
    on: today.toString(),
    conditions: failed.map(({ condition }) => condition),
    failed,
    rule: "P5",
  });

/** XK-32-4: once, whole, and within five working days; afterwards the law deems the application accepted. */
export function notifyCorrections(
  state: Received,
  { missing, explanation }: Command<"notify-corrections">,
  context: Context,
): Decided {
  if (state.corrections !== undefined)
    return refuse("permits.corrections-already-notified", { on: state.corrections.notifiedOn, ...article32 });
  if (isPast(state.acceptanceLimit, context)) return deemedAlready(state);
  const strange = notAsked(state.guide, missing, "/missing");
  if (strange !== undefined) return strange;
  const obtainable = missing.findIndex((name) => state.guide.materials.some((one) => one.name === name && one.shared));
  if (obtainable >= 0) return refuse("permits.material-obtained-by-sharing", { rule: "S-4" }, `/missing/${obtainable}`);
  const omitted = missingFrom(state.guide, state.given).filter((name) => !missing.includes(name));
  if (omitted.length > 0) return refuse("permits.notice-incomplete", { omitted, ...article32 }, "/missing");
  const notice = { missing: [...new Set(missing)], notifiedOn: context.today.toString() };
  return [
    {
      type: "permits.application.corrections-notified",
      data: { ...about(state), ...notice },
      ...(explanation === undefined ? {} : { personal: { explanation } }),
    },
  ];
}

const article32 = { article: "行政许可法32(4)", rule: "XK-32-4" };

export function isPast(limit: Limit, { calendar, today }: Context): boolean {
  return isOverdue(recalculate(calendar, limit), today);
}

const deemedAlready = (state: Received) =>
  refuse("permits.deemed-accepted", { since: state.materialsOn, due: state.acceptanceLimit.due, ...article32 });

/** XK-32-3: what can be put right on the spot may be; XK-32-4: or brought later, as the notice asked. */
export function correct(state: Received | Incomplete, { materials }: Command<"correct">, context: Context): Decided {
  if (isStranger(state, context.actor)) return notYou("permits.not-yours");
  const strange = notAsked(state.guide, materials, "/materials");
  if (strange !== undefined) return strange;
  const given = [...new Set([...state.given, ...materials])];
  const asked = state.status === "incomplete" ? state.corrections.missing : [];
  const complete = asked.every((name) => given.includes(name)) && missingFrom(state.guide, given).length === 0;
  const on = context.today.toString();
  const limit = limitFrom(context.calendar, acceptanceLimit, on);
  return [{ type: "permits.application.corrected", data: { given, on, complete, acceptanceLimit: limit } }];
}

/** XK-32-5: complete materials must be accepted; incomplete ones are not, they are asked for. */
export function accept(state: Received, context: Context): Decided {
  if (isPast(state.acceptanceLimit, context)) return [accepted(state, context, true)];
  const missing = missingFrom(state.guide, state.given);
  if (missing.length > 0)
    return refuse("permits.materials-missing", { missing, article: "行政许可法32(5)", rule: "XK-32-5" });
  return [accepted(state, context, false)];
}

/**
 * The clock runs from the day of acceptance; from the day the corrections were complete, where some were asked for
 * (XK-32-5); from the day of receipt, where the organ kept silent (XK-32-4).
 */
export function accepted(state: Received, { today, calendar }: Context, deemed: boolean): ApplicationEvent {
  const acceptedOn = deemed || state.corrections !== undefined ? state.materialsOn : today.toString();
  return {
    type: "permits.application.accepted",
    data: { ...about(state), acceptedOn, deemed, ...limitsOf(state.guide, acceptedOn, calendar) },
  };
}

/** XK-32-1: no permit is needed; XK-32-2: another organ is competent, and it is named. XK-32-6: with its date. */
export function decline(state: Received, { ground, competentOrgan }: Command<"decline">, context: Context): Decided {
  if (isPast(state.acceptanceLimit, context)) return deemedAlready(state);
  if (ground === "outside-competence" && competentOrgan === undefined)
    return refuse(
      "permits.competent-organ-missing",
      { article: "行政许可法32(2)", rule: "XK-32-2" },
      "/competentOrgan",
    );
  const organ = competentOrgan === undefined ? {} : { competentOrgan };
  const declinedOn = context.today.toString();
  return [{ type: "permits.application.declined", data: { ...about(state), ground, declinedOn, ...organ } }];
}

/** An applicant may take it back as long as nothing is decided. */
export const withdraw = (state: Application, { today, actor }: Context): Decided =>
  isStranger(state, actor)
    ? notYou("permits.not-yours")
    : [{ type: "permits.application.withdrawn", data: { ...about(state), withdrawnOn: today.toString() } }];

/** The counter acts for whoever stands before it; residents and agents only in what they filed themselves. */
const isStranger = ({ owner }: Application, { roles, sub }: Actor) => !roles.includes("clerk") && owner !== sub;
