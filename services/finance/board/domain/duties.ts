/** What waits for whom: each duty belongs to the one role that may do it (F-11, F-49). */
export const dutiesOf = {
  accountant: [
    ...(["review-payment", "confirm-payment", "record-voucher", "collect-claim", "pay-refund"] as const),
    ...(["book-reward", "shut-month", "confirm-batch", "repay-debt", "accept-service", "pay-service"] as const),
    ...(["collect-proceeds", "pay-first-claim", "perform-budget-duty"] as const),
  ],
  cashier: ["send-payment", "hand-out-reward", "send-batch"],
  "finance-approver": [
    ...(["approve-payment", "approve-refund", "approve-reward", "close-month", "send-settlement"] as const),
    ...(["approve-batch", "write-to-payer", "plan-debt", "end-lease", "watch-handover"] as const),
  ],
} as const;
export type BoardRole = keyof typeof dutiesOf;
export type Duty = (typeof dutiesOf)[BoardRole][number];
export const boardRoles = ["accountant", "cashier", "finance-approver"] as const satisfies readonly BoardRole[];
export const duties = boardRoles.flatMap((role): readonly Duty[] => dutiesOf[role]);

/** Those who oversee the office see what waits for all. */
const overseers: readonly string[] = ["leader", "supervisor"];

/** The duties of a person by his roles, each once. */
export const dutiesFor = (roles: readonly string[]): readonly Duty[] =>
  boardRoles.flatMap((role): readonly Duty[] =>
    roles.includes(role) || roles.some((one) => overseers.includes(one)) ? dutiesOf[role] : [],
  );
