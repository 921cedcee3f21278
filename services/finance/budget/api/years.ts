import * as z from "zod";
import { toDate } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, type Viewing, wholeNumber } from "../../../../shared/http/index.ts";
import { fen, larger } from "../../../../shared/money/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { factReference, heldFact } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen, amountOrNone, differenceFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { beforeApprovalKinds, unitReplyDueOn } from "../domain/guards.ts";
import { budgetYear, everyBudgetYear } from "../domain/year/decider.ts";
import { possibleDuties, replyBy, unansweredOf } from "../domain/year/duties.ts";
import { earmarkedToReport } from "../domain/year/earmarked.ts";
import { awaitingAdjustment, helpToRepay, leftToGive, reserveLeftOf } from "../domain/year/reserve-and-shortfall.ts";
import {
  type ApprovedBudgetYear,
  adjustmentTriggers,
  type BudgetYear,
  type BudgetYearCommand,
  budgetDuties,
  budgetYearMoves,
  type MetShortfall,
} from "../domain/year/words.ts";

const day = z.iso.date();
const incomeByClass = z.strictObject({ item: z.string().regex(/^1\d{2,11}$/), amountFen: amountOrNone });
const sums = z.partialRecord(z.enum(beforeApprovalKinds), z.int());
const document = lineOf(200, 1);

const yearView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "approved"]),
  year: z.int(),
  lastYear: sums,
  beforeApproval: sums,
  allottedFen: z.int(),
  approvedOn: day.optional(),
  expenditureFen: z.int().optional(),
  reserveFen: z.int().optional(),
  turnoverFundFen: z.int().optional(),
  /** What may still be given to lines. */
  leftFen: z.int().optional(),
  /** F-37: what is left of the reserve, and what of a disaster the congress has still to put into an adjustment. */
  reserveLeftFen: z.int().optional(),
  awaitingAdjustmentFen: z.int().optional(),
  /** F-44: how shortfalls were met; what next year's budget repays of it. */
  shortfalls: z
    .array(
      z.object({
        ...{ shortfallFen: z.int(), stabilisationFundFen: z.int(), otherBudgetMoneyFen: z.int(), cutsFen: z.int() },
        ...{ helpFromAboveFen: z.int(), document: z.string(), helpDocument: z.string().optional() },
      }),
    )
    .optional(),
  helpToRepayFen: z.int().optional(),
  repaysHelpFen: z.int().optional(),
  revenueFen: z.int().optional(),
  revenues: z.array(z.object({ item: z.string(), amountFen: z.int() })).optional(),
  /** F-34: transfers that were announced for the year, and what the congress approved of transfers. */
  announcedFen: z.int().optional(),
  transfersFen: z.int().optional(),
  jointDocument: z.string().optional(),
  publishBy: day.optional(),
  publishedOn: day.optional(),
  /** F-3: replies to departments, each with the last day of its own reply to its units; offices that wait for one. */
  replyBy: day.optional(),
  replies: z.array(z.object({ office: z.string(), on: day, unitsBy: day, unitsOn: day.optional() })).optional(),
  unanswered: z.array(z.string()).optional(),
  /** F-39: adjustments of the congress that the county was not told of. */
  adjustmentsToFile: z.int().optional(),
  /** F-12: earmarked transfers that came meanwhile, and what of them the congress has still to be told. */
  earmarkedFen: z.int().optional(),
  earmarkedToReportFen: z.int().optional(),
  filedOn: day.optional(),
  accountsApprovedOn: day.optional(),
  accountsDue: day.optional(),
  accountsFiledOn: day.optional(),
});

