import { hoursLater, limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../../shared/people/index.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import { aboutCase } from "./about.ts";
import type { FiledCase, PaperEntry } from "./case.ts";
import type {
  CaseEvent,
  DecideTransfer,
  HandGoodsToPolice,
  PoliceAnswer,
  ProposeTransfer,
  Return,
  TransferPolice,
} from "./messages.ts";
import { isChief, officersOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;
const article = { article: "行政处罚法27、行政执法机关移送涉嫌犯罪案件的规定5–12", rule: "CF-27a" };

/** CF-27a: three days each; whether they are calendar or working days is the profile's. */
const threeDays = (on: string, { calendar, town }: Context) =>
  limitFrom(calendar, { ...article, unit: town.enforcement.policeTransfer.unit, length: 3 }, on);

/** CF-27a: a special team of two or more verifies the suspected crime and reports it to the chief, who is not of the team. */
export function proposeTransfer(state: FiledCase, command: ProposeTransfer, context: Context): Decided {
  const { team, report, reasons } = command;
  const { today, town } = context;
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  if (state.police !== undefined && state.police.returned === undefined)
    return notNow("enforcement.transfer-under-way", article);
  const members = [...new Set(team)];
  if (members.length < 2) return refuse("enforcement.team-too-small", article, "/team");
  const chief = members.findIndex((sub) => isChief(sub, town));
  if (chief >= 0) return refuse("enforcement.chief-in-team", article, `/team/${chief}`);
  const stranger = members.find(
    (sub) => knownPerson(sub, town) === undefined && !state.officers.some((one) => one.sub === sub),
  );
  if (stranger !== undefined) return badInput("enforcement.unknown-person", { person: stranger }, "/team");
  const on = today.toString();
  return [
    {
      type: "enforcement.case.transfer-proposed",
      data: {
        reportedOn: on,
        decideBy: threeDays(on, context),
        paper: { kind: "crime-report", reference: report, on },
      },
      personal: { handlers: members, reasons },
    },
  ];
}

/** CF-27a: the chief decides himself, in three days; a refusal stays on file with its reasons. */
export function decideTransfer(state: FiledCase, { approved, reasons }: DecideTransfer, context: Context): Decided {
  const { actor, now, town } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (!isChief(actor.sub, town)) return notYou("enforcement.chief-decides-transfer", article);
  const { police } = state;
  if (police === undefined || police.returned !== undefined || police.approvedAt !== undefined)
    return notNow("enforcement.nothing-to-transfer", article);
  const data = { approved, at: now, ...(approved ? { handOverBy: hoursLater(now, 24) } : {}) };
  return [{ type: "enforcement.case.transfer-decided", data, personal: { reasons } }];
}

/** CF-27a: handed over in 24 hours with letter, report, list of goods and test reports. The police answer in three days. */
export function transferToPolice(state: FiledCase, command: TransferPolice, context: Context): Decided {
  const { organ, letter, goodsList, testReports } = command;
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  if (state.police?.approvedAt === undefined || state.police.returned !== undefined)
    return refuse("enforcement.transfer-not-approved", article);
  const on = context.today.toString();
  const papers: readonly PaperEntry[] = [
    { kind: "transfer-letter", reference: letter, on },
    { kind: "goods-list", reference: goodsList, on },
  ];
  const answerBy = threeDays(on, context);
  return [
    {
      type: "enforcement.case.transferred",
      data: { ...aboutCase(state), to: "police", organ, on, papers, answerBy },
      personal: { testReports },
    },
  ];
}

/** CF-27a: filed, so goods and papers follow in three days; not filed, so review is asked for in three days or the case comes back. */
export function policeAnswer(state: FiledCase, { filed, on, document }: PoliceAnswer, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const { police } = state;
  if (police?.handedOverOn === undefined) return notNow("enforcement.nothing-to-transfer", article);
  // After a review that was asked for, the police may still file.
  if (police.filed !== undefined || (police.reviewBy !== undefined && !filed))
    return notNow("enforcement.answered-already", article);
  if (on < police.handedOverOn || on > context.today.toString())
    return badInput("enforcement.answer-before-transfer", { on: police.handedOverOn }, "/on");
  const limit = threeDays(on, context);
  const paper: PaperEntry = { kind: "police-answer", reference: document, on };
  const data = { filed, on, paper, ...(filed ? { goodsBy: limit } : { reviewBy: limit }) };
  return [{ type: "enforcement.case.police-answered", data, personal: {} }];
}

export function handGoodsToPolice(state: FiledCase, { on, receipt }: HandGoodsToPolice, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const { filed } = state.police ?? {};
  if (filed === undefined || state.police?.goodsHandedOverOn !== undefined)
    return notNow("enforcement.nothing-to-transfer", article);
  if (on < filed.on || on > context.today.toString())
    return badInput("enforcement.answer-before-transfer", { on: filed.on }, "/on");
  const paper: PaperEntry = { kind: "goods-disposal", reference: receipt, on };
  return [{ type: "enforcement.case.goods-handed-to-police", data: { on, paper }, personal: {} }];
}

/** CF-27a, CF-27b: the case comes back and is decided here: not filed, closed without punishment, or the court has judged. */
export function returnFromPolice(state: FiledCase, { on, document, courtFined }: Return, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const { police } = state;
  const stranger = courtFined?.find((id) => !state.parties.some((one) => one.id === id));
  if (stranger !== undefined) return badInput("enforcement.unknown-case-party", { party: stranger }, "/courtFined");
  const answered = police?.filed ?? police?.reviewBy;
  if (police?.handedOverOn === undefined || answered === undefined || police.returned !== undefined)
    return notNow("enforcement.nothing-to-transfer", article);
  if (on < police.handedOverOn || on > context.today.toString())
    return badInput("enforcement.answer-before-transfer", { on: police.handedOverOn }, "/on");
  const data = { ...aboutCase(state), from: "police" as const, on, document, ...present({ courtFined }) };
  return [{ type: "enforcement.case.returned", data, personal: {} }];
}

/** CF-27: while a transfer to the police is open, nothing is decided instead of it. */
export const transferOpen = ({ police }: Pick<FiledCase, "police">): boolean =>
  police !== undefined && police.returned === undefined;
