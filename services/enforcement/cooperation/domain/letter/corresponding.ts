import { type Limit, limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import type { EnforcementPaper } from "../../../../../shared/town/procedure.ts";
import { badInput, refuse } from "../refusals.ts";
import { headDecides, officeOnly } from "../who.ts";
import { isOpen, type Letter, type LetterKind, lastDayOf } from "./letter.ts";
import type { LetterCommandOf, LetterEvent } from "./words.ts";

type Told = Decision<LetterEvent>;
const article26 = { article: "行政处罚法26", rule: "CF-26" };
const article27 = { article: "行政处罚法27、行政执法机关移送涉嫌犯罪案件的规定8", rule: "CF-27a" };
const articleS2 = { article: "行政执法监督条例2、6", rule: "CF-S2" };

/** The term of an answer: the day that was named, or the days of the profile; of the police three days (CF-27a). */
function termOf(kind: LetterKind, to: Letter["to"], on: string, { calendar, town }: Context): Limit {
  const { cooperation, policeTransfer } = town.enforcement;
  if (kind === "referral" && to === "police")
    return limitFrom(calendar, { ...article27, unit: policeTransfer.unit, length: 3 }, on);
  const length = kind === "supervision" ? cooperation.supervisionWorkingDays : cooperation.answerWorkingDays;
  return limitFrom(calendar, { ...(kind === "supervision" ? articleS2 : article26), unit: "working-day", length }, on);
}

interface About {
  readonly kind: LetterKind;
  readonly organ: string;
  readonly on: string;
  readonly answerBy?: string | undefined;
}

/** The organ is one of the profile; a day that is named for the answer comes after the letter. */
function faultOf({ organ, on, answerBy }: About, { town, today }: Context): Rejection | undefined {
  if (!town.departments.some(({ id }) => id === organ))
    return badInput("enforcement.unknown-department", { department: organ }, "/organ");
  if (on > today.toString()) return badInput("enforcement.cooperation-day", { after: on, ...article26 }, "/on");
  return answerBy !== undefined && answerBy <= on
    ? badInput("enforcement.cooperation-day", { after: on, ...article26 }, "/answerBy")
    : undefined;
}

const term = ({ kind, on, answerBy }: About, to: Letter["to"], context: Context): Letter["term"] =>
  answerBy === undefined ? termOf(kind, to, on, context) : { due: answerBy };

/** A letter about a case is written by who handles it, or the head. A stranger learns of no case. */
const caseFault = ({ case: id, of }: Pick<LetterCommandOf<"refer">, "case" | "of">, context: Context) =>
  id !== undefined &&
  (of === undefined || (!of.handlers.includes(context.actor.sub) && headDecides(context) !== undefined))
    ? badInput("enforcement.letter-of-no-case", { case: id }, "/case")
    : undefined;

const handlersOf = ({ of }: Pick<LetterCommandOf<"refer">, "of">, { actor }: Context): readonly string[] => [
  ...new Set([actor.sub, ...(of?.handlers ?? [])]),
];

interface Sending {
  readonly about: About;
  readonly series: EnforcementPaper;
  readonly to?: Letter["to"];
  readonly basis?: string;
}

function sent(
  { about, series, to, basis }: Sending,
  command: Pick<LetterCommandOf<"refer">, "case" | "of" | "subject">,
  context: Context,
): Told {
  const { kind, organ, on } = about;
  const number = nextNumber(context, context.town.numbering.enforcement[series]);
  return [
    {
      type: "enforcement.letter.sent",
      data: { kind, organ, on, number, term: term(about, to, context), ...present({ case: command.case, to }) },
      personal: { subject: command.subject, handlers: handlersOf(command, context), ...present({ basis }) },
    },
  ];
}

/** CF-26: the town asks another organ to help, with the matter, the basis and a last day. */
export function askAssistance(command: LetterCommandOf<"ask-assistance">, context: Context): Told {
  const { organ, answerBy, basis } = command;
  const about = { kind: "assistance-request" as const, organ, on: context.today.toString(), answerBy };
  const refused = officeOnly(context) ?? caseFault(command, context) ?? faultOf(about, context);
  return refused ?? sent({ about, series: "assistance-request", basis }, command, context);
}

/** CF-22, CF-27a: the letter that goes with a case to another organ or the police. The case itself moves in the same commit. */
export function refer(command: LetterCommandOf<"refer">, context: Context): Told {
  const { organ, to } = command;
  const about = { kind: "referral" as const, organ, on: context.today.toString() };
  const refused = officeOnly(context) ?? caseFault(command, context) ?? faultOf(about, context);
  return refused ?? sent({ about, series: "transfer-letter", to }, command, context);
}

/** CF-26: another organ asks the town. */
export function takeInRequest(command: LetterCommandOf<"take-in-request">, context: Context): Told {
  const { organ, on, answerBy } = command;
  const about = { kind: "assistance-asked" as const, organ, on, answerBy };
  const refused = officeOnly(context) ?? caseFault(command, context) ?? faultOf(about, context);
  return refused ?? received(about, command, context);
}

/** CF-S2: a notice, an opinion or a decision of the bureau of justice, which alone supervises. */
export function takeInSupervision(command: LetterCommandOf<"take-in-supervision">, context: Context): Told {
  const { organ, on, answerBy, paper } = command;
  const about = { kind: "supervision" as const, organ, on, answerBy };
  const fault = faultOf(about, context);
  if (fault !== undefined) return fault;
  const { justiceBureau } = context.town.enforcement.cooperation;
  if (organ !== justiceBureau)
    return badInput("enforcement.supervision-by-the-bureau", { bureau: justiceBureau, ...articleS2 }, "/organ");
  return received({ ...about, paper }, command, context);
}

/**
 * E6, CF-22, CF-27a: another organ, or the police, hands a matter over. It opens a lead in the same commit, or joins one that is there.
 * The lead is dealt with as any other.
 */
export function takeInReferral(command: LetterCommandOf<"take-in-referral">, context: Context): Told {
  const { organ, on, answerBy, lead, unknown } = command;
  const about = { kind: "referral-received" as const, organ, on, answerBy };
  const refused = officeOnly(context) ?? faultOf(about, context);
  if (refused !== undefined) return refused;
  return unknown
    ? badInput("enforcement.letter-of-no-lead", { lead }, "/lead/id")
    : received({ ...about, lead }, command, context);
}

function received(
  about: About & { readonly paper?: Letter["paper"]; readonly lead?: string },
  command: LetterCommandOf<"take-in-request" | "take-in-referral" | "take-in-supervision">,
  context: Context,
): Told {
  const { kind, organ, on, paper, lead } = about;
  return [
    {
      type: "enforcement.letter.received",
      data: { kind, organ, on, term: term(about, undefined, context), ...present({ case: command.case, paper, lead }) },
      personal: { subject: command.subject, handlers: handlersOf(command, context), document: command.theirNumber },
    },
  ];
}

const only = ({ kind }: Letter, kinds: readonly LetterKind[]): Rejection | undefined =>
  kinds.includes(kind) ? undefined : refuse("enforcement.letter-not-of-this-kind", { kind });

/** Days of what happened with a letter: not before it, not to come. */
const dayFault = (from: string, on: string, { today }: Context): Rejection | undefined =>
  on < from || on > today.toString()
    ? badInput("enforcement.cooperation-day", { after: from, ...article26 }, "/on")
    : undefined;

export const noteReceipt = (state: Letter, { on, document }: LetterCommandOf<"note-receipt">, context: Context): Told =>
  officeOnly(context) ??
  dayFault(state.on, on, context) ??
  (state.receiptOn !== undefined
    ? []
    : [{ type: "enforcement.letter.receipt-noted", data: { on }, personal: { document } }]);

/** What the other organ said: it helps, takes the case, files it; or not, with its reasons on its paper. */
export const noteAnswer = (
  state: Letter,
  { agreed, on, document }: LetterCommandOf<"note-answer">,
  context: Context,
): Told => officeOnly(context) ?? dayFault(state.on, on, context) ?? [answered(state, on, agreed, { document })];

const answered = (
  { kind, organ, case: of }: Letter,
  on: string,
  agreed: boolean,
  personal: { readonly document: string; readonly text?: string },
): LetterEvent => ({
  type: "enforcement.letter.answered",
  data: { kind, organ, on, agreed, ...present({ case: of }) },
  personal,
});

/** A request is taken back while nobody has answered; a case that was referred comes back by the other organ alone. */
export const withdrawLetter = (state: Letter, { reasons }: LetterCommandOf<"withdraw">, context: Context): Told =>
  officeOnly(context) ??
  only(state, ["assistance-request"]) ?? [
    { type: "enforcement.letter.withdrawn", data: { on: context.today.toString() }, personal: { reasons } },
  ];

/** The head says who answers it. */
export function takeLetter(_state: Letter, { responsible }: LetterCommandOf<"take">, context: Context): Told {
  const refused = headDecides(context);
  if (refused !== undefined) return refused;
  if (knownPerson(responsible, context.town) === undefined)
    return badInput("enforcement.unknown-person", { person: responsible }, "/responsible");
  const on = context.today.toString();
  return [{ type: "enforcement.letter.taken", data: { on }, personal: { person: responsible } }];
}

/** CF-26: within its duties the town must help. A paper of supervision is never refused. */
export function refuseToHelp(state: Letter, command: LetterCommandOf<"refuse">, context: Context): Told {
  const { ground, reasons, document } = command;
  if (state.kind !== "assistance-asked") return refuse("enforcement.duty-to-help", { kind: state.kind, ...articleS2 });
  const on = context.today.toString();
  return (
    headDecides(context) ?? [
      { type: "enforcement.letter.refused", data: { on, ground }, personal: { reasons, document } },
    ]
  );
}

/** What came of a lead, so that its source can be told. */
const decidedLead: ReadonlySet<string> = new Set(["filed", "dismissed", "transferred", "joined"]);
/** A case came of it, or it belongs to one. */
const takenLead: ReadonlySet<string> = new Set(["filed", "joined"]);

/** The answer goes out, by who is responsible or the head. CF-54a: a referral is answered once it is decided what becomes of its lead. */
export function replyToLetter(state: Letter, command: LetterCommandOf<"reply">, context: Context): Told {
  const { text, document, lead } = command;
  const refused = state.responsible === context.actor.sub ? undefined : headDecides(context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  if (state.kind !== "referral-received") return [answered(state, on, true, { document, text })];
  return lead !== undefined && decidedLead.has(lead)
    ? [answered(state, on, takenLead.has(lead), { document, text })]
    : refuse("enforcement.referral-undecided", { lead: state.lead, article: "行政处罚法54(2)", rule: "CF-54a" });
}

/** CF-27a, CF-22: the case that was referred comes back. */
export const noteReturn = (state: Letter, { on, document }: LetterCommandOf<"note-return">, context: Context): Told =>
  officeOnly(context) ??
  only(state, ["referral"]) ??
  dayFault(state.answer?.on ?? state.on, on, context) ?? [
    { type: "enforcement.letter.returned", data: { on }, personal: { document } },
  ];

/** On the day after its last day it is late: told once. */
export function passLetterTime(state: Letter, { today }: Context): Told {
  const due = lastDayOf(state);
  if (state.late === true || !isOpen(state) || today.toString() <= due) return [];
  const { kind, organ, case: of } = state;
  return [{ type: "enforcement.letter.overdue", data: { kind, organ, due, ...present({ case: of }) }, personal: {} }];
}