const approvalOf = (state: BudgetYear, offices: readonly { readonly id: string }[]) => {
  if (state.status === "open") return {};
  const { approvedOn, expenditure, reserve, turnoverFund, publishBy, repaysHelp } = state;
  const { publishedOn, filedOn, accountsApprovedOn, accountsDue, accountsFiledOn } = state;
  return {
    ...{ approvedOn, expenditureFen: expenditure, reserveFen: reserve, turnoverFundFen: turnoverFund, publishBy },
    ...{ leftFen: larger(leftToGive(state), fen(0)), reserveLeftFen: reserveLeftOf(state) },
    awaitingAdjustmentFen: awaitingAdjustment(state),
    ...(state.revenues === undefined ? {} : { revenues: byClass(state.revenues) }),
    ...(state.shortfalls === undefined ? {} : shortfallsOf(state.shortfalls)),
    ...repliesOf(state, offices),
    ...(state.earmarked === undefined
      ? {}
      : { earmarkedFen: state.earmarked, earmarkedToReportFen: earmarkedToReport(state) }),
    ...present({
      repaysHelpFen: repaysHelp,
      revenueFen: state.revenue,
      transfersFen: state.transfers,
      jointDocument: state.jointDocument,
      adjustmentsToFile: state.adjustmentsToFile,
    }),
    ...present({ publishedOn, filedOn, accountsApprovedOn, accountsDue, accountsFiledOn }),
  };
};
/** F-3: replies to departments, and who still waits for one. */
const repliesOf = (state: ApprovedBudgetYear, offices: readonly { readonly id: string }[]) => ({
  replyBy: replyBy(state),
  replies: Object.entries(state.replies ?? {}).map(([office, { on, unitsOn }]) => ({
    ...{ office, on, unitsBy: unitReplyDueOn(toDate(on)).toString(), ...present({ unitsOn }) },
  })),
  unanswered: [...unansweredOf(state, offices)],
});
const byClass = (amounts: NonNullable<ApprovedBudgetYear["revenues"]>) =>
  Object.entries(amounts).map(([item, amountFen]) => ({ item, amountFen }));

/** F-44: each shortfall with what each means gave. */
const shortfallsOf = (shortfalls: readonly MetShortfall[]) => ({
  shortfalls: shortfalls.map(({ shortfall, parts, document: by, helpDocument }) => ({
    ...{ shortfallFen: shortfall, stabilisationFundFen: parts["stabilisation-fund"], cutsFen: parts.cuts },
    ...{ otherBudgetMoneyFen: parts["other-budget-money"], helpFromAboveFen: parts["help-from-above"], document: by },
    ...present({ helpDocument }),
  })),
  helpToRepayFen: helpToRepay({ shortfalls }),
});
const view = ({ id, version, state }: Loaded<BudgetYear>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, status: state.status, year: state.year, lastYear: { ...state.lastYear } },
  ...{ beforeApproval: { ...state.before }, allottedFen: state.allotted },
  ...present({ announcedFen: state.announced }),
  ...approvalOf(state, runtime.town.offices),
});

/** A year whose budget nobody has opened. */
export const yearAbsent = { code: "finance.budget-year-absent", as: "year" } as const;

const years = resource({
  of: budgetYear,
  at: "/finance/budget-years",
  staff: financeReaders,
  moves: budgetYearMoves,
  statusOf: ({ status }) => status,
  returns: yearView,
  view,
  absent: yearAbsent,
});
export const yearNumber = z.int().min(2000).max(2200);
export const yearQuery = wholeNumber(yearNumber);

