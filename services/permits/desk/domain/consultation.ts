import { isOverdue, type Limit, limitFrom, recalculate } from "../../../../shared/calendar/index.ts";
import { type Actor, type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { passes } from "../../common/domain/passes.ts";
import { type ConsultationWords, consultationEvents } from "./evolve.ts";
import type { Consultation, ConsultationCommand, ConsultationEvent } from "./messages.ts";
import { moves } from "./moves.ts";
import { namesSomebody } from "./personal.ts";
import { badInput, notYou, refuse } from "./refusals.ts";

export type { Consultation, ConsultationCommand, ConsultationEvent } from "./messages.ts";

type Ask<T extends ConsultationCommand["type"]> = OfType<ConsultationCommand, T>;
type Decided = Decision<ConsultationEvent>;

/** A question at the consulting desk (L15): answered by the office it concerns, kept, and turned into an application. */
export const consultation = deciderOf<ConsultationWords>({
  aggregate: "consultation",
  shape: 2,
  ended: ({ status }) => status === "replied" || status === "turned",
  retainedAs: "voice",
  // What is published names nobody: it was checked.
  neverErased: ["permits.consultation.published"],
  moves,
  impossible: "permits.consultation-not-in-this-state",
  begin: { ask },
  steps: {
    answer,
    "follow-up": followUp,
    refer,
    publish,
    prefill,
    turn,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...consultationEvents,
  listed(state, id) {
    const sort = `${state.askedOn}#${id}`;
    const { status, office, owner, item, published } = state;
    return {
      byStatus: { partition: `consultation:${status}`, sort },
      ...(state.status === "turned" ? { byCase: { partition: `consultations:${state.application}`, sort } } : {}),
      byOffice: { partition: `consultation:${office}`, sort },
      byCode: { partition: `consultation:${item ?? "general"}`, sort },
      ...(owner === undefined ? {} : { byOwner: { partition: `consultation:${owner}`, sort } }),
      ...(published === undefined ? {} : { byDomain: { partition: "answers", sort: `${item ?? "general"}#${id}` } }),
    };
  },
  nextDeadline: (state) => (state.status === "asked" && state.overdue !== true ? passes(state.limit) : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

const about = ({ item, office }: Pick<Consultation, "item" | "office">) => ({
  ...(item === undefined ? {} : { item }),
  office,
});

const limitOf = ({ town, calendar, today }: Context): Limit =>
  limitFrom(
    calendar,
    { rule: "L15", article: "本镇咨询答复承诺", unit: "working-day", length: town.consulting.answerWorkingDays },
    today,
  );

/** The person who asks is answered, whether or not he says who he is; where he names an item, by the office that decides it. */
function ask(command: Ask<"ask">, context: Context): Decided {
  const { item, guide, channel, question, contact } = command;
  if (item !== undefined && guide === undefined) return badInput("permits.unknown-item", { item }, "/item");
  const { actor, town, today } = context;
  const office = guide?.content.office ?? town.consulting.office;
  return [
    {
      type: "permits.consultation.asked",
      data: {
        ...about({ office, ...(item === undefined ? {} : { item }) }),
        channel,
        askedOn: today.toString(),
        limit: limitOf(context),
      },
      personal: {
        question,
        ...(contact === undefined ? {} : { contact }),
        ...(actor.roles.includes("clerk") ? {} : { owner: actor.sub }),
      },
    },
  ];
}

/** By the office the question is with. */
function answer(state: Consultation, { text }: Ask<"answer">, context: Context): Decided {
  const stranger = ofAnotherOffice(state, context);
  if (stranger !== undefined) return stranger;
  const { today, calendar } = context;
  const onTime = !isOverdue(recalculate(calendar, state.limit), today);
  const data = { ...about(state), answeredOn: today.toString(), onTime };
  return [{ type: "permits.consultation.answered", data, personal: { text } }];
}

const ofAnotherOffice = ({ office }: Consultation, { actor }: Context) =>
  actor.office === office || actor.roles.includes("leader") ? undefined : notYou("permits.not-your-office", { office });

/** The counter speaks for the person who stands before it; anybody else only for himself. */
const isStranger = ({ owner }: Consultation, { roles, sub }: Actor) => !roles.includes("clerk") && owner !== sub;

/** The answer left something open: the limit runs anew. */
function followUp(state: Consultation, { question }: Ask<"follow-up">, context: Context): Decided {
  if (isStranger(state, context.actor)) return notYou("permits.not-your-question");
  const data = { ...about(state), on: context.today.toString(), limit: limitOf(context) };
  return [{ type: "permits.consultation.followed-up", data, personal: { question } }];
}

/** First asked, first responsible (S-6): a question is handed to the office that knows, and its limit goes with it. */
function refer(state: Consultation, { office }: Ask<"refer">, context: Context): Decided {
  const stranger = context.actor.roles.includes("clerk") ? undefined : ofAnotherOffice(state, context);
  if (stranger !== undefined) return stranger;
  if (!context.town.offices.some(({ id }) => id === office))
    return badInput("permits.unknown-office", { office }, "/office");
  if (office === state.office) return [];
  return [
    { type: "permits.consultation.forwarded", data: { from: state.office, to: office, on: context.today.toString() } },
  ];
}

/** What is of use to others is shown to all, in words that name nobody (P-1). */
function publish(state: Consultation, { question, answer: text }: Ask<"publish">, context: Context): Decided {
  const stranger = ofAnotherOffice(state, context);
  if (stranger !== undefined) return stranger;
  if (namesSomebody(question, state.contact))
    return refuse("permits.answer-names-somebody", { rule: "P-1" }, "/question");
  if (namesSomebody(text, state.contact)) return refuse("permits.answer-names-somebody", { rule: "P-1" }, "/answer");
  const data = { ...about(state), on: context.today.toString() };
  return [{ type: "permits.consultation.published", data, personal: { question, answer: text } }];
}

/** An application made ready from the question: the item, who asked, what to bring. On record, for it shows who asked. */
/** P-1, P-15: the form names the person in full. Who did not ask himself says why he needs it, on record. */
function prefill(state: Consultation, { guide, reason }: Ask<"prefill">, { actor, today }: Context): Decided {
  if (isStranger(state, actor)) return notYou("permits.not-your-question");
  if (state.owner !== actor.sub && reason === undefined)
    return badInput("permits.reading-without-reason", { rule: "P-1" }, "/reason");
  if (state.item === undefined || guide === undefined) return refuse("permits.question-without-item", { rule: "L15" });
  const bring = guide.content.materials
    .filter(({ shared }) => !shared)
    .map(({ name, required }) => ({ name, required }));
  const data = { on: today.toString(), guideVersion: guide.version, bring };
  return [{ type: "permits.consultation.prefilled", data, ...(reason === undefined ? {} : { personal: { reason } }) }];
}

/** The application that came of it: for the same item, and of the person who links it. */
function turn(state: Consultation, { application, filed }: Ask<"turn">, { actor, today }: Context): Decided {
  if (isStranger(state, actor)) return notYou("permits.not-your-question");
  const mine = filed !== undefined && (actor.roles.includes("clerk") || filed.owner === actor.sub);
  if (!mine) return badInput("permits.no-such-application", { application }, "/application");
  if (state.item !== undefined && filed.item.code !== state.item)
    return refuse("permits.application-for-another-item", { item: state.item, rule: "L15" }, "/application");
  const data = { ...about(state), item: filed.item.code, application, on: today.toString() };
  return [{ type: "permits.consultation.turned", data }];
}

function passTime(state: Consultation, { calendar, today }: Context): Decided {
  if (state.status !== "asked" || state.overdue === true) return [];
  const limit = recalculate(calendar, state.limit);
  if (limit.due === null) return [];
  if (isOverdue(limit, today))
    return [{ type: "permits.consultation.overdue", data: { ...about(state), due: limit.due } }];
  return limit.due === state.limit.due ? [] : [{ type: "permits.consultation.recounted", data: { limit } }];
}
