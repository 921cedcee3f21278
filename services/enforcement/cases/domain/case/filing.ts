import { extendLimit, isOverdue, type Limit, limitFrom } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import { actsPersonal, actsSaid, domainsOf, itemsOf, partiesPersonal, partiesSaid } from "./about.ts";
import type { CaseAct, FiledCase, ListedAct, ProposedCase } from "./case.ts";
import { filedFirstElsewhere, powersUsed, unfit, unlikely } from "./filing-checks.ts";
import type { Approve, CaseEvent, ConfirmFiling, Correct, Dismiss, Extend, Propose, ProposedAct } from "./messages.ts";
import { headOnly, isOfficerOf, isPartyOf } from "./who.ts";

type Decided = Decision<CaseEvent>;

/**
 * CF-54: an officer proposes to file. Two officers are named (CF-42); days, places and parties fit together. Whether it may be
 * filed is asked when the head approves it.
 */
export function propose(command: Propose, context: Context): Decided {
  const { listed, parties, investigators, officers, source, elsewhere } = command;
  const { actor, today, town } = context;
  const on = today.toString();
  const acts = numbered(command.acts, listed);
  if (isRejection(acts)) return acts;
  if (isPartyOf({ parties }, actor)) return notYou("enforcement.own-case", { rule: "L1" });
  const fault = unlikely(acts, parties, context) ?? notYet(source.receivedOn, "/source/receivedOn", context);
  if (fault !== undefined) return fault;
  const named = twoOfficers(investigators, { officers, domains: domainsOf(acts), on: today, town }, "/investigators");
  if (isRejection(named)) return named;
  return [
    {
      type: "enforcement.case.proposed",
      data: {
        ...actsSaid(acts),
        ...partiesSaid(parties),
        source,
        ...present({ elsewhere }),
        on,
        fileBy: filingTerm(acts, source.receivedOn, context),
      },
      personal: { ...actsPersonal(acts), ...partiesPersonal(parties), officers: named },
    },
  ];
}

const notYet = (on: string, pointer: string, { today }: Context): Rejection | undefined =>
  on > today.toString() ? badInput("enforcement.act-in-the-future", { on: today.toString() }, pointer) : undefined;

/** Acts with what the list says of them, numbered in their order. */
export function numbered(
  acts: readonly ProposedAct[],
  listed: readonly ListedAct[],
  first = 1,
): readonly CaseAct[] | Rejection {
  const known = new Map(listed.map((one) => [one.code, one]));
  const made: CaseAct[] = [];
  for (const [at, act] of acts.entries()) {
    const entry = known.get(act.code);
    if (entry === undefined) return badInput("enforcement.unknown-penalty", { item: act.code }, `/acts/${at}/code`);
    made.push({ ...act, ...entry, id: `A${first + at}` });
  }
  return made;
}

/** CF-54a: the filing term from the day on which the town knew, by the strictest rule of the domains concerned. */
function filingTerm(acts: readonly CaseAct[], from: string, { calendar, town }: Context): Limit {
  const { filing } = town.enforcement;
  const lengths = domainsOf(acts).map((domain) => filing.byDomain[domain]?.workingDays ?? filing.workingDays);
  return limitFrom(calendar, { ...filingRule, length: Math.min(...lengths) }, from);
}
const filingRule = { rule: "CF-54a", article: "行政处罚法54(2)", unit: "working-day" as const };

/** Before the filing an officer of the case, or the one who proposed it, puts the proposal right. */
export function correct(state: ProposedCase, command: Correct, context: Context): Decided {
  const { listed, reasons, elsewhere } = command;
  const { actor } = context;
  if (actor.sub !== state.proposedBy && !isOfficerOf(state, actor))
    return notYou("enforcement.not-an-officer-of-the-case", { article: "行政处罚法42", rule: "CF-42" });
  const acts = command.acts === undefined ? state.acts : numbered(command.acts, listed);
  if (isRejection(acts)) return acts;
  const parties = command.parties ?? state.parties;
  const fault = unlikely(acts, parties, context);
  if (fault !== undefined) return fault;
  const term = filingTerm(acts, state.source.receivedOn, context);
  const fileBy = state.fileBy.extensions.reduce<Limit>((limit, one) => extendLimit(context.calendar, limit, one), term);
  return [
    {
      type: "enforcement.case.corrected",
      data: { ...actsSaid(acts), ...partiesSaid(parties), ...present({ elsewhere }), fileBy },
      personal: { ...actsPersonal(acts), ...partiesPersonal(parties), reasons },
    },
  ];
}

