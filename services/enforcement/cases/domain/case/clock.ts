import {
  extendLimit,
  isOverdue,
  type Limit,
  limitFrom,
  minutesLater,
  pauseLimit,
  recalculate,
  resumeLimit,
  startOfDay,
  toDate,
} from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { badInput, refuse } from "../refusals.ts";
import { aboutCase } from "./about.ts";
import { type ExcludedKind, type FiledCase, isFiled, type PenaltyCase } from "./case.ts";
import type { CaseEvent, ExcludeTime, Extend, Resume, Suspend } from "./messages.ts";
import { headOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;
type Town = Context["town"];
const article = { article: "行政处罚法60", rule: "CF-60a" };

/** CF-60a: what the rules of all domains of a case allow; a domain without a rule of its own allows nothing. */
function allowedBy(domains: readonly string[], { enforcement: { clock } }: Town) {
  const rules = domains.map((domain) => clock[domain]);
  const days = (of: "extensionDays" | "collectiveDays"): number | undefined => {
    const lengths = rules.map((rule) => rule?.[of]).filter((one) => one !== undefined);
    return lengths.length === domains.length && lengths.length > 0 ? Math.min(...lengths) : undefined;
  };
  const excludes = (what: ExcludedKind) => rules.every((rule) => rule?.excludes.includes(what) === true);
  const source = rules.flatMap((rule) => (rule === undefined ? [] : [rule.rule])).join("；");
  return { days, excludes, source };
}

/**
 * CF-60a: longer than ninety days only by the sector's own rule: once by the head, once more by collective decision with its
 * minutes. What is over is not extended.
 */
export function extendClock(state: FiledCase, { reasons, meeting }: Extend, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const { clock, extended, domains } = state;
  const by = extended.includes("head") ? "collective" : "head";
  if (extended.includes(by)) return refuse("enforcement.extended-already", article);
  const { days, source } = allowedBy(domains, context.town);
  const length = days(by === "head" ? "extensionDays" : "collectiveDays");
  if (length === undefined) return refuse("enforcement.extension-not-allowed", { domains, ...article });
  if (isOverdue(clock, context.today)) return refuse("enforcement.term-over", { due: clock.due, ...article });
  if (by === "collective" && meeting === undefined) return refuse("enforcement.meeting-missing", article, "/meeting");
  const longer = extendLimit(context.calendar, clock, { length, rule: "CF-60a", article: source });
  const said = meeting === undefined ? { reasons } : { reasons, meeting };
  return [{ type: "enforcement.case.extended", data: { clock: longer, by }, personal: said }];
}

/** CF-60a: a hearing, a notice or a test takes its days out of the ninety only where the sector's rule says so. */
export function excludeTime(state: FiledCase, { what, from, to }: ExcludeTime, { calendar, town }: Context): Decided {
  if (to < from) return badInput("enforcement.ends-before-it-begins", {}, "/to");
  if (!allowedBy(state.domains, town).excludes(what)) return [];
  const clock = pauseLimit(calendar, state.clock, { from, to, reason: what });
  return [{ type: "enforcement.case.time-excluded", data: { clock, what }, personal: {} }];
}

/** CF-57a: the head suspends the case. CF-60a: the ninety days run on unless the sector's rule stops them. */
export function suspend(state: FiledCase, { ground, reasons }: Suspend, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const { calendar, today, town } = context;
  const from = today.toString();
  const stands = allowedBy(state.domains, town).excludes("suspension");
  const clock = stands ? pauseLimit(calendar, state.clock, { from, reason: "suspension" }) : state.clock;
  return [
    { type: "enforcement.case.suspended", data: { ...aboutCase(state), ground, from, clock }, personal: { reasons } },
  ];
}

/** CF-57a: the cause is gone, so the case goes on at once. The day of the resumption counts. */
export function resume(state: FiledCase, { reasons }: Resume, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const { calendar, today } = context;
  const { clock: standing } = state;
  const yesterday = today.subtract({ days: 1 }).toString();
  const ended = standing.pauses.filter(({ from, to }) => to !== undefined || from <= yesterday);
  const { start, extensions } = standing;
  const pauses = ended.map(({ from, to, reason }) => ({ from, ...(to === undefined ? {} : { to }), reason }));
  const running = limitFrom(calendar, standing, start, { extensions, pauses });
  const clock = pauses.some(({ to }) => to === undefined) ? resumeLimit(calendar, running, yesterday) : running;
  const data = { ...aboutCase(state), on: today.toString(), clock };
  return [{ type: "enforcement.case.resumed", data, personal: { reasons } }];
}

type LateData = Extract<CaseEvent, { type: "enforcement.case.overdue" }>["data"];

/** A term that waits for an act of the town or another organ. */
export interface CaseTerm {
  readonly what: LateData["what"];
  readonly of?: string;
  readonly limit?: Limit;
  /** Its last day, or its last instant. */
  readonly due: string | null;
}

export const lateKey = ({ what, of }: { readonly what: string; readonly of?: string }): string =>
  of === undefined ? what : `${what}:${of}`;

const byLimit = (what: CaseTerm["what"], limit: Limit): CaseTerm => ({ what, limit, due: limit.due });

/** All terms of a case that run, late ones as well. */
export function termsOfCase(state: PenaltyCase): readonly CaseTerm[] {
  if (state.status === "dismissed") return [];
  return isFiled(state) ? ofFiled(state) : [byLimit("filing", state.fileBy)];
}

/** Those that are not yet told to be late. */
const waiting = (state: PenaltyCase): readonly CaseTerm[] =>
  termsOfCase(state).filter((one) => !state.late.includes(lateKey(one)));

function ofFiled({ status, clock, measures, police }: FiledCase): readonly CaseTerm[] {
  const running = status === "investigating" || status === "suspended";
  const goods = measures.filter(({ ended }) => ended === undefined);
  return [
    ...(running ? [byLimit("decision", clock)] : []),
    ...goods.map(({ id, until }): CaseTerm => ({ what: "measure", of: id, due: until })),
    ...(police === undefined ? [] : ofTransfer(status, police)),
  ];
}

/** CF-27a: three days for the chief, 24 hours for the handover, three days for the police, three for the goods or the review. */
function ofTransfer(status: FiledCase["status"], police: NonNullable<FiledCase["police"]>): readonly CaseTerm[] {
  const { decideBy, handOverBy, answerBy, filed, goodsHandedOverOn, reviewBy, returned } = police;
  if (returned) return [];
  if (status === "investigating")
    return handOverBy === undefined
      ? [byLimit("transfer-decision", decideBy)]
      : [{ what: "transfer", due: handOverBy }];
  if (status !== "transferred") return [];
  if (filed !== undefined) return goodsHandedOverOn === undefined ? [byLimit("goods-to-police", filed.goodsBy)] : [];
  if (reviewBy !== undefined) return [byLimit("police-review", reviewBy)];
  return answerBy === undefined ? [] : [byLimit("police-answer", answerBy)];
}

const isInstant = (due: string): boolean => due.includes("T");
/** The first instant at which it is late. */
const lateFrom = (due: string): string =>
  isInstant(due) ? minutesLater(due, 1) : startOfDay(toDate(due).add({ days: 1 }));

/** The next instant at which something of a case is late. */
export const nextCaseDeadline = (state: PenaltyCase): string | undefined =>
  waiting(state)
    .flatMap(({ due }) => (due === null ? [] : [lateFrom(due)]))
    .toSorted()
    .at(0);

/** CF-54a, CF-60, CF-27a: what is late is told once. */
export function passTime(state: PenaltyCase, { calendar, today, now }: Context): Decided {
  const events: CaseEvent[] = [];
  for (const { what, of, limit, due } of waiting(state)) {
    if (due === null || !(isInstant(due) ? now > due : today.toString() > due)) continue;
    const again = limit === undefined ? undefined : recalculate(calendar, limit);
    if (again !== undefined && !isOverdue(again, today)) {
      events.push({ type: "enforcement.case.limit-recounted", data: { what, limit: again }, personal: {} });
      continue;
    }
    const data: LateData = {
      what,
      due: again?.due ?? due,
      ...(of === undefined ? {} : { of }),
      ...(isFiled(state) ? { number: state.number } : {}),
    };
    events.push({ type: "enforcement.case.overdue", data, personal: {} });
  }
  return events;
}
