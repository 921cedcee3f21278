import { hasCertainlyPassed, recalculate } from "../../../../../shared/calendar/index.ts";
import { unanswered } from "./defending.ts";
import type { AtGate, GateRow, Judged } from "./gate.ts";
import { asksLegalReview, isMajor } from "./major.ts";

const told = ({ state }: AtGate) => (state.status === "noticed" ? state.notice : undefined);

/** CF-44: a notice that was served. */
const noticeMissing = (at: AtGate): Judged =>
  told(at)?.served === undefined ? { zh: "事先告知书尚未送达", en: "The prior notice is not served" } : undefined;

/** CF-57b: other facts, another basis or a heavier penalty are told anew. */
function newNoticeMissing(at: AtGate): Judged {
  if (at.state.earlier.length === 0) return "needless";
  return told(at)?.served === undefined
    ? { zh: "事实、依据变化或者处罚加重，须重新告知", en: "Heavier or other charges need a new notice" }
    : undefined;
}

/** CF-45: the days given for a defence are over, or the party gave up what is left of them. */
function defenceMissing(at: AtGate): Judged {
  const notice = told(at);
  const missing = { zh: "陈述、申辩期限未届满，当事人也未明确放弃", en: "There is still time for a defence" };
  if (notice?.served === undefined) return missing;
  const { today, calendar } = at.context;
  const over = hasCertainlyPassed(calendar, recalculate(calendar, notice.served.defence), today);
  return over || notice.waived.includes("defence") ? undefined : missing;
}

/** CF-45(1): every point has an answer, those of earlier notices too. */
function reviewMissing({ state }: AtGate): Judged {
  const notices = [...state.earlier, ...(state.notice === undefined ? [] : [state.notice])];
  if (notices.every(({ statements }) => statements.length === 0)) return "needless";
  return notices.some((one) => unanswered(one).length > 0)
    ? { zh: "当事人提出的事实、理由和证据尚未逐项复核", en: "A point of the defence has no answer" }
    : undefined;
}

/** CF-63, CF-64: held, given up, or not asked for in time. */
function hearingMissing(at: AtGate): Judged {
  const notice = told(at);
  if (notice?.served === undefined) return { zh: "尚未告知听证权利", en: "The right to a hearing is not told" };
  if (!notice.hearingRight || notice.served.hearing === undefined) return "needless";
  const { hearing, waived } = notice;
  if (hearing?.outcome !== undefined || waived.includes("hearing")) return undefined;
  if (hearing !== undefined)
    return { zh: "当事人要求听证，尚未举行", en: "The hearing that was asked for is not held" };
  const { today, calendar } = at.context;
  return hasCertainlyPassed(calendar, recalculate(calendar, notice.served.hearing), today)
    ? undefined
    : { zh: "要求听证的期限未届满", en: "The party may still ask for a hearing" };
}

const counselMissing = ({ state: { counsel } }: AtGate): Judged => {
  if (counsel === undefined) return "needless";
  return counsel.opinion === undefined ? { zh: "法律顾问尚未提出意见", en: "The counsel has not answered" } : undefined;
};

/** CF-58(1): major, complex, or after a hearing; before a penalty. */
function legalReviewMissing({ state, of, context }: AtGate): Judged {
  if (!asksLegalReview(state, of, context.town)) return "needless";
  const { legalReview, charges } = state;
  const stands = legalReview !== undefined && legalReview.revision === charges?.revision;
  return stands && legalReview.conclusion === "agreed"
    ? undefined
    : { zh: "法制审核未通过或者未就现有建议审核", en: "No legal reviewer agreed to the charges as they stand" };
}

/** CF-57(2), CF-33b: a complex or major case is decided by the leaders together. */
function discussionMissing({ state, of, outcome, context }: AtGate): Judged {
  if (of.report?.complex !== true && !(outcome === "punish" && isMajor(state, context.town))) return "needless";
  const { discussion, charges } = state;
  const stands = discussion !== undefined && discussion.revision === charges?.revision;
  return stands && discussion.agreedOn === outcome
    ? undefined
    : { zh: "负责人未集体讨论决定", en: "The leaders have not agreed on it together" };
}

/** What is owed to the party before a penalty, and who looks at it besides. */
export const gatesOfHearing: readonly GateRow[] = [
  {
    id: "notice",
    title: { zh: "事先告知", en: "Prior notice" },
    ...{ article: "行政处罚法44、62", rule: "CF-44" },
    before: ["punish"],
    judge: noticeMissing,
  },
  {
    id: "new-notice",
    title: { zh: "重新告知", en: "New notice" },
    ...{ article: "行政处罚法44、62", rule: "CF-57b" },
    before: ["punish"],
    judge: newNoticeMissing,
  },
  {
    id: "defence",
    title: { zh: "陈述、申辩", en: "Time for a defence" },
    ...{ article: "行政处罚法45、62", rule: "CF-45" },
    before: ["punish"],
    judge: defenceMissing,
  },
  {
    id: "defence-review",
    title: { zh: "陈述、申辩复核", en: "Answers to the defence" },
    ...{ article: "行政处罚法45(1)", rule: "CF-45" },
    before: ["punish"],
    judge: reviewMissing,
  },
  {
    id: "hearing",
    title: { zh: "听证", en: "Hearing" },
    ...{ article: "行政处罚法63、64", rule: "CF-63" },
    before: ["punish"],
    judge: hearingMissing,
  },
  {
    id: "counsel",
    title: { zh: "法律顾问意见", en: "Counsel's opinion" },
    ...{ article: "重大行政决策程序", rule: "E5" },
    judge: counselMissing,
  },
  {
    id: "legal-review",
    title: { zh: "法制审核", en: "Legal review" },
    ...{ article: "行政处罚法58", rule: "CF-58" },
    before: ["punish"],
    judge: legalReviewMissing,
  },
  {
    id: "discussion",
    title: { zh: "集体讨论", en: "Collective discussion" },
    ...{ article: "行政处罚法57(2)", rule: "CF-57" },
    before: ["punish", "no-penalty"],
    judge: discussionMissing,
  },
];