/** Budgets of years: opened, approved by the congress, published, filed. */
export const budgetYearRoutes: readonly Route[] = [
  list("GET /finance/budget-years", {
    summary: { zh: "年度预算", en: "Budgets of years" },
    allow: financeReaders,
    of: budgetYear,
    sorts: ["year"],
    returns: yearView,
    find: () => ({ index: "byStatus", partition: everyBudgetYear }),
    view,
  }),
  create("POST /finance/budget-years", {
    summary: {
      zh: "开始一个预算年度：登记上年同期支出（批准前支出的限额）",
      en: "Open a year with what was spent in the same months of last year: the limit before approval",
    },
    allow: ["finance-approver"],
    of: budgetYear,
    body: z.strictObject({
      year: yearNumber,
      lastYear: z.partialRecord(z.enum(beforeApprovalKinds), amountOrNone).default({}),
      document,
    }),
    id: ({ body }) => String(body.year),
    run: ({ body }): BudgetYearCommand => ({ type: "open", ...body }),
    returns: years.returns,
    view: years.view,
  }),
  years.read({ zh: "一个年度的预算", en: "The budget of a year" }, financeReaders),
  years.step("approve", {
    summary: { zh: "登记镇人大批准的预算", en: "Record what the town's congress approved" },
    allow: ["finance-approver"],
    body: z.strictObject({
      on: day,
      document,
      expenditureFen: amountFen,
      reserveFen: amountOrNone,
      turnoverFundFen: amountOrNone,
      repaysHelpFen: amountOrNone.exactOptional(),
      /** F-11: general income, transfers left out. */
      revenueFen: amountOrNone.exactOptional(),
      revenues: z.array(incomeByClass).min(1).max(100).exactOptional(),
      /** F-34: income from transfers, those that were announced among it. */
      transfersFen: amountOrNone.exactOptional(),
      /** F-54: the paper of the joint compilation, where the county runs it. */
      jointDocument: document.exactOptional(),
    }),
    facts: ({ id }) => ({ before: heldFact(factReference(budgetYear, String(Number(id) - 1))) }),
    tries: ({ state }, { today }) =>
      state === undefined
        ? []
        : [
            {
              on: today.toString(),
              document: "决议",
              expenditureFen: 100,
              reserveFen: 1,
              turnoverFundFen: 0,
              jointDocument: "共编",
              transfersFen: state.announced ?? fen(0),
            },
          ],
    run: ({
      body: {
        expenditureFen,
        reserveFen,
        turnoverFundFen,
        repaysHelpFen = fen(0),
        revenueFen,
        revenues,
        transfersFen,
        ...body
      },
      facts,
    }) => ({
      ...{
        type: "approve",
        ...body,
        repays: repaysHelpFen,
        ...present({ revenues: revenues?.map(({ item, amountFen: amount }) => ({ item, amount })) }),
        ...present({ revenue: revenueFen, transfers: transfersFen }),
      },
      owedFromLastYear: facts.before === undefined ? fen(0) : helpToRepay(facts.before),
      ...{ expenditure: expenditureFen, reserve: reserveFen, turnoverFund: turnoverFundFen },
    }),
  }),
  years.step("adjust", {
    summary: { zh: "登记镇人大批准的预算调整", en: "Record an adjustment by the congress" },
    allow: ["finance-approver"],
    body: z.strictObject({
      byFen: differenceFen,
      document,
      /** F-12: what makes it an adjustment. */
      trigger: z.enum(adjustmentTriggers).exactOptional(),
    }),
    run: ({ body: { byFen, ...body } }) => ({ type: "adjust", by: byFen, ...body }),
  }),
  years.step("meet-shortfall", {
    summary: {
      zh: "登记短收的弥补：依次为预算稳定调节基金、其他预算资金、压减支出，不足的为上级临时救助（下年偿还）",
      en: "Meet a shortfall: stabilisation fund, other money, cuts; the rest is help from above, repaid next year",
    },
    allow: ["finance-approver"],
    body: z.strictObject({
      shortfallFen: amountFen,
      stabilisationFundFen: amountOrNone,
      otherBudgetMoneyFen: amountOrNone,
      cutsFen: amountOrNone,
      document,
      helpDocument: document.exactOptional(),
    }),
    run: ({ body: { shortfallFen, stabilisationFundFen, otherBudgetMoneyFen, cutsFen, ...body } }) => ({
      ...{ type: "meet-shortfall", shortfall: shortfallFen, ...body },
      has: { "stabilisation-fund": stabilisationFundFen, "other-budget-money": otherBudgetMoneyFen, cuts: cutsFen },
    }),
  }),
  years.step("perform", {
    summary: {
      zh: "登记公开、批复部门、备案、向人大报告专项转移支付",
      en: "Record that it was published, answered to departments, filed with the county; earmarked transfers reported",
    },
    allow: ["accountant", "finance-approver"],
    body: z.strictObject({
      duty: z.enum(budgetDuties),
      on: day,
      document,
      /** F-3: whom a reply goes to. */
      offices: z.array(lineOf(60, 1)).min(1).max(100).exactOptional(),
    }),
    tries: ({ state }, { today, town }) =>
      state?.status === "approved" ? possibleDuties(state, today.toString(), town.offices) : [],
    run: ({ body }) => ({ type: "perform", ...body }),
  }),
  years.step("approve-accounts", {
    summary: { zh: "登记镇人大批准的决算", en: "Record the final accounts as the congress approved them" },
    allow: ["finance-approver"],
    body: z.strictObject({ on: day, document }),
    run: ({ body }) => ({ type: "approve-accounts", ...body }),
  }),
  years.history({ zh: "年度预算的经过", en: "History of a year's budget" }, financeReaders),
];
