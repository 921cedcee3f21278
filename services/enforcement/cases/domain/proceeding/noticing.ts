import { Temporal } from "temporal-polyfill";
import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, type Rejection, theTownItself } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { gatesOf } from "./gates.ts";
import { hearingRightOf } from "./law.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { handlerFault, notInvestigating } from "./people.ts";
import type { Decided, Notice, Noticed, Open, Served } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { about, keptParty, partyNow } from "./said.ts";

type Told = Decision<ProceedingEvent>;
const article44 = { article: "行政处罚法44", rule: "CF-44" };

/** What must be done before the party is told: the same gates as before the decision. */
const beforeNotice = ["filed", "power", "officers", "report", "charges", "evidence", "amount", "crime"] as const;

/** CF-44: an officer draws up the prior notice. It has an effect once another officer has issued it, and it was served. */
export function notify(state: Open, { type: _type, ...grounds }: CommandOf<"notify">, context: Context): Told {
  const refused = handlerFault(grounds, context) ?? notInvestigating(grounds.case);
  if (refused !== undefined) return refused;
  if (state.draft !== undefined) return notNow("enforcement.notice-drafted-already", article44);
  const missing = gatesOf(state, grounds, context).filter(
    ({ id, done }) => !done && beforeNotice.some((one) => one === id),
  );
  const [first] = missing;
  if (first !== undefined)
    return refuse("enforcement.steps-missing", {
      missing: missing.map(({ id }) => id),
      gates: missing,
      ...{ article: first.article, rule: first.rule },
    });
  return [
    {
      type: "enforcement.proceeding.notice-drafted",
      data: { ...about(state), on: context.today.toString() },
      personal: {},
    },
  ];
}

/** CF-42, CF-44: another officer issues it; the notice takes its number, and says whether a hearing can be asked for (CF-63). */
export function issueNotice(state: Open, known: CommandOf<"issue-notice">, context: Context): Told {
  const refused = handlerFault(known, context) ?? notInvestigating(known.case);
  if (refused !== undefined) return refused;
  const { draft, charges } = state;
  if (draft === undefined || charges === undefined) return notNow("enforcement.nothing-to-sign", article44);
  if (draft.by === context.actor.sub)
    return notYou("enforcement.own-signature", { article: "行政处罚法42", rule: "CF-42" });
  const on = context.today.toString();
  const number = nextNumber(context, context.town.numbering.enforcement["prior-notice"]);
  const hearingRight = hearingRightOf(charges.items, partyNow(state, known.case), context.town);
  return [
    {
      type: "enforcement.proceeding.noticed",
      data: { ...about(state), on, number, hearingRight },
      personal: { draftedBy: draft.by, party: keptParty(state, known.case) },
    },
  ];
}

/** CF-61: what was not served has no effect. From the service run the days for defence and for asking for a hearing. */
export function noteService(state: Noticed | Decided, command: CommandOf<"note-service">, context: Context): Told {
  const { served, proof } = command;
  // CF-61a: thirty days after a public notice time alone serves it.
  const byTime = served.how === "public-notice" && context.actor.sub === theTownItself.sub;
  const refused = byTime ? undefined : handlerFault(command, context);
  if (refused !== undefined) return refused;
  if (state.status === "decided") {
    if (command.paper !== "decision") return notNow("enforcement.notice-served-already", article44);
    const { outcome, number, on } = state.decision;
    const bad = replaced(command, number) ?? servedFault(served, on, context);
    if (bad !== undefined) return bad;
    return [
      {
        type: "enforcement.proceeding.decision-served",
        data: { ...about(state), ...served, outcome, number },
        personal: { proof },
      },
    ];
  }
  if (command.paper !== "notice" || state.notice.served !== undefined)
    return notNow("enforcement.notice-served-already", article44);
  const bad = replaced(command, state.notice.number) ?? servedFault(served, state.notice.on, context);
  if (bad !== undefined) return bad;
  const { calendar, town, today } = context;
  const { workingDays } = town.enforcement.defence;
  const defence = limitFrom(
    calendar,
    { rule: "CF-44", article: "行政处罚法44、45", unit: "working-day", length: workingDays },
    served.on,
  );
  const hearing = state.notice.hearingRight ? { hearing: limitFrom(calendar, hearingRequest, served.on) } : {};
  return [
    {
      type: "enforcement.proceeding.notice-served",
      data: { ...about(state), on: today.toString(), served: { ...served, defence, ...hearing } },
      personal: { proof },
    },
  ];
}

/** CF-64(1): asked for within five working days of being told. */
const hearingRequest = { rule: "CF-64", article: "行政处罚法64(1)", unit: "working-day", length: 5 } as const;

/** CF-57b: a paper that another has replaced gives the proceeding no day. */
const replaced = ({ number }: CommandOf<"note-service">, { text }: Notice["number"]): Rejection | undefined =>
  number === text.zh ? undefined : refuse("enforcement.paper-replaced", { now: text.zh, ...article44, rule: "CF-57b" });

function servedFault({ on }: Served, made: string, { today }: Pick<Context, "today">): Rejection | undefined {
  const article61 = { on, article: "行政处罚法61", rule: "CF-61" };
  if (Temporal.PlainDate.compare(on, today) > 0) return badInput("enforcement.served-in-the-future", article61, "/on");
  return on < made ? badInput("enforcement.served-before-made", { made, ...article61 }, "/on") : undefined;
}
