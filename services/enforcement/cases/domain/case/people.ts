import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import {
  askRecusal,
  decideRecusal,
  isHeadFor,
  isRecused,
  knownPerson,
  type Recusal,
  type RecusalRefusal,
} from "../../../../../shared/people/index.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { leadsOneOf } from "../../../common/domain/led.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { isFiled, type PenaltyCase } from "./case.ts";
import type { AskRecusal, CaseEvent, ChangeOfficers, DecideRecusal } from "./messages.ts";
import { isChief, isOfficerOf, isPartyOf } from "./who.ts";

type Decided = Decision<CaseEvent>;
const article = { article: "行政处罚法43", rule: "CF-43a" };

/** CF-42, CF-43: other officers, two at least, each certified today; nobody who was recused, and not the head who filed it. */
export function changeOfficers(state: PenaltyCase, command: ChangeOfficers, context: Context): Decided {
  const { investigators, officers, reasons } = command;
  const { actor, today, town } = context;
  const team = state.officers.map(({ sub }) => sub);
  const leads = leadsOneOf(actor, team, town);
  if (!leads && !isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today }))
    return notYou("enforcement.head-only", { article: "行政处罚法42", rule: "CF-42" });
  const recused = investigators.findIndex((sub) => isRecused(state.recusals, sub));
  if (recused >= 0) return refuse("enforcement.recused-from-case", article, `/investigators/${recused}`);
  const approver = isFiled(state) ? state.approvedBy : undefined;
  const filed = approver === undefined ? -1 : investigators.indexOf(approver);
  if (filed >= 0) return refuse("enforcement.own-work", { rule: "CF-57" }, `/investigators/${filed}`);
  const known = { officers, domains: state.domains, on: today, town };
  const named = twoOfficers(investigators, known, "/investigators");
  if (isRejection(named)) return named;
  const data = { on: today.toString() };
  return [{ type: "enforcement.case.officers-changed", data, personal: { officers: named, reasons } }];
}

/**
 * CF-43: an officer for himself, a party by his login or his agent's, or an officer or the counter with a party's written request. It is asked of
 * anybody who takes part for the town: officer, reviewer, chair, expert (CF-43a). The investigation goes on.
 */
export function askForRecusal(state: PenaltyCase, command: AskRecusal, context: Context): Decided {
  const { person, ground, reasons, request, spokenFor } = command;
  const { actor, today, town } = context;
  const himself = actor.sub === person;
  const byParty = isPartyOf(state, actor) || state.parties.some(({ id }) => id === spokenFor);
  const recording = isOfficerOf(state, actor) || actor.roles.includes("clerk");
  const wanted = himself || byParty || recording;
  if (!wanted) return notYou("enforcement.recusal-not-yours", article);
  if (!himself && !byParty) {
    if (request === undefined) return notYou("enforcement.recusal-not-yours", article);
    if (!state.parties.some(({ id }) => id === request.party))
      return badInput("enforcement.unknown-case-party", { party: request.party }, "/request/party");
  }
  if (!isOfficerOf(state, { sub: person }) && knownPerson(person, town) === undefined)
    return badInput("enforcement.unknown-person", { person }, "/person");
  const on = today.toString();
  const next = askRecusal(state.recusals, { sub: person, askedBy: actor.sub, askedOn: on, ground });
  if (typeof next === "string") return refusedAs(next);
  return [
    {
      type: "enforcement.case.recusal-asked",
      data: { on, ground },
      personal: { person, reasons, ...present({ request }) },
    },
  ];
}

/**
 * CF-43, CF-43a: the head decides, never about himself; about the chief, a meeting of the leaders. What an officer did before
 * stands only if the decision says so: else his evidence no longer counts and his report is made again.
 */
export function decideOnRecusal(state: PenaltyCase, command: DecideRecusal, context: Context): Decided {
  const { person, recused, earlierActsStand, reasons, meeting } = command;
  const { actor, today } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const on = today.toString();
  const decided: NonNullable<Recusal["decided"]> = { by: actor.sub, on, recused, ...present({ earlierActsStand }) };
  const next = decideRecusal(state.recusals, person, decided, true);
  if (typeof next === "string") return refusedAs(next);
  const fault = mayNotDecide(command, context);
  if (fault !== undefined) return fault;
  const filer = isFiled(state) && state.approvedBy === person;
  const acted = filer || state.handlers.includes(person);
  if (recused && acted && earlierActsStand === undefined)
    return badInput("enforcement.earlier-acts-undecided", article, "/earlierActsStand");
  const undone = recused && earlierActsStand === false;
  return [
    {
      type: "enforcement.case.recusal-decided",
      data: {
        on,
        recused,
        ...present({ earlierActsStand: recused ? earlierActsStand : undefined }),
        falls: undone ? takenBy(state, person) : [],
        ...(undone && filer ? { filingFalls: true as const } : {}),
      },
      personal: { person, reasons, ...present({ meeting }) },
    },
  ];
}

const takenBy = ({ evidence }: PenaltyCase, sub: string): string[] =>
  evidence.filter(({ by, excluded }) => by.includes(sub) && excluded === undefined).map(({ id }) => id);

function mayNotDecide({ person, meeting }: DecideRecusal, { actor, town, today }: Context): Rejection | undefined {
  if (!isChief(person, town)) {
    const isHead = isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
    return isHead ? undefined : notYou("enforcement.recusal-by-the-head", article);
  }
  if (!actor.roles.includes("leader")) return notYou("enforcement.recusal-by-the-head", article);
  return meeting === undefined ? refuse("enforcement.recusal-by-meeting", article, "/meeting") : undefined;
}

function refusedAs(why: RecusalRefusal): Rejection {
  switch (why) {
    case "asked-already":
      return refuse("enforcement.recusal-asked", article, "/person");
    case "denied-already":
      return refuse("enforcement.recusal-denied", article, "/ground");
    case "not-asked":
      return refuse("enforcement.recusal-not-asked", article, "/person");
    case "own-recusal":
      return notYou("enforcement.own-recusal", article);
    case "not-the-head":
      return notYou("enforcement.recusal-by-the-head", article);
  }
}