/**
 * CF-54, CF-57, P-5: the head files the case; he has not proposed or handled it. Everything that the law asks of a filing is asked
 * today: power, place, first to file, time, age and capacity, two officers certified today.
 */
export function approve(state: ProposedCase, command: Approve, context: Context): Decided {
  const { calendar, today, town } = context;
  const refused = headOnly(state, context) ?? filedFirstElsewhere(state.elsewhere, context);
  if (refused !== undefined) return refused;
  for (const act of state.acts) {
    const fault = unfit(act, state.parties, command, context);
    if (fault !== undefined) return fault;
  }
  const { officers } = command;
  const subs = state.officers.map(({ sub }) => sub);
  const named = twoOfficers(subs, { officers, domains: state.domains, on: today, town }, "");
  if (isRejection(named)) return named;
  const filedOn = today.toString();
  const number = nextNumber(context, town.numbering.enforcement.filing);
  return [
    {
      type: "enforcement.case.filed",
      data: {
        number,
        items: itemsOf(state),
        source: state.source,
        filedOn,
        clock: limitFrom(calendar, clockRule, filedOn),
        powers: powersUsed(state.acts, command, context),
        paper: { kind: "filing-approval", reference: number.text.zh, on: filedOn },
      },
      personal: present({ reasons: command.reasons }),
    },
  ];
}

/** CF-60: ninety days from the filing; calendar days (T-6). */
export const clockRule = { rule: "CF-60", article: "行政处罚法60", unit: "day" as const, length: 90 };

/** CF-43a: a filing that fell with its head goes on once another head has confirmed it. */
export function confirmFiling(state: FiledCase, { reasons }: ConfirmFiling, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  if (state.unconfirmed === undefined) return notNow("enforcement.filing-stands", { rule: "CF-43a" });
  const data = { on: context.today.toString() };
  return [{ type: "enforcement.case.filing-confirmed", data, personal: { reasons } }];
}

/** CF-54: the head does not file it, for a reason that the source is told. */
export function dismiss(state: ProposedCase, { ground, reasons }: Dismiss, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  if (ground === "filed-elsewhere" && state.elsewhere === undefined)
    return badInput("enforcement.not-filed-elsewhere", { rule: "CF-25" }, "/ground");
  const data = { ground, on: context.today.toString(), items: itemsOf(state), source: state.source };
  return [{ type: "enforcement.case.dismissed", data, personal: { reasons } }];
}

/** CF-54a: the filing term is extended once, by the head, where the rules of all domains concerned allow it. */
export function extendFiling(state: ProposedCase, { reasons }: Extend, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const { fileBy, domains } = state;
  const { filing } = context.town.enforcement;
  const article = { article: fileBy.article, rule: "CF-54a" };
  if (fileBy.extensions.length > 0) return refuse("enforcement.extended-already", article);
  if (isOverdue(fileBy, context.today)) return refuse("enforcement.term-over", { due: fileBy.due, ...article });
  const lengths = domains.map((domain) => (filing.byDomain[domain] ?? filing).extensionWorkingDays);
  const allowed = lengths.filter((one) => one !== undefined);
  if (allowed.length < lengths.length || allowed.length === 0)
    return refuse("enforcement.extension-not-allowed", { domains, ...article });
  const extension = { length: Math.min(...allowed), rule: "CF-54a", article: fileBy.article };
  return [
    {
      type: "enforcement.case.filing-extended",
      data: { fileBy: extendLimit(context.calendar, fileBy, extension) },
      personal: { reasons },
    },
  ];
}
