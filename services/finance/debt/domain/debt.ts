import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { type Fen, subtract, sum } from "../../../../shared/money/index.ts";

/** What a debt is. Loans and guarantees are of the old stock only (F-4); arrears arise where a bill is not paid. */
export const debtKinds = ["loan", "guarantee", "project-arrears", "supplier-arrears", "wages", "collected"] as const;
export type DebtKind = (typeof debtKinds)[number];
/** Arrears are no borrowing: they are told when they arise, and count. */
export const arrearKinds: readonly DebtKind[] = ["project-arrears", "supplier-arrears", "wages"];

interface Registered {
  /** `town`, or the code of a village. */
  readonly debtor: string;
  readonly kind: DebtKind;
  readonly creditorKind: "person" | "organisation";
  readonly purpose: string;
  readonly document: string;
  readonly incurredOn: string;
  readonly dueOn: string;
  readonly principal: Fen;
  /** Whether it is of the stock that was locked. */
  readonly isOld: boolean;
}
export interface Repayment {
  /** The entry of the books; a village keeps its own books. */
  readonly entry?: string;
  readonly document: string;
  readonly amount: Fen;
  readonly on: string;
}
export interface PlanPart {
  readonly by: string;
  readonly amount: Fen;
}
/** A debt (债务) in the register: by creditor, purpose and due day. */
export interface Debt extends Registered {
  readonly status: "unpaid" | "cleared";
  readonly creditor: string;
  readonly repayments: readonly Repayment[];
  /** Sum of repayments that were rewarded (以奖代补). */
  readonly rewarded: Fen;
  readonly rewards: number;
  /** Parts of the plan that lie ahead, and what was repaid before it was made. */
  readonly plan?: { readonly parts: readonly PlanPart[]; readonly repaidBefore: Fen; readonly told: number };
}

export const repaidOf = ({ repayments }: Pick<Debt, "repayments">): Fen => sum(repayments.map(({ amount }) => amount));
export const owedOn = (debt: Pick<Debt, "principal" | "repayments">): Fen => subtract(debt.principal, repaidOf(debt));
/** The next day of the plan that was not looked at yet. */
export const nextPlanPart = ({ plan }: Pick<Debt, "plan">): PlanPart | undefined => plan?.parts[plan.told];

export type DebtCommand =
  | ({ readonly type: "register"; readonly creditor: string; readonly isKnown: boolean } & Omit<Registered, "isOld"> & {
        readonly isOld: boolean;
      })
  | ({ readonly type: "repay" } & Repayment)
  | { readonly type: "take-back"; readonly entry: string }
  | { readonly type: "plan"; readonly parts: readonly PlanPart[] }
  /** The entitlement to the reward is made in the same commit. */
  | { readonly type: "reward"; readonly amount: Fen; readonly isLocked: boolean; readonly seen: Fen }
  | { readonly type: "pass-time" };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.debt.${Type}`;
  readonly data: Data;
}
export type DebtEvent =
  | (Said<"registered", Registered> & { readonly personal?: { readonly name: string } })
  | Said<"repaid", Repayment>
  | Said<"taken-back", { readonly entry: string }>
  | Said<"planned", { readonly parts: readonly PlanPart[] }>
  | Said<"rewarded", { readonly repaidFen: Fen; readonly amountFen: Fen }>
  | Said<"plan-kept", { readonly by: string }>
  | Said<"plan-missed", { readonly debtor: string; readonly by: string; readonly missingFen: Fen }>;

/** States of a debt and what moves them. */
export const debtMoves = {
  unpaid: {
    repay: ["unpaid", "cleared"],
    "take-back": "unpaid",
    plan: "unpaid",
    reward: "unpaid",
    "pass-time": "unpaid",
  },
  cleared: { "take-back": "unpaid", reward: "cleared" },
} as const satisfies MovesOf<Debt, DebtCommand>;
