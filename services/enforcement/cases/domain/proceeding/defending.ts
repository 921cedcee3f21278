import { hasCertainlyPassed, recalculate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import { handedInOn } from "../../../common/domain/case-rules.ts";
import { waiverFault } from "./agents.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { handlerFault, isTheParty, speaker } from "./people.ts";
import type { Notice, Noticed, Open } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { actsForParty, agentNow, mayGiveUp } from "./representation.ts";
import { about } from "./said.ts";

type Decided = Decision<ProceedingEvent>;
const article45 = { article: "行政处罚法45", rule: "CF-45" };
const article62 = { article: "行政处罚法62", rule: "CF-45" };

/** CF-45: the party says what speaks for him, as long as nothing is decided. T-4: what was posted in time is in time. */
export function stateDefence(state: Noticed, command: CommandOf<"state-defence">, context: Context): Decided {
  const { points, paper, posted } = command;
  const by = speaker(state, command, context);
  if (typeof by !== "string") return by;
  const sent = handedInOn({ posted, own: by === "party", since: firstNoticedOn(state) }, context);
  if (isRejection(sent)) return sent;
  const full = noRoomFor(points, by, state);
  if (full !== undefined) return full;
  const { served, statements } = state.notice;
  const late = served !== undefined && hasCertainlyPassed(context.calendar, served.defence, sent);
  const on = sent.toString();
  return [
    {
      type: "enforcement.proceeding.defence-stated",
      data: { ...about(state), on, id: `S${countOf(state) + statements.length + 1}`, late, by },
      personal: { points, ...present({ paper }) },
    },
  ];
}

/** A letter may cross a second notice: it answers the first. */
const firstNoticedOn = ({ notice, earlier }: Noticed): string => (earlier.at(0) ?? notice).on;

/** So many statements by login, and so many characters in all: nobody keeps a decision from being made by writing on. */
const most = { statements: 10, party: 30_000, officer: 60_000 } as const;

/** What goes beyond is sent as a paper, and an officer records its points. */
function noRoomFor(points: readonly string[], by: "party" | "officer", { notice, earlier }: Noticed) {
  const said = [...earlier, notice].flatMap(({ statements }) => statements);
  const length = [...said.flatMap((one) => one.points), ...points].reduce((sum, point) => sum + point.length, 0);
  const own = notice.statements.filter((one) => one.by === "party").length;
  return length > most[by] || (by === "party" && own >= most.statements)
    ? refuse("enforcement.statements-full", { statements: most.statements, ...article45 }, "/points")
    : undefined;
}

const countOf = ({ earlier }: Noticed) => earlier.reduce((sum, { statements }) => sum + statements.length, 0);

/** CF-45, CF-62: a right is given up by the party alone, expressly, and once he was told of it. */
export function waive(state: Noticed, command: CommandOf<"waive">, context: Context): Decided {
  const { rights, paper } = command;
  const by = speaker(state, command, context);
  if (typeof by !== "string") return by;
  const unable = waiverFault(state, command.case, context);
  if (unable !== undefined) return unable;
  const { served, waived, hearingRight } = state.notice;
  if (served === undefined) return refuse("enforcement.notice-not-served", article62);
  const left = rights.filter((right) => !waived.includes(right) && (right === "defence" || hearingRight));
  if (left.length === 0) return notNow("enforcement.waived-already", article62);
  return [
    {
      type: "enforcement.proceeding.rights-waived",
      data: { ...about(state), on: context.today.toString(), rights: left },
      personal: present({ paper }),
    },
  ];
}

/** The points that nobody has answered yet. */
export const unanswered = ({ statements, answers }: Pick<Notice, "statements" | "answers">) =>
  statements.flatMap(({ id, points }) =>
    points.flatMap((_text, point) =>
      answers.some((one) => one.statement === id && one.point === point) ? [] : [{ statement: id, point }],
    ),
  );

/** CF-45(1): each point is examined, and the answer to it is given in writing with its reasons. */
export function reviewDefence(
  state: Noticed,
  { answers, ...known }: CommandOf<"review-defence">,
  context: Context,
): Decided {
  const refused = handlerFault(known, context);
  if (refused !== undefined) return refused;
  const open = unanswered(state.notice);
  if (open.length === 0) return notNow("enforcement.defence-not-stated", article45);
  const stranger = answers.findIndex(
    (one) => !open.some(({ statement, point }) => statement === one.statement && point === one.point),
  );
  if (stranger >= 0) return badInput("enforcement.defence-not-stated", article45, `/answers/${stranger}`);
  const left = open.filter(
    ({ statement, point }) => !answers.some((one) => one.statement === statement && one.point === point),
  );
  if (left.length > 0)
    return refuse(
      "enforcement.points-unanswered",
      { points: left.map(({ statement, point }) => `${statement}/${point}`), ...article45 },
      "/answers",
    );
  const bare = answers.findIndex(({ reasons }) => reasons.trim() === "");
  if (bare >= 0) return badInput("enforcement.reasons-missing", article45, `/answers/${bare}/reasons`);
  return [
    {
      type: "enforcement.proceeding.defence-reviewed",
      data: { ...about(state), on: context.today.toString() },
      personal: { answers },
    },
  ];
}

/** CF-63, CF-64(1): within five working days of being told. T-4: what was posted in time is in time. */
export function requestHearing(state: Noticed, command: CommandOf<"request-hearing">, context: Context): Decided {
  const { paper, posted } = command;
  const by = speaker(state, command, context);
  if (typeof by !== "string") return by;
  const article64 = { article: "行政处罚法63、64(1)", rule: "CF-64" };
  const { served, hearing, hearingRight } = state.notice;
  if (served === undefined) return refuse("enforcement.notice-not-served", article64);
  if (!hearingRight || served.hearing === undefined)
    return refuse("enforcement.hearing-not-open", { article: "行政处罚法63", rule: "CF-63" });
  if (hearing !== undefined) return notNow("enforcement.hearing-already-requested", article64);
  const sent = handedInOn({ posted, own: by === "party", since: firstNoticedOn(state) }, context);
  if (isRejection(sent)) return sent;
  const limit = recalculate(context.calendar, served.hearing);
  if (hasCertainlyPassed(context.calendar, limit, sent))
    return refuse("enforcement.hearing-requested-late", { due: limit.due, ...article64 });
  return [
    {
      type: "enforcement.proceeding.hearing-requested",
      data: { ...about(state), on: context.today.toString(), requestedOn: sent.toString() },
      personal: present({ paper }),
    },
  ];
}

/** CF-64: the party takes the request back; for him his guardian, or an agent who may give up rights; or a paper of his. */
export function mayWithdraw(state: Noticed, { actor, today }: Context, paper: string | undefined) {
  if (paper !== undefined || isTheParty(state, actor)) return undefined;
  const agent = agentNow(state, actor, today.toString());
  if (agent === undefined) return notYou("enforcement.not-the-party", { article: "行政处罚法64", rule: "CF-64" });
  return mayGiveUp(agent)
    ? undefined
    : notYou("enforcement.authority-missing", { article: "行政处罚法64", rule: "CF-64" });
}

/** CF-43: the party, or his agent, asks that a person be kept out of the case; the case keeps the request, and the head decides on it. */
export function askRecusalOf(state: Open | Noticed, command: CommandOf<"ask-recusal">, context: Context): Decided {
  if (!actsForParty(state, context.actor, context.today.toString()))
    return notYou("enforcement.not-the-party", { article: "行政处罚法43", rule: "CF-43" });
  const { person, ground, reasons } = command;
  return [
    {
      type: "enforcement.proceeding.recusal-asked",
      data: { ...about(state), on: context.today.toString(), ground },
      personal: { person, reasons },
    },
  ];
}
