import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Fen } from "../../../../../shared/money/index.ts";
import type { Ground } from "../budget-line.ts";
import type { BeforeApprovalKind, ShortfallMeans } from "../guards.ts";

/** Sums by kind of what may be spent before the congress approves (F-7). */
export type ByKind = Readonly<Partial<Record<BeforeApprovalKind, Fen>>>;

/** F-44: a shortfall of income (短收), what each means gave, and the documents. */
export interface MetShortfall {
  readonly shortfall: Fen;
  readonly parts: Readonly<Record<ShortfallMeans | "help-from-above", Fen>>;
  readonly document: string;
  /** The county's document on its temporary help, which next year's budget repays. */
  readonly helpDocument?: string;
}

/** F-3: the day of a reply to a department, and of the department's reply to its units. */
export interface Reply {
  readonly on: string;
  readonly unitsOn?: string;
}

/** F-12 (预算法67): what makes an adjustment. New debt is the fourth, and closed to a town (F-4). */
export const adjustmentTriggers = ["total", "stabilisation-fund", "key-cuts", "debt"] as const;
export type AdjustmentTrigger = (typeof adjustmentTriggers)[number];

interface AnyBudgetYear {
  readonly year: number;
  /** What was spent in the same months of last year, by kind, and the document that says so. */
  readonly lastYear: ByKind;
  readonly lastYearDocument: string;
  /** What was given to lines before approval, by kind. */
  readonly before: ByKind;
  /** What was given to lines on the ground of the congress. */
  readonly allotted: Fen;
  /** F-37: what was given to lines out of the reserve. */
  readonly fromReserve?: Fen;
  /** F-37: what a disaster took beyond the reserve, ahead of the adjustment that the congress makes of it. */
  readonly ahead?: Fen;
  /** What of it the congress has put into adjustments. */
  readonly aheadAdjusted?: Fen;
  /** F-44: how shortfalls of the year were met. */
  readonly shortfalls?: readonly MetShortfall[];
  /** F-34: transfers of the year that the county announced ahead. */
  readonly announced?: Fen;
  /** F-12: earmarked transfers that came while the budget was carried out, as lines were given them; and what the congress was told. */
  readonly earmarked?: Fen;
  readonly reported?: Fen;
}
export interface OpenBudgetYear extends AnyBudgetYear {
  readonly status: "open";
}
/** What the congress approved: general expenditure, and of it the reserve (预备费). */
interface Approval {
  readonly approvedOn: string;
  readonly document: string;
  readonly expenditure: Fen;
  readonly reserve: Fen;
  readonly turnoverFund: Fen;
  /** General income without transfers, as it was approved (F-11). */
  readonly revenue?: Fen;
  /** The same by class of income, if the congress approved it so. */
  readonly revenues?: Readonly<Record<string, Fen>>;
  /** F-34: income from transfers, those among it that were announced. */
  readonly transfers?: Fen;
  /** F-54: where the county runs the budget of the town, the document of the joint compilation. */
  readonly jointDocument?: string;
  /** F-44: what it repays of last year's temporary help. */
  readonly repaysHelp?: Fen;
}
export interface ApprovedBudgetYear extends AnyBudgetYear, Approval {
  readonly status: "approved";
  /** Last day on which it is published (F-3). */
  readonly publishBy: string;
  readonly publishedOn?: string;
  /** F-39: adjustments that the congress made and the county was not told of. */
  readonly adjustmentsToFile?: number;
  /** F-3: replies to departments, by office. */
  readonly replies?: Readonly<Record<string, Reply>>;
  /** F-39: filed with the county. */
  readonly filedOn?: string;
  /** The final accounts: approved by the congress, filed with the county within 30 days (F-13, F-39). */
  readonly accountsApprovedOn?: string;
  readonly accountsDue?: string;
  readonly accountsFiledOn?: string;
}
/** The budget of a year, before and after the town's congress approves it. */
export type BudgetYear = OpenBudgetYear | ApprovedBudgetYear;

