import { toDate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, OfType } from "../../../../../shared/decider/index.ts";
import { present } from "../../../../../shared/decider/index.ts";
import { add, fen } from "../../../../../shared/money/index.ts";
import { approvalDuties } from "../guards.ts";
import { badInput, notNow } from "../refusals.ts";
import { earmarkedToReport } from "./earmarked.ts";
import {
  type ApprovedBudgetYear,
  type BudgetYearCommand,
  type BudgetYearEvent,
  type Reply,
  type ReplyDuty,
  replyDuties,
  type SingleDuty,
} from "./words.ts";

type Perform = OfType<BudgetYearCommand, "perform">;

/** Refuses a day that has not come. */
export const notCome = (on: string, { today }: Pick<Context, "today">) =>
  on > today.toString() ? badInput("finance.day-not-come", { on }, "/on") : undefined;

export const dayOfDuty = { publish: "publishedOn", file: "filedOn", "file-accounts": "accountsFiledOn" } as const;

const isReply = (duty: Perform["duty"]): duty is ReplyDuty => replyDuties.some((one) => one === duty);
const told = ({ type: _type, ...data }: Perform): Decision<BudgetYearEvent> => [
  { type: "finance.budget-year.performed", data },
];

/**
 * F-3, F-12, F-39: published within 20 days, answered to departments, filed with the county; the final accounts filed within 30 days;
 * earmarked transfers reported. A late one is recorded with its day.
 */
export function perform(state: ApprovedBudgetYear, command: Perform, context: Context): Decision<BudgetYearEvent> {
  const { duty, on, offices } = command;
  if (isReply(duty)) return reply(state, { ...command, duty }, context);
  if (offices !== undefined) return badInput("finance.duty-names-no-office", {}, "/offices");
  const since = duty === "file-accounts" ? state.accountsApprovedOn : state.approvedOn;
  if (since === undefined) return notNow("finance.accounts-not-approved", { year: state.year });
  const refused = tooEarly(on, since) ?? notCome(on, context);
  if (duty === "report-earmarked") return refused ?? report(state, command);
  if (duty === "file-adjustments") return refused ?? fileAdjustments(state, command);
  const done = state[dayOfDuty[duty]];
  if (done !== undefined) return notNow("finance.duty-performed-already", { on: done });
  return refused ?? told(command);
}

const tooEarly = (on: string, since: string) =>
  on < since ? badInput("finance.day-too-early", { on, since }, "/on") : undefined;

/** F-12 (预算法71): the congress is told of all earmarked transfers since the last report. */
function report(state: ApprovedBudgetYear, { type: _type, ...data }: Perform): Decision<BudgetYearEvent> {
  const reportedFen = earmarkedToReport(state);
  return reportedFen > 0
    ? [{ type: "finance.budget-year.performed", data: { ...data, reportedFen } }]
    : notNow("finance.nothing-to-report", { article: "预算法71" });
}

/** F-39 (预算法73): adjustments are filed with the county, all of them since the last filing. */
const fileAdjustments = ({ adjustmentsToFile = 0 }: ApprovedBudgetYear, command: Perform): Decision<BudgetYearEvent> =>
  adjustmentsToFile > 0 ? told(command) : notNow("finance.nothing-to-file", { article: "预算法73" });

/** F-3 (预算法52): the finance office answers each department once, and each department its units after that. */
function reply(
  { approvedOn, replies = {} }: ApprovedBudgetYear,
  command: Perform & { readonly duty: ReplyDuty },
  context: Context,
): Decision<BudgetYearEvent> {
  const { duty, on, offices = [] } = command;
  if (offices.length === 0) return badInput("finance.reply-to-whom", {}, "/offices");
  for (const [at, office] of offices.entries()) {
    const pointer = `/offices/${at}`;
    if (!context.town.offices.some(({ id }) => id === office))
      return badInput("finance.office-unknown", { office }, pointer);
    const before = Object.hasOwn(replies, office) ? replies[office] : undefined;
    const done = duty === "reply" ? before?.on : before?.unitsOn;
    if (done !== undefined) return notNow("finance.duty-performed-already", { on: done });
    if (offices.indexOf(office) < at) return notNow("finance.duty-performed-already", { on });
    if (duty === "reply-units" && before === undefined) return notNow("finance.office-not-answered", { office });
    const early = tooEarly(on, (duty === "reply-units" ? before?.on : undefined) ?? approvedOn);
    if (early !== undefined) return early;
  }
  return notCome(on, context) ?? told(command);
}

/** Bodies with which each duty could be performed today: what a view offers. */
export const possibleDuties = (state: ApprovedBudgetYear, on: string, offices: readonly { readonly id: string }[]) => {
  const [unanswered] = unansweredOf(state, offices);
  const [answered] = Object.keys(state.replies ?? {}).filter(
    (office) => state.replies?.[office]?.unitsOn === undefined,
  );
  const document = "文件";
  return [
    ...(["publish", "file", "file-accounts", "report-earmarked", "file-adjustments"] as const).map((duty) => ({
      duty,
      on,
      document,
    })),
    ...(unanswered === undefined ? [] : [{ duty: "reply" as const, on, document, offices: [unanswered] }]),
    ...(answered === undefined ? [] : [{ duty: "reply-units" as const, on, document, offices: [answered] }]),
  ];
};

type Performed = Extract<BudgetYearEvent, { readonly type: "finance.budget-year.performed" }>["data"];

/** The year after a duty was performed. */
export function performed(
  state: ApprovedBudgetYear,
  { duty, on, offices = [], reportedFen = fen(0) }: Performed,
): ApprovedBudgetYear {
  if (duty === "report-earmarked") return { ...state, reported: add(state.reported ?? fen(0), reportedFen) };
  if (duty === "file-adjustments") return { ...state, adjustmentsToFile: 0 };
  if (!isReply(duty)) return { ...state, [dayOfDuty[duty satisfies SingleDuty]]: on };
  const answered = offices.map((office): [string, Reply] => {
    const before = state.replies?.[office];
    return [
      office,
      duty === "reply" ? { on, ...present({ unitsOn: before?.unitsOn }) } : { on: before?.on ?? on, unitsOn: on },
    ];
  });
  return { ...state, replies: { ...state.replies, ...Object.fromEntries(answered) } };
}

/** F-3 (预算法52): the last day of the replies to departments, an ISO date. */
export const replyBy = ({ approvedOn }: ApprovedBudgetYear): string =>
  approvalDuties(toDate(approvedOn)).replyToDepartments.toString();

/** F-3: offices that wait for a reply. */
export const unansweredOf = (
  { replies = {} }: ApprovedBudgetYear,
  offices: readonly { readonly id: string }[],
): readonly string[] => offices.map(({ id }) => id).filter((id) => !Object.hasOwn(replies, id));
