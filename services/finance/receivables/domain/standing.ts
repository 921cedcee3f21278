import type { Context } from "../../../../shared/decider/index.ts";
import { isPaidUp, type Receivable, type ReceivableEvent } from "./receivable.ts";

/** That a penalty is paid with all its surcharge, or owed again, as it is after an event. */
export function standing(before: Receivable, after: Receivable, { today }: Pick<Context, "today">): ReceivableEvent[] {
  const { terms } = after;
  if (terms === undefined || before.status === "cancelled") return [];
  const paid = isPaidUp(after, terms, today.toString());
  if (paid === (before.status === "settled")) return [];
  return [{ type: paid ? "finance.receivable.settled" : "finance.receivable.reopened", data: {} }];
}