/** Duties that are performed once. */
export const singleDuties = ["publish", "file", "file-accounts"] as const;
export type SingleDuty = (typeof singleDuties)[number];
/** F-3: a duty towards each office. */
export const replyDuties = ["reply", "reply-units"] as const;
export type ReplyDuty = (typeof replyDuties)[number];
export const budgetDuties = [...singleDuties, ...replyDuties, "report-earmarked", "file-adjustments"] as const;
export type BudgetDuty = (typeof budgetDuties)[number];
interface Performed {
  readonly duty: BudgetDuty;
  readonly on: string;
  readonly document: string;
  /** F-3: whom a reply goes to. */
  readonly offices?: readonly string[];
}

export type BudgetYearCommand =
  | { readonly type: "open"; readonly year: number; readonly lastYear: ByKind; readonly document: string }
  | {
      readonly type: "approve";
      readonly on: string;
      readonly document: string;
      readonly expenditure: Fen;
      readonly reserve: Fen;
      readonly turnoverFund: Fen;
      readonly revenue?: Fen;
      readonly revenues?: readonly { readonly item: string; readonly amount: Fen }[];
      readonly transfers?: Fen;
      readonly jointDocument?: string;
      /** F-44: what it repays of last year's temporary help, and what was owed of it. */
      readonly repays: Fen;
      readonly owedFromLastYear: Fen;
    }
  | {
      readonly type: "meet-shortfall";
      readonly shortfall: Fen;
      /** What each means can give. */
      readonly has: Readonly<Record<ShortfallMeans, Fen>>;
      readonly document: string;
      readonly helpDocument?: string;
    }
  | { readonly type: "adjust"; readonly by: Fen; readonly document: string; readonly trigger?: AdjustmentTrigger }
  | ({ readonly type: "perform" } & Performed)
  | { readonly type: "approve-accounts"; readonly on: string; readonly document: string }
  /** F-34: a transfer that was announced joins the budget, in the commit of its entitlement. Negative: it is dropped. */
  | { readonly type: "announce"; readonly by: Fen }
  /** Gives a sum to a line, in the line's own commit. Negative: a line gives back. */
  | { readonly type: "allot"; readonly amount: Fen; readonly ground: Ground; readonly kind?: string };

export type BudgetYearEvent =
  | {
      readonly type: "finance.budget-year.opened";
      readonly data: { readonly year: number; readonly lastYear: ByKind; readonly document: string };
    }
  | {
      readonly type: "finance.budget-year.approved";
      readonly data: Approval & { readonly publishBy: string };
    }
  | {
      readonly type: "finance.budget-year.adjusted";
      readonly data: { readonly byFen: Fen; readonly document: string; readonly trigger?: AdjustmentTrigger };
    }
  | { readonly type: "finance.budget-year.performed"; readonly data: Performed & { readonly reportedFen?: Fen } }
  | {
      readonly type: "finance.budget-year.accounts-approved";
      readonly data: { readonly on: string; readonly document: string; readonly due: string };
    }
  | { readonly type: "finance.budget-year.announced"; readonly data: { readonly byFen: Fen } }
  | {
      readonly type: "finance.budget-year.allotted";
      readonly data: {
        readonly amountFen: Fen;
        readonly ground: Ground;
        readonly kind?: BeforeApprovalKind;
        /** What of it goes beyond the reserve. */
        readonly aheadFen?: Fen;
      };
    }
  | {
      readonly type: "finance.budget-year.shortfall-met";
      readonly data: {
        readonly shortfallFen: Fen;
        readonly partsFen: MetShortfall["parts"];
        readonly document: string;
        readonly helpDocument?: string;
      };
    };

/** States of a year's budget and what moves them. */
export const budgetYearMoves = {
  open: { approve: "approved", allot: "open", announce: "open" },
  approved: {
    adjust: "approved",
    perform: "approved",
    "approve-accounts": "approved",
    allot: "approved",
    "meet-shortfall": "approved",
  },
} as const satisfies MovesOf<BudgetYear, BudgetYearCommand>;
