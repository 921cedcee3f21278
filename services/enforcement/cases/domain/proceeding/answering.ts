import { isOverdue, recalculate, startOfDay, toDate } from "../../../../../shared/calendar/index.ts";
import { reviewTerms } from "../../../../../shared/case-rules/review-terms.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { byMachine, datedLater } from "../../../common/domain/case-rules.ts";
import type { KnownCase } from "./known-case.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import type { Ended, InEffect, Proceeding, Remedy } from "./proceeding.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { about } from "./said.ts";

type Told = Decision<ProceedingEvent>;
const article48 = { article: "行政复议法48、54", rule: "FY-48" };

const openReview = ({ remedies }: InEffect | Ended, id: string): Remedy | undefined =>
  remedies.find((one) => one.id === id && one.kind === "review" && one.endedOn === undefined);

/** FY-48, FY-62: the organ of review accepted the application and asks for an answer. From its notice runs the town's time. */
export function noteAnswerAsked(
  state: InEffect | Ended,
  command: CommandOf<"note-answer-asked">,
  context: Context,
): Told {
  const { remedy: id, procedure, admittedOn, receivedOn, document } = command;
  const refused = byMachine(context.actor) ?? datedLater(document, context);
  if (refused !== undefined) return refused;
  const remedy = openReview(state, id);
  if (remedy === undefined) return badInput("enforcement.no-remedy-open", article48, "/remedy");
  if (remedy.asked !== undefined) return notNow("enforcement.answer-asked-already", article48);
  const on = context.today.toString();
  if (admittedOn < remedy.filedOn || receivedOn < admittedOn || receivedOn > on)
    return badInput("enforcement.review-days", { filedOn: remedy.filedOn, on, ...article48 }, "/receivedOn");
  const terms = reviewTerms(context.calendar, procedure, { receivedOn, admittedOn });
  return [
    {
      type: "enforcement.proceeding.answer-asked",
      data: { ...about(state), on, remedy: id, procedure, admittedOn, receivedOn, ...terms },
      personal: { document },
    },
  ];
}

/**
 * FY-48: the town answers in writing, with the evidence on which the decision rests. Evidence that was taken after the decision
 * supports nothing (CF-46a), and evidence of another party's act stays with him (CF-29a). A late answer is taken, and says so: without an answer the act counts as one without evidence (FY-70).
 */
export function answerReview(state: InEffect | Ended, command: CommandOf<"answer-review">, context: Context): Told {
  const { remedy: id, answer, evidence, case: of } = command;
  const machine = byMachine(context.actor);
  if (machine !== undefined) return machine;
  const remedy = openReview(state, id);
  if (remedy?.asked === undefined) return badInput("enforcement.no-remedy-open", article48, "/remedy");
  if (remedy.answered !== undefined) return notNow("enforcement.answered-review-already", article48);
  const sound = new Map((of?.evidence ?? []).map((one) => [one.id, one]));
  const his = new Set(actsOf(state, of));
  const unfit = evidence.findIndex((one) => {
    const piece = sound.get(one);
    return (
      piece?.established !== true ||
      !piece.acts.some((act) => his.has(act)) ||
      piece.excluded !== undefined ||
      piece.collectedOn > state.decision.on ||
      piece.sha256.some((digest) => of?.files.includes(digest) !== true)
    );
  });
  if (unfit >= 0 || evidence.length === 0)
    return refuse(
      "enforcement.evidence-not-of-decision",
      { decidedOn: state.decision.on, article: "行政复议法46、48", rule: "CF-46a" },
      `/evidence${unfit >= 0 ? `/${unfit}` : ""}`,
    );
  const on = context.today.toString();
  const late = isOverdue(recalculate(context.calendar, remedy.asked.answerDue), context.today);
  return [
    {
      type: "enforcement.proceeding.review-answered",
      data: { ...about(state), on, remedy: id, late, evidence },
      personal: { answer },
    },
  ];
}

/** CF-29a, CF-29b: the acts of a party, and of the unit for which he answers. */
function actsOf({ party }: InEffect | Ended, of: KnownCase | undefined): readonly string[] {
  const now = of?.parties.find(({ id }) => id === party.id);
  const doers = [party.id, ...(now?.role === "responsible" && now.of !== undefined ? [now.of] : [])];
  return (of?.acts ?? []).filter(({ by }) => by.some((one) => doers.includes(one))).map(({ id }) => id);
}

const awaiting = ({ remedies }: InEffect | Ended): readonly Remedy[] =>
  remedies.filter(
    ({ asked, answered, unanswered, endedOn }) =>
      asked !== undefined && answered === undefined && unanswered !== true && endedOn === undefined,
  );

/** FY-48: an answer that is not given in time is told once. */
export function passAnswerTime(state: InEffect | Ended, { calendar, today }: Context): Told {
  return awaiting(state).flatMap(({ id, asked }): ProceedingEvent[] => {
    const { answerDue } = asked ?? {};
    if (answerDue?.due == null || answerDue.due >= today.toString()) return [];
    const limit = recalculate(calendar, answerDue);
    if (!isOverdue(limit, today))
      return [
        {
          type: "enforcement.proceeding.answer-recounted",
          data: { ...about(state), remedy: id, answerDue: limit },
          personal: {},
        },
      ];
    const due = limit.due ?? answerDue.due;
    return [
      {
        type: "enforcement.proceeding.answer-overdue",
        data: { ...about(state), remedy: id, due },
        personal: {},
      },
    ];
  });
}

/** The list of proceedings of which an answer is awaited, by the last day. */
export const answersAwaited = "proceeding:answering";

/** The earliest last day of an answer that the town still owes; undefined: none. An answer that is late is still owed. */
export function awaitsAnswer(state: Proceeding): string | undefined {
  if (state.status !== "in-effect" && state.status !== "ended") return undefined;
  const [first] = state.remedies
    .flatMap(({ asked, answered, endedOn }) =>
      asked === undefined || answered !== undefined || endedOn !== undefined ? [] : (asked.answerDue.due ?? []),
    )
    .toSorted();
  return first;
}

/** The instant after the earliest last day of an answer that is awaited. */
export function nextAnswerDeadline(state: InEffect | Ended): string | undefined {
  const [first] = awaiting(state)
    .flatMap(({ asked }) => asked?.answerDue.due ?? [])
    .toSorted();
  return first === undefined ? undefined : startOfDay(toDate(first).add({ days: 1 }));
}
