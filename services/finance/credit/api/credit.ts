import * as z from "zod";
import { pick } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountOrNone } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import {
  type CreditCommand,
  type CreditMonth,
  creditMonth,
  creditMonthId,
  creditProducts,
} from "../domain/credit-month.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.int().min(0).max(1_000_000);
const figures = {
  document: lineOf(200, 1),
  loans: count,
  persons: count,
  grantedFen: amountOrNone,
  balanceFen: amountOrNone,
  overdueLoans: count,
  arrearsFen: amountOrNone,
  guaranteedByTown: z.boolean(),
};

const creditView = z.object({
  id: z.string(),
  version: z.int(),
  product: z.enum(creditProducts),
  month: z.string(),
  document: z.string(),
  loans: z.int(),
  persons: z.int(),
  grantedFen: z.int(),
  balanceFen: z.int(),
  overdueLoans: z.int(),
  arrearsFen: z.int(),
});
const view = ({ id, version, state }: Loaded<CreditMonth>) => {
  const { granted, balance, arrears } = state;
  const about = pick(state, ["product", "month", "document", "loans", "persons", "overdueLoans"]);
  return { id, version, ...about, grantedFen: granted, balanceFen: balance, arrearsFen: arrears };
};
const credits = resource({
  ...{ of: creditMonth, at: "/finance/credit-months", staff: financeReaders },
  returns: creditView,
  view,
});
type Said = Readonly<Record<"grantedFen" | "balanceFen" | "arrearsFen", CreditMonth["granted"]>>;
const amounts = <S extends Said>({ grantedFen: granted, balanceFen: balance, arrearsFen: arrears, ...rest }: S) => ({
  ...{ ...rest, granted, balance, arrears },
});

/** Figures of rural credit, by product and month (F15). */
export const creditRoutes: readonly Route[] = [
  list("GET /finance/credit-months", {
    summary: { zh: "农村信贷数据：按产品或者按月", en: "Figures of rural credit by product or by month" },
    allow: financeReaders,
    of: creditMonth,
    query: { product: z.enum(creditProducts).default("revival"), month: month.optional() },
    returns: creditView,
    find: ({ query }) =>
      query.month === undefined
        ? { index: "byStatus", partition: `credit-month:${query.product}`, descending: true }
        : { index: "byOwner", partition: `credit-months:${query.month}` },
    view,
  }),
  create("POST /finance/credit-months", {
    summary: {
      zh: "登记金融机构提供的月度数据；镇不得担保",
      en: "Enter the bank's figures of a month; the town guarantees none of it",
    },
    allow: ["accountant"],
    of: creditMonth,
    body: z.strictObject({ product: z.enum(creditProducts), month, ...figures }),
    id: ({ body }) => creditMonthId(body.product, body.month),
    run: ({ body }): CreditCommand => ({ type: "enter", ...amounts(body) }),
    returns: credits.returns,
    view: credits.view,
  }),
  credits.read({ zh: "一个月的数据", en: "Figures of one month" }, financeReaders),
  credits.step("correct", {
    summary: { zh: "按更正文件更正", en: "Correct them by another paper" },
    allow: ["accountant"],
    body: z.strictObject(figures),
    learn: async ({ id, runtime: { store } }) => (await store.load(creditMonth, id))?.state,
    learnsFromTable: true,
    run: ({ body, learnt }) => ({
      ...{ type: "correct", ...amounts(body) },
      ...{ product: learnt?.product ?? "revival", month: learnt?.month ?? "" },
    }),
  }),
  credits.history({ zh: "数据的经过", en: "History of the figures" }, financeReaders),
];
