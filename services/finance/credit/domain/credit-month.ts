import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { badInput, type CreditRefusal, notNow, refuse } from "./refusals.ts";

export const creditProducts = ["revival", "start-up", "small", "women", "collective"] as const;
export type CreditProduct = (typeof creditProducts)[number];

/** Figures of a product for a month, as the bank tells them: no person is named. */
export interface CreditMonth {
  readonly product: CreditProduct;
  readonly month: string;
  readonly document: string;
  readonly loans: number;
  readonly persons: number;
  readonly granted: Fen;
  readonly balance: Fen;
  readonly overdueLoans: number;
  readonly arrears: Fen;
}
type Figures = CreditMonth & {
  /** F-4: whether the bank says that the town stands in for any of them. */
  readonly guaranteedByTown: boolean;
};
export type CreditCommand = ({ readonly type: "enter" } & Figures) | ({ readonly type: "correct" } & Figures);
export type CreditEvent =
  | { readonly type: "finance.credit-month.entered"; readonly data: CreditMonth }
  | { readonly type: "finance.credit-month.corrected"; readonly data: CreditMonth };

export const creditMonthId = (product: CreditProduct, month: string): string => `${product}-${month}`;

/** F15, F-4: figures that can be true, of a month that is over; the town guarantees none of it. */
function figuresRefusal(figures: Figures, { today }: Pick<Context, "today">) {
  const { month, loans, persons, overdueLoans, balance, arrears, guaranteedByTown } = figures;
  if (today.toString().slice(0, 7) <= month) return notNow("finance.credit-month-runs", { month });
  if (guaranteedByTown) return refuse("finance.town-guarantees-nothing", { article: "预算法35" }, "/guaranteedByTown");
  if (persons > loans || overdueLoans > loans) return badInput("finance.credit-loans-below-persons", {}, "/loans");
  return arrears > balance ? badInput("finance.credit-arrears-above-balance", {}, "/arrearsFen") : undefined;
}

const kept = ({ product, month, document, loans, persons, granted, balance, overdueLoans, arrears }: Figures) => ({
  ...{ product, month, document, loans, persons, granted, balance, overdueLoans, arrears },
});
const enter = (command: OfType<CreditCommand, "enter">, context: Context): Decision<CreditEvent> =>
  figuresRefusal(command, context) ?? [{ type: "finance.credit-month.entered", data: kept(command) }];

/** Rural credit of a month (振兴贷、创业贷款). */
export const creditMonth = deciderOf<{
  readonly state: CreditMonth;
  readonly command: CreditCommand;
  readonly event: CreditEvent;
  readonly moves: Record<never, never>;
  readonly begins: "enter";
  readonly begun: "finance.credit-month.entered";
  readonly refusal: CreditRefusal;
}>({
  aggregate: "credit-month",
  shape: 1,
  begin: { enter },
  always: {
    enter: (_state, { month }) => notNow("finance.credit-entered-already", { month }),
    correct: ({ product, month }, command, context) => {
      const figures = { ...command, product, month };
      return figuresRefusal(figures, context) ?? [{ type: "finance.credit-month.corrected", data: kept(figures) }];
    },
  },
  begun: { "finance.credit-month.entered": ({ data }) => data },
  effects: { "finance.credit-month.corrected": (_state, { data }) => data },
  listed: ({ product, month }, id) => ({
    byStatus: { partition: `credit-month:${product}`, sort: month },
    byOwner: { partition: `credit-months:${month}`, sort: id },
  }),
});
