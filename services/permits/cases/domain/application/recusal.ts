import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import {
  askRecusal,
  decideRecusal,
  isHeadFor,
  type Recusal,
  type RecusalRefusal,
} from "../../../../../shared/people/index.ts";
import { peopleNamed } from "../../../common/domain/named-people.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { isOwn } from "./agent.ts";
import type { Application, ApplicationCommand, ApplicationEvent, CommandOf } from "./application.ts";
import { organise } from "./hearing.ts";
import { chairOf, keptAway, partsOf, tookPartInExamination } from "./people.ts";

const source = { article: "行政许可法48(3)、行政处罚法43", rule: "CF-43a" };

/**
 * XK-48(3), CF-43a: the applicant, a concerned party by a written request at the counter, or the person himself asks that
 * a person be kept out of the case. Until the head decides, that person takes no step in it.
 */
export function askForRecusal(
  state: Application,
  { person, ground, reasons, request, officers = [] }: CommandOf<"ask-recusal">,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, today } = context;
  const askedFor = askerOf(state, person, context);
  if (askedFor === undefined) return notYou("permits.recusal-not-yours", source);
  if (askedFor === "at-the-counter" && request === undefined)
    return refuse("permits.recusal-without-request", source, "/request");
  const known = peopleNamed([person], { officers }, context, "/person");
  const takesPart = partsOf(state).some(({ sub }) => sub === person) && !isOwn(state, { sub: person });
  if ("code" in known && !takesPart) return badInput("permits.unknown-person", { person }, "/person");
  const on = today.toString();
  const asked: Omit<Recusal, "decided"> = { sub: person, askedBy: actor.sub, askedOn: on, ground };
  const next = askRecusal(state.recusals ?? [], asked);
  if (typeof next === "string") return refusedAs(next);
  const data = { on, ground, askedFor };
  return [{ type: "permits.application.recusal-asked", data, personal: { person, reasons, ...present({ request }) } }];
}

function askerOf(state: Application, person: string, { actor }: Context) {
  if (actor.sub === person) return "himself" as const;
  if (isOwn(state, actor)) return "applicant" as const;
  return actor.roles.includes("clerk") ? ("at-the-counter" as const) : undefined;
}

/**
 * CF-43, CF-43a: the head of the organ decides, never about himself; about the head of the town, a meeting of its leaders.
 * What the person did in the examination stands only if the decision says so; else it is done again by another person.
 */
export function decideOnRecusal(
  state: Application,
  command: CommandOf<"decide-recusal">,
  context: Context,
): Decision<ApplicationEvent> {
  const { person, recused, earlierActsStand, reasons, meeting } = command;
  const { actor, today, calendar } = context;
  const on = today.toString();
  const decided = { by: actor.sub, on, recused, ...present({ earlierActsStand }) };
  const next = decideRecusal(state.recusals ?? [], person, decided, true);
  if (typeof next === "string") return refusedAs(next);
  const notHead = mayNotDecide(state, command, context);
  if (notHead !== undefined) return notHead;
  const examined = recused && tookPartInExamination(state, person);
  if (examined && earlierActsStand === undefined)
    return badInput("permits.earlier-acts-undecided", source, "/earlierActsStand");
  const undone = examined && earlierActsStand === false;
  if (undone && state.status === "granted")
    return refuse("permits.granted-already", { article: "行政许可法69", rule: "XK-69" }, "/earlierActsStand");
  const heldBy = "limits" in state && state.hearing?.held !== undefined ? chairOf(state) : undefined;
  const again = undone && heldBy === person ? { organise: limitFrom(calendar, organise, on) } : {};
  return [
    {
      type: "permits.application.recusal-decided",
      data: { on, recused, ...present({ earlierActsStand: recused ? earlierActsStand : undefined }), ...again },
      personal: { person, reasons, ...present({ meeting }) },
    },
  ];
}

function mayNotDecide(
  { office }: Application,
  { person, meeting }: CommandOf<"decide-recusal">,
  { actor, town, today }: Context,
): Rejection | undefined {
  const leads = town.heads.some(({ sub, of }) => sub === person && of === "government");
  if (!leads) {
    const isHead = isHeadFor(office, actor.sub, "organ", { heads: town.heads, today });
    return isHead ? undefined : notYou("permits.recusal-by-the-head", source);
  }
  if (!actor.roles.includes("leader")) return notYou("permits.recusal-by-the-head", source);
  return meeting === undefined ? refuse("permits.recusal-by-meeting", source, "/meeting") : undefined;
}

function refusedAs(why: RecusalRefusal): Rejection {
  switch (why) {
    case "asked-already":
      return refuse("permits.recusal-asked", source, "/person");
    case "denied-already":
      return refuse("permits.recusal-denied", source, "/ground");
    case "not-asked":
      return refuse("permits.recusal-not-asked", source, "/person");
    case "own-recusal":
      return notYou("permits.own-recusal", source);
    case "not-the-head":
      return notYou("permits.recusal-by-the-head", source);
  }
}

/** CF-43a: a person kept out of the case takes no step in it for the town. What he asks for himself is his own. */
export function recusedActor(
  state: Application,
  command: ApplicationCommand,
  { actor }: Context,
): Rejection | undefined {
  if (command.type === "ask-recusal" || isOwn(state, actor)) return undefined;
  // Its own rule says that nobody decides about himself.
  if (command.type === "decide-recusal" && command.person === actor.sub) return undefined;
  return keptAway(state, actor.sub);
}
