import type { Actor, Rejection } from "../../../../shared/decider/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Duty, Payment } from "./payment.ts";
import { notYou } from "./refusals.ts";

/** The role that each step needs; anybody whom the route lets in may ask. */
const needs: Readonly<Record<Exclude<Duty, "request">, Role>> = {
  review: "accountant",
  agree: "county",
  approve: "finance-approver",
  pay: "cashier",
};

/**
 * F11, F-49 (会计法 25(1), 35(2)): each step is taken by another person; roles do not change that. A cashier pays and does nothing else
 * of it.
 */
export function dutyRefusal(
  duty: Exclude<Duty, "request">,
  { by }: Pick<Payment, "by">,
  { sub, roles }: Actor,
): Rejection | undefined {
  if (!roles.includes(needs[duty])) return notYou("finance.role-missing", { role: needs[duty] });
  if (duty !== "pay" && roles.includes("cashier"))
    return notYou("finance.cashier-only-pays", { article: "会计法 35(2)" });
  const other = Object.entries(by).find(([one, login]) => one !== duty && login === sub);
  return other === undefined
    ? undefined
    : notYou("finance.one-person-in-two-roles", { duty: other[0], article: "会计法 25(1)" });
}
